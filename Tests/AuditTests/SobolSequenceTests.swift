import Testing

@testable import Audit

@Suite("Sobol's sequence") struct SobolSequenceTests {
  private static func points(_ sequence: SobolSequence, _ count: Int) -> [[Double]] {
    var point = [Double](repeating: 0, count: sequence.dimensions)
    return (0..<count).map { index in
      sequence.point(UInt32(index), into: &point)
      return point
    }
  }

  @Test("The first points are the published ones") func published() {
    // scipy.stats.qmc.Sobol(64, scramble=False, bits=32), 1.17.1.
    let points = Self.points(SobolSequence(dimensions: 64), 1001)
    let first: [[Double]] = [
      [0, 0, 0, 0], [0.5, 0.5, 0.5, 0.5], [0.75, 0.25, 0.25, 0.25], [0.25, 0.75, 0.75, 0.75],
      [0.375, 0.375, 0.625, 0.875], [0.875, 0.875, 0.125, 0.375], [0.625, 0.125, 0.875, 0.625],
      [0.125, 0.625, 0.375, 0.125],
    ]
    #expect(points.prefix(8).map { Array($0.prefix(4)) } == first)
    let late = [0.0693359375, 0.5224609375, 0.9130859375, 0.4462890625]
    #expect([9, 20, 40, 63].map { points[1000][$0] } == late)
  }

  @Test("Scrambled, every 2^-10 of each of 64 coordinates holds one of 2^10 points") func stratified() {
    let points = Self.points(SobolSequence(dimensions: 64, seed: 7), 1024)
    for dimension in 0..<64 {
      let cells = Set(points.map { Int($0[dimension] * 1024) })
      #expect(cells == Set(0..<1024), "coordinate \(dimension)")
    }
  }

  @Test("Scrambled, each of 32 × 32 squares of the first two coordinates holds one of 2^10 points")
  func squares() {
    let points = Self.points(SobolSequence(dimensions: 2, seed: 11), 1024)
    let squares = Set(points.map { Int($0[0] * 32) * 32 + Int($0[1] * 32) })
    #expect(squares == Set(0..<1024))
  }

  @Test("A seed gives one sequence, another seed another") func seeds() {
    let once = Self.points(SobolSequence(dimensions: 5, seed: 3), 16)
    #expect(once == Self.points(SobolSequence(dimensions: 5, seed: 3), 16))
    let other = Self.points(SobolSequence(dimensions: 5, seed: 4), 16)
    for dimension in 0..<5 { #expect(once.map { $0[dimension] } != other.map { $0[dimension] }) }
  }

  @Test("Over seeds the points are uniform: the first one's mean is a half") func uniform() {
    let firsts = (0..<4096).map { seed in
      Self.points(SobolSequence(dimensions: 2, seed: UInt64(seed)), 2)[1][1]
    }
    // The standard error of a mean of 4096 uniform numbers is 0.0045.
    #expect(abs(firsts.reduce(0, +) / 4096 - 0.5) < 0.018)
  }

  @Test("Its star discrepancy in the mean square is a fraction of that of random points") func discrepancy() {
    let even = Self.points(SobolSequence(dimensions: 6, seed: 5), 512)
    var generator = CounterGenerator(seed: 5, stream: 0)
    let random = (0..<512).map { _ in (0..<6).map { _ in generator.uniform() } }
    #expect(Self.squaredDiscrepancy(even) < 0.25 * Self.squaredDiscrepancy(random))
  }

  /// Warnock's formula: 3^-d − 2^(1−d)/n Σ Π(1 − x²) + 1/n² ΣΣ Π(1 − max(x, y)).
  private static func squaredDiscrepancy(_ points: [[Double]]) -> Double {
    let (n, d) = (Double(points.count), points[0].count)
    var (third, half) = (1.0, 2.0)
    for _ in 0..<d { (third, half) = (third / 3, half / 2) }
    let single = points.reduce(0) { sum, point in sum + point.reduce(1) { $0 * (1 - $1 * $1) } }
    var double = 0.0
    for one in points {
      for other in points {
        var product = 1.0
        for axis in 0..<d { product *= 1 - max(one[axis], other[axis]) }
        double += product
      }
    }
    return third - half / n * single + double / (n * n)
  }
}
