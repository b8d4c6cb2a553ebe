import Diagnostics
import Tabular

/// Why something could not be fetched, in the words of a diagnostic.
package struct FetchProblem: Error, Sendable, Equatable {
  package let kind: FindingKind
  /// What went wrong, in one sentence without a full stop; it names the address.
  package var message: String
  package let remedy: String
  /// Whether the same request may succeed a little later.
  let isTransient: Bool
  /// Seconds that the server asks to be left alone for; nil when it does not say.
  let retryAfter: Double?

  init(
    _ kind: FindingKind, _ message: String, remedy: String? = nil, isTransient: Bool = false,
    retryAfter: Double? = nil
  ) {
    (self.kind, self.message, self.remedy) = (kind, message, remedy ?? kind.advice)
    (self.isTransient, self.retryAfter) = (isTransient, retryAfter)
  }

  /// The problem, with how often it was met where that says something.
  func afterTries(_ count: Int, _ limits: FetchLimits) -> FetchProblem {
    var problem = self
    if let retryAfter, retryAfter > limits.longestPause {
      problem.message += "; it asks to be left alone for \(CSVText.shortest(retryAfter)) s"
    } else if count > 1 {
      problem.message += " (\(count) tries)"
    }
    return problem
  }
}

/// The start of what a server sent, fit to be shown: at most 80 characters, and none that would
/// steer a terminal.
func glimpse(_ bytes: some Sequence<UInt8>) -> String {
  // Four bytes make a character at most; a few more for what is taken out.
  let text = String(decoding: Array(bytes.prefix(600)), as: UTF8.self)
  let unshown: [Unicode.GeneralCategory] = [.control, .format, .lineSeparator, .paragraphSeparator]
  let words = text.unicodeScalars.split { $0 == " " || unshown.contains($0.properties.generalCategory) }
  let shown = words.map { String($0) }.joined(separator: " ")
  return shown.count < 80 ? shown : shown.prefix(80) + "…"
}
