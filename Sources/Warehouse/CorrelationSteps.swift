import IndexModel
import Scoring

/// Pearson's correlations of indicators and dimensions with each dimension and with the index.
struct CorrelationSteps {
  let plan: StatementPlan
  private var dimensions: [NodeIndex] { plan.scoring.dimensions }

  var parts: (about: [String], steps: [Step], ending: (comment: [String], query: String)) {
    (
      [
        "Gives a row an indicator and a dimension: node, the dimension that it belongs to, r_… its correlation with each",
        "dimension and with the index, n_… the units that each rests on. Ranked units count, and what is estimated with",
        "them. A part raises the correlation with what it is a part of.",
      ], [nodes], ending
    )
  }

  /// Columns of scores by number: a node may be called as another column is.
  private var others: [(column: String, name: String)] {
    dimensions.enumerated().map { ("d\($0 + 1)", plan.framework.nodes[$1].name) } + [("d0", "index")]
  }

  private var nodes: Step {
    let scores =
      dimensions.enumerated().map { "\(plan.column($1)) AS d\($0 + 1)" }.joined(separator: ", ")
      + ", score AS d0"
    let queries = dimensions.flatMap { dimension in
      (leaves(below: dimension) + [dimension]).map { node in
        "SELECT \(text(node)) AS node, \(text(dimension)) AS dimension, \(plan.column(node)) AS own,\n  \(scores)\n"
          + "FROM placed\nWHERE status = 'ranked' AND \(plan.column(node)) IS NOT NULL"
      }
    }
    return Step(
      name: "nodes",
      comment: ["A row a ranked unit and node that it has a score of, beside the scores of its dimensions."],
      query: queries.joined(separator: "\nUNION ALL\n"))
  }

  private func text(_ node: NodeIndex) -> String { plan.text(plan.framework.nodes[node].name) }

  private func leaves(below dimension: NodeIndex) -> [NodeIndex] {
    plan.framework.leaves(below: dimension).filter { plan.scoring.effectiveWeights[$0] > 0 }
  }

  private var ending: (comment: [String], query: String) {
    let columns =
      [Step.Column("node"), Step.Column("dimension")]
      + others.map { Step.Column(correlation(with: $0.column), as: plan.name("r_\($0.name)")) }
      + others.map { Step.Column("COUNT(\($0.column))", as: plan.name("n_\($0.name)")) }
    return (
      ["A correlation needs three units, and that both scores vary."],
      Step.select(columns, "FROM nodes\nGROUP BY node, dimension\nORDER BY dimension, node")
    )
  }

  private func correlation(with other: String) -> String {
    let own = "CASE WHEN \(other) IS NOT NULL THEN own END"
    return
      "CASE WHEN COUNT(\(other)) >= 3 AND MIN(\(other)) < MAX(\(other)) AND MIN(\(own)) < MAX(\(own)) THEN\n"
      + "    LEAST(GREATEST(CORR(own, \(other)), \(plan.number(-1))), \(plan.number(1)))\n  END"
  }
}
