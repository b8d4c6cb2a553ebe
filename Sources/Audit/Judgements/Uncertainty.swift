import IndexModel
import Scoring
import Tabular

/// How sure ranks and scores are when all judgements vary together: Monte Carlo over weights and every
/// alternative of `Judgements`, each as likely as the others.
///
/// Saisana, Saltelli and Tarantola, Uncertainty and sensitivity analysis techniques as tools for the quality
/// assessment of composite indicators, Journal of the Royal Statistical Society A 168, 2005.
package struct Uncertainty: RankedDraws, Sendable {
  /// How many combinations were drawn.
  package let samples: Int
  /// The countries that the table ranks, in order of rank.
  package let countries: [RowIndex]
  /// Their ranks in the table.
  package let ranks: [Int]
  package let counts: RankCounts
  /// How many of the combinations scores were kept of: the first ones.
  package let scoredSamples: Int
  /// Scores, country after country.
  private let scores: [Double]

  /// Replicates that one thread does at a time.
  private static let pieceSize = 4096
  /// Scores are kept of so many replicates at most.
  private static let mostScores = 8 * pieceSize

  /// Draws and ranks, on all cores; the same figures on any number of them.
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
    (self.samples, scoredSamples, self.counts, self.scores) = (drawn, scored, counts, scores)
    (countries, ranks) = (space.countries, space.ranks)
  }

  /// Scores of a country: for each share the least that it has, or less, in that share of combinations.
  /// - Parameter country: its place in `countries`.
  package func scores(_ country: Int, _ shares: [Double]) -> [Double] {
    var own = Array(scores[country * scoredSamples..<(country + 1) * scoredSamples])
    return shares.map { share in
      let place = (share * Double(scoredSamples)).rounded(.up) - 1
      return own.select(Int(min(max(place, 0), Double(scoredSamples - 1))))
    }
  }

  /// The standard error of a score's quantile: half the distance of the quantiles one standard error of the
  /// share, √(p(1 − p)/n), to either side.
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
