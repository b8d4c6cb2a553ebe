import Diagnostics
import Glibc
import HumanSecurityIndex

/// One line on standard error that shows how far something is. Only on a terminal.
final class ProgressLine {
  /// So many seconds something runs before a rate is given: what a shorter time shows of it is chance.
  static let leastSeconds = 0.5

  private let isShown = isatty(STDERR_FILENO) == 1 && Terminal.environment("TERM") != "dumb"
  private var start = ContinuousClock.now
  private var lastShown: ContinuousClock.Instant?

  /// Something new begins.
  func restart() { (start, lastShown) = (.now, nil) }

  /// More is done, so many seconds after the start. Ten times a second is often enough.
  func show(_ text: (_ seconds: Double) -> String) {
    guard isShown else { return }
    let now = ContinuousClock.now
    if let lastShown, now - lastShown < .milliseconds(100) { return }
    lastShown = now
    write(text((now - start) / .seconds(1)))
  }

  func write(_ text: String) {
    if isShown { _ = writeAll("\r\u{1B}[K" + Diagnostic.printable(text), to: STDERR_FILENO) }
  }

  /// Takes the line away, before anything else is written.
  func clear() { write("") }

  /// `[#####               ]`, so many of 20.
  static func bar(_ filled: Int) -> String {
    "[" + String(repeating: "#", count: filled) + String(repeating: " ", count: 20 - filled) + "]"
  }
}
