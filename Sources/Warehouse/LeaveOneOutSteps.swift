import IndexModel
import Scoring

/// The ranks without each dimension, the others keeping their relative weights. Equals `NodeOmission` of Analysis for
/// dimensions, which a test holds against it, but for estimates: they stay as they were made with all indicators.
struct LeaveOneOutSteps {
  let plan: StatementPlan
  private var lens: Lens { plan.lens }

  /// A dimension that is left out, and the lens without it.
  private struct Omission {
    let name: String
    let rest: StatementPlan
  }

  private var omissions: [Omission] {
    plan.scoring.dimensions.map { dimension in
      var lens = plan.lens
      lens.leaveOut(plan.framework.indicators(below: dimension), plan.framework)
      let rest = ScoringPlan(lens, plan.framework)
      return Omission(
        name: plan.framework.nodes[dimension].name,
        rest: StatementPlan(rest, plan.year, plan.dialect, plan.shape))
    }
  }

  var parts: (about: [String], steps: [Step], ending: (comment: [String], query: String)) {
    let omissions = omissions
    let estimates =
      plan.readsEstimates
      ? [
        "Estimated scores stay as they were made with all indicators; the program estimates anew without the dimension."
      ] : []
    return (
      [
        "Gives a row a dimension and unit that is ranked with it and without it: node, unit, rank_with and rank_without,",
        "both among these units. The other dimensions keep their relative weights.",
      ] + estimates, [ranked(omissions)] + omissions.map(score), ending(omissions)
    )
  }

  // MARK: - Who takes part

  private func ranked(_ omissions: [Omission]) -> Step {
    let presence = PresenceSteps(plan: plan)
    let (before, after) = presence.aroundImputation
    let columns =
      [Step.Column("p.unit"), Step.Column("p.score")]
      + plan.scoring.dimensions.map { Step.Column("p.\(plan.column($0))") }
      + omissions.flatMap { omission in
        let presence = PresenceSteps(plan: omission.rest)
        return
          (lens.coverageRequired > 0 ? [Step.Column(presence.coverage(of: "c."), as: covered(omission))] : [])
          + (lens.impute == .none
            ? [] : [Step.Column(presence.shareImputed("b", "a"), as: imputed(omission))])
      }
    var rest = "FROM placed AS p\n"
    if lens.coverageRequired > 0 { rest += "JOIN covered AS c ON c.unit = p.unit\n" }
    if lens.impute != .none {
      rest += "JOIN \(before) AS b ON b.unit = p.unit\nJOIN \(after) AS a ON a.unit = p.unit\n"
    }
    return Step(
      name: "ranked",
      comment: ["The units that are ranked, and what decides whether they still are without a dimension."],
      query: Step.select(columns, rest + "WHERE p.status = 'ranked'"))
  }

  /// Names of no more letters than others of their kind: PostgreSQL keeps 63.
  private func covered(_ omission: Omission) -> String { plan.name("cover of \(omission.name)") }
  private func imputed(_ omission: Omission) -> String { plan.name("filled of \(omission.name)") }

  // MARK: - Scores without a dimension

  private func score(_ omission: Omission) -> Step {
    let root = NodeFormula(plan: omission.rest, node: Framework.root)
    var source = "ranked"
    for (place, column) in [root.weight, root.mean, root.score].compactMap({ $0 }).enumerated() {
      source =
        "(\n\(Self.indented(Step.select([Step.Column("*"), column], "FROM \(source)")))\n) AS part_\(place + 1)"
    }
    let conditions =
      withheld(omission).map { "WHEN \($0) THEN NULL" } + ["ELSE \(plan.column(Framework.root))"]
    return Step(
      name: plan.name("without \(omission.name)"),
      comment: ["The index without \(plan.comment(omission.name))."],
      query: Step.select(
        [
          Step.Column("unit"),
          Step.Column("CASE\n    \(conditions.joined(separator: "\n    "))\n  END", as: "score"),
        ], "FROM \(source)"))
  }

  private static func indented(_ query: String) -> String {
    query.split(separator: "\n", omittingEmptySubsequences: false).map { "  \($0)" }.joined(separator: "\n")
  }

  /// Why a unit is not ranked without a dimension.
  private func withheld(_ omission: Omission) -> [String] {
    let dimensions = omission.rest.scoring.dimensions
    let standing = StandingSteps(plan: plan)
    let scored = Step.sum(
      dimensions.map { "CASE WHEN \(plan.column($0)) IS NULL THEN 0 ELSE 1 END" }, depth: 4)
    let required = min(standing.required, dimensions.count)
    return (lens.impute == .none ? [] : ["\(imputed(omission)) > \(standing.imputedLimit)"])
      + (lens.coverageRequired > 0 ? ["\(covered(omission)) < \(standing.leastCoverage)"] : []) + [
        "\(scored) < \(required)"
      ]
  }

  private func ending(_ omissions: [Omission]) -> (comment: [String], query: String) {
    let rows = omissions.map { omission in
      """
      SELECT \(plan.text(omission.name)) AS node, r.unit AS unit,
        RANK() OVER (ORDER BY r.score DESC) AS rank_with, RANK() OVER (ORDER BY w.score DESC) AS rank_without
      FROM ranked AS r
      JOIN \(plan.name("without \(omission.name)")) AS w ON w.unit = r.unit
      WHERE w.score IS NOT NULL
      """
    }
    return (
      ["Ranks: 1 for the most secure; equal scores share a rank."],
      rows.joined(separator: "\nUNION ALL\n") + "\nORDER BY node, rank_without, unit"
    )
  }
}
