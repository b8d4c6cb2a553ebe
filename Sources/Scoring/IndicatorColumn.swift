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
  /// The score, 0 to 100; NaN where absent.
  public internal(set) var scores: [Double]
}

/// Takes one indicator's values at the reference year out of the cube.
///
/// Methodology: the latest derived value in [Y − W, Y]; ratio first, then mean or change.
struct ColumnMaker {
  let cube: ObservationCube
  let lens: Lens
  let year: Year
  let countries: [Int]

  func column(_ indicator: Int, into findings: inout Findings) -> IndicatorColumn? {
    let definition = cube.framework.indicators[indicator]
    guard let posts = lens.goalposts[definition.id] ?? definition.goalposts else { return nil }
    let derived = DerivedSeries(cube, definition, indicator, carryForward: lens.carryForward)
    var column = IndicatorColumn(
      indicator: indicator, goalposts: posts, cells: [], years: [], raw: [], values: [],
      scores: [])
    let scale = GoalpostScale(posts, definition.transform)
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
      column.scores.append(scale.score(cell.derived))
    }
    derived.reportZeroDenominators(countries, year, into: &findings)
    return column
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

/// The place of a value between its goalposts, both transformed: 0 at worst, 100 at best.
struct GoalpostScale {
  private let transform: Transform
  private let worst: Double
  private let span: Double

  init(_ posts: Goalposts, _ transform: Transform) {
    self.transform = transform
    worst = transform(posts.worst) ?? .nan
    span = (transform(posts.best) ?? .nan) - worst
  }

  /// 100·clamp((t(x) − t(worst)) / (t(best) − t(worst)), 0, 1); NaN for NaN.
  func score(_ value: Double) -> Double {
    guard let transformed = transform(value) else { return .nan }
    return 100 * min(max((transformed - worst) / span, 0), 1)
  }
}
