import IndexModel
import Scoring

/// From values to scores of indicators.
struct NormalisationSteps {
  let plan: StatementPlan
  private var dialect: SQLDialect { plan.dialect }
  private var method: Normalisation { plan.lens.normalisation }

  /// The steps up to `scored`.
  /// - Parameter source: the step that holds the values.
  func steps(from source: String) -> [Step] {
    if method == .goalposts { return [goalposts(source)] }
    return [transformed(source)] + comparison + [compared]
  }

  /// What is carried along beside the scores.
  private func beside(_ table: String) -> [Step.Column] {
    [Step.Column("\(table)unit"), Step.Column("\(table)coverage")]
      + (plan.lens.impute.isOfGroups ? [Step.Column("\(table)imputed")] : [])
  }

  // MARK: - Goalposts

  private func goalposts(_ source: String) -> Step {
    let columns = plan.leaves.map { leaf -> Step.Column in
      if let cut = cutoff(leaf, plan.name(leaf.id)) { return Step.Column(cut, as: plan.name(leaf.id)) }
      guard let posts = plan.scoring.goalposts(of: leaf.indicator) else {
        return Step.Column(dialect.asDouble("NULL"), as: plan.name(leaf.id))
      }
      let column = plan.name(leaf.id)
      let transform = leaf.indicator.transform
      let worst = transformed(plan.number(posts.worst), transform)
      let best = transformed(plan.number(posts.best), transform)
      let place = "(\(transformed(capped(column, leaf), transform)) - \(worst)) / (\(best) - \(worst))"
      return Step.Column(
        "CASE WHEN \(column) IS NOT NULL THEN\n    \(plan.number(100)) * LEAST(GREATEST(\(place), \(plan.number(0))), "
          + "\(plan.number(1)))\n  END", as: column)
    }
    return Step(
      name: "scored",
      comment: [
        "Normalisation: where a value stands between the worst (0) and the best (100) of its goalposts, not beyond",
        "them; where the catalogue says so, on a logarithm or a root. CASE keeps missing values missing: GREATEST and",
        "LEAST pass over NULL.",
      ], query: Step.select(beside("") + columns, "FROM \(source)"))
  }

  /// 100 or 0 by a cut-off of the lens; nil where it has none.
  private func cutoff(_ leaf: StatementPlan.Leaf, _ column: String) -> String? {
    guard let cutoff = plan.lens.cutoffs[leaf.indicator.id] else { return nil }
    let sign = moreIsSafer(leaf) ? (cutoff.isSecureAt ? ">=" : ">") : (cutoff.isSecureAt ? "<=" : "<")
    let isSecure = "\(capped(column, leaf)) \(sign) \(plan.number(cutoff.value))"
    return "CASE\n    WHEN \(column) IS NULL THEN NULL\n    WHEN \(isSecure) THEN \(plan.number(100))\n"
      + "    ELSE \(plan.number(0))\n  END"
  }

  /// A value as it counts: no less and no more than the caps of the lens.
  private func capped(_ column: String, _ leaf: StatementPlan.Leaf) -> String {
    guard let caps = plan.lens.caps[leaf.indicator.id] else { return column }
    var value = column
    if caps.lowerBound.isFinite { value = "GREATEST(\(value), \(plan.number(caps.lowerBound)))" }
    if caps.upperBound.isFinite { value = "LEAST(\(value), \(plan.number(caps.upperBound)))" }
    return value
  }

  private func transformed(_ value: String, _ transform: Transform) -> String {
    switch transform {
    case .none: value
    case .log: "LN(\(value))"
    case .log1p: "LN(\(plan.number(1)) + \(value))"
    case .sqrt: "SQRT(\(value))"
    }
  }

  // MARK: - Comparison with the others

  /// The group within which values are compared, of rows that are to be compared yet.
  private var group: [Step.Column] { isGrouped ? [Step.Column(StatementPlan.compared)] : [] }
  private var isGrouped: Bool { plan.comparedColumn != nil }

  /// A table of one row a group, or of one row for all.
  private func grouped(_ columns: [Step.Column], _ source: String, from table: String = "") -> String {
    guard isGrouped else { return Step.select(columns, source) }
    let group = table + StatementPlan.compared
    return Step.select([Step.Column(group)] + columns, "\(source)\nWHERE \(group) <> ''\nGROUP BY \(group)")
  }

  /// What joins such a table with the units: who belongs to no group finds none.
  private func joining(_ table: String, _ name: String, to other: String = "t") -> String {
    isGrouped
      ? "LEFT JOIN \(table) AS \(name) ON \(name).\(StatementPlan.compared) = \(other).\(StatementPlan.compared)"
      : "CROSS JOIN \(table) AS \(name)"
  }

  private func transformed(_ source: String) -> Step {
    let columns = plan.leaves.map { leaf in
      // What is cut off is compared with nothing else, in its own unit.
      if plan.lens.cutoffs[leaf.indicator.id] != nil { return Step.Column(plan.name(leaf.id)) }
      let (column, isCapped) = (plan.name(leaf.id), plan.lens.caps[leaf.indicator.id] != nil)
      let value = transformed(capped(column, leaf), leaf.indicator.transform)
      return Step.Column(isCapped ? "CASE WHEN \(column) IS NOT NULL THEN \(value) END" : value, as: column)
    }
    return Step(
      name: "transformed",
      comment: [
        "Values as they are compared: capped by the lens, on a logarithm or a root as the catalogue says."
      ], query: Step.select(beside("") + group + columns, "FROM \(source)"))
  }

  private var comparison: [Step] {
    switch method {
    case .minmax: [spread(of: [("least", "MIN"), ("most", "MAX")])]
    case .zscore: [means, deviations]
    case .ratioToReference: [reference]
    case .goalposts, .rank, .percentile: []
    }
  }

  private func spread(of functions: [(word: String, name: String)]) -> Step {
    let columns = plan.leaves.flatMap { leaf in
      functions.map { Step.Column("\($0.name)(\(plan.name(leaf.id)))", as: named($0.word, leaf)) }
    }
    return Step(
      name: "spread", comment: ["The least and the greatest value of each indicator\(ofGroups)."],
      query: grouped(columns, "FROM transformed"))
  }

  private var ofGroups: String { plan.comparedColumn.map { ", in each \($0)" } ?? "" }

  private func named(_ word: String, _ leaf: StatementPlan.Leaf) -> String {
    plan.name("\(word) of \(leaf.id)")
  }

  private var means: Step {
    let columns = plan.leaves.flatMap { leaf in
      let column = plan.name(leaf.id)
      return [
        Step.Column("MIN(\(column))", as: named("least", leaf)),
        Step.Column("MAX(\(column))", as: named("most", leaf)),
        Step.Column(
          "\(dialect.sum(column, inOrderOf: "unit")) / NULLIF(COUNT(\(column)), 0)", as: named("mean", leaf)),
      ]
    }
    return Step(
      name: "means", comment: ["The mean, the least and the greatest value of each indicator\(ofGroups)."],
      query: grouped(columns, "FROM transformed"))
  }

  private var deviations: Step {
    let columns = plan.leaves.map { leaf in
      let (column, mean) = (plan.name(leaf.id), named("mean", leaf))
      let square = "(t.\(column) - m.\(mean)) * (t.\(column) - m.\(mean))"
      return Step.Column(
        "SQRT(\(dialect.sum(square, inOrderOf: "t.unit")) / NULLIF(COUNT(t.\(column)) - 1, 0))",
        as: named("deviation", leaf))
    }
    return Step(
      name: "deviations",
      comment: ["The standard deviation of each indicator\(ofGroups), of the sample (n − 1)."],
      query: grouped(columns, "FROM transformed AS t\n\(joining("means", "m"))", from: "t."))
  }

  private var reference: Step {
    let unit = plan.lens.reference.map { plan.text($0.description) } ?? "NULL"
    let columns = plan.leaves.map {
      Step.Column("MAX(CASE WHEN unit = \(unit) THEN \(plan.name($0.id)) END)", as: plan.name($0.id))
    }
    return Step(
      name: "reference", comment: ["The values of the unit of reference."],
      query: Step.select(columns, "FROM transformed"))
  }

  private var compared: Step {
    let source =
      switch method {
      case .minmax: "FROM transformed AS t\n\(joining("spread", "s"))"
      case .zscore: "FROM transformed AS t\n\(joining("means", "m"))\n\(joining("deviations", "d"))"
      case .ratioToReference: "FROM transformed AS t\nCROSS JOIN reference AS r"
      case .goalposts, .rank, .percentile: "FROM transformed AS t"
      }
    return Step(
      name: "scored", comment: words + within,
      query: Step.select(
        beside("t.") + plan.leaves.map { Step.Column(score($0), as: plan.name($0.id)) }, source))
  }

  private var within: [String] {
    guard let column = plan.comparedColumn else { return [] }
    return ["Compared are units of the same \(column) alone; who belongs to none has no score."]
  }

  private var words: [String] {
    switch method {
    case .minmax:
      [
        "Normalisation: where a value stands between the least (0) and the greatest (100); 50 where all are the same."
      ]
    case .zscore:
      [
        "Normalisation: 50, and 10 for each standard deviation from the mean; 50 where all are the same. Not clamped."
      ]
    case .rank:
      [
        "Normalisation: the place in the order of units, ties at their mean place, from 0 to 100; 50 for one alone.",
        "Missing values stand last in the order, so that no place counts them.",
      ]
    case .percentile:
      [
        "Normalisation: the share of units, in per cent, whose value is no better. A window that is ordered counts up",
        "to the last tie; COUNT passes over missing values.",
      ]
    case .ratioToReference: ["Normalisation: 100 × the ratio to the unit of reference, at most 1 000 000."]
    case .goalposts: []
    }
  }

  private func moreIsSafer(_ leaf: StatementPlan.Leaf) -> Bool {
    plan.scoring.goalposts(of: leaf.indicator)?.moreIsSafer ?? (leaf.indicator.direction == .more)
  }

  private func score(_ leaf: StatementPlan.Leaf) -> String {
    let value = "t.\(plan.name(leaf.id))"
    if let cut = cutoff(leaf, value) { return cut }
    let isMore = moreIsSafer(leaf)
    let hundred = plan.number(100)
    let least = "\(method == .minmax ? "s" : "m").\(named("least", leaf))"
    let most = "\(method == .minmax ? "s" : "m").\(named("most", leaf))"
    let group = isGrouped ? "PARTITION BY t.\(StatementPlan.compared)" : ""
    let partition = isGrouped ? group + " " : ""
    let isCompared = "\(value) IS NOT NULL" + (isGrouped ? " AND t.\(StatementPlan.compared) <> ''" : "")
    let all = "OVER (\(group))"
    let window = "OVER (\(partition)ORDER BY \(value)\(isMore ? "" : " DESC") NULLS LAST)"
    switch method {
    case .minmax:
      let distance = isMore ? "\(value) - \(least)" : "\(most) - \(value)"
      return present(value, least, most, "\(hundred) * ((\(distance)) / (\(most) - \(least)))")
    case .zscore:
      let mean = "m.\(named("mean", leaf))"
      let distance = isMore ? "\(value) - \(mean)" : "\(mean) - \(value)"
      return present(
        value, least, most,
        "\(plan.number(50)) + \(plan.number(10)) * ((\(distance)) / d.\(named("deviation", leaf)))")
    case .rank:
      let places = dialect.asDouble("RANK() \(window) + COUNT(\(value)) \(window) - 2")
      return "CASE WHEN \(isCompared) THEN COALESCE(\n    \(hundred) * (\(places) / \(plan.number(2)))\n"
        + "      / NULLIF(COUNT(\(value)) \(all) - 1, 0), \(plan.number(50)))\n  END"
    case .percentile:
      return
        "CASE WHEN \(isCompared) THEN\n    \(hundred) * \(dialect.asDouble("COUNT(\(value)) \(window)"))\n"
        + "      / COUNT(\(value)) \(all)\n  END"
    case .ratioToReference:
      let reference = "r.\(plan.name(leaf.id))"
      let ratio = isMore ? "\(value) / \(reference)" : "\(reference) / \(value)"
      return "CASE WHEN \(value) > \(plan.number(0)) AND \(reference) > \(plan.number(0)) THEN\n"
        + "    LEAST(\(hundred) * (\(ratio)), \(plan.number(method.range.upperBound)))\n  END"
    case .goalposts: return value
    }
  }

  /// A score of a value that is there, 50 where all values are the same.
  private func present(_ value: String, _ least: String, _ most: String, _ score: String) -> String {
    "CASE\n    WHEN \(value) IS NULL THEN NULL\n    WHEN \(least) = \(most) THEN \(plan.number(50))\n"
      + "    ELSE \(score)\n  END"
  }
}
