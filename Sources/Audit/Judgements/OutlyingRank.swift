import IndexModel
import Scoring

/// A country whose rank lies outside its own interval, and the judgement that moves it.
package struct OutlyingRank: Sendable, Equatable {
  package let country: RowIndex
  package let rank: Int
  package let interval: RankIntervals.Interval
  /// The judgement under whose alternatives its median ranks lie furthest from that under the lens's own; nil where
  /// none moves it.
  package let judgement: Judgements.Kind?
  /// Its median rank where that is judged as the lens has it, and over how many draws.
  package let own: Sample
  /// The same under the alternative that is furthest from it.
  package let other: Sample
  /// The alternatives, as they are written in a lens.
  package let names: (own: String, other: String)

  package struct Sample: Sendable, Equatable {
    package let median: Int
    package let draws: Int
  }

  /// Medians over fewer draws are not compared: each indicator that may be left out is in some 40 of 2000.
  private static let fewestDraws = 100

  package static func == (one: OutlyingRank, other: OutlyingRank) -> Bool {
    one.country == other.country && one.judgement == other.judgement && one.names == other.names
  }

  /// All of them, in order of rank.
  package static func all(_ intervals: RankIntervals) -> [OutlyingRank] {
    intervals.countries.indices.compactMap { place in
      let (rank, interval) = (intervals.ranks[place], intervals.intervals[place])
      return (interval.low...max(interval.low, interval.high)).contains(rank)
        ? nil : OutlyingRank(intervals, place)
    }
  }

  private init(_ intervals: RankIntervals, _ place: Int) {
    let judgements = intervals.space.judgements
    (country, rank) = (intervals.countries[place], intervals.ranks[place])
    interval = intervals.intervals[place]
    var most = (
      kind: nil as Judgements.Kind?, own: Sample(median: 0, draws: 0), other: Sample(median: 0, draws: 0)
    )
    var names = ("", "")
    for (judgement, kind) in judgements.kinds.dropFirst().enumerated() {
      guard let own = judgements.own[judgement], own < judgements.counts[judgement] else { continue }
      let samples = Self.medians(intervals, place, judgement)
      guard samples[own].draws >= Self.fewestDraws else { continue }
      for (level, sample) in samples.enumerated() where sample.draws >= Self.fewestDraws {
        let distance = abs(sample.median - samples[own].median)
        guard distance > abs(most.other.median - most.own.median) else { continue }
        most = (kind, samples[own], sample)
        names = (judgements.name(judgement, own), judgements.name(judgement, level))
      }
    }
    (judgement, self.own, other, self.names) = (most.kind, most.own, most.other, names)
  }

  /// The country's median rank under each alternative of a judgement: the least that it has, or better, in half of
  /// the draws.
  private static func medians(_ intervals: RankIntervals, _ place: Int, _ judgement: Int) -> [Sample] {
    var ranks = [[Int]](repeating: [], count: intervals.space.judgements.counts[judgement])
    for (levels, drawn) in zip(intervals.levels, intervals.drawnRanks) {
      ranks[levels[judgement]].append(Int(drawn[place]) + 1)
    }
    return ranks.map { own in
      let sorted = own.sorted()
      return Sample(median: sorted.isEmpty ? 0 : sorted[(sorted.count - 1) / 2], draws: sorted.count)
    }
  }
}
