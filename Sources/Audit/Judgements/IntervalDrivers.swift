import IndexModel
import Scoring
import Tabular

/// What makes rank intervals wide: how wide they would be with one judgement settled as the lens has it, and without
/// one dimension, over the same draws.
package struct IntervalDrivers: Sendable {
  /// How wide the intervals of countries are, in ranks from one end to the other.
  package struct Width: Sendable, Equatable {
    /// Half of the countries have no wider one.
    package let median: Int
    package let mean: Double
    /// The widest.
    package let greatest: Int

    /// - Returns: nil where there are no countries.
    init?(_ counts: RankCounts, _ draws: Int, countries: Int) {
      guard countries > 0 else { return nil }
      let widths = (0..<countries).map { country in
        counts.quantile(country, RankIntervals.shares.high, of: draws)
          - counts.quantile(country, RankIntervals.shares.low, of: draws)
      }.sorted()
      median = widths[(countries - 1) / 2]
      mean = Double(widths.reduce(0, +)) / Double(countries)
      greatest = widths[countries - 1]
    }
  }

  /// As intervals are.
  package let all: Width
  /// With each judgement settled as the lens has it; a judgement without an alternative of the lens's own is left out.
  package let settled: [(judgement: Judgements.Kind, width: Width)]
  /// Without each dimension; empty where there is only one.
  package let without: [(dimension: NodeIndex, width: Width)]
  /// How many combinations each width rests on.
  package let draws: Int

  /// - Parameter weights: the stated weights of the dimensions.
  /// - Returns: nil where fewer than two countries are ranked.
  init?(_ intervals: RankIntervals, weights: [Double]) {
    let (space, draws, seed) = (intervals.space, intervals.samples, intervals.seed)
    let countries = space.countries.count
    guard countries > 1, let all = Width(intervals.counts, draws, countries: countries) else { return nil }
    func width(_ settled: @Sendable (inout JudgedRanking) -> Void) -> Width {
      let drawn = JudgedDraws(space, draws: draws, seed: seed, settled: settled)
      return Width(drawn.counts, draws, countries: countries) ?? all
    }
    let several = space.nodes.count > 1
    var settled: [(Judgements.Kind, Width)] = []
    if several { settled.append((.weights, width { $0.weights = weights })) }
    for (place, kind) in space.judgements.kinds.dropFirst().enumerated() {
      // Of a single dimension there is nothing to be joined.
      guard let own = space.judgements.own[place], several || kind != .aggregation else { continue }
      settled.append((kind, width { $0.levels[place] = own }))
    }
    var without: [(NodeIndex, Width)] = []
    for (place, node) in space.nodes.enumerated() where several {
      without.append((node, width { $0.leaveOut(place) }))
    }
    (self.all, self.draws) = (all, draws)
    self.settled = settled.map { (judgement: $0.0, width: $0.1) }
    self.without = without.map { (dimension: $0.0, width: $0.1) }
  }
}
