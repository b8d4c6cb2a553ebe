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

  /// The scores of a node for countries that there are not, whose children have these scores: as
  /// theirs would be if each, alone, came to those of the table.
  package func mixtures(of node: NodeIndex, _ children: Aggregator.Children) -> [Double] {
    let count = children.first?.scores.count ?? 0
    let own = childrenInSummationOrder(node)
    if node == Framework.root, lens.weightScheme == .benefitOfTheDoubt {
      return BenefitOfTheDoubt(lens).scores(
        of: children.map(\.scores), among: own.map { scores(of: $0) }, ranked: rows.map { rank($0) != nil })
    }
    let aggregator = aggregator(of: node)
    let scored = scorable(node, children, count)
    var joined: [Double]
    if aggregator.method == .copeland {
      let rivals = own.map { (scores: scores(of: $0), weight: weights[$0]) }
      let field = rows.filter { score(node, $0) != nil }
      joined = Outranking.scores(of: children, scored: scored, among: rivals, field).map(aggregator.finished)
    } else {
      joined = aggregator(children, scored: scored)
    }
    if let scale = nodeScales[node] { joined = joined.map { scale($0) } }
    return joined
  }
}
