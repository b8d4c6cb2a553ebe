/// Eigenvalues and eigenvectors of a real symmetric matrix, by Jacobi's cyclic method.
///
/// Golub and Van Loan, Matrix Computations, 4th edition, section 8.5. Rotations run in the order of
/// rows, so that the same matrix gives the same bits; exact to some units in the last place for
/// the small matrices of siblings.
package struct SymmetricEigen: Sendable {
  /// The eigenvalues, greatest first.
  package let values: [Double]
  /// For each eigenvalue a unit vector; its sign means nothing.
  package let vectors: [[Double]]

  private static let mostSweeps = 60

  /// - Parameter matrix: square and symmetric, of finite numbers.
  package init(_ matrix: [[Double]]) {
    var rotated = matrix
    let size = matrix.count
    var basis = (0..<size).map { row in (0..<size).map { $0 == row ? 1.0 : 0 } }
    for _ in 0..<Self.mostSweeps where !Self.isDiagonal(rotated) {
      for p in 0..<size {
        for q in (p + 1)..<max(size, p + 1) where rotated[p][q] != 0 { Self.rotate(p, q, &rotated, &basis) }
      }
    }
    let order = (0..<size).sorted { (-rotated[$0][$0], $0) < (-rotated[$1][$1], $1) }
    values = order.map { rotated[$0][$0] }
    vectors = order.map { column in (0..<size).map { basis[$0][column] } }
  }

  /// Turns the plane of p and q so that their common element becomes 0.
  private static func rotate(_ p: Int, _ q: Int, _ matrix: inout [[Double]], _ basis: inout [[Double]]) {
    let ratio = (matrix[q][q] - matrix[p][p]) / (2 * matrix[p][q])
    let tangent = (ratio < 0 ? -1 : 1) / (abs(ratio) + (ratio * ratio + 1).squareRoot())
    let cosine = 1 / (tangent * tangent + 1).squareRoot()
    let sine = tangent * cosine
    for row in matrix.indices {
      let (left, right) = (matrix[row][p], matrix[row][q])
      matrix[row][p] = cosine * left - sine * right
      matrix[row][q] = sine * left + cosine * right
    }
    for column in matrix.indices {
      let (upper, lower) = (matrix[p][column], matrix[q][column])
      matrix[p][column] = cosine * upper - sine * lower
      matrix[q][column] = sine * upper + cosine * lower
    }
    (matrix[p][q], matrix[q][p]) = (0, 0)
    for row in basis.indices {
      let (left, right) = (basis[row][p], basis[row][q])
      basis[row][p] = cosine * left - sine * right
      basis[row][q] = sine * left + cosine * right
    }
  }

  /// Whether what is beside the diagonal is too small to count beside what is on it.
  private static func isDiagonal(_ matrix: [[Double]]) -> Bool {
    var (beside, on) = (0.0, 0.0)
    for row in matrix.indices {
      on += matrix[row][row] * matrix[row][row]
      for column in 0..<row { beside += matrix[row][column] * matrix[row][column] }
    }
    return beside <= 1e-36 * on
  }
}
