import Diagnostics
import Glibc
import IndexModel
import Tabular

extension DataChecks {
  /// The least factor that is taken for a slip of the unit, as a decimal logarithm: 50. A figure that
  /// was written as a share instead of a percentage, or in thousands instead of units, is 100 or
  /// 1,000 times off, give or take what really changed.
  private static let slip: Double = log10(50.0)
  /// How far apart the figures before and after may be for them to speak against the one between:
  /// a factor of 3.
  private static let agreement: Double = log10(3.0)
  /// What a calm series does not do: change fivefold in one step.
  private static let fivefold: Double = log10(5.0)

  /// Warns of single figures that are 50 times as great or as small as those before and after, and
  /// notes changes of that size that last.
  ///
  /// Only in series that are calm otherwise and all of one sign: disasters, wars, refugees and
  /// inflation do change a hundredfold, and a scale that crosses 0 has no ratios. Calm is a series
  /// in which at most one step in a hundred, and two more, are fivefold. Of the shipped ones 40 are.
  package static func unitSlips(_ figures: CheckedFigures, into findings: inout Findings) {
    for indicator in figures.distinct {
      let steps = figures.steps(indicator)
      let wild = steps.count { abs($0.magnitude) > fivefold }
      guard wild > 0, 100 * (wild - 2) <= steps.count,
        steps.allSatisfy({ ($0.from.value > 0) == (steps[0].from.value > 0) })
      else { continue }
      var index = 0
      while index < steps.count {
        let step = steps[index]
        index += 1
        guard abs(step.magnitude) >= slip else { continue }
        if index < steps.count, isReturn(steps[index], from: step) {
          findings.append(slipFinding(figures, indicator, step, back: steps[index]))
          index += 1
        } else {
          findings.append(leapFinding(figures, indicator, step))
        }
      }
    }
  }

  private static func isReturn(_ next: Step, from step: Step) -> Bool {
    next.country == step.country && next.from.year == step.to.year && abs(next.magnitude) >= slip
      && abs(step.magnitude + next.magnitude) < agreement
  }

  private static func slipFinding(
    _ figures: CheckedFigures, _ indicator: IndicatorIndex, _ step: Step, back: Step
  ) -> Diagnostic {
    figures.finding(
      .checks.unitSlip,
      "\(figures.code(step.country)) has \(step.words), "
        + "\(CSVText.shortest(back.to.value)) in \(back.to.year): one is \(factor(step)) off", indicator,
      step.country, step.to.year,
      remedy: "compare with the publisher's figure; the unit of this one looks like another")
  }

  private static func leapFinding(_ figures: CheckedFigures, _ indicator: IndicatorIndex, _ step: Step)
    -> Diagnostic
  {
    figures.finding(
      .checks.leap, "\(figures.code(step.country)) has \(step.words): \(factor(step)) apart", indicator,
      step.country, step.to.year,
      remedy: "compare both with the publisher's figures: such a change is rare in this series")
  }

  private static func factor(_ step: Step) -> String {
    let ratio = step.to.value / step.from.value
    return "a factor of " + CSVText.shortest((ratio < 1 ? 1 / ratio : ratio).rounded())
  }
}
