import CRankKernel
import Testing

@testable import Audit

@Suite("Ranks by the kernel") struct RankKernelTests {
  /// 1 less than the rank: how many are greater.
  static func plain(_ scores: [Double]) -> [UInt16] {
    let falling = scores.sorted(by: >)
    return scores.map { score in
      var (low, high) = (0, falling.count)
      while low < high {
        let middle = (low + high) / 2
        if falling[middle] > score { low = middle + 1 } else { high = middle }
      }
      return UInt16(low)
    }
  }

  static func kernel(_ scores: [Double]) -> [UInt16] {
    let padded = (scores.count + 63) / 64 * 64
    let filled = scores + [Double](repeating: 0, count: padded - scores.count)
    var ranks = [UInt16](repeating: 77, count: padded)
    rank_scores(filled, padded, scores.count, &ranks)
    return Array(ranks.prefix(scores.count))
  }

  @Test(
    "are those of a plain count, for any number of countries",
    arguments: [1, 2, 63, 64, 65, 193, 1000, 4095, 4096, 4097, 6000]) func counts(count: Int)
  {
    var generator = CounterGenerator(seed: 5, stream: UInt64(count))
    let scores = (0..<count).map { _ in generator.uniform() * 200 - 100 }
    #expect(Self.kernel(scores) == Self.plain(scores))
    // Whole numbers: many ties.
    let tied = scores.map { ($0 / 10).rounded() }
    #expect(Self.kernel(tied) == Self.plain(tied))
  }

  /// The 16-bit keys fall together; only the sums tell these apart.
  @Test("tell near-ties apart, and equal sums share a rank") func nearTies() {
    var near = [50.0]
    for _ in 0..<99 { near.append(near[near.count - 1].nextUp) }
    let least = Double.leastNonzeroMagnitude
    for scores in [
      near + [0, 100], near.reversed() + [1e9], near + near + [-1e9], [0, -0.0, least, 9 * least],
      [Double](repeating: 3, count: 70), [70 * least, 71 * least, 0, 69 * least], [-1e308, 1e308, 0, 1],
    ] { #expect(Self.kernel(scores) == Self.plain(scores), "\(scores.prefix(4))") }
  }

  @Test("rest on sums that round as plain ones, whatever the padding") func sums() throws {
    let scores = try Trial.random(193, 7, seed: 8).scores()
    let padded = PaddedScores(scores)
    var sums = [Double](repeating: 0, count: padded.padded)
    var ranks = [UInt16](repeating: 0, count: padded.padded)
    let set = try #require(WeightSet(.simplex, nominal: scores.weights))
    let sampler = WeightSampler(set)
    var weights = scores.weights
    for stream in 0..<50 as Range<UInt64> {
      var generator = CounterGenerator(seed: 2, stream: stream)
      sampler.draw(&generator, into: &weights)
      padded.rank(weights, &sums, &ranks)
      let plain = (0..<193).map { country in
        scores.row(country).indices.reduce(0) { $0 + weights[$1] * scores.row(country)[$1] }
      }
      #expect(Array(sums.prefix(193)) == plain)
      #expect(Array(ranks.prefix(193)) == Self.plain(plain))
    }
  }
}
