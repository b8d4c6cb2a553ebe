import IndexModel
import Scoring

/// What share of the variance of the index each dimension accounts for: weight × covariance with the index / variance
/// of the index. Equals `Importance.covarianceShare` of Audit, which a test holds against it.
struct ImportanceSteps {
  let plan: StatementPlan
  private var aggregator: Aggregator { plan.scoring.aggregator(of: Framework.root) }
  private var dimensions: [NodeIndex] { plan.scoring.dimensions }
  private static let sum = "weighted sum"

  /// Whether the order of units is that of a weighted sum of dimensions, or of a function of each.
  var isLinear: Bool {
    guard !aggregator.isStepped else { return false }
    return [.arithmetic, .geometric, .harmonic, .power].contains(aggregator.method)
  }

  var parts: (about: [String], steps: [Step], ending: (comment: [String], query: String)) {
    (
      [
        "Gives a row a dimension: node, weight, and covariance_share, the share of the variance of the index that it accounts",
        "for: weight × covariance with the index / variance of the index. Shares sum to 1 and may be negative. No row where",
        "all scores are the same. Of a mean that is not arithmetic, the index is the weighted sum within it.",
      ], [terms, summed], ending
    )
  }

  private var terms: Step {
    let columns = dimensions.map { dimension in
      let column = plan.column(dimension)
      return Step.Column(linear("COALESCE(\(column), \(plan.column(Framework.root)))"), as: column)
    }
    return Step(
      name: "terms",
      comment: [
        "What the index adds up, of ranked units. A dimension that a unit lacks counts with the index score, so that the",
        "sum is that of its score.",
      ], query: Step.select([Step.Column("unit")] + columns, "FROM placed\nWHERE status = 'ranked'"))
  }

  private var summed: Step {
    let parts = dimensions.map { "\(plan.number(plan.scoring.weights[$0])) * \(plan.column($0))" }
    return Step(
      name: "summed", comment: ["The weighted sum by which units are ranked."],
      query: Step.select(
        [Step.Column("*"), Step.Column(Step.sum(parts), as: plan.name(Self.sum))], "FROM terms"))
  }

  private var ending: (comment: [String], query: String) {
    let sum = plan.name(Self.sum)
    let rows = dimensions.map { dimension in
      let weight = plan.number(plan.scoring.weights[dimension])
      return """
        SELECT \(plan.text(plan.framework.nodes[dimension].name)) AS node, \(weight) AS weight,
          \(weight) * COVAR_POP(\(plan.column(dimension)), \(sum)) / NULLIF(VAR_POP(\(sum)), \(plan.number(0))) AS covariance_share
        FROM summed
        HAVING MIN(\(sum)) < MAX(\(sum))
        """
    }
    return ([], rows.joined(separator: "\nUNION ALL\n") + "\nORDER BY node")
  }

  /// A score as the mean takes it in, turned so that more is better: `Aggregator.linear` of Audit.
  private func linear(_ score: String) -> String {
    let own = aggregator.isTurned ? "(\(plan.number(100)) - \(score))" : score
    let floor = plan.number(aggregator.floor)
    let (inward, turns): (String, Bool) =
      switch aggregator.method {
      case .geometric: ("LN(GREATEST(\(own), \(floor)))", false)
      case .harmonic: ("\(plan.number(1)) / GREATEST(\(own), \(floor))", true)
      case .power:
        (
          "POWER(GREATEST(\(own), \(aggregator.power < 1 ? floor : plan.number(0))), \(plan.number(aggregator.power)))",
          aggregator.power < 0
        )
      default: (own, false)
      }
    return turns != aggregator.isTurned ? "-(\(inward))" : inward
  }
}
