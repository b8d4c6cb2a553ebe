import IndexModel
import Scoring
import Tabular

/// How two columns of scores go together, over the ranked countries that have both.
package struct Association: Sendable {
  package let first, second: NodeIndex
  /// The countries that have both.
  package let countries: Int
  /// Pearson's correlation; nil where one of the two does not vary.
  package let pearson: Double?
  package let spearman: Double?

  init(_ table: ScoreTable, _ first: NodeIndex, _ second: NodeIndex) {
    let pairs = table.order.compactMap { country -> (Double, Double)? in
      guard table.rank(country) != nil, let one = table.score(first, country),
        let other = table.score(second, country)
      else { return nil }
      return (one, other)
    }
    (self.first, self.second) = (first, second)
    countries = pairs.count
    pearson = Moments.correlation(pairs.map(\.0), pairs.map(\.1))
    spearman = RankCorrelation.spearman(pairs.map(\.0), pairs.map(\.1))
  }
}

/// What counts twice in a node and what is silent in it.
package struct Redundancy: Sendable {
  package let node: NodeIndex
  /// Those of weight.
  package let leaves: [NodeIndex]
  package let pairs: [Association]
  /// Cronbach's α over ranked countries with complete cells, constants dropped; nil for
  /// fewer than two leaves that vary or fewer than three countries.
  package let alpha: Double?
  package let complete: Int

  /// The dimensions of a table, each with its leaves.
  package static func all(_ table: ScoreTable) -> [Redundancy] {
    table.dimensions.map { Redundancy(table, $0) }
  }

  init(_ table: ScoreTable, _ node: NodeIndex) {
    let leaves = table.weighedLeaves(below: node)
    self.node = node
    self.leaves = leaves
    pairs = leaves.pairs.map { Association(table, $0, $1) }
    let cases = CompleteCases(table, leaves)
    complete = cases.countries
    alpha = cases.isEnough ? Self.alpha(cases.columns) : nil
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
