#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import Audit

/// One line on standard error that tells how far an audit is. Only on a terminal.
final class AuditProgressLine {
  private let isShown =
    isatty(STDERR_FILENO) == 1 && getenv("TERM").map { String(cString: $0) } != "dumb"
  private var stage: (part: AuditPart, isPreparing: Bool)?
  private var start = ContinuousClock.now
  private var lastShown: ContinuousClock.Instant?

  /// More is done. Ten times a second is often enough.
  func show(_ progress: AuditProgress) {
    guard isShown else { return }
    let now = ContinuousClock.now
    let stage = (progress.part, progress.isPreparing)
    if self.stage.map({ $0 != stage }) ?? true {
      (self.stage, start, lastShown) = (stage, now, nil)
    } else if let lastShown, now - lastShown < .milliseconds(100) {
      return
    }
    lastShown = now
    _ = writeAll(
      "\r\u{1B}[K" + Self.text(progress, seconds: (now - start) / .seconds(1)), to: STDERR_FILENO)
  }

  /// Takes the line away, before anything else is written.
  func clear() {
    if isShown { _ = writeAll("\r\u{1B}[K", to: STDERR_FILENO) }
  }

  /// `rank bounds  [#####     ] 25 %  160/s  2 s left`.
  static func text(_ progress: AuditProgress, seconds: Double) -> String {
    let name = progress.isPreparing ? "scoring all combinations" : names(progress.part)
    guard progress.count > 1, progress.done > 0, seconds > 0 else { return name }
    let share = min(1, Double(progress.done) / Double(progress.count))
    let filled = Int(20 * share)
    let rate = Double(progress.done) / seconds
    let left = Double(progress.count - progress.done) / rate
    return name + "  [" + String(repeating: "#", count: filled)
      + String(repeating: " ", count: 20 - filled) + "] \(Int(100 * share)) %  "
      + "\(rate < 1e15 ? Int(rate) : 0)/s  \(left < 1e9 ? Int(left.rounded(.up)) : 0) s left"
  }

  private static func names(_ part: AuditPart) -> String {
    switch part {
    case .acceptability: "drawing weights"
    case .confidence: "perturbing figures"
    case .ownBest: "best weights of each"
    case .pairs: "comparing pairs"
    case .stability: "moving single weights"
    case .importance: "importance"
    case .redundancy: "correlations"
    case .omissions: "leaving out one by one"
    case .schools: "comparing lenses"
    case .uncertainty: "varying all judgements"
    case .sensitivity: "which judgement drives ranks"
    case .bounds: "rank bounds"
    }
  }
}
