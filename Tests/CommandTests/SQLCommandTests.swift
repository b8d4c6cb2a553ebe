import Foundation
import Testing

/// The text of statements and what is refused; Tests/Warehouse runs them on figures.
@Suite("hsi sql") struct SQLCommandTests {
  @Test("with a year no figure is read: the statement is the same without any") func noFigures() throws {
    let sandbox = try Sandbox()
    let before = try sandbox.hsi("sql", "--year", "2020").output
    for file in ["food/famine-deaths.csv", "people.csv", "economic/income.csv"] {
      try sandbox.remove("Data/" + file)
    }
    let run = try sandbox.hsi("sql", "--year", "2020")
    #expect(run.status == 0 && run.output == before && !before.isEmpty, "\(run.errors)")
  }

  @Test("without a year it is that of the figures") func year() throws {
    let sandbox = try Sandbox()
    #expect(try sandbox.hsi("sql").output == sandbox.hsi("sql", "--year", "2020").output)
  }

  /// What a lens says beside, and what is said against it.
  @Test(
    "what SQL does not express is refused by name, with its reason",
    arguments: [
      ("weights = \"pca\"", "weights = \"pca\" of lens: SQL has no principal components"),
      ("weights = \"entropy\"", "weights = \"entropy\" of lens: the figures make the weights"),
      (
        "weights = \"benefit_of_the_doubt\"",
        "weights = \"benefit_of_the_doubt\" of lens: each unit's weights"
      ),
      ("weights = \"equal\"\noutliers = \"winsorise\"", "outliers = \"winsorise\" of lens: extreme values"),
      ("weights = \"equal\"\nimpute = \"regression\"", "impute = \"regression\" of lens: each indicator"),
      ("weights = \"equal\"\nimpute = \"node_mean\"", "impute = \"node_mean\" of lens: estimates are made"),
      (
        "weights = \"equal\"\nimpute = \"components\"\nnormalisation = \"rank\"",
        "impute = \"components\" with normalisation = \"rank\" of lens: estimates that"
      ),
      (
        "weights = \"equal\"\n[aggregation]\ndimensions = \"copeland\"", "copeland for dimensions of lens: it"
      ), ("weights = \"equal\"\n[aggregation]\neconomic = \"copeland\"", "copeland for economic of lens: it"),
    ]) func refused(_ rules: String, _ message: String) throws
  {
    let sandbox = try Sandbox()
    try sandbox.write("Weights/lens.toml", "title = \"Made\"\ndimensions_required = 1\n\(rules)\n")
    let run = try sandbox.hsi("sql", "--year", "2020", "--lens", "lens")
    #expect(run.status == 1 && run.output.isEmpty)
    #expect(run.errors.hasPrefix("error: SQL does not express \(message)"), "\(run.errors)")
    #expect(run.errors.contains("[not-in-sql]\n  = "), "\(run.errors)")
  }

  @Test("all that is refused is told at once") func allRefused() throws {
    let sandbox = try Sandbox()
    try sandbox.write(
      "Weights/lens.toml",
      """
      title = "Made"
      weights = "pca"
      outliers = "winsorise"
      impute = "regression"
      [aggregation]
      indicators = "copeland"
      """)
    let run = try sandbox.hsi("sql", "--year", "2020", "--lens", "lens")
    #expect(run.status == 1)
    #expect(run.errors.components(separatedBy: "[not-in-sql]").count == 3 + 3 + 1, "\(run.errors)")
  }

  @Test("neighbours' figures, a direction and names that are taken are refused") func catalogue() throws {
    let sandbox = try Sandbox()
    try sandbox.write(
      "Data/indicators.csv",
      """
      id,dimension,name,unit,worst,best,direction,neighbours,plausible_min,reference
      rank,one,Rank,points,0,10,,,0,made
      one,one,One,points,0,10,,,0,made
      near,two,Near,points,0,10,,share,0,made
      way,two,Way,points,,,more,,0,made
      \(String(repeating: "long-", count: 10))name,two,Long,points,0,10,,,0,made

      """)
    try sandbox.write("Data/borders.csv", "iso3,neighbour\nARC,BEN\nBEN,ARC\n")
    try sandbox.write("Weights/lens.toml", "title = \"Made\"\nweights = \"equal\"\n")
    let long = try sandbox.hsi("sql", "--year", "2020", "--lens", "lens", "--dialect", "postgres")
    for message in [
      "neighbours of near of lens: the table", "direction of way of lens: its goalposts",
      "the name \"rank\" of lens: the statement", "the name \"one\" of lens: a dimension and an indicator",
      "the name \"\(String(repeating: "long-", count: 10))name\" of lens: PostgreSQL keeps 63 bytes",
    ] { #expect(long.errors.contains("SQL does not express " + message), "\(long.errors)") }
    let wide = try sandbox.hsi("sql", "--year", "2020", "--lens", "lens", "--input", "wide")
    #expect(wide.status == 1 && !wide.errors.contains("neighbours of") && !wide.errors.contains("long-"))
  }

  @Test(
    "a wrong question is answered with the nearest name",
    arguments: [
      (["--dialect", "duckbd"], "--dialect duckbd is not known; did you mean \"duckdb\"?"),
      (["--input", "wid"], "--input wid is not known; did you mean \"wide\"?"),
      (["--table", "figure"], "--table figure is not known; did you mean \"figures\"?"),
      (["--checks", "--prove"], "--checks and --prove exclude each other"),
      (["--prove", "--dialect", "spark"], "--prove takes the dialect of its database, without --dialect"),
      (["--table", "estimates"], "--table estimates is not known"),
      (["--audit", "correlation"], "--audit correlation is not known; did you mean \"correlations\"?"),
      (["--audit", "importance", "--checks"], "--checks and --audit exclude each other"),
      (["--database", "x.duckdb"], "--database is for --prove alone"),
    ]) func wrong(_ options: [String], _ message: String) throws
  {
    let run = try Sandbox().hsi.run(["sql", "--year", "2020"] + options)
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(run.errors.hasPrefix("Error: " + message), "\(run.errors)")
  }

  @Test("where there is no DuckDB a proof says so, after what needs none") func noDuckDB() throws {
    let sandbox = try Sandbox()
    try sandbox.write("bin/nothing", "")
    let run = try sandbox.hsi.run(
      ["sql", "--prove"], environment: ["PATH": sandbox.folder.appending(path: "bin").path])
    #expect(
      run.status == 1 && run.errors.contains("[no-program]") && run.errors.contains("pip install duckdb"),
      "\(run.errors)")
  }

  @Test("a database that gives something else is found out, cell by cell") func differs() throws {
    let sandbox = try Sandbox()
    // It makes a table of one row, whatever it is asked.
    let script = """
      #!/bin/sh
      made=$(sed -n "s/^COPY result TO '\\(.*\\)' .*/\\1/p" "$5")
      printf 'unit\\trank\\tscore\\nARC\\t7\\t1.5\\n' > "$made"
      """
    try sandbox.write("bin/duckdb", script)
    let path = sandbox.folder.appending(path: "bin").path
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path + "/duckdb")
    let run = try sandbox.hsi.run(["sql", "--prove"], environment: ["PATH": path + ":/usr/bin:/bin"])
    #expect(run.status == 1 && run.output.isEmpty)
    for text in [
      "it gives 1 row for 4 units", "the score of ARC is 1.5, not", "food of ARC is missing, not",
      "it gives no row for BEN",
    ] { #expect(run.errors.contains("under undp-1994, from long figures, " + text), "\(run.errors)") }
    #expect(run.errors.contains("[sql-differs]"))
  }

  @Test("a text of the catalogue stays in its comment") func comments() throws {
    let sandbox = try Sandbox()
    try sandbox.edit("Data/indicators.csv", "Jobless people", "\"Jobless\nDROP TABLE figures; --\"")
    let run = try sandbox.hsi("sql", "--year", "2020")
    #expect(
      run.status != 0 || run.output.split(separator: "\n").allSatisfy { !$0.hasPrefix("DROP") },
      "\(run.errors)")
  }

  @Test("the tables that it reads are those of the figures") func tables() throws {
    let sandbox = try Sandbox()
    let units = try sandbox.hsi("sql", "--table", "units").output
    #expect(
      units.hasPrefix("unit,un_member,un_observer,region,income_group\nARC,true,false,Europe,High income\n"))
    let wide = try sandbox.hsi("sql", "--table", "figures", "--input", "wide").output
    #expect(wide.hasPrefix("unit,income,jobless,famine-deaths,violence\nARC,"))
    #expect(wide.split(separator: "\n").count == 1 + 5)
    let long = try sandbox.hsi("sql", "--table", "figures").output
    #expect(long.hasPrefix("unit,indicator,year,value\n") && long.contains(",people,"))
  }

  @Test("estimates stand beside figures where the lens makes some, one row a unit, indicator and year")
  func estimates() throws {
    let sandbox = try Sandbox()
    try sandbox.write(
      "Weights/lens.toml",
      "title = \"Made\"\nweights = \"equal\"\nimpute = \"components\"\ndimensions_required = 1\n")
    let options = ["--lens", "lens", "--year", "2020"]
    let long = try sandbox.hsi.run(["sql", "--table", "figures"] + options).output.csvRows
    #expect(long.allSatisfy { $0.keys.sorted() == ["estimate", "indicator", "unit", "value", "year"] })
    let keys = long.map { "\($0["unit"] ?? "") \($0["indicator"] ?? "") \($0["year"] ?? "")" }
    #expect(Set(keys).count == keys.count)
    #expect(long.allSatisfy { $0["estimate"] == "" || $0["year"] == "2020" })
    let wide = try sandbox.hsi.run(["sql", "--table", "figures", "--input", "wide"] + options).output
    #expect(wide.hasPrefix("unit,income,jobless,famine-deaths,violence,estimate of income,"))
    #expect(
      try sandbox.hsi.run(["sql"] + options).output.contains("WHERE year = 2020 AND estimate IS NOT NULL"))
  }

  @Test(
    "a database that is not there is one error",
    arguments: [
      ("none.duckdb", "the database \"none.duckdb\" is not there"),
      ("mysql://me:secret@localhost/index", "no database is reached by \"mysql://\""),
    ]) func noDatabase(_ address: String, _ message: String) throws
  {
    let run = try Sandbox().hsi("sql", "--prove", "--database", address)
    #expect(
      run.status != 0 && run.output.isEmpty && run.errors.hasPrefix("error: \(message)")
        || run.errors.contains(message), "\(run.errors)")
    #expect(run.errors.contains("[no-database]") && !run.errors.contains("secret"))
  }

  @Test("without psql a proof upon a server says so") func noClient() throws {
    let sandbox = try Sandbox()
    let run = try sandbox.hsi.run(
      ["sql", "--prove", "--database", "postgresql://localhost/index"],
      environment: ["PATH": sandbox.folder.path])
    #expect(
      run.status == 1 && run.errors.contains("psql is not installed") && run.errors.contains("[no-program]"))
  }

  @Test(
    "a question of the audit that SQL does not answer is refused by name",
    arguments: [
      (
        "importance", "[aggregation]\ndimensions = \"minimum\"",
        "importance of lens: the index is no weighted sum"
      ),
      (
        "importance", "[nodes]\ndimensions = { decimals = 1 }",
        "importance of lens: the index is no weighted sum"
      ),
      (
        "importance", "[nodes]\ndimensions = { poor_from = 0.5 }",
        "importance of lens: the index is no weighted sum"
      ),
      (
        "leave-one-out",
        "[weights]\nfood = 1.0\neconomic = 1.0\npersonal = 0.0\n[aggregation]\ndimensions = \"ratio\"\n[nodes]\ndimensions = { denominator = \"food\" }",
        "leave-one-out of lens: without one of its two parts there is no ratio"
      ),
      (
        "leave-one-out", "[weights]\nfood = 1.0\neconomic = 0.0\npersonal = 0.0",
        "leave-one-out of lens: without its only dimension"
      ),
      (
        "importance", "[weights]\nfood = 1.0\neconomic = 0.0\npersonal = 0.0",
        "importance of lens: its only dimension accounts for all of the variance"
      ),
    ]) func refusedAudit(_ query: String, _ rules: String, _ message: String) throws
  {
    let sandbox = try Sandbox()
    let weights = rules.contains("[weights]") ? "" : "weights = \"equal\"\n"
    try sandbox.write("Weights/lens.toml", "title = \"Made\"\n\(weights)dimensions_required = 1\n\(rules)\n")
    let run = try sandbox.hsi("sql", "--year", "2020", "--lens", "lens", "--audit", query)
    #expect(run.status == 1 && run.errors.contains("SQL does not express \(message)"), "\(run.errors)")
  }

  @Test("the head says what has to be unique, how nodes are joined and where a weight is changed") func head()
    throws
  {
    let sandbox = try Sandbox()
    try sandbox.write(
      "Weights/lens.toml",
      "title = \"Made\"\nweights = \"equal\"\n[aggregation]\ndimensions = \"arithmetic\"\nindicators = \"geometric\"\nfood = \"minimum\"\n"
    )
    func statement(_ options: String...) throws -> String {
      try sandbox.hsi.run(["sql", "--year", "2020", "--lens", "lens"] + options).output
    }
    let long = try statement()
    #expect(long.contains("-- (unit, indicator, year) has to be unique in figures"))
    #expect(
      long.contains(
        "-- How nodes are joined: the index arithmetic, all other nodes geometric, but food minimum.\n"))
    #expect(long.contains("-- To change one, change it in the lens lens and write the statement anew"))
    #expect(try statement("--input", "wide").contains("-- unit has to be unique in figures"))
  }
}
