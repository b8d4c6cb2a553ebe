import IndexModel
import Scoring
import Tabular
import Testing

@testable import Audit

import Glibc

@Suite("How surely a country is first when the figures have errors") struct FirstConfidenceTests {
  private static func found(_ table: ScoreTable, samples: Int = 4000) throws -> (
    scores: LinearScores, weights: Acceptability, sure: FirstConfidence
  ) {
    let scores = try #require(LinearScores(table))
    let set = try #require(WeightSet(.simplex, nominal: scores.weights))
    let weights = Acceptability(scores, set, samples: 2000, seed: 1)
    let sure = try #require(FirstConfidence(table, scores, weights, samples: samples, seed: 1))
    return (scores, weights, sure)
  }

  private static func normal(_ x: Double) -> Double { erfc(-x / 2.0.squareRoot()) / 2 }

  private static func expect(
    _ share: Double?, _ expected: Double, _ sure: FirstConfidence,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let distance = abs((share ?? .nan) - expected)
    #expect(
      distance <= 4 * sure.standardError(expected), "\(share ?? .nan) for \(expected)",
      sourceLocation: sourceLocation)
  }

  /// 40 changes of 4 up or down: variance 16·40/39, half of it a reading's. Of 60 and 55 the first stays
  /// ahead while the difference of two errors, of variance 16·40/39, is above −5.
  @Test("one indicator: the normal difference of two readings") func difference() throws {
    let table = try Readings(figures: [60.0, 55, 10, 10].map { [Readings.zigzag($0, 4)] }).table()
    let (_, _, sure) = try Self.found(table)
    let variance = 16.0 * 40 / 39
    #expect(abs(sure.noise.deviations[0] - (variance / 2).squareRoot()) < 1e-12)
    #expect(sure.noise.changes == [40] && sure.noise.borrowing.isEmpty)
    let expected = Self.normal(5 / variance.squareRoot())
    Self.expect(sure.atCentralWeights(0), expected, sure)
    Self.expect(sure.atNominalWeights(0), expected, sure)
    Self.expect(sure.atNominalWeights(1), 1 - expected, sure)
    // Second under all weights there are: no central weights, no confidence.
    #expect(sure.atCentralWeights(1) == nil)
    #expect(sure.atNominalWeights(2) == 0)
  }

  /// (60, 40) against (40, 60), errors of variances u and v: at weights (w, 1 − w) the lead of the first is
  /// 20(2w − 1), its variance 2(w²u + (1 − w)²v).
  @Test("two dimensions: each country at its own central weights") func centralWeights() throws {
    let rows = [(60.0, 40.0), (40, 60), (5, 5), (5, 5)]
    let table = try Readings(figures: rows.map { [Readings.zigzag($0.0, 4), Readings.zigzag($0.1, 12)] })
      .table()
    let (scores, weights, sure) = try Self.found(table)
    let variances = [8.0 * 40 / 39, 72.0 * 40 / 39]
    var compared = 0
    for place in scores.countries.indices where scores.countries[place] < RowIndex(2) {
      let central = try #require(weights.centralWeights(place))
      let sign = scores.countries[place] == RowIndex(0) ? 1.0 : -1
      let lead = sign * 20 * (central[0] - central[1])
      let variance = zip(central, variances).reduce(0) { $0 + 2 * $1.0 * $1.0 * $1.1 }
      let expected = Self.normal(lead / variance.squareRoot())
      #expect(expected > 0.8 && expected < 0.995)
      Self.expect(sure.atCentralWeights(place), expected, sure)
      compared += 1
    }
    #expect(compared == 2)
  }

  /// Both at the upper end: whoever errs upwards stays at 100. The first is at least level when it errs
  /// upwards, one half, and in half of the cases in which both err downwards, one eighth.
  @Test("scores stay between 0 and 100, and who is level with the first is first") func clipping() throws {
    let table = try Readings(figures: [100.0, 100, 10, 10].map { [Readings.zigzag($0, -8)] }).table()
    let (_, _, sure) = try Self.found(table)
    Self.expect(sure.atCentralWeights(0), 0.625, sure)
    Self.expect(sure.atCentralWeights(1), 0.625, sure)
  }

  @Test("what all countries have in common from year to year is no error") func trend() throws {
    let rising = [60.0, 55, 30, 29].map { end in [(0...10).map { Optional(end - 2 * Double(10 - $0)) }] }
    let (_, _, sure) = try Self.found(try Readings(figures: rising).table(), samples: 50)
    #expect(sure.noise.deviations[0] < 1e-7)
    #expect(sure.atNominalWeights(0) == 1 && sure.atCentralWeights(0) == 1)
  }

  @Test("changes count between figures of successive years, of the last ten; too few take the median")
  func fewChanges() throws {
    // Every other year missing: no change at all, though all figures are carried forward.
    let gaps: [Double?] = (0...10).map { $0 % 2 == 0 ? 50 : nil }
    let old: [Double?] = Readings.zigzag(50, 90, years: 9) + [50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50]
    let figures = (0..<4).map { _ in [Readings.zigzag(50, 4), Readings.zigzag(50, 12), gaps, old] }
    let noise = try #require(ScoreNoise(try Readings(figures: figures).table()))
    #expect(noise.changes == [40, 40, 0, 40] && noise.borrowing == [IndicatorIndex(2)])
    #expect(noise.deviations[3] == 0)
    #expect(abs(noise.deviations[1] / noise.deviations[0] - 3) < 1e-12)
    // Of 0, one and three times the first, the median is the first.
    #expect(noise.deviations[2] == noise.deviations[0])
    let short = try Readings(figures: figures.map { [$0[2]] }).table()
    #expect(ScoreNoise(short) == nil)
  }

  @Test("the number of threads does not matter, the seed does") func threads() throws {
    let table = try Readings(
      figures: [60.0, 57, 55, 50].map { [Readings.zigzag($0, 9), Readings.zigzag($0, 5)] }
    ).table()
    let (scores, weights, sure) = try Self.found(table, samples: 300)
    let alone = try Threads.$count.withValue(1) {
      try #require(FirstConfidence(table, scores, weights, samples: 300, seed: 1))
    }
    let other = try #require(FirstConfidence(table, scores, weights, samples: 300, seed: 2))
    let places = scores.countries.indices
    #expect(places.map(sure.atNominalWeights) == places.map(alone.atNominalWeights))
    #expect(places.map(sure.atCentralWeights) == places.map(alone.atCentralWeights))
    #expect(places.map(sure.atNominalWeights) != places.map(other.atNominalWeights))
  }

  @Test("who has enough stops, and the replicates so far have to do") func stopping() throws {
    let table = try Readings(figures: [60.0, 55, 9, 8].map { [Readings.zigzag($0, 4)] }).table()
    let (scores, weights, _) = try Self.found(table, samples: 10)
    let sure = try #require(
      FirstConfidence(table, scores, weights, samples: 5000, seed: 1, mayGoOn: { $0 < 2000 }))
    #expect(sure.samples == 2048)
    // Before the first replicate eleven years are scored: whoever has enough by then has nothing.
    #expect(ScoreNoise(table) != nil && ScoreNoise(table, isStopped: { true }) == nil)
    #expect(FirstConfidence(table, scores, weights, samples: 10, seed: 1, isStopped: { true }) == nil)
    #expect(sure.atNominalWeights(0) + sure.atNominalWeights(1) >= 1)
  }
}

@Suite("Normal numbers") struct NormalDrawTests {
  @Test("the logarithm is that of the system but for rounding") func logarithm() {
    var generator = CounterGenerator(seed: 5, stream: 0)
    for power in 0..<400 {
      let value = (generator.uniform() + 0x1p-54) * pow(2, Double(-power / 8))
      let expected = log(value)
      let found = CounterGenerator.logarithm(value)
      #expect(abs(found - expected) <= 4e-16 * max(abs(expected), 0x1p-52), "\(value)")
    }
    #expect(CounterGenerator.logarithm(1) == 0)
  }

  @Test("mean 0, variance 1, kurtosis 3, a twentieth beyond 1.96, and no correlation within a pair")
  func moments() {
    var (mean, variance, fourth, tail, product) = (Tally(), Tally(), Tally(), Tally(), Tally())
    for stream in 0..<20_000 as Range<UInt64> {
      var generator = CounterGenerator(seed: 3, stream: stream)
      let (one, other) = generator.normals()
      for value in [one, other] {
        mean.add(value)
        variance.add(value * value)
        fourth.add(value * value * value * value)
        tail.add(abs(value) > 1.959_963_985 ? 1 : 0)
      }
      product.add(one * other)
    }
    #expect(mean.agrees(with: 0) && variance.agrees(with: 1) && fourth.agrees(with: 3))
    #expect(tail.agrees(with: 0.05) && product.agrees(with: 0))
  }
}
