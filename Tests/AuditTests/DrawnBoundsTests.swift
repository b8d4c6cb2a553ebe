import Scoring
import Synchronization
import Tabular
import Testing

@testable import Audit

@Suite("What draws prove of rank bounds") struct DrawnBoundsTests {
  static let kinds: [WeightSet.Kind] = [.simplex, .box(0.25), .box(1.5), .ordinal, .cone(0.2)]

  /// Settings without a linear program.
  private static func settings(_ kind: WeightSet.Kind, limit: Int = 0, samples: Int = 3000) -> AuditSettings {
    var settings = AuditSettings()
    (settings.kind, settings.limit, settings.samples) = (kind, limit, samples)
    return settings
  }

  @Test(
    "Without a linear program, bounds reach as far as any draw, stay within what is proven, and name weights that give them",
    arguments: kinds) func containDraws(kind: WeightSet.Kind) throws
  {
    for seed in 0..<4 as Range<UInt64> {
      var trial = Trial.random(30, 5, seed: seed)
      trial.weights = [5, 4, 3, 2, 1]
      let table = try trial.table()
      let found = AuditRun(table, Self.settings(kind))([.acceptability, .rankBounds])
      let (scores, set) = (try #require(found.scores), try #require(found.set))
      let draws = try #require(found.acceptability)
      let exact = RankBoundSearch(table, scores, set).run()
      for (place, bounds) in try #require(found.bounds).enumerated() {
        for rank in scores.countries.indices where draws.share(place, rank: rank) > 0 {
          #expect(bounds.best.attained <= rank + 1 && rank + 1 <= bounds.worst.attained)
        }
        #expect(bounds.best.proven <= exact[place].best.attained)
        #expect(exact[place].best.proven <= bounds.best.attained)
        #expect(bounds.worst.attained <= exact[place].worst.proven)
        #expect(exact[place].worst.attained <= bounds.worst.proven)
        for end in [bounds.best, bounds.worst] {
          RankBoundFixtureTests.expectCertificate(end, bounds, table, set)
        }
      }
    }
  }

  @Test("They do find what a search without programs does not", arguments: [WeightSet.Kind.simplex])
  func narrower(kind: WeightSet.Kind) throws {
    let table = try Trial.sixty().table()
    let scores = try #require(LinearScores(table))
    let set = try #require(WeightSet(kind, nominal: scores.weights))
    let bare = RankBoundSearch(table, scores, set, limit: 0).run()
    let found = try #require(AuditRun(table, Self.settings(kind))([.rankBounds]).bounds)
    var narrowed = 0
    for (one, other) in zip(bare, found) {
      #expect(one.best.proven == other.best.proven && one.worst.proven == other.worst.proven)
      #expect(other.best.attained <= one.best.attained)
      #expect(one.worst.attained <= other.worst.attained)
      if other.best.attained < one.best.attained { narrowed += 1 }
    }
    #expect(narrowed > 5)
  }

  @Test("Of exact bounds draws change nothing, not even the weights", arguments: kinds) func exact(
    kind: WeightSet.Kind
  ) throws {
    let table = try Trial.random(20, 4, seed: 3).table()
    let scores = try #require(LinearScores(table))
    let set = try #require(WeightSet(kind, nominal: scores.weights))
    let alone = RankBoundSearch(table, scores, set).run()
    let found = try #require(
      AuditRun(table, Self.settings(kind, limit: 16000))([.acceptability, .rankBounds]).bounds)
    for (one, other) in zip(alone, found) where one.isExact {
      #expect(one.best.weights == other.best.weights && one.best.attained == other.best.attained)
      #expect(one.worst.weights == other.worst.weights)
    }
  }

  @Test("Bounds are the same whether draws are asked for or not, and in the view of a country")
  func sameEverywhere() throws {
    let table = try Trial.random(25, 4, seed: 8).table()
    let run = AuditRun(table, Self.settings(.simplex))
    let alone = try #require(run([.rankBounds]).bounds)
    let together = try #require(run([.acceptability, .rankBounds]).bounds)
    for (place, bounds) in alone.enumerated() {
      #expect(bounds.best.attained == together[place].best.attained)
      #expect(bounds.worst.weights == together[place].worst.weights)
      guard place % 6 == 0 else { continue }
      let view = try #require(run(country: bounds.country).bounds)
      #expect(view.best.weights == bounds.best.weights)
      #expect(view.worst.attained == bounds.worst.attained)
    }
  }

  /// 20,000 draws are three pieces, done by as many threads as there are.
  @Test("The best and the worst draw of each country are the first of their rank, on any threads")
  func firstDraw() throws {
    let scores = try Trial.random(12, 4, seed: 5).scores()
    let set = try #require(WeightSet(.simplex, nominal: scores.weights))
    let runs = [1, 2, 7].map { threads in
      Threads.$count.withValue(threads) { Acceptability(scores, set, samples: 20_000, seed: 9) }
    }
    let matrix = PaddedScores(scores)
    let sampler = WeightSampler(set)
    var weights = [Double](repeating: 0, count: matrix.nodes)
    var sums = [Double](repeating: 0, count: matrix.padded)
    var ranks = [UInt16](repeating: 0, count: matrix.padded)
    var best = [(rank: Int, weights: [Double])?](repeating: nil, count: matrix.count)
    var worst = best
    for draw in 0..<20_000 as Range<UInt64> {
      var generator = CounterGenerator(seed: 9, stream: draw)
      sampler.draw(&generator, into: &weights)
      matrix.rank(weights, &sums, &ranks)
      for country in 0..<matrix.count {
        let rank = Int(ranks[country]) + 1
        if best[country].map({ rank < $0.rank }) ?? true { best[country] = (rank, weights) }
        if worst[country].map({ rank > $0.rank }) ?? true { worst[country] = (rank, weights) }
      }
    }
    for run in runs {
      for country in 0..<matrix.count {
        #expect(run.best(country)?.rank == best[country]?.rank)
        #expect(run.best(country)?.weights == best[country]?.weights)
        #expect(run.worst(country)?.rank == worst[country]?.rank)
        #expect(run.worst(country)?.weights == worst[country]?.weights)
      }
    }
  }

  @Test("What left bounds open is named: the limit, the time, an interruption") func unsettled() throws {
    let table = try Trial.random(25, 4, seed: 8).table()
    let limited = AuditRun(table, Self.settings(.simplex, limit: 1))([.rankBounds])
    #expect(limited.unsettled == .limit(1))
    var watch = AuditWatch()
    watch.isOutOfTime = { true }
    let late = AuditRun(table, Self.settings(.simplex, limit: 1), watch: watch)([.rankBounds])
    #expect(late.unsettled == .time)
    let view = AuditRun(table, Self.settings(.simplex, limit: 1), watch: watch)
    let open = try #require(late.bounds?.first { !$0.isExact })
    #expect(view(country: open.country).unsettled == .time)
    let begun = Mutex(false)
    var stopped = AuditWatch()
    stopped.progress = { progress in if progress.analysis == .acceptability { begun.withLock { $0 = true } } }
    stopped.isInterrupted = { begun.withLock { $0 } }
    let cut = AuditRun(table, Self.settings(.simplex), watch: stopped)([.acceptability, .rankBounds])
    #expect(cut.unsettled == .interruption && cut.unfinished.contains(.rankBounds))
    let done = AuditRun(table, Self.settings(.simplex, limit: 16000))([.rankBounds])
    #expect(done.unsettled == nil && done.bounds?.allSatisfy { $0.isExact } == true)
  }

  @Test("Of central weights no error is told where only one draw gave them") func oneDraw() throws {
    let scores = try Trial(rows: [[100, 0], [0, 100]]).scores()
    let set = try #require(WeightSet(.simplex, nominal: scores.weights))
    let one = Acceptability(scores, set, samples: 1, seed: 1)
    let first = try #require([0, 1].first { one.share($0, rank: 0) == 1 })
    #expect(one.centralWeights(first) != nil && one.centralWeightErrors(first) == nil)
    #expect(one.centralWeights(1 - first) == nil)
  }
}
