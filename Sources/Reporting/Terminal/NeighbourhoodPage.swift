import Analysis
import IndexModel
import Scoring
import Tabular

/// Countries beside their land neighbours, for people and programs.
package struct NeighbourhoodPage: WrittenPage, Sendable {
  private let table: ScoreTable
  private let all: [Neighbourhood]
  private let shown: [Neighbourhood]

  /// - Parameter countries: which of the table's countries are shown; nil for all.
  package init(_ table: ScoreTable, countries: [RowIndex]? = nil) {
    self.table = table
    let all = table.neighbourhoods()
    self.all = all
    shown = countries.map { places in all.filter { places.contains($0.country) } } ?? all
  }

  private var fields: Fields<Neighbourhood> {
    [
      ("iso3", { .string(code($0.country)) }), ("country", { .string(table.country($0.country).name) }),
      ("rank", { .optional(table.rank($0.country)) }), ("score", { .optional($0.score) }),
      ("neighbours_mean", { .optional($0.mean) }), ("gap", { .optional($0.gap) }),
      ("neighbours_by_population", { .optional($0.meanByPopulation) }),
    ]
  }

  private func code(_ place: RowIndex) -> String { table.country(place).code.description }

  /// One row a country, in full precision.
  package var csv: String {
    CSVText.table(
      shown,
      fields + [
        ("neighbours_ranked", { .integer($0.ranked.count) }),
        ("neighbours", { .integer($0.neighbours.count) }),
        ("least_secure_neighbour", { .optional($0.least.map(code)) }),
        ("least_score", { .optional($0.least.flatMap { table.score($0) }) }),
      ])
  }

  /// One object: lens, year, correlation, and an array of countries with their neighbours.
  package var json: JSONText {
    .object([
      ("lens", .string(table.lens.name)), ("title", .string(table.lens.title)),
      ("year", .integer(table.year)), ("spearman", .optional(correlation?.value)),
      ("compared", .integer(correlation?.count ?? 0)),
      ("countries", .list(shown) { JSONText.members($0, fields) + [("neighbours", json($0))] }),
    ])
  }

  private func json(_ item: Neighbourhood) -> JSONText {
    .list(item.neighbours) { [("iso3", .string(code($0))), ("score", .optional(table.score($0)))] }
  }

  package func write(to out: inout PageText) {
    out.title(
      "\(table.lens.displayTitle), \(table.year): countries beside their land neighbours", wraps: true)
    out.table(rows)
    out.blank()
    out.lines(notes, areParagraphs: true)
  }

  private var rows: TextTable {
    let ranges = RankRange.leavingOutEachDimension(table)
    return TextTable(
      [
        .text("country", shrinksTo: 12), .number("rank"), .number("range"), .number("score"),
        .number("neighbours"), .number("gap"), .number("by people"), .number("known"),
        .text("least secure", shrinksTo: 10),
      ],
      shown.filter { $0.gap != nil }.map { item in
        let least = item.least.map { place in
          "\(table.country(place).name) \(NumberFormat.fixed(table.score(place), 1))"
        }
        return [
          table.country(item.country).name, NumberFormat.rank(table.rank(item.country)),
          ScoreListing.rangeText(ranges[item.country]), NumberFormat.fixed(item.score, 1),
          NumberFormat.fixed(item.mean, 1), NumberFormat.signed(item.gap, 1),
          NumberFormat.fixed(item.meanByPopulation, 1), "\(item.ranked.count)/\(item.neighbours.count)",
          least ?? "–",
        ]
      })
  }

  /// Spearman's rho of own score and neighbours' mean, over all countries that have both.
  private var correlation: (value: Double, count: Int)? {
    let both = all.compactMap { item in item.score.flatMap { own in item.mean.map { (own, $0) } } }
    return RankCorrelation.spearman(both.map(\.0), both.map(\.1)).map { ($0, both.count) }
  }

  private var notes: [String] {
    var notes = [
      "neighbours: the mean score of the land neighbours that are ranked, at least half of them. gap: "
        + "own score less that mean; the most secure beside their neighbours stand first. by people: "
        + "the same mean by population. known: neighbours ranked, of those in the lens's scope. "
        + "\(MethodText(table).rangeNote)."
    ]
    if let (value, count) = correlation {
      notes.insert(
        "Over \(count) countries, own score and neighbours' mean correlate by "
          + "\(NumberFormat.fixed(value, 2)) (Spearman).", at: 0)
    }
    let withoutGap = shown.filter { $0.gap == nil }.map { table.country($0.country).name }
    if !withoutGap.isEmpty {
      notes.append(
        "Not shown, since they or more than half of their neighbours are not ranked: "
          + withoutGap.joined(separator: ", ") + ".")
    }
    return notes
  }
}
