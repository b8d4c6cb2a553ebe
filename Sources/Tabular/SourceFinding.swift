import Diagnostics

extension Diagnostic {
  /// A finding at a place in a text, with that line as its excerpt.
  package init(
    _ kind: FindingKind, _ message: String, in text: SourceText, line: Int, column: Int = 0,
    remedy: String = ""
  ) {
    self.init(
      kind, message, at: Place(file: text.name, line: line, column: column), remedy: remedy,
      lineText: { text.line($0) })
  }
}

extension Findings {
  package mutating func append(
    _ kind: FindingKind, _ message: String, in text: SourceText, line: Int, column: Int = 0,
    remedy: String = ""
  ) { append(Diagnostic(kind, message, in: text, line: line, column: column, remedy: remedy)) }

  /// Notes a finding of a kind that a text may hold a million times: it is worded as long as it is kept.
  package mutating func append(
    often kind: FindingKind, _ message: @autoclosure () -> String, in text: SourceText,
    at place: @autoclosure () -> (line: Int, column: Int), remedy: @autoclosure () -> String
  ) {
    append(kind, inFile: text.name) {
      let place = place()
      return Diagnostic(kind, message(), in: text, line: place.line, column: place.column, remedy: remedy())
    }
  }
}
