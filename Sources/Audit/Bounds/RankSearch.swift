/// Searches a weight set for the weights under which the fewest competitors are above a country.
///
/// Branch and bound. A competitor that is above somewhere in the set but not everywhere is contested; for it
/// 1[p·y > 0] ≥ max(0, p·y) where p is the difference of rows divided by its greatest value over the
/// set. The least sum of these overshoots, from an `RankRelaxation`, bounds the count from below; the
/// count at the point it ends in bounds it from above. A contested competitor is then either demanded to
/// stay below or conceded, and the search goes on in both halves.
struct RankSearch {
  struct Result {
    /// How many competitors are above at `weights`.
    var attained: Int
    /// Weights of the set under which `attained` are.
    var weights: [Double]
    /// No weights leave fewer competitors above: `attained` where the search is complete.
    var proven: Int
    /// How many branches were looked at, each with a program.
    var programs: Int
    /// What ended the search before all branches were looked at; nil where nothing did.
    var cut: RankBounds.Cut?
  }

  let set: WeightSet
  /// The differences between the rows of the contested competitors and the country's, along the columns of
  /// the set, divided by the greatest; a row is above where it is positive.
  private let program: RankRelaxation
  /// How many contested competitors there are.
  private let count: Int
  /// How many contested competitors are above under given weights, by the arithmetic of scores.
  private let above: ([Double]) -> Int
  /// No more branches than this are looked at.
  let limit: Int
  /// Whether to end before the limit.
  private let isStopped: () -> Bool

  /// - Parameters:
  ///   - rows: along the columns of the set, for each contested competitor; above 0 somewhere in the set.
  ///   - above: counts the contested competitors that are above under given weights.
  init(
    _ set: WeightSet, rows: [[Double]], limit: Int, isStopped: @escaping () -> Bool = { false },
    above: @escaping ([Double]) -> Int
  ) {
    (self.set, self.limit, self.isStopped, self.above) = (set, limit, isStopped, above)
    count = rows.count
    program = RankRelaxation(
      size: set.columns.count, caps: set.caps,
      rows: rows.flatMap { row in
        // A little more than the greatest, so that rounding leaves no overshoot above 1.
        let most = Self.greatest(row, set.caps) + 1e-12 * (row.map { abs($0) }.max() ?? 0)
        return row.map { $0 / most }
      })
  }

  /// The greatest value of a row over the capped simplex.
  static func greatest(_ row: [Double], _ caps: [Double]) -> Double {
    var (sum, rest) = (0.0, 1.0)
    for axis in row.indices.sorted(by: { (-row[$0], $0) < (-row[$1], $1) }) where rest > 0 {
      let share = min(rest, caps[axis])
      sum += share * row[axis]
      rest -= share
    }
    return sum
  }

  private enum State: UInt8 { case open, demanded, conceded }

  /// A part of the set: what is demanded and conceded, and what is proven of it.
  private struct Branch {
    var states: [State]
    var conceded: Int
    var depth: Int
    var bound: Int
  }

  /// - Parameter start: weights of the set to begin with.
  func run(from start: [Double]) -> Result {
    var result = Result(attained: above(start), weights: start, proven: 0, programs: 0)
    // The corners are soon counted, and are often far from where the search starts.
    for axis in set.columns.indices {
      offer(set.weights(set.columns.indices.map { $0 == axis ? 1 : 0 }), &result)
    }
    var open = [Branch(states: [State](repeating: .open, count: count), conceded: 0, depth: 0, bound: 0)]
    // Branches that end in a tie are not settled by points; their bound stays.
    var tied = Int.max
    while let place = next(open), result.programs < limit, !isStopped() {
      let branch = open.remove(at: place)
      if branch.bound >= result.attained { continue }
      result.programs += 1
      let limits = branch.states.map { state in
        state == .open ? 1 : state == .demanded ? RankRelaxation.demand : 0.0
      }
      let solution = program.solve(
        limits: limits, enough: Double(result.attained - 1 - branch.conceded) + 1e-6)
      let bound = max(branch.bound, branch.conceded + Self.atLeast(solution.bound))
      count(at: solution.point, branch, &result)
      if bound >= result.attained { continue }
      guard let competitor = choice(solution.point, branch.states) else {
        tied = min(tied, bound)
        continue
      }
      var (demanded, conceded) = (branch, branch)
      demanded.states[competitor] = .demanded
      conceded.states[competitor] = .conceded
      conceded.conceded += 1
      for var half in [conceded, demanded] {
        half.depth += 1
        half.bound = max(bound, half.conceded)
        if half.bound < result.attained { open.append(half) }
      }
    }
    if open.contains(where: { $0.bound < result.attained }) {
      result.cut = result.programs < limit ? .stop : .limit
    }
    let unsettled = open.map(\.bound).min() ?? Int.max
    result.proven = min(result.attained, unsettled, tied)
    return result
  }

  /// The least whole number that is not below a bound.
  private static func atLeast(_ bound: Double) -> Int {
    bound > 0 ? bound < 1e6 ? Int(bound.rounded(.up)) : 1_000_000 : 0
  }

  /// The branch with the least bound, of these the deepest, of these the latest.
  private func next(_ open: [Branch]) -> Int? {
    open.indices.min { one, other in
      (open[one].bound, -open[one].depth, -one) < (open[other].bound, -open[other].depth, -other)
    }
  }

  private func value(_ row: Int, _ point: [Double]) -> Double {
    var sum = 0.0
    for axis in point.indices { sum += point[axis] * program.rows[row * point.count + axis] }
    return sum
  }

  /// The open competitor whose overshoot is nearest to a half: either decision settles most.
  private func choice(_ point: [Double], _ states: [State]) -> Int? {
    var best = (row: -1, distance: Double.infinity)
    for row in 0..<count where states[row] == .open {
      let overshoot = value(row, point)
      let distance = abs(overshoot - 0.5)
      if overshoot > 1e-9, distance < best.distance { best = (row, distance) }
    }
    return best.row < 0 ? nil : best.row
  }

  /// Counts at a point, and at points near by where what is just fulfilled is so with room to spare.
  private func count(at point: [Double], _ branch: Branch, _ result: inout Result) {
    offer(set.weights(point), &result)
    let fulfilled = (0..<count).map { value($0, point) <= 1e-9 }
    let promised = count - fulfilled.count { $0 }
    for shift in [1e-4, 1e-7] where promised < result.attained {
      let limits = fulfilled.map { $0 ? RankRelaxation.demand : 0 }
      let inner = program.solve(limits: limits, enough: 1, shift: shift)
      offer(set.weights(inner.point), &result)
    }
  }

  private func offer(_ weights: [Double], _ result: inout Result) {
    let found = above(weights)
    if found < result.attained { (result.attained, result.weights) = (found, weights) }
  }
}
