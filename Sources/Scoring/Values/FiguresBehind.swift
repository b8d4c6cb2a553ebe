import IndexModel

/// One of the figures that a value is made of.
package struct FigureBehind: Sendable, Equatable {
  package let year: Year
  /// The figure as it stands in the file.
  package let figure: Double
  package let place: Provenance
  /// Where the figures stand that it is multiplied by; empty where there are none.
  package var factors: [Provenance] = []
  /// Where the figures stand whose sum it is divided by; empty where there are none.
  package var denominators: [Provenance] = []
  /// Where the people stand by whom it is weighted; nil where it is not.
  package var people: Provenance?
}

extension ScoreTable {
  /// Every figure behind an indicator's value, by year: one, those of a mean, or the two of a change.
  /// Empty where the value is missing, imputed or assumed.
  package func figures(_ indicator: IndicatorIndex, _ row: RowIndex) -> [FigureBehind] {
    guard let column = columns[indicator], column.cells[row].isMeasured, !column.raw[row].isNaN else {
      return []
    }
    return figures(indicator, row, behind: column.years[row])
  }

  /// Every figure behind the value that an indicator has at a year, whatever the lens makes of it.
  package func figures(_ indicator: IndicatorIndex, _ row: RowIndex, behind year: Year) -> [FigureBehind] {
    let (derived, country) = (derived(indicator), countries[row])
    let series = derived.series
    // Of a mean over neighbours alone the country's own figure is no part.
    guard derived.rule?.needsOwnFigure ?? true else { return [] }
    return derived.years(country, behind: year).compactMap { year in
      guard let figure = series.value(country, year), let at = series.provenance(country, year) else {
        return nil
      }
      return FigureBehind(
        year: year, figure: figure, place: at, factors: derived.factorPlaces(country, year),
        denominators: derived.denominatorPlaces(country, year), people: derived.peoplePlace(country, year))
    }
  }
}
