import Analysis
import IndexModel
import Scoring
import Tabular

/// Scores and ranks of the same figures and year under several lenses, beside each other.
package struct SideBySide: WrittenPage, Sendable {
  private let tables: [ScoreTable]
  private let yearNote: String
  /// A country and its row in each table; nil where it is out of a lens's scope.
  private let rows: [(country: CountryIndex, places: [RowIndex?])]

  /// - Parameters:
  ///   - tables: one a lens, of one cube and year; at least one.
  ///   - yearNote: why it is this year.
  ///   - countries: which countries of the cube are shown; nil for all in scope.
  ///   - top: only those that stand among the first so many under any of the lenses.
  package init(_ tables: [ScoreTable], yearNote: String, countries: [CountryIndex]? = nil, top: Int? = nil) {
    (self.tables, self.yearNote) = (tables, yearNote)
    let places = tables.map(\.rowByCountry)
    let inScope = (tables.first?.cube.countryIndices).map(Array.init) ?? []
    rows = inScope.map { country in (country, places.map { $0[country] }) }.filter { row in
      let ranks = zip(tables, row.places).compactMap { table, place in place.flatMap { table.rank($0) } }
      return row.places.contains { $0 != nil } && countries?.contains(row.country) ?? true
        && top.map { limit in ranks.contains { $0 <= limit } } ?? true
    }.sorted { Self.sortKey($0, tables) < Self.sortKey($1, tables) }
  }

  /// By rank under the first lens, those that it does not rank last; then by code.
  private static func sortKey(_ row: (country: CountryIndex, places: [RowIndex?]), _ tables: [ScoreTable])
    -> (Int, CountryIndex)
  {
    let place = row.places.first ?? nil
    return (place.flatMap { tables.first?.rank($0) } ?? .max, row.country)
  }

  /// iso3, country, score and rank for each lens, then each lens's status as in `ScoreCSV`.
  package var csv: String {
    let names = tables.map(\.lens.name)
    return CSVText.table(
      ["iso3", "country"] + names.flatMap { ["score_\($0)", "rank_\($0)"] } + names.map { "status_\($0)" },
      rows.map { row in
        let standings = zip(tables, row.places).map(Self.standing)
        var cells = country(row.country).members.map(\.1)
        for own in standings { cells += [.optional(own.score), .optional(own.rank)] }
        return cells + standings.map { .string($0.status) }
      })
  }

  /// The year, the lenses, and an array of countries with their standing under each.
  package var json: JSONText {
    .object([
      ("year", .integer(tables.first?.year ?? 0)), ("year_note", .string(yearNote)),
      ("lenses", .list(tables) { [("lens", .string($0.lens.name)), ("title", .string($0.lens.title))] }),
      ("countries", .list(rows) { country($0.country).members + [("lenses", lenses($0.places))] }),
    ])
  }

  private func lenses(_ places: [RowIndex?]) -> JSONText {
    .list(zip(tables, places)) { table, place in
      let (score, rank, status) = Self.standing(table, place)
      return [
        ("lens", .string(table.lens.name)), ("score", .optional(score)), ("rank", .optional(rank)),
        ("status", .string(status)),
      ]
    }
  }

  private static func standing(_ table: ScoreTable, _ place: RowIndex?) -> (
    score: Double?, rank: Int?, status: String
  ) {
    guard let place else { return (nil, nil, "not in scope") }
    return (table.score(place), table.rank(place), ScoreCSV.status(table.standings[place]))
  }

  package func write(to out: inout PageText) {
    out.title("Scores and ranks under \(tables.count) lenses, \(tables.first?.year ?? 0)")
    out.table(table)
    out.blank()
    out.line(yearNote)
    out.line(Self.rangeNote)
    let isAnyWithheld = rows.contains { row in
      zip(tables, row.places).contains { table, place in place.map { table.rank($0) == nil } ?? false }
    }
    if isAnyWithheld { out.line("unranked: hsi score by that lens alone says why") }
  }

  private static let rangeNote =
    "range: the ranks a country takes among those that the lens ranks when any one dimension is left out, or "
    + "any one part of the only one"

  private var table: TextTable {
    let ranges = tables.map { RankRange.leavingOutEachDimension($0) }
    return TextTable(
      [.text("iso3"), .text("country", shrinksTo: 12)]
        + tables.flatMap { [.number($0.lens.name), .number("rank"), .number("range")] },
      rows.map { row in
        let own = country(row.country)
        return [own.code.description, own.name]
          + tables.indices.flatMap { index in
            let place = row.places[index]
            let (score, rank, status) = Self.standing(tables[index], place)
            return [
              NumberFormat.fixed(score, 1), rank.map(String.init) ?? (place == nil ? status : "unranked"),
              ScoreListing.rangeText(place.flatMap { ranges[index][$0] }),
            ]
          }
      })
  }

  private func country(_ place: CountryIndex) -> Country { tables[0].cube.countries[place] }
}
