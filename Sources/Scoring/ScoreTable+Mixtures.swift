import IndexModel

extension ScoreTable {
  /// The scores of the index for countries that there are not, whose scores of indicators are given: as theirs would be if
  /// each, alone, came to those of the table.
  /// - Parameters:
  ///   - count: how many countries.
  ///   - leaf: their scores of an indicator, NaN where missing; nil where all are.
  package func mixtures(_ count: Int, leaf: (NodeIndex) -> [Double]?) -> [Double] {
    var scores = framework.nodes.map { _ in [Double](repeating: .nan, count: count) }
    for node in framework.nodeIndices.reversed() where weights[node] > 0 {
      if framework.nodes[node].indicator != nil {
        scores[node] = leaf(node) ?? scores[node]
      } else {
        scores[node] = mixtures(
          of: node, childrenInSummationOrder(node).map { (scores: scores[$0][...], weight: weights[$0]) })
      }
    }
    return scores[Framework.root]
  }
}
