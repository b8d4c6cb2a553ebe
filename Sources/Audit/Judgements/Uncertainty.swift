import Scoring
import Tabular

/// How sure ranks and scores are when all judgements vary together: Monte Carlo over weights and every
/// alternative of `Judgements`, each as likely as the others.
///
/// Saisana, Saltelli and Tarantola, Uncertainty and sensitivity analysis techniques as tools for the quality
/// assessment of composite indicators, Journal of the Royal Statistical Society A 168, 2005.
package struct Uncertainty: Sendable {
  /// How many combinations were drawn.
  package let samples: Int
  /// The countries that the table ranks, in order of rank: places in its `countries`.
  package let countries: [Int]
  /// Their ranks in the table.
  package let ranks: [Int]
  private let counts: RankCounts
  /// How many of the combinations scores were kept of: the first ones.
  package let scoredSamples: Int
  /// Scores, country after country.
  private let scores: [Double]

  /// Replicates that one thread does at a time.
  private static let pieceSize = 4096
  /// Scores are kept of so many replicates at most.
  private static let mostScores = 8 * pieceSize

  /// Draws and ranks, on all cores; the same figures on any number of them.
  /// - Precondition: the set has a weight for each of the table's `dimensions`; samples > 0.
  package init(_ table: ScoreTable, _ set: WeightSet, samples: Int, seed: UInt64) {
    self.init(JudgementSpace(table, set), samples: samples, seed: seed)
  }

  /// The same, of combinations that are scored already.
  /// - Parameter mayGoOn: told how many combinations were drawn; where it says no, these have to do.
  package init(_ space: JudgementSpace, samples: Int, seed: UInt64, mayGoOn: (Int) -> Bool = { _ in true }) {
    precondition(samples > 0)
    let count = space.countries.count
    var counts = RankCounts(countries: count)
    var scoredPieces: [[Double]] = []
    let drawn = inWaves(samples, pieceSize: Self.pieceSize, mayGoOn: mayGoOn) { replicates in
      UncertaintyPiece(space, replicates, seed, scores: replicates.lowerBound < Self.mostScores)
    } take: { piece in
      counts.add(piece.counts)
      if !piece.scores.isEmpty { scoredPieces.append(piece.scores) }
    }
    let scored = min(drawn, Self.mostScores)
    var scores: [Double] = []
    scores.reserveCapacity(count * scored)
    for country in 0..<count {
      for piece in scoredPieces {
        let size = piece.count / count
        scores += piece[country * size..<(country + 1) * size]
      }
    }
    self.samples = drawn
    self.counts = counts
    self.scores = scores
    scoredSamples = scored
    countries = space.countries
    ranks = space.ranks
  }

  /// The least rank (from 1) that a country has in at least a share of combinations or better.
  /// - Parameter country: its place in `countries`.
  package func rank(_ country: Int, _ share: Double) -> Int { counts.quantile(country, share, of: samples) }

  /// Scores of a country: for each share the least that it has, or less, in that share of combinations.
  /// - Parameter country: its place in `countries`.
  package func scores(_ country: Int, _ shares: [Double]) -> [Double] {
    var own = Array(scores[country * scoredSamples..<(country + 1) * scoredSamples])
    return shares.map { share in
      let place = (share * Double(scoredSamples)).rounded(.up) - 1
      return own.select(Int(min(max(place, 0), Double(scoredSamples - 1))))
    }
  }

  /// Between which ranks a quantile lies, as far as the draws can show: those four standard errors of the
  /// share, √(p(1 − p)/n), to either side.
  package func limits(ofRank country: Int, _ share: Double) -> ClosedRange<Int> {
    counts.limits(country, share, of: samples)
  }

  /// How many ranks the limits of quantiles are from them, at most, over all countries.
  package func mostOff(_ shares: [Double]) -> Int { counts.mostOff(shares, of: samples) }

  /// How far apart the ranks of countries are in the middle 90 % of combinations.
  package var spans: RankSpans? { RankSpans(counts, samples, countries: countries.count) }

  /// The mean rank of a country, from 1, and its standard error.
  package func meanRank(_ country: Int) -> (value: Double, error: Double) {
    counts.mean(country, of: samples)
  }

  /// The standard error of a rank's quantile: half the distance of the quantiles one standard error of the
  /// share, √(p(1 − p)/n), to either side.
  package func standardError(ofRank country: Int, _ share: Double) -> Double {
    let error = SampledShare.standardError(share, of: samples)
    return Double(rank(country, min(share + error, 1)) - rank(country, max(share - error, 0))) / 2
  }

  /// The standard error of a score's quantile, as of a rank's.
  package func standardError(ofScore country: Int, _ share: Double) -> Double {
    let error = SampledShare.standardError(share, of: scoredSamples)
    let ends = scores(country, [max(share - error, 0), min(share + error, 1)])
    return (ends[1] - ends[0]) / 2
  }
}

/// What is counted over some replicates.
private struct UncertaintyPiece: Sendable {
  private(set) var counts: RankCounts
  /// Country after country; empty where scores are not kept.
  private(set) var scores: [Double]

  init(_ space: JudgementSpace, _ replicates: Range<Int>, _ seed: UInt64, scores keeps: Bool) {
    let count = space.countries.count
    var counts = RankCounts(countries: count)
    var scores = [Double](repeating: 0, count: keeps ? count * replicates.count : 0)
    var ranking = JudgedRanking(space)
    for (place, replicate) in replicates.enumerated() {
      var generator = CounterGenerator(seed: seed, stream: UInt64(replicate))
      ranking.draw(&generator)
      ranking.rank()
      counts.add(ranking.ranks)
      guard keeps else { continue }
      ranking.score()
      for country in 0..<count { scores[country * replicates.count + place] = ranking.scores[country] }
    }
    self.counts = counts
    self.scores = scores
  }
}
