import IndexModel
import Scoring

extension StatementPlan {
  /// The statement from figures to scores of every node, coverage, status and rank.
  package var scores: String {
    Statement(head: scoreHead, steps: scoreSteps, ending: StandingSteps(plan: self).ending).text(dialect)
  }

  /// The steps from figures to `placed`, which has the scores of all nodes and says who is ranked.
  var scoreSteps: [Step] {
    let values = valueSteps
    let scored = values.steps + NormalisationSteps(plan: self).steps(from: values.last)
    let estimated = PresenceSteps(plan: self).estimated
    let nodes = NodeSteps(plan: self).steps(from: estimated.last?.name ?? "scored")
    return scored + estimated + nodes.steps + StandingSteps(plan: self).steps(from: nodes.last)
  }

  /// The steps up to values by which units are compared, and the name of the last.
  private var valueSteps: (steps: [Step], last: String) {
    let presence = PresenceSteps(plan: self)
    let filled = presence.filled
    return (FigureSteps(plan: self).steps + [presence.covered] + filled, filled.last?.name ?? "covered")
  }

  private var scoreHead: [String] {
    [
      "Scores of all units under the lens \(comment(lens.name)) for the reference year \(year), in \(dialect.title)'s SQL.",
      comment(lens.title), "",
      "Made of the lens and the catalogue of indicators by `hsi sql`; no figure stands in it.",
      "Reads \(tables.joined(separator: ", ")).",
    ] + key + [
      "Gives a row a unit: rank, score, the scores of all nodes (higher is more secure), coverage, the share",
      "of weight imputed, and the status. The columns of nodes have the names of the catalogue.",
      "How nodes are joined: \(joining).",
    ] + weights + [""]
  }

  private var key: [String] {
    let checks = "`hsi sql --checks` lists such rows."
    return shape == .long
      ? [
        "(unit, indicator, year) has to be unique in figures, and unit in units: of two figures chance takes one, and a unit",
        "that is listed twice counts twice. \(checks)",
      ] : ["unit has to be unique in figures: one that stands there twice counts twice. \(checks)"]
  }

  private var weights: [String] {
    let shares = lens.impute == .none ? "coverage." : "coverage and in what is imputed."
    return [
      "Weights are constants: shares of siblings in weights_… and level_…, shares of the index in \(shares)",
      "To change one, change it in the lens \(comment(lens.name)) and write the statement anew: its siblings' shares follow.",
    ]
  }

  /// The method of every node, in one line.
  private var joining: String {
    func method(_ node: NodeIndex) -> String {
      scoring.aggregator(of: node).method.rawValue.replacing("_", with: "-")
    }
    let others = scoring.joined.filter { $0 != Framework.root }
    let counts = Dictionary(grouping: others, by: method).mapValues(\.count)
    guard let usual = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key else {
      return "the index \(method(Framework.root))"
    }
    let different = others.filter { method($0) != usual }.map {
      "\(comment(framework.nodes[$0].name)) \(method($0))"
    }
    let words = different.isEmpty ? "" : ", but \(different.joined(separator: ", "))"
    return "the index \(method(Framework.root)), all other nodes \(usual)\(words)"
  }
}
