import Diagnostics
import IndexModel
import Tabular

extension DataChecks {
  /// How many figures in a row have to be the same. Of the shipped series that are given finely,
  /// modelled ones repeat a value up to five times where their model has no news.
  private static let longRun = 6
  /// How many countries may share a value that counts as fine: one that many share is a grade of
  /// a scale or a rounded number, and repeats for good reason.
  private static let holders = 2
  /// The share of different values among all runs (of one figure or more) from which on a series
  /// counts as given finely. Shares and counts with many digits have 0.7 to 1; grades, whole
  /// numbers and indices of three digits 0.5 at most.
  private static let fineness = 2.0 / 3

  /// The same value in consecutive figures of one country.
  private struct Run {
    let country: CountryIndex
    let first: Year
    let last: Year
    let count: Int
    let value: Double
  }

  /// Notes series in which countries have the very same value many times in a row, one finding
  /// a series, at its longest run: figures that were carried forward to fill gaps look like that.
  ///
  /// Silent about what repeats by nature: zeros; the bounds of the plausible range, the goalposts, the
  /// least and the greatest value of the series (floors and ceilings: 100 %, "less than 2.5"); values
  /// that three countries share; series of grades or of few digits.
  package static func constantRuns(_ figures: CheckedFigures, into findings: inout Findings) {
    for indicator in figures.distinct {
      let runs = runs(figures, indicator)
      let own = Self.ownValues(runs)
      let bounds = bounds(of: figures.indicator(indicator), runs)
      let fine = runs.filter { !bounds.contains($0.value) }
      let different = Set(fine.map(\.value)).count
      guard Double(different) >= fineness * Double(fine.count) else { continue }
      let long = fine.filter { $0.count >= longRun && own.contains($0.value) }
      guard let longest = long.max(by: { $0.count < $1.count }) else { continue }
      findings.append(runFinding(figures, indicator, longest, of: long))
    }
  }

  private static func runs(_ figures: CheckedFigures, _ indicator: IndicatorIndex) -> [Run] {
    var runs: [Run] = []
    for country in figures.cube.countryIndices {
      let history = figures.history(indicator, country)
      var start = 0
      for index in history.indices {
        let isLast = index + 1 == history.count
        guard isLast || history[index + 1].value != history[index].value else { continue }
        runs.append(
          Run(
            country: country, first: history[start].year, last: history[index].year, count: index - start + 1,
            value: history[index].value))
        start = index + 1
      }
    }
    return runs
  }

  private static func ownValues(_ runs: [Run]) -> Set<Double> {
    var seen: [Double: (country: CountryIndex, count: Int)] = [:]
    for run in runs where seen[run.value]?.country != run.country {
      seen[run.value] = (run.country, (seen[run.value]?.count ?? 0) + 1)
    }
    return Set(seen.filter { $0.value.count <= holders }.keys)
  }

  private static func bounds(of indicator: Indicator, _ runs: [Run]) -> Set<Double> {
    let (values, plausible) = (runs.map(\.value), indicator.plausible)
    let bounds = [
      0, plausible.lowerBound, plausible.upperBound, indicator.goalposts?.worst, indicator.goalposts?.best,
      values.min(), values.max(),
    ]
    return Set(bounds.compactMap { $0 })
  }

  private static func runFinding(
    _ figures: CheckedFigures, _ indicator: IndicatorIndex, _ longest: Run, of long: [Run]
  ) -> Diagnostic {
    let others = long.count == 1 ? "" : "; \(long.count) runs of \(longRun) figures or more in the series"
    return figures.finding(
      .checks.constantRun,
      "\(figures.code(longest.country)) has \(CSVText.shortest(longest.value)) "
        + "\(longest.count) times in a row, \(longest.first) to \(longest.last)\(others)", indicator,
      longest.country, longest.first,
      remedy: "figures that were filled in are no observations: leave them out, or say so in DATA.md")
  }
}
