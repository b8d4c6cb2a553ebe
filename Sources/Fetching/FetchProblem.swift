/// Why something could not be fetched, in the words of a diagnostic.
public struct FetchProblem: Error, Sendable, Equatable {
  /// A stable kebab-case name of the kind of problem, such as `http-status`.
  public let identifier: String
  /// What went wrong, in one sentence without a full stop; it names the address.
  public let message: String
  /// What to do about it.
  public let remedy: String
  /// Whether the same request may succeed a little later.
  var isTransient = false
  /// Seconds that the server asks to be left alone for; nil when it does not say.
  var retryAfter: Double?

  /// A problem that lasts.
  public init(_ identifier: String, _ message: String, remedy: String) {
    self.identifier = identifier
    self.message = message
    self.remedy = remedy
  }

  /// A problem that may pass.
  static func transient(
    _ identifier: String, _ message: String, remedy: String, retryAfter: Double? = nil
  ) -> FetchProblem {
    var problem = FetchProblem(identifier, message, remedy: remedy)
    problem.isTransient = true
    problem.retryAfter = retryAfter
    return problem
  }

  static let noCurl = FetchProblem(
    "no-libcurl", "libcurl, which fetches, is not installed",
    remedy:
      "install it (Debian and Ubuntu: apt-get install libcurl4; Fedora: dnf install libcurl), "
      + "or download the files and run `hsi import`")
}

/// The start of what a server sent, fit to be shown: at most 80 characters, and none that would
/// steer a terminal.
func glimpse(_ bytes: some Sequence<UInt8>) -> String {
  // Four bytes make a character at most; a few more for what is taken out.
  let text = String(decoding: Array(bytes.prefix(600)), as: UTF8.self)
  var shown = ""
  var isGap = false
  for scalar in text.unicodeScalars {
    let category = scalar.properties.generalCategory
    guard category != .control, category != .format, category != .lineSeparator,
      category != .paragraphSeparator, scalar != " "
    else {
      isGap = !shown.isEmpty
      continue
    }
    if isGap { shown += " " }
    isGap = false
    shown.unicodeScalars.append(scalar)
    if shown.count >= 80 { return String(shown.prefix(80)) + "…" }
  }
  return shown
}
