#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import Scoring

/// Whether any weights could give nodes an intended importance.
///
/// Minimises Σ (covariance share_k(w) − target_k)² over w ≥ 0, Σ w = 1. The shares are quadratic in w over
/// a quadratic, so that the search is repeated from several starts; what is left over is reported, and
/// where it is above 0 it is the least that was found, not a proof that none is less.
public struct AttainableImportance: Sendable {
  /// The weights found.
  public let weights: [Double]
  /// The covariance shares under them.
  public let shares: [Double]
  /// Σ (share − target)².
  public let residual: Double

  /// - Parameter targets: the intended shares, of sum 1; nil for the nominal weights themselves.
  public init(_ scores: LinearScores, targets: [Double]? = nil) {
    let count = scores.countries.count
    let columns = scores.nodes.indices.map { node in
      Array(scores.values[node * count..<(node + 1) * count])
    }
    let covariances = columns.map { one in columns.map { Moments.covariance(one, $0) } }
    let search = ShareSearch(covariances: covariances, targets: targets ?? scores.weights)
    let even = [Double](repeating: 1 / Double(max(columns.count, 1)), count: columns.count)
    var starts = [scores.weights, even]
    for node in columns.indices {
      starts.append(even.indices.map { 0.5 * even[$0] + ($0 == node ? 0.5 : 0) })
    }
    let found = starts.map(search.descend).min { $0.residual < $1.residual }
    weights = found?.weights ?? scores.weights
    shares = search.shares(weights)
    residual = search.residual(weights)
  }
}

private struct ShareSearch {
  let covariances: [[Double]]
  let targets: [Double]

  func shares(_ weights: [Double]) -> [Double] {
    let pulls = covariances.map { row in zip(row, weights).reduce(0) { $0 + $1.0 * $1.1 } }
    let variance = zip(weights, pulls).reduce(0) { $0 + $1.0 * $1.1 }
    return zip(weights, pulls).map { variance > 0 ? $0 * $1 / variance : 0 }
  }

  func residual(_ weights: [Double]) -> Double {
    zip(shares(weights), targets).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
  }

  /// Gauss–Newton steps on logarithms of weights, which keep them above 0, shortened until they gain
  /// (Levenberg and Marquardt).
  func descend(from start: [Double]) -> (weights: [Double], residual: Double) {
    var weights = start.map { max($0, 1e-9) }
    var best = residual(weights)
    var damping = 1e-3
    for _ in 0..<500 where best > 1e-24 {
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
        zip(jacobian[row], jacobian[column]).reduce(0) { $0 + $1.0 * $1.1 }
          + (row == column ? damping : 0)
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
