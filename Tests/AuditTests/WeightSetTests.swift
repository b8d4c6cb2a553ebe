import Testing

@testable import Audit

@Suite("Sets of weights") struct WeightSetTests {
  static let kinds: [WeightSet.Kind] = [
    .simplex, .box(0.25), .box(1.5), .box(8), .ordinal, .cone(0.2), .cone(1),
  ]

  @Test("are named as on the command line") func names() {
    #expect(WeightSet.Kind("simplex") == .simplex)
    #expect(WeightSet.Kind("ordinal") == .ordinal)
    #expect(WeightSet.Kind("box:25%") == .box(0.25))
    #expect(WeightSet.Kind("box:0.25") == .box(0.25))
    #expect(WeightSet.Kind("box:150%") == .box(1.5))
    #expect(WeightSet.Kind("cone:0.2") == .cone(0.2))
    #expect(WeightSet.Kind("cone:100%") == .cone(1))
    let wrong = [
      "", "box", "box:", "box:25", "box:0%", "box:-5%", "box:nan%", "box:inf", "cone:1.5", "cone:0",
      "ordinal:2", "Simplex", "box:25%%",
    ]
    for text in wrong { #expect(WeightSet.Kind(text) == nil, "\(text)") }
  }

  @Test("are none for weights that are none") func refusals() {
    for nominal in [[], [0, 0], [1, -1], [.nan, 1], [.infinity, 1]] as [[Double]] {
      #expect(WeightSet(.simplex, nominal: nominal) == nil, "\(nominal)")
    }
    #expect(WeightSet(.box(0), nominal: [1, 1]) == nil)
    #expect(WeightSet(.cone(1.1), nominal: [1, 1]) == nil)
    // One heavy node and eleven equal ones: 1 + 2047 vertices.
    let many = [2] + [Double](repeating: 1, count: 11)
    #expect(WeightSet(.ordinal, nominal: many) == nil)
    #expect(WeightSet(.ordinal, nominal: [Double](repeating: 1, count: 40)) != nil)
  }

  @Test("are refused with the reason that applies") func reasons() {
    func obstacle(_ kind: WeightSet.Kind, _ nominal: [Double]) -> WeightSet.Obstacle? {
      do throws(WeightSet.Obstacle) {
        _ = try WeightSet(making: kind, nominal: nominal)
        return nil
      } catch { return error }
    }
    #expect(obstacle(.simplex, [0, 0]) == .noWeight)
    #expect(obstacle(.box(0), [1, 1]) == .share && obstacle(.cone(1.1), [1, 1]) == .share)
    // 1 - 1e-20 is 1: each weight is its own bound.
    #expect(obstacle(.box(1e-20), [1, 1]) == .tooNarrow)
    let heavy = { (count: Int) in [2] + [Double](repeating: 1, count: count) }
    #expect(obstacle(.ordinal, heavy(11)) == .equalWeights(11, most: 10))
    // 1 + 1023 vertices are as many as there may be.
    #expect(obstacle(.ordinal, heavy(10)) == nil)
    // One more below: 1 + 1023 + 1.
    #expect(obstacle(.ordinal, heavy(10) + [0.5]) == .vertices(most: 1024))
  }

  @Test("know what lies in them") func membership() throws {
    let nominal = [0.5, 0.3, 0.2]
    func contains(_ kind: WeightSet.Kind, _ weights: [Double]) throws -> Bool {
      try #require(WeightSet(kind, nominal: nominal)).contains(weights)
    }
    #expect(try contains(.simplex, [0, 0, 1]))
    #expect(try !contains(.simplex, [0.5, 0.6, -0.1]))
    #expect(try !contains(.simplex, [0.5, 0.5, 0.5]))
    #expect(try !contains(.simplex, [0.5, 0.5]))
    #expect(try contains(.box(0.25), [0.375, 0.375, 0.25]))
    #expect(try !contains(.box(0.25), [0.37, 0.38, 0.25]))
    #expect(try contains(.ordinal, [0.4, 0.4, 0.2]))
    #expect(try !contains(.ordinal, [0.3, 0.4, 0.3]))
    #expect(try contains(.cone(0.2), [0.4, 0.24, 0.36]))
    #expect(try !contains(.cone(0.2), [0.39, 0.25, 0.36]))
    let tied = try #require(WeightSet(.ordinal, nominal: [2, 1, 1]))
    #expect(tied.contains([0.5, 0.1, 0.4]) && tied.contains([0.5, 0.4, 0.1]))
    #expect(!tied.contains([0.3, 0.1, 0.6]))
  }

  /// Box (0.5, 0.3, 0.2) ± 25 %, d = (1, 5, 3): 0.375 in the second, 0.25 in the third, 0.375 left
  /// for the first. Cone of a fifth: 0.8·(0.5, 0.3, 0.2) and 0.2 on the second. Ordinal: the corners give
  /// 1, 3 and 3.
  @Test("give the greatest weighted sum in closed form") func maxima() throws {
    let (nominal, d) = ([0.5, 0.3, 0.2], [1.0, 5, 3])
    let expected: [(WeightSet.Kind, Double)] = [
      (.simplex, 5), (.box(0.25), 0.375 + 1.875 + 0.75), (.ordinal, 3),
      (.cone(0.2), 0.8 * (0.5 + 1.5 + 0.6) + 1),
    ]
    for (kind, value) in expected {
      let set = try #require(WeightSet(kind, nominal: nominal))
      #expect(abs(set.maximum(of: d).value - value) < 1e-15 * 8, "\(kind)")
      #expect(abs(set.minimum(of: d.map { -$0 }).value + value) < 1e-15 * 8, "\(kind)")
    }
  }

  @Test("no draw exceeds the greatest sum, and the weights that attain it lie in the set", arguments: kinds)
  func noneBeyond(kind: WeightSet.Kind) throws {
    for nominal in [Trial.nominal, [1, 0, 2, 0, 3, 3, 1]] {
      let set = try #require(WeightSet(kind, nominal: nominal))
      let sampler = WeightSampler(set)
      var weights = [Double](repeating: 0, count: 7)
      for stream in 0..<200 as Range<UInt64> {
        var generator = CounterGenerator(seed: 3, stream: stream)
        let d = (0..<7).map { _ in generator.uniform() - 0.5 }
        let (most, least) = (set.maximum(of: d), set.minimum(of: d))
        #expect(set.contains(most.weights, tolerance: 1e-14))
        #expect(set.contains(least.weights, tolerance: 1e-14))
        sampler.draw(&generator, into: &weights)
        let sum = zip(weights, d).reduce(0) { $0 + $1.0 * $1.1 }
        #expect(sum <= most.value + 1e-14 && sum >= least.value - 1e-14)
      }
    }
  }

  @Test("of one node hold one point", arguments: kinds) func oneNode(kind: WeightSet.Kind) throws {
    let set = try #require(WeightSet(kind, nominal: [3]))
    #expect(set.maximum(of: [2]).value == 2 && set.contains([1]))
    var generator = CounterGenerator(seed: 0, stream: 0)
    var weights = [0.0]
    WeightSampler(set).draw(&generator, into: &weights)
    #expect(weights == [1])
  }
}
