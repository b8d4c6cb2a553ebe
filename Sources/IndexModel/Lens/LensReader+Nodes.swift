import Diagnostics
import Tabular

/// The table `[nodes]`: what is said of single nodes beside how their children are joined.
extension LensReader {
  /// The keys under which all nodes of a level are meant, as in `[aggregation]`.
  private static let levels = ["dimensions", "indicators"]

  mutating func nodeRules(_ node: TOMLNode) {
    for member in table(node, ["nodes"]) { nodeRule(member, ["nodes", member.key]) }
  }

  /// The rule of one node, its path written whole or as nested tables.
  private mutating func nodeRule(_ member: TOMLNode.Member, _ place: [String]) {
    let name = place.dropFirst().joined(separator: "/")
    guard let members = member.value.members else {
      return wrongType(member.value, place, "a table, such as { decimals = 1 }")
    }
    let inner = members.filter { $0.value.members != nil }
    for member in inner { nodeRule(member, place + [member.key]) }
    let own = members.filter { $0.value.members == nil }
    if own.isEmpty, !inner.isEmpty { return }
    guard isKnown(name, place) else { return }
    for member in own { nodeRule(member, of: name, place + [member.key]) }
  }

  private mutating func isKnown(_ name: String, _ place: [String]) -> Bool {
    if Self.levels.contains(name) { return true }
    if let path = DimensionPath(name), framework.node(path) != nil { return true }
    if let id = IndicatorID(name), framework.indicator(id) != nil {
      wrong(
        .lenses.unknownDimension, "\"\(name)\" is an indicator, and joins nothing", place,
        "name the dimension or component above it")
    } else {
      wrong(
        .lenses.unknownDimension, "no dimension or component is called \"\(name)\"", place,
        NearestName.remedy(for: name, among: Self.levels + framework.paths))
    }
    return false
  }

  private mutating func nodeRule(_ member: TOMLNode.Member, of name: String, _ place: [String]) {
    switch member.key {
    case "turned":
      guard case .boolean(let value) = member.value else {
        return wrongType(member.value, place, "true or false")
      }
      lens.aggregation.rules.set(name) { $0.isTurned = value }
    case "decimals":
      whole(member.value, place, NodeRule.allDecimals) { lens, value in
        lens.aggregation.rules.set(name) { $0.decimals = value }
      }
    case "share" where name == "dimensions":
      wrong(
        .lenses.unknownKey, "the index has no share of its own", place,
        "dimensions_required says how many dimensions it needs")
    case "share":
      number(member.value, place, 0...1) { lens, value in
        lens.aggregation.rules.set(name) { $0.share = value }
      }
    case "denominator": denominator(member.value, of: name, place)
    default: unknownKey(place, among: NodeRule.keys)
    }
  }
}

extension NodeRules {
  /// Changes the rule of a level or of a node, by the name that a lens gives it.
  mutating func set(_ name: String, _ change: (inout NodeRule) -> Void) {
    switch name {
    case "dimensions": change(&dimensions)
    case "indicators": change(&indicators)
    default: if let path = DimensionPath(name) { change(&nodes[path, default: NodeRule()]) }
    }
  }
}
