import Scoring
import Tabular

/// When so little of a country's weight rests on figures that readers should be told.
package enum CoverageHint {
  /// The JRC's rule of thumb for the share of indicators a country should have.
  package static let threshold = Reliability.coverageRequired

  /// What stands behind a coverage that is below the threshold.
  package static let mark = "¹"

  /// What the mark means.
  package static let text =
    "less than \(NumberFormat.percent(threshold)) covered: read rank and score with care"

  /// Whether a coverage is below the threshold.
  package static func isThin(_ coverage: Double) -> Bool { coverage < threshold }
}
