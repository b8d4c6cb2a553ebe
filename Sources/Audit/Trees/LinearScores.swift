import IndexModel
import Scoring

/// The scores of ranked countries, in dimensions or in indicators, in a form in which their order is
/// linear in the weights: a ranks above b when Σ w·a > Σ w·b.
///
/// Under an arithmetic mean these are the scores; under a geometric one max(s, f) in logarithms,
/// under a harmonic −1/max(s, f), under a power mean with exponent p the power s^p (its negative for
/// p < 0). A dimension that a ranked country lacks stands there with its index score, an indicator with
/// the score of the nearest node above it that the country has (`ScoreTable.standIn`), so that the
/// nominal weights give the nominal score and everything stays linear.
package struct LinearScores: Sendable {
  package let level: AuditLevel
  /// The nodes of weight, in framework order.
  package let nodes: [NodeIndex]
  /// The ranked countries, in order of rank.
  package let countries: [RowIndex]
  /// The nominal weights of the nodes, summing to 1.
  package let weights: [Double]
  /// A value for each node and country: `values[node * countries.count + country]`.
  package let values: [Double]
  /// In the same order, whether the value is the country's own and not a stand-in.
  let isOwn: [Bool]
  /// In the same order, how much of a sum rounding may make up for each unit of weight on the value.
  let doubts: [Double]

  /// - Returns: nil where the order is not linear in the weights, for `ScoreTable.nonLinearity`.
  package init?(_ table: ScoreTable, level: AuditLevel = .dimension) {
    guard table.nonLinearity(level) == nil else { return nil }
    let aggregator = table.aggregator(of: Framework.root)
    self.level = level
    nodes = table.auditedNodes(level)
    countries = table.ranked
    weights = table.auditedWeights(level)
    values = nodes.flatMap { [countries] node in
      countries.map { aggregator.linear(table.standIn(node, $0) ?? 0) }
    }
    isOwn = nodes.flatMap { [countries] node in countries.map { table.isCounted(node, $0) } }
    doubts = Self.doubts(values, isOwn, countries.count, aggregator.leastSize)
  }

  /// 10⁻¹¹ of the size of each value. A stand-in is as uncertain as what it is made of, which may be far greater
  /// than itself: there the greatest of the country's own values counts.
  private static func doubts(_ values: [Double], _ isOwn: [Bool], _ countries: Int, _ least: Double)
    -> [Double]
  {
    var greatest = [Double](repeating: 0, count: countries)
    for place in values.indices where isOwn[place] {
      greatest[place % countries] = max(greatest[place % countries], abs(values[place]))
    }
    return values.indices.map { place in
      1e-11 * ((isOwn[place] ? abs(values[place]) : greatest[place % countries]) + least)
    }
  }

  /// The values of one country, node by node.
  package func row(_ country: Int) -> [Double] {
    nodes.indices.map { values[$0 * countries.count + country] }
  }
}

extension Aggregator {
  /// Whether countries keep their order when scores are replaced by a weighted sum of `linear`: rounded, some tie that
  /// the sum would tell apart.
  var isLinearInWeights: Bool { !isStepped && isMeanOfTerms }

  /// Whether what is joined is a weighted sum of `linear`, before it is rounded.
  var isMeanOfTerms: Bool {
    switch method {
    case .arithmetic, .geometric, .harmonic, .power: true
    case .minimum, .product, .mazziottaPareto, .copeland, .ratio: false
    }
  }

  /// What rounding is set against where values are smaller: a logarithm near 0 is no better known than its
  /// score, and powers may be too small for all their digits.
  fileprivate var leastSize: Double { method == .geometric ? 1 : 1e-290 }

  /// Whether less is better once a score is taken inward: of a reciprocal, and of what is lacking, but not of both.
  private var turns: Bool { (method == .harmonic || (method == .power && power < 0)) != isTurned }

  /// A score as the sum takes it in, turned so that more is better.
  func linear(_ score: Double) -> Double {
    let inward = inward(taken(isTurned ? 100 - score : score))
    return turns ? -inward : inward
  }

  /// The score that a weighted sum of `linear` stands for.
  func score(ofLinear sum: Double) -> Double { finished(outward(turns ? -sum : sum)) }
}
