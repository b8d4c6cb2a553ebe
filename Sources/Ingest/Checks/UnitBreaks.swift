import Diagnostics
import IndexModel

extension DataChecks {
  /// How near to a power of ten a factor has to be, as a difference of decimal logarithms: 0.15 is a
  /// factor of 1.4. Real change from one figure to the next is rarely more, in series that have
  /// a steady unit.
  private static let nearness = 0.15
  /// The share of countries that have to change by the same power of ten. In the most restless of
  /// the shipped series, deaths in disasters, it is 0.19 in the worst year, by chance; a file that was
  /// published in another unit has it near 1, a half of a file pasted in has it near 0.5.
  private static let share = 0.25
  /// How many countries have to change alike: in a handful, chance does the rest.
  private static let least = 5
  /// From this change on (threefold), a step counts as a great one. At least half of the great steps of
  /// the year have to go the same way; in a restless series they go everywhere.
  private static let great = 0.5

  /// In restless series no share of countries changes alike, but the median step still shows the unit.
  /// It has to be this near to a power of ten, a factor of 1.8, so at least 5.6-fold; in the shipped
  /// series the median of a year is at most 3.2-fold.
  private static let medianNearness = 0.25
  /// How many steps a median has to be taken of.
  private static let leastForMedian = 20

  /// Warns of years in which the figures of many countries at once are near 10, 100 or 1,000
  /// times those before, or that part of them: the publisher, or an import, changed the unit.
  package static func unitBreaks(_ figures: CheckedFigures, into findings: inout Findings) {
    for indicator in figures.distinct {
      let series = figures.cube.series[indicator]
      var byYear = [[Step]](repeating: [], count: series.yearCount)
      for step in figures.steps(indicator) { byYear[step.to.year - series.firstYear].append(step) }
      for steps in byYear where steps.count >= least {
        guard let (power, changed) = shared(steps) ?? typical(steps) else { continue }
        findings.append(breakFinding(figures, indicator, power, changed, of: steps.count))
      }
    }
  }

  /// The power of ten by which enough of the steps change, and those steps.
  private static func shared(_ steps: [Step]) -> (power: Int, steps: [Step])? {
    let great = steps.count { abs($0.magnitude) > Self.great }
    let enough = max(Double(least), share * Double(steps.count), Double(great) / 2)
    for power in powers {
      let changed = steps.filter { abs($0.magnitude - Double(power)) < nearness }
      if Double(changed.count) >= enough { return (power, changed) }
    }
    return nil
  }

  /// The power of ten that the median step is near to, and the steps that are within half a power.
  private static func typical(_ steps: [Step]) -> (power: Int, steps: [Step])? {
    guard steps.count >= leastForMedian else { return nil }
    let median = steps.map(\.magnitude).sorted()[steps.count / 2]
    for power in powers where abs(median - Double(power)) < medianNearness {
      let changed = steps.filter { abs($0.magnitude - Double(power)) < 0.5 }
      return changed.isEmpty ? nil : (power, changed)
    }
    return nil
  }

  private static let powers = [1, -1, 2, -2, 3, -3]

  private static func breakFinding(
    _ figures: CheckedFigures, _ indicator: IndicatorIndex, _ power: Int, _ changed: [Step], of count: Int
  ) -> Diagnostic {
    let factor = (power < 0 ? "1/" : "") + "1" + String(repeating: "0", count: abs(power))
    let first = changed[0]
    let examples = changed.prefix(2).map { "\(figures.code($0.country)) \($0.words)" }
    return figures.finding(
      .checks.unitBreak,
      "in \(first.to.year) the figures of \(changed.count) of \(count) countries are near "
        + "\(factor) times those before: " + examples.joined(separator: "; "), indicator, first.country,
      first.to.year,
      remedy: "look up in which unit the figures up to \(first.from.year) are and in which the "
        + "later ones, and bring them into one")
  }
}
