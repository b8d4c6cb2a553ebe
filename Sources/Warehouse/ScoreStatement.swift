import IndexModel
import Scoring

extension StatementPlan {
  /// The statement from figures to scores of every node, coverage, status and rank.
  package var scores: String {
    let values = valueSteps
    let scored = values.steps + NormalisationSteps(plan: self).steps(from: values.last)
    let estimated = PresenceSteps(plan: self).estimated
    let nodes = NodeSteps(plan: self).steps(from: estimated.last?.name ?? "scored")
    let standing = StandingSteps(plan: self)
    let statement = Statement(
      head: scoreHead, steps: scored + estimated + nodes.steps + standing.steps(from: nodes.last),
      ending: standing.ending)
    return statement.text(dialect)
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
      "Gives a row a unit: rank, score, the scores of all nodes (higher is more secure), coverage, the share",
      "of weight imputed, and the status. The columns of nodes have the names of the catalogue.", "",
    ]
  }
}
