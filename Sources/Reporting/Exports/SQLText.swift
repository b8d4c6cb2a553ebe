import Tabular

/// Tables as statements of SQL, for the programs that make databases and Parquet files of them.
package enum SQLText {
  /// A script for SQLite that makes and fills every table.
  package static func sqlite(_ tables: ExportTables) -> String {
    var script = "BEGIN;\n"
    for part in tables.parts { write(part, to: &script) }
    return script + "COMMIT;\n"
  }

  private static func write(_ part: ExportTables.Part, to script: inout String) {
    let columns = part.schema.columns.map { "\(name($0.name)) \(types[$0.type] ?? "TEXT")" }
    let key = "PRIMARY KEY (\(part.schema.key.map(name).joined(separator: ", ")))"
    script += "CREATE TABLE \(name(part.name)) (\((columns + [key]).joined(separator: ", ")));\n"
    for row in part.rows {
      let values = row.map { literal($0) }.joined(separator: ",")
      script += "INSERT INTO \(name(part.name)) VALUES (\(values));\n"
    }
  }

  /// A column with its type in DuckDB's SQL.
  package typealias Column = (name: String, type: String)

  /// The table of observations: its columns and its text.
  package static func observations(_ tables: ExportTables) -> (columns: [Column], csv: String) {
    let part = tables.observations
    return (part.schema.columns.map { ($0.name, duckTypes[$0.type] ?? "VARCHAR") }, part.csv)
  }

  /// What DuckDB begins with: it looks for nothing on the network.
  package static let offline = "SET autoinstall_known_extensions = false;\n"

  /// The statements by which DuckDB makes a Parquet file of one of CSV.
  package static func parquet(_ columns: [Column], from csv: String, to parquet: String) -> String {
    offline + "COPY (SELECT * FROM \(table(columns, in: csv))) TO \(literal(parquet)) (FORMAT parquet);\n"
  }

  /// A file of CSV as a table of DuckDB, whose types are those of its columns and not guessed.
  package static func table(_ columns: [Column], in csv: String) -> String {
    let types = columns.map { "\(literal($0.name)): \(literal($0.type))" }
    return
      "read_csv(\(literal(csv)), header = true, auto_detect = false, columns = {\(types.joined(separator: ", "))})"
  }

  private static let types = ["integer": "INTEGER", "number": "REAL", "string": "TEXT"]
  private static let duckTypes = ["integer": "BIGINT", "number": "DOUBLE", "string": "VARCHAR"]

  package static func name(_ text: String) -> String { "\"\(text.replacing("\"", with: "\"\""))\"" }

  package static func literal(_ text: String) -> String { "'\(text.replacing("'", with: "''"))'" }

  private static func literal(_ value: JSONText) -> String {
    switch value {
    case .string(let text): literal(String(text.filter { $0 != "\0" }))
    case .integer(let number): String(number)
    case .number(let number): number.isFinite ? CSVText.shortest(number) : "NULL"
    case .boolean(let truth): truth ? "1" : "0"
    case .null, .array, .object: "NULL"
    }
  }
}
