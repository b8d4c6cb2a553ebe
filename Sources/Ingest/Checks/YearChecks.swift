import Diagnostics
import IndexModel

extension DataChecks {
  /// How old the newest figure of a series may be before nobody carries it forward any more: the
  /// ten years of the lenses' default.
  private static let carried = 10

  /// Warns of figures of years that are still to come, one finding an indicator: they are projections,
  /// or the year is mistyped.
  package static func futureYears(_ figures: CheckedFigures, present: Year, into findings: inout Findings) {
    for indicator in figures.distinct {
      let series = figures.cube.series[indicator]
      guard let last = series.lastYear, last > present else { continue }
      let cells = figures.cube.countryIndices.flatMap { country in
        (max(series.firstYear, present + 1)...last).filter { series.value(country, $0) != nil }.map {
          (country: country, year: $0)
        }
      }
      guard let first = cells.first else { continue }
      let count = cells.count == 1 ? "1 figure is" : "\(cells.count) figures are"
      findings.append(
        figures.finding(
          .checks.futureYear,
          "\(count) of years after \(present), up to \(last); the first is that of "
            + "\(figures.code(first.country)) in \(first.year)", indicator, first.country, first.year,
          remedy: "a projection is no observation: leave the rows out, or set last_year in " + "imports.toml")
      )
    }
  }

  /// Notes indicators whose newest figure is more than ten years old: no lens with the default of
  /// `carry_forward` scores them for the present.
  package static func staleSeries(_ figures: CheckedFigures, present: Year, into findings: inout Findings) {
    for index in figures.cube.framework.indicatorIndices {
      guard let last = figures.cube.series[index].lastYear, last <= present - carried else { continue }
      findings.append(
        figures.finding(
          .checks.staleSeries, "\(figures.indicator(index).id) has no figure after \(last)", index,
          remedy: "look for a newer edition of the source, or for another indicator"))
    }
  }
}
