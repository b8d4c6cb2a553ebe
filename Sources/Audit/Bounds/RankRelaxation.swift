/// A linear program: the least Σ u_j·max(0, p_j·y) over a capped simplex of points y.
///
/// It is solved in its dual, which has a row only for each coordinate of y: for any multipliers λ_j in
/// [0, u_j] the least value over y of (Σ λ_j p_j)·y, which is known in closed form, is a lower bound.
/// So no bound depends on the simplex method having been carried out without rounding: whatever
/// multipliers it ends with, `bound` is computed from them afresh, less a margin for rounding.
struct RankRelaxation {
  struct Solution {
    /// A proven lower bound of the program's value.
    var bound: Double
    /// A point of the simplex at or near the optimum.
    var point: [Double]
  }

  /// Coordinates of y.
  let size: Int
  /// What each coordinate may be at most.
  let caps: [Double]
  /// The rows p_j, one after the other.
  let rows: [Double]

  /// The rows, transposed: coordinate by coordinate, each padded to `padded` entries.
  let columns: [Double]
  /// The number of rows, rounded up to a whole number of vectors.
  let padded: Int

  /// - Parameter rows: all of `size` entries, one after the other.
  init(size: Int, caps: [Double], rows: [Double]) {
    (self.size, self.caps, self.rows) = (size, caps, rows)
    let count = rows.count / max(size, 1)
    padded = (count + 7) / 8 * 8
    var columns = [Double](repeating: 0, count: padded * size)
    for row in 0..<count { for axis in 0..<size { columns[axis * padded + row] = rows[row * size + axis] } }
    self.columns = columns
  }

  /// The limit of a row that is to be fulfilled: overshooting it costs far more than any count.
  static let demand = 1e5

  /// A bound of a sum of products: each of some hundred roundings is below 2^-52 of its largest term.
  private static let margin = 1e-12

  /// - Parameters:
  ///   - limits: u_j for each row: 0 leaves it out, `demand` all but demands p_j·y ≤ 0.
  ///   - enough: a bound above this is as good as any.
  ///   - shift: what is added to every p_j, so that demands are fulfilled with room to spare.
  func solve(limits: [Double], enough: Double, shift: Double = 0) -> Solution {
    var pivot = DualPivot(self, limits, shift)
    while pivot.step(enough) {}
    return Solution(bound: shift == 0 ? bound(pivot.multipliers) : -.infinity, point: pivot.point)
  }

  /// The least value over y of (Σ λ_j p_j)·y, less a margin for rounding.
  private func bound(_ multipliers: [Double]) -> Double {
    var sums = [Double](repeating: 0, count: size)
    var magnitude = 0.0
    for (row, multiplier) in multipliers.enumerated() where multiplier > 0 {
      var largest = 0.0
      for axis in 0..<size {
        let entry = rows[row * size + axis]
        sums[axis] += multiplier * entry
        largest = max(largest, abs(entry))
      }
      magnitude += multiplier * largest
    }
    var least = 0.0
    var rest = 1.0
    for axis in sums.indices.sorted(by: { (sums[$0], $0) < (sums[$1], $1) }) where rest > 0 {
      let share = min(rest, caps[axis])
      least += share * sums[axis]
      rest -= share
    }
    return least - Self.margin * magnitude
  }
}
