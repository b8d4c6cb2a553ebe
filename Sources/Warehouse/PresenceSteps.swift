import IndexModel

/// Coverage, and what is put in for missing values.
struct PresenceSteps {
  let plan: StatementPlan
  private var dialect: SQLDialect { plan.dialect }

  /// The share of weight whose indicators have a value of the unit's own.
  var covered: Step {
    Step(
      name: "covered",
      comment: ["Coverage: the share of weight, 0 to 1, whose indicators have a value of the unit's own."],
      query: Step.select([Step.Column("*"), Step.Column(coverage(of: ""), as: "coverage")], "FROM measured"))
  }

  /// The share of weight whose indicators have a value.
  /// - Parameter table: what stands before the names of columns.
  func coverage(of table: String) -> String {
    let leaves = plan.leavesByName
    let total = leaves.reduce(0) { $0 + plan.scoring.effectiveWeights[$1.node] }
    let shares = leaves.map { leaf in
      "CASE WHEN \(table)\(plan.name(leaf.id)) IS NULL THEN \(plan.number(0)) ELSE \(weight(leaf)) END"
    }
    return "\(Step.sum(shares)) / \(plan.number(total))"
  }

  /// The steps before and after missing values are put in.
  var aroundImputation: (before: String, after: String) {
    plan.lens.impute.isOfGroups ? ("covered", "filled") : ("scored", "completed")
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
    return [estimates, completed]
  }

  /// The scores that stand in the table of figures where a unit lacks an indicator.
  private var estimates: Step {
    let columns = plan.leaves.map { leaf in
      let score = dialect.asDouble(plan.shape == .long ? "estimate" : plan.estimateColumn(leaf))
      let condition =
        (plan.shape == .long ? "indicator = \(plan.text(leaf.id)) AND " : "") + dialect.isFinite(score)
      let value = "CASE WHEN \(condition) THEN \(score) END"
      return Step.Column(plan.shape == .long ? "MAX(\(value))" : value, as: plan.name(leaf.id))
    }
    let rest =
      plan.shape == .long
      ? "FROM figures\nWHERE year = \(plan.year) AND estimate IS NOT NULL\nGROUP BY unit" : "FROM figures"
    return Step(
      name: "estimated",
      comment: [
        "Estimated scores, 0 to 100, of indicators that a unit lacks, marked in the table of figures as such: the",
        "program makes them by regressions. A row a unit.",
      ], query: Step.select([Step.Column("unit")] + columns, rest))
  }

  private func imputed(_ own: String, _ other: String) -> Step.Column {
    Step.Column(shareImputed(own, other), as: "imputed")
  }

  /// The share of weight whose indicators have a value in one table and none in the other.
  func shareImputed(_ own: String, _ other: String) -> String {
    let shares = plan.leavesByName.map { leaf in
      let column = plan.name(leaf.id)
      return "CASE WHEN \(own).\(column) IS NULL AND \(other).\(column) IS NOT NULL THEN \(weight(leaf)) "
        + "ELSE \(plan.number(0)) END"
    }
    return Step.sum(shares)
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
