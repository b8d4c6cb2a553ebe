import Analysis
import Audit
import IndexModel
import Scoring
import Tabular

/// One country's score taken apart, in words and tables, down to file and line.
package struct Explanation: Sendable {
  private let table: ScoreTable
  private let place: RowIndex
  private let range: RankRange?
  private let interval: RankIntervals.Interval?
  private let outlying: OutlyingRank?
  private let only: NodeIndex?
  private let dataFolder: String

  /// - Parameters:
  ///   - intervals: the rank intervals; nil where none were computed.
  ///   - only: the one dimension to show; nil for all.
  ///   - dataFolder: what is put before paths under Data/, such as `Data`.
  package init(
    _ table: ScoreTable, _ place: RowIndex, intervals: RankIntervals?, only: NodeIndex?, dataFolder: String
  ) {
    (self.table, self.place, self.only, self.dataFolder) = (table, place, only, dataFolder)
    range = RankRange.leavingOutEachDimension(table)[place]
    interval = RankIntervals.byRow(intervals, table)[place]
    outlying = intervals.flatMap { found in OutlyingRank.all(found).first { $0.country == place } }
  }

  package func text(_ style: PageStyle) -> String {
    var out = PageText(style)
    out.title(headline, wraps: true)
    if only == nil {
      out.blankInMarkdown()
      if let outlying { out.line(IntervalWords.sentence(outlying, table.country(place).name)) }
      out.line(reliability)
      out.table(dimensionTable)
    }
    for dimension in only.map({ [$0] }) ?? table.dimensions { write(dimension, to: &out) }
    out.paragraph(legend)
    return out.text
  }

  private func write(_ dimension: NodeIndex, to out: inout PageText) {
    let parts = ExplainedParts(table, place, dimension, dataFolder)
    out.heading(dimensionHeadline(dimension), wraps: true)
    out.table(parts.table(withFigures: out.hasRoomForFigures))
    if out.isMarkdown {
      let lines = parts.derivations + parts.neighbours
      if !lines.isEmpty { out.blank() }
      for line in lines { out.item(line) }
      return
    }
    for line in (out.hasRoomForFigures ? [] : parts.figures) + parts.derivations + parts.neighbours {
      out.indented(line)
    }
  }

  private var method: MethodText { MethodText(table) }

  private var legend: String {
    let own =
      table.ownShares == nil
      ? "" : " A dimension's weight is its share of the index by the country's own best weights."
    let index =
      only == nil
      ? "points of the index: \(method.points). rank: of a dimension, among the ranked countries with a score "
        + "of it. rank interval: in nine of ten combinations of all judgements, of the index only. " : ""
    return index + "score: \(method.score). weight: share of the "
      + "dimension after renormalising over what is present. points: weight × score under an "
      + "arithmetic mean; they sum to the dimension's score." + own
  }

  private var reliability: String {
    let reliability = table.reliability(place)
    return ReliabilityText.sentence(reliability, table.year) + " – "
      + ReliabilityText.verdict(reliability, table.year)
  }

  private var headline: String {
    let country = table.country(place)
    let lens = "\(table.lens.name), \(table.year)"
    switch table.standings[place] {
    case .ranked(let rank):
      return "\(country.name) (\(country.code)): rank \(rank) of \(table.rankedCount) "
        + "(\(method.standing(interval, range))), score "
        + "\(NumberFormat.fixed(table.score(place), 2)), coverage "
        + "\(NumberFormat.percent(table.coverage(place))) – \(lens)"
    case .withheld(let reason): return "\(country.name) (\(country.code)): unranked, \(reason) – \(lens)"
    }
  }

  private var dimensionTable: TextTable {
    let shares = table.contributions(to: Framework.root, place)
    return TextTable(
      [
        .text("dimension"), .number("score"), .number("rank"), .number("weight"),
        .number("points of the index"),
      ],
      table.dimensions.map { dimension in
        [
          table.framework.nodes[dimension].name, NumberFormat.fixed(table.score(dimension, place), 2),
          NumberFormat.rank(table.ranks(of: dimension)[place]),
          NumberFormat.fixed(shares[dimension].weight, 3),
          table.score(place) == nil ? "–" : NumberFormat.fixed(shares[dimension].points, 2),
        ]
      })
  }

  private func dimensionHeadline(_ dimension: NodeIndex) -> String {
    let name = table.framework.nodes[dimension].name
    guard let score = table.score(dimension, place) else {
      return "\(name): not scored, \(ExplainedParts.shortfall(table, dimension, place)); what there is "
        + "of it carries no weight"
    }
    let imputed = ExplainedParts.imputation(table, dimension, place).map { ", \($0)" } ?? ""
    return "\(name): \(NumberFormat.fixed(score, 2))\(imputed)"
  }
}
