import IndexModel
import Scoring
import Testing

@testable import Audit

@Suite("Rank intervals over all judgements") struct RankIntervalTests {
  @Test("A tier begins where an interval no longer overlaps that of the tier's first country") func tiers() {
    // 1–3 reaches 3, so that 4–7 is the first below it; 4–7 reaches 7, so that 8–10 is; ends that meet overlap.
    let worked: [(low: Int, high: Int)] = [(1, 3), (1, 4), (3, 6), (4, 7), (7, 9), (8, 10), (10, 10)]
    #expect(RankIntervals.tiers(worked) == [1, 1, 1, 2, 2, 3, 3])
    // Who overlaps the one before, but not the tier's first, begins another.
    #expect(RankIntervals.tiers([(1, 2), (2, 4), (3, 5), (5, 6)]) == [1, 1, 2, 2])
    // A country that lies wholly above the tier's first does not overlap it either.
    #expect(RankIntervals.tiers([(5, 6), (1, 4), (3, 9)]) == [1, 2, 2])
    #expect(RankIntervals.tiers([]).isEmpty)
  }

  /// The ranks of countries over the draws of the intervals, one after the other.
  private static func ranks(_ space: JudgementSpace, settled: (inout JudgedRanking) -> Void = { _ in })
    -> [[Int]]
  {
    var ranking = JudgedRanking(space)
    var ranks = [[Int]](repeating: [], count: space.countries.count)
    for replicate in 0..<2000 {
      var generator = CounterGenerator(seed: 1, stream: UInt64(replicate))
      ranking.draw(&generator)
      settled(&ranking)
      ranking.rank()
      for country in ranks.indices { ranks[country].append(Int(ranking.ranks[country]) + 1) }
    }
    return ranks.map { $0.sorted() }
  }

  @Test("The ends are the ranks that 100 and 1900 of 2000 draws reach") func ends() throws {
    let table = try JudgedWorld.table()
    let found = try #require(RankIntervals(table))
    #expect(found.samples == 2000)
    let ranks = Self.ranks(found.space)
    #expect(found.intervals.map(\.low) == ranks.map { $0[99] })
    #expect(found.intervals.map(\.high) == ranks.map { $0[1899] })
    #expect(found.intervals[0] == RankIntervals.Interval(low: 1, high: 1, tier: 1))
    #expect(found.intervals.map(\.tier) == RankIntervals.tiers(zip(ranks, ranks).map { ($0[99], $1[1899]) }))
    let byRow = RankIntervals.byRow(found, table)
    #expect(byRow[found.countries[3]] == found.intervals[3] && byRow.count == 8)
  }

  @Test("An audit finds the intervals that stand beside ranks, whatever weights and draws it is asked for")
  func audited() throws {
    let table = try JudgedWorld.table()
    var settings = AuditSettings()
    (settings.kind, settings.samples, settings.seed) = (.simplex, 300, 9)
    let findings = AuditRun(table, settings)([.rankIntervals, .uncertainty])
    #expect(findings.intervals?.intervals == RankIntervals(table)?.intervals)
    settings.level = .indicator
    #expect(
      AuditRun(table, settings)([.rankIntervals]).intervals?.intervals == RankIntervals(table)?.intervals)
  }

  @Test("Widths with a judgement settled, and without a dimension, are those of the same draws")
  func drivers() throws {
    let table = try JudgedWorld.table()
    let found = try #require(RankIntervals(table))
    let weights = table.auditedWeights(.dimension)
    let drivers = try #require(IntervalDrivers(found, weights: weights))
    func widths(_ settled: (inout JudgedRanking) -> Void) -> [Int] {
      Self.ranks(found.space, settled: settled).map { $0[1899] - $0[99] }.sorted()
    }
    func check(_ own: IntervalDrivers.Width, _ widths: [Int]) {
      #expect(own.median == widths[3] && own.greatest == widths[7])
      #expect(abs(own.mean - Double(widths.reduce(0, +)) / 8) < 1e-12)
    }
    check(drivers.all, widths { _ in })
    #expect(
      drivers.settled.map(\.judgement) == [
        .weights, .normalisation, .aggregation, .imputation, .outliers, .carryForward, .goalposts, .leftOut,
      ])
    // Own alternatives: goalposts, geometric, none, none, 10 years, as stated, no indicator.
    for (place, level) in [0, 1, 0, 0, 1, 0, 0].enumerated() {
      check(drivers.settled[1 + place].width, widths { $0.levels[place] = level })
    }
    check(drivers.settled[0].width, widths { $0.weights = weights })
    #expect(drivers.without.map(\.dimension) == table.dimensions)
    for node in 0..<3 {
      check(
        drivers.without[node].width,
        widths { ranking in
          let rest = 1 - ranking.weights[node]
          ranking.weights = ranking.weights.enumerated().map { $0 == node ? 0 : $1 / rest }
        })
    }
  }

  @Test("Nobody has an interval where nobody is ranked, and a lens of one dimension has intervals")
  func edges() throws {
    #expect(RankIntervals(try JudgedWorld.table { $0.dimensionsRequired = 4 }) == nil)
    let one = try JudgedWorld.table {
      $0.dimensionsRequired = 1
      for name in ["economic", "health"] { if let path = DimensionPath(name) { $0.weights[path] = 0 } }
    }
    let found = try #require(RankIntervals(one))
    let drivers = try #require(IntervalDrivers(found, weights: [1]))
    #expect(
      drivers.without.isEmpty
        && !drivers.settled.contains { [.weights, .aggregation].contains($0.judgement) })
  }
}
