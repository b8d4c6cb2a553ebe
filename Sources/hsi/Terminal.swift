#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import Tabular

/// Standard output and standard error.
enum Terminal {
  /// Whether standard output is a terminal.
  static var isInteractive: Bool { isatty(STDOUT_FILENO) == 1 }

  /// The width that tables may take: the terminal's, else COLUMNS; nil when nothing limits it.
  static var width: Int? {
    var size = winsize()
    if isInteractive, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
      return Int(size.ws_col)
    }
    return isInteractive ? environment("COLUMNS").flatMap { Int($0) } ?? 80 : nil
  }

  /// Colour only on a terminal, and never with NO_COLOR or a dumb one.
  static func mayColour(_ descriptor: Int32 = STDOUT_FILENO) -> Bool {
    isatty(descriptor) == 1 && (environment("NO_COLOR") ?? "").isEmpty
      && environment("TERM") != "dumb"
  }

  /// Writes to standard output. A reader that has gone away, such as `head`, changes neither what
  /// a command does nor its exit status.
  static func write(_ text: String) {
    if !writeAll(text, to: STDOUT_FILENO), errno != EPIPE { exitAfterFailedWrite() }
  }

  /// Writes a line to standard error.
  static func writeError(_ text: String) { _ = writeAll(text + "\n", to: STDERR_FILENO) }

  /// Writes findings to standard error, as text or as one JSON object a line.
  static func report(_ findings: Findings, asJSON: Bool) {
    for finding in findings.all {
      writeError(asJSON ? finding.json.compact : coloured(finding))
    }
  }

  /// Writing to a pipe that nobody reads must be an error code, not a signal.
  static func survivesClosedPipes() { signal(SIGPIPE, SIG_IGN) }

  /// Ends the program.
  static func exit(_ status: Int32) -> Never {
    #if canImport(Glibc)
      Glibc.exit(status)
    #else
      Darwin.exit(status)
    #endif
  }

  private static func exitAfterFailedWrite() -> Never {
    let reason = String(cString: strerror(errno))
    let failure = Failure.one(
      "cannot-write", "cannot write to standard output: \(reason)",
      remedy: "make room where it leads, or name a file elsewhere with --output")
    report(failure.findings, asJSON: DiagnosticFormat.asked == .json)
    exit(failure.status)
  }

  private static func coloured(_ finding: Diagnostic) -> String {
    guard mayColour(STDERR_FILENO) else { return finding.text }
    let word = finding.severity.rawValue + ": "
    let colour = ["error": "31", "warning": "33"][finding.severity.rawValue] ?? "36"
    guard let range = finding.text.firstRange(of: word) else { return finding.text }
    return finding.text.replacingCharacters(in: range, with: "\u{1B}[1;\(colour)m\(word)\u{1B}[0m")
  }

  private static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>, with other: String) -> String {
    String(self[..<range.lowerBound]) + other + String(self[range.upperBound...])
  }
}
