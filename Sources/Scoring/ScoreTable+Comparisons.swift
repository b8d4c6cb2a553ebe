import Diagnostics
import IndexModel

/// What a lens does with the joined scores of a node over all units: comparing them, and filling in what is missing.
extension ScoreTable {
  /// The scores of a node out of those that were joined.
  mutating func compared(_ node: NodeIndex, _ joined: [Double]) -> [Double] {
    let rule = lens.aggregation[framework.nodes[node]].rule
    guard node != Framework.root, rule.comparesUnits else { return joined }
    var scores = joined
    if let method = rule.normalisation {
      guard let scale = NodeScale(method, joined) else {
        nodeScales[node] = nil
        nodesWithoutBest.insert(node)
        return joined.map { _ in .nan }
      }
      nodeScales[node] = scale
      scores = joined.map { scale($0) }
    }
    if let grouping = rule.imputedFrom { fill(&scores, node, grouping) }
    return scores
  }

  /// Gives who has no score the mean of its group; a group without a score leaves it missing. Each unit counts once.
  private mutating func fill(_ scores: inout [Double], _ node: NodeIndex, _ grouping: Grouping) {
    let groups = rows.map { grouping.group(of: country($0)) }
    var known: [String: [Double]] = [:]
    for (score, group) in zip(scores, groups) where !score.isNaN && !group.isEmpty {
      known[group, default: []].append(score)
    }
    let means = known.compactMapValues { Imputer.mean($0) }
    var filled: Set<RowIndex> = []
    for row in rows where scores[row].isNaN {
      guard let mean = means[groups[row.value]] else { continue }
      scores[row] = mean
      filled.insert(row)
    }
    imputedNodes[node] = filled.isEmpty ? nil : filled
  }

  /// Whether a unit has the mean of a group for its score of a node.
  package func isImputed(_ node: NodeIndex, _ row: RowIndex) -> Bool {
    imputedNodes[node]?.contains(row) == true
  }

  /// Whether the score of a node above a leaf is the mean of a group, so that nothing below it counts.
  package func isUnderImputation(_ leaf: NodeIndex, _ row: RowIndex) -> Bool {
    !imputedNodes.isEmpty && isAtOrAbove(leaf) { isImputed($0, row) }
  }

  /// What is doubtful of nodes whose scores are compared.
  var comparisonFindings: [Diagnostic] {
    let without = nodesWithoutBest.sorted().map { node in
      Diagnostic(
        .scoring.noBest,
        "nobody has a score of \(framework.nodes[node].name) above 0: none of them can be the best that scores 100"
      )
    }
    let constant = nodeScales.filter { $0.value.isConstant }.keys.sorted().map { node in
      Diagnostic(
        .scoring.constantNode,
        "all have the same score of \(framework.nodes[node].name): compared with each other they score 50",
        remedy: "take the normalisation of the node away, or give the node the weight 0")
    }
    return without + constant
  }
}
