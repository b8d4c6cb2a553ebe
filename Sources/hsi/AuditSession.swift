import Audit
import Tabular

/// An audit under way: its progress line, its budget, and whether the user has had enough.
final class AuditSession {
  private let line = AuditProgressLine()
  private let budget: Duration?
  private let start = ContinuousClock.now

  /// - Parameter budget: of wall-clock time for rank bounds, from now on.
  init(budget: Duration?) { self.budget = budget }

  /// What watches the audit.
  var watch: AuditWatch {
    var watch = AuditWatch()
    watch.progress = { [line] in line.show($0) }
    watch.isInterrupted = { Interruption.wasAskedFor }
    if let budget {
      let end = start + budget
      watch.isOutOfTime = { ContinuousClock.now >= end }
    }
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
  static func interrupted(asJSON: Bool) -> Failure {
    var findings = Findings()
    findings.append(
      Diagnostic(
        .warning, "interrupted", "interrupted: what was shown is what was known by then",
        remedy: "run it again, with fewer --samples or a --budget"))
    return Failure(findings: findings, status: 130, asJSON: asJSON)
  }
}
