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

  /// What runs a statement: DuckDB's own program, else Python with its package duckdb; nil where neither is there.
  static func duckDB(statement: String, environment: (String) -> String?) -> [String]? {
    if let program = InstalledProgram.find("duckdb", environment: environment) {
      return [program, "-init", "/dev/null", "-bail", "-c", statement]
    }
    return pythonWithDuckDB(environment).map {
      [$0, "-c", python("duckdb", "duckdb.execute(sys.argv[1])"), statement]
    }
  }

  /// What runs a file of statements, which may be longer than an argument.
  static func duckDB(script: String, environment: (String) -> String?) -> [String]? {
    if let program = InstalledProgram.find("duckdb", environment: environment) {
      return [program, "-init", "/dev/null", "-bail", "-f", script]
    }
    return pythonWithDuckDB(environment).map {
      [$0, "-c", python("duckdb", "duckdb.execute(open(sys.argv[1],encoding='utf-8').read())"), script]
    }
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
  static func run(_ command: [String], notes: String, made: String, for target: String?) throws {
    let end: LimitedProcess.End
    do { end = try LimitedProcess.run(command, notes: notes, limit: limit) } catch {
      raise(error.signal)
      throw failure(command, "was ended by signal \(error.signal)", notes, target)
    }
    switch end {
    case .exited(status: 0) where FileReading.isRegularFile(made): return
    case .exited(status: 0): throw failure(command, "wrote no file", notes, target)
    case .exited(let status): throw failure(command, "ended with status \(status)", notes, target)
    case .killed(let signal): throw failure(command, "was ended by signal \(signal)", notes, target)
    case .notStarted(let code):
      throw failure(command, "cannot be started: \(String(cString: strerror(code)))", notes, target)
    case .timedOut: throw failure(command, "was ended after \(limit.components.seconds) s", notes, target)
    }
  }

  private static func failure(_ command: [String], _ reason: String, _ notes: String, _ target: String?)
    -> Failure
  {
    let bytes = (try? FileReading.bytes(notes)) ?? []
    let lines = String(decoding: bytes.suffix(10_000), as: UTF8.self).split(whereSeparator: \.isNewline)
    let last = lines.last { !$0.allSatisfy(\.isWhitespace) }.map {
      ": " + Diagnostic.cut(String($0), to: 200)
    }
    return .one(
      .exports.exportFailed, "\(command[0]) \(reason)\(last ?? "")", at: target.map { .init(file: $0) },
      remedy: target == nil ? "see what it says" : "see what it says; what stood there before is unchanged")
  }
}
