import Analysis
import IndexModel
import Scoring
import Tabular

/// Why one country stands above another, for people and for programs.
package struct DifferencePage: WrittenPage, Sendable {
  private let difference: Difference
  private let only: NodeIndex?
  private let ranges: [RankRange?]

  /// - Parameter only: the one dimension to show; nil for all.
  package init(_ difference: Difference, only: NodeIndex?) {
    (self.difference, self.only) = (difference, only)
    ranges = RankRange.leavingOutEachDimension(difference.table)
  }

  private var table: ScoreTable { difference.table }
  private var framework: Framework { table.framework }
  private var first: Country { table.country(difference.first) }
  private var second: Country { table.country(difference.second) }

  package func write(to out: inout PageText) {
    out.title(headline, wraps: true)
    if only == nil {
      out.blankInMarkdown()
      out.line(summary)
      out.table(dimensionTable)
    }
    for dimension in shown {
      out.heading("\(framework.nodes[dimension].name): \(Self.signed(points(dimension)))")
      out.table(partTable(dimension))
    }
    out.paragraph(legend)
  }

  // MARK: - Sentences

  private func standing(_ country: RowIndex) -> String {
    "\(table.country(country).name) (rank \(NumberFormat.rank(table.rank(country))), range "
      + "\(ScoreListing.rangeText(ranges[country])), score \(NumberFormat.fixed(table.score(country), 2)))"
  }

  private var headline: String {
    let points = NumberFormat.fixed(abs(difference.total), 2)
    let stands =
      difference.total == 0
      ? "stands level with" : "stands \(points) points \(difference.total > 0 ? "above" : "below")"
    return "\(standing(difference.first)) \(stands) \(standing(difference.second))"
      + " – \(table.lens.name), \(table.year)"
  }

  /// What speaks for the order and what against it.
  private var summary: String {
    func list(_ country: Country, _ sign: Double) -> String {
      let parts = difference.speaking(ordered, sign).descending { sign * points($0) }
      if parts.isEmpty {
        let leaves = difference.speaking(table.dimensions.flatMap { framework.leaves(below: $0) }, sign).count
        if leaves == 0 { return "Nothing speaks for \(country.name)." }
        return
          "No dimension speaks for \(country.name); \(CountWords.of(leaves, "indicator does", "indicators do"))."
      }
      let texts = parts.map { "\(framework.nodes[$0].name) \(NumberFormat.fixed(abs(points($0)), 2))" }
      return "For \(country.name): \(texts.joined(separator: ", "))."
    }
    return list(first, 1) + " " + list(second, -1)
  }

  private var legend: String {
    var text =
      "points: what is added to the difference when the first country's score stands in the place of "
      + "the second's, on average over all orders in which this can be done (Shapley). They sum to "
      + "the difference. A part that one of the two lacks counts by what it does to the mean of the "
      + "others. \(MethodText(table).rangeNote)."
    if [table.lens.aggregation.dimensions, table.lens.aggregation.indicators].contains(.copeland) {
      text += " Under Copeland's rule each mixture of the two is set against all countries as they are."
    }
    return text
  }

  static func signed(_ points: Double) -> String { NumberFormat.signed(points, 2) }

  // MARK: - Tables

  private func points(_ node: NodeIndex) -> Double { difference.contributions[node] }

  /// The dimensions, those that speak most for the first country first.
  private var ordered: [NodeIndex] { table.dimensions.descending(by: points) }

  private var shown: [NodeIndex] { only.map { [$0] } ?? ordered }

  private var codes: (String, String) { (first.code.description, second.code.description) }

  private var dimensionTable: TextTable {
    TextTable(
      [.text("dimension"), .number(codes.0), .number(codes.1), .number("difference"), .number("points")],
      (ordered + [Framework.root]).map { [framework.named($0)] + cells($0) })
  }

  private func cells(_ node: NodeIndex) -> [String] {
    let (one, two) = scores(node)
    let distance = one.flatMap { one in two.map { Self.signed(one - $0) } }
    return [
      NumberFormat.fixed(one, 2), NumberFormat.fixed(two, 2), distance ?? "–", Self.signed(points(node)),
    ]
  }

  private func scores(_ node: NodeIndex) -> (Double?, Double?) {
    (table.score(node, difference.first), table.score(node, difference.second))
  }

  private func partTable(_ dimension: NodeIndex) -> TextTable {
    TextTable(
      [
        .text("part", shrinksTo: 16), .number("value \(codes.0)"), .number("value \(codes.1)"),
        .text("unit", shrinksTo: 8), .number(codes.0), .number(codes.1), .number("difference"),
        .number("points"),
      ],
      table.weighed(below: dimension).map { node in
        let values = [difference.first, difference.second].map {
          framework.nodes[node].indicator == nil ? "" : NumberFormat.value(table.value(node, $0))
        }
        return [framework.indented(node, below: dimension)] + values + [framework.unit(of: node) ?? ""]
          + cells(node)
      })
  }

  /// The index, then each dimension followed by what is below it.
  private var nodes: [NodeIndex] {
    (only == nil ? [Framework.root] : [])
      + (only.map { [$0] } ?? table.dimensions).flatMap { [$0] + table.weighed(below: $0) }
  }

  private var fields: Fields<NodeIndex> {
    [
      ("node", { .string(framework.named($0)) }), ("level", { .string(framework.level(of: $0)) }),
      ("unit", { .string(framework.unit(of: $0) ?? "") }),
      ("value_a", { .optional(table.value($0, difference.first)) }),
      ("value_b", { .optional(table.value($0, difference.second)) }),
      ("score_a", { .optional(scores($0).0) }), ("score_b", { .optional(scores($0).1) }),
      ("contribution", { .number(points($0)) }),
      ("status_a", { .string(table.status($0, difference.first)) }),
      ("status_b", { .string(table.status($0, difference.second)) }),
    ]
  }

  /// One row a node: contributions of dimensions sum to the index's, those below a node to its own.
  package var csv: String {
    let countries: Fields<NodeIndex> = [("a", { _ in .string(codes.0) }), ("b", { _ in .string(codes.1) })]
    return CSVText.table(nodes, countries + fields)
  }

  /// One object: lens, year, both countries, the difference, and an array of its parts.
  package var json: JSONText {
    .object([
      ("lens", .string(table.lens.name)), ("year", .integer(table.year)), ("a", country(difference.first)),
      ("b", country(difference.second)), ("difference", .number(difference.total)),
      ("parts", .list(nodes) { JSONText.members($0, fields) }),
    ])
  }

  private func country(_ place: RowIndex) -> JSONText {
    .object(
      table.country(place).members + [
        ("rank", .optional(table.rank(place))), ("score", .optional(table.score(place))),
      ])
  }
}

extension ScoreTable {
  /// Everything of weight below a node, each part before its own parts.
  func weighed(below node: NodeIndex) -> [NodeIndex] {
    framework.nodes[node].children.filter { weights[$0] > 0 }.flatMap { [$0] + weighed(below: $0) }
  }
}

extension Framework {
  /// The last part of a node's name, as far to the right as it hangs below a dimension.
  func indented(_ node: NodeIndex, below dimension: NodeIndex) -> String {
    let name = nodes[node].name
    let depth = nodes[node].depth - nodes[dimension].depth - 1
    return String(repeating: "  ", count: depth) + (name.split(separator: "/").last.map(String.init) ?? name)
  }
}
