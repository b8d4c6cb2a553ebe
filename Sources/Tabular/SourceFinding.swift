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
}
