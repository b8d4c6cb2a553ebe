/// A share of independent draws.
package enum SampledShare {
  /// The standard error of a share: √(p(1 − p)/n).
  /// - Parameter draws: how many, at least 1.
  package static func standardError(_ share: Double, of draws: Int) -> Double {
    (share * (1 - share) / Double(draws)).squareRoot()
  }
}
