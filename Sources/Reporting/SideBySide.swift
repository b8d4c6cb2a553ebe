import HumanSecurity
import Lens
import Scoring
import Tabular

/// Scores and ranks of the same figures and year under several lenses, beside each other.
public struct SideBySide: Page, Sendable {
  private let tables: [ScoreTable]
  private let yearNote: String
  /// A country's place in the cube, and in each table; nil where it is out of a lens's scope.
  private let rows: [(country: Int, places: [Int?])]

  /// - Parameters:
  ///   - tables: one a lens, of one cube and year; at least one.
  ///   - yearNote: why it is this year.
  ///   - countries: which countries of the cube are shown; nil for all in scope.
  ///   - top: only those that stand among the first so many under any of the lenses.
  public init(_ tables: [ScoreTable], yearNote: String, countries: [Int]? = nil, top: Int? = nil) {
    self.tables = tables
    self.yearNote = yearNote
    let places = tables.map { table in
      Dictionary(uniqueKeysWithValues: table.countries.enumerated().map { ($1, $0) })
    }
    let inScope = (tables.first?.cube.countries.indices).map(Array.init) ?? []
    rows =
      inScope.map { country in (country, places.map { $0[country] }) }
      .filter { row in
        let ranks = zip(tables, row.places).compactMap { table, place in
          place.flatMap { table.rank($0) }
        }
        return row.places.contains { $0 != nil } && countries?.contains(row.country) ?? true
          && top.map { limit in ranks.contains { $0 <= limit } } ?? true
      }
      .sorted { Self.sortKey($0, tables) < Self.sortKey($1, tables) }
  }

  /// By rank under the first lens, those that it does not rank last; then by code.
  private static func sortKey(_ row: (country: Int, places: [Int?]), _ tables: [ScoreTable])
    -> (Int, Int)
  {
    let place = row.places.first ?? nil
    return (place.flatMap { tables.first?.rank($0) } ?? .max, row.country)
  }

  /// iso3, country, score and rank for each lens, then each lens's status as in `ScoreCSV`.
  public var csv: String {
    let names = tables.map(\.lens.name)
    var out = CSVText(
      header: ["iso3", "country"] + names.flatMap { ["score_\($0)", "rank_\($0)"] }
        + names.map { "status_\($0)" })
    for row in rows {
      out.field(country(row.country).code.description)
      out.field(country(row.country).name)
      for (table, place) in zip(tables, row.places) {
        out.field(place.flatMap { table.score($0) })
        out.field(place.flatMap { table.rank($0) })
      }
      for (table, place) in zip(tables, row.places) { out.field(Self.status(table, place)) }
      out.endRow()
    }
    return out.text
  }

  /// The year, the lenses, and an array of countries with their standing under each.
  public var json: JSONText {
    .object([
      ("year", .integer(tables.first?.year ?? 0)),
      ("year_note", .string(yearNote)),
      (
        "lenses",
        .array(
          tables.map {
            .object([("lens", .string($0.lens.name)), ("title", .string($0.lens.title))])
          })
      ),
      ("countries", .array(rows.map { .object(members($0.country, $0.places)) })),
    ])
  }

  private func members(_ country: Int, _ places: [Int?]) -> [(String, JSONText)] {
    let standings = zip(tables, places).map { table, place in
      JSONText.object([
        ("lens", .string(table.lens.name)),
        ("score", .optional(place.flatMap { table.score($0) })),
        ("rank", .optional(place.flatMap { table.rank($0) })),
        ("status", .string(Self.status(table, place))),
      ])
    }
    let own = self.country(country)
    return [
      ("iso3", .string(own.code.description)), ("country", .string(own.name)),
      ("lenses", .array(standings)),
    ]
  }

  /// The table for a terminal, with the year and what withheld means.
  public func plain(width: Int?, bold: Bool) -> String {
    "\(title)\n\n\(table.plain(width: width, bold: bold))\n"
      + notes.map { Prose.wrapped($0, width: width) + "\n" }.joined()
  }

  /// The table as Markdown.
  public var markdown: String {
    "# \(MarkdownText.escape(title))\n\n\(table.escaped.markdown)\n"
      + notes.map { MarkdownText.escape($0) + "\n" }.joined()
  }

  private var title: String {
    "Scores and ranks under \(tables.count) lenses, \(tables.first?.year ?? 0)"
  }

  private var notes: [String] {
    let isAnyWithheld = rows.contains { row in
      zip(tables, row.places).contains { table, place in
        place.map { table.rank($0) == nil } ?? false
      }
    }
    return [yearNote] + (isAnyWithheld ? ["withheld: hsi score by that lens alone says why"] : [])
  }

  private var table: TextTable {
    var out = TextTable(
      [.text("iso3"), .text("country", shrinksTo: 12)]
        + tables.flatMap { [.number($0.lens.name), .number("rank")] })
    for row in rows {
      let own = country(row.country)
      out.append(
        [own.code.description, own.name]
          + zip(tables, row.places).flatMap { table, place in
            [
              NumberFormat.fixed(place.flatMap { table.score($0) }, 1),
              Self.rankText(table, place),
            ]
          })
    }
    return out
  }

  private static func rankText(_ table: ScoreTable, _ place: Int?) -> String {
    guard let place else { return "not in scope" }
    return table.rank(place).map(String.init) ?? "withheld"
  }

  private static func status(_ table: ScoreTable, _ place: Int?) -> String {
    place.map { ScoreCSV.status(table.standings[$0]) } ?? "not in scope"
  }

  private func country(_ place: Int) -> Country { tables[0].cube.countries[place] }
}
