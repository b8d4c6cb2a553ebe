import Diagnostics
import IndexModel
import Scoring
import Tabular
import Warehouse

/// Runs a statement in a database on the figures of an index, and holds what it gives against the program's scores.
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
  private let database: ProofDatabase
  private let environment: (String) -> String?

  /// Throws where no statement expresses the lens.
  package init(
    _ workspace: Workspace, _ shape: FigureShape, in database: ProofDatabase,
    environment: @escaping (String) -> String?
  ) throws {
    (self.workspace, self.database, self.environment) = (workspace, database, environment)
    plan = try StatementSource(workspace).plan(database.dialect, shape)
  }

  /// Throws where the database is not there or fails, and where the two do not agree.
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

  /// The rows that the database gives, by unit, each a text by column.
  private func rows(of tables: WarehouseTables) throws -> [String: [String: String]] {
    let scratch = try ScratchFolder()
    defer { scratch.remove() }
    let script = ProofScript(
      database: database, folder: scratch.path, tables: tables.parts, statement: plan.scores)
    for part in script.tables {
      try FileWriting.write(part.csv, to: script.file(part), for: script.file(part))
    }
    let file = scratch.path + "/script.sql"
    try FileWriting.write(script.text, to: file, for: file)
    let result = try HelperProgram.run(
      try script.command(file, environment), notes: scratch.path + "/notes", made: script.made, for: nil,
      failing: .warehouse.databaseFailed, telling: database.dialect == .postgres ? .first : .last)
    return Self.rows(in: String(decoding: result, as: UTF8.self))
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
}
