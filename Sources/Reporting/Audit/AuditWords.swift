import Audit
import Scoring

/// What each check of an audit looks at, what it means when it does not pass, and what one could do.
struct AuditWords {
  /// What is looked at, as a heading.
  let title: String
  /// What a figure beyond the line means here.
  let meaning: String
  /// What one could do about it.
  let remedy: String

  /// The ten steps of the Handbook on Constructing Composite Indicators (OECD and JRC, 2008).
  static let steps = [
    "Theoretical framework", "Data selection", "Missing data", "Structure of the data", "Normalisation",
    "Weighting and aggregation", "Uncertainty and sensitivity", "Back to the data", "Links to other measures",
    "Presentation",
  ]

  /// Why a step has no check that a program could make; nil for one that has.
  static func unchecked(_ step: Int) -> String? {
    switch step {
    case 1: "A judgement, not a figure: the rationale of the lens, beside those that it competes with."
    case 9: "How far other lenses agree stands in the table lenses; no line is drawn."
    case 10:
      "Each country's rank in the report stands with its interval, and each value that rests on figures "
        + "with their files and lines. Ranks within a dimension have no interval."
    default: nil
    }
  }

  /// On which side of the line a figure lies that does not pass.
  let side: String

  init(_ kind: AuditCheck.Kind, _ level: AuditLevel = .dimension, _ unsettled: UnsettledBounds? = nil) {
    switch kind {
    case .indicatorCoverage, .countryCoverage, .opposedPair, .randomPair, .internalConsistency, .exactBounds:
      side = "below"
    case .skewedScores: side = "beyond ±"
    default: side = "above"
    }
    switch kind {
    case .indicatorCoverage:
      title = "Share of ranked countries with a figure, by indicator"
      meaning = "The indicator compares only those who publish it; the others are judged without."
      remedy = "find a broader series, or give it less weight"
    case .countryCoverage:
      title = "Share of weight that rests on figures, by country"
      meaning = "The country's score speaks of a part of what the index is about."
      remedy = "read its rank with its coverage; find its missing figures"
    case .imputedShare:
      title = "Share of weight that is imputed"
      meaning = "Part of the ranking repeats what is typical of a group."
      remedy = "show which cells they are, and score without them"
    case .skewedScores:
      title = "Skewness of an indicator's scores, where kurtosis is high as well"
      meaning = "A few countries use up the scale; it separates the others little."
      remedy = "choose a transform or nearer goalposts"
    case .opposedPair:
      title = "Correlation within a dimension below 0"
      meaning =
        "Two indicators of one dimension pull against each other: each takes back some of what the other says."
      remedy = "ask whether they measure one thing; else part them"
    case .randomPair:
      title = "Correlation within a dimension"
      meaning = "The two have little in common: their mean is not a measure of one thing."
      remedy = "say why they belong together, or part them"
    case .redundantPair:
      title = "Correlation within a dimension, too high"
      meaning = "The scores of the two rise and fall together: what they share has the weight of both."
      remedy = "put them into one component, so that they share a weight"
    case .internalConsistency:
      title = "Cronbach's α of a dimension"
      meaning = "The indicators are not interchangeable measures of one quantity."
      remedy = "none is needed where the dimension is meant as a sum of different threats; say so"
    case .importance:
      title = "Distance of importance from weight, as a share of the weight"
      meaning =
        "The \(level.rawValue) decides more, or less, of what sets countries apart than its weight says."
      remedy = "report the importance beside the weight, or look at how its scores spread"
    case .targetImportance:
      title = "Distance to the weights whose importance would be as stated, as a share"
      meaning = "For \(level.rawValue)s to matter as much as stated, weights would have to be quite others."
      remedy = "say that weights are rates of exchange, not importances"
    case .rankWidth:
      title = "Width of a country's 90 per cent rank interval, as a share of the countries"
      meaning = "Other judgements would give the country quite another rank."
      remedy = "name the interval with the rank"
    case .exactBounds:
      title = "Share of countries whose rank bounds are proven exact"
      meaning = "For the others an inner and an outer limit are known, not the bounds themselves."
      remedy = Self.remedy(unsettled)
    case .omission:
      title = "Mean move of ranks without one node, as a share of the countries"
      meaning = "The ranking depends on whether this is counted at all."
      remedy = "look at its figures first: their quality carries over to the ranking"
    }
  }

  /// What settles more bounds: more of what ran out.
  private static func remedy(_ unsettled: UnsettledBounds?) -> String {
    switch unsettled {
    case .time: "give more time with --budget"
    case .interruption: "let the audit run to its end"
    case .rounding: "nothing: rounding leaves open which of two countries is ahead"
    case .limit(let limit): "raise --programs above \(limit)"
    case nil: "raise --programs"
    }
  }
}
