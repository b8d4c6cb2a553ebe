import Fetching

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// One line on standard error that tells how far a download is. Only on a terminal.
final class ProgressLine {
  private let count: Int
  private let isShown =
    isatty(STDERR_FILENO) == 1 && getenv("TERM").map { String(cString: $0) } != "dumb"
  private var place = 0
  private var name = ""
  private var start = ContinuousClock.now
  private var startBytes: Int?
  private var lastShown: ContinuousClock.Instant?

  /// A line for so many files.
  init(count: Int) { self.count = count }

  /// The next file is on its way.
  func begin(_ name: String) {
    place += 1
    self.name = name
    start = .now
    (startBytes, lastShown) = (nil, nil)
    write("")
  }

  /// More of it has come. Ten times a second is often enough.
  func show(_ progress: FetchProgress) {
    guard isShown else { return }
    let now = ContinuousClock.now
    if let lastShown, now - lastShown < .milliseconds(100) { return }
    lastShown = now
    let before = startBytes ?? progress.received
    startBytes = before
    let seconds =
      Double((now - start).components.attoseconds) / 1e18
      + Double((now - start).components.seconds)
    write(
      Self.text(progress, rate: seconds > 0 ? Double(progress.received - before) / seconds : 0))
  }

  /// Takes the line away, before anything else is written.
  func clear() {
    if isShown { _ = writeAll("\r\u{1B}[K", to: STDERR_FILENO) }
  }

  private func write(_ text: String) {
    guard isShown else { return }
    let line = "[\(place)/\(count)] \(name.prefix(40)) \(text)"
    _ = writeAll("\r\u{1B}[K" + line, to: STDERR_FILENO)
  }

  /// A bar where the size is known, then bytes and rate.
  static func text(_ progress: FetchProgress, rate: Double) -> String {
    var parts: [String] = []
    if let expected = progress.expected, expected > 0 {
      let filled = min(20, 20 * progress.received / expected)
      parts.append(
        "[" + String(repeating: "#", count: filled) + String(repeating: " ", count: 20 - filled)
          + "] \(size(Double(progress.received))) of \(size(Double(expected)))")
    } else {
      parts.append(size(Double(progress.received)))
    }
    parts.append("\(size(rate))/s")
    return parts.joined(separator: "  ")
  }

  /// Bytes in the largest unit of which there is one at least, with one decimal.
  private static func size(_ bytes: Double) -> String {
    var (value, unit) = (bytes, 0)
    let units = ["B", "kB", "MB", "GB"]
    while value >= 1000, unit < units.count - 1 {
      value /= 1000
      unit += 1
    }
    let tenths = Int((value * 10).rounded())
    return unit == 0 ? "\(tenths / 10) B" : "\(tenths / 10).\(tenths % 10) \(units[unit])"
  }
}
