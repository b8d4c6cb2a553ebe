import IndexModel

/// What a lens makes of a framework before there is any figure: weights, the order of sums, the rule of each node.
package struct ScoringPlan: Sendable {
  package let lens: Lens
  package let framework: Framework
  /// The weight of each node among its siblings, summing to 1 over them; 0 for a node that takes no part.
  package let weights: [Double]
  /// The effective weight of each node: the product along its path.
  package let effectiveWeights: [Double]
  /// The dimensions of weight above 0, in framework order.
  package let dimensions: [NodeIndex]
  private let summationOrder: [[NodeIndex]]

  package init(_ lens: Lens, _ framework: Framework) {
    (self.lens, self.framework) = (lens, framework)
    weights = SiblingWeights.normalised(lens, framework)
    effectiveWeights = SiblingWeights.effective(weights, framework)
    dimensions = SiblingWeights.dimensions(weights, framework)
    summationOrder = SiblingWeights.summationOrder(weights, framework)
  }

  /// How many dimensions a unit needs to be ranked.
  package var dimensionsRequired: Int { lens.dimensionsRequired(of: dimensions.count) }

  /// The children of weight above 0, in the order of their names, in which they are summed.
  package func children(_ node: NodeIndex) -> [NodeIndex] { summationOrder[node] }

  package func aggregator(of node: NodeIndex) -> Aggregator {
    Aggregator(lens.aggregation, of: framework.nodes[node])
  }

  /// The share of its weight that a node's present children must carry for it to be scored, 0–1.
  package func shareRequired(of node: NodeIndex) -> Double {
    lens.aggregation[framework.nodes[node]].rule.share ?? lens.indicatorShare
  }

  /// The goalposts of an indicator: the lens's, else the catalogue's; nil where only figures would give them.
  package func goalposts(of indicator: Indicator) -> Goalposts? {
    lens.goalposts[indicator.id] ?? indicator.goalposts
  }

  /// The nodes of indicators of weight, in the order of the catalogue.
  package var leaves: [NodeIndex] {
    framework.nodeIndices.filter { framework.nodes[$0].indicator != nil && weights[$0] > 0 }
  }

  /// The same in the order of their names, in which shares of weight are summed.
  package var leavesByName: [NodeIndex] { framework.leavesByName.filter { weights[$0] > 0 } }

  /// The nodes that are joined of children, in the order of the catalogue, the root first.
  package var joined: [NodeIndex] {
    framework.nodeIndices.filter { framework.nodes[$0].indicator == nil && !children($0).isEmpty }
  }

  /// How many steps of joining lie below each node; 0 for an indicator.
  package var heights: [Int] {
    var heights = [Int](repeating: 0, count: framework.nodes.count)
    for node in joined.reversed() { heights[node] = 1 + (children(node).map { heights[$0] }.max() ?? 0) }
    return heights
  }
}

extension Lens {
  /// How many of some dimensions a unit needs to be ranked: those of the lens, else six or all.
  package func dimensionsRequired(of count: Int) -> Int {
    guard let required = dimensionsRequired else { return min(6, count) }
    return weightScheme?.isDerived == true ? min(required, count) : required
  }
}
