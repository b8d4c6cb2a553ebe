import Analysis
import Glibc
import Scoring

/// Whether any weights could give nodes an intended importance.
///
/// Minimises Σ (covariance share_k(w) − target_k)² over w ≥ 0, Σ w = 1. Where no weighted sum of the nodes
/// is constant, positive targets can always be had, by one set of weights only: the minimum of
/// w'Cw/2 − Σ target_k·ln w_k, C the covariances, which is strictly convex (Maillard, Roncalli and Teiletche,
/// The properties of equally weighted risk contribution portfolios, Journal of Portfolio Management 36,
/// 2010; Spinu, An algorithm for computing risk parity weights, 2013). What matters is then how
/// far these weights are from those intended. Else the search goes on from several starts; what is left
/// over is reported, and where it is above 0 it is the least found, not a proof that none is less.
package struct TargetImportance: Sendable {
  package let weights: [Double]
  /// The covariance shares under them.
  package let shares: [Double]
  /// Σ (share − target)².
  package let residual: Double

  /// Up to so many nodes every start is tried, whatever the first gives.
  private static let few = 16

  /// - Parameter targets: the intended shares, of sum 1; nil for the nominal weights themselves.
  package init(_ scores: LinearScores, targets: [Double]? = nil) {
    let count = scores.countries.count
    let columns = scores.nodes.indices.map { node in Array(scores.values[node * count..<(node + 1) * count]) }
    let covariances = columns.map { one in columns.map { Moments.covariance(one, $0) } }
    let search = ShareSearch(covariances: covariances, targets: targets ?? scores.weights)
    let even = [Double](repeating: 1 / Double(max(columns.count, 1)), count: columns.count)
    var starts = [search.budgeted(), scores.weights, even]
    for node in columns.indices {
      starts.append(even.indices.map { 0.5 * even[$0] + ($0 == node ? 0.5 : 0) })
    }
    var found: (weights: [Double], residual: Double)?
    for start in starts {
      let next = search.descend(from: start)
      if next.residual < found?.residual ?? .infinity { found = next }
      // The rest could only be as good, and of dozens of nodes each takes long.
      if columns.count > Self.few, next.residual <= ShareSearch.enough { break }
    }
    weights = found?.weights ?? scores.weights
    shares = search.shares(weights)
    residual = search.residual(weights)
  }
}

private struct ShareSearch {
  let covariances: [[Double]]
  let targets: [Double]
  /// A residual that is 0 but for rounding.
  static let enough = 1e-24

  func shares(_ weights: [Double]) -> [Double] {
    let pulls = covariances.map { row in zip(row, weights).reduce(0) { $0 + $1.0 * $1.1 } }
    let variance = zip(weights, pulls).reduce(0) { $0 + $1.0 * $1.1 }
    return zip(weights, pulls).map { variance > 0 ? $0 * $1 / variance : 0 }
  }

  func residual(_ weights: [Double]) -> Double {
    zip(shares(weights), targets).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
  }

  /// The minimum of w'Cw/2 − Σ target_k·ln w_k, each weight in turn brought to where the derivative is 0
  /// (Griveau-Billion, Richard and Roncalli, A fast algorithm for computing high-dimensional risk parity
  /// portfolios, 2013).
  func budgeted() -> [Double] {
    let nodes = targets.indices.filter { covariances[$0][$0] > 0 && targets[$0] > 0 }
    var weights = [Double](repeating: 0, count: targets.count)
    for node in nodes { weights[node] = 1 / covariances[node][node].squareRoot() }
    for _ in 0..<2000 {
      var moved = 0.0
      for node in nodes {
        let own = covariances[node][node]
        let rest = zip(covariances[node], weights).reduce(0) { $0 + $1.0 * $1.1 } - own * weights[node]
        let root = (rest * rest + 4 * own * targets[node]).squareRoot()
        // Of the two forms of the root, the one that subtracts nothing.
        let next = rest > 0 ? 2 * targets[node] / (rest + root) : (root - rest) / (2 * own)
        moved = max(moved, abs(next - weights[node]) / next)
        weights[node] = next
      }
      if moved < 1e-15 { break }
    }
    let total = weights.reduce(0, +)
    return total > 0 && total.isFinite ? weights.map { $0 / total } : weights
  }

  /// Gauss–Newton steps on logarithms of weights, shortened until they gain (Levenberg and Marquardt).
  func descend(from start: [Double]) -> (weights: [Double], residual: Double) {
    var weights = start.map { max($0, 1e-9) }
    var best = residual(weights)
    var damping = 1e-3
    for _ in 0..<500 where best > Self.enough {
      let candidate = step(weights, damping)
      let next = residual(candidate)
      if next < best {
        let gain = best - next
        (weights, best) = (candidate, next)
        damping = max(damping / 4, 1e-12)
        if gain < 1e-16 * best { break }
      } else {
        damping *= 8
        if damping > 1e12 { break }
      }
    }
    return (weights, best)
  }

  private func step(_ weights: [Double], _ damping: Double) -> [Double] {
    let count = weights.count
    let errors = zip(shares(weights), targets).map { $0 - $1 }
    var jacobian: [[Double]] = []
    for node in 0..<count {
      let nudge = 1e-6
      var (more, less) = (weights, weights)
      more[node] *= 1 + nudge
      less[node] *= 1 - nudge
      jacobian.append(zip(shares(more), shares(less)).map { ($0 - $1) / (2 * nudge) })
    }
    var matrix = (0..<count).map { row in
      (0..<count).map { column in
        zip(jacobian[row], jacobian[column]).reduce(0) { $0 + $1.0 * $1.1 } + (row == column ? damping : 0)
      }
    }
    var right = jacobian.map { row in -zip(row, errors).reduce(0) { $0 + $1.0 * $1.1 } }
    for pivot in 0..<count where matrix[pivot][pivot] > 0 {
      for row in 0..<count where row != pivot {
        let factor = matrix[row][pivot] / matrix[pivot][pivot]
        for column in 0..<count { matrix[row][column] -= factor * matrix[pivot][column] }
        right[row] -= factor * right[pivot]
      }
    }
    let moved = weights.indices.map { node -> Double in
      guard matrix[node][node] > 0 else { return weights[node] }
      return weights[node] * exp(min(max(right[node] / matrix[node][node], -2), 2))
    }
    let total = moved.reduce(0, +)
    return moved.map { $0 / total }
  }
}
