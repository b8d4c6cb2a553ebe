import IndexModel

/// One of the figures that a value is made of.
package struct FigureBehind: Sendable, Equatable {
  /// The year it speaks of.
  package let year: Year
  /// The figure as it stands in the file.
  package let figure: Double
  /// Where it stands.
  package let place: Provenance
  /// Where the figures stand that it is multiplied by; empty where there are none.
  package var factors: [Provenance] = []
  /// Where the figures stand whose sum it is divided by; empty where there are none.
  package var denominators: [Provenance] = []
}

extension ScoreTable {
  /// Every figure behind an indicator's value, by year: one, those of a mean, or the two of a change.
  /// Empty where the value is missing, imputed or assumed.
  package func figures(_ indicator: Int, _ country: Int) -> [FigureBehind] {
    guard let column = columns[indicator], column.cells[country].isMeasured, !column.raw[country].isNaN else {
      return []
    }
    let derived = DerivedSeries(
      cube, framework.indicators[indicator], indicator, carryForward: lens.carryForward)
    let (series, place) = (derived.series, countries[country])
    return derived.years(place, behind: column.years[country]).compactMap { year in
      guard let figure = series.value(place, year), let at = series.provenance(place, year) else {
        return nil
      }
      return FigureBehind(
        year: year, figure: figure, place: at, factors: derived.factorPlaces(place, year),
        denominators: derived.denominatorPlaces(place, year))
    }
  }
}
