import HumanSecurity
import Tabular

/// An indicator's figures as the catalogue derives values from them: ratio, then mean or change.
struct DerivedSeries {
  let series: Series
  private let denominator: Series?
  private let definition: Indicator
  private let carryForward: Int

  init(_ cube: ObservationCube, _ definition: Indicator, _ indicator: Int, carryForward: Int) {
    self.definition = definition
    self.carryForward = carryForward
    series = cube.series[indicator]
    denominator = definition.derivation.denominator
      .flatMap { cube.framework.indicator($0) }.map { cube.series[$0] }
  }

  /// The derived value at a year that has a figure of its own; nil where it cannot be derived.
  func value(_ country: Int, _ year: Year) -> Double? {
    guard let current = ratio(country, year) else { return nil }
    if let years = definition.derivation.meanOver { return mean(country, year, over: years) }
    if let years = definition.derivation.changeOver {
      guard let before = ratio(country, year - years), before > 0 else { return nil }
      return 100 * (current - before) / before
    }
    return current
  }

  /// x / denominator × per, with the denominator of the same year, else the nearest earlier one
  /// within the years carried forward.
  private func ratio(_ country: Int, _ year: Year) -> Double? {
    guard let figure = series.value(country, year) else { return nil }
    guard definition.derivation.denominator != nil else {
      return figure * definition.derivation.per
    }
    guard let denominator, let at = denominatorYear(country, year),
      let divisor = denominator.value(country, at), divisor != 0
    else { return nil }
    return figure / divisor * definition.derivation.per
  }

  /// The mean over [y − k + 1, y], of at least half of the k years.
  private func mean(_ country: Int, _ year: Year, over years: Int) -> Double? {
    var sum = 0.0
    var count = 0
    for candidate in (year - years + 1)...year {
      guard let value = ratio(country, candidate) else { continue }
      sum += value
      count += 1
    }
    return count >= (years + 1) / 2 ? sum / Double(count) : nil
  }

  /// The years whose figures a value is made of, in their order.
  func years(_ country: Int, behind year: Year) -> [Year] {
    if let years = definition.derivation.meanOver {
      return ((year - years + 1)...year).filter { ratio(country, $0) != nil }
    }
    return (definition.derivation.changeOver.map { [year - $0] } ?? []) + [year]
  }

  private func denominatorYear(_ country: Int, _ year: Year) -> Year? {
    guard let found = denominator?.latestYear(country, upTo: year) else { return nil }
    return found >= year - carryForward ? found : nil
  }

  /// Warns of each country whose latest figure cannot be divided because the denominator is 0.
  func reportZeroDenominators(_ countries: [Int], _ year: Year, into findings: inout Findings) {
    guard let denominator else { return }
    for country in countries {
      guard let latest = series.latestYear(country, upTo: year), latest >= year - carryForward,
        let at = denominatorYear(country, latest), denominator.value(country, at) == 0,
        let place = denominator.provenance(country, at)
      else { continue }
      findings.append(
        Diagnostic(
          .warning, "zero-denominator",
          "the denominator of \(definition.id) is 0, so its value is missing",
          at: .init(file: place.file, line: place.line), remedy: "correct the denominator"))
    }
  }

  /// The figure of the denominator behind a value, for those who trace it.
  func denominatorYearAndPlace(_ country: Int, _ year: Year) -> (year: Year, place: Provenance)? {
    guard let denominator, let at = denominatorYear(country, year),
      let place = denominator.provenance(country, at)
    else { return nil }
    return (at, place)
  }
}
