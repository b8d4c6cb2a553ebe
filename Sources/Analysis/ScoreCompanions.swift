import IndexModel
import Scoring
import Tabular

/// How two lists of scores go together, over the countries that have both.
package struct ScoreCorrelation: Sendable {
  package let countries: Int
  /// −1 to 1; nil where either does not vary, and for fewer than three countries, of which any two agree.
  package let pearson: Double?
  package let spearman: Double?

  /// - Parameters: lists of the same countries, NaN where there is no score.
  init(_ one: [Double], _ other: [Double]) {
    let pairs = zip(one, other).filter { !$0.isNaN && !$1.isNaN }
    countries = pairs.count
    let isEnough = pairs.count >= 3
    pearson = isEnough ? Moments.correlation(pairs.map(\.0), pairs.map(\.1)) : nil
    spearman = isEnough ? RankCorrelation.spearman(pairs.map(\.0), pairs.map(\.1)) : nil
  }
}

/// What the scores of an indicator go with: its own dimension without it, the other dimensions, the index and the
/// other indicators, over the ranked countries in which it rests on figures.
///
/// A dimension that contains an indicator goes with it for that reason alone, so its own is scored anew without it
/// (corrected item–total correlation: Nunnally and Bernstein, *Psychometric Theory*, 1994, chapter 8). The index
/// is taken with it.
package struct ScoreCompanions: Sendable {
  package let indicator: IndicatorIndex
  /// Its dimension, by its place in the table's `dimensions`; nil where that has no weight.
  package let own: Int?
  /// With each of the table's `dimensions`, its own without it.
  package let dimensions: [ScoreCorrelation]
  package let index: ScoreCorrelation
  /// The other indicator of weight with the highest Spearman correlation; nil where none has one. Only those count
  /// that at least half of the indicator's countries have.
  package let nearest: (indicator: IndicatorIndex, correlation: ScoreCorrelation)?

  /// Several indicators, on all cores; nil in the place of one without scores.
  package static func all(_ table: ScoreTable, _ indicators: [IndicatorIndex]) -> [ScoreCompanions?] {
    inParallel(indicators.count) { ScoreCompanions(table, indicators[$0]) }
  }

  /// - Returns: nil for an indicator without goalposts, and where no ranked country has it.
  package init?(_ table: ScoreTable, _ indicator: IndicatorIndex) {
    guard let leaf = table.framework.leaf(of: indicator), let scores = table.measuredScores(indicator),
      scores.contains(where: { !$0.isNaN })
    else { return nil }
    let dimension = table.framework.dimension(above: leaf)
    let rest = table.rest(of: dimension, without: leaf)
    self.indicator = indicator
    own = table.dimensions.firstIndex(of: dimension)
    dimensions = table.dimensions.map { other in
      let whole = table.rows.map { table.score(other, $0) ?? .nan }
      return ScoreCorrelation(scores, other == dimension ? rest : whole)
    }
    index = ScoreCorrelation(scores, table.rows.map { table.score($0) ?? .nan })
    nearest = Self.nearest(to: indicator, scores, table)
  }

  private static func nearest(to indicator: IndicatorIndex, _ scores: [Double], _ table: ScoreTable) -> (
    IndicatorIndex, ScoreCorrelation
  )? {
    let own = scores.count { !$0.isNaN }
    var nearest: (IndicatorIndex, ScoreCorrelation)?
    for column in table.columnsInOrder where column.indicator != indicator {
      guard let other = table.measuredScores(column.indicator) else { continue }
      let correlation = ScoreCorrelation(scores, other)
      guard let spearman = correlation.spearman, 2 * correlation.countries >= own,
        spearman > nearest?.1.spearman ?? -.infinity
      else { continue }
      nearest = (column.indicator, correlation)
    }
    return nearest
  }

  /// The other dimension that the scores go with more than with their own, by their place in the table's
  /// `dimensions`: the one of the highest Spearman correlation, where that is greater by more than a margin.
  /// Nil where there is none, or its own has no correlation.
  package func elsewhere(by margin: Double) -> Int? {
    guard let own, let least = dimensions[own].spearman else { return nil }
    let others = dimensions.indices.filter { $0 != own && dimensions[$0].spearman != nil }
    let best = others.max { dimensions[$0].spearman ?? -1 < dimensions[$1].spearman ?? -1 }
    guard let best, let most = dimensions[best].spearman else { return nil }
    return most - least > margin ? best : nil
  }
}

extension ScoreTable {
  /// The scores of a dimension without one of its indicators, NaN where there is none; all of them where it has
  /// no other.
  fileprivate func rest(of dimension: NodeIndex, without leaf: NodeIndex) -> [Double] {
    let isWeighed = effectiveWeights[leaf] > 0
    if isWeighed, weighedLeaves(below: dimension).count == 1 { return rows.map { _ in .nan } }
    let indicator = framework.nodes[leaf].indicator.map { [framework.indicators[$0]] } ?? []
    let rest = isWeighed ? leavingOut(indicator) : self
    return rows.map { rest.score(dimension, $0) ?? .nan }
  }

  /// The scores of an indicator for each of `countries`, NaN for those that are not ranked or whose score rests
  /// on no figure; nil without goalposts.
  fileprivate func measuredScores(_ indicator: IndicatorIndex) -> [Double]? {
    columnWeighedOrNot(indicator).map { column in
      rows.map { rank($0) != nil && column.cells[$0].isMeasured ? column.scores[$0] : .nan }
    }
  }
}
