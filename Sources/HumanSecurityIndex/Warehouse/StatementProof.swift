import Diagnostics
import IndexModel
import Scoring
import Tabular
import Warehouse

/// Runs a statement in DuckDB on the figures of an index, and holds what it gives against the program's scores.
package struct StatementProof {
  /// How far the two are apart.
  package struct Outcome: Sendable {
    package let units: Int
    package let nodes: Int
    /// The greatest difference of a score, a coverage or a share imputed.
    package let greatest: Double
    /// Where it is, in words.
    package let place: String
  }

  /// Scores that differ by more than this are not the same.
  package static let tolerance = 1e-9

  private let workspace: Workspace
  private let plan: StatementPlan
  private let environment: (String) -> String?

  /// Throws where no statement expresses the lens.
  package init(_ workspace: Workspace, _ shape: FigureShape, environment: @escaping (String) -> String?)
    throws
  {
    (self.workspace, self.environment) = (workspace, environment)
    plan = try StatementSource(workspace).plan(.duckdb, shape)
  }

  /// Throws where DuckDB is not there or fails, and where the two do not agree.
  package func callAsFunction() throws -> Outcome {
    let table = try workspace.score()
    let result = try rows(of: WarehouseTables(table, plan))
    let comparison = StatementComparison(table, result)
    guard comparison.faults.isEmpty else {
      var findings = Findings()
      for fault in comparison.faults {
        findings.append(
          .warehouse.sqlDiffers, "under \(table.lens.name), from \(plan.shape.rawValue) figures, \(fault)")
      }
      throw Failure(findings)
    }
    return Outcome(
      units: table.countries.count, nodes: comparison.nodeCount, greatest: comparison.greatest,
      place: comparison.place)
  }

  /// The rows that DuckDB gives, by unit, each a text by column.
  private func rows(of tables: WarehouseTables) throws -> [String: [String: String]] {
    let scratch = try ScratchFolder()
    defer { scratch.remove() }
    let (script, made) = (scratch.path + "/script.sql", scratch.path + "/result.tsv")
    var lines = ["SET autoinstall_known_extensions = false;"]
    for part in tables.parts {
      let file = "\(scratch.path)/\(part.name.rawValue).csv"
      try FileWriting.write(part.csv, to: file, for: file)
      let columns = part.columns.map { "\(Self.literal($0.name)): \(Self.literal($0.type))" }
      lines.append(
        "CREATE TABLE \(part.name.rawValue) AS SELECT * FROM read_csv(\(Self.literal(file)), header = true, "
          + "auto_detect = false, columns = {\(columns.joined(separator: ", "))});")
    }
    lines.append("CREATE TABLE result AS\n\(plan.scores)")
    lines.append("COPY result TO \(Self.literal(made)) (FORMAT csv, HEADER, DELIMITER '\\t');")
    try FileWriting.write(lines.joined(separator: "\n"), to: script, for: script)
    guard let command = HelperProgram.duckDB(script: script, environment: environment) else {
      throw Failure.one(
        .exports.noProgram,
        "neither the program duckdb nor the package duckdb of python3 is installed, one of which runs the statement",
        remedy: "install one of them, such as with python3 -m pip install duckdb")
    }
    try HelperProgram.run(command, notes: scratch.path + "/notes", made: made, for: nil)
    do { return Self.rows(in: String(decoding: try FileReading.bytes(made), as: UTF8.self)) } catch {
      throw Failure.one(.exports.exportFailed, "what DuckDB wrote cannot be read: \(error.reason)")
    }
  }

  /// No name, number or status holds a tab.
  private static func rows(in text: String) -> [String: [String: String]] {
    let lines = text.split(whereSeparator: \.isNewline).map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    guard let names = lines.first else { return [:] }
    var rows: [String: [String: String]] = [:]
    for line in lines.dropFirst() {
      let row = Dictionary(zip(names, line), uniquingKeysWith: { first, _ in first })
      rows[row["unit"] ?? ""] = row
    }
    return rows
  }

  private static func literal(_ text: String) -> String { "'\(text.replacing("'", with: "''"))'" }
}
