/// The equations of least squares with a ridge, solved by Cholesky's decomposition.
struct NormalEquations {
  /// One coefficient a predictor; nil where the equations have no sure solution.
  let solution: [Double]?
  private let root: [Double]
  private let count: Int
  private let ridge: Double

  /// - Parameters:
  ///   - matrix: the products of predictors with each other; the lower triangle counts.
  ///   - right: those of predictors with the values.
  init(_ matrix: [Double], _ right: [Double], ridge: Double) {
    var root = matrix
    (count, self.ridge) = (right.count, ridge)
    for i in 0..<count { root[i * count + i] += ridge }
    solution = Self.decompose(&root, count) ? Self.solve(root, right, count) : nil
    self.root = root
  }

  /// How many coefficients the ridge leaves in effect: the trace of the matrix that takes values to their predictions
  /// (Hastie, Tibshirani and Friedman, The Elements of Statistical Learning, 2009, section 3.4.1). That is their
  /// number without a ridge, and less the more of one.
  var parameters: Double {
    guard solution != nil, ridge > 0 else { return Double(count) }
    // The trace of the inverse of the matrix is the sum of squares of the inverse of its root.
    var sum = 0.0
    var inverse = [Double](repeating: 0, count: count)
    root.withUnsafeBufferPointer { root in
      inverse.withUnsafeMutableBufferPointer { inverse in
        for column in 0..<count {
          for i in column..<count {
            var own = i == column ? 1.0 : 0.0
            for k in column..<i { own -= root[i &* count &+ k] * inverse[k] }
            own /= root[i &* count &+ i]
            inverse[i] = own
            sum += own * own
          }
        }
      }
    }
    return Double(count) - ridge * sum
  }

  /// Makes the lower triangle of a symmetric matrix that of its root; false where it is not positive definite.
  private static func decompose(_ matrix: inout [Double], _ count: Int) -> Bool {
    matrix.withUnsafeMutableBufferPointer { matrix in
      for i in 0..<count {
        for j in 0...i {
          var sum = matrix[i &* count &+ j]
          for k in 0..<j { sum -= matrix[i &* count &+ k] * matrix[j &* count &+ k] }
          if i == j {
            guard sum > 0 else { return false }
            matrix[i &* count &+ i] = sum.squareRoot()
          } else {
            matrix[i &* count &+ j] = sum / matrix[j &* count &+ j]
          }
        }
      }
      return true
    }
  }

  private static func solve(_ root: [Double], _ right: [Double], _ count: Int) -> [Double] {
    var values = right
    root.withUnsafeBufferPointer { root in
      values.withUnsafeMutableBufferPointer { values in
        for i in 0..<count {
          var own = values[i]
          for k in 0..<i { own -= root[i &* count &+ k] * values[k] }
          values[i] = own / root[i &* count &+ i]
        }
        for i in (0..<count).reversed() {
          var own = values[i]
          for k in (i &+ 1)..<max(i &+ 1, count) { own -= root[k &* count &+ i] * values[k] }
          values[i] = own / root[i &* count &+ i]
        }
      }
    }
    return values
  }
}
