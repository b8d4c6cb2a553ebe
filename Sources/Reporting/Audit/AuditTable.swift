import Audit
import Tabular

extension AuditTable: Page {
  /// One row a finding, in full precision.
  package var csv: String {
    let places = columns.indices.filter { columns[$0].isInCSV }
    var out = CSVText(header: places.map { columns[$0].name })
    for row in rows { out.row(places.map { Self.json(row[$0]) }) }
    return out.text
  }

  /// What was asked, an array of rows, and what a reader has to know.
  package var json: JSONText {
    .object(
      [("table", .string(name))] + circumstances + [
        ("rows", .list(rows) { zip(columns, $0).map { ($0.name, Self.json($1)) } }),
        ("notes", .strings(notes)),
      ])
  }

  private static func json(_ cell: Cell) -> JSONText {
    switch cell {
    case .text(let text): .string(text)
    case .integer(let value): .optional(value)
    case .number(let value): .optional(value)
    case .truth(let value): .boolean(value)
    }
  }

  /// The table for a terminal.
  package func plain(width: Int?, bold: Bool) -> String {
    Prose.wrapped(title, width: width) + "\n\n" + text.plain(width: width, bold: bold) + "\n"
      + notes.map { Prose.wrapped($0, width: width) + "\n" }.joined()
  }

  /// The table as Markdown.
  package var markdown: String {
    "# \(MarkdownText.escape(title))\n\n" + text.escaped.markdown
      + notes.map { "\n\(MarkdownText.escape($0))\n" }.joined()
  }

  private var text: TextTable {
    let places = columns.indices.filter { columns[$0].isShown }
    var out = TextTable(
      places.map { place in
        let column = columns[place]
        return column.isText ? .text(column.title, shrinksTo: 12) : .number(column.title)
      })
    for row in shown ?? Array(rows.indices) { out.append(places.map { text(rows[row][$0], columns[$0]) }) }
    return out
  }

  private func text(_ cell: Cell, _ column: Column) -> String {
    switch cell {
    case .text(let text): text.isEmpty ? "–" : text
    case .integer(let value): value.map { "\($0)" } ?? "–"
    case .number(let value): NumberFormat.fixed(value, column.decimals)
    case .truth(let value): value ? "yes" : "no"
    }
  }
}
