import Foundation
import Testing

/// Whole statements against the ones last accepted by a person; Tests/Warehouse runs them.
@Suite("Golden statements of SQL") struct GoldenStatementTests {
  @Test(
    "the statements of the small world are the accepted ones",
    arguments: [
      ("sql/duckdb.sql", []), ("sql/postgres.sql", ["--dialect", "postgres"]),
      ("sql/spark-wide.sql", ["--dialect", "spark", "--input", "wide"]), ("sql/checks.sql", ["--checks"]),
      ("sql/leave-one-out.sql", ["--audit", "leave-one-out"]),
      ("sql/correlations.sql", ["--audit", "correlations", "--input", "wide"]),
      ("sql/importance.sql", ["--audit", "importance", "--input", "wide", "--dialect", "postgres"]),
    ]) func golden(_ name: String, _ options: [String]) throws
  {
    let run = try Sandbox().hsi.run(["sql", "--year", "2020"] + options)
    #expect(run.status == 0, "\(run.errors)")
    try GoldenTests.compare(run.output, with: name)
  }

  @Test("the statement of the default lens is the accepted one") func shipped() throws {
    let run = try Program(folder: repository)("sql", "--year", "2023")
    #expect(run.status == 0, "\(run.errors)")
    try GoldenTests.compare(run.output, with: "sql/undp-1994.sql")
  }
}
