import Foundation
import Testing

@Suite("hsi import") struct ImportCommandTests {
  static let download = """
    "Data Source","Invented Indicators",

    "Country Name","Country Code","Indicator Name","Indicator Code","2019","2020","2021",
    "Arcadia","ARC","Jobless","X.JOB","4.5","5","",
    "Utopia","UTO","Jobless","X.JOB","..","0","1",

    """

  @Test("shows what is new, revised and gone, writes the canonical file, and remembers the source")
  func firstImport() throws {
    let sandbox = try Sandbox()
    try sandbox.write("jobs.csv", Self.download)
    let run = try sandbox.hsi("import", "jobs.csv", "--indicator", "jobless")
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("jobless: 4 figures of 2 countries; 3 new, 0 revised, 4 gone\n"))
    #expect(
      try sandbox.read("Data/economic/jobless.csv")
        == "iso3,year,value\nARC,2019,4.5\nARC,2020,5\nUTO,2020,0\nUTO,2021,1\n")
    #expect(try sandbox.read("Data/imports.toml").contains("[jobless]"))
    try sandbox.write("jobs.csv", Self.download.replacingOccurrences(of: "4.5", with: "4.25"))
    let second = try sandbox.hsi("import", "jobs.csv")
    #expect(second.output.contains("0 new, 1 revised, 0 gone\n  revised ARC 2019: 4.5 → 4.25"))
  }

  @Test("--dry-run shows the same and writes nothing") func dryRun() throws {
    let sandbox = try Sandbox()
    let before = try sandbox.read("Data/economic/jobless.csv")
    try sandbox.write("jobs.csv", Self.download)
    let run = try sandbox.hsi("import", "jobs.csv", "--indicator", "jobless", "--dry-run")
    #expect(run.output.contains("3 new"))
    #expect(try sandbox.read("Data/economic/jobless.csv") == before)
    #expect(!sandbox.exists("Data/imports.toml"))
  }

  @Test("one error in one of several files leaves every file as it was") func allOrNothing() throws {
    let sandbox = try Sandbox()
    try sandbox.write("jobs.csv", Self.download)
    try sandbox.write("income.csv", "Entity,Code,Year,Income\nArcadia,ARC,2021,much\n")
    try sandbox.write(
      "Data/imports.toml",
      "[jobless]\nsource = [{ file = \"jobs.csv\" }]\n"
        + "[income]\nsource = [{ file = \"income.csv\", column = \"Income\" }]\n")
    let before = try sandbox.read("Data/economic/jobless.csv")
    let run = try sandbox.hsi("import", "jobs.csv", "income.csv")
    #expect(run.status == 1)
    #expect(run.errors.contains("income.csv:2:18: error: \"much\" is not a number [not-a-number]"))
    #expect(try sandbox.read("Data/economic/jobless.csv") == before)
  }

  @Test("a file that nobody has told it about is answered with what to do") func unknownFile() throws {
    let sandbox = try Sandbox()
    try sandbox.write("jobs.csv", Self.download)
    let run = try sandbox.hsi("import", "jobs.csv")
    #expect(run.status == 1)
    #expect(run.errors.contains("[unknown-file]"))
    #expect(run.errors.contains("--indicator ID"))
  }

  @Test("an unknown file among known ones is left aside with a warning, however like their names")
  func unknownAmongKnown() throws {
    let sandbox = try Sandbox()
    try sandbox.write("jobs.csv", "iso3,year,value\nARC,2019,4.5\n")
    try sandbox.write("jobz.csv", "Date,Amount\n2020-01-01,5\n")
    try sandbox.write("Data/imports.toml", "[jobless]\nsource = [{ file = \"jobs.csv\" }]\n")
    let run = try sandbox.hsi("import", "jobs.csv", "jobz.csv", "--force")
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      run.errors.contains(
        "jobz.csv: warning: imports.toml names no file \"jobz.csv\": it is left aside " + "[unknown-file]"))
    #expect(try sandbox.read("Data/economic/jobless.csv") == "iso3,year,value\nARC,2019,4.5\n")
    let alone = try sandbox.hsi("import", "jobz.csv")
    #expect(alone.status == 1)
    #expect(alone.errors.contains("jobz.csv: error: imports.toml names no file"))
    #expect(!alone.errors.contains("did you mean"))
  }

  @Test("a file given twice, or two of one name, are refused: nothing is counted double") func sameName()
    throws
  {
    let sandbox = try Sandbox()
    try sandbox.write("jobs.csv", Self.download)
    try sandbox.write("other/jobs.csv", Self.download)
    let before = try sandbox.read("Data/economic/jobless.csv")
    for second in ["jobs.csv", "other/jobs.csv"] {
      let run = try sandbox.hsi("import", "jobs.csv", second, "--indicator", "jobless")
      #expect(run.status == 1)
      #expect(run.errors.contains("[same-name]"))
    }
    #expect(try sandbox.read("Data/economic/jobless.csv") == before)
  }

  @Test("a file that holds more than the indicator's canonical figures is never replaced") func sharedFile()
    throws
  {
    let sandbox = try Sandbox()
    try sandbox.write("jobs.csv", Self.download)
    let wide = "iso3,country,le_2019,le_2020\nARC,Arcadia,5,6\n"
    try sandbox.write("Data/undp/H.csv", wide)
    for files in ["undp/H.csv#le", "undp/H.csv"] {
      let catalogue = try sandbox.read("Data/indicators.csv")
      try sandbox.edit(
        "Data/indicators.csv", "CC0 1.0,natural bounds,\n", "CC0 1.0,natural bounds,\(files)\n")
      let run = try sandbox.hsi("import", "jobs.csv", "--indicator", "jobless")
      #expect(run.status == 1)
      #expect(run.errors.contains("[not-replaceable]"))
      try sandbox.write("Data/indicators.csv", catalogue)
    }
    #expect(try sandbox.read("Data/undp/H.csv") == wide)
  }

  @Test("a link out of the data folder is not written through") func linkedFolder() throws {
    let sandbox = try Sandbox()
    try sandbox.write("jobs.csv", Self.download)
    let manager = FileManager.default
    try manager.moveItem(
      at: sandbox.folder.appending(path: "Data/economic"), to: sandbox.folder.appending(path: "outside"))
    try manager.createSymbolicLink(
      atPath: sandbox.folder.appending(path: "Data/economic").path, withDestinationPath: "../outside")
    let before = try sandbox.read("outside/jobless.csv")
    let run = try sandbox.hsi("import", "jobs.csv", "--indicator", "jobless")
    #expect(run.status == 1)
    #expect(run.errors.contains("link that leaves the data folder"))
    #expect(try sandbox.read("outside/jobless.csv") == before)
  }

  @Test("parts of a sum are imported together or not at all") func parts() throws {
    let sandbox = try Sandbox()
    try sandbox.write("a.csv", "geo,time,a\narc,2020,1\nuto,2020,5\n")
    try sandbox.write("b.csv", "geo,time,b\narc,2020,2\n")
    try sandbox.write(
      "Data/imports.toml",
      "[jobless]\nsource = [{ file = \"a.csv\" }, { file = \"b.csv\" }]\ncombine = \"sum\"\n")
    let alone = try sandbox.hsi("import", "a.csv")
    #expect(alone.status == 1)
    #expect(alone.errors.contains("jobless also needs the file \"b.csv\""))
    #expect(try sandbox.hsi("import", "a.csv", "b.csv").status == 0)
    #expect(try sandbox.read("Data/economic/jobless.csv") == "iso3,year,value\nARC,2020,3\n")
  }

  /// A catalogue entry that the plan remembers much of.
  private static let remembered = """
    first_year = 2000
    last_year = 2025

    [jobless]
    source = [ { file = "API_X.JOB_DS2_en_csv_v2_1.csv", column = "X.JOB", url = "worldbank:X.JOB", \
    origin = "https://example.org/old" } ]
    zero_is_missing = true

    """

  @Test("--indicator keeps what was remembered, and leaves the plan's own years to the plan")
  func keepsEntry() throws {
    let sandbox = try Sandbox()
    try sandbox.write("jobs.csv", Self.download)
    try sandbox.write("Data/imports.toml", Self.remembered)
    #expect(try sandbox.hsi("import", "jobs.csv", "--indicator", "jobless").status == 0)
    #expect(
      try sandbox.read("Data/imports.toml")
        == Self.remembered.replacingOccurrences(of: "API_X.JOB_DS2_en_csv_v2_1.csv", with: "jobs.csv")
        .replacingOccurrences(of: ", origin = \"https://example.org/old\"", with: ""))
    let other = try sandbox.hsi("import", "jobs.csv", "--indicator", "jobless", "--column", "X.OTHER")
    #expect(other.status == 1, "the series is asked for in the column of codes")
    #expect(other.errors.contains("\"X.OTHER\""))
  }

  @Test("several series of one file keep their columns when the file gets a new name") func keepsColumns()
    throws
  {
    let sandbox = try Sandbox()
    try sandbox.write("new.csv", "iso3,year,a,b\nARC,2020,1,2\n")
    try sandbox.write(
      "Data/imports.toml",
      "[jobless]\nsource = [{ file = \"old.csv\", column = \"a\" }, "
        + "{ file = \"old.csv\", column = \"b\" }]\ncombine = \"mean\"\n")
    let run = try sandbox.hsi("import", "new.csv", "--indicator", "jobless", "--force")
    #expect(run.status == 0, "\(run.errors)")
    #expect(try sandbox.read("Data/economic/jobless.csv") == "iso3,year,value\nARC,2020,1.5\n")
    let plan = try sandbox.read("Data/imports.toml")
    #expect(plan.contains("{ file = \"new.csv\", column = \"b\" }"))
    #expect(plan.contains("combine = \"mean\""))
  }

  @Test("a World Bank file of a new name is known by the series in it, and remembered") func newNumber()
    throws
  {
    let sandbox = try Sandbox()
    let name = "API_X.JOB_DS2_en_csv_v2_331187.csv"
    try sandbox.write(name, Self.download)
    try sandbox.write("Data/imports.toml", Self.remembered)
    let dry = try sandbox.hsi("import", name, "--dry-run")
    #expect(dry.status == 0, "\(dry.errors)")
    #expect(try sandbox.read("Data/imports.toml") == Self.remembered)
    let run = try sandbox.hsi("import", name)
    #expect(run.output.contains("Data/imports.toml remembers the source\n"))
    let plan = try sandbox.read("Data/imports.toml")
    #expect(plan.contains("file = \"\(name)\", column"))
    #expect(!plan.contains("https://example.org/old"), "that is where the old file stood")
    try sandbox.write("API_Y_DS2_1.csv", Self.download.replacingOccurrences(of: "X.JOB", with: "Y"))
    #expect(try sandbox.hsi("import", "API_Y_DS2_1.csv").errors.contains("[unknown-file]"))
  }

  @Test("the one table in a World Bank archive is imported") func archive() throws {
    let sandbox = try Sandbox()
    let bytes = ZIPText.archive([
      ("Metadata_Country_API_X.JOB.csv", "a\n"), ("API_X.JOB_DS2_en_csv_v2_1.csv", Self.download),
    ])
    try Data(bytes).write(to: sandbox.folder.appending(path: "API.zip"))
    try sandbox.write("Data/imports.toml", Self.remembered)
    let run = try sandbox.hsi("import", "API.zip")
    #expect(run.status == 0, "\(run.errors)")
    #expect(try sandbox.read("Data/economic/jobless.csv").contains("ARC,2019,4.5\n"))
    try Data(bytes.dropLast(60)).write(to: sandbox.folder.appending(path: "API.zip"))
    let broken = try sandbox.hsi("import", "API.zip")
    #expect(broken.status == 1 && broken.errors.contains("[wrong-archive]"))
  }

  @Test("with --keep, figures stay that a file of new years does not have; it is not remembered") func keep()
    throws
  {
    let sandbox = try Sandbox()
    try sandbox.write("jobs.csv", "iso3,year,value\nARC,2020,5.5\nARC,2021,1\nBEN,2019,3\n")
    let arguments = ["import", "jobs.csv", "--indicator", "jobless"]
    let refused = try sandbox.hsi.run(arguments + ["--dry-run"])
    #expect(refused.status == 0, "4 of 5 are too few to be refused")
    #expect(refused.output.hasPrefix("jobless: 3 figures of 2 countries; 2 new, 1 revised, 4 gone"))
    let run = try sandbox.hsi.run(arguments + ["--keep"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      run.output.hasPrefix(
        "jobless: 7 figures of 5 countries; 2 new, 1 revised, 0 gone, 4 kept\n"
          + "  revised ARC 2020: 5 → 5.5\n"))
    #expect(
      try sandbox.read("Data/economic/jobless.csv")
        == "iso3,year,value\nARC,2020,5.5\nARC,2021,1\nBEN,2019,3\nBEN,2020,8\nERE,2020,10\n"
        + "LIL,2020,20\nUTO,2018,0\n")
    #expect(try sandbox.read("Data/imports.toml") == "[jobless]\nsource = [ { file = \"jobs.csv\" } ]\n")
    let again = try sandbox.hsi("import", "jobs.csv")
    #expect(again.errors.isEmpty && again.output.contains("4 gone\n"))
    try sandbox.write("Data/economic/jobless.csv", "iso3,year,value\nARC,2020,5\nBEN,2018,much\n")
    let broken = try sandbox.hsi.run(arguments + ["--keep"])
    #expect(broken.status == 1, "what cannot be read cannot be kept")
    #expect(broken.errors.contains("Data/economic/jobless.csv:3:10: error: \"much\" is not a num"))
  }

  @Test("what was left out, what was written, and that nothing changed, are told") func remarks() throws {
    let sandbox = try Sandbox()
    try sandbox.write("Data/areas.csv", "name,kind,note\nWLD,aggregate,\n")
    try sandbox.write(
      "jobs.csv", "iso3,year,value\nARC,1999,1\nARC,2019,1\nARC,2026,1\nARC,2027,1\nWLD,2020,3\n")
    try sandbox.write("Data/imports.toml", "first_year = 2000\nlast_year = 2025\n")
    let run = try sandbox.hsi("import", "jobs.csv", "--indicator", "jobless", "--force")
    #expect(
      run.output.hasSuffix(
        """
          rows left out: 1 of aggregates (WLD)
          figures left out: 1 before 2000, 2 after 2025
          written to Data/economic/jobless.csv
        Data/imports.toml remembers the source

        """), "\(run.output)")
    let again = try sandbox.hsi("import", "jobs.csv")
    #expect(again.output.hasSuffix("  nothing changed in Data/economic/jobless.csv\n"))
  }

  @Test("two runs at once both remember their source") func atOnce() async throws {
    let sandbox = try Sandbox()
    try sandbox.write("jobs.csv", Self.download)
    // Another run is about to write what it has read before.
    let other = open(sandbox.folder.appending(path: "Data/.hsi-lock").path, O_RDWR | O_CREAT, 0o644)
    #expect(flock(other, LOCK_EX) == 0)
    let program = Program(folder: sandbox.folder)
    async let run = Task.detached { try program("import", "jobs.csv", "--indicator", "jobless") }.value
    for _ in 0..<20 where !sandbox.exists("Data/imports.toml") {
      try await Task.sleep(for: .milliseconds(50))
    }
    try sandbox.write("Data/imports.toml", "[income]\nsource = [ { file = \"income.csv\" } ]\n")
    close(other)
    #expect(try await run.status == 0)
    let plan = try sandbox.read("Data/imports.toml")
    #expect(plan.contains("[income]") && plan.contains("[jobless]"))
  }
}
