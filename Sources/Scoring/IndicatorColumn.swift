import HumanSecurity
import Lens
import Tabular

/// One indicator at the reference year: a value, or the reason for its absence, per country.
public struct IndicatorColumn: Sendable {
  /// The indicator's place in the framework.
  public let indicator: Int
  /// The goalposts in force: the lens's, else the catalogue's.
  public let goalposts: Goalposts
  /// How each country's value came about, in the order of the score table's countries.
  public internal(set) var cells: [Cell]
  /// The year of each country's latest figure behind the value; 0 where absent.
  public internal(set) var years: [Year]
  /// The figure as it stands in the file; NaN where absent.
  public internal(set) var raw: [Double]
  /// The derived value, in the indicator's unit, before any transform; NaN where absent.
  public internal(set) var values: [Double]
  /// The score, 0 to 100 where the normalisation has bounds; NaN where absent.
  public internal(set) var scores: [Double]
  /// What was done about extreme values; nil where nothing was.
  public internal(set) var treatment: Treatment?

  fileprivate mutating func reserveCapacity(_ count: Int) {
    cells.reserveCapacity(count)
    years.reserveCapacity(count)
    raw.reserveCapacity(count)
    values.reserveCapacity(count)
  }

  /// What was done about extreme values of a column.
  public enum Treatment: Sendable, Equatable {
    /// The values of the countries at these places were set to the next less extreme one.
    case winsorised([Int])
    /// Logarithms of the distance from the least value were taken.
    case logged
    /// Five points did not suffice, and under goalposts nothing else may be done.
    case left
  }
}

/// Takes one indicator's values at the reference year out of the cube.
///
/// Methodology: the latest derived value in [Y − W, Y]; ratio first, then mean or change.
struct ColumnMaker {
  let cube: ObservationCube
  let lens: Lens
  let year: Year
  let countries: [Int]
  var interventions: [Intervention] = []

  func column(_ indicator: Int, into findings: inout Findings) -> IndicatorColumn? {
    let definition = cube.framework.indicators[indicator]
    guard let posts = lens.goalposts[definition.id] ?? definition.goalposts else { return nil }
    let derived = DerivedSeries(cube, definition, indicator, carryForward: lens.carryForward)
    var column = IndicatorColumn(
      indicator: indicator, goalposts: posts, cells: [], years: [], raw: [], values: [],
      scores: [])
    column.reserveCapacity(countries.count)
    for country in countries {
      var cell = latest(derived, country)
      if cell.cell.isPresent, !definition.transform.accepts(cell.derived) {
        findings.append(transformError(definition, indicator, country, cell))
        cell = (.absent(.notDerivable), 0, .nan, .nan)
      }
      column.cells.append(cell.cell)
      column.years.append(cell.year)
      column.raw.append(cell.raw)
      column.values.append(cell.derived)
    }
    derived.reportZeroDenominators(countries, year, into: &findings)
    Imputer.impute(&column, lens.impute, countries) { cube.countries[$0] }
    assume(&column, definition, into: &findings)
    normalise(&column, definition, into: &findings)
    return column
  }

  /// Transform, outliers, normalisation.
  private func normalise(
    _ column: inout IndicatorColumn, _ definition: Indicator, into findings: inout Findings
  ) {
    var values = column.values.map { $0.isNaN ? .nan : definition.transform($0) ?? .nan }
    if lens.outliers == .winsorise,
      let treated = Winsoriser.treat(values, underGoalposts: lens.normalisation == .goalposts)
    {
      values = treated.values
      column.treatment = treated.treatment
      if treated.treatment == .left { findings.append(untreated(definition)) }
    }
    let normaliser = Normaliser(
      method: lens.normalisation, posts: column.goalposts, transform: definition.transform)
    let reference = lens.reference.flatMap { code in
      countries.firstIndex { cube.countries[$0].code == code }
    }
    let (scores, doubt) = normaliser.scores(values, reference: reference)
    column.scores = scores
    if let doubt { findings.append(finding(doubt, definition, column)) }
  }

  private func untreated(_ definition: Indicator) -> Diagnostic {
    Diagnostic(
      .warning, "outliers-left",
      "moving five points does not draw in the extremes of \(definition.id), and its goalposts "
        + "would lose their meaning under another scale: it is left as it is",
      remedy: "choose a transform in indicators.csv")
  }

  private func finding(
    _ doubt: Normaliser.Doubt, _ definition: Indicator, _ column: IndicatorColumn
  ) -> Diagnostic {
    switch doubt {
    case .constant:
      return Diagnostic(
        .warning, "constant",
        "every country has the same value of \(definition.id): it tells none apart",
        remedy: "give it the weight 0 in the lens")
    case .noReference:
      return Diagnostic(
        .error, "no-reference",
        "\(lens.reference?.description ?? "the reference") has no value of \(definition.id) to be "
          + "compared with", remedy: "choose another reference, or give the indicator the weight 0")
    case .notPositive(let place):
      let figure = cube.series[column.indicator].provenance(countries[place], column.years[place])
      return Diagnostic(
        .error, "not-positive",
        "\(definition.id) of \(cube.countries[countries[place]].code) is not above 0, so that a "
          + "ratio to a reference says nothing",
        at: figure.map { .init(file: $0.file, line: $0.line) },
        remedy: "choose another normalisation")
    }
  }

  private typealias Latest = (cell: Cell, year: Year, raw: Double, derived: Double)

  private func latest(_ derived: DerivedSeries, _ country: Int) -> Latest {
    let earliest = year - lens.carryForward
    var hasFigure = false
    var candidate = year
    while candidate >= earliest {
      if let raw = derived.series.value(country, candidate) {
        hasFigure = true
        if let value = derived.value(country, candidate) {
          let cell = candidate == year ? Cell.observed : .carried(age: year - candidate)
          return (cell, candidate, raw, value)
        }
      }
      candidate -= 1
    }
    let latest = derived.series.latestYear(country, upTo: year)
    let absence: Absence =
      hasFigure ? .notDerivable : latest.map { .tooOld(latest: $0) } ?? .neverObserved
    return (.absent(absence), 0, .nan, .nan)
  }

  private func transformError(
    _ definition: Indicator, _ indicator: Int, _ country: Int, _ cell: Latest
  ) -> Diagnostic {
    let place = cube.series[indicator].provenance(country, cell.year)
    return Diagnostic(
      .error, "transform",
      "\(definition.id) of \(cube.countries[country].code) in \(cell.year) is "
        + "\(CSVText.shortest(cell.derived)), but \(definition.transform) needs "
        + definition.transform.requirement,
      at: place.map { .init(file: $0.file, line: $0.line) },
      remedy: "correct the figure, or choose another transform in indicators.csv")
  }
}
