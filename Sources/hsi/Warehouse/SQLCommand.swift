import ArgumentParser
import Diagnostics
import HumanSecurityIndex
import Warehouse

/// `hsi sql`: the lens as a statement for where the figures are.
struct SQLCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sql", abstract: "Write a lens as one statement of SQL, which scores figures in a database.",
    discussion: """
      The statement is made of the lens and the catalogue; no figure stands in it. It reads a table figures: \
      long, a row a figure (unit, indicator, year, value), or wide, a row a unit and a column an indicator. What \
      SQL does not express is refused by name. Documentation/sql.md describes tables and columns.

      Examples:
        hsi sql --year 2023 > score.sql
        hsi sql --year 2023 --dialect postgres --input wide
        hsi sql --year 2023 --checks > faults.sql
        hsi sql --year 2023 --audit leave-one-out > omissions.sql
        hsi sql --table units > units.csv
        hsi sql --prove
        hsi sql --prove --lens liberal
        hsi sql --prove --database postgresql://me@localhost/index
      """)

  @OptionGroup var options: ScoringOptions

  @Option(
    help: .of(
      "The dialect: \(SQLDialect.allCases.map(\.rawValue).joined(separator: ", ")). Default: duckdb.", "name")
  ) var dialect: String?

  @Option(help: .of("The shape of the table of figures: long or wide. Default: long.", "shape")) var input:
    String?

  @Flag(
    help: "Write the statement that lists faults in the tables instead: duplicates, values out of domain.")
  var checks = false

  @Option(
    help: .of(
      "Write the statement that gives a table of the audit instead: "
        + "\(AuditQuery.allCases.map(\.rawValue).joined(separator: ", ")).", "name")) var audit: String?

  @Option(
    help: .of(
      "Write one of the tables that the statement reads as CSV instead, of the figures of Data/: figures or units.",
      "name")) var table: String?

  @Flag(
    help:
      "Run the statement in a database on the figures of Data/ and compare all nodes, statuses and ranks; without --lens for all lenses."
  ) var prove = false

  @Option(
    help: .of(
      "With --prove: the database, a file of DuckDB or postgresql://… (by psql). Default: DuckDB without a file. Only "
        + "temporary tables are made there.", "address")) var database: String?

  func validate() throws {
    var wrong = WrongUsage()
    _ = try wrong.gather { try options.lens() }
    let chosen = try wrong.gather { try choice("--dialect", dialect, SQLDialect.self) } ?? nil
    _ = try wrong.gather { try choice("--input", input, FigureShape.self) }
    _ = try wrong.gather { try choice("--table", table, WarehouseTables.Name.self) }
    _ = try wrong.gather { try choice("--audit", audit, AuditQuery.self) }
    let tasks = [
      ("--checks", checks), ("--audit", audit != nil), ("--table", table != nil), ("--prove", prove),
    ].filter(\.1).map(\.0)
    if tasks.count > 1 { wrong.note("\(tasks.joined(separator: " and ")) exclude each other") }
    if database != nil, !prove { wrong.note("--database is for --prove alone") }
    if prove, chosen != nil {
      wrong.note(
        "--prove takes the dialect of its database, without --dialect: DuckDB's, or PostgreSQL's with --database "
          + "postgresql://…; make test-engines proves that of Spark")
    }
    try wrong.refuse()
  }

  /// The value of an option; nil where it is not given.
  private func choice<Value: RawRepresentable & CaseIterable>(
    _ option: String, _ text: String?, _: Value.Type
  ) throws -> Value? where Value.RawValue == String {
    guard let text else { return nil }
    if let value = Value(rawValue: text) { return value }
    throw ValidationError(
      "\(option) \(Written.shown(text)) is not known; "
        + NearestName.remedy(for: text, among: Value.allCases.map(\.rawValue)))
  }

  func run() throws {
    if prove { return try proveStatements() }
    let dialect = try choice("--dialect", self.dialect, SQLDialect.self) ?? .duckdb
    let shape = try choice("--input", input, FigureShape.self) ?? .long
    if let name = try choice("--table", table, WarehouseTables.Name.self) {
      return Terminal.write(try text(of: name, dialect, shape))
    }
    let source = try StatementSource(
      options.figures.choice, lens: try options.lens().first, warn: Terminal.report)
    let plan = try source.plan(dialect, shape)
    if let query = try choice("--audit", audit, AuditQuery.self) {
      return Terminal.write(try source.audit(query, plan))
    }
    Terminal.write(checks ? plan.checks : plan.scores)
  }

  private func text(of name: WarehouseTables.Name, _ dialect: SQLDialect, _ shape: FigureShape) throws
    -> String
  {
    let workspace = try options.workspace()
    let plan = try StatementSource(workspace).plan(dialect, shape)
    return WarehouseTables(try workspace.score(), plan).csv(name)
  }

  // MARK: - Proof

  private func proveStatements() throws {
    let chosen = try options.lens()
    let shapes = try choice("--input", input, FigureShape.self).map { [$0] } ?? FigureShape.allCases
    let database = try self.database.map { try ProofDatabase(address: $0) } ?? .memory
    let panel = try options.figures.panel(lenses: chosen)
    for workspace in panel.workspaces {
      for shape in shapes {
        let proof: StatementProof
        do {
          proof = try StatementProof(workspace, shape, in: database, environment: Terminal.environment)
        } catch let failure as Failure where chosen.isEmpty {
          // Of all lenses those are shown that there is no statement for; one that is named is an error.
          Terminal.write(failure.findings.all.map { "\(workspace.lens.name): \($0.message)\n" }.joined())
          break
        }
        let outcome = try proof()
        Terminal.write(
          "\(workspace.lens.name), \(workspace.year), \(shape.rawValue): \(outcome.units) units, "
            + "\(outcome.nodes) nodes; all statuses and ranks are the same, the greatest difference is "
            + "\(outcome.greatest) (\(outcome.place))\n")
      }
    }
    try panel.leftOut.throwErrors()
  }
}
