import IndexModel
import Ingest
import Scoring

/// One stored figure that a value is made of, with the line of its file.
package struct TracedFigure: Sendable {
  /// What it does in the value.
  package enum Role: String, Sendable {
    case figure
    case factor
    case denominator
    /// The people by whom a rate is weighted.
    case people
    /// A land neighbour's figure.
    case neighbour
  }

  let role: Role
  /// The series that it belongs to.
  let series: IndicatorIndex
  /// Whose figure it is.
  let country: CountryIndex
  let year: Year
  let figure: Double
  let place: Provenance
}

/// An indicator's value of a country, back to the lines of the files that it is made of.
package struct CellTrace: Sendable {
  let table: ScoreTable
  let indicator: IndicatorIndex
  let place: RowIndex
  /// The year that the value is called after; nil where there is no value.
  let year: Year?
  let value: Double?
  /// Its normalised score; nil where it has none, or the indicator is not scored.
  let score: Double?
  let cell: Cell?
  let figures: [TracedFigure]

  var definition: Indicator { table.framework.indicators[indicator] }

  package init(_ table: ScoreTable, _ indicator: IndicatorIndex, _ place: RowIndex) {
    (self.table, self.indicator, self.place) = (table, indicator, place)
    if let column = table.columnWeighedOrNot(indicator) {
      let cell = column.cells[place]
      self.cell = cell
      (year, value) = cell.isMeasured ? (column.years[place], column.values[place]) : (nil, nil)
      score = column.scores[place].isNaN ? nil : column.scores[place]
    } else {
      let own = table.unscoredValues(indicator)[place]
      (year, value, score) = (own?.year, own?.value, nil)
      cell = own.map { $0.year == table.year ? .observed : .carried(age: table.year - $0.year) }
    }
    figures = year.map { Self.figures(table, indicator, place, $0) } ?? []
  }

  private static func figures(
    _ table: ScoreTable, _ indicator: IndicatorIndex, _ place: RowIndex, _ year: Year
  ) -> [TracedFigure] {
    let derivation = table.framework.indicators[indicator].derivation
    let finder = SeriesFinder(table: table)
    let country = table.countries[place]
    let own = table.figures(indicator, place, behind: year).flatMap { behind in
      [
        TracedFigure(
          role: .figure, series: indicator, country: country, year: behind.year, figure: behind.figure,
          place: behind.place)
      ] + finder.figures(.factor, behind.factors, derivation.factors, country, behind.year)
        + finder.figures(.denominator, behind.denominators, derivation.denominators, country, behind.year)
        + finder.figures(
          .people, behind.people.map { [$0] } ?? [], derivation.prior.map { [$0.people] } ?? [], country,
          behind.year)
    }
    let neighbours = table.neighbourFigures(indicator, place, behind: year).flatMap { neighbour in
      let stored = table.cube.series[indicator].value(neighbour.country, neighbour.year)
      return [
        TracedFigure(
          role: .neighbour, series: indicator, country: neighbour.country, year: neighbour.year,
          figure: stored ?? neighbour.value, place: neighbour.place)
      ] + finder.figures(.factor, neighbour.others, derivation.factors, neighbour.country, neighbour.year)
        + finder.figures(
          .denominator, neighbour.others, derivation.denominators, neighbour.country, neighbour.year)
    }
    return own + neighbours
  }
}

/// Finds the series, year and figure that stand at a place, among the series that a value is made with.
private struct SeriesFinder {
  let table: ScoreTable

  /// - Parameter year: of the figure that these go with; theirs are of it or before it.
  func figures(
    _ role: TracedFigure.Role, _ places: [Provenance], _ ids: [IndicatorID], _ country: CountryIndex,
    _ year: Year
  ) -> [TracedFigure] {
    ids.compactMap { id in
      guard let series = table.framework.indicator(id) else { return nil }
      let figures = table.cube.series[series]
      guard let at = figures.latestYear(country, upTo: year), let place = figures.provenance(country, at),
        places.contains(place), let figure = figures.value(country, at)
      else { return nil }
      return TracedFigure(
        role: role, series: series, country: country, year: at, figure: figure, place: place)
    }
  }
}
