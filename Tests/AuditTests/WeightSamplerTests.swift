import Testing

@testable import Audit

/// Fixed seeds; every mean is within four standard errors of its exact value, every chi-squared below
/// what one seed in 10,000 exceeds.
@Suite("Weights are drawn uniformly from their set") struct WeightSamplerTests {
  static func draws(
    _ kind: WeightSet.Kind, _ nominal: [Double], _ count: Int = 60_000, rate: Double? = nil,
    _ each: ([Double]) -> Void
  ) throws {
    let set = try #require(WeightSet(kind, nominal: nominal))
    let sampler = rate.map { WeightSampler(set, rate: $0) } ?? WeightSampler(set)
    var weights = [Double](repeating: 0, count: nominal.count)
    for replicate in 0..<count {
      var generator = CounterGenerator(seed: 1994, stream: UInt64(replicate))
      sampler.draw(&generator, into: &weights)
      each(weights)
    }
  }

  /// The means of w and of the products w_k·w_l.
  static func expect(
    _ kind: WeightSet.Kind, _ nominal: [Double], rate: Double? = nil, means: [Double],
    products: [(Int, Int, Double)], sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    var first = means.map { _ in Tally() }
    var second = products.map { _ in Tally() }
    try draws(kind, nominal, rate: rate) { weights in
      for node in first.indices { first[node].add(weights[node]) }
      for (place, (one, other, _)) in products.enumerated() {
        second[place].add(weights[one] * weights[other])
      }
    }
    for (tally, mean) in zip(first, means) {
      #expect(tally.agrees(with: mean), "\(tally) for \(mean)", sourceLocation: sourceLocation)
    }
    for (tally, (one, other, value)) in zip(second, products) {
      #expect(
        tally.agrees(with: value), "\(tally) for \(one), \(other): \(value)", sourceLocation: sourceLocation)
    }
  }

  @Test(
    "every draw lies in its set and sums to 1",
    arguments: [.simplex, .box(0.25), .box(1.5), .box(30), .ordinal, .cone(0.2)] as [WeightSet.Kind])
  func membership(kind: WeightSet.Kind) throws {
    let set = try #require(WeightSet(kind, nominal: Trial.nominal))
    try Self.draws(kind, Trial.nominal, 2000) { weights in
      #expect(set.contains(weights, tolerance: 1e-15), "\(weights)")
    }
  }

  /// A weight of Dirichlet(1, …, 1) in seven nodes is below x with 1 − (1 − x)⁶. 19 degrees of freedom.
  @Test("on the simplex weights follow their distribution, and the greatest is above a half in 7/64")
  func simplex() throws {
    var bins = [[Double]](repeating: [Double](repeating: 0, count: 20), count: 7)
    var above = Tally()
    try Self.draws(.simplex, [Double](repeating: 1, count: 7)) { weights in
      for node in weights.indices {
        let rest = 1 - weights[node]
        let power = rest * rest * rest * rest * rest * rest
        bins[node][min(19, Int((1 - power) * 20))] += 1
      }
      above.add(weights.contains { $0 > 0.5 } ? 1 : 0)
    }
    for node in bins { #expect(node.reduce(0) { $0 + ($1 - 3000) * ($1 - 3000) / 3000 } < 50.8) }
    #expect(above.agrees(with: 7.0 / 64))
    // E[w²] = 2/(7·8), E[w_k·w_l] = 1/(7·8).
    try Self.expect(
      .simplex, [Double](repeating: 1, count: 7), means: [Double](repeating: 1 / 7.0, count: 7),
      products: [(0, 0, 2 / 56.0), (6, 6, 2 / 56.0), (0, 1, 1 / 56.0), (3, 6, 1 / 56.0)])
  }

  /// Weights (0.6, 0.4) ± 25 %: the first from 0.45 to 0.75, the second from 0.3 to 0.5, so the first
  /// is uniform from 0.5 to 0.7; variance 0.2²/12.
  @Test("a box in two nodes is an interval") func boxInTwo() throws {
    let square = 0.04 / 12
    try Self.expect(
      .box(0.25), [0.6, 0.4], means: [0.6, 0.4],
      products: [(0, 0, 0.36 + square), (1, 1, 0.16 + square), (0, 1, 0.24 - square)])
    var bins = [Double](repeating: 0, count: 20)
    try Self.draws(.box(0.25), [0.6, 0.4]) { weights in
      bins[min(19, max(0, Int((weights[0] - 0.5) * 100)))] += 1
    }
    #expect(bins.reduce(0) { $0 + ($1 - 3000) * ($1 - 3000) / 3000 } < 50.8)
  }

  /// (0.5, 0.3, 0.2) ± 25 %: whatever the second and third, the first is within its bounds, so that they
  /// are independent: variances 0.15²/12 and 0.1²/12.
  @Test("a box in three nodes whose widest never binds is a rectangle") func rectangle() throws {
    let (second, third) = (0.0225 / 12, 0.01 / 12)
    try Self.expect(
      .box(0.25), [0.5, 0.3, 0.2], means: [0.5, 0.3, 0.2],
      products: [
        (0, 0, 0.25 + second + third), (1, 1, 0.09 + second), (2, 2, 0.04 + third), (1, 2, 0.06),
        (0, 1, 0.15 - second),
      ])
  }

  /// Thirds ± 30 %: deviations a, b, c = −a − b of up to 0.1 make a hexagon. In units of 0.1 its
  /// area is 4 − 2·½ = 3 and ∫a² = 2∫₀¹ a²(2 − a) da = 5/6, so var = 5/18, and cov = −5/36 since they
  /// sum to 0.
  @Test("a box in three equal nodes is a hexagon") func hexagon() throws {
    let ninth = 1 / 9.0
    try Self.expect(
      .box(0.3), [1, 1, 1], means: [1 / 3.0, 1 / 3.0, 1 / 3.0],
      products: [
        (0, 0, ninth + 0.05 / 18), (1, 1, ninth + 0.05 / 18), (2, 2, ninth + 0.05 / 18),
        (0, 1, ninth - 0.05 / 36), (1, 2, ninth - 0.05 / 36),
      ])
  }

  /// Thirds ± 150 %: the simplex less three corners beyond 5/6, each 1/36 of it. E[w²] is 1/6 on the
  /// simplex, 171/216 in a node's own corner (5/6 + u/6: 25/36 + 10/108 + 1/216), 1/216 in the
  /// others: (1/6 − 173/7776)·36/33 = 1123·12/(7776·11). A fourth node without weight stays at 0.
  @Test("a wide box is the simplex less its corners") func wideBox() throws {
    let square = 1123.0 * 12 / (7776 * 11)
    try Self.expect(
      .box(1.5), [1, 1, 1], means: [1 / 3.0, 1 / 3.0, 1 / 3.0],
      products: [(0, 0, square), (1, 1, square), (2, 2, square), (0, 1, (1 / 3.0 - square) / 2)])
    try Self.expect(
      .box(1.5), [1, 0, 1, 1], means: [1 / 3.0],
      products: [(0, 0, square), (2, 2, square), (3, 3, square), (2, 3, (1 / 3.0 - square) / 2)])
    try Self.draws(.box(1.5), [1, 0, 1, 1], 500) { #expect($0[1] == 0) }
  }

  /// 40 times the nominal weight is no bound at all. In seven nodes uniform proposals alone would be
  /// kept once in 720 times, in thirty practically never.
  @Test("a box beyond all bounds is the simplex", arguments: [7, 30]) func boundless(nodes: Int) throws {
    let count = Double(nodes)
    try Self.expect(
      .box(40), [Double](repeating: 1, count: nodes), means: [Double](repeating: 1 / count, count: nodes),
      products: [(0, 0, 2 / (count * (count + 1))), (0, 1, 1 / (count * (count + 1)))])
  }

  /// The triangle of (1, 0, 0), (½, ½, 0) and (⅓, ⅓, ⅓): its mean is the centroid (11, 5, 2)/18, the
  /// covariance Σ (v − c)(v − c)'/12: of the first 78/324/12, of the last (16 + 4 + 4)/324/12.
  @Test("an ordinal set in three nodes is a triangle") func ordinalTriangle() throws {
    let means = [11 / 18.0, 5 / 18.0, 2 / 18.0]
    try Self.expect(
      .ordinal, [0.5, 0.3, 0.2], means: means,
      products: [(0, 0, means[0] * means[0] + 78 / 3888.0), (2, 2, means[2] * means[2] + 24 / 3888.0)])
  }

  /// The k-th greatest of seven Dirichlet weights has the mean Σ_{j ≥ k} 1/j ÷ 7; nodes of equal
  /// nominal weight share theirs.
  @Test("an ordinal set gives nodes of equal nominal weight the same chances") func ordinalTies() throws {
    let means = (1...7).map { place in (place...7).reduce(0) { $0 + 1 / Double($1) } / 7 }
    let (middle, low) = ((means[2] + means[3]) / 2, (means[4] + means[5]) / 2)
    try Self.expect(
      .ordinal, Trial.nominal, means: [means[0], means[1], middle, middle, low, low, means[6]], products: [])
    var greater = Tally()
    try Self.draws(.ordinal, Trial.nominal) { greater.add($0[2] > $0[3] ? 1 : 0) }
    #expect(greater.agrees(with: 0.5))
  }

  /// w = (1 − ε)w⁰ + ε·u: mean (1 − ε)w⁰ + ε/7, covariance ε² times the simplex's, 6/392 and −1/392.
  @Test("a cone is the simplex, shrunk towards the nominal weights") func cone() throws {
    let means = Trial.nominal.map { 0.8 * $0 + 0.2 / 7 }
    try Self.expect(
      .cone(0.2), Trial.nominal, means: means,
      products: [
        (0, 0, means[0] * means[0] + 0.04 * 6 / 392), (6, 6, means[6] * means[6] + 0.04 * 6 / 392),
        (0, 6, means[0] * means[6] - 0.04 / 392),
      ])
  }
}
