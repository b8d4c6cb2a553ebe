/// Means and covariances, of the population.
package enum Moments {
  /// Taken from the first value on, so that the mean of a constant is the constant, its variance 0.
  package static func mean(_ values: [Double]) -> Double {
    guard let first = values.first else { return 0 }
    return first + values.reduce(0) { $0 + ($1 - first) } / Double(values.count)
  }

  package static func covariance(_ one: [Double], _ other: [Double]) -> Double {
    let (first, second) = (mean(one), mean(other))
    let sum = zip(one, other).reduce(0) { $0 + ($1.0 - first) * ($1.1 - second) }
    return one.isEmpty ? 0 : sum / Double(one.count)
  }

  /// Pearson's correlation; nil where one does not vary.
  package static func correlation(_ one: [Double], _ other: [Double]) -> Double? {
    let product = covariance(one, one) * covariance(other, other)
    guard product > 0 else { return nil }
    return min(max(covariance(one, other) / product.squareRoot(), -1), 1)
  }
}
