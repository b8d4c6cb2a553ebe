import IndexModel

extension ScoreTable {
  /// The indicators that scores rest on, themselves or as what others are divided or multiplied by, of whose figures
  /// producers publish bounds.
  package var boundedIndicators: [IndicatorIndex] {
    var used = Set<IndicatorIndex>()
    for (index, indicator) in framework.indicators.enumerated() where columns[IndicatorIndex(index)] != nil {
      used.insert(IndicatorIndex(index))
      used.formUnion(indicator.derivation.others.compactMap(framework.indicator))
    }
    return used.filter { cube.series[$0].hasBounds }.sorted()
  }

  /// The table as it might be if its figures were without error: each with bounds is drawn from the
  /// split normal distribution whose 5th and 95th percentiles these are, as far as it stays plausible. Of a country and
  /// indicator all years are off alike.
  ///
  /// It ranks nobody: scores alone are wanted.
  /// - Parameters:
  ///   - normal: draws a number of the standard normal distribution.
  ///   - draw: draws a place below a count, for estimates as in `withDrawnEstimates`; nil to leave them as they are.
  package func withDrawnFigures(_ normal: () -> Double, estimates draw: ((Int) -> Int)? = nil) -> ScoreTable {
    let bounded = boundedIndicators
    if bounded.isEmpty { return draw.flatMap(withDrawnEstimates) ?? self }
    var series = cube.series
    for index in bounded {
      let indicator = framework.indicators[index]
      let accepts: (Double) -> Bool = { !indicator.derivation.isIdentity || indicator.transform.accepts($0) }
      let deviations = cube.countryIndices.map { _ in normal() }
      series[index] = series[index].moved(deviations, indicator.plausible, accepts: accepts)
    }
    let drawn = ObservationCube(
      countries: cube.countries, framework: framework, series: series, neighbours: cube.neighbours)
    return ScoreTable(drawn, lens, year, interventions, isRanked: false, drawing: draw)
  }
}
