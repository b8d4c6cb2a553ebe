/// All figures: country × indicator × year.
///
/// One contiguous block an indicator, over the years of its figures. NaN inside, optional outside.
package struct ObservationCube: Sendable {
  /// The countries, by code.
  package let countries: [Country]
  package let framework: Framework
  /// The figures of each indicator of the framework.
  package let series: [Series]
  /// The land neighbours of each country, ascending.
  package let neighbours: [[CountryIndex]]

  /// - Parameter neighbours: of each country; empty for none of any.
  /// - Precondition: one series an indicator, each over all the countries; neighbours of each.
  package init(
    countries: [Country], framework: Framework, series: [Series], neighbours: [[CountryIndex]] = []
  ) {
    precondition(series.count == framework.indicators.count)
    precondition(neighbours.isEmpty || neighbours.count == countries.count)
    precondition(series.allSatisfy { $0.countryCount == countries.count })
    (self.countries, self.framework, self.series) = (countries, framework, series)
    self.neighbours = neighbours.isEmpty ? countries.map { _ in [] } : neighbours
  }

  package var countryIndices: Range<CountryIndex> { CountryIndex.all(countries.count) }

  /// The countries within a scope, by code.
  package func countries(in scope: Scope) -> [CountryIndex] {
    countryIndices.filter { scope.contains(countries[$0]) }
  }

  /// The latest year of any figure; nil when there is none.
  package var latestYear: Year? { series.compactMap(\.lastYear).max() }

  /// The earliest year of any figure; nil when there is none.
  package var earliestYear: Year? { series.compactMap { $0.isEmpty ? nil : $0.firstYear }.min() }
}
