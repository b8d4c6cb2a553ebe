import Diagnostics

/// A TOML 1.0 text whose keys and values have places.
package struct TOMLDocument: Sendable {
  package let root: TOMLNode
  package let text: SourceText
  /// Its headers, and its keys with their values, in order.
  package let statements: [TOMLStatement]
  fileprivate let tree: TOMLTree

  /// Reads a text; each syntax error is noted in `findings`, and any gives nil.
  package init?(_ text: SourceText, into findings: inout Findings) {
    var reader = TOMLReader(text.bytes)
    let wrong = Self.wrongCharacters(in: text)
    let mistakes = wrong.isEmpty ? reader.read() : wrong
    for mistake in mistakes {
      findings.append(
        often: .tables.tomlSyntax, mistake.message, in: text,
        at: (mistake.place.line, mistake.place.column(in: text)), remedy: mistake.remedy)
    }
    guard mistakes.isEmpty else { return nil }
    tree = reader.tree
    (root, statements, self.text) = (tree.node(), reader.statements, text)
  }

  /// The first control character of each line; of a text that was not UTF-8 and has been decoded, only the
  /// first character that shows it.
  private static func wrongCharacters(in text: SourceText) -> [TOMLMistake] {
    var found: [TOMLMistake] = []
    var line = 1
    let bytes = text.bytes
    for (offset, byte) in bytes.enumerated() {
      let isControl = byte < 0x20 && byte != ASCII.tab || byte == 0x7F
      let isLineEnd = byte == ASCII.carriageReturn && bytes[(offset + 1)...].first == ASCII.lineFeed
      if byte == ASCII.lineFeed {
        line += 1
      } else if text.encoding != .utf8, byte >= 0x80 || text.encoding != .windows1252 {
        let place = TOMLPlace(line: line, offset: offset)
        return [TOMLMistake(message: "the text is not UTF-8", place: place, remedy: "save the file as UTF-8")]
      } else if isControl, !isLineEnd, found.last?.place.line != line {
        let place = TOMLPlace(line: line, offset: offset)
        found.append(
          TOMLMistake(message: "a control character stands here", place: place, remedy: "remove it"))
      }
    }
    return found
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
    // A column is counted along its line, which may be long and hold many mistakes.
    append(kind, inFile: document.text.name) {
      let place = document.tree.place(of: path, isValue: isValue)
      return Diagnostic(
        kind, message, in: document.text, line: place?.line ?? 0,
        column: place?.column(in: document.text) ?? 0, remedy: remedy ?? kind.advice)
    }
  }
}
