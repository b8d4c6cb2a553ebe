import IndexModel
import Tabular

extension ScoreTable {
  /// The table that the same judgements give without some indicators, and without every node that is left
  /// with nothing below it: what `ObservationCube.score` gives to the lens less these, to the last bit.
  ///
  /// Values and scores of the other indicators are taken from this table, where they do not depend on
  /// which others there are; `findings` then says nothing of them again.
  package func leavingOut(_ indicators: [Indicator]) -> ScoreTable {
    var less = lens
    less.leaveOut(indicators, framework)
    // By regression a cell depends on other indicators, by node mean on its siblings.
    guard [.none, .regionMedian, .incomeMedian].contains(lens.impute) else {
      return ScoreTable(cube, less, year, interventions)
    }
    let weights = SiblingWeights.normalised(less, framework)
    var known = columns
    for (node, weight) in zip(framework.nodes, weights) where weight == 0 {
      if let indicator = node.indicator { known[indicator] = nil }
    }
    return ScoreTable(cube, less, year, interventions, known: known)
  }
}
