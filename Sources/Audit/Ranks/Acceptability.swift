import IndexModel
import Scoring

/// How likely each rank of each country is when weights are drawn uniformly from a set.
///
/// Stochastic multicriteria acceptability analysis: rank acceptabilities and central weights (Lahdelma and
/// Salminen, SMAA-2, Operations Research 49, 2001). Figures are sampled; each has a standard error.
package struct Acceptability: RankedDraws, Sendable {
  /// How many weights were drawn.
  package let samples: Int
  /// The audited countries, in order of rank.
  package let countries: [RowIndex]
  package let counts: RankCounts
  /// The sum of the weights under which each country was first, node by node.
  private let firstWeights: [Double]
  /// The sum of their squares.
  private let firstSquares: [Double]
  private let nodes: Int
  private let extremes: DrawnExtremes
  private let sampler: WeightSampler
  private let seed: UInt64

  /// Draws weights and ranks, on all cores; the same figures on any number of them.
  /// - Parameters:
  ///   - samples: how many weights, from 1 to 2³² − 1.
  ///   - seed: of the random numbers; the same seed gives the same figures.
  ///   - mayGoOn: told how many weights were drawn; where it says no, these have to do.
  package init(
    _ scores: LinearScores, _ set: WeightSet, samples: Int, seed: UInt64,
    mayGoOn: (Int) -> Bool = { _ in true }
  ) {
    let matrix = PaddedScores(scores)
    self.init(
      scores.countries, matrix.padded, WeightSampler(set), 8192, samples: samples, seed: seed,
      mayGoOn: mayGoOn, ranker: matrix.ranker)
  }

  /// The same of an order that is not linear in the weights: each draw is joined up the tree.
  package init(
    _ scores: TreeScores, _ set: WeightSet, samples: Int, seed: UInt64, mayGoOn: (Int) -> Bool = { _ in true }
  ) {
    self.init(
      scores.countries, scores.padded, WeightSampler(set), 256, samples: samples, seed: seed,
      mayGoOn: mayGoOn, ranker: scores.ranker)
  }

  /// - Parameters:
  ///   - pieceSize: how many replicates one thread does at a time; a wave of pieces is not interrupted.
  ///   - ranker: makes what ranks, one for each piece of the work.
  private init(
    _ countries: [RowIndex], _ padded: Int, _ sampler: WeightSampler, _ pieceSize: Int, samples: Int,
    seed: UInt64, mayGoOn: (Int) -> Bool, ranker: @Sendable @escaping () -> Ranker
  ) {
    let (samples, nodes) = (min(max(samples, 1), Int(UInt32.max)), sampler.count)
    var sum = Piece(countries: countries.count, nodes: nodes)
    self.samples = inWaves(samples, pieceSize: pieceSize, mayGoOn: mayGoOn) { replicates in
      Self.piece(replicates, countries.count, padded, ranker(), sampler, seed)
    } take: {
      sum.add($0)
    }
    (self.countries, self.nodes, self.sampler, self.seed) = (countries, nodes, sampler, seed)
    (counts, firstWeights, firstSquares, extremes) = (sum.counts, sum.weights, sum.squares, sum.extremes)
  }

  /// What some replicates came to.
  struct Piece: Sendable {
    var counts: RankCounts
    var weights: [Double]
    var squares: [Double]
    var extremes: DrawnExtremes

    init(countries: Int, nodes: Int) {
      counts = RankCounts(countries: countries)
      extremes = DrawnExtremes(countries: countries)
      weights = [Double](repeating: 0, count: countries * nodes)
      squares = weights
    }

    mutating func add(_ other: Piece) {
      counts.add(other.counts)
      extremes.add(other.extremes)
      for place in weights.indices {
        weights[place] += other.weights[place]
        squares[place] += other.squares[place]
      }
    }
  }

  private static func piece(
    _ replicates: Range<Int>, _ count: Int, _ padded: Int, _ rank: Ranker, _ sampler: WeightSampler,
    _ seed: UInt64
  ) -> Piece {
    let nodes = sampler.count
    var result = Piece(countries: count, nodes: nodes)
    var weights = [Double](repeating: 0, count: nodes)
    var ranks = [UInt16](repeating: 0, count: padded)
    guard count > 0 else { return result }
    for replicate in replicates {
      var generator = CounterGenerator(seed: seed, stream: UInt64(replicate))
      sampler.draw(&generator, into: &weights)
      rank(weights, &ranks)
      // A rank that nobody has for the first time is nobody's best or worst yet.
      if result.counts.add(ranks) { result.extremes.add(ranks, replicate) }
      for country in 0..<count where ranks[country] == 0 {
        for node in 0..<nodes {
          result.weights[country * nodes + node] += weights[node]
          result.squares[country * nodes + node] += weights[node] * weights[node]
        }
      }
    }
    return result
  }

  /// The share of weights under which a country has a rank; both counted from 0.
  package func share(_ country: Int, rank: Int) -> Double {
    counts.times(country, rank: rank) / Double(samples)
  }

  package func standardError(_ share: Double) -> Double { SampledShare.standardError(share, of: samples) }

  /// The mean of the weights under which a country is first; nil where it never was.
  package func centralWeights(_ country: Int) -> [Double]? {
    let times = counts.times(country, rank: 0)
    guard times > 0 else { return nil }
    return (0..<nodes).map { firstWeights[country * nodes + $0] / times }
  }

  /// The standard errors of the central weights, given how often the country was first; nil where it was
  /// so less than twice, which says nothing of how weights spread.
  package func centralWeightErrors(_ country: Int) -> [Double]? {
    let times = counts.times(country, rank: 0)
    guard times > 1, let means = centralWeights(country) else { return nil }
    return means.enumerated().map { node, mean in
      let variance = max(0, firstSquares[country * nodes + node] / times - mean * mean)
      return (variance / times).squareRoot()
    }
  }

  /// The best rank that a country had in any draw, from 1, and the weights of the first draw that gave it;
  /// nil where there are no draws. By its place in `countries`.
  package func best(_ country: Int) -> (rank: Int, weights: [Double])? {
    extremes.best(country).map { ($0.rank, weights(of: $0.replicate)) }
  }

  /// The worst rank that it had, and the weights of the first draw that gave it.
  package func worst(_ country: Int) -> (rank: Int, weights: [Double])? {
    extremes.worst(country).map { ($0.rank, weights(of: $0.replicate)) }
  }

  /// The weights of a draw, drawn again from its own stream.
  private func weights(of replicate: Int) -> [Double] {
    var generator = CounterGenerator(seed: seed, stream: UInt64(replicate))
    var weights = [Double](repeating: 0, count: nodes)
    sampler.draw(&generator, into: &weights)
    return weights
  }
}
