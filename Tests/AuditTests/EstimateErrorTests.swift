import IndexModel
import Scoring
import Tabular
import Testing

@testable import Audit

@Suite("Errors of estimated parts in rank intervals") struct EstimateErrorTests {
  private static func intervals(_ table: ScoreTable) throws -> RankIntervals {
    try #require(RankIntervals(table))
  }

  @Test("are one more judgement of twenty alternatives, only where something is estimated") func kinds()
    throws
  {
    let judgements = try Self.intervals(EstimatedWorld.table()).space.judgements
    #expect(judgements.kinds.last == .estimates && judgements.counts.last == 20)
    let plain = try Self.intervals(JudgedWorld.table()).space.judgements
    #expect(plain.kinds.last == .leftOut && plain.counts.count == 7)
  }

  @Test("change the sums of those that have estimates alone, as scoring with the drawn estimates does")
  func sums() throws {
    let table = try EstimatedWorld.table()
    let space = try Self.intervals(table).space
    var ranking = JudgedRanking(space)
    ranking.weights = [0.2, 0.3, 0.5]
    // Goalposts, arithmetic, by components, as the lens has it; the last level is the estimates themselves.
    let own = space.judgements.own.map { $0 ?? 0 }
    var moved: Set<String> = []
    for draw in 0...20 {
      ranking.levels = Array(own.dropLast()) + [draw]
      ranking.rank()
      var generator = CounterGenerator(seed: 1, stream: (3 << 60) as UInt64 + UInt64(draw))
      let drawn = draw == 20 ? table : try #require(table.withDrawnEstimates { generator.below($0) })
      for (place, country) in space.countries.enumerated() {
        let scores = table.dimensions.map { drawn.score($0, country) ?? .nan }
        let sum = zip(ranking.weights, scores).reduce(0) { $0 + $1.0 * $1.1 }
        #expect(abs(ranking.sums[place] - sum) < 1e-9)
        let nominal = table.dimensions.map { table.score($0, country) ?? .nan }
        let code = table.country(country).code.description
        if scores != nominal { moved.insert(code) }
        #expect(EstimatedWorld.estimated.contains(code) || scores == nominal)
      }
    }
    #expect(moved.sorted() == EstimatedWorld.estimated)
  }

  @Test("widen the intervals of the scores of those that have estimates, and of no other's") func wider()
    throws
  {
    let table = try EstimatedWorld.table()
    let space = try Self.intervals(table).space
    func spread(_ settles: Bool) -> [String: Double] {
      var ranking = JudgedRanking(space)
      var scores: [String: [Double]] = [:]
      for replicate in 0..<400 {
        var generator = CounterGenerator(seed: 1, stream: UInt64(replicate))
        ranking.draw(&generator)
        ranking.weights = [0.2, 0.3, 0.5]
        // All but the error of estimates as the lens has it.
        for place in space.judgements.own.indices.dropLast() {
          ranking.levels[place] = space.judgements.own[place] ?? 0
        }
        if settles { ranking.levels[7] = 20 }
        ranking.rank()
        for (place, country) in space.countries.enumerated() {
          scores[table.country(country).code.description, default: []].append(ranking.sums[place])
        }
      }
      return scores.mapValues { ($0.max() ?? 0) - ($0.min() ?? 0) }
    }
    let (open, settled) = (spread(false), spread(true))
    for (code, width) in open {
      #expect(settled[code] == 0)
      #expect(EstimatedWorld.estimated.contains(code) ? width > 1.5 : width < 1e-9, "\(code) \(width)")
    }
    // Also of their ranks, whatever else is judged.
    func width(_ settled: @escaping @Sendable (inout JudgedRanking) -> Void) -> Int {
      let drawn = JudgedDraws(space, draws: 2000, seed: 1, settled: settled)
      return space.countries.indices.filter {
        EstimatedWorld.estimated.contains(table.country(space.countries[$0]).code.description)
      }.reduce(0) {
        $0 + drawn.counts.quantile($1, 0.95, of: 2000) - drawn.counts.quantile($1, 0.05, of: 2000)
      }
    }
    #expect(width { _ in } > width { $0.levels[7] = 20 })
  }

  @Test("are the same to the last digit on any number of threads", arguments: [1, 2, 7]) func threads(
    count: Int
  ) throws {
    let table = try EstimatedWorld.table()
    let own = try Threads.$count.withValue(count) { try Self.intervals(table) }
    let other = try Self.intervals(table)
    #expect(own.intervals == other.intervals && own.drawnRanks == other.drawnRanks)
  }
}
