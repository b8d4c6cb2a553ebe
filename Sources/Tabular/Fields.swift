/// What programs get of a row: the columns of CSV, and the members of a JSON object.
package typealias Fields<Row> = [(name: String, value: (Row) -> JSONText)]

extension CSVText {
  /// A whole table under its header.
  package static func table(_ header: [String], _ rows: [[JSONText]]) -> String {
    var out = CSVText(header: header)
    for row in rows { out.row(row) }
    return out.text
  }

  /// A whole table with a row an item.
  package static func table<Row>(_ rows: [Row], _ fields: Fields<Row>) -> String {
    table(fields.map(\.name), rows.map { row in fields.map { $0.value(row) } })
  }
}

extension JSONText {
  /// The members of an object that stands for a row.
  package static func members<Row>(_ row: Row, _ fields: Fields<Row>) -> [(String, JSONText)] {
    fields.map { ($0.name, $0.value(row)) }
  }
}
