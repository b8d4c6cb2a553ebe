import CRankKernel
import Scoring
import Tabular

/// How likely each rank of each country is when weights are drawn uniformly from a set.
///
/// Stochastic multicriteria acceptability analysis: rank acceptabilities and central weights (Lahdelma and
/// Salminen, SMAA-2, Operations Research 49, 2001). Figures are sampled; each has a standard error.
public struct Acceptability: Sendable {
  /// How many weights were drawn.
  public let samples: Int
  /// The audited countries, in order of rank, by their places in the table's `countries`.
  public let countries: [Int]
  /// How often a country (row) had a rank (column, 0 for the first).
  private let counts: [UInt32]
  /// The sum of the weights under which each country was first, node by node.
  private let firstWeights: [Double]
  private let nodes: Int

  /// Draws weights and ranks, on all cores; the same figures on any number of them.
  public init(_ scores: LinearScores, _ set: WeightSet, samples: Int, seed: UInt64) {
    let count = scores.countries.count
    let pieces = (samples + Self.pieceSize - 1) / Self.pieceSize
    let matrix = PaddedScores(scores)
    let sampler = WeightSampler(set)
    let parts = inParallel(pieces) { piece in
      Self.piece(
        piece * Self.pieceSize..<min(samples, (piece + 1) * Self.pieceSize), matrix, sampler, seed)
    }
    var counts = [UInt32](repeating: 0, count: count * count)
    var weights = [Double](repeating: 0, count: count * scores.nodes.count)
    // In the order of the pieces, whichever was done first.
    for part in parts {
      for (place, value) in part.counts.enumerated() { counts[place] += value }
      for (place, value) in part.weights.enumerated() { weights[place] += value }
    }
    self.samples = samples
    self.counts = counts
    countries = scores.countries
    nodes = scores.nodes.count
    firstWeights = weights
  }

  /// Replicates that one thread does at a time.
  private static let pieceSize = 8192

  private static func piece(
    _ replicates: Range<Int>, _ matrix: PaddedScores, _ sampler: WeightSampler, _ seed: UInt64
  ) -> (counts: [UInt32], weights: [Double]) {
    let (count, nodes) = (matrix.count, matrix.nodes)
    var counts = [UInt32](repeating: 0, count: count * count)
    var first = [Double](repeating: 0, count: count * nodes)
    var weights = [Double](repeating: 0, count: nodes)
    var scores = [Double](repeating: 0, count: matrix.padded)
    var ranks = [UInt16](repeating: 0, count: matrix.padded)
    guard count > 0 else { return (counts, first) }
    for replicate in replicates {
      var generator = CounterGenerator(seed: seed, stream: UInt64(replicate))
      sampler.draw(&generator, into: &weights)
      matrix.rank(weights, &scores, &ranks)
      counts.withUnsafeMutableBufferPointer { counts in
        for country in 0..<count { counts[country * count + Int(ranks[country])] &+= 1 }
      }
      for country in 0..<count where ranks[country] == 0 {
        for node in 0..<nodes { first[country * nodes + node] += weights[node] }
      }
    }
    return (counts, first)
  }

  /// The share of weights under which a country has a rank; both counted from 0.
  public func share(_ country: Int, rank: Int) -> Double {
    Double(counts[country * countries.count + rank]) / Double(samples)
  }

  /// The standard error of a share: √(p(1 − p)/n).
  public func standardError(_ share: Double) -> Double {
    (share * (1 - share) / Double(samples)).squareRoot()
  }

  /// The least rank (from 1) up to which a share of weights leave a country.
  public func quantile(_ country: Int, _ share: Double) -> Int {
    var seen: UInt64 = 0
    for rank in countries.indices {
      seen += UInt64(counts[country * countries.count + rank])
      if Double(seen) >= share * Double(samples) { return rank + 1 }
    }
    return countries.count
  }

  /// The mean rank of a country, from 1, and its standard error.
  public func mean(_ country: Int) -> (value: Double, error: Double) {
    var (sum, squares) = (0.0, 0.0)
    for rank in countries.indices {
      let times = Double(counts[country * countries.count + rank])
      sum += times * Double(rank + 1)
      squares += times * Double(rank + 1) * Double(rank + 1)
    }
    let mean = sum / Double(samples)
    let variance = max(0, squares / Double(samples) - mean * mean)
    return (mean, (variance / Double(samples)).squareRoot())
  }

  /// The mean of the weights under which a country is first; nil where it never was.
  public func centralWeights(_ country: Int) -> [Double]? {
    let times = Double(counts[country * countries.count])
    guard times > 0 else { return nil }
    return (0..<nodes).map { firstWeights[country * nodes + $0] / times }
  }
}

/// Linear scores with each node's values padded to whole vectors.
struct PaddedScores: Sendable {
  let count: Int
  let nodes: Int
  let padded: Int
  private let values: [Double]

  init(_ scores: LinearScores) {
    let (count, nodes) = (scores.countries.count, scores.nodes.count)
    let padded = (count + 63) / 64 * 64
    var values = [Double](repeating: 0, count: padded * nodes)
    for node in 0..<nodes {
      for country in 0..<count {
        values[node * padded + country] = scores.values[node * count + country]
      }
    }
    (self.count, self.nodes, self.padded, self.values) = (count, nodes, padded, values)
  }

  /// The ranks, from 0, under weights. Both buffers hold `padded` entries.
  func rank(_ weights: [Double], _ scores: inout [Double], _ ranks: inout [UInt16]) {
    rank_countries(values, nodes, padded, count, weights, &scores, &ranks)
  }
}
