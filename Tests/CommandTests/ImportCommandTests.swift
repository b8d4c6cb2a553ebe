import Foundation
import Testing

@Suite("hsi import")
struct ImportCommandTests {
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

  @Test("--dry-run shows the same and writes nothing")
  func dryRun() throws {
    let sandbox = try Sandbox()
    let before = try sandbox.read("Data/economic/jobless.csv")
    try sandbox.write("jobs.csv", Self.download)
    let run = try sandbox.hsi("import", "jobs.csv", "--indicator", "jobless", "--dry-run")
    #expect(run.output.contains("3 new"))
    #expect(try sandbox.read("Data/economic/jobless.csv") == before)
    #expect(!sandbox.exists("Data/imports.toml"))
  }

  @Test("one error in one of several files leaves every file as it was")
  func allOrNothing() throws {
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

  @Test("a file that nobody has told it about is answered with what to do")
  func unknownFile() throws {
    let sandbox = try Sandbox()
    try sandbox.write("jobs.csv", Self.download)
    let run = try sandbox.hsi("import", "jobs.csv")
    #expect(run.status == 1)
    #expect(run.errors.contains("[unknown-file]"))
    #expect(run.errors.contains("--indicator ID"))
  }

  @Test("a file given twice, or two of one name, are refused: nothing is counted double")
  func sameName() throws {
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

  @Test("a file that holds more than the indicator's canonical figures is never replaced")
  func sharedFile() throws {
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

  @Test("a link out of the data folder is not written through")
  func linkedFolder() throws {
    let sandbox = try Sandbox()
    try sandbox.write("jobs.csv", Self.download)
    let manager = FileManager.default
    try manager.moveItem(
      at: sandbox.folder.appending(path: "Data/economic"),
      to: sandbox.folder.appending(path: "outside"))
    try manager.createSymbolicLink(
      atPath: sandbox.folder.appending(path: "Data/economic").path,
      withDestinationPath: "../outside")
    let before = try sandbox.read("outside/jobless.csv")
    let run = try sandbox.hsi("import", "jobs.csv", "--indicator", "jobless")
    #expect(run.status == 1)
    #expect(run.errors.contains("link that leaves the data folder"))
    #expect(try sandbox.read("outside/jobless.csv") == before)
  }

  @Test("parts of a sum are imported together or not at all")
  func parts() throws {
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
}
