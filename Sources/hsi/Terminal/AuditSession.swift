import Audit
import HumanSecurityIndex
import Synchronization

/// An audit under way: its progress line, its budget, and whether the user has had enough.
final class AuditSession {
  private let line = AuditProgressLine()
  private let clock: BudgetClock?

  /// - Parameter budget: of wall-clock time for rank bounds, from the moment their search begins.
  init(budget: Duration?) { clock = budget.map(BudgetClock.init) }

  /// What watches the audit.
  var watch: AuditWatch {
    var watch = AuditWatch()
    watch.progress = { [line, clock] progress in
      if progress.analysis == .rankBounds { clock?.start() }
      line.show(progress)
    }
    watch.isInterrupted = { Interruption.wasAskedFor }
    if let clock { watch.isOutOfTime = { clock.isOver } }
    return watch
  }

  /// From now on Ctrl-C only asks.
  func begin() { Interruption.begin() }

  /// The line is gone, and Ctrl-C ends the program again.
  func end() {
    Interruption.end()
    line.clear()
  }

  /// What is said after partial results.
  static func interrupted(_ unfinished: [AuditAnalysis]) -> Failure {
    Failure.one(
      .commands.interrupted,
      "interrupted: what was shown is what was known by then; not finished: "
        + AuditAnalysis.list(unfinished),
      remedy: unfinished.contains(.rankBounds)
        ? "run it again, with fewer --samples or a --budget" : "run it again, with fewer --samples",
      status: 130)
  }
}

/// A budget of time, asked on any thread.
private final class BudgetClock: Sendable {
  private let budget: Duration
  private let end = Mutex<ContinuousClock.Instant?>(nil)

  init(_ budget: Duration) { self.budget = budget }

  /// The time runs from the first call on.
  func start() { end.withLock { end in if end == nil { end = .now + budget } } }

  var isOver: Bool { end.withLock { end in end.map { .now >= $0 } ?? false } }
}
