import IndexModel
import Scoring

/// The rank interval of each country: the ranks between which it lies in the middle nine of ten combinations of all
/// judgements, `Judgements` and weights within 25 % of the stated ones. It is what stands beside a rank.
package struct RankIntervals: RankedDraws, Sendable {
  /// How many combinations intervals rest on wherever they are printed beside ranks.
  package static let draws = 2000
  /// Of more countries intervals are computed only when asked for: tables of all combinations take long then.
  package static let mostCountries = 1000
  /// Of more none are computed at all.
  package static let mostAtAll = RankKernel.most
  /// That of the draws.
  package static let seed: UInt64 = 1
  /// The shares of draws at the two ends.
  package static let shares = (low: 0.05, high: 0.95)

  /// One country's.
  package struct Interval: Sendable, Equatable {
    /// The least rank that it has, or better, in 5 % of draws.
    package let low: Int
    /// The same in 95 %.
    package let high: Int
    /// The tier that it belongs to, 1 for the first.
    package let tier: Int

    package init(low: Int, high: Int, tier: Int) { (self.low, self.high, self.tier) = (low, high, tier) }
  }

  package let samples: Int
  package let countries: [RowIndex]
  /// Their ranks in the table.
  package let ranks: [Int]
  package let counts: RankCounts
  /// Each country's, in the order of `countries`.
  package let intervals: [Interval]
  package let space: JudgementSpace
  let seed: UInt64
  /// Which alternatives each draw took, in the order of `Judgements.counts`.
  let levels: [[Int]]
  /// The ranks, from 0, of each draw.
  let drawnRanks: [[UInt16]]

  /// Over `weights`; nil where nobody is ranked, where the index is a ratio or the lens's weights make no such set, and where more are ranked
  /// than `mostCountries`; of any number, than `mostAtAll`.
  package init?(_ table: ScoreTable, ofAnyNumber: Bool = false) {
    guard table.ranksAnyone, !table.isRatioOfDimensions,
      table.rankedCount <= (ofAnyNumber ? Self.mostAtAll : Self.mostCountries), let set = Self.weights(table),
      let space = JudgementSpace(table, set)
    else { return nil }
    self.init(space)
  }

  /// Each weight of a dimension within 25 % of its own.
  static let kind = WeightSet.Kind.box(0.25)

  static func weights(_ table: ScoreTable) -> WeightSet? {
    WeightSet(kind, nominal: table.auditedWeights(.dimension))
  }

  /// Draws and ranks, on all cores; the same figures on any number of them.
  package init(_ space: JudgementSpace, draws: Int = Self.draws, seed: UInt64 = Self.seed) {
    let drawn = JudgedDraws(space, draws: draws, seed: seed)
    (samples, countries, ranks) = (draws, space.countries, space.ranks)
    (counts, levels, drawnRanks) = (drawn.counts, drawn.levels, drawn.ranks)
    (self.space, self.seed) = (space, seed)
    let ends = space.countries.indices.map { country in
      (
        low: drawn.counts.quantile(country, Self.shares.low, of: draws),
        high: drawn.counts.quantile(country, Self.shares.high, of: draws)
      )
    }
    intervals = zip(ends, Self.tiers(ends)).map { Interval(low: $0.low, high: $0.high, tier: $1) }
  }

  /// Each country's interval by its row; nil for one that is not ranked, and for all where none were computed.
  package static func byRow(_ found: RankIntervals?, _ table: ScoreTable) -> [Interval?] {
    var out = [Interval?](repeating: nil, count: table.countries.count)
    guard let found else { return out }
    for (row, interval) in zip(found.countries, found.intervals) { out[row] = interval }
    return out
  }

  /// Bands of ranks that cannot be distinguished from that of the first country: going down the ranking, a tier begins at the first country whose
  /// interval does not overlap that of the first country of the tier before.
  /// - Parameter intervals: in order of rank.
  package static func tiers(_ intervals: [(low: Int, high: Int)]) -> [Int] {
    var (tier, first) = (0, 0)
    return intervals.indices.map { place in
      let (own, head) = (intervals[place], intervals[first])
      if place == 0 || own.low > head.high || own.high < head.low { (tier, first) = (tier + 1, place) }
      return tier
    }
  }
}

/// Combinations of judgements and weights, with the ranks under each.
struct JudgedDraws: Sendable {
  let counts: RankCounts
  let levels: [[Int]]
  let ranks: [[UInt16]]

  /// Replicates that one thread does at a time.
  private static let pieceSize = 256

  /// - Parameter settled: changes what was drawn before countries are ranked.
  init(
    _ space: JudgementSpace, draws: Int, seed: UInt64,
    settled: @Sendable (inout JudgedRanking) -> Void = { _ in }
  ) {
    var counts = RankCounts(countries: space.countries.count)
    var levels: [[Int]] = []
    var ranks: [[UInt16]] = []
    inWaves(draws, pieceSize: Self.pieceSize, mayGoOn: { _ in true }) { replicates in
      var ranking = JudgedRanking(space)
      return replicates.map { replicate in
        var generator = CounterGenerator(seed: seed, stream: UInt64(replicate))
        ranking.draw(&generator)
        settled(&ranking)
        ranking.rank()
        return (ranking.levels, ranking.ranks)
      }
    } take: { (piece: [([Int], [UInt16])]) in
      for (own, drawn) in piece {
        counts.add(drawn)
        levels.append(own)
        ranks.append(drawn)
      }
    }
    (self.counts, self.levels, self.ranks) = (counts, levels, ranks)
  }
}
