import Diagnostics
import Glibc

/// A program of the system that does a part of the work: it is run without a shell, and no text of the data is part of
/// its command line.
enum HelperProgram {
  /// How long a program may take.
  private static let limit: Duration = .seconds(300)

  /// A program of Python that does something with its arguments. What stands in the current folder is not imported.
  static func python(_ module: String, _ action: String) -> String {
    "import sys; sys.path=[p for p in sys.path if p]; import \(module); \(action)"
  }

  /// What runs a file of statements: DuckDB's own program, else Python with its package duckdb; nil where neither is
  /// there.
  static func duckDB(script: String, environment: (String) -> String?) -> [String]? {
    if let program = InstalledProgram.find("duckdb", environment: environment) {
      return [program, "-init", "/dev/null", "-bail", "-f", script]
    }
    return pythonWithDuckDB(environment).map {
      [$0, "-c", python("duckdb", "duckdb.execute(open(sys.argv[1],encoding='utf-8').read())"), script]
    }
  }

  /// The same upon a database file, which is opened for reading alone.
  static func duckDB(script: String, reading file: String, environment: (String) -> String?) -> [String]? {
    if let program = InstalledProgram.find("duckdb", environment: environment) {
      return [program, "-readonly", "-init", "/dev/null", "-bail", "-f", script, file]
    }
    let action =
      "duckdb.connect(sys.argv[2],read_only=True).execute(open(sys.argv[1],encoding='utf-8').read())"
    return pythonWithDuckDB(environment).map { [$0, "-c", python("duckdb", action), script, file] }
  }

  private static func pythonWithDuckDB(_ environment: (String) -> String?) -> String? {
    guard let python = InstalledProgram.find("python3", environment: environment) else { return nil }
    let end = try? LimitedProcess.run(
      [python, "-c", Self.python("duckdb", "")], notes: "/dev/null", limit: limit)
    return end == .exited(status: 0) ? python : nil
  }

  /// Runs a program, which is to make a file.
  /// - Parameters:
  ///   - notes: the file for what it says.
  ///   - target: the file that the user means; nil where there is none.
  ///   - kind: what is found where it fails.
  ///   - line: the one of its lines that says what is wrong.
  /// - Returns: the bytes of what was made.
  static func run(
    _ command: [String], notes: String, made: String, for target: String?,
    failing kind: FindingKind = .exports.exportFailed, telling line: Line = .last
  ) throws -> [UInt8] {
    func failure(_ reason: String) -> Failure {
      let remedy = target == nil ? kind.advice : "see what it says; what stood there before is unchanged"
      return .one(
        kind, "\(command[0]) \(reason)\(told(notes, line))", at: target.map { .init(file: $0) },
        remedy: remedy)
    }
    let end: LimitedProcess.End
    do { end = try LimitedProcess.run(command, notes: notes, limit: limit) } catch {
      raise(error.signal)
      throw failure("was ended by signal \(error.signal)")
    }
    switch end {
    case .exited(status: 0) where FileReading.isRegularFile(made):
      do { return try FileReading.bytes(made) } catch {
        throw failure("wrote what cannot be read: \(error.reason)")
      }
    case .exited(status: 0): throw failure("wrote no file")
    case .exited(let status): throw failure("ended with status \(status)")
    case .killed(let signal): throw failure("was ended by signal \(signal)")
    case .notStarted(let code): throw failure("cannot be started: \(String(cString: strerror(code)))")
    case .timedOut: throw failure("was ended after \(limit.components.seconds) s")
    }
  }

  /// Where a program says what is wrong: Python at the end of a trace, psql before it quotes the statement.
  enum Line { case first, last }

  /// The line of a program's notes that is told, after a colon; empty where there is none.
  private static func told(_ notes: String, _ line: Line) -> String {
    let bytes = (try? FileReading.bytes(notes)) ?? []
    let lines = String(decoding: bytes.suffix(10_000), as: UTF8.self).split(whereSeparator: \.isNewline)
      .filter { !$0.allSatisfy(\.isWhitespace) }
    return (line == .first ? lines.first : lines.last).map { ": " + Diagnostic.cut(String($0), to: 200) }
      ?? ""
  }
}
