import HumanSecurity

/// Every judgement that turns figures into scores, with its rationale: one file in Weights/.
///
/// Knows no country and no figure.
public struct Lens: Sendable {
  /// The name of its file without the ending.
  public var name: String
  /// A title for people.
  public var title = ""
  /// The school of thought on security that it stands for.
  public var tradition = ""
  /// Why these judgements.
  public var rationale = ""
  /// What the judgements rest on.
  public var references: [String] = []
  /// How many years an observation may be carried forward to the reference year.
  public var carryForward = 10
  /// Which countries are scored.
  public var scope = Scope.all
  /// How values become scores between 0 and 100.
  public var normalisation = Normalisation.goalposts
  /// The country that scores 100 under `ratioToReference`, by code; nil where none is named.
  public var reference: CountryCode?
  /// What is done about extreme values.
  public var outliers = OutlierRule.none
  /// What is done about missing values.
  public var impute = Imputation.none
  /// The share of effective weight that imputed cells may carry for a country to be ranked, 0–1.
  public var imputedLimit = 1.0 / 3
  /// The share of a node's weight that its present children must carry for it to be scored, 0–1.
  public var indicatorShare = 0.5
  /// How many dimensions a country needs to be ranked; nil for six, or all where there are fewer.
  public var dimensionsRequired: Int?
  /// How children's scores become their parent's.
  public var aggregation = AggregationRules()
  /// Where weights come from; nil where the lens gives numbers.
  public var weightScheme: WeightScheme?
  /// The least and the greatest share of its score that a country may draw from one dimension, 0–1,
  /// under `benefitOfTheDoubt`.
  public var shareBounds = ShareBounds()
  /// The weights of dimensions and components among their siblings; 1 where unnamed.
  public var weights: [DimensionPath: Double] = [:]
  /// The weights of indicators among their siblings; 1 where unnamed.
  public var indicatorWeights: [IndicatorID: Double] = [:]
  /// Goalposts that differ from the catalogue's.
  public var goalposts: [IndicatorID: Goalposts] = [:]
  /// Where an audit of the index draws its lines.
  public var audit = AuditThresholds()

  /// A lens with the default judgements.
  public init(name: String) { self.name = name }

  /// The nominal weight of every node of a framework among its siblings, not yet divided by
  /// their sum; the root's is 1.
  ///
  /// Under a scheme, 1 for every node that takes part: the scheme weighs those. A node without an
  /// indicator of weight below it takes no part.
  public func nominalWeights(in framework: Framework) -> [Double] {
    var nominal = framework.nodes.map { node in
      if let indicator = node.indicator {
        return indicatorWeights[framework.indicators[indicator].id] ?? 1
      }
      guard let path = DimensionPath(node.name) else { return 1 }
      return weights[path] ?? 1
    }
    guard weightScheme != nil else { return nominal }
    for node in framework.nodesWithoutWeightBelow(nominal) { nominal[node] = 0 }
    return nominal
  }

  /// Gives indicators the weight 0, and every node above them that is left without weight below.
  public mutating func leaveOut(_ indicators: [Indicator], _ framework: Framework) {
    for indicator in indicators where indicator.dimension != nil {
      indicatorWeights[indicator.id] = 0
    }
    for node in framework.nodesWithoutWeightBelow(nominalWeights(in: framework)) {
      if let path = DimensionPath(framework.nodes[node].name) { weights[path] = 0 }
    }
  }
}

extension Framework {
  /// The dimensions and components all of whose children have the weight 0, or are such themselves.
  fileprivate func nodesWithoutWeightBelow(_ nominal: [Double]) -> [Int] {
    var nominal = nominal
    var found: [Int] = []
    for (index, node) in nodes.enumerated().reversed() where !node.children.isEmpty {
      guard node.parent != nil, node.children.allSatisfy({ nominal[$0] == 0 }) else { continue }
      nominal[index] = 0
      found.append(index)
    }
    return found
  }
}

/// Which part of its score a country may draw from one dimension.
public struct ShareBounds: Sendable, Equatable {
  /// The least share, 0–1.
  public var least = 0.0
  /// The greatest share, 0–1.
  public var greatest = 1.0

  /// No bounds.
  public init() {}
}

/// Which countries of the country table are scored.
public enum Scope: String, Sendable, CaseIterable {
  /// Every one of them.
  case all
  /// The members of the United Nations.
  case unMembers = "un-members"

  /// Whether a country is within the scope.
  public func contains(_ country: Country) -> Bool {
    switch self {
    case .all: true
    case .unMembers: country.isUNMember
    }
  }
}

/// Which aggregation is used at which level.
public struct AggregationRules: Sendable, Equatable {
  /// Below the root.
  public var indicators = Aggregation.arithmetic
  /// At the root.
  public var dimensions = Aggregation.geometric
  /// At single nodes below the root, where they differ from the rest.
  public var nodes: [DimensionPath: Aggregation] = [:]
  /// The least score that a geometric, harmonic or power mean (of an exponent below 1) takes, so
  /// that one zero does not erase all else.
  public var floor = 1.0
  /// The exponent of power means; not 0.
  public var power = 0.5

  /// Arithmetic within a dimension, geometric across dimensions, floor 1.
  public init() {}

  /// The aggregation of a node, by its name in the framework; the root's name is empty.
  public subscript(_ name: String) -> Aggregation {
    if name.isEmpty { return dimensions }
    if nodes.isEmpty { return indicators }
    return DimensionPath(name).flatMap { nodes[$0] } ?? indicators
  }
}
