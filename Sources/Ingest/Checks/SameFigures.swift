import Diagnostics
import IndexModel

extension DataChecks {
  /// How many figures other than 0 two series need to share before their likeness means anything.
  private static let overlap = 20
  /// The share of equal figures from which on two series are taken for one. Different measures of
  /// the shipped catalogue share at most a tenth.
  private static let equal = 0.9

  /// Warns of indicators that have the same figures from different files: one of the files, or the
  /// column taken out of it, is the wrong one.
  package static func sameFigures(_ figures: CheckedFigures, into findings: inout Findings) {
    for (place, later) in figures.distinct.enumerated() {
      for earlier in figures.distinct[..<place] { compare(earlier, later, figures, into: &findings) }
    }
  }

  /// The same for one indicator and all others.
  package static func sameFigures(
    as indicator: IndicatorIndex, _ figures: CheckedFigures, into findings: inout Findings
  ) {
    let files = figures.indicator(indicator).files
    for other in figures.distinct where figures.indicator(other).files != files {
      compare(other, indicator, figures, into: &findings)
    }
  }

  private static func compare(
    _ earlier: IndicatorIndex, _ later: IndicatorIndex, _ figures: CheckedFigures,
    into findings: inout Findings
  ) {
    guard let shared = likeness(figures.cube.series[earlier], figures.cube.series[later]) else { return }
    findings.append(
      figures.finding(
        .checks.sameFigures,
        "\(shared) figures of \(figures.indicator(later).id) are those of "
          + "\(figures.indicator(earlier).id), to the last digit", later,
        remedy: "look which of the two files holds the wrong series; where both are meant, name "
          + "one file in both rows"))
  }

  /// How many figures are equal, where nearly all are; nil where not.
  private static func likeness(_ one: Series, _ other: Series) -> Int? {
    guard let last = one.lastYear, let otherLast = other.lastYear else { return nil }
    let (first, end) = (max(one.firstYear, other.firstYear), min(last, otherLast))
    guard first <= end else { return nil }
    var (equal, different) = (0, 0)
    // Few figures are enough to see that two series have nothing in common.
    let patience = 50
    for country in CountryIndex.all(one.countryCount) {
      for year in first...end {
        guard let a = one.value(country, year), let b = other.value(country, year), a != 0 || b != 0 else {
          continue
        }
        if a == b { equal += 1 } else { different += 1 }
        if different > patience, different > equal { return nil }
      }
    }
    let all = equal + different
    return all >= overlap && Double(equal) >= Self.equal * Double(all) ? equal : nil
  }
}
