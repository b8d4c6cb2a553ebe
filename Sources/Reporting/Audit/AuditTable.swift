import Audit
import Tabular

extension AuditTable: WrittenPage {
  /// One row a finding, in full precision.
  package var csv: String {
    let places = columns.indices.filter { columns[$0].isInCSV }
    return CSVText.table(places.map { columns[$0].name }, rows.map { row in places.map { row[$0] } })
  }

  /// What was asked, an array of rows, and what a reader has to know.
  package var json: JSONText {
    .object(
      [("table", .string(name))] + circumstances + [
        ("rows", .list(rows) { zip(columns, $0).map { ($0.name, $1) } }), ("notes", .strings(notes)),
      ])
  }

  package func write(to out: inout PageText) {
    out.title(title, wraps: true)
    out.table(text)
    if !out.isMarkdown { out.blank() }
    for note in notes {
      out.blankInMarkdown()
      out.line(note)
    }
  }

  private var text: TextTable {
    let places = columns.indices.filter { columns[$0].isShown }
    return TextTable(
      places.map { columns[$0] }.map { $0.isText ? .text($0.title, shrinksTo: 12) : .number($0.title) },
      (shown ?? Array(rows.indices)).map { row in places.map { text(rows[row][$0], columns[$0]) } })
  }

  private func text(_ value: JSONText, _ column: Column) -> String {
    switch value {
    case .string(let text): text.isEmpty ? "–" : text
    case .integer(let number): "\(number)"
    case .number(let number): NumberFormat.fixed(number, column.decimals)
    case .boolean(let truth): truth ? "yes" : "no"
    case .null, .array, .object: "–"
    }
  }
}
