import HumanSecurity
import Lens

/// The dimension scores of ranked countries in a form in which their order is linear in the weights:
/// a ranks above b when Σ w·a > Σ w·b.
///
/// Under an arithmetic mean these are the scores; under a geometric one max(s, f) in logarithms,
/// under a harmonic −1/max(s, f), under a power mean with exponent p the power s^p (its negative for
/// p < 0). A dimension that a ranked country lacks stands there with its index score, so that the
/// nominal weights give the nominal score and everything stays linear.
public struct LinearScores: Sendable {
  /// The dimensions of weight, in framework order: places in `framework.nodes`.
  public let nodes: [Int]
  /// The ranked countries, in order of rank: places in the table's `countries`.
  public let countries: [Int]
  /// The nominal weights of the nodes, summing to 1.
  public let weights: [Double]
  /// A value for each node and country: `values[node * countries.count + country]`.
  public let values: [Double]

  /// - Returns: nil where the order is not linear in the weights: under a minimum, a product, a
  ///   Mazziotta–Pareto mean, Copeland's rule, and where each country has weights of its own; or where
  ///   an index score is assumed, which no weights change.
  public init?(_ table: ScoreTable) {
    let aggregator = table.aggregator(of: Framework.root)
    guard aggregator.isLinearInWeights, table.ownShares == nil,
      !table.interventions.contains(where: { $0.node == Framework.root })
    else { return nil }
    nodes = table.dimensions
    countries = table.order.filter { table.rank($0) != nil }
    weights = nodes.map { table.weights[$0] }
    values = nodes.flatMap { [countries] node in
      countries.map { country in
        aggregator.linear(table.score(node, country) ?? table.score(country) ?? 0)
      }
    }
  }

  /// The values of one country, node by node.
  public func row(_ country: Int) -> [Double] {
    nodes.indices.map { values[$0 * countries.count + country] }
  }
}

extension Aggregator {
  /// Whether countries keep their order when scores are replaced by a weighted sum of `linear`.
  var isLinearInWeights: Bool {
    switch method {
    case .arithmetic, .geometric, .harmonic, .power: true
    case .minimum, .product, .mazziottaPareto, .copeland: false
    }
  }

  /// Whether less is better once a score is taken inward.
  private var turns: Bool { method == .harmonic || (method == .power && power < 0) }

  /// A score as the sum takes it in, turned so that more is better.
  func linear(_ score: Double) -> Double {
    let inward = inward(taken(score))
    return turns ? -inward : inward
  }

  /// The score that a weighted sum of `linear` stands for.
  func score(ofLinear sum: Double) -> Double { outward(turns ? -sum : sum) }
}

extension ScoreTable {
  /// The index score of every ranked country if the dimensions weighed otherwise, a dimension that it
  /// lacks standing there with its index score.
  /// - Parameter dimensionWeights: one for each of `dimensions`; need not sum to 1.
  /// - Returns: a score for each of `countries`, NaN for one that is withheld.
  public func auditedScores(dimensionWeights: [Double]) -> [Double] {
    let children = zip(dimensions, dimensionWeights).filter { $0.1 > 0 }
      .sorted { framework.nodes[$0.0].name < framework.nodes[$1.0].name }
      .map { node, weight in
        let filled = zip(scores(of: node), countries.indices).map { score, country in
          rank(country) == nil ? .nan : score.isNaN ? self.score(country) ?? .nan : score
        }
        return (scores: filled[...], weight: weight)
      }
    let scored = countries.indices.map { rank($0) != nil }
    return aggregator(of: Framework.root)(children, scored: scored)
  }
}
