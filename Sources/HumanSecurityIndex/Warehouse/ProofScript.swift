import Diagnostics
import Reporting
import Warehouse

/// What a database runs to prove a statement: it makes temporary tables of files, and a file of what the statement gives.
struct ProofScript {
  let database: ProofDatabase
  /// The folder of the files, one a table by its name.
  let folder: String
  let tables: [WarehouseTables.Part]
  let statement: String

  /// The file of the result: its columns parted by tabs, which no name, number or status holds.
  var made: String { folder + "/result.tsv" }

  func file(_ table: WarehouseTables.Part) -> String { "\(folder)/\(table.name.rawValue).csv" }

  var text: String {
    switch database {
    case .memory, .file: duckDB
    case .server: postgres
    }
  }

  private var duckDB: String {
    let filled = tables.map {
      "CREATE TEMPORARY TABLE \($0.name.rawValue) AS SELECT * FROM \(SQLText.table($0.columns, in: file($0)));\n"
    }
    return SQLText.offline + filled.joined() + "CREATE TEMPORARY TABLE result AS\n\(statement)\n"
      + "COPY result TO \(SQLText.literal(made)) (FORMAT csv, HEADER, DELIMITER '\\t');\n"
  }

  /// A transaction that is taken back: not even what a server keeps of temporary tables stays.
  private var postgres: String {
    let filled = tables.map { table in
      let columns = table.columns.map { column in
        "\(SQLText.name(column.name)) \(column.type == "DOUBLE" ? "DOUBLE PRECISION" : column.type)"
      }
      let name = table.name.rawValue
      return "CREATE TEMPORARY TABLE \(name) (\(columns.joined(separator: ", ")));\n"
        + "\\copy \(name) FROM \(SQLText.literal(file(table))) WITH (FORMAT csv, HEADER)\nANALYZE \(name);\n"
    }
    return "SET client_min_messages = error;\nBEGIN;\n" + filled.joined()
      + "CREATE TEMPORARY TABLE result AS\n\(statement)\n"
      + "\\copy result TO \(SQLText.literal(made)) WITH (FORMAT csv, HEADER, DELIMITER E'\\t')\nROLLBACK;\n"
  }

  /// The program that runs it.
  func command(_ script: String, _ environment: (String) -> String?) throws -> [String] {
    switch database {
    case .memory: try duckDB(HelperProgram.duckDB(script: script, environment: environment))
    case .file(let path):
      try duckDB(HelperProgram.duckDB(script: script, reading: path, environment: environment))
    case .server(let address): try psql(address, script, environment)
    }
  }

  private func duckDB(_ command: [String]?) throws -> [String] {
    if let command { return command }
    throw Failure.one(
      .exports.noProgram,
      "neither the program duckdb nor the package duckdb of python3 is installed, one of which runs the statement",
      remedy: "install one of them, such as with python3 -m pip install duckdb")
  }

  private func psql(_ address: String, _ script: String, _ environment: (String) -> String?) throws
    -> [String]
  {
    guard let program = InstalledProgram.find("psql", environment: environment) else {
      throw Failure.one(
        .exports.noProgram, "the program psql is not installed, which runs the statement in PostgreSQL",
        remedy: "install the client of PostgreSQL, or prove in DuckDB, without --database")
    }
    // Nobody is there to type a password.
    return [program, "-X", "-q", "-w", "-v", "ON_ERROR_STOP=1", "-d", Self.limited(address), "-f", script]
  }

  /// An address that does not wait for a server for minutes.
  private static func limited(_ address: String) -> String {
    if address.contains("connect_timeout=") { return address }
    return address + (address.contains("?") ? "&" : "?") + "connect_timeout=10"
  }
}
