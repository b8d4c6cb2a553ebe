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
    if only == nil { out += "\n" + dimensionTable.plain(width: width, bold: bold) }
    for dimension in shownDimensions {
      out += "\n" + Prose.wrapped(dimensionHeadline(dimension), width: width) + "\n\n"
      let isNarrow = width.map { $0 < Self.widthForFigures } ?? false
      let parts = ExplainedParts(table, place, dimension, dataFolder)
      out += parts.table(withFigures: !isNarrow).plain(width: width, bold: bold)
      if isNarrow { out += parts.figures.map { "  \($0)\n" }.joined() }
      out += parts.derivations.map { "  \($0)\n" }.joined()
      for line in parts.neighbours { out += "  " + Prose.wrapped(line, width: width) + "\n" }
    }
    return out + "\n" + Prose.wrapped(legend, width: width) + "\n"
  }

  /// The explanation as Markdown.
  public var markdown: String {
    var out = "# \(MarkdownText.escape(headline))\n"
    if only == nil { out += "\n\(reliability)\n" }
    if only == nil { out += "\n" + dimensionTable.escaped.markdown }
    for dimension in shownDimensions {
      out += "\n## \(MarkdownText.escape(dimensionHeadline(dimension)))\n\n"
      let parts = ExplainedParts(table, place, dimension, dataFolder)
      out += parts.table(withFigures: true).escaped.markdown
      let lines = parts.derivations + parts.neighbours
      if !lines.isEmpty { out += "\n" }
      out += lines.map { "- \(MarkdownText.escape($0))\n" }.joined()
    }
    return out + "\n" + legend + "\n"
  }

  private var method: MethodText {
    MethodText(lens: table.lens, dimensionCount: table.dimensions.count)
  }

  private var legend: String {
    let own =
      table.ownShares == nil
      ? "" : " A dimension's weight is its share of the index by the country's own best weights."
    return
      "score: \(method.score). weight: share of the "
      + "dimension after renormalising over what is present. points: weight × score under an "
      + "arithmetic mean; they sum to the dimension's score." + own
  }

  private var reliability: String {
    let reliability = table.reliability(place)
    return ReliabilityText.sentence(reliability, table.year) + " – "
      + ReliabilityText.verdict(reliability, table.year)
  }

  private var shownDimensions: [Int] { only.map { [$0] } ?? table.dimensions }

  private var headline: String {
    let country = table.country(place)
    let lens = "\(table.lens.name), \(table.year)"
    switch table.standings[place] {
    case .ranked(let rank):
      return "\(country.name) (\(country.code)): rank \(rank) "
        + "(\(ScoreListing.rangeText(range)) when \(method.omission)), score "
        + "\(NumberFormat.fixed(table.score(place), 2)), coverage "
        + "\(NumberFormat.percent(table.coverage(place))) – \(lens)"
    case .withheld(let reason):
      return "\(country.name) (\(country.code)): withheld, \(reason) – \(lens)"
    }
  }

  private var dimensionTable: TextTable {
    var out = TextTable([
      .text("dimension"), .number("score"), .number("rank"), .number("weight"),
      .number("points of the index"),
    ])
    let shares = table.contributions(to: Framework.root, place)
    for dimension in table.dimensions {
      out.append([
        table.framework.nodes[dimension].name,
        NumberFormat.fixed(table.score(dimension, place), 2),
        table.ranks(of: dimension)[place].map(String.init) ?? "–",
        NumberFormat.fixed(shares[dimension].weight, 3),
        table.score(place) == nil ? "–" : NumberFormat.fixed(shares[dimension].points, 2),
      ])
    }
    return out
  }

  private func dimensionHeadline(_ dimension: Int) -> String {
    let name = table.framework.nodes[dimension].name
    guard let score = table.score(dimension, place) else {
      return
        "\(name): not scored, \(ExplainedParts.shortfall(table, dimension, place)); what there is "
        + "of it carries no weight"
    }
    return "\(name): \(NumberFormat.fixed(score, 2))"
  }

  /// Below this width the places of figures stand under the table instead of in it.
  private static let widthForFigures = 130
}
