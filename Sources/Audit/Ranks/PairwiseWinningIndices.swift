import CRankKernel
import Scoring

/// Under what share of a set's weights one country is ahead of another.
///
/// Exact by geometry where the set is a simplex, else sampled, with standard errors.
package struct PairwiseWinningIndices: Sendable {
  /// How many weights were drawn; 0 where every share is exact.
  package let samples: Int
  private let count: Int
  /// Of more the table would have millions of rows, 156 MiB of 2,000.
  static let mostCountries = 2000
  /// For each country and each behind it, row by row.
  private let shares: [Double]

  /// The shares of every pair, on all cores; the same figures on any number of them.
  /// - Parameters:
  ///   - samples: how many weights to draw where shares are not exact, at least 1.
  ///   - seed: of the draws; those of `Acceptability` with the same seed.
  ///   - mayGoOn: told how many weights were drawn; where it says no, these have to do.
  package init(
    _ scores: LinearScores, _ set: WeightSet, samples: Int, seed: UInt64,
    mayGoOn: (Int) -> Bool = { _ in true }
  ) {
    let rows = scores.countries.indices.map(scores.row)
    count = rows.count
    let exact = rows.indices.flatMap { first in
      rows.indices.map { second in
        second > first ? set.shareAbove(zip(rows[first], rows[second]).map { $0 - $1 }) : Double?.none
      }
    }
    let isExact = rows.indices.allSatisfy { first in
      rows.indices.dropFirst(first + 1).allSatisfy { exact[first * rows.count + $0] != nil }
    }
    if isExact {
      self.samples = 0
      shares = exact.map { $0 ?? 0 }
      return
    }
    let (above, drawn) = Self.sample(scores, set, samples, seed, mayGoOn)
    self.samples = drawn
    shares = above.indices.map { place in
      // Equal rows are level under all weights.
      rows[place / rows.count] == rows[place % rows.count]
        ? 0.5 : Double(above[place]) / Double(max(drawn, 1))
    }
  }

  /// Replicates that one thread does at a time, fewer than fit a 16-bit count.
  private static let pieceSize = 8192

  private static func sample(
    _ scores: LinearScores, _ set: WeightSet, _ samples: Int, _ seed: UInt64, _ mayGoOn: (Int) -> Bool
  ) -> (above: [UInt64], drawn: Int) {
    let matrix = PaddedScores(scores)
    let sampler = WeightSampler(set)
    var above = [UInt64](repeating: 0, count: matrix.count * matrix.count)
    let drawn = inWaves(samples, pieceSize: pieceSize, mayGoOn: mayGoOn) { replicates in
      piece(replicates, matrix, sampler, seed)
    } take: { part in
      for row in 0..<matrix.count {
        for column in 0..<matrix.count {
          above[row * matrix.count + column] += UInt64(part[row * matrix.padded + column])
        }
      }
    }
    return (above, drawn)
  }

  private static func piece(
    _ replicates: Range<Int>, _ matrix: PaddedScores, _ sampler: WeightSampler, _ seed: UInt64
  ) -> [UInt16] {
    var above = [UInt16](repeating: 0, count: matrix.count * matrix.padded)
    var weights = [Double](repeating: 0, count: matrix.nodes)
    var scores = [Double](repeating: 0, count: matrix.padded)
    var ranks = [UInt16](repeating: 0, count: matrix.padded)
    for replicate in replicates {
      var generator = CounterGenerator(seed: seed, stream: UInt64(replicate))
      sampler.draw(&generator, into: &weights)
      matrix.rank(weights, &scores, &ranks)
      count_pairs(ranks, matrix.padded, matrix.count, &above)
    }
    return above
  }

  /// The share of weights, 0–1, under which the first country is ahead of a later one.
  package func share(_ first: Int, _ second: Int) -> Double { shares[first * count + second] }

  /// The standard error of a share: √(p(1 − p)/n); 0 where shares are exact.
  package func standardError(_ share: Double) -> Double {
    samples == 0 ? 0 : SampledShare.standardError(share, of: samples)
  }
}
