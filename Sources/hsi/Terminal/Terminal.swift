import Diagnostics
import Glibc
import HumanSecurityIndex

enum Terminal {
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
    isatty(descriptor) == 1 && (environment("NO_COLOR") ?? "").isEmpty && environment("TERM") != "dumb"
  }

  /// Writes to standard output. A reader that has gone away, such as `head`, changes neither what
  /// a command does nor its exit status.
  static func write(_ text: String) {
    let shown = mayColour() ? emphasised(text) : Diagnostic.printableLines(text)
    if !writeAll(shown, to: STDOUT_FILENO), errno != EPIPE { exitAfterFailedWrite() }
  }

  /// The text without any control code but those that begin and end bold letters.
  private static func emphasised(_ text: String) -> String {
    let (begin, end) = ("\u{1B}[1m", "\u{1B}[0m")
    return text.split(separator: begin, omittingEmptySubsequences: false).map { part in
      part.split(separator: end, omittingEmptySubsequences: false).map {
        Diagnostic.printableLines(String($0))
      }.joined(separator: end)
    }.joined(separator: begin)
  }

  /// Writes lines to standard error. They may quote the command line or the name of a file, which
  /// must not steer the terminal.
  static func writeError(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let shown = lines.map { Diagnostic.printable(String($0)) + "\n" }
    _ = writeAll(shown.joined(), to: STDERR_FILENO)
  }

  /// Writes findings to standard error, as text or as one JSON object a line.
  static func report(_ findings: Findings) {
    let asJSON = DiagnosticFormat.asked == .json
    for finding in findings.all {
      if !asJSON, mayColour(STDERR_FILENO) {
        // The text of a finding is printable already; its colour is ours.
        _ = writeAll(coloured(finding) + "\n", to: STDERR_FILENO)
      } else {
        writeError(asJSON ? finding.json.compact : finding.text)
      }
    }
  }

  static func report(_ kind: FindingKind, _ message: String, remedy: String) {
    report(Findings(Diagnostic(kind, message, remedy: remedy)))
  }

  /// Writing to a pipe that nobody reads, or more to a file than it may have, must be an error code, not a
  /// signal.
  static func survivesFailedWrites() { for number in [SIGPIPE, SIGXFSZ] { signal(number, SIG_IGN) } }

  /// A standard stream that is closed is held open by what nobody can write to or read from: else the
  /// next file that is opened would take its place, and get what is meant for the stream.
  static func holdsClosedStreams() {
    for stream in STDIN_FILENO...STDERR_FILENO where fcntl(stream, F_GETFD) < 0 {
      _ = open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }

  static func exit(_ status: Int32) -> Never { Glibc.exit(status) }

  private static func exitAfterFailedWrite() -> Never {
    let isFull = [ENOSPC, EDQUOT, EFBIG].contains(errno)
    let isClosed = errno == EBADF
    let reason = isClosed ? "it is not open for writing" : String(cString: strerror(errno))
    let failure = Failure.one(
      .shared.cannotWrite, "cannot write to standard output: \(reason)",
      remedy: isFull
        ? "make room where it leads, or name a file elsewhere with --output"
        : "\(isClosed ? "lead it to a file or a pipe" : "lead it elsewhere"), or name a file with --output")
    report(failure.findings)
    exit(failure.status)
  }

  private static func coloured(_ finding: Diagnostic) -> String {
    let word = finding.severity.rawValue + ": "
    let colour = ["error": "31", "warning": "33"][finding.severity.rawValue] ?? "36"
    return finding.text.replacing(word, with: "\u{1B}[1;\(colour)m\(word)\u{1B}[0m", maxReplacements: 1)
  }

  static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
