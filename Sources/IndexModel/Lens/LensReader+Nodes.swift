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
    case "turned": truth(member.value, of: name, place) { $0.isTurned = $1 }
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
    case "poor_from":
      number(member.value, place, NodeRule.leastPoorFrom...1) { lens, value in
        lens.aggregation.rules.set(name) { $0.poorFrom = value }
      }
    case "headcount": truth(member.value, of: name, place) { $0.isHeadcount = $1 }
    case "normalisation", "impute":
      guard name != "dimensions" else {
        return wrong(
          .lenses.unknownKey, "the index has no \(member.key): nothing joins it further", place,
          "name a dimension or component, or indicators for all nodes below the index")
      }
      if member.key == "normalisation" {
        choice(member.value, place) { lens, value in
          lens.aggregation.rules.set(name) { $0.normalisation = value }
        }
      } else {
        imputation(member.value, of: name, place)
      }
    case "denominator": denominator(member.value, of: name, place)
    default: unknownKey(place, among: NodeRule.keys)
    }
  }

  /// `region_mean` and the like, as for indicators.
  private mutating func imputation(_ node: TOMLNode, of name: String, _ place: [String]) {
    guard let text = node.string else { return wrongType(node, place, "a text") }
    guard let grouping = Grouping.allCases.first(where: { "\($0.rawValue)_mean" == text }) else {
      return unknownMethod(text, place, among: Grouping.allCases.map { "\($0.rawValue)_mean" })
    }
    guard grouping != .parent || framework.isOfUnits else {
      return wrong(
        .lenses.keyWithoutEffect, "countries have no parent", place,
        "write \"region_mean\", \"subregion_mean\", \"income_mean\" or \"world_mean\"")
    }
    lens.aggregation.rules.set(name) { $0.imputedFrom = grouping }
  }

  private mutating func truth(
    _ node: TOMLNode, of name: String, _ place: [String], _ set: (inout NodeRule, Bool) -> Void
  ) {
    guard case .boolean(let value) = node else { return wrongType(node, place, "true or false") }
    lens.aggregation.rules.set(name) { set(&$0, value) }
  }

  /// A headcount needs to know who is poor, and scores that are compared are not those that estimates of parts are made
  /// of; after all keys have been read.
  mutating func checkCounts() {
    for node in framework.nodes where node.indicator == nil {
      let rule = lens.aggregation[node].rule
      if lens.impute == .components, node.parent != nil, rule.comparesUnits {
        return wrong(
          .lenses.keyWithoutEffect,
          "impute = \"components\" estimates parts of dimensions by their joined scores, which \(node.name) compares or imputes",
          ["nodes"], "choose another impute, or take normalisation and impute of nodes away")
      }
      let name = words(node)
      let method = lens.aggregation[node].method
      if rule.poorFrom != nil, method == .ratio || method == .copeland {
        return wrong(
          .lenses.keyWithoutEffect,
          "poor_from counts what is lacking of 100, and what \(method.rawValue) gives for \(name) is no share of it",
          keyPlace(["nodes"], node, ["poor_from"]), "take poor_from away, or join by another method")
      }
      guard rule.isHeadcount == true, rule.poorFrom == nil else { continue }
      return wrong(
        .lenses.missingKey, "a headcount of \(name) needs to know from which share on a unit is poor",
        keyPlace(["nodes"], node, ["headcount"]), "write poor_from = 0.3333 beside headcount, say")
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
