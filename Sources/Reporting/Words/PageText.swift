import Diagnostics

/// The text of a page, for a terminal or as Markdown: all but tables is escaped and wrapped here.
package struct PageText {
  package private(set) var text = ""
  let style: PageStyle
  var isMarkdown: Bool { style.format == .md }
  /// Whether the places of figures may stand in a table instead of under it.
  var hasRoomForFigures: Bool { style.width.map { $0 >= 130 } ?? true }

  /// Markdown is as wide as it may be.
  package init(_ style: PageStyle) { self.style = style.format == .md ? PageStyle(.md) : style }

  /// Adds a heading of a level, 1 for the page's title.
  mutating func heading(_ heading: String, level: Int = 2, wraps: Bool = false, isBold: Bool = false) {
    if level > 1 { blank() }
    if isMarkdown { text += String(repeating: "#", count: level) + " " }
    if isMarkdown || wraps {
      line(heading)
    } else {
      let heading = Self.oneLine(heading)
      raw(isBold && style.bold ? "\u{1B}[1m\(heading)\u{1B}[0m" : heading)
    }
  }

  mutating func title(_ title: String, wraps: Bool = false) { heading(title, level: 1, wraps: wraps) }

  mutating func table(_ table: TextTable) {
    text += "\n" + (isMarkdown ? table.escaped.markdown : table.plain(width: style.width, bold: style.bold))
  }

  mutating func line(_ line: String) {
    raw(isMarkdown ? MarkdownText.escape(line) : Prose.wrapped(Self.oneLine(line), width: style.width))
  }

  /// Adds lines below each other, in Markdown parted by blank ones if they are paragraphs.
  mutating func lines(_ lines: [String], areParagraphs: Bool = false) {
    for (index, own) in lines.enumerated() {
      if isMarkdown, areParagraphs, index > 0 { blank() }
      line(own)
    }
  }

  /// Adds a line with a blank one before it.
  mutating func paragraph(_ paragraph: String) {
    blank()
    line(paragraph)
  }

  /// Says how many rows a list leaves out, where it does.
  mutating func remainder(of count: Int, limit: Int) {
    if count > limit { paragraph("… and \(count - limit) more; --limit \(count), CSV or JSON show all.") }
  }

  /// Adds an item of a list.
  mutating func item(_ item: String) {
    if isMarkdown { raw("- " + MarkdownText.escape(item)) } else { line("- " + item) }
  }

  /// Text from data on one line, none of its characters steering the terminal.
  static func oneLine(_ text: String) -> String {
    Diagnostic.printable(
      text.contains(where: \.isNewline) ? String(text.map { $0.isNewline ? " " : $0 }) : text)
  }

  /// Adds a line below a row, two columns in; in its further lines four.
  mutating func indented(_ line: String) {
    let width = style.width.map { max($0 - 4, 1) }
    let lines = Prose.wrapped(Self.oneLine(line), width: width)
    raw("  " + lines.split(separator: "\n").joined(separator: "\n    "))
  }

  /// Adds a line as it stands.
  mutating func raw(_ line: String) { text += line + "\n" }

  mutating func blank() { text += "\n" }

  /// Adds a blank line that Markdown needs and a terminal does without.
  mutating func blankInMarkdown() { if isMarkdown { blank() } }
}
