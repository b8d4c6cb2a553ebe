import Diagnostics
import Reporting

/// Tables as a database, made by a program of the system from a text in a folder of its own.
///
/// No text of the data is part of a command line, and no shell is run.
struct ConvertedTables {
  let tables: ExportTables
  let environment: (String) -> String?
  /// The file that is meant, for what is said when something fails.
  let target: String

  /// The bytes of a database of SQLite.
  func sqlite() throws -> [UInt8] {
    let scratch = try ScratchFolder()
    defer { scratch.remove() }
    let (made, script) = ("\(scratch.path)/made", "\(scratch.path)/script.sql")
    let command = try program(script, made)
    try FileWriting.write(SQLText.sqlite(tables), to: script, for: target)
    return try HelperProgram.run(command, notes: scratch.path + "/notes", made: made, for: target)
  }

  /// SQLite's own program, else Python, whose standard library has SQLite.
  private func program(_ script: String, _ made: String) throws -> [String] {
    if let program = InstalledProgram.find("sqlite3", environment: environment) {
      return [program, "-bail", "-init", script, made, ".quit"]
    }
    if let python = InstalledProgram.find("python3", environment: environment) {
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
}
