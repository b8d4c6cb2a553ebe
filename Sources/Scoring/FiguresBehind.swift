import HumanSecurity

/// One of the figures that a value is made of.
public struct FigureBehind: Sendable, Equatable {
  /// The year it speaks of.
  public let year: Year
  /// The figure as it stands in the file.
  public let figure: Double
  /// Where it stands.
  public let place: Provenance
  /// Where the figure stands that it is divided by; nil where there is none.
  public let denominator: Provenance?
}

extension ScoreTable {
  /// Every figure behind an indicator's value, by year: one, those of a mean, or the two of a change.
  /// Empty where the value is missing, imputed or assumed.
  public func figures(_ indicator: Int, _ country: Int) -> [FigureBehind] {
    guard let column = columns[indicator], column.cells[country].isMeasured else { return [] }
    let derived = DerivedSeries(
      cube, framework.indicators[indicator], indicator, carryForward: lens.carryForward)
    let (series, place) = (derived.series, countries[country])
    return derived.years(place, behind: column.years[country]).compactMap { year in
      guard let figure = series.value(place, year), let at = series.provenance(place, year) else {
        return nil
      }
      return FigureBehind(
        year: year, figure: figure, place: at,
        denominator: derived.denominatorYearAndPlace(place, year)?.place)
    }
  }
}
