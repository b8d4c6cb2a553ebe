/// The ends of the interval that a producer publishes with a figure, in its unit.
///
/// Whatever share of certainty the producer states, they are read as the 5th and the 95th percentile.
package struct Bounds: Sendable, Equatable {
  package let low: Double
  package let high: Double

  /// The 95th percentile of the standard normal distribution.
  package static let normalQuantile = 1.644_853_626_951_472_2

  package init(low: Double, high: Double) { (self.low, self.high) = (low, high) }

  /// Around a value with a standard error.
  package init(around value: Double, standardError: Double) {
    self.init(
      low: value - Self.normalQuantile * standardError, high: value + Self.normalQuantile * standardError)
  }

  /// Whether a value lies between the ends, but for rounding.
  package func hold(_ value: Double) -> Bool {
    let slack = 1e-9 * max(abs(low), abs(high))
    return low <= value + slack && value <= high + slack
  }

  /// The value that lies so many standard deviations from a figure, each side with a deviation of its own: a split
  /// normal distribution, whose mode is the figure.
  package func value(_ deviations: Double, from figure: Double) -> Double {
    figure + deviations * (deviations > 0 ? high - figure : figure - low) / Self.normalQuantile
  }
}
