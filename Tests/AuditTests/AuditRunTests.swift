import Reporting
import Scoring
import Synchronization
import Tabular
import Testing

@testable import Audit

/// Writes down what it is told, and says when it has had enough.
private final class Onlooker: Sendable {
  private let state = Mutex<(told: [AuditProgress], hasEnough: Bool)>(([], false))
  private let isEnough: @Sendable (AuditProgress) -> Bool

  init(until isEnough: @escaping @Sendable (AuditProgress) -> Bool) { self.isEnough = isEnough }

  var told: [AuditProgress] { state.withLock { $0.told } }

  var watch: AuditWatch {
    var watch = AuditWatch()
    watch.progress = { [self] progress in
      state.withLock {
        $0.told.append(progress)
        if isEnough(progress) { $0.hasEnough = true }
      }
    }
    watch.isInterrupted = { [self] in state.withLock { $0.hasEnough } }
    return watch
  }
}

@Suite("An audit that is watched") struct AuditRunTests {
  private static func settings(_ samples: Int) -> AuditSettings {
    var settings = AuditSettings()
    settings.samples = samples
    return settings
  }

  @Test("interrupted at once, it finds nothing and says what it did not begin") func atOnce() throws {
    var watch = AuditWatch()
    watch.isInterrupted = { true }
    let found = AuditRun(try JudgedWorld.table(), watch: watch)()
    #expect(found.unfinished == AuditAnalysis.works)
    #expect(found.acceptability == nil && found.bounds == nil && found.uncertainty == nil)
    let page = AuditPage(found).plain(width: nil, bold: false)
    #expect(page.contains("Interrupted: what follows is what was known by then; not finished: how"))
    #expect(!page.contains("Draws made"))
  }

  @Test("interrupted before the figures of earlier years are scored, it says that confidence is open")
  func beforeConfidence() throws {
    let figures = [60.0, 57, 55, 50].map { [Readings.zigzag($0, 9), Readings.zigzag($0, 5)] }
    let table = try Readings(figures: figures).table()
    #expect(AuditRun(table, Self.settings(500))([.acceptability, .confidence]).confidence != nil)
    let onlooker = Onlooker { $0.analysis == .confidence }
    let found = AuditRun(table, Self.settings(500), watch: onlooker.watch)([.acceptability, .confidence])
    #expect(found.acceptability?.samples == 500 && found.confidence == nil)
    #expect(found.unfinished == [.confidence])
    let text = AuditAnalysis.centralWeights.table(found).plain(width: nil, bold: false)
    #expect(text.contains("confidence was not reached.") && !text.contains("too few figures"))
  }

  @Test("interrupted after the first part, it has that in full and of rank bounds a first look")
  func afterTheFirst() throws {
    let onlooker = Onlooker { $0.analysis == .acceptability && $0.done == $0.count }
    let found = AuditRun(try JudgedWorld.table(), Self.settings(5000), watch: onlooker.watch)()
    #expect(found.unfinished == Array(AuditAnalysis.works.dropFirst()))
    #expect(found.acceptability?.samples == 5000)
    let bounds = try #require(found.bounds)
    #expect(bounds.count == found.acceptability?.countries.count)
    #expect(bounds.allSatisfy { $0.best.proven <= $0.best.attained && $0.best.attained <= $0.rank })
    let page = AuditPage(found).plain(width: nil, bold: false)
    #expect(page.contains("5000 draws asked for") && page.contains("how likely each rank is 5000."))
  }

  @Test(
    "interrupted in the middle of a part, it keeps and tells what is drawn",
    arguments: [AuditAnalysis.acceptability, .pairs, .uncertainty, .sensitivity]) func inTheMiddle(
      part: AuditAnalysis
    ) throws
  {
    let table = try JudgedWorld.table()
    let settings = Self.settings(400_000)
    let onlooker = Onlooker { $0.done > 0 && !$0.isPreparing }
    let found = AuditRun(table, settings, watch: onlooker.watch)([part])
    #expect(found.unfinished == [part])
    let asked = part == .sensitivity ? settings.baseSamples : settings.samples
    let drawn = try #require(found.draws(part))
    #expect(drawn > 0 && drawn < asked)
    #expect(onlooker.told.last?.done == drawn)
    let text = part.table(found).json.compact
    #expect(text.contains("\"drawn\":{\"\(part.id)\":\(drawn)}"), "\(text.prefix(400))")
    guard part != .sensitivity else { return }
    // What is drawn does not depend on how much was to be drawn.
    let whole = AuditRun(table, Self.settings(drawn))([part])
    #expect(part.table(found).csv == part.table(whole).csv)
  }

  @Test("interrupted while all combinations are scored, it has neither part that starts from them")
  func whileScoring() throws {
    let onlooker = Onlooker { $0.isPreparing }
    let found = AuditRun(try JudgedWorld.table(), Self.settings(1000), watch: onlooker.watch)([
      .uncertainty, .sensitivity,
    ])
    #expect(found.unfinished == [.uncertainty, .sensitivity])
    #expect(found.uncertainty == nil && found.sensitivity == nil)
  }

  @Test("out of time, it leaves rank bounds as they are, and is not partial for that") func outOfTime() throws
  {
    var watch = AuditWatch()
    watch.isOutOfTime = { true }
    let table = try JudgedWorld.table()
    let found = AuditRun(table, watch: watch)([.rankBounds])
    #expect(found.unfinished.isEmpty)
    let exact = try #require(AuditRun(table)([.rankBounds]).bounds)
    for (own, exact) in zip(try #require(found.bounds), exact) {
      #expect(exact.isExact)
      #expect(own.best.proven <= exact.best.attained && exact.best.attained <= own.best.attained)
      #expect(own.worst.attained <= exact.worst.attained)
      #expect(exact.worst.attained <= own.worst.proven)
    }
  }

  @Test("numbers of progress never fall, and end at their count") func progress() throws {
    let onlooker = Onlooker { _ in false }
    let found = AuditRun(try JudgedWorld.table(), Self.settings(20_001), watch: onlooker.watch)()
    #expect(found.unfinished.isEmpty)
    for part in AuditAnalysis.works {
      let told = onlooker.told.filter { $0.analysis == part }
      let own = told.filter { !$0.isPreparing }
      for (one, next) in zip(own, own.dropFirst()) {
        #expect(one.done <= next.done && one.count == next.count, "\(part.id)")
      }
      let last = try #require(own.last)
      #expect(last.done == last.count, "\(part.id)")
    }
  }

  @Test("the view of a country names what an interruption cut") func country() throws {
    let table = try JudgedWorld.table()
    let onlooker = Onlooker { $0.analysis == .acceptability && $0.done > 0 }
    let run = AuditRun(table, Self.settings(400_000), watch: onlooker.watch)
    let view = run(country: try #require(table.order.first))
    #expect(view.isPartial && view.unfinished.contains(.acceptability))
    let page = CountryAuditPage(view).plain(width: nil, bold: false)
    #expect(page.contains("Not finished: how likely each rank is"))
    #expect(!page.contains("--programs given"), "\(page)")
  }
}
