import Testing

@testable import Audit

import Glibc

@Suite("Sobol' indices") struct SobolIndicesTests {
  typealias Effect = SobolIndices.Effect

  /// Indices of a function of one output, each coordinate a group.
  private static func effects(
    _ count: Int, _ samples: Int, seed: UInt64 = 1, _ function: @escaping @Sendable ([Double]) -> Double
  ) throws -> [Effect] {
    let indices = SobolIndices(
      groups: [Int](repeating: 1, count: count), outputs: 1, baseSamples: samples, seed: seed
    ) { { point, outputs in outputs[0] = function(point) } }
    return try #require(indices.effects(of: 0))
  }

  private static func expect(_ effects: [Effect], first: [Double], total: [Double], within: Double) {
    for place in effects.indices {
      let (one, all) = (effects[place].first, effects[place].total)
      #expect(one.low <= first[place] && first[place] <= one.high, "first \(place): \(one)")
      #expect(all.low <= total[place] && total[place] <= all.high, "total \(place): \(all)")
      #expect(abs(one.value - first[place]) < within, "first \(place): \(one)")
      #expect(abs(all.value - total[place]) < within, "total \(place): \(all)")
    }
  }

  @Test("Those of Ishigami's function lie in their intervals") func ishigami() throws {
    // sin x + 7 sin² y + 0.1 z⁴ sin x on (−π, π)³:
    // V = 49/8 + π⁴/50 + π⁸/1800 + 1/2, V_x = (1 + π⁴/50)²/2, V_y = 49/8, V_xz = 8π⁸/22500.
    let effects = try Self.effects(3, 4096) { point in
      let x = point.map { .pi * (2 * $0 - 1) }
      return sin(x[0]) + 7 * sin(x[1]) * sin(x[1]) + 0.1 * x[2] * x[2] * x[2] * x[2] * sin(x[0])
    }
    let (p4, p8) = (pow(Double.pi, 4), pow(Double.pi, 8))
    let v = 49.0 / 8 + p4 / 50 + p8 / 1800 + 0.5
    let (vx, vy, vxz) = (0.5 * (1 + p4 / 50) * (1 + p4 / 50), 49.0 / 8, 8 * p8 / 22500)
    Self.expect(effects, first: [vx / v, vy / v, 0], total: [(vx + vxz) / v, vy / v, vxz / v], within: 0.02)
  }

  @Test("Those of Sobol's g-function lie in their intervals") func g() throws {
    let a = [0, 1, 4.5, 9, 99, 99, 99, 99]
    let effects = try Self.effects(8, 8192) { point in
      zip(point, a).reduce(1) { $0 * (abs(4 * $1.0 - 2) + $1.1) / (1 + $1.1) }
    }
    // V_i = 1/(3(1 + a_i)²), V = Π(1 + V_i) − 1, T_i = V_i Π_{j≠i}(1 + V_j)/V.
    let parts = a.map { 1 / (3 * (1 + $0) * (1 + $0)) }
    let product = parts.reduce(1) { $0 * (1 + $1) }
    Self.expect(
      effects, first: parts.map { $0 / (product - 1) },
      total: parts.map { $0 / (1 + $0) * product / (product - 1) }, within: 0.02)
  }

  @Test("In an additive model they sum to 1, and each is the same alone and in all") func additive() throws {
    // 4x + 3y + 2z + 1: shares of variance 16/29, 9/29, 4/29.
    let effects = try Self.effects(3, 2048) { 4 * $0[0] + 3 * $0[1] + 2 * $0[2] + 1 }
    let shares = [16.0 / 29, 9.0 / 29, 4.0 / 29]
    Self.expect(effects, first: shares, total: shares, within: 0.02)
    let half = effects.reduce(0) { $0 + ($1.first.high - $1.first.low) / 2 }
    #expect(abs(effects.reduce(0) { $0 + $1.first.value } - 1) <= half)
  }

  @Test("A group counts as one input, with the interplay inside it") func groups() throws {
    // xy + z: var(xy) = 1/9 − 1/16 = 7/144, var z = 12/144; the third output never varies.
    let indices = SobolIndices(groups: [2, 1], outputs: 3, baseSamples: 4096, seed: 2) {
      { point, outputs in
        outputs[0] = point[0] * point[1] + point[2]
        outputs[1] = point[2]
        outputs[2] = 5
      }
    }
    let effects = try #require(indices.effects(of: 0))
    Self.expect(effects, first: [7.0 / 19, 12.0 / 19], total: [7.0 / 19, 12.0 / 19], within: 0.02)
    #expect(abs(indices.mean(of: 0) - 0.75) < 1e-3)
    #expect(abs(indices.variance(of: 0) - 19.0 / 144) < 1e-3)
    #expect(indices.effects(of: 1)?[0].total.value == 0)
    #expect(indices.effects(of: 2) == nil && indices.mean(of: 2) == 5)
  }

  @Test("They are Jansen's estimators over the sequence's points, V over A and B") func estimators() throws {
    func y(_ x: [Double]) -> Double { 10 + x[0] * x[1] + x[2] * x[2] }
    let count = 1000
    let effects = try Self.effects(3, count, seed: 9) { 10 + $0[0] * $0[1] + $0[2] * $0[2] }
    let sequence = SobolSequence(dimensions: 6, seed: 9)
    var point = [Double](repeating: 0, count: 6)
    var (all, first, total) = ([Double](), [0.0, 0, 0], [0.0, 0, 0])
    for index in 0..<count {
      sequence.point(UInt32(index), into: &point)
      let (a, b) = (Array(point[..<3]), Array(point[3...]))
      all += [y(a), y(b)]
      for group in 0..<3 {
        var mixed = a
        mixed[group] = b[group]
        first[group] += (y(b) - y(mixed)) * (y(b) - y(mixed)) / Double(2 * count)
        total[group] += (y(a) - y(mixed)) * (y(a) - y(mixed)) / Double(2 * count)
      }
    }
    let mean = all.reduce(0, +) / Double(2 * count)
    let variance = all.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(2 * count)
    for group in 0..<3 {
      #expect(abs(effects[group].first.value - (1 - first[group] / variance)) < 1e-10)
      #expect(abs(effects[group].total.value - total[group] / variance) < 1e-10)
    }
  }

  @Test("Intervals narrow as points are added, and hold the figure") func narrowing() throws {
    let few = try Self.effects(2, 256) { $0[0] + $0[0] * $0[1] }
    let many = try Self.effects(2, 8192) { $0[0] + $0[0] * $0[1] }
    for (one, other) in zip(few, many) {
      #expect(other.first.high - other.first.low < 0.5 * (one.first.high - one.first.low))
      #expect(one.first.low < one.first.value && one.first.value < one.first.high)
      #expect(one.total.low < one.total.value && one.total.value < one.total.high)
    }
  }

  @Test("One seed gives the same figures to the last bit") func seeds() throws {
    let once = try Self.effects(2, 300, seed: 4) { $0[0] * $0[1] }
    #expect(try once == Self.effects(2, 300, seed: 4) { $0[0] * $0[1] })
    #expect(try once != Self.effects(2, 300, seed: 5) { $0[0] * $0[1] })
  }
}

@Suite("Which judgement drives ranks") struct SensitivityTests {
  @Test("A judgement that no figure answers to has no effect; the mean shift has the rest") func idle() throws
  {
    let table = try JudgedWorld.table()
    let result = Sensitivity(try JudgedWorld.space(table), baseSamples: 512, seed: 3)
    let effects = try #require(result.onShift)
    #expect(result.assumptions == Judgements.Kind.allCases.dropLast() && effects.count == 8)
    // No column is both skewed and peaked: winsorising changes nothing.
    #expect(effects[4].first.value.magnitude < 0.2 && effects[4].total.value == 0)
    #expect(effects.allSatisfy { $0.total.value >= 0 })
    #expect(effects[1].total.value > 0 && effects[0].total.value > 0)
    #expect(result.indices.outputs == 1 + result.countries.count)
  }

  @Test("A country that stands first under all judgements has no index") func always() throws {
    let table = try JudgedWorld.table()
    let result = Sensitivity(try JudgedWorld.space(table), baseSamples: 64, seed: 3)
    #expect(result.indices.effects(of: 1) == nil && result.indices.mean(of: 1) == 1)
    #expect(result.indices.effects(of: 5) != nil)
  }

  @Test("One seed gives the same figures to the last bit") func seeds() throws {
    let table = try JudgedWorld.table()
    let space = try JudgedWorld.space(table)
    let once = Sensitivity(space, baseSamples: 200, seed: 8)
    #expect(once.onShift == Sensitivity(space, baseSamples: 200, seed: 8).onShift)
    #expect(once.onShift != Sensitivity(space, baseSamples: 200, seed: 9).onShift)
  }
}

extension SobolIndices {
  /// The mean of an output over A and B.
  fileprivate func mean(of output: Int) -> Double { centres[output] + moments(total(output)).mean }

  /// V of an output.
  fileprivate func variance(of output: Int) -> Double { moments(total(output)).variance }
}
