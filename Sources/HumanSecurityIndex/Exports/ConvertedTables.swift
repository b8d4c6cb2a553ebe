import Diagnostics
import Reporting

/// Tables as a database or a Parquet file, made by a program of the system from texts in a folder of its own.
///
/// No text of the data is part of a command line, and no shell is run.
struct ConvertedTables {
  let tables: ExportTables
  let environment: (String) -> String?
  /// The file that is meant, for what is said when something fails.
  let target: String

  func bytes(_ form: ExportForm) throws -> [UInt8] {
    let scratch = try ScratchFolder()
    defer { scratch.remove() }
    let (made, script) = ("\(scratch.path)/made", "\(scratch.path)/script.sql")
    let command: [String]
    if form == .sqlite {
      command = try sqlite(script, made)
      try FileWriting.write(SQLText.sqlite(tables), to: script, for: target)
    } else {
      let csv = "\(scratch.path)/observations.csv"
      let text = SQLText.parquet(tables, from: csv, to: made)
      command = try parquet(text.statement)
      try FileWriting.write(text.csv, to: csv, for: target)
    }
    try HelperProgram.run(command, notes: scratch.path + "/notes", made: made, for: target)
    do { return try FileReading.bytes(made) } catch {
      throw Failure.one(
        .exports.exportFailed, "what \(command[0]) wrote cannot be read: \(error.reason)",
        at: .init(file: target))
    }
  }

  // MARK: - Programs

  private func find(_ name: String) -> String? { InstalledProgram.find(name, environment: environment) }

  /// SQLite's own program, else Python, whose standard library has SQLite.
  private func sqlite(_ script: String, _ made: String) throws -> [String] {
    if let program = find("sqlite3") { return [program, "-bail", "-init", script, made, ".quit"] }
    if let python = find("python3") {
      return [
        python, "-c",
        HelperProgram.python(
          "sqlite3", "sqlite3.connect(sys.argv[2]).executescript(open(sys.argv[1],encoding='utf-8').read())"),
        script, made,
      ]
    }
    throw Failure.one(
      .exports.noProgram, "neither sqlite3 nor python3 is installed, one of which writes the database",
      at: .init(file: target), remedy: "install sqlite3, or export to datapackage or sdmx")
  }

  private func parquet(_ statement: String) throws -> [String] {
    if let command = HelperProgram.duckDB(statement: statement, environment: environment) { return command }
    throw Failure.one(
      .exports.noProgram,
      "neither the program duckdb nor the package duckdb of python3 is installed, one of which writes Parquet",
      at: .init(file: target), remedy: "install one of them, or export to datapackage or sdmx")
  }
}
