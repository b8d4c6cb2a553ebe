import Diagnostics

/// A TOML 1.0 text whose keys and values have places.
package struct TOMLDocument: Sendable {
  package let root: TOMLNode
  package let text: SourceText
  /// Its headers, and its keys with their values, in order.
  package let statements: [TOMLStatement]
  private let tree: TOMLTree

  /// Reads a text; each syntax error is noted in `findings`, and any gives nil.
  package init?(_ text: SourceText, into findings: inout Findings) {
    var mistakes = Self.wrongCharacters(in: text)
    var reader = TOMLReader(text.bytes)
    if mistakes.isEmpty { mistakes = reader.read() }
    for mistake in mistakes {
      findings.append(
        .tables.tomlSyntax, mistake.message, in: text, line: mistake.place.line, column: mistake.place.column,
        remedy: mistake.remedy)
    }
    guard mistakes.isEmpty else { return nil }
    tree = reader.tree
    root = tree.node()
    statements = reader.statements
    self.text = text
  }

  /// The first character of each line that may stand nowhere: one that is not UTF-8, or controls.
  private static func wrongCharacters(in text: SourceText) -> [TOMLMistake] {
    let lines = text.bytes.split(separator: ASCII.lineFeed, omittingEmptySubsequences: false)
    let found = lines.enumerated().compactMap { index, line -> TOMLMistake? in
      let isLast = index == lines.count - 1
      let line = !isLast && line.last == ASCII.carriageReturn ? line.dropLast() : line
      var parser = Unicode.UTF8.ForwardParser()
      var rest = line.makeIterator()
      var end = line.startIndex
      while case .valid(let scalar) = parser.parseScalar(from: &rest) {
        let first = scalar.first ?? 0
        if first < 0x20 && first != ASCII.tab || first == 0x7F { break }
        // A text that was not UTF-8 has been decoded: it shows at the first character beyond ASCII.
        if text.encoding == .windows1252 ? first >= 0x80 : text.encoding != .utf8 { break }
        end += scalar.count
      }
      if end == line.endIndex { return nil }
      let isControl = line[end] < 0x80 && text.encoding == .utf8
      return TOMLMistake(
        message: isControl ? "a control character stands here" : "the text is not UTF-8",
        place: TOMLPlace(line: index + 1, column: String(decoding: line[..<end], as: UTF8.self).count + 1),
        remedy: isControl ? "remove it" : "save the file as UTF-8")
    }
    return text.encoding == .utf8 ? found : Array(found.prefix(1))
  }

  fileprivate func place(of path: [String], isValue: Bool) -> TOMLPlace {
    tree.place(of: path, isValue: isValue) ?? TOMLPlace(line: 0, column: 0)
  }
}

extension Findings {
  /// Notes a finding about a key, at its place or that of the nearest table above it which has one.
  /// - Parameters:
  ///   - path: keys, and for an item of a list its number from 0.
  ///   - isValue: whether the place of the value is meant, not that of the key.
  package mutating func append(
    _ document: TOMLDocument, _ kind: FindingKind, _ message: String, at path: [String],
    isValue: Bool = false, remedy: String? = nil
  ) {
    let place = document.place(of: path, isValue: isValue)
    append(
      kind, message, in: document.text, line: place.line, column: place.column, remedy: remedy ?? kind.advice)
  }
}
