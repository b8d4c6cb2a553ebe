extension Diagnostic {
  /// The finding as people read it: place, severity, message, identifier; then the excerpt with a
  /// caret under the column, then the remedy.
  package var text: String {
    let where_ = place.map { $0.file.isEmpty ? "" : "\($0): " } ?? ""
    var lines = ["\(Self.printable(where_))\(severity.rawValue): \(Self.printable(message)) [\(identifier)]"]
    let excerpt = excerpt
    if let place, !excerpt.isEmpty {
      let (window, caret) = Self.window(excerpt, around: place.column)
      lines.append("  | \(window)")
      if place.column > 0 { lines.append("  | \(String(repeating: " ", count: caret))^") }
    }
    if !remedy.isEmpty { lines.append("  = \(Self.printable(remedy))") }
    return lines.joined(separator: "\n")
  }

  /// The excerpt, but at most a thousand code points of it.
  package var shownExcerpt: String { Self.cut(excerpt) }

  /// The column counted in Unicode code points, as tools count it; nil where it is not known.
  package var columnInCodePoints: Int? {
    guard let place, place.line > 0, place.column > 0 else { return nil }
    return excerpt.prefix(place.column - 1).unicodeScalars.count + 1
  }

  /// At most a thousand code points: a file may be one line of many megabytes, and what a reader
  /// takes for one character may be as long.
  package static func cut(_ text: String, to limit: Int = 1000) -> String {
    guard text.utf8.count > limit else { return text }
    let start = text.unicodeScalars.prefix(limit)
    return start.endIndex == text.endIndex ? text : String(start) + "…"
  }

  /// At most 100 characters of the line, the column within them.
  private static func window(_ line: String, around column: Int) -> (String, Int) {
    let count = line.count
    let caret = max(0, min(column - 1, count))
    if count <= 100 { return (printable(cut(line)), caret) }
    let start = max(0, min(caret - 50, count - 100))
    let cut = printable(cut(String(line.dropFirst(start).prefix(100))))
    let (lead, trail) = (start > 0 ? "…" : "", start + 100 < count ? "…" : "")
    return (lead + cut + trail, caret - start + lead.count)
  }

  /// Text from a file must not steer the terminal: control characters become dots, line ends too.
  package static func printable(_ text: String) -> String { dotted(text, sparing: []) }

  /// A text of several lines, or of cells parted by tabs, without any other control character: the one gate
  /// before everything that is printed or written.
  package static func printableLines(_ text: String) -> String { dotted(text, sparing: ["\n", "\t"]) }

  private static func dotted(_ text: String, sparing spared: [Unicode.Scalar]) -> String {
    func isDotted(_ scalar: Unicode.Scalar) -> Bool { isUnprintable(scalar) && !spared.contains(scalar) }
    guard text.unicodeScalars.contains(where: isDotted) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.map { isDotted($0) ? "·" : $0 }))
  }

  /// Whether a character must not reach a terminal or a page as it is: besides control characters also
  /// marks of direction and the separators of lines and paragraphs.
  package static func isUnprintable(_ scalar: Unicode.Scalar) -> Bool {
    let marks: [Unicode.Scalar] = ["\u{61C}", "\u{200E}", "\u{200F}", "\u{2028}", "\u{2029}"]
    return isControl(scalar) || scalar.value > 0x600 && marks.contains(scalar)
  }

  /// Whether a character steers a terminal or reorders a line.
  package static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || (0x202A...0x202E).contains(scalar.value)
      || (0x2066...0x2069).contains(scalar.value)
  }
}

extension String {
  /// Whether the text holds characters that steer a terminal or reorder a line; tabs and line ends
  /// do not count.
  package var hasControlCharacters: Bool {
    unicodeScalars.contains { Diagnostic.isControl($0) && !["\t", "\n", "\r"].contains($0) }
  }
}
