import IndexModel
import Tabular

extension ScoreTable {
  /// The table that the same judgements give without some indicators, and without every node that is left
  /// with nothing below it: what `ObservationCube.score` gives to the lens less these, to the last bit.
  ///
  /// Values and scores of the other indicators are taken from this table, where they do not depend on
  /// which others there are; `findings` then says nothing of them again.
  /// - Parameters:
  ///   - keepingEstimates: whether the estimates of missing parts stay as they are with all indicators, which
  ///     spares the regressions.
  ///   - isRanked: whether countries are ranked.
  package func leavingOut(_ indicators: [Indicator], keepingEstimates: Bool = false, isRanked: Bool = true)
    -> ScoreTable
  {
    var less = lens
    less.leaveOut(indicators, framework)
    let keepsEstimates = keepingEstimates && lens.impute == .components
    if keepsEstimates { less.impute = .none }
    // By regression a cell depends on other indicators, by node mean on its siblings.
    guard keepsEstimates || lens.impute == .none || lens.impute.isOfGroups else {
      return ScoreTable(cube, less, year, interventions, isRanked: isRanked)
    }
    let weights = SiblingWeights.normalised(less, framework)
    var known = columns
    for (node, weight) in zip(framework.nodes, weights) where weight == 0 {
      if let indicator = node.indicator { known[indicator] = nil }
    }
    return ScoreTable(cube, less, year, interventions, known: known, isRanked: isRanked)
  }
}
