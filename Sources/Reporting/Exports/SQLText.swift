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

  /// The observations as CSV, and the statement by which DuckDB makes a Parquet file of it without looking for
  /// anything on the network.
  package static func parquet(_ tables: ExportTables, from csv: String, to parquet: String) -> (
    csv: String, statement: String
  ) {
    let part = tables.observations
    let columns = part.schema.columns.map {
      "\(literal($0.name)): \(literal(duckTypes[$0.type] ?? "VARCHAR"))"
    }
    return (
      part.csv,
      "SET autoinstall_known_extensions=false; COPY (SELECT * FROM read_csv(\(literal(csv)), header=true, "
        + "columns={\(columns.joined(separator: ", "))})) TO \(literal(parquet)) (FORMAT parquet);\n"
    )
  }

  private static let types = ["integer": "INTEGER", "number": "REAL", "string": "TEXT"]
  private static let duckTypes = ["integer": "BIGINT", "number": "DOUBLE", "string": "VARCHAR"]

  private static func name(_ text: String) -> String { "\"\(text.replacing("\"", with: "\"\""))\"" }

  private static func literal(_ text: String) -> String { "'\(text.replacing("'", with: "''"))'" }

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
