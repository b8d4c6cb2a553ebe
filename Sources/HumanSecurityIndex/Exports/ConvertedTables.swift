import Diagnostics
import Glibc
import Reporting

/// Tables as a database or a Parquet file, made by a program of the system from texts in a folder of its own.
///
/// No text of the data is part of a command line, and no shell is run.
struct ConvertedTables {
  let tables: ExportTables
  let environment: (String) -> String?
  /// The file that is meant, for what is said when something fails.
  let target: String

  /// How long a program may take.
  private static let limit: Duration = .seconds(300)

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
    try run(command, notes: scratch.path + "/notes", made: made)
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
        Self.python(
          "sqlite3", "sqlite3.connect(sys.argv[2]).executescript(open(sys.argv[1],encoding='utf-8').read())"),
        script, made,
      ]
    }
    throw Failure.one(
      .exports.noProgram, "neither sqlite3 nor python3 is installed, one of which writes the database",
      at: .init(file: target), remedy: "install sqlite3, or export to datapackage or sdmx")
  }

  /// DuckDB's own program, else Python with its package duckdb.
  private func parquet(_ statement: String) throws -> [String] {
    if let program = find("duckdb") { return [program, "-init", "/dev/null", "-bail", "-c", statement] }
    if let python = find("python3"), hasModule("duckdb", python) {
      return [python, "-c", Self.python("duckdb", "duckdb.execute(sys.argv[1])"), statement]
    }
    throw Failure.one(
      .exports.noProgram,
      "neither the program duckdb nor the package duckdb of python3 is installed, one of which writes Parquet",
      at: .init(file: target), remedy: "install one of them, or export to datapackage or sdmx")
  }

  /// A program of Python that does something with its arguments. What stands in the current folder is not imported.
  private static func python(_ module: String, _ action: String) -> String {
    "import sys; sys.path=[p for p in sys.path if p]; import \(module); \(action)"
  }

  private func hasModule(_ module: String, _ python: String) -> Bool {
    let end = try? LimitedProcess.run(
      [python, "-c", Self.python(module, "")], notes: "/dev/null", limit: Self.limit)
    return end == .exited(status: 0)
  }

  private func run(_ command: [String], notes: String, made: String) throws {
    let end: LimitedProcess.End
    do { end = try LimitedProcess.run(command, notes: notes, limit: Self.limit) } catch {
      raise(error.signal)
      throw failure(command, "was ended by signal \(error.signal)", notes)
    }
    switch end {
    case .exited(status: 0) where FileReading.isRegularFile(made): return
    case .exited(status: 0): throw failure(command, "wrote no file", notes)
    case .exited(let status): throw failure(command, "ended with status \(status)", notes)
    case .killed(let signal): throw failure(command, "was ended by signal \(signal)", notes)
    case .notStarted(let code):
      throw failure(command, "cannot be started: \(String(cString: strerror(code)))", notes)
    case .timedOut: throw failure(command, "was ended after \(Self.limit.components.seconds) s", notes)
    }
  }

  private func failure(_ command: [String], _ reason: String, _ notes: String) -> Failure {
    let bytes = (try? FileReading.bytes(notes)) ?? []
    let lines = String(decoding: bytes.suffix(10_000), as: UTF8.self).split(whereSeparator: \.isNewline)
    let last = lines.last { !$0.allSatisfy(\.isWhitespace) }.map {
      ": " + Diagnostic.cut(String($0), to: 200)
    }
    return .one(
      .exports.exportFailed, "\(command[0]) \(reason)\(last ?? "")", at: .init(file: target),
      remedy: "see what it says; what stood there before is unchanged")
  }
}
