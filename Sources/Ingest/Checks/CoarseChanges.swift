import Diagnostics
import Glibc
import IndexModel
import Tabular

extension DataChecks {
  /// From so many significant digits down a figure is too coarse for a change: one unit of the last of two digits
  /// is 1 to 10 % of the figure.
  private static let coarseDigits = 2

  /// Notes indicators of change in which a country's latest change rests on a figure of two significant digits or
  /// fewer, such as from 0.06 to 0.05, which 0.055 could have been in both years.
  ///
  /// One finding an indicator, at the country whose change rounding can move most. A figure of 0 has no digits and does not count.
  package static func coarseChanges(_ figures: CheckedFigures, into findings: inout Findings) {
    for indicator in figures.cube.framework.indicatorIndices {
      guard let years = figures.indicator(indicator).derivation.changeOver else { continue }
      let changes = figures.cube.countryIndices.compactMap {
        latestChange(figures, indicator, $0, over: years)
      }
      let coarse = changes.filter { $0.digits <= coarseDigits }
      guard let worst = coarse.max(by: { $0.rounding < $1.rounding }) else { continue }
      findings.append(
        figures.finding(
          .checks.coarseChange,
          "\(figures.code(worst.country)) has \(CSVText.shortest(worst.from)) in \(worst.year - years) and "
            + "\(CSVText.shortest(worst.to)) in \(worst.year): rounding alone can add "
            + "\(NumberFormat.fixed(worst.rounding, 1)) percentage points to its change; in \(coarse.count) of "
            + "\(changes.count) countries with a change a figure has two significant digits or fewer",
          indicator, worst.country, worst.year,
          remedy:
            "look for figures with more digits, or for a measure of change that small figures do not exaggerate"
        ))
    }
  }

  private struct Change {
    let country: CountryIndex
    let year: Year
    let from: Double
    let to: Double
    /// The significant digits of the coarser figure.
    let digits: Int
    /// By how many percentage points the change would be greater if the first figure had been rounded up and the
    /// second down, each by half a unit of the last decimal.
    let rounding: Double
  }

  private static func latestChange(
    _ figures: CheckedFigures, _ indicator: IndicatorIndex, _ country: CountryIndex, over years: Int
  ) -> Change? {
    let history = figures.history(indicator, country)
    let series = figures.cube.series[indicator]
    let decimals = history.map { Self.decimals($0.value) }.max() ?? 0
    for (year, value) in history.reversed() {
      guard let before = series.value(country, year - years), before > 0 else { continue }
      let digits = [before, value].filter { $0 != 0 }.map { significantDigits($0, decimals: decimals) }
      let half = pow(10, -Double(decimals)) / 2
      return Change(
        country: country, year: year, from: before, to: value, digits: digits.min() ?? 0,
        rounding: 100 * ((value + half) / (before - half) - value / before))
    }
    return nil
  }

  /// How many decimals a figure has.
  private static func decimals(_ value: Double) -> Int {
    let parts = CSVText.shortest(value).lowercased().split(separator: "e")
    let written = parts.first?.split(separator: ".").dropFirst().first?.count ?? 0
    let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    return max(0, written - exponent)
  }

  /// The digits of a figure from its first that is not 0, as its country's figures are given: to so many decimals,
  /// for 0.060 and 0.06 are the same number in a file.
  private static func significantDigits(_ value: Double, decimals: Int) -> Int {
    Int(log10(abs(value)).rounded(.down)) + 1 + decimals
  }
}
