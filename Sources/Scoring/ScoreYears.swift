import IndexModel
import Tabular

extension ObservationCube {
  /// Scores several years, each as `score(_:by:)` does, on all cores.
  ///
  /// Only what is taken out of each table is kept: the tables of a century would not fit everywhere.
  /// - Returns: what was taken, in the order of the years.
  package func score<Taken: Sendable>(
    _ years: [Year], by lens: Lens, taking take: @Sendable (ScoreTable) -> Taken
  ) -> [Taken] { inParallel(years.count) { take(score(years[$0], by: lens)) } }
}

extension Lens {
  /// Whether scores of different years compare: each rests on its own figures and fixed goalposts alone.
  package var scoresAreComparableOverYears: Bool {
    normalisation == .goalposts && aggregation.indicators != .copeland && aggregation.dimensions != .copeland
      && !aggregation.nodes.values.contains(.copeland) && !aggregation.rules.compareUnits
      && weightScheme?.isDerived != true
  }
}

/// From when to when the figures of a lens's indicators reach.
package struct FigureSpans: Sendable {
  private let spans: [(weight: Double, years: ClosedRange<Year>)]

  package init(_ cube: ObservationCube, _ lens: Lens) {
    spans = cube.effectiveLeafWeights(lens).compactMap { leaf in
      let series = cube.series[leaf.indicator]
      guard leaf.weight > 0, let last = series.lastYear else { return nil }
      return (leaf.weight, series.firstYear...last)
    }
  }

  /// The share of effective weight, 0–1, of the indicators whose figures span a year.
  package func weight(_ year: Year) -> Double {
    spans.reduce(0) { $1.years.contains(year) ? $0 + $1.weight : $0 }
  }

  /// Whether those indicators carry at least half of the effective weight. Where they do not, most
  /// of what a score of the year rests on is carried forward from the end of a series, or missing.
  package func suffice(_ year: Year) -> Bool { weight(year) >= 0.5 - 1e-12 }

  /// The first and the last year in which figures suffice; nil where they never do.
  package var years: ClosedRange<Year>? {
    guard let first = spans.map(\.years.lowerBound).min(), let last = spans.map(\.years.upperBound).max(),
      let from = (first...last).first(where: suffice), let to = (first...last).last(where: suffice)
    else { return nil }
    return from...to
  }
}
