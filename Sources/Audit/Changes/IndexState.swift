import IndexModel
import Scoring

/// An index as it stands or stood: its figures, its judgements, and the year that it scores.
package struct IndexState: Sendable {
  package let cube: ObservationCube
  package let lens: Lens
  package let year: Year

  package init(_ cube: ObservationCube, _ lens: Lens, _ year: Year) {
    (self.cube, self.lens, self.year) = (cube, lens, year)
  }

  /// Its figures scored by a catalogue and a lens that may be another state's; an indicator that its own catalogue
  /// has not has no figures.
  func scored(_ framework: Framework, _ lens: Lens) -> ScoreTable {
    let series = framework.indicators.map { indicator in
      cube.framework.indicator(indicator.id).map { cube.series[$0] }
        ?? Series(FigureBlock(countryCount: cube.countries.count, years: nil, files: []))
    }
    let judged = ObservationCube(
      countries: cube.countries, framework: framework, series: series, neighbours: cube.neighbours)
    return judged.score(year, by: lens)
  }
}
