import Audit

/// The line that shows how far an audit is.
final class AuditProgressLine {
  private let line = ProgressLine()
  private var stage: (analysis: AuditAnalysis, isPreparing: Bool)?

  func show(_ progress: AuditProgress) {
    let stage = (progress.analysis, progress.isPreparing)
    if self.stage.map({ $0 != stage }) ?? true { line.restart() }
    self.stage = stage
    line.show { Self.text(progress, seconds: $0) }
  }

  func clear() { line.clear() }

  /// `rank bounds  [#####     ] 25 %  160/s  2 s left`.
  static func text(_ progress: AuditProgress, seconds: Double) -> String {
    let name = progress.isPreparing ? "scoring all combinations" : progress.analysis.progress
    guard progress.count > 1, progress.done > 0 else { return name }
    let share = min(1, Double(progress.done) / Double(progress.count))
    let bar = name + "  \(ProgressLine.bar(Int(20 * share))) \(Int(100 * share)) %"
    if seconds < ProgressLine.leastSeconds { return bar }
    let rate = Double(progress.done) / seconds
    let left = Double(progress.count - progress.done) / rate
    return bar + "  \(rate < 1e15 ? Int(rate) : 0)/s  \(left < 1e9 ? Int(left.rounded(.up)) : 0) s left"
  }
}
