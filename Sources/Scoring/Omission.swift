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
  /// Whether leaving an indicator out changes nothing but the nodes above it: not where the figures give weights, or
  /// where missing values are filled in from the other indicators.
  package var keepsOtherNodes: Bool {
    (lens.impute == .none || lens.impute == .components || lens.impute.isOfGroups)
      && lens.weightScheme?.isDerived != true
  }

  /// The scores that a dimension has without an indicator below it, NaN where it has none: those of `leavingOut` with
  /// its estimates kept, to the last bit, by joining what stands above the indicator alone.
  /// - Parameter nominal: `Lens.nominalWeights` of the table's lens.
  /// - Precondition: `keepsOtherNodes`, and the dimension has another indicator of weight.
  package mutating func scores(of dimension: NodeIndex, without leaf: NodeIndex, nominal: [Double])
    -> [Double]
  {
    let (before, scales, filled) = (weights, nodeScales, imputedNodes)
    var rejoined: [(node: NodeIndex, scores: [Double])] = []
    var gone: NodeIndex? = leaf
    var above = framework.nodes[leaf].parent
    while let node = above, node != Framework.root {
      if let child = gone {
        let rest = framework.childrenByName[node].filter { $0 != child && weights[$0] > 0 }
        let sum = rest.reduce(0) { $0 + nominal[$1] }
        weights[child] = 0
        for sibling in rest { weights[sibling] = nominal[sibling] / sum }
        gone = rest.isEmpty ? node : nil
      }
      if gone == nil {
        rejoined.append((node, Array(scores(of: node))))
        scoreNode(node)
      }
      above = framework.nodes[node].parent
    }
    let result = Array(scores(of: dimension))
    (weights, nodeScales, imputedNodes) = (before, scales, filled)
    for (node, scores) in rejoined { nodeScores.replaceSubrange(range(node), with: scores) }
    return result
  }
}
