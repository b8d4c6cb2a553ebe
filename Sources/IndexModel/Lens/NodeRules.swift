/// What a lens says of a node beside how its children are joined; nil for what it says nothing of.
package struct NodeRule: Sendable, Equatable {
  /// Whether what the children lack of 100 is joined, and the result is what that lacks of 100: means of risks in
  /// place of means of scores.
  package var isTurned: Bool?
  /// To how many decimals the joined score is rounded.
  package var decimals: Int?
  /// The share of its weight that present children must carry for a score, 0–1; of nodes below the index alone.
  package var share: Double?
  /// From which share of what lacks of 100, above 0 to 1, a unit counts as poor. Who is not scores 100: what lacks is
  /// counted of the poor alone.
  package var poorFrom: Double?
  /// Whether the poor score 0, whatever they lack: the mean is then the share of people who are not poor.
  package var isHeadcount: Bool?
  /// How the joined scores of all units are compared with each other before they are joined further; of nodes below the
  /// index alone.
  package var normalisation: NodeNormalisation?
  /// Among whom the mean is taken that a unit without a score of the node gets; of nodes below the index alone.
  package var imputedFrom: Grouping?
  /// The part that the other one is divided by, where the node is a ratio.
  package var denominator: Denominator?

  package init() {}

  /// Whether a score of the node depends on those of other units.
  package var comparesUnits: Bool { normalisation != nil || imputedFrom != nil }

  /// One of the two parts of a ratio.
  package struct Denominator: Sendable, Equatable {
    /// The path of a dimension or component, or the id of an indicator.
    package let name: String
    /// Whether it stands before the other part in the order of names, in which parts are joined.
    package let isFirst: Bool

    package init(name: String, isFirst: Bool) { (self.name, self.isFirst) = (name, isFirst) }
  }

  /// The decimals that a score may be rounded to: a rounding error of a double shows far behind these.
  package static let allDecimals = 0...6

  /// With nothing lacking nobody is poor.
  static let leastPoorFrom = 1e-6

  package static let keys = [
    "turned", "decimals", "share", "denominator", "poor_from", "headcount", "normalisation", "impute",
  ]

  /// This rule, where it says something, else another.
  fileprivate func or(_ other: NodeRule) -> NodeRule {
    var rule = self
    rule.isTurned = isTurned ?? other.isTurned
    rule.decimals = decimals ?? other.decimals
    rule.share = share ?? other.share
    rule.poorFrom = poorFrom ?? other.poorFrom
    rule.isHeadcount = isHeadcount ?? other.isHeadcount
    rule.normalisation = normalisation ?? other.normalisation
    rule.imputedFrom = imputedFrom ?? other.imputedFrom
    rule.denominator = denominator ?? other.denominator
    return rule
  }
}

/// The table `[nodes]` of a lens.
package struct NodeRules: Sendable, Equatable {
  /// At the root.
  package var dimensions = NodeRule()
  /// At every node below the root that has children.
  package var indicators = NodeRule()
  /// At single nodes below the root; each key that one has goes before that of all.
  package var nodes: [DimensionPath: NodeRule] = [:]

  package init() {}

  /// The rule of a node by its path; nil for the root.
  package subscript(_ path: DimensionPath?) -> NodeRule {
    guard let path else { return dimensions }
    return nodes[path]?.or(indicators) ?? indicators
  }

  /// Whether a score of any node depends on those of other units.
  package var compareUnits: Bool {
    ([dimensions, indicators] + nodes.values).contains(where: \.comparesUnits)
  }

  /// What is written in a lens, key by key, the index first, then nodes by their paths.
  package var written: [(name: String, value: String)] {
    let named = nodes.map { (name: $0.key.description, rule: $0.value) }.sorted { $0.name < $1.name }
    return ([("dimensions", dimensions), ("indicators", indicators)] + named).flatMap { name, rule in
      [
        ("nodes.\(name).turned", rule.isTurned.map { "\($0)" }),
        ("nodes.\(name).decimals", rule.decimals.map { "\($0)" }),
        ("nodes.\(name).share", rule.share.map { "\($0)" }),
        ("nodes.\(name).denominator", rule.denominator?.name),
        ("nodes.\(name).poor_from", rule.poorFrom.map { "\($0)" }),
        ("nodes.\(name).headcount", rule.isHeadcount.map { "\($0)" }),
        ("nodes.\(name).normalisation", rule.normalisation?.rawValue),
        ("nodes.\(name).impute", rule.imputedFrom.map { "\($0.rawValue)_mean" }),
      ].compactMap { key, value in value.map { (key, $0) } }
    }
  }
}
