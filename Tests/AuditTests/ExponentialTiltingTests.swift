import Foundation
import Testing

@testable import Audit

/// Fixed seeds; every mean is within four standard errors of its exact value.
@Suite("A box that no simple region fits is drawn by tilted draws") struct ExponentialTiltingTests {
  /// The figures of the hexagon and of the simplex less its corners: `WeightSamplerTests`. A rate of 2 per
  /// tenth is drawn from exponentials, one of 0.5 per tenth from uniform numbers that survive.
  @Test("whatever the rate, draws are uniform", arguments: [0, 2, 20, -2, -20] as [Double]) func hexagon(
    rate: Double
  ) throws {
    let ninth = 1 / 9.0
    try WeightSamplerTests.expect(
      .box(0.3), [1, 1, 1], rate: rate, means: [1 / 3.0, 1 / 3.0, 1 / 3.0],
      products: [
        (0, 0, ninth + 0.05 / 18), (1, 1, ninth + 0.05 / 18), (2, 2, ninth + 0.05 / 18),
        (0, 1, ninth - 0.05 / 36), (1, 2, ninth - 0.05 / 36),
      ])
    if abs(rate) > 2 { return }
    let square = 1123.0 * 12 / (7776 * 11)
    try WeightSamplerTests.expect(
      .box(1.5), [1, 1, 1], rate: rate, means: [1 / 3.0, 1 / 3.0, 1 / 3.0],
      products: [(0, 0, square), (2, 2, square), (0, 1, (1 / 3.0 - square) / 2)])
  }

  @Test("an exponential number has the mean 1, the square 2 and e^−x above x; survival is e^−x")
  func exponential() {
    var (mean, square, above) = (Tally(), Tally(), Tally())
    var survival = [0.3, 1, 2.5].map { _ in Tally() }
    for stream in 0..<100_000 as Range<UInt64> {
      var generator = CounterGenerator(seed: 7, stream: stream)
      let number = generator.exponential()
      mean.add(number)
      square.add(number * number)
      above.add(number > 1.5 ? 1 : 0)
      for (place, x) in [0.3, 1, 2.5].enumerated() { survival[place].add(generator.survives(x) ? 1 : 0) }
    }
    #expect(mean.agrees(with: 1) && square.agrees(with: 2) && above.agrees(with: exp(-1.5)))
    for (tally, x) in zip(survival, [0.3, 1, 2.5]) { #expect(tally.agrees(with: exp(-x))) }
  }

  /// Twenty nodes of one weight and five of a fiftieth of it, up to four times their own. Of draws from the
  /// simplex one in 10⁵ leaves the five within their bounds of 0.08/20.1, and uniform ones sum to twice the
  /// whole. Less for one of the five leaves more for all others: its density falls as (1 − x)²³ or a little
  /// otherwise, by a tenth at most, so that its mean is a little below the middle. Nodes of one weight
  /// have one mean.
  @Test("many wide weights beside small ones are drawn, within their bounds and alike") func wide() throws {
    let nominal = [Double](repeating: 1, count: 20) + [Double](repeating: 0.02, count: 5)
    let set = try #require(WeightSet(.box(3), nominal: nominal))
    var (small, first, last) = (Tally(), Tally(), Tally())
    var outside = 0
    try WeightSamplerTests.draws(.box(3), nominal, 20_000) { weights in
      if !set.contains(weights, tolerance: 1e-15) { outside += 1 }
      small.add(weights[20...].reduce(0, +))
      first.add(weights[0])
      last.add(weights[19])
    }
    #expect(outside == 0)
    let middle = 5 * 0.04 / 20.1
    #expect(small.mean < middle && small.mean > 0.95 * middle)
    #expect(first.agrees(with: (1 - small.mean) / 20) && last.agrees(with: (1 - small.mean) / 20))
  }

  @Test("a weight of almost nothing beside wide ones does not hold draws up") func tiny() throws {
    let nominal = [Double](repeating: 1, count: 7) + [1e-9]
    let set = try #require(WeightSet(.box(10), nominal: nominal))
    try WeightSamplerTests.draws(.box(10), nominal, 1000) { weights in
      #expect(set.contains(weights, tolerance: 1e-15), "\(weights)")
    }
  }
}
