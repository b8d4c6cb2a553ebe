import Diagnostics
import IndexModel

extension ScoreTable {
  /// An indicator's values and scores, also where the lens gives it no weight: then as they would be if it did,
  /// with nothing imputed. Nil for an indicator without goalposts.
  ///
  /// What is doubtful of figures that take no part in the scores is not noted.
  package func columnWeighedOrNot(_ indicator: IndicatorIndex) -> IndicatorColumn? {
    if let column = columns[indicator] { return column }
    var plain = lens
    plain.impute = .none
    let maker = ColumnMaker(cube, plain, year, countries)
    var ignored = Findings()
    guard var column = maker.column(indicator, into: &ignored) else { return nil }
    maker.normalise(&column, into: &ignored)
    return column
  }

  /// The latest value of an indicator that is only divided by or multiplied with, and has no goalposts: one for
  /// each of `countries`, nil where there is none to be carried forward.
  package func unscoredValues(_ indicator: IndicatorIndex) -> [(year: Year, value: Double)?] {
    let derived = DerivedSeries(cube, indicator, carryForward: lens.carryForward)
    return countries.map { country in
      guard let latest = derived.series.latestYear(country, upTo: year), latest >= year - lens.carryForward,
        let value = derived.value(country, latest)
      else { return nil }
      return (latest, value)
    }
  }
}
