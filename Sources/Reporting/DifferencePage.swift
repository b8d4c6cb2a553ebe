import HumanSecurity
import Lens
import Scoring
import Tabular

/// Why one country stands above another, for people and for programs.
public struct DifferencePage: Page, Sendable {
  private let difference: Difference
  private let only: Int?

  /// - Parameter only: the one dimension to show, a place in `framework.nodes`; nil for all.
  public init(_ difference: Difference, only: Int?) {
    self.difference = difference
    self.only = only
  }

  private var table: ScoreTable { difference.table }
  private var framework: Framework { table.framework }
  private var first: Country { table.country(difference.first) }
  private var second: Country { table.country(difference.second) }

  /// The page for a terminal.
  public func plain(width: Int?, bold: Bool) -> String {
    var out = Prose.wrapped(headline, width: width) + "\n"
    if only == nil {
      out += Prose.wrapped(summary, width: width) + "\n\n"
      out += dimensionTable.plain(width: width, bold: bold)
    }
    for dimension in shown {
      out += "\n\(heading(dimension))\n\n"
      out += partTable(dimension).plain(width: width, bold: bold)
    }
    return out + "\n" + Prose.wrapped(legend, width: width) + "\n"
  }

  /// The page as Markdown.
  public var markdown: String {
    var out = "# \(MarkdownText.escape(headline))\n"
    if only == nil {
      out += "\n\(MarkdownText.escape(summary))\n\n" + dimensionTable.escaped.markdown
    }
    for dimension in shown {
      out += "\n## \(MarkdownText.escape(heading(dimension)))\n\n"
      out += partTable(dimension).escaped.markdown
    }
    return out + "\n\(MarkdownText.escape(legend))\n"
  }

  // MARK: - Sentences

  private func standing(_ country: Int) -> String {
    let rank = table.rank(country).map(String.init) ?? "–"
    return "\(table.country(country).name) (rank \(rank), "
      + "\(NumberFormat.fixed(table.score(country), 2)))"
  }

  private var headline: String {
    let points = NumberFormat.fixed(abs(difference.total), 2)
    let stands =
      difference.total == 0
      ? "stands level with"
      : "stands \(points) points \(difference.total > 0 ? "above" : "below")"
    return "\(standing(difference.first)) \(stands) \(standing(difference.second))"
      + " – \(table.lens.name), \(table.year)"
  }

  /// What speaks for the order and what against it.
  private var summary: String {
    let parts = ordered.map { (name: framework.nodes[$0].name, points: points($0)) }
    func list(_ country: Country, _ parts: [(name: String, points: Double)]) -> String {
      if parts.isEmpty { return "Nothing speaks for \(country.name)." }
      let texts = parts.map { "\($0.name) \(NumberFormat.fixed(abs($0.points), 2))" }
      return "For \(country.name): \(texts.joined(separator: ", "))."
    }
    let (ahead, behind) = (
      parts.filter { $0.points > 0 }, Array(parts.filter { $0.points < 0 }.reversed())
    )
    return list(first, ahead) + " " + list(second, behind)
  }

  private func heading(_ dimension: Int) -> String {
    "\(framework.nodes[dimension].name): \(Self.signed(points(dimension)))"
  }

  private var legend: String {
    var text =
      "points: what is added to the difference when the first country's score stands in the place of "
      + "the second's, on average over all orders in which this can be done (Shapley). They sum to "
      + "the difference. A part that one of the two lacks counts by what it does to the mean of the "
      + "others."
    if [table.lens.aggregation.dimensions, table.lens.aggregation.indicators].contains(.copeland) {
      text +=
        " Under Copeland's rule each mixture of the two is set against all countries as they are."
    }
    return text
  }

  static func signed(_ points: Double) -> String {
    let text = NumberFormat.fixed(points, 2)
    return points > 0 && text != "0.00" ? "+" + text : text
  }

  // MARK: - Tables

  private func points(_ node: Int) -> Double { difference.contributions[node] }

  /// The dimensions, those that speak most for the first country first.
  private var ordered: [Int] {
    table.dimensions.enumerated()
      .sorted { (-points($0.1), $0.0) < (-points($1.1), $1.0) }.map(\.1)
  }

  private var shown: [Int] { only.map { [$0] } ?? ordered }

  private var codes: (String, String) { (first.code.description, second.code.description) }

  private var dimensionTable: TextTable {
    var out = TextTable([
      .text("dimension"), .number(codes.0), .number(codes.1), .number("difference"),
      .number("points"),
    ])
    for dimension in ordered { out.append([framework.nodes[dimension].name] + cells(dimension)) }
    out.append([
      "index", NumberFormat.fixed(table.score(difference.first), 2),
      NumberFormat.fixed(table.score(difference.second), 2), Self.signed(difference.total),
      Self.signed(difference.total),
    ])
    return out
  }

  private func cells(_ node: Int) -> [String] {
    let (one, two) = scores(node)
    var distance = "–"
    if let one, let two { distance = Self.signed(one - two) }
    return [
      NumberFormat.fixed(one, 2), NumberFormat.fixed(two, 2), distance, Self.signed(points(node)),
    ]
  }

  private func scores(_ node: Int) -> (Double?, Double?) {
    (table.score(node, difference.first), table.score(node, difference.second))
  }

  private func partTable(_ dimension: Int) -> TextTable {
    var out = TextTable([
      .text("part", shrinksTo: 16), .number("value \(codes.0)"), .number("value \(codes.1)"),
      .text("unit", shrinksTo: 8), .number(codes.0), .number(codes.1), .number("difference"),
      .number("points"),
    ])
    for node in parts(below: dimension) {
      let depth = framework.nodes[node].depth - framework.nodes[dimension].depth - 1
      let name = framework.nodes[node].name
      let own = name.split(separator: "/").last.map(String.init) ?? name
      let definition = framework.nodes[node].indicator.map { framework.indicators[$0] }
      out.append(
        [
          String(repeating: "  ", count: depth) + own,
          definition == nil ? "" : NumberFormat.value(value(node, difference.first)),
          definition == nil ? "" : NumberFormat.value(value(node, difference.second)),
          definition?.unit ?? "",
        ] + cells(node))
    }
    return out
  }

  /// Everything of weight below a node, each part before its own parts.
  private func parts(below node: Int) -> [Int] {
    framework.nodes[node].children.filter { table.weights[$0] > 0 }.flatMap {
      [$0] + parts(below: $0)
    }
  }

  private func value(_ node: Int, _ country: Int) -> Double? {
    guard let column = framework.nodes[node].indicator.flatMap({ table.columns[$0] }),
      column.cells[country].isPresent, !column.values[country].isNaN
    else { return nil }
    return column.values[country]
  }
}

extension DifferencePage {
  private static let columns = [
    "a", "b", "node", "level", "unit", "value_a", "value_b", "score_a", "score_b", "contribution",
    "status_a", "status_b",
  ]

  /// The index, then each dimension followed by what is below it.
  private var nodes: [Int] {
    (only == nil ? [Framework.root] : [])
      + (only.map { [$0] } ?? table.dimensions).flatMap { [$0] + parts(below: $0) }
  }

  /// `index`, `dimension`, `component` or `indicator`.
  private func level(_ node: Int) -> String {
    if node == Framework.root { return "index" }
    if framework.nodes[node].indicator != nil { return "indicator" }
    return framework.nodes[node].depth == 1 ? "dimension" : "component"
  }

  private func name(_ node: Int) -> String {
    node == Framework.root ? "index" : framework.nodes[node].name
  }

  private func unit(_ node: Int) -> String {
    framework.nodes[node].indicator.map { framework.indicators[$0].unit } ?? ""
  }

  private func status(_ node: Int, _ country: Int) -> String {
    let column = framework.nodes[node].indicator.flatMap { table.columns[$0] }
    return column?.cells[country].word ?? (table.score(node, country) == nil ? "missing" : "scored")
  }

  /// One row a node: the contributions of the dimensions sum to that of the index, those below a node
  /// to its own.
  public var csv: String {
    var out = CSVText(header: Self.columns)
    for node in nodes {
      out.field(codes.0)
      out.field(codes.1)
      out.field(name(node))
      out.field(level(node))
      out.field(unit(node))
      out.field(value(node, difference.first))
      out.field(value(node, difference.second))
      out.field(scores(node).0)
      out.field(scores(node).1)
      out.field(points(node))
      out.field(status(node, difference.first))
      out.field(status(node, difference.second))
      out.endRow()
    }
    return out.text
  }

  /// One object: lens, year, both countries, the difference, and an array of its parts.
  public var json: JSONText {
    .object([
      ("lens", .string(table.lens.name)), ("year", .integer(table.year)),
      ("a", country(difference.first)), ("b", country(difference.second)),
      ("difference", .number(difference.total)), ("parts", .array(nodes.map(part))),
    ])
  }

  private func country(_ place: Int) -> JSONText {
    .object([
      ("iso3", .string(table.country(place).code.description)),
      ("country", .string(table.country(place).name)), ("rank", .optional(table.rank(place))),
      ("score", .optional(table.score(place))),
    ])
  }

  private func part(_ node: Int) -> JSONText {
    .object([
      ("node", .string(name(node))), ("level", .string(level(node))),
      ("unit", .string(unit(node))),
      ("value_a", .optional(value(node, difference.first))),
      ("value_b", .optional(value(node, difference.second))),
      ("score_a", .optional(scores(node).0)), ("score_b", .optional(scores(node).1)),
      ("contribution", .number(points(node))),
      ("status_a", .string(status(node, difference.first))),
      ("status_b", .string(status(node, difference.second))),
    ])
  }
}
