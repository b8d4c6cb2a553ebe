import Diagnostics
import Reporting

/// A table as a Parquet file, made by DuckDB of a text in a folder of its own.
///
/// No text of the data is part of a command line, and no shell is run.
struct ParquetFile {
  /// The columns, each with its type in DuckDB's SQL.
  let columns: [SQLText.Column]
  let csv: String
  let environment: (String) -> String?
  /// The file that is meant, for what is said when something fails.
  let target: String

  func bytes() throws -> [UInt8] {
    let scratch = try ScratchFolder()
    defer { scratch.remove() }
    let (made, script) = ("\(scratch.path)/made", "\(scratch.path)/script.sql")
    guard let command = HelperProgram.duckDB(script: script, environment: environment) else {
      throw Failure.one(
        .exports.noProgram,
        "neither the program duckdb nor the package duckdb of python3 is installed, one of which writes Parquet",
        at: .init(file: target), remedy: "install one of them, or export to datapackage or sdmx")
    }
    let text = "\(scratch.path)/table.csv"
    try FileWriting.write(csv, to: text, for: target)
    try FileWriting.write(SQLText.parquet(columns, from: text, to: made), to: script, for: target)
    return try HelperProgram.run(command, notes: scratch.path + "/notes", made: made, for: target)
  }
}
