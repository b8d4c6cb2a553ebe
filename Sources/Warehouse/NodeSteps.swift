import IndexModel
import Scoring

/// From scores of indicators to those of components, dimensions and the index: two steps a level of the tree.
struct NodeSteps {
  let plan: StatementPlan

  /// The steps of all levels, and the name of the last of them.
  func steps(from source: String) -> (steps: [Step], last: String) {
    let heights = plan.scoring.heights
    let top = heights[Framework.root]
    var steps: [Step] = []
    var last = source
    for level in 1...max(1, top) {
      let nodes = plan.scoring.joined.filter { heights[$0] == level }.map {
        NodeFormula(plan: plan, node: $0)
      }
      if nodes.isEmpty { continue }
      let weights = nodes.compactMap(\.weight)
      if !weights.isEmpty {
        steps.append(
          step(
            "weights_\(level)", "Level \(level) of the tree: the weight of the parts that have a score.",
            weights, last))
        last = "weights_\(level)"
      }
      let means = nodes.compactMap(\.mean)
      if !means.isEmpty {
        steps.append(
          step("means_\(level)", "The means from which the penalty for imbalance is taken.", means, last))
        last = "means_\(level)"
      }
      steps.append(
        Step(
          name: "level_\(level)", comment: words(level, isTop: level == top),
          query: Step.select([Step.Column("*")] + nodes.map(\.score), "FROM \(last)")))
      last = "level_\(level)"
    }
    return (steps, last)
  }

  private func step(_ name: String, _ comment: String, _ columns: [Step.Column], _ source: String) -> Step {
    Step(name: name, comment: [comment], query: Step.select([Step.Column("*")] + columns, "FROM \(source)"))
  }

  private func words(_ level: Int, isTop: Bool) -> [String] {
    let first = isTop ? "Aggregation: the index." : "Aggregation: nodes whose parts are all scored by now."
    guard level == 1 else { return [first] }
    return [
      first + " The weight of missing parts goes to those",
      "present, in proportion. A mean is kept between the least and the greatest of its parts, which rounding may",
      "leave: so equal parts give equal scores.",
    ]
  }
}
