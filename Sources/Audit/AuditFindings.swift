import Scoring

/// All that an audit found; what was not asked for, or not reached, is nil.
public struct AuditFindings: Sendable {
  /// The audited index.
  public let table: ScoreTable
  /// What was asked.
  public let settings: AuditSettings
  /// The ranking in a form that is linear in the weights; nil for a lens that has none.
  public let scores: LinearScores?
  /// The ranking as any weights join it up the tree, where it is not linear in them; nil where it is, and where
  /// countries do not share weights.
  public internal(set) var tree: TreeScores?
  /// The names of the other lenses whose ranking is linear in the weights of the level.
  public internal(set) var linearLenses: [String] = []
  /// The audited weights; nil where the set cannot be made of the lens's weights.
  public let set: WeightSet?
  /// How high and low each country can come, in order of rank.
  public var bounds: [RankBounds]?
  /// Whether the search for bounds ended since its time was up, or it was interrupted.
  var isOutOfTime = false
  /// How likely each rank is.
  public var acceptability: Acceptability?
  /// How surely a country is first when the figures are perturbed.
  public var confidence: FirstConfidence?
  /// Every country under its own best weights.
  public var ownBest: OwnBestWeights?
  /// Who is ahead of whom, how surely.
  public var shares: PairShares?
  /// How many pairs keep their order whatever the weights.
  public var fixedPairs: FixedPairs?
  /// How far each weight can move before the first ranks change.
  public var stability: [StabilityInterval]?
  /// What share of the differences each dimension accounts for.
  public var importance: [Importance]?
  /// The weights that come nearest to the importance that is claimed.
  public var attainable: AttainableImportance?
  /// What counts twice, dimension by dimension.
  public var redundancy: [Redundancy]?
  /// The ranks without each dimension and indicator.
  public var omissions: [NodeOmission]?
  /// The names of lenses that could not be compared.
  public var leftOut: [String] = []
  /// The lenses two by two.
  public var schools: [LensComparison]?
  /// How sure ranks are when all judgements vary together.
  public var uncertainty: Uncertainty?
  /// Which judgement drives that.
  public var sensitivity: Sensitivity?
  /// What was asked for and, because the audit was interrupted, cut short or not begun.
  public var unfinished: [AuditPart] = []
  /// Whether the audit was interrupted before all that was asked for was done.
  public var isPartial: Bool { !unfinished.isEmpty }

  /// How many draws a part rests on: of Sobol' indices, base points; nil where it draws nothing or was not
  /// done.
  public func draws(_ part: AuditPart) -> Int? {
    switch part {
    case .acceptability: acceptability?.samples
    case .pairs: shares.flatMap { $0.samples == 0 ? nil : $0.samples }
    case .uncertainty: uncertainty?.samples
    case .confidence: confidence?.samples
    case .sensitivity: sensitivity?.indices.baseSamples
    default: nil
    }
  }

  /// Why some bounds are open; nil where all are exact, or none were asked for.
  public var unsettled: UnsettledBounds? {
    bounds.flatMap { UnsettledBounds($0, isOutOfTime: isOutOfTime, unfinished, settings.limit) }
  }

  /// Whether there is more than one weight, so that weights can vary at all.
  public var weightsCanVary: Bool { table.auditedNodes(settings.level).count > 1 }

  /// Every check of what was found; dimensions and indicators in framework order, countries by rank.
  public var checks: [AuditCheck] {
    var checks = AuditCheck.data(table)
    if let redundancy { checks += AuditCheck.structure(table, redundancy) }
    // A single weight, or a single country, would pass whatever the figures are.
    if weightsCanVary, let scores, let importance, let attainable {
      checks += AuditCheck.balance(table, scores, importance, attainable)
    }
    let isRace = table.rankedCount > 1
    if weightsCanVary, isRace, let acceptability {
      checks += AuditCheck.robustness(table, acceptability, bounds ?? [])
    }
    if isRace, let omissions { checks += AuditCheck.omissions(table, omissions) }
    return checks
  }
}
