import HumanSecurity
import Scoring

/// How two columns of scores go together, over the ranked countries that have both.
public struct Association: Sendable {
  /// A node of the framework.
  public let first: Int
  /// Another.
  public let second: Int
  /// The countries that have both.
  public let countries: Int
  /// Pearson's correlation; nil where one of the two does not vary.
  public let pearson: Double?
  /// Spearman's.
  public let spearman: Double?

  /// Every pair of dimensions of weight, in framework order.
  public static func ofDimensions(_ table: ScoreTable) -> [Association] {
    let nodes = table.dimensions
    return nodes.indices.flatMap { first in
      nodes.indices.dropFirst(first + 1).map { Association(table, nodes[first], nodes[$0]) }
    }
  }

  init(_ table: ScoreTable, _ first: Int, _ second: Int) {
    let pairs = table.order.compactMap { country -> (Double, Double)? in
      guard table.rank(country) != nil, let one = table.score(first, country),
        let other = table.score(second, country)
      else { return nil }
      return (one, other)
    }
    self.first = first
    self.second = second
    countries = pairs.count
    pearson = Moments.correlation(pairs.map(\.0), pairs.map(\.1))
    spearman = RankCorrelation.spearman(pairs.map(\.0), pairs.map(\.1))
  }
}

/// What counts twice in a node and what is silent in it.
public struct Redundancy: Sendable {
  /// The node.
  public let node: Int
  /// Its leaves of weight.
  public let leaves: [Int]
  /// Every pair of its leaves.
  public let pairs: [Association]
  /// Cronbach's α over ranked countries with complete cells, constants dropped; nil for
  /// fewer than two leaves that vary or fewer than three countries.
  public let alpha: Double?
  /// The eigenvalues of the leaves' correlations, greatest first, over the same countries.
  public let eigenvalues: [Double]
  /// The countries with complete cells.
  public let complete: Int

  /// The first eigenvalue's share of their sum.
  public var firstShare: Double? {
    eigenvalues.first.map { $0 / Double(eigenvalues.count) }
  }

  /// The dimensions of a table, each with its leaves.
  public static func all(_ table: ScoreTable) -> [Redundancy] {
    table.dimensions.map { Redundancy(table, $0) }
  }

  init(_ table: ScoreTable, _ node: Int) {
    let leaves = table.framework.leaves(below: node).filter { table.effectiveWeights[$0] > 0 }
    self.node = node
    self.leaves = leaves
    pairs = leaves.indices.flatMap { first in
      leaves.indices.dropFirst(first + 1).map { Association(table, leaves[first], leaves[$0]) }
    }
    let rows = table.order.compactMap { country -> [Double]? in
      guard table.rank(country) != nil else { return nil }
      let row = leaves.compactMap { table.score($0, country) }
      return row.count == leaves.count ? row : nil
    }
    complete = rows.count
    let columns = leaves.indices.map { leaf in rows.map { $0[leaf] } }
      .filter { Moments.covariance($0, $0) > 0 }
    guard columns.count > 1, rows.count > 2 else {
      alpha = nil
      eigenvalues = []
      return
    }
    let correlations = columns.map { one in
      columns.map { Moments.correlation(one, $0) ?? 0 }
    }
    alpha = Self.alpha(columns)
    eigenvalues = SymmetricEigen(correlations).values
  }

  /// k/(k − 1)·(1 − Σ var(x_k)/var(Σ x_k)) (Cronbach, Coefficient alpha and the internal structure of
  /// tests, Psychometrika 16, 1951); nil where the sum does not vary.
  private static func alpha(_ columns: [[Double]]) -> Double? {
    let count = Double(columns.count)
    let sums = columns[0].indices.map { row in columns.reduce(0) { $0 + $1[row] } }
    let whole = Moments.covariance(sums, sums)
    guard whole > 0 else { return nil }
    let parts = columns.reduce(0) { $0 + Moments.covariance($1, $1) }
    return count / (count - 1) * (1 - parts / whole)
  }
}
