import Audit
import HumanSecurity
import Lens
import Scoring
import Tabular

/// One country's score taken apart, in words and tables, down to file and line.
public struct Explanation: Sendable {
  private let table: ScoreTable
  private let place: Int
  private let range: RankRange?
  private let only: Int?
  private let dataFolder: String

  /// - Parameters:
  ///   - only: the one dimension to show, a place in `framework.nodes`; nil for all.
  ///   - dataFolder: what is put before paths under Data/, such as `Data`.
  public init(
    _ table: ScoreTable, _ place: Int, range: RankRange?, only: Int?, dataFolder: String
  ) {
    self.table = table
    self.place = place
    self.range = range
    self.only = only
    self.dataFolder = dataFolder
  }

  /// The explanation for a terminal.
  public func plain(width: Int?, bold: Bool) -> String {
    var out = Prose.wrapped(headline, width: width) + "\n"
    if only == nil { out += Prose.wrapped(reliability, width: width) + "\n" }
    if only == nil { out += "\n" + dimensionTable(markdown: false).plain(width: width, bold: bold) }
    for dimension in shownDimensions {
      out += "\n\(dimensionHeadline(dimension))\n\n"
      let isNarrow = width.map { $0 < Self.widthForFigures } ?? false
      out += indicatorTable(dimension, markdown: false, withFigures: !isNarrow)
        .plain(width: width, bold: bold)
      if isNarrow { out += figures(dimension) }
      out += denominators(dimension)
    }
    return out + "\n" + Prose.wrapped(Self.legend, width: width) + "\n"
  }

  /// The explanation as Markdown.
  public var markdown: String {
    var out = "# \(MarkdownText.escape(headline))\n"
    if only == nil { out += "\n\(reliability)\n" }
    if only == nil { out += "\n" + dimensionTable(markdown: true).markdown }
    for dimension in shownDimensions {
      out += "\n## \(MarkdownText.escape(dimensionHeadline(dimension)))\n\n"
      out += indicatorTable(dimension, markdown: true).markdown
    }
    return out + "\n" + Self.legend + "\n"
  }

  private static let legend =
    "score: 0 (least secure) to 100, the value's place between worst and best. weight: share of the "
    + "dimension after renormalising over what is present. points: weight × score under an "
    + "arithmetic mean; they sum to the dimension's score."

  private var reliability: String {
    ReliabilityText.sentence(table.reliability(place), table.year)
  }

  private var shownDimensions: [Int] { only.map { [$0] } ?? table.dimensions }

  private var headline: String {
    let country = table.country(place)
    let lens = "\(table.lens.name), \(table.year)"
    switch table.standings[place] {
    case .ranked(let rank):
      return "\(country.name) (\(country.code)): rank \(rank) "
        + "(\(ScoreListing.rangeText(range)) leaving any one dimension out), score "
        + "\(NumberFormat.fixed(table.score(place), 2)), coverage "
        + "\(NumberFormat.percent(table.coverage(place))) – \(lens)"
    case .withheld(let reason):
      return "\(country.name) (\(country.code)): withheld, \(reason) – \(lens)"
    }
  }

  private func dimensionTable(markdown: Bool) -> TextTable {
    var out = TextTable([
      .text("dimension"), .number("score"), .number("weight"), .number("points of the index"),
    ])
    let shares = table.contributions(to: Framework.root, place)
    for dimension in table.dimensions {
      out.append([
        table.framework.nodes[dimension].name,
        NumberFormat.fixed(table.score(dimension, place), 2),
        NumberFormat.fixed(shares[dimension].weight, 3),
        table.score(place) == nil ? "–" : NumberFormat.fixed(shares[dimension].points, 2),
      ])
    }
    return out
  }

  private func dimensionHeadline(_ dimension: Int) -> String {
    let name = table.framework.nodes[dimension].name
    guard let score = table.score(dimension, place) else {
      return "\(name): not scored, too little of its weight is present"
    }
    return "\(name): \(NumberFormat.fixed(score, 2))"
  }

  private func indicatorTable(
    _ dimension: Int, markdown: Bool, withFigures: Bool = true
  ) -> TextTable {
    var columns: [TextTable.Column] = [
      .text("indicator", shrinksTo: 16), .number("value"), .text("unit", shrinksTo: 8),
      .number("year"), .number("worst"), .number("best"), .number("score"), .number("weight"),
      .number("points"), .text("figure"),
    ]
    if !withFigures { columns.removeLast() }
    var out = TextTable(columns)
    let shares = table.contributions(to: dimension, place)
    for leaf in table.framework.leaves(below: dimension) {
      guard let indicator = table.framework.nodes[leaf].indicator,
        let column = table.columns[indicator]
      else { continue }
      var row = row(column, shares[leaf])
      if !withFigures { row.removeLast() }
      out.append(markdown ? row.map(MarkdownText.escape) : row)
    }
    return out
  }

  private func row(_ column: IndicatorColumn, _ share: Contribution) -> [String] {
    let definition = table.framework.indicators[column.indicator]
    let posts = [column.goalposts.worst, column.goalposts.best].map { NumberFormat.value($0) }
    switch column.cells[place] {
    case .absent(let absence):
      return [definition.id.rawValue, "missing", definition.unit, "–"] + posts
        + ["–", "–", "–", absence.reason]
    case .observed, .carried, .imputed, .assumed:
      let isMeasured = column.cells[place].isMeasured
      return [
        definition.id.rawValue, NumberFormat.value(column.values[place]), definition.unit,
        isMeasured ? "\(column.years[place])" : column.cells[place].word,
      ] + posts + [
        NumberFormat.fixed(column.scores[place], 1), NumberFormat.fixed(share.weight, 3),
        NumberFormat.fixed(share.points, 2), figure(column),
      ]
    }
  }

  private func figure(_ column: IndicatorColumn) -> String {
    if case .imputed(let rule) = column.cells[place] {
      return "imputed: \(rule.replacing("_", with: " "))"
    }
    guard let at = table.provenance(column.indicator, place) else { return "–" }
    return address(at)
  }

  private func address(_ place: Provenance) -> String {
    "\(dataFolder)/\(place.file):\(place.line)"
  }

  /// Below this width the places of figures stand under the table instead of in it.
  private static let widthForFigures = 130

  /// Where each figure stands, or why there is none, a line each.
  private func figures(_ dimension: Int) -> String {
    table.framework.leaves(below: dimension).reduce(into: "") { out, leaf in
      guard let indicator = table.framework.nodes[leaf].indicator,
        let column = table.columns[indicator]
      else { return }
      let id = table.framework.indicators[indicator].id
      out += "  \(id): \(row(column, .none).last ?? "")\n"
    }
  }

  /// The figures that rates were divided by: a value has to be traceable to all it came from.
  private func denominators(_ dimension: Int) -> String {
    var out = ""
    for leaf in table.framework.leaves(below: dimension) {
      guard let indicator = table.framework.nodes[leaf].indicator,
        let column = table.columns[indicator], column.cells[place].isMeasured
      else { continue }
      let definition = table.framework.indicators[indicator]
      guard !definition.derivation.isIdentity else { continue }
      out +=
        "  \(definition.id): figure \(CSVText.shortest(column.raw[place]))"
        + derivationText(definition.derivation, indicator) + "\n"
    }
    return out
  }

  private func derivationText(_ derivation: Derivation, _ indicator: Int) -> String {
    var text = ""
    if let id = derivation.denominator, let under = table.denominator(indicator, place) {
      text += ", per \(CSVText.shortest(derivation.per)) of \(id) (\(address(under.place)))"
    }
    if let years = derivation.meanOver { text += ", mean of \(years) years up to its year" }
    if let years = derivation.changeOver { text += ", change in % over \(years) years" }
    return text
  }
}
