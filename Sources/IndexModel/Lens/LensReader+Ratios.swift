import Diagnostics
import Tabular

/// Nodes that are a ratio of two parts: which of them is the denominator is said under `[nodes]`.
extension LensReader {
  mutating func denominator(_ node: TOMLNode, of name: String, _ place: [String]) {
    guard let part = node.string else { return wrongType(node, place, "a text") }
    guard name != "indicators" else {
      return wrong(
        .lenses.ratioParts, "a denominator belongs to one node, not to all of them", place,
        "write the path of the node in place of indicators")
    }
    // Whether it stands first is known when all weights are.
    lens.aggregation.rules.set(name) { $0.denominator = .init(name: part, isFirst: false) }
  }

  /// Checks every ratio, and finds which of its parts stands first; after all keys have been read.
  mutating func settleRatios() {
    let weights = lens.nominalWeights(in: framework)
    var counts = [Bool](repeating: true, count: framework.nodes.count)
    for (index, node) in zip(framework.nodeIndices, framework.nodes) {
      if let parent = node.parent { counts[index] = counts[parent] && weights[index] > 0 }
      guard node.indicator == nil else { continue }
      let isRatio = lens.aggregation[node].method == .ratio
      if isRatio, counts[index] {
        settleRatio(node, node.children.filter { weights[$0] > 0 }.map { framework.nodes[$0].name })
      } else if !isRatio, lens.aggregation[node].rule.denominator != nil {
        wrong(
          .lenses.ratioParts,
          "\(words(node)) has a denominator, but is joined by " + lens.aggregation[node].method.rawValue,
          keyPlace(["nodes"], node, ["denominator"]),
          "take the denominator away, or write \"\(key(node))\" = \"ratio\" under [aggregation]")
      }
    }
  }

  private mutating func settleRatio(_ node: Framework.Node, _ parts: [String]) {
    if let scheme = lens.weightScheme, scheme == .pca || scheme == .entropy {
      return wrong(
        .lenses.ratioParts,
        "\(words(node)) is a ratio, whose parts have no weights for \(scheme.rawValue) to find",
        methodPlace(node), "give the weights as numbers, or join the parts by another method")
    }
    guard parts.count == 2 else {
      let list = parts.isEmpty ? "" : ": \(parts.joined(separator: ", "))"
      return wrong(
        .lenses.ratioParts, "\(words(node)) is a ratio of two parts, but has \(parts.count) of weight\(list)",
        methodPlace(node),
        "put what is divided below one component and what divides it below another, or join by another method"
      )
    }
    guard let name = lens.aggregation[node].rule.denominator?.name else {
      return wrong(
        .lenses.ratioParts, "the ratio of \(words(node)) does not say which part divides the other",
        methodPlace(node), "write under [nodes]: \"\(key(node))\" = { denominator = \"\(parts[1])\" }")
    }
    guard parts.contains(name) else {
      return wrong(
        .lenses.ratioParts, "\(words(node)) has no part of weight that is called \"\(name)\"",
        keyPlace(["nodes"], node, ["denominator"]), NearestName.remedy(for: name, among: parts))
    }
    let isFirst = name == parts.min()
    lens.aggregation.rules.set(key(node)) { $0.denominator = .init(name: name, isFirst: isFirst) }
  }

  func words(_ node: Framework.Node) -> String { node.parent == nil ? "the index" : node.name }

  private func key(_ node: Framework.Node) -> String { node.parent == nil ? "dimensions" : node.name }

  /// Where the method of a node is written: at its own name, or that of its level.
  private func methodPlace(_ node: Framework.Node) -> [String] {
    let own = keyPlace(["aggregation"], node, [])
    if document.root[path: own] != nil { return own }
    return ["aggregation", node.parent == nil ? "dimensions" : "indicators"]
  }

  /// The keys that lead to a node's entry of a table, its path written whole or as nested tables.
  func keyPlace(_ table: [String], _ node: Framework.Node, _ rest: [String]) -> [String] {
    let whole = table + [key(node)]
    if document.root[path: whole] != nil { return whole + rest }
    return table + key(node).split(separator: "/").map(String.init) + rest
  }
}

extension TOMLNode {
  fileprivate subscript(path keys: [String]) -> TOMLNode? {
    keys.reduce(self) { node, key in node?[key: key] }
  }
}
