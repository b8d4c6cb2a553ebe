/// The mean of what is there: the weight of what is missing goes to what is there, in proportion.
///
/// This is the one place where missing weight is redistributed. Loops over many weights repeat it in another
/// form and name it: `TreeScorer`, `JudgementSpace`, `LinearScores`, `Rejoining`.
package struct PresentMean: Sendable {
  /// The weight of what is there.
  package private(set) var weight = 0.0
  private var sum = 0.0
  private var least = Double.infinity
  private var most = -Double.infinity

  package init() {}

  /// Takes in a score.
  /// - Parameter term: what is summed for it, where the mean is of a function of scores.
  package mutating func add(_ score: Double, _ weight: Double, as term: Double) {
    self.weight += weight
    sum += weight * term
    least = min(least, score)
    most = max(most, score)
  }

  /// The mean of the terms, as it comes; NaN where nothing is there.
  package var ofTerms: Double { sum / weight }

  /// The mean of the scores; NaN where nothing is there. It lies between the least and the greatest of them:
  /// rounding does not carry it outside.
  /// - Parameter score: turns the mean of terms into a score.
  package func callAsFunction(_ score: (Double) -> Double = { $0 }) -> Double {
    weight > 0 ? min(max(score(ofTerms), least), most) : .nan
  }

  /// The shares of what is there by its weights, which sum to 1; nil where there is no weight.
  package static func shares(_ weights: [Double]) -> [Double]? {
    let total = weights.reduce(0, +)
    return total > 0 ? weights.map { $0 / total } : nil
  }
}
