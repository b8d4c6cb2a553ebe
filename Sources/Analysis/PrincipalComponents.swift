import IndexModel
import Scoring

/// The principal components of a node's parts: independent directions in which countries differ.
///
/// Eigenvalues and eigenvectors of the parts' correlations (Jolliffe, Principal Component Analysis, 2nd edition,
/// 2002; OECD and JRC Handbook, 2008, step 4). A dimension that measures one thing has one eigenvalue above 1,
/// on which all its parts load with one sign.
package struct PrincipalComponents: Sendable {
  package struct Component: Sendable {
    /// The variance along it, in variances of a part: at least 0, and the number of parts in sum.
    package let eigenvalue: Double
    /// Its share of the variance of all parts, 0–1.
    package let explained: Double
    /// The share of it and of all before it, 0–1.
    package let cumulative: Double
    /// The correlation of each part with it, −1 to 1. The largest in size is positive, the first of several as
    /// large: the sign of a direction means nothing.
    package let loadings: [Double]
  }

  /// The node: a dimension, or the root for the index.
  package let node: NodeIndex
  /// The parts that vary: indicators of a dimension, dimensions of the index.
  package let parts: [NodeIndex]
  package let constant: [NodeIndex]
  /// The ranked countries that have a score of every part; no other counts.
  package let countries: Int
  /// As many as parts, greatest first; none for fewer than two varying parts or three countries.
  package let components: [Component]

  /// The dimensions of a table over their indicators, then the index over its dimensions.
  package static func all(_ table: ScoreTable) -> [PrincipalComponents] {
    table.dimensions.map { PrincipalComponents(table, $0, parts: table.weighedLeaves(below: $0)) } + [
      PrincipalComponents(table, Framework.root, parts: table.dimensions)
    ]
  }

  init(_ table: ScoreTable, _ node: NodeIndex, parts: [NodeIndex]) {
    let cases = CompleteCases(table, parts)
    self.node = node
    (self.parts, constant, countries) = (cases.parts, cases.constant, cases.countries)
    components = cases.isEnough ? Self.components(cases.columns) : []
  }

  private static func components(_ columns: [[Double]]) -> [Component] {
    let eigen = SymmetricEigen(columns.map { one in columns.map { Moments.correlation(one, $0) ?? 0 } })
    // Rounding leaves the least ones on either side of 0.
    let values = eigen.values.map { max($0, 0) }
    let whole = Double(columns.count)
    var sum = 0.0
    return zip(values, eigen.vectors).map { value, vector in
      sum += value
      return Component(
        eigenvalue: value, explained: value / whole, cumulative: min(sum / whole, 1),
        loadings: signed(vector.map { $0 * value.squareRoot() }))
    }
  }

  /// Sizes that differ by rounding alone are the same.
  private static func signed(_ loadings: [Double]) -> [Double] {
    let most = loadings.map { abs($0) }.max() ?? 0
    let largest = loadings.first { abs($0) >= most - 1e-9 } ?? 0
    return largest < 0 ? loadings.map { -$0 } : loadings
  }
}

/// The scores of several nodes for the ranked countries that have all of them.
struct CompleteCases {
  /// The nodes whose scores vary.
  let parts: [NodeIndex]
  /// Those whose scores do not.
  let constant: [NodeIndex]
  let countries: Int
  /// For each of `parts` the scores, in order of rank.
  let columns: [[Double]]
  /// Whether they say anything of how parts go together: two parts, three countries.
  var isEnough: Bool { columns.count > 1 && countries > 2 }

  init(_ table: ScoreTable, _ nodes: [NodeIndex]) {
    let rows = table.ranked.compactMap { country -> [Double]? in
      let row = nodes.compactMap { table.score($0, country) }
      return row.count == nodes.count ? row : nil
    }
    let all = nodes.indices.map { place in rows.map { $0[place] } }
    let varying = nodes.indices.filter { Moments.covariance(all[$0], all[$0]) > 0 }
    parts = varying.map { nodes[$0] }
    constant = nodes.indices.filter { !varying.contains($0) }.map { nodes[$0] }
    countries = rows.count
    columns = varying.map { all[$0] }
  }
}
