// IndexModel: the words: country, indicator, framework, lens, cube. Opens no file.

/// The tree index → dimension → (component →)* indicator, in the order of the catalogue.
package struct Framework: Sendable {
  package struct Node: Sendable {
    /// The path of a dimension or component, or the id of an indicator; empty for the root.
    package let name: String
    /// The node it hangs under; nil for the root.
    package let parent: Int?
    /// The nodes that hang under it, in catalogue order.
    package internal(set) var children: [Int] = []
    /// The place of its indicator in `Framework.indicators`; nil for all but leaves.
    package let indicator: Int?
    /// How far below the root it is; 0 for the root, 1 for a dimension.
    package let depth: Int
  }

  /// Every indicator of the catalogue, denominators included, in its order.
  package let indicators: [Indicator]
  /// The tree; parents stand before their children, the root first.
  package let nodes: [Node]
  /// The children of each node in the order of their names, in which they are summed: the order of
  /// the catalogue must not change a bit of any score.
  package let childrenByName: [[Int]]
  private let nodeByPath: [String: Int]
  private let indicatorByID: [IndicatorID: Int]

  /// The root of the tree in `nodes`.
  package static let root = 0

  /// Hangs each indicator that has a dimension into the tree, in catalogue order.
  package init(_ indicators: [Indicator]) {
    var nodes = [Node(name: "", parent: nil, indicator: nil, depth: 0)]
    var byPath: [String: Int] = [:]
    for (place, indicator) in indicators.enumerated() {
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
    self.indicators = indicators
    self.nodes = nodes
    childrenByName = nodes.map { node in node.children.sorted { nodes[$0].name < nodes[$1].name } }
    nodeByPath = byPath
    indicatorByID = Dictionary(
      indicators.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  package var dimensions: [Int] { nodes[Self.root].children }

  package func node(_ path: DimensionPath) -> Int? { nodeByPath[path.description] }

  package func indicator(_ id: IndicatorID) -> Int? { indicatorByID[id] }

  /// The paths of all dimensions and components, in order.
  package var paths: [String] { nodes.filter { $0.indicator == nil && $0.parent != nil }.map(\.name) }

  package func leaves(below node: Int) -> [Int] {
    if nodes[node].indicator != nil { return [node] }
    return nodes[node].children.flatMap { leaves(below: $0) }
  }

  /// The indicators that hang below a node, or are it, in order.
  package func indicators(below node: Int) -> [Indicator] {
    leaves(below: node).compactMap { nodes[$0].indicator }.map { indicators[$0] }
  }
}

extension [Framework.Node] {
  fileprivate mutating func hang(_ name: String, under parent: Int, indicator: Int?) -> Int {
    append(Framework.Node(name: name, parent: parent, indicator: indicator, depth: self[parent].depth + 1))
    self[parent].children.append(count - 1)
    return count - 1
  }
}
