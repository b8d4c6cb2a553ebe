import Analysis
import IndexModel
import Scoring

/// Which weights an audit asks about.
package enum AuditLevel: String, Sendable, CaseIterable {
  /// Those of the dimensions; what is inside one stays as it is.
  case dimension
  /// The effective weights of the indicators: the product of shares down the tree.
  case indicator
}

/// Why the order of countries is not linear in the weights of a level.
package enum NonLinearity: Sendable, Equatable {
  /// Each country has weights of its own.
  case ownWeights
  /// An inner node's score is assumed, which no weights below it change.
  case assumed
  /// Dimensions are joined by a method that no weighted sum orders as it does.
  case method(Aggregation)
  /// The score of a node is rounded, so that some countries tie.
  case rounded(node: NodeIndex)
  /// A node says who is poor, so that some countries tie.
  case counted(node: NodeIndex)
  /// The scores of a node depend on those of other units.
  case compared(node: NodeIndex)
  /// A node is a ratio, whose parts have no weights.
  case ratio(node: NodeIndex)
  /// The parts of a node are joined by another method than dimensions, or one of the two is turned.
  case mixed(node: NodeIndex, Aggregation, dimensions: Aggregation)

  /// Whether one set of weights gives the scores of all countries, so that weights can be drawn.
  package var allowsDraws: Bool {
    switch self {
    case .ownWeights, .assumed, .ratio, .compared: false
    case .method, .rounded, .counted, .mixed: true
    }
  }
}

extension ScoreTable {
  /// The nodes of weight whose weights a level is about, dimension by dimension, in framework order.
  package func auditedNodes(_ level: AuditLevel) -> [NodeIndex] {
    switch level {
    case .dimension: dimensions
    case .indicator: dimensions.flatMap { weighedLeaves(below: $0) }
    }
  }

  /// The nominal weights of `auditedNodes`; they sum to 1.
  package func auditedWeights(_ level: AuditLevel) -> [Double] {
    auditedNodes(level).map { effectiveWeights[$0] }
  }

  /// What keeps the order of countries from being linear in the weights of a level; nil where it is.
  ///
  /// Of indicators it is where every node is joined by the same mean with the same exponent and floor, as a
  /// lens has only one of each. Let g be what the mean takes a score to (`Aggregator.inward`) after lifting
  /// it to the floor f. A node's score is then g⁻¹(Σ w·g(max(s, f))) over its parts. Being a mean of numbers
  /// of at least f it is itself at least f, so that lifting it once more changes nothing, and g undoes g⁻¹:
  /// in the node above it stands as Σ w·g(max(s, f)). By induction the root is g⁻¹(Σ ŵ·g(max(s, f))) over all
  /// indicators, ŵ the product of weights along the path: nested is flat. A node with a single part of weight
  /// passes its score on under an arithmetic mean, whatever joins the others. Where all nodes are turned, what they lack of
  /// 100 stands for the scores, and what is turned back is turned again above. A node that is rounded or counts the poor passes on no sum.
  package func nonLinearity(_ level: AuditLevel) -> NonLinearity? {
    let across = aggregator(of: Framework.root)
    if ownShares != nil { return .ownWeights }
    if let node = ratio(level) { return .ratio(node: node) }
    if level == .indicator, let node = comparedNode { return .compared(node: node) }
    if !across.isMeanOfTerms { return .method(across.method) }
    if let steps = steps(at: Framework.root) { return steps }
    if interventions.contains(where: { isInner($0.node, level) }) { return .assumed }
    guard level == .indicator else { return nil }
    for node in framework.nodeIndices.dropFirst() {
      let parts = childrenInSummationOrder(node)
      let own = aggregator(of: node)
      guard effectiveWeights[node] > 0, !parts.isEmpty else { continue }
      if let steps = steps(at: node) { return steps }
      if own.method == across.method, own.isTurned == across.isTurned { continue }
      if parts.count == 1, own.method == .arithmetic { continue }
      return .mixed(node: node, own.method, dimensions: across.method)
    }
    return nil
  }

  /// The first node of weight whose scores are compared over all units, or filled in from them.
  private var comparedNode: NodeIndex? {
    framework.nodeIndices.dropFirst().first { node in
      framework.nodes[node].indicator == nil && effectiveWeights[node] > 0
        && lens.aggregation[framework.nodes[node]].rule.comparesUnits
    }
  }

  private func steps(at node: NodeIndex) -> NonLinearity? {
    let own = aggregator(of: node)
    if own.poorFrom != nil { return .counted(node: node) }
    return own.decimals != nil ? .rounded(node: node) : nil
  }

  /// The first node that is a ratio: the index, or where weights of indicators are asked about any of weight.
  private func ratio(_ level: AuditLevel) -> NodeIndex? {
    let nodes = level == .dimension ? [Framework.root] : Array(framework.nodeIndices)
    return nodes.first { node in
      framework.nodes[node].indicator == nil && effectiveWeights[node] > 0
        && aggregator(of: node).method == .ratio
    }
  }

  /// Whether a node stands above those that a level weighs.
  private func isInner(_ node: NodeIndex, _ level: AuditLevel) -> Bool {
    node == Framework.root || (level == .indicator && framework.nodes[node].indicator == nil)
  }

  /// What stands for a node in a ranked country, so that weights of all nodes of its level give the
  /// score: its own where that is counted, else the score of the nearest node above it that is.
  ///
  /// A node N whose present children carry the weight P is scored by their mean M. With M for each
  /// missing child the mean over all children is P·M + (1 − P)·M = M: nominal weights give exactly the
  /// nominal score, at every node and so at the root. The index score for a missing indicator would not: its
  /// dimension would move towards the index. An indicator of a component that is not scored is
  /// not counted either, and stands at the score of what is above the component.
  /// - Returns: nil for a country without an index score.
  package func standIn(_ node: NodeIndex, _ row: RowIndex) -> Double? {
    var result = score(node, row)
    var place = node
    // Asked for every country and node of every bound: `framework` would be copied each time.
    let nodes = cube.framework.nodes
    while let parent = nodes[place].parent {
      if score(place, row) == nil { result = score(parent, row) }
      place = parent
    }
    return result
  }

  /// Whether a node enters a country's score with a score of its own: it and all above it are scored.
  func isCounted(_ node: NodeIndex, _ row: RowIndex) -> Bool {
    var place = node
    let nodes = cube.framework.nodes
    while let parent = nodes[place].parent {
      if score(place, row) == nil { return false }
      place = parent
    }
    return true
  }

  /// The index score of every ranked country if the nodes of a level weighed otherwise, as `Aggregator`
  /// joins them up the tree; a node that a country lacks stands there with its `standIn`.
  ///
  /// Under the table's own weights these are its own scores, to the last bit, where the order is linear in the
  /// weights: joined anew with stand-ins they would differ from them by rounding, and so break ties otherwise.
  /// - Parameter weights: one for each of `auditedNodes`, in effect; need not sum to 1.
  /// - Returns: a score for each of `countries`, NaN for one that is withheld.
  package func auditedScores(_ weights: [Double], level: AuditLevel) -> [Double] {
    if weights == auditedWeights(level), nonLinearity(level) == nil { return rows.map { score($0) ?? .nan } }
    let ranked = rows.map { rank($0) != nil }
    var carried = [Double](repeating: 0, count: framework.nodes.count)
    var scores = [[Double]](repeating: [], count: framework.nodes.count)
    for (node, weight) in zip(auditedNodes(level), weights) where weight > 0 {
      carried[node] = weight
      scores[node] = rows.map { ranked[$0] ? standIn(node, $0) ?? .nan : .nan }
    }
    // Leaves first: in the framework's list children stand after their parents.
    for node in framework.nodeIndices.reversed() where scores[node].isEmpty {
      let children = framework.childrenByName[node].filter { carried[$0] > 0 }
      if children.isEmpty { continue }
      carried[node] = children.reduce(0) { $0 + carried[$1] }
      scores[node] = aggregator(of: node)(
        children.map { (scores: scores[$0][...], weight: carried[$0]) }, scored: ranked)
    }
    return scores[Framework.root].isEmpty ? ranked.map { _ in .nan } : scores[Framework.root]
  }
}
