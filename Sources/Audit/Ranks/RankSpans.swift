/// How far apart the ranks of countries are in the middle 90 % of some draws: the distance of the ranks up to
/// which 5 and 95 per cent of the draws leave a country.
package struct RankSpans: Sendable {
  /// A figure over all countries, with the limits that the sampling error of the draws leaves.
  ///
  /// A median and a maximum rise with each of what they are made of, so that they lie between those of the
  /// lower and those of the upper limits.
  package struct Figure: Sendable, Equatable {
    /// In ranks.
    package let value: Int
    package let low: Int
    package let high: Int
  }

  /// Half of the countries have no wider one.
  package let median: Figure
  /// The widest.
  package let greatest: Figure
  /// How far a country's own may be from what it would be over endless draws, at most.
  package let mostOff: Int

  /// - Returns: nil where there are no countries.
  init?(_ counts: RankCounts, _ samples: Int, countries: Int) {
    guard countries > 0 else { return nil }
    let ends = (0..<countries).map { country in
      (
        counts.quantile(country, 0.05, of: samples), counts.quantile(country, 0.95, of: samples),
        counts.limits(country, 0.05, of: samples), counts.limits(country, 0.95, of: samples)
      )
    }
    var values = ends.map { $0.1 - $0.0 }
    var low = ends.map { max(0, $0.3.lowerBound - $0.2.upperBound) }
    var high = ends.map { $0.3.upperBound - $0.2.lowerBound }
    mostOff = values.indices.map { max(values[$0] - low[$0], high[$0] - values[$0]) }.max() ?? 0
    values.sort()
    low.sort()
    high.sort()
    func figure(_ place: Int) -> Figure { Figure(value: values[place], low: low[place], high: high[place]) }
    median = figure(countries / 2)
    greatest = figure(countries - 1)
  }
}
