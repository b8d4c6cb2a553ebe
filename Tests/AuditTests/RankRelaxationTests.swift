import Testing

@testable import Audit

/// What proofs of rank bounds rest on.
@Suite("The least overshoot over a set") struct RankRelaxationTests {
  struct Problem {
    let program: RankRelaxation
    let limits: [Double]
    let caps: [Double]

    init(seed: UInt64, rows: Int, size: Int, cap: Double) {
      var generator = CounterGenerator(seed: seed, stream: 0)
      caps = (0..<size).map { _ in cap }
      let caps = caps
      let entries = (0..<rows).flatMap { _ in
        let row = (0..<size).map { _ in generator.uniform() - 0.45 }
        let most = RankSearch.greatest(row, caps)
        return row.map { $0 / most }
      }
      limits = (0..<rows).map { row in row % 5 == 0 ? 0 : row % 7 == 0 ? RankRelaxation.demand : 1 }
      program = RankRelaxation(size: size, caps: caps, rows: entries)
    }

    /// Σ u·max(0, p·y).
    func value(_ point: [Double]) -> Double {
      limits.indices.reduce(0) { sum, row in
        let along = point.indices.reduce(0) { $0 + point[$1] * program.rows[row * point.count + $1] }
        return sum + limits[row] * max(0, along)
      }
    }
  }

  /// Weak duality at every point, strong duality at the one that is found.
  @Test(
    "its bound is below the value at every point, and close to that at the point found",
    arguments: [1.0, 0.3]) func duality(cap: Double) throws
  {
    for seed in 0..<40 as Range<UInt64> {
      let problem = Problem(seed: seed, rows: 40, size: 7, cap: cap)
      let solution = problem.program.solve(limits: problem.limits, enough: .infinity)
      let found = problem.value(solution.point)
      #expect(abs(solution.point.reduce(0, +) - 1) < 1e-9)
      #expect(solution.point.allSatisfy { $0 >= 0 && $0 <= cap + 1e-6 })
      #expect(solution.bound <= found + 1e-9)
      #expect(found - solution.bound <= 1e-5 * (1 + found), "\(solution.bound), \(found)")
      let set = try #require(WeightSet(.box(7 * cap - 1), nominal: [1, 1, 1, 1, 1, 1, 1]))
      let sampler = WeightSampler(set)
      var point = [Double](repeating: 0, count: 7)
      for stream in 0..<100 as Range<UInt64> {
        var generator = CounterGenerator(seed: seed, stream: stream)
        sampler.draw(&generator, into: &point)
        #expect(solution.bound <= problem.value(point))
      }
    }
  }

  @Test("its bound holds wherever the search for it is broken off") func early() {
    for seed in 0..<40 as Range<UInt64> {
      let problem = Problem(seed: seed, rows: 40, size: 7, cap: 1)
      let best = problem.value(problem.program.solve(limits: problem.limits, enough: .infinity).point)
      for enough in [0, 0.5, 2, 10] {
        let solution = problem.program.solve(limits: problem.limits, enough: enough)
        #expect(solution.bound <= best + 1e-9)
      }
    }
  }
}
