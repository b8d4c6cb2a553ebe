import Analysis
import Glibc
import Scoring

/// Whether a weight is the importance that it claims: what share of the variation of the index a node
/// accounts for, three ways, beside its nominal weight.
///
/// S is the weighted sum that ranks countries: the index, under a geometric mean its logarithm.
package struct Importance: Sendable {
  /// The node, by its place in `LinearScores.nodes`.
  package let node: Int
  /// Its nominal weight.
  package let weight: Double
  /// w·cov(x, S)/var(S); these sum to 1 and may be negative.
  package let covarianceShare: Double
  /// var(E[S given x])/var(S), the correlation ratio, by a local-linear smoother (Paruolo, Saisana and
  /// Saltelli, Ratings and rankings: voodoo or science?, Journal of the Royal Statistical Society A 176,
  /// 2013).
  package let mainEffect: Double
  /// The node's Shapley share of the variance that linear regression of S on subsets of nodes explains;
  /// these sum to 1 where S is their sum. NaN beyond 16 nodes, whose subsets are too many.
  package let totalEffect: Double

  /// The importance of every node; empty where S does not vary.
  package static func all(_ scores: LinearScores) -> [Importance] {
    let count = scores.countries.count
    let columns = scores.nodes.indices.map { node in Array(scores.values[node * count..<(node + 1) * count]) }
    let sums = (0..<count).map { country in
      zip(scores.weights, columns).reduce(0) { $0 + $1.0 * $1.1[country] }
    }
    let variance = Moments.covariance(sums, sums)
    guard variance > 0 else { return [] }
    let shapley = ExplainedVariance(columns, sums).shapleyShares()
    return scores.nodes.indices.map { node in
      Importance(
        node: node, weight: scores.weights[node],
        covarianceShare: scores.weights[node] * Moments.covariance(columns[node], sums) / variance,
        mainEffect: LocalLinear.explainedShare(columns[node], sums), totalEffect: shapley[node])
    }
  }
}

/// A smoother: at each point a weighted straight line through its neighbours.
enum LocalLinear {
  /// The share of the variance of y that its smooth expectation given x has, 0–1.
  ///
  /// Weights are Epanechnikov's, 1 − u² within the bandwidth h = 2.34·σ·n^(−1/5), σ the standard deviation
  /// of x: the rule of thumb 1.06·σ·n^(−1/5) for Gaussian weights (Silverman, Density estimation, 1986,
  /// equation 3.28) times 2.214, the ratio of the two kernels' canonical bandwidths (Marron and Nolan,
  /// Statistics and Probability Letters 7, 1988).
  ///
  /// The line at each point is drawn through all others. Of more than `mostPoints` every k-th counts, the least k that
  /// leaves no more: points in order of rank are so a sample of all ranks alike.
  static func explainedShare(_ x: [Double], _ y: [Double]) -> Double {
    let step = step(of: x.count)
    if step > 1 {
      let places = stride(from: step / 2, to: x.count, by: step)
      return explainedShare(places.map { x[$0] }, places.map { y[$0] })
    }
    let variance = Moments.covariance(y, y)
    let spread = Moments.covariance(x, x).squareRoot()
    guard variance > 0, spread > 0 else { return 0 }
    let width = 2.34 * spread * pow(Double(x.count), -0.2)
    let smooth = x.map { fit(at: $0, x, y, width) }
    return min(Moments.covariance(smooth, smooth) / variance, 1)
  }

  static let mostPoints = 4096

  /// How many points stand for each that counts.
  static func step(of count: Int) -> Int { (count + mostPoints - 1) / mostPoints }

  private static func fit(at point: Double, _ x: [Double], _ y: [Double], _ width: Double) -> Double {
    var (s0, s1, s2, t0, t1) = (0.0, 0.0, 0.0, 0.0, 0.0)
    for (a, b) in zip(x, y) {
      let distance = a - point
      let u = distance / width
      guard abs(u) < 1 else { continue }
      let weight = 1 - u * u
      s0 += weight
      s1 += weight * distance
      s2 += weight * distance * distance
      t0 += weight * b
      t1 += weight * distance * b
    }
    let determinant = s0 * s2 - s1 * s1
    // A point without neighbours to either side has no slope.
    if determinant <= 1e-12 * s0 * s2 { return t0 / s0 }
    return (s2 * t0 - s1 * t1) / determinant
  }
}

/// How much of the variance of y linear regression on each subset of columns explains.
struct ExplainedVariance {
  private let covariances: [[Double]]
  private let withTarget: [Double]
  private let variance: Double

  init(_ columns: [[Double]], _ y: [Double]) {
    covariances = columns.map { one in columns.map { Moments.covariance(one, $0) } }
    withTarget = columns.map { Moments.covariance($0, y) }
    variance = Moments.covariance(y, y)
  }

  /// R² of the regression on some columns, by elimination; one that others determine adds nothing.
  func explained(_ subset: [Int]) -> Double {
    var matrix = subset.map { row in subset.map { covariances[row][$0] } }
    var right = subset.map { withTarget[$0] }
    var sum = 0.0
    for pivot in subset.indices {
      let scale = covariances[subset[pivot]][subset[pivot]]
      guard matrix[pivot][pivot] > 1e-10 * scale else { continue }
      sum += right[pivot] * right[pivot] / matrix[pivot][pivot]
      for row in subset.indices.dropFirst(pivot + 1) {
        let factor = matrix[row][pivot] / matrix[pivot][pivot]
        for column in pivot..<subset.count { matrix[row][column] -= factor * matrix[pivot][column] }
        right[row] -= factor * right[pivot]
      }
    }
    return sum / variance
  }

  /// Each column's mean gain over all orders in which columns may join: exact, over all subsets.
  func shapleyShares() -> [Double] {
    let count = withTarget.count
    guard count <= 16 else { return withTarget.map { _ in .nan } }
    let all = (0..<1 << count).map { mask in explained((0..<count).filter { mask >> $0 & 1 == 1 }) }
    var weights = [Double](repeating: 0, count: count)
    // size!·(count − size − 1)!/count!
    for size in 0..<count {
      var value = 1.0 / Double(count)
      for step in 0..<size { value *= Double(step + 1) / Double(count - 1 - step) }
      weights[size] = value
    }
    return (0..<count).map { node in
      all.indices.reduce(0) { sum, mask in
        if mask >> node & 1 == 1 { return sum }
        return sum + weights[mask.nonzeroBitCount] * (all[mask | 1 << node] - all[mask])
      }
    }
  }
}
