import IndexModel
import Scoring

/// A mean of dimension scores taken apart: what each score adds to a weighted sum, and the score that
/// the sum stands for. Greater sums are greater scores.
///
/// As in `LinearScores`: the score under an arithmetic mean, its logarithm under a geometric one, its
/// negative reciprocal under a harmonic one, a power of it under a power mean; the floor of the lens holds.
package struct LinearMean: Sendable {
  private let aggregator: Aggregator

  /// - Returns: nil for a method that no weighted sum orders as it does (`Aggregator.isMeanOfTerms`).
  package init?(_ method: Aggregation, _ rules: AggregationRules) {
    aggregator = Aggregator(
      method: method, floor: rules.floor, power: rules.power, rule: rules.rules.dimensions)
    guard aggregator.isMeanOfTerms else { return nil }
  }

  /// Makes sums of weights that sum to 1 tie where the lens rounds or counts their scores to the same.
  /// - Precondition: `count` sums.
  package func tie(_ sums: inout [Double], count: Int) {
    guard aggregator.isStepped else { return }
    for place in 0..<count { sums[place] = aggregator.score(ofLinear: sums[place]) }
  }

  /// What a score adds for each unit of weight.
  package func term(_ score: Double) -> Double { aggregator.linear(score) }

  /// Turns sums of weights that sum to 1 into scores.
  /// - Precondition: `tie` was called on them, which makes scores of them where the lens rounds or counts; room for
  ///   `count` scores.
  package func scores(of sums: [Double], count: Int, into scores: inout [Double]) {
    for place in 0..<count {
      scores[place] = aggregator.isStepped ? sums[place] : aggregator.score(ofLinear: sums[place])
    }
  }
}
