/// Linear programmes that start from nothing: maximise c·x over x ≥ 0 with A·x ≤ b, b ≥ 0.
///
/// The primal simplex method on a dense tableau. Bland's rule (Mathematics of Operations Research 2,
/// 1977) chooses the pivots: of several candidates always the first, so that degenerate programmes
/// do not go in circles, and the same programme takes the same steps.
struct Simplex {
  private let columns: Int
  private let rows: Int
  /// One line a constraint, the objective's last; in each the coefficients, then the bound.
  private var cells: [Double]
  /// Which variable a constraint gives the value of; slack variables come after all others.
  private var basis: [Int]
  /// Which variable stands for each column, at 0.
  private var outside: [Int]

  /// What is smaller is rounding.
  private static let tolerance = 1e-11

  /// - Parameters:
  ///   - objective: c.
  ///   - constraints: the lines of A, each with its bound b after its coefficients.
  init(maximising objective: [Double], under constraints: [[Double]]) {
    columns = objective.count
    rows = constraints.count
    cells = constraints.flatMap { $0 } + objective.map { -$0 } + [0]
    basis = (0..<rows).map { objective.count + $0 }
    outside = Array(0..<columns)
  }

  /// The best x; the constraints must bound it.
  mutating func solve() -> [Double] {
    // Bland's rule ends by itself; the limit is for what rounding might do to it.
    for _ in 0..<100 * (rows + columns) {
      guard let entering = entering(), let leaving = leaving(entering) else { break }
      pivot(leaving, entering)
    }
    var solution = [Double](repeating: 0, count: columns)
    for row in 0..<rows where basis[row] < columns { solution[basis[row]] = bound(row) }
    return solution
  }

  private func bound(_ row: Int) -> Double { max(0, cells[row * (columns + 1) + columns]) }

  /// Of the columns that would raise the objective, the one of the first variable.
  private func entering() -> Int? {
    let start = rows * (columns + 1)
    return (0..<columns).filter { cells[start + $0] < -Self.tolerance }.min { outside[$0] < outside[$1] }
  }

  /// The constraint that a growing variable meets first; of several that of the first variable.
  private func leaving(_ column: Int) -> Int? {
    var found: (row: Int, ratio: Double)?
    for row in 0..<rows {
      let coefficient = cells[row * (columns + 1) + column]
      guard coefficient > Self.tolerance else { continue }
      let ratio = bound(row) / coefficient
      guard let best = found else {
        found = (row, ratio)
        continue
      }
      if ratio < best.ratio || ratio == best.ratio && basis[row] < basis[best.row] { found = (row, ratio) }
    }
    return found?.row
  }

  /// Exchanges a constraint's variable for a column's.
  private mutating func pivot(_ row: Int, _ column: Int) {
    let width = columns + 1
    let inverse = 1 / cells[row * width + column]
    for place in 0..<width { cells[row * width + place] *= inverse }
    cells[row * width + column] = inverse
    for other in 0...rows where other != row {
      let factor = cells[other * width + column]
      guard factor != 0 else { continue }
      cells[other * width + column] = 0
      for place in 0..<width { cells[other * width + place] -= factor * cells[row * width + place] }
    }
    (basis[row], outside[column]) = (outside[column], basis[row])
  }
}
