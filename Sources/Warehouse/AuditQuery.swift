import IndexModel
import Scoring

/// A question of `hsi audit` that a statement answers where the figures are.
package enum AuditQuery: String, Sendable, CaseIterable {
  /// The ranks without each dimension.
  case leaveOneOut = "leave-one-out"
  /// How indicators and dimensions go with each dimension and with the index.
  case correlations
  /// What share of the variance of the index each dimension accounts for.
  case importance
}

extension StatementPlan {
  /// The statement that answers a question of the audit.
  package func audit(_ query: AuditQuery) -> String {
    let (about, steps, ending): (about: [String], steps: [Step], ending: (comment: [String], query: String)) =
      switch query {
      case .leaveOneOut: LeaveOneOutSteps(plan: self).parts
      case .correlations: CorrelationSteps(plan: self).parts
      case .importance: ImportanceSteps(plan: self).parts
      }
    let head =
      [
        "The table \(query.rawValue) of an audit under the lens \(comment(lens.name)) for the reference year \(year), in "
          + "\(dialect.title)'s SQL.", "",
      ] + about + [
        "", "Made by `hsi sql --audit \(query.rawValue)`. Reads \(tables.joined(separator: ", ")).",
      ] + [""]
    return Statement(head: head, steps: scoreSteps + steps, ending: ending).text(dialect)
  }

  /// What stands against a statement of the audit beside what stands against one of scores.
  package func refusals(of query: AuditQuery) -> [Refusal] {
    switch query {
    case .correlations: return []
    case .leaveOneOut:
      if scoring.aggregator(of: Framework.root).method == .ratio {
        return [
          Refusal("leave-one-out", "without one of its two parts there is no ratio and nobody is ranked")
        ]
      }
      if scoring.dimensions.count > 1 { return [] }
      return [
        Refusal(
          "leave-one-out", "without its only dimension nothing is left",
          remedy: "ask hsi audit --table leave-one-out, which leaves out indicators")
      ]
    case .importance:
      if scoring.dimensions.count < 2 {
        return [
          Refusal(
            "importance", "its only dimension accounts for all of the variance",
            remedy: "ask hsi audit --table importance --level indicator")
        ]
      }
      if ImportanceSteps(plan: self).isLinear { return [] }
      return [
        Refusal(
          "importance", "the index is no weighted sum of its dimensions, nor a function of one",
          remedy: "ask --audit correlations, or choose another --lens")
      ]
    }
  }
}
