import Diagnostics
import IndexModel
import Tabular

extension ObservationCube {
  /// The cube with goalposts for the indicators that the catalogue gives a direction alone: the least and the greatest value
  /// of all countries and years (OECD and JRC Handbook, 2008, section 5.3: min–max over all years).
  ///
  /// Rates are divided as a lens divides them that carries figures forward for ten years.
  /// - Parameter catalogue: the file that a direction without two different values is told of.
  package func withGoalpostsOfFigures(in catalogue: String, into findings: inout Findings) -> ObservationCube
  {
    guard framework.indicators.contains(where: { $0.direction != nil }) else { return self }
    var indicators = framework.indicators
    for (index, indicator) in zip(framework.indicatorIndices, framework.indicators) {
      guard let direction = indicator.direction, !indicator.isAbsent else { continue }
      let (least, greatest) = valueSpan(index)
      let posts =
        direction == .more ? Goalposts(worst: least, best: greatest) : Goalposts(worst: greatest, best: least)
      if let posts, indicator.transform.separates(posts) {
        indicators[index.value].goalposts = posts
      } else if !findings.hasErrors {
        findings.append(
          .framework.goalposts,
          "\"\(indicator.id)\" has a direction alone, and no two different values to take goalposts from",
          at: .init(file: catalogue, line: indicator.line), remedy: "give it worst and best, or figures")
      }
    }
    return ObservationCube(
      countries: countries, framework: Framework(indicators), series: series, neighbours: neighbours)
  }

  /// The least and the greatest derived value of an indicator that its transform takes; turned round where there is none.
  private func valueSpan(_ index: IndicatorIndex) -> (least: Double, greatest: Double) {
    let derived = DerivedSeries(self, index, carryForward: Lens(name: "").carryForward)
    let transform = framework.indicators[index].transform
    var (least, greatest) = (Double.infinity, -Double.infinity)
    guard let last = derived.series.lastYear else { return (least, greatest) }
    for country in countryIndices {
      for year in derived.series.firstYear...last {
        guard let value = derived.value(country, year), transform.accepts(value) else { continue }
        (least, greatest) = (min(least, value), max(greatest, value))
      }
    }
    return (least, greatest)
  }
}
