/// Every judgement that turns figures into scores, with its rationale: one file in Weights/.
///
/// Knows no country and no figure.
package struct Lens: Sendable {
  /// The name of its file without the ending.
  package var name: String
  package var title = ""
  /// The index whose judgements these are.
  package var index = PublishedIndex()
  /// The school of thought on security that it stands for.
  package var tradition = ""
  package var rationale = ""
  /// What the judgements rest on.
  package var references: [String] = []
  /// How many years an observation may be carried forward to the reference year.
  package var carryForward = 10
  package var scope = Scope.all
  package var normalisation = Normalisation.goalposts
  /// The country that scores 100 under `ratioToReference`, by code; nil where none is named.
  package var reference: CountryCode?
  /// Among whom values are compared, under a normalisation that compares: all, or those of the same group.
  package var comparedWithin = Grouping.world
  package var outliers = OutlierRule.none
  package var impute = Imputation.none
  /// The share of effective weight that imputed cells may carry for a country to be ranked, 0–1.
  package var imputedLimit = 1.0 / 3
  /// The share of effective weight that figures of its own must carry for a country to be ranked, 0–1.
  package var coverageRequired = 0.0
  /// The share of a node's weight that its present children must carry for it to be scored, 0–1.
  package var indicatorShare = 0.5
  /// How many dimensions a country needs to be ranked; nil for six, or all where there are fewer.
  package var dimensionsRequired: Int?
  package var aggregation = AggregationRules()
  /// Where weights come from; nil where the lens gives numbers.
  package var weightScheme: WeightScheme?
  /// Of its score from one dimension, under `benefitOfTheDoubt`.
  package var shareBounds = ShareBounds()
  /// The weights of dimensions and components among their siblings; 1 where unnamed.
  package var weights: [DimensionPath: Double] = [:]
  /// The weights of indicators among their siblings; 1 where unnamed.
  package var indicatorWeights: [IndicatorID: Double] = [:]
  /// Goalposts that differ from the catalogue's.
  package var goalposts: [IndicatorID: Goalposts] = [:]
  /// Between what values of an indicator count as they are, in its unit: one beyond counts as the nearer end.
  package var caps: [IndicatorID: ClosedRange<Double>] = [:]
  /// From which value on an indicator scores 100 and else 0, in place of the normalisation.
  package var cutoffs: [IndicatorID: Cutoff] = [:]
  package var audit = AuditThresholds()

  package init(name: String) { self.name = name }

  /// The nominal weight of every node among its siblings, not yet divided by their sum; the root's is 1.
  ///
  /// Under a scheme, 1 for every node with an indicator of weight below it.
  package func nominalWeights(in framework: Framework) -> [Double] {
    var nominal = framework.nodes.map { node in
      if let indicator = node.indicator { return nominalWeight(framework.indicators[indicator]) }
      return node.path.flatMap { weights[$0] } ?? 1
    }
    for place in framework.nodesOfAbsentIndicators {
      if let path = framework.nodes[place].path, weights[path] == nil { nominal[place] = 0 }
    }
    guard weightScheme != nil else { return nominal }
    for node in framework.nodesWithoutWeightBelow(nominal) { nominal[node] = 0 }
    return nominal
  }

  /// A value of an indicator as it counts.
  package func capped(_ value: Double, of id: IndicatorID) -> Double {
    guard !value.isNaN, let caps = caps[id] else { return value }
    return min(max(value, caps.lowerBound), caps.upperBound)
  }

  private func nominalWeight(_ indicator: Indicator) -> Double {
    indicatorWeights[indicator.id] ?? (indicator.isAbsent ? 0 : 1)
  }

  /// Gives indicators the weight 0, and every node above them that is left without weight below.
  package mutating func leaveOut(_ indicators: [Indicator], _ framework: Framework) {
    for indicator in indicators where indicator.dimension != nil { indicatorWeights[indicator.id] = 0 }
    for node in framework.nodesWithoutWeightBelow(nominalWeights(in: framework)) {
      if let path = framework.nodes[node].path { weights[path] = 0 }
    }
  }
}

extension Framework {
  /// The dimensions and components all of whose children have the weight 0, or are such themselves.
  fileprivate func nodesWithoutWeightBelow(_ nominal: [Double]) -> [NodeIndex] {
    var nominal = nominal
    var found: [NodeIndex] = []
    for index in nodeIndices.reversed() where !nodes[index].children.isEmpty {
      let node = nodes[index]
      guard node.parent != nil, node.children.allSatisfy({ nominal[$0] == 0 }) else { continue }
      nominal[index] = 0
      found.append(index)
    }
    return found
  }

  /// The nodes weighed up to the root whose children weigh nothing, by name and in words: `all dimensions`.
  package func nodesThatWeighNothing(_ weights: [Double]) -> [(name: String, words: String)] {
    var counts = [Bool](repeating: true, count: nodes.count)
    return zip(nodeIndices, nodes).compactMap { index, node in
      if let parent = node.parent { counts[index] = counts[parent] && weights[index] > 0 }
      guard counts[index], !node.children.isEmpty, node.children.allSatisfy({ weights[$0] == 0 }) else {
        return nil
      }
      return (node.name, node.parent == nil ? "all dimensions" : "everything under \"\(node.name)\"")
    }
  }
}

/// Which part of its score a country may draw from one dimension.
package struct ShareBounds: Sendable, Equatable {
  package var least = 0.0
  package var greatest = 1.0

  package init() {}
}

package enum Scope: String, Sendable, CaseIterable {
  case all
  case unMembers = "un-members"
  /// The members of the United Nations and the states that observe there: the Holy See and Palestine.
  case unitedNations = "un"

  package func contains(_ country: Country) -> Bool {
    switch self {
    case .all: true
    case .unMembers: country.isUNMember
    case .unitedNations: country.isUNMember || country.isUNObserver
    }
  }
}

package struct AggregationRules: Sendable, Equatable {
  /// Below the root.
  package var indicators = Aggregation.arithmetic
  /// At the root.
  package var dimensions = Aggregation.geometric
  /// At single nodes below the root, where they differ from the rest.
  package var nodes: [DimensionPath: Aggregation] = [:]
  /// The least score that a geometric or harmonic mean, or a power below 1, takes: no zero erases all else.
  package var floor = 1.0
  /// The exponent of power means; not 0.
  package var power = 0.5
  /// What else is said of nodes: which are turned round, rounded, or have a share of their own.
  package var rules = NodeRules()

  package init() {}

  /// The aggregation of a node by its path; nil for the root.
  package subscript(_ path: DimensionPath?) -> Aggregation {
    guard let path else { return dimensions }
    return nodes[path] ?? indicators
  }

  /// The aggregation and the rule of a node; those of an indicator, which joins nothing, are what holds below the root.
  package subscript(_ node: Framework.Node) -> (method: Aggregation, rule: NodeRule) {
    if node.parent != nil, node.path == nil { return (indicators, rules.indicators) }
    return (self[node.path], rules[node.path])
  }
}
