import IndexModel

/// Coverage, and what is put in for missing values.
struct PresenceSteps {
  let plan: StatementPlan
  private var dialect: SQLDialect { plan.dialect }

  /// The share of weight whose indicators have a value of the unit's own.
  var covered: Step {
    let leaves = plan.leavesByName
    let total = leaves.reduce(0) { $0 + plan.scoring.effectiveWeights[$1.node] }
    let shares = leaves.map { leaf in
      "CASE WHEN \(plan.name(leaf.id)) IS NULL THEN \(plan.number(0)) ELSE \(weight(leaf)) END"
    }
    return Step(
      name: "covered",
      comment: ["Coverage: the share of weight, 0 to 1, whose indicators have a value of the unit's own."],
      query: Step.select(
        [Step.Column("*"), Step.Column("\(Step.sum(shares)) / \(plan.number(total))", as: "coverage")],
        "FROM measured"))
  }

  /// Values put in for missing ones, in the indicator's unit; empty where the lens puts none in.
  var filled: [Step] {
    guard plan.lens.impute.isOfGroups else { return [] }
    let isWorld = plan.groupColumn == nil
    let middles = plan.leaves.map { Step.Column(middle(plan.name($0.id)), as: plan.name($0.id)) }
    let groups = Step(
      name: "group_values",
      comment: [
        "What a missing value is put in by: \(words) of each group of units; none for units of no group."
      ],
      query: Step.select(
        (isWorld ? [] : [Step.Column("unit_group")]) + middles,
        "FROM covered" + (isWorld ? "" : "\nWHERE unit_group <> ''\nGROUP BY unit_group")))
    let filled = Step(
      name: "filled",
      comment: [
        "Missing values are put in. Their share of weight is `imputed`; coverage does not count them."
      ],
      query: Step.select(
        [Step.Column("c.unit"), Step.Column("c.coverage"), imputed("c", "g")]
          + (plan.comparedColumn == nil ? [] : [Step.Column("c.\(StatementPlan.compared)")])
          + plan.leaves.map {
            Step.Column("COALESCE(c.\(plan.name($0.id)), g.\(plan.name($0.id)))", as: plan.name($0.id))
          },
        "FROM covered AS c\n"
          + (isWorld
            ? "CROSS JOIN group_values AS g" : "LEFT JOIN group_values AS g ON g.unit_group = c.unit_group")))
    return [groups, filled]
  }

  /// Scores estimated by the program, put in for missing ones; empty where the lens wants none.
  var estimated: [Step] {
    guard plan.lens.impute == .components else { return [] }
    let scores = plan.leaves.map { leaf in
      Step.Column(
        "MAX(CASE WHEN indicator = \(plan.text(leaf.id)) THEN \(dialect.asDouble("score")) END)",
        as: plan.name(leaf.id))
    }
    let estimated = Step(
      name: "estimated",
      comment: [
        "Estimates that come from outside, as `hsi sql --table estimates` writes them: a row a unit."
      ], query: Step.select([Step.Column("unit")] + scores, "FROM estimates\nGROUP BY unit"))
    let completed = Step(
      name: "completed",
      comment: [
        "Estimated scores are put in where there is none. Their share of weight is `imputed`; coverage does not count",
        "them.",
      ],
      query: Step.select(
        [Step.Column("s.unit"), Step.Column("s.coverage"), imputed("s", "e")]
          + plan.leaves.map {
            Step.Column("COALESCE(s.\(plan.name($0.id)), e.\(plan.name($0.id)))", as: plan.name($0.id))
          }, "FROM scored AS s\nLEFT JOIN estimated AS e ON e.unit = s.unit"))
    return [estimated, completed]
  }

  private func imputed(_ own: String, _ other: String) -> Step.Column {
    let shares = plan.leavesByName.map { leaf in
      let column = plan.name(leaf.id)
      return "CASE WHEN \(own).\(column) IS NULL AND \(other).\(column) IS NOT NULL THEN \(weight(leaf)) "
        + "ELSE \(plan.number(0)) END"
    }
    return Step.Column(Step.sum(shares), as: "imputed")
  }

  private func weight(_ leaf: StatementPlan.Leaf) -> String {
    plan.number(plan.scoring.effectiveWeights[leaf.node])
  }

  private var isMedian: Bool { plan.lens.impute == .regionMedian || plan.lens.impute == .incomeMedian }

  private var words: String { isMedian ? "the median" : "the mean" }

  private func middle(_ column: String) -> String {
    if isMedian { return dialect.median(column) }
    let mean = "\(dialect.sum(column, inOrderOf: "unit")) / NULLIF(COUNT(\(column)), 0)"
    return "LEAST(GREATEST(\(mean), MIN(\(column))), MAX(\(column)))"
  }
}
