import Analysis
import Audit
import IndexModel
import Scoring
import Tabular

/// The scores of a group of countries, with their ranks among each other and among all.
package struct GroupPage: WrittenPage {
  private let table: ScoreTable
  private let group: CountryGroup
  private let shown: [RowIndex]
  private let intervals: RankIntervals?
  private let inGroup: [(low: Int, high: Int)?]

  /// - Parameters:
  ///   - top: the first so many ranks of the group alone; nil for all its countries.
  ///   - intervals: the rank intervals among all; nil where none were computed.
  package init(_ table: ScoreTable, _ group: CountryGroup, top: Int?, _ intervals: RankIntervals?) {
    (self.table, self.group, self.intervals) = (table, group, intervals)
    shown = top.map { top in group.members.filter { (group.ranks[$0] ?? .max) <= top } } ?? group.members
    inGroup =
      intervals?.within(group.members, rows: table.countries.count)
      ?? [(low: Int, high: Int)?](repeating: nil, count: table.countries.count)
  }

  private var ofGroup: String {
    "\(group.name): \(group.ranked.count) of \(CountWords.of(group.members.count, "country", "countries")) ranked"
  }

  package func write(to out: inout PageText) {
    out.title("\(table.lens.displayTitle), \(table.year) – \(ofGroup)", wraps: true)
    let isWide = out.style.width.map { $0 >= Self.wide } ?? true
    out.table(listing(isWide: isWide))
    out.blank()
    out.lines([
      MethodText(table).intervalNote(intervals?.samples),
      "in group: the rank among the ranked countries of \(group.name), with its interval by the "
        + "same combinations", "Median: of the ranked countries of \(group.name), each counting once",
    ])
    if !isWide { out.line("dimensions: from \(Self.wide) columns on, and in Markdown, CSV and JSON") }
    for row in out.isMarkdown ? [] : shown {
      guard case .withheld(let reason) = table.standings[row] else { continue }
      out.line("\(table.country(row).name) is unranked: \(reason)")
    }
  }

  /// Dimensions are shown from so many columns on.
  private static let wide = 110

  private func listing(isWide: Bool) -> TextTable {
    let own = RankIntervals.byRow(intervals, table)
    let dimensions = isWide ? table.dimensions : []
    let rows = shown.map { row in
      [
        NumberFormat.rank(table.rank(row)), ScoreListing.intervalText(own[row]),
        NumberFormat.rank(group.ranks[row]), Self.text(inGroup[row]), table.country(row).name,
        NumberFormat.fixed(table.score(row), 1),
      ] + dimensions.map { NumberFormat.fixed(table.score($0, row), 1) } + [
        NumberFormat.percent(table.coverage(row))
      ]
    }
    let median =
      ["–", "–", "–", "–", "Median", NumberFormat.fixed(group.score, 1)]
      + group.dimensions.prefix(dimensions.count).map { NumberFormat.fixed($0, 1) } + [
        group.coverage.map(NumberFormat.percent) ?? "–"
      ]
    return TextTable(
      [
        .number("rank"), .number("interval"), .number("in group"), .number("interval"),
        .text("country", shrinksTo: 10), .number("score"),
      ] + dimensions.map { .number(table.framework.nodes[$0].name) } + [.number("coverage")], rows + [median])
  }

  private static func text(_ interval: (low: Int, high: Int)?) -> String {
    interval.map { RankIntervals.Interval(low: $0.low, high: $0.high, tier: 0).text } ?? "–"
  }

  // MARK: - For programs

  private var groupFields: Fields<RowIndex> {
    [
      ("group", { _ in .string(group.name) }), ("group_rank", { .optional(group.ranks[$0]) }),
      ("group_rank_p05", { .optional(inGroup[$0]?.low) }),
      ("group_rank_p95", { .optional(inGroup[$0]?.high) }),
    ]
  }

  /// The columns of `ScoreCSV.countries` and those of the group; a last row with the status `median`.
  package var csv: String {
    let fields = ScoreCSV.fields(table, intervals) + groupFields
    var medians: [String: JSONText] = [
      "country": .string("Median of \(group.name)"), "score": .optional(group.score),
      "coverage": .optional(group.coverage), "status": .string("median"), "group": .string(group.name),
    ]
    for (node, median) in zip(table.dimensions, group.dimensions) {
      medians[table.framework.nodes[node].name] = .optional(median)
    }
    return CSVText.table(
      fields.map(\.name),
      shown.map { row in fields.map { $0.value(row) } } + [fields.map { medians[$0.name] ?? .null }])
  }

  /// One object: lens, year, group with its median, and an array of countries.
  package var json: JSONText {
    let dimensions = zip(table.dimensions, group.dimensions).map { node, median in
      (table.framework.nodes[node].name, JSONText.optional(median))
    }
    let median: [(String, JSONText)] = [
      ("score", .optional(group.score)), ("dimensions", .object(dimensions)),
      ("coverage", .optional(group.coverage)),
    ]
    return ScoreJSON.countries(
      table, shown, intervals,
      beside: [
        ("group", .string(group.name)), ("group_countries", .integer(group.members.count)),
        ("group_ranked", .integer(group.ranked.count)), ("group_median", .object(median)),
      ]
    ) { JSONText.members($0, Array(groupFields.dropFirst())) }
  }
}
