// IndexModel: the words: country, indicator, framework, lens, cube. Opens no file.

/// The tree index → dimension → (component →)* indicator, in the order of the catalogue.
package struct Framework: Sendable {
  package struct Node: Sendable {
    /// The path of a dimension or component, or the id of an indicator; empty for the root.
    package let name: String
    /// The node it hangs under; nil for the root.
    package let parent: NodeIndex?
    /// The nodes that hang under it, in catalogue order.
    package internal(set) var children: [NodeIndex] = []
    /// Its indicator; nil for all but leaves.
    package let indicator: IndicatorIndex?
    /// How far below the root it is; 0 for the root, 1 for a dimension.
    package let depth: Int
    /// The path of a dimension or component; nil for the root and for indicators.
    package let path: DimensionPath?
  }

  /// Every indicator of the catalogue, denominators included, in its order.
  package let indicators: [Indicator]
  /// The tree; parents stand before their children, the root first.
  package let nodes: [Node]
  /// The children of each node in the order of their names, in which they are summed: the order of
  /// the catalogue must not change a bit of any score.
  package let childrenByName: [[NodeIndex]]
  /// The nodes of indicators in the order of their names, for sums over all of them.
  package let leavesByName: [NodeIndex]
  /// The dimensions and components below which no indicator has figures, since all may be missing.
  let nodesOfAbsentIndicators: [NodeIndex]
  /// Whether what is scored are units that are no countries, with ids of their own.
  package var isOfUnits = false
  private let nodeByPath: [String: NodeIndex]
  private let indicatorByID: [IndicatorID: IndicatorIndex]

  package static let root = NodeIndex(0)

  /// Hangs each indicator that has a dimension into the tree, in catalogue order.
  package init(_ indicators: [Indicator]) {
    var nodes = [Node(name: "", parent: nil, indicator: nil, depth: 0, path: nil)]
    var byPath: [String: NodeIndex] = [:]
    for (place, indicator) in zip(IndicatorIndex.all(indicators.count), indicators) {
      guard let dimension = indicator.dimension else { continue }
      var parent = Self.root
      var path = ""
      for segment in dimension.segments {
        path += path.isEmpty ? segment : "/" + segment
        if let known = byPath[path] {
          parent = known
        } else {
          parent = nodes.hang(path, under: parent, indicator: nil)
          byPath[path] = parent
        }
      }
      _ = nodes.hang(indicator.id.rawValue, under: parent, indicator: place)
    }
    (self.indicators, self.nodes) = (indicators, nodes)
    childrenByName = nodes.map { node in node.children.sorted { nodes[$0].name < nodes[$1].name } }
    leavesByName = NodeIndex.all(nodes.count).filter { nodes[$0].indicator != nil }.sorted {
      nodes[$0].name < nodes[$1].name
    }
    nodesOfAbsentIndicators = Self.absent(nodes, indicators)
    nodeByPath = byPath
    indicatorByID = Dictionary(
      zip(IndicatorIndex.all(indicators.count), indicators).map { ($1.id, $0) },
      uniquingKeysWith: { first, _ in first })
  }

  private static func absent(_ nodes: [Node], _ indicators: [Indicator]) -> [NodeIndex] {
    var isAbsent = nodes.map { node in node.indicator.map { indicators[$0].isAbsent } ?? true }
    for place in NodeIndex.all(nodes.count).reversed() where nodes[place].indicator == nil {
      isAbsent[place] = nodes[place].children.allSatisfy { isAbsent[$0] }
    }
    return NodeIndex.all(nodes.count).filter { nodes[$0].path != nil && isAbsent[$0] }
  }

  package var nodeIndices: Range<NodeIndex> { NodeIndex.all(nodes.count) }
  package var indicatorIndices: Range<IndicatorIndex> { IndicatorIndex.all(indicators.count) }

  package var dimensions: [NodeIndex] { nodes[Self.root].children }

  package func node(_ path: DimensionPath) -> NodeIndex? { nodeByPath[path.description] }

  package func indicator(_ id: IndicatorID) -> IndicatorIndex? { indicatorByID[id] }

  /// The paths of all dimensions and components, in order.
  package var paths: [String] { nodes.filter { $0.indicator == nil && $0.parent != nil }.map(\.name) }

  package func leaves(below node: NodeIndex) -> [NodeIndex] {
    if nodes[node].indicator != nil { return [node] }
    return nodes[node].children.flatMap { leaves(below: $0) }
  }

  /// The indicators that hang below a node, or are it, in order.
  package func indicators(below node: NodeIndex) -> [Indicator] {
    leaves(below: node).compactMap { nodes[$0].indicator }.map { indicators[$0] }
  }
}

extension [Framework.Node] {
  fileprivate mutating func hang(_ name: String, under parent: NodeIndex, indicator: IndicatorIndex?)
    -> NodeIndex
  {
    let place = NodeIndex(count)
    let path = indicator == nil ? DimensionPath(name) : nil
    append(
      Framework.Node(
        name: name, parent: parent, indicator: indicator, depth: self[parent].depth + 1, path: path))
    self[parent].children.append(place)
    return place
  }
}
