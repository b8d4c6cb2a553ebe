import Analysis
import Scoring

/// All that an audit found; what was not asked for, or not reached, is nil.
package struct AuditFindings: Sendable {
  package let table: ScoreTable
  package let settings: AuditSettings
  /// The ranking in a form that is linear in the weights; nil for a lens that has none.
  package let scores: LinearScores?
  /// The ranking as shared weights join it up the tree, where it is not linear in them.
  package internal(set) var tree: TreeScores?
  /// The names of the other lenses whose ranking is linear in the weights of the level.
  package internal(set) var linearLenses: [String] = []
  /// The audited weights; nil where the set cannot be made of the lens's weights.
  package let set: WeightSet?
  /// How high and low each country can come, in order of rank.
  package var bounds: [RankBounds]?
  /// Whether the search for bounds ended since its time was up, or it was interrupted.
  var isOutOfTime = false
  package var acceptability: Acceptability?
  package var confidence: FirstConfidence?
  package var confidenceSets: ConfidenceSets?
  package var benefitOfDoubt: BenefitOfDoubtResult?
  package var winningIndices: PairwiseWinningIndices?
  package var fixedPairs: FixedPairs?
  /// How far each weight can move before the first ranks change.
  package var stability: [StabilityInterval]?
  package var importance: [Importance]?
  /// The weights that come nearest to the importance that is claimed.
  package var targetImportance: TargetImportance?
  package var redundancy: [Redundancy]?
  package var omissions: [NodeOmission]?
  /// The names of lenses that could not be compared.
  package var leftOut: [String] = []
  package var lenses: [LensComparison]?
  package var uncertainty: Uncertainty?
  /// The rank intervals that stand beside ranks.
  package var intervals: RankIntervals?
  /// What makes them wide.
  package var intervalDrivers: IntervalDrivers?
  package var sensitivity: Sensitivity?
  /// What was asked for and left out, since too many countries are ranked for it.
  package internal(set) var tooLarge: [AuditAnalysis] = []
  /// What was asked for and, because the audit was interrupted, cut short or not begun.
  package var unfinished: [AuditAnalysis] = []
  /// Whether the audit was interrupted before all that was asked for was done.
  package var isPartial: Bool { !unfinished.isEmpty }

  /// How many draws, or base points, an analysis rests on; nil where it drew nothing.
  package func draws(_ analysis: AuditAnalysis) -> Int? { analysis.work?.draws?(self) }

  /// Why some bounds are open; nil where all are exact, or none were asked for.
  package var unsettled: UnsettledBounds? {
    bounds.flatMap { UnsettledBounds($0, isOutOfTime: isOutOfTime, unfinished, settings.limit) }
  }

  /// Whether there is more than one weight, so that weights can vary at all.
  package var weightsCanVary: Bool { table.auditedNodes(settings.level).count > 1 }

  /// Every check of what was found; dimensions and indicators in framework order, countries by rank.
  package var checks: [AuditCheck] {
    var checks = AuditCheck.data(table)
    if let redundancy { checks += AuditCheck.structure(table, redundancy) }
    // A single weight, or a single country, would pass whatever the figures are.
    if weightsCanVary, let scores, let importance, let targetImportance {
      checks += AuditCheck.balance(table, scores, importance, targetImportance)
    }
    let isRace = table.rankedCount > 1
    if isRace, let intervals { checks += AuditCheck.widths(table, intervals) }
    if weightsCanVary, isRace { checks += AuditCheck.exactness(bounds ?? []) }
    if isRace, let omissions { checks += AuditCheck.omissions(table, omissions) }
    return checks
  }
}
