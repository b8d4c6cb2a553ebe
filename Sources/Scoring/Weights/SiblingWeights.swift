import Diagnostics
import IndexModel
import Tabular

/// Weights divided by their sum among siblings.
enum SiblingWeights {
  static func normalised(_ lens: Lens, _ framework: Framework) -> [Double] {
    let nominal = lens.nominalWeights(in: framework)
    var weights = [Double](repeating: 0, count: framework.nodes.count)
    weights[Framework.root] = 1
    for (index, children) in zip(framework.nodeIndices, framework.childrenByName) where weights[index] > 0 {
      let sum = children.reduce(0) { $0 + nominal[$1] }
      for child in children where sum > 0 { weights[child] = nominal[child] / sum }
    }
    return weights
  }

  /// The children of weight above 0 of each node, in the order of their names.
  static func summationOrder(_ weights: [Double], _ framework: Framework) -> [[NodeIndex]] {
    framework.childrenByName.map { children in children.filter { weights[$0] > 0 } }
  }

  /// The dimensions of weight above 0, in framework order.
  static func dimensions(_ weights: [Double], _ framework: Framework) -> [NodeIndex] {
    framework.dimensions.filter { weights[$0] > 0 }
  }

  /// The products of weights along each node's path.
  static func effective(_ weights: [Double], _ framework: Framework) -> [Double] {
    var effective = weights
    for (index, node) in zip(framework.nodeIndices, framework.nodes) {
      if let parent = node.parent { effective[index] = effective[parent] * weights[index] }
    }
    return effective
  }

  /// What there is to say about the weights that a scheme gives a node's children.
  static func finding(
    _ doubt: DerivedWeights.Doubt, _ scheme: WeightScheme, _ node: NodeIndex, _ children: [NodeIndex],
    _ framework: Framework
  ) -> Diagnostic {
    let name = node == Framework.root ? "the dimensions" : "the parts of \(framework.nodes[node].name)"
    switch doubt {
    case .equalInstead:
      return Diagnostic(
        .scoring.equalInstead,
        "\(name) weigh the same instead of by \(scheme.rawValue): fewer than "
          + "\(DerivedWeights.leastCountries) countries have them all, or their scores do not vary",
        remedy: "leave out with weight 0 what few countries have, or give weights as numbers")
    case .opposed(let places):
      let names = places.map { framework.nodes[children[$0]].name }
      let isOne = names.count == 1
      let text =
        (names.dropLast().isEmpty ? "" : names.dropLast().joined(separator: ", ") + " and ")
        + (names.last ?? "")
      return Diagnostic(
        .scoring.opposedParts,
        "of \(name), \(text) \(isOne ? "falls" : "fall") where the others rise, and "
          + "\(isOne ? "weighs" : "weigh") by how strongly \(isOne ? "it does" : "they do")",
        remedy: "give what opposes the others the weight 0, or give weights as numbers")
    }
  }
}
