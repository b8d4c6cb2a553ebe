import Diagnostics

extension Diagnostic {
  package var json: JSONText {
    .object([
      ("severity", .string(severity.rawValue)), ("identifier", .string(identifier)),
      ("message", .string(message)), ("file", place.map { .string($0.file) } ?? .null),
      ("line", place.flatMap { $0.line > 0 ? .integer($0.line) : nil } ?? .null),
      ("column", place.flatMap { $0.column > 0 ? .integer($0.column) : nil } ?? .null),
      ("excerpt", .string(shownExcerpt)), ("remedy", .string(remedy)),
    ])
  }
}
