import IndexModel
import Scoring
import Testing

@testable import Audit

@Suite("Rank bounds") struct RankBoundTests {
  static func bounds(_ trial: Trial, _ kind: WeightSet.Kind = .simplex, limit: Int = 16000) throws
    -> [RankBounds]
  {
    let table = try trial.table()
    let scores = try #require(LinearScores(table))
    let set = try #require(WeightSet(kind, nominal: scores.weights))
    let all = RankBoundSearch(table, scores, set, limit: limit).run()
    for bounds in all {
      RankBoundFixtureTests.expectCertificate(bounds.best, bounds, table, set)
      RankBoundFixtureTests.expectCertificate(bounds.worst, bounds, table, set)
      #expect(bounds.best.proven <= bounds.best.attained)
      #expect(bounds.best.attained <= bounds.rank && bounds.rank <= bounds.worst.attained)
      #expect(bounds.worst.attained <= bounds.worst.proven)
    }
    return all.sorted { $0.country < $1.country }
  }

  /// Best and worst rank of every country, all exact.
  static func expect(
    _ trial: Trial, _ kind: WeightSet.Kind, _ expected: [ClosedRange<Int>],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let all = try bounds(trial, kind)
    #expect(all.allSatisfy { $0.isExact }, "\(all)", sourceLocation: sourceLocation)
    #expect(all.map { $0.best.attained...$0.worst.attained } == expected, sourceLocation: sourceLocation)
  }

  /// 100w, 100(1 − w) and 40: the third is between from 0.4 to 0.6 of w only as the last.
  @Test("in two nodes are read off three lines") func lines() throws {
    let trial = Trial(rows: [[100, 0], [0, 100], [40, 40]])
    try Self.expect(trial, .simplex, [1...3, 1...3, 2...3])
    // Half ± 10 %: from 0.45 to 0.55, where the third is always last.
    try Self.expect(trial, .box(0.1), [1...2, 1...2, 3...3])
    try Self.expect(trial, .cone(0.1), [1...2, 1...2, 3...3])
    // Equal nominal weights may stand in either order.
    try Self.expect(trial, .ordinal, [1...3, 1...3, 2...3])
  }

  @Test("of a dominated country end below those that dominate it, and of a dominant one at the top")
  func dominance() throws {
    try Self.expect(
      Trial(rows: [[90, 80, 70], [50, 60, 40], [10, 20, 30], [40, 70, 35]]), .simplex,
      [1...1, 2...3, 4...4, 2...3])
  }

  /// The second is level with the first only where all weight is on the first node.
  @Test("give a country that is level with another at a corner the other's rank there") func cornerTies()
    throws
  {
    try Self.expect(
      Trial(rows: [[50, 60, 70], [50, 10, 20], [40, 0, 0]]), .simplex, [1...1, 1...2, 3...3])
  }

  @Test("of equal countries are equal, and neither is above the other") func equal() throws {
    try Self.expect(
      Trial(rows: [[70, 20], [70, 20], [20, 70], [20, 70], [10, 10]]), .simplex,
      [1...3, 1...3, 1...3, 1...3, 5...5])
  }

  @Test("hold for one country, for one node and for nodes that do not vary") func degenerate() throws {
    try Self.expect(Trial(rows: [[3, 4, 5]]), .simplex, [1...1])
    try Self.expect(Trial(rows: [[3], [9], [3]]), .simplex, [2...2, 1...1, 2...2])
    try Self.expect(Trial(rows: [[3], [9], [3]]), .box(0.25), [2...2, 1...1, 2...2])
    try Self.expect(Trial(rows: [[30, 5], [90, 5], [40, 5]]), .simplex, [1...3, 1...1, 1...2])
    try Self.expect(Trial(rows: [[5, 5], [5, 5]]), .ordinal, [1...1, 1...1])
  }

  /// Half ± 10 %. The second is 10 ahead in one node and 11 behind in the other: from −1.55 to 0.55.
  /// Under ± 5 per cent it never gets there: 0.525·10 − 0.475·11 = 0.025, under 4 it does not: −0.08.
  @Test("change where the width of a box lets a lead vanish") func widths() throws {
    let trial = Trial(rows: [[50, 61], [60, 50]])
    try Self.expect(trial, .box(0.1), [1...2, 1...2])
    try Self.expect(trial, .box(0.05), [1...2, 1...2])
    try Self.expect(trial, .box(0.04), [1...1, 2...2])
  }

  /// Narrow as a box may be, the bounds are the nominal ranks, and rounding hurts nobody.
  @Test("of very narrow boxes are the nominal ranks", arguments: [1e-3, 1e-6, 1e-9, 1e-12]) func narrow(
    share: Double
  ) throws {
    // Odd numbers, so that no two countries have the same mean but for chance.
    var trial = Trial.random(20, 7, seed: 4)
    trial.weights = [1, 2, 3, 5, 7, 11, 13]
    let all = try Self.bounds(trial, .box(share))
    for bounds in all where share < 1e-5 {
      #expect(bounds.best.attained == bounds.rank && bounds.worst.attained == bounds.rank)
    }
  }

  /// A has no score in the second node and counts there with its index score, 60: 60 throughout. B has
  /// 100w + 10(1 − w), above 60 from w = 5/9 on.
  @Test("take a missing node for the index score") func missing() throws {
    let trial = Trial(rows: [[60, nil], [100, 10], [50, 50]])
    try Self.expect(trial, .simplex, [1...2, 1...3, 2...3])
    try Self.expect(trial, .box(0.1), [1...1, 2...2, 3...3])
  }

  @Test(
    "agree with sampled ranks under every mean that is linear in the weights",
    arguments: [
      (.arithmetic, 1), (.geometric, 1), (.harmonic, 1), (.power, 0.5), (.power, -1), (.power, -4),
      (.power, 3),
    ] as [(Aggregation, Double)]) func means(aggregation: Aggregation, power: Double) throws
  {
    var trial = Trial.random(25, 4, seed: 12)
    // Thousandths, so that no end is a tie.
    var generator = CounterGenerator(seed: 13, stream: 0)
    trial.rows = trial.rows.map { row in row.map { $0.map { $0 + Double(generator.below(1000)) / 1000 } } }
    trial.rows[3][2] = nil
    trial.rows[7][0] = nil
    trial.aggregation = aggregation
    trial.power = power
    let table = try trial.table()
    let scores = try #require(LinearScores(table))
    let all = try Self.bounds(trial, .box(0.5))
    #expect(all.allSatisfy { $0.isExact }, "\(all.filter { !$0.isExact })")
    let set = try #require(WeightSet(.box(0.5), nominal: scores.weights))
    let sampled = Acceptability(scores, set, samples: 60_000, seed: 6)
    for (place, country) in scores.countries.enumerated() {
      let seen = scores.countries.indices.filter { sampled.share(place, rank: $0) > 0 }
      let (low, high) = (try #require(seen.first) + 1, try #require(seen.last) + 1)
      #expect(all[country].best.attained <= low && high <= all[country].worst.attained)
      // In three free dimensions that many draws miss little.
      #expect(low - all[country].best.attained <= 2, "\(all[country]), \(low)")
      #expect(all[country].worst.attained - high <= 2, "\(all[country]), \(high)")
    }
  }

  @Test("keep outside what is attained when the limit is reached", arguments: [0, 1, 5, 25]) func limits(
    limit: Int
  ) throws {
    let trial = Trial.random(40, 7, seed: 1)
    let (few, many) = (try Self.bounds(trial, limit: limit), try Self.bounds(trial))
    for (hasty, thorough) in zip(few, many) {
      #expect(hasty.best.proven <= thorough.best.attained)
      #expect(hasty.worst.proven >= thorough.worst.attained)
      #expect(hasty.best.attained >= thorough.best.proven)
      #expect(hasty.worst.attained <= thorough.worst.proven)
    }
    #expect(limit > 1 || few.contains { !$0.isExact })
  }

  @Test("are not asked of rankings that are not linear in the weights") func nonlinear() throws {
    for aggregation in [Aggregation.minimum, .product, .mazziottaPareto, .copeland] {
      var trial = Trial(rows: [[10, 20], [30, 5]])
      trial.aggregation = aggregation
      #expect(LinearScores(try trial.table()) == nil)
    }
  }
}
