/// A table for the terminal or for Markdown: columns aligned, no wider than it may be.
package struct TextTable: Sendable {
  package struct Column: Sendable {
    let title: String
    let alignsRight: Bool
    /// The width below which its texts are not cut; nil for a column that is never cut.
    let shrinksTo: Int?

    fileprivate var printable: Column {
      Column(title: PageText.oneLine(title), alignsRight: alignsRight, shrinksTo: shrinksTo)
    }

    /// A column of numbers, which align on the decimal point.
    package static func number(_ title: String) -> Column {
      Column(title: title, alignsRight: true, shrinksTo: nil)
    }

    /// A column of text that may be cut down to `shrinksTo` characters where room is scarce.
    package static func text(_ title: String, shrinksTo: Int? = nil) -> Column {
      Column(title: title, alignsRight: false, shrinksTo: shrinksTo)
    }
  }

  private let columns: [Column]
  private var rows: [[String]] = []
  var isEmpty: Bool { rows.isEmpty }

  package init(_ columns: [Column], _ rows: [[String]] = []) {
    self.columns = columns.map(\.printable)
    for row in rows { append(row) }
  }

  /// Adds a row of one text a column.
  package mutating func append(_ row: [String]) {
    precondition(row.count == columns.count)
    rows.append(row.map(PageText.oneLine))
  }

  /// The table in fixed columns.
  /// - Parameters:
  ///   - width: how wide it may be; where room is scarce titles are shortened, columns that may shrink
  ///     do, then columns are left out from the right, and a last line says which. Nil for no limit.
  ///   - bold: whether the header is set in bold by terminal control codes.
  package func plain(width: Int?, bold: Bool = false) -> String {
    let rows = alignedOnDecimalPoint
    var titles = columns.map(\.title)
    var widths = Self.widths(titles, rows)
    var gap = 2
    var shown = columns.count
    if let width, Self.total(widths[...], gap) > width {
      titles = columns.map { $0.alignsRight ? Self.short($0.title) : $0.title }
      widths = Self.widths(titles, rows)
      if Self.total(widths[...], gap) > width { gap = 1 }
      shrink(&widths, to: width, gap)
      while shown > 2, Self.total(widths.prefix(shown), gap) > width { shown -= 1 }
    }
    let space = String(repeating: " ", count: gap)
    let header = line(titles, widths, shown, space)
    var out = bold ? "\u{1B}[1m\(header)\u{1B}[0m\n" : header + "\n"
    for row in rows { out += line(row, widths, shown, space) + "\n" }
    if shown < columns.count {
      let hidden = columns[shown...].map(\.title).joined(separator: ", ")
      out += "(no room for: \(hidden))\n"
    }
    return out
  }

  private static func widths(_ titles: [String], _ rows: [[String]]) -> [Int] {
    titles.indices.map { index in max(titles[index].count, rows.map { $0[index].count }.max() ?? 0) }
  }

  /// A title of more than five letters as four and a point.
  private static func short(_ title: String) -> String {
    title.count <= 5 ? title : String(title.prefix(4)) + "."
  }

  /// The table with everything in its cells escaped that Markdown could take for markup.
  package var escaped: TextTable {
    var table = self
    table.rows = rows.map { $0.map(MarkdownText.escape) }
    return table
  }

  /// The table in Markdown; cells are taken as Markdown already, see `escaped`.
  package var markdown: String {
    var out = "| " + columns.map { MarkdownText.escape($0.title) }.joined(separator: " | ") + " |\n"
    out += "|" + columns.map { $0.alignsRight ? " ---: |" : " --- |" }.joined() + "\n"
    for row in rows { out += "| " + row.joined(separator: " | ") + " |\n" }
    return out
  }

  /// The rows with spaces after the numbers that have fewer decimals than others in their column.
  private var alignedOnDecimalPoint: [[String]] {
    var aligned = rows
    for index in columns.indices where columns[index].alignsRight {
      let decimals = rows.map { Self.decimals($0[index]) }
      let most = decimals.compactMap { $0 }.max() ?? 0
      for (row, own) in decimals.enumerated() {
        if let own { aligned[row][index] += String(repeating: " ", count: most - own) }
      }
    }
    return aligned
  }

  /// How many characters of a number stand from its decimal point on; nil for any other text.
  private static func decimals(_ text: String) -> Int? {
    guard let last = text.last, last.isNumber, !text.contains("–") else { return nil }
    return text.firstIndex(of: ".").map { text.distance(from: $0, to: text.endIndex) } ?? 0
  }

  private func shrink(_ widths: inout [Int], to width: Int, _ gap: Int) {
    for index in columns.indices {
      guard let least = columns[index].shrinksTo else { continue }
      let excess = Self.total(widths[...], gap) - width
      if excess > 0 { widths[index] = max(min(least, widths[index]), widths[index] - excess) }
    }
  }

  private static func total(_ widths: ArraySlice<Int>, _ gap: Int) -> Int {
    widths.reduce(0, +) + gap * max(0, widths.count - 1)
  }

  private func line(_ texts: [String], _ widths: [Int], _ shown: Int, _ space: String) -> String {
    var out = ""
    for index in 0..<shown {
      let text = Self.cut(texts[index], to: widths[index])
      let padding = String(repeating: " ", count: widths[index] - text.count)
      out += (index > 0 ? space : "") + (columns[index].alignsRight ? padding + text : text + padding)
    }
    while out.last == " " { out.removeLast() }
    return out
  }

  private static func cut(_ text: String, to width: Int) -> String {
    text.count <= width ? text : String(text.prefix(max(0, width - 1))) + "…"
  }
}
