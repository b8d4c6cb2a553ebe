import Audit
import Scoring
import Tabular

/// Countries beside their land neighbours, for people and programs.
public struct NeighbourhoodPage: Page, Sendable {
  private let table: ScoreTable
  private let all: [Neighbourhood]
  private let shown: [Neighbourhood]

  /// - Parameter countries: which of the table's countries are shown; nil for all.
  public init(_ table: ScoreTable, countries: [Int]? = nil) {
    self.table = table
    let all = table.neighbourhoods()
    self.all = all
    shown = countries.map { places in all.filter { places.contains($0.country) } } ?? all
  }

  /// The countries shown that have no gap: their own score or that of their neighbours is missing.
  private var withoutGap: [Neighbourhood] { shown.filter { $0.gap == nil } }

  /// One row a country, in full precision.
  public var csv: String {
    var out = CSVText(header: [
      "iso3", "country", "rank", "score", "neighbours_mean", "gap", "neighbours_by_population",
      "neighbours_ranked", "neighbours", "least_secure_neighbour", "least_score",
    ])
    for item in shown {
      out.field(table.country(item.country).code.description)
      out.field(table.country(item.country).name)
      out.field(table.rank(item.country))
      out.field(item.score)
      out.field(item.mean)
      out.field(item.gap)
      out.field(item.meanByPopulation)
      out.field(item.ranked.count)
      out.field(item.neighbours.count)
      out.field(item.least.map { table.country($0).code.description } ?? "")
      out.field(item.least.flatMap { table.score($0) })
      out.endRow()
    }
    return out.text
  }

  /// One object: lens, year, correlation, and an array of countries with their neighbours.
  public var json: JSONText {
    .object([
      ("lens", .string(table.lens.name)), ("title", .string(table.lens.title)),
      ("year", .integer(table.year)), ("spearman", .optional(correlation?.value)),
      ("compared", .integer(correlation?.count ?? 0)),
      ("countries", .array(shown.map(json))),
    ])
  }

  private func json(_ item: Neighbourhood) -> JSONText {
    let neighbours = item.neighbours.map { place in
      JSONText.object([
        ("iso3", .string(table.country(place).code.description)),
        ("score", .optional(table.score(place))),
      ])
    }
    return .object([
      ("iso3", .string(table.country(item.country).code.description)),
      ("country", .string(table.country(item.country).name)),
      ("rank", .optional(table.rank(item.country))), ("score", .optional(item.score)),
      ("neighbours_mean", .optional(item.mean)), ("gap", .optional(item.gap)),
      ("neighbours_by_population", .optional(item.meanByPopulation)),
      ("neighbours", .array(neighbours)),
    ])
  }

  /// The page for a terminal.
  public func plain(width: Int?, bold: Bool) -> String {
    "\(title)\n\n\(rows.plain(width: width, bold: bold))\n"
      + notes.map { Prose.wrapped($0, width: width) + "\n" }.joined()
  }

  /// The page as Markdown.
  public var markdown: String {
    "# \(MarkdownText.escape(title))\n\n\(rows.escaped.markdown)\n"
      + notes.map { MarkdownText.escape($0) + "\n" }.joined(separator: "\n")
  }

  private var title: String {
    "\(table.lens.title.isEmpty ? table.lens.name : table.lens.title), \(table.year): countries "
      + "beside their land neighbours"
  }

  private var rows: TextTable {
    var out = TextTable([
      .text("country", shrinksTo: 12), .number("rank"), .number("score"), .number("neighbours"),
      .number("gap"), .number("by people"), .number("known"), .text("least secure", shrinksTo: 10),
    ])
    for item in shown where item.gap != nil {
      let gap = NumberFormat.fixed(item.gap, 1)
      let least = item.least.map { place in
        "\(table.country(place).name) \(NumberFormat.fixed(table.score(place), 1))"
      }
      out.append([
        table.country(item.country).name, table.rank(item.country).map(String.init) ?? "–",
        NumberFormat.fixed(item.score, 1), NumberFormat.fixed(item.mean, 1),
        (item.gap ?? 0) > 0 && gap != "0.0" ? "+" + gap : gap,
        NumberFormat.fixed(item.meanByPopulation, 1),
        "\(item.ranked.count)/\(item.neighbours.count)", least ?? "–",
      ])
    }
    return out
  }

  /// Spearman's rho of own score and neighbours' mean, over all countries that have both.
  private var correlation: (value: Double, count: Int)? {
    let both = all.compactMap { item in
      item.score.flatMap { own in item.mean.map { (own, $0) } }
    }
    return RankCorrelation.spearman(both.map(\.0), both.map(\.1)).map { ($0, both.count) }
  }

  private var notes: [String] {
    var notes: [String] = []
    if let correlation {
      notes.append(
        "Over \(correlation.count) countries, own score and neighbours' mean correlate by "
          + "\(NumberFormat.fixed(correlation.value, 2)) (Spearman).")
    }
    notes.append(
      "neighbours: the mean score of the land neighbours that are ranked, at least half of them. gap: "
        + "own score less that mean; the most secure beside their neighbours stand first. by people: "
        + "the same mean by population. known: neighbours ranked, of those that the lens scores.")
    if !withoutGap.isEmpty {
      notes.append(
        "Not shown, since they or more than half of their neighbours are not ranked: "
          + withoutGap.map { table.country($0.country).name }.joined(separator: ", ") + ".")
    }
    return notes
  }
}
