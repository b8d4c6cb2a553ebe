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
  ///   - width: how wide it may be; where room is scarce heads are broken into lines, columns that may shrink
  ///     do, then columns are left out from the right, and a last line says which. Nil for no limit.
  ///   - bold: whether the header is set in bold by terminal control codes.
  package func plain(width: Int?, bold: Bool = false) -> String {
    let rows = alignedOnDecimalPoint
    let (heads, widths, gap) = layout(rows, width)
    var shown = columns.count
    if let width { while shown > 2, Self.total(widths.prefix(shown), gap) > width { shown -= 1 } }
    let space = String(repeating: " ", count: gap)
    var out = ""
    let height = heads.prefix(shown).map(\.count).max() ?? 1
    for level in 0..<height {
      // Heads of fewer lines stand at the bottom, next to what they are of.
      let texts = heads.map { level < height - $0.count ? "" : $0[level - max(0, height - $0.count)] }
      let header = line(texts, widths, shown, space)
      out += bold ? "\u{1B}[1m\(header)\u{1B}[0m\n" : header + "\n"
    }
    for row in rows { out += line(row, widths, shown, space) + "\n" }
    if shown < columns.count {
      let hidden = columns[shown...].map(\.title).joined(separator: ", ")
      out += "(no room for: \(hidden))\n"
    }
    return out
  }

  /// The heads in lines, the widths of the columns, and the gap between them: heads as whole and gaps as wide as
  /// there is room for.
  private func layout(_ rows: [[String]], _ width: Int?) -> (heads: [[String]], widths: [Int], gap: Int) {
    let cells = columns.indices.map { index in rows.map { $0[index].count }.max() ?? 0 }
    func layout(_ limit: Int, gap: Int, shrunkTo width: Int? = nil) -> ([[String]], [Int], Int) {
      // A column of texts is as wide as it shrinks to: its head need not be broken further.
      let heads = zip(columns, cells).map { column, cell in
        TableHead.lines(column.title, width: max(limit, cell, column.shrinksTo ?? 0))
      }
      var widths = zip(heads, cells).map { head, cell in max(cell, head.map(\.count).max() ?? 0) }
      if let width { shrink(&widths, to: width, gap) }
      return (heads, widths, gap)
    }
    let longest = max(TableHead.least, columns.map(\.title.count).max() ?? 0)
    guard let width else { return layout(longest, gap: 2) }
    let limits = (TableHead.least...longest).reversed()
    for limit in limits where limit == longest || limit >= Self.leastBesideWideGaps {
      let tried = layout(limit, gap: 2)
      if Self.total(tried.1[...], 2) <= width { return tried }
    }
    for limit in limits {
      let tried = layout(limit, gap: 1)
      if Self.total(tried.1[...], 1) <= width { return tried }
    }
    return layout(TableHead.least, gap: 1, shrunkTo: width)
  }

  /// Rather than break heads further, columns are set one blank apart.
  private static let leastBesideWideGaps = 8

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
