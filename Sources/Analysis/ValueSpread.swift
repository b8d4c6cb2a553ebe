import IndexModel
import Scoring

/// How the values of an indicator are spread over the countries that have one.
package struct ValueSpread: Sendable {
  /// A value that no other is beyond, and who has it, by code.
  package struct Extreme: Sendable {
    package let value: Double
    package let countries: [RowIndex]
  }

  package let count: Int
  package let least: Extreme
  package let greatest: Extreme
  /// Quartiles by the definition of `Quantile`.
  package let lowerQuartile: Double
  package let median: Double
  package let upperQuartile: Double
  package let mean: Double
  /// The sample skewness; nil for fewer than four values, or where all are equal.
  package let skewness: Double?

  /// - Returns: nil where no country has a value.
  init?(_ values: [(country: RowIndex, value: Double)]) {
    let ordered = values.map(\.value).sorted()
    guard let least = ordered.first, let greatest = ordered.last, let low = Quantile.of(ordered, 0.25),
      let median = Quantile.of(ordered, 0.5), let high = Quantile.of(ordered, 0.75)
    else { return nil }
    count = ordered.count
    self.least = Extreme(value: least, countries: values.filter { $0.value == least }.map(\.country))
    self.greatest = Extreme(value: greatest, countries: values.filter { $0.value == greatest }.map(\.country))
    (lowerQuartile, self.median, upperQuartile) = (low, median, high)
    mean = Moments.mean(ordered)
    skewness = Winsoriser.shape(of: ordered)?.skewness
  }
}
