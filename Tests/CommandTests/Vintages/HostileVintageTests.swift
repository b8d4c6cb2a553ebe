import Foundation
import Testing

@Suite("Vintages and reports under bad input") struct HostileVintageTests {
  @Test("a folder that has the name of a page is the user's, and stays") func folderInPlaceOfPage() throws {
    let sandbox = try Sandbox()
    #expect(try sandbox.hsi("report").status == 0)
    try sandbox.remove("Reports/ranking.md")
    try sandbox.write("Reports/ranking.md/mine", "precious")
    for _ in 0..<2 {
      let run = try sandbox.hsi("report")
      #expect(run.status == 2 && run.errors.contains("Reports/ranking.md"), "\(run.errors)")
      #expect(try sandbox.read("Reports/ranking.md/mine") == "precious")
    }
  }

  @Test("the lens of a report is kept also where it stands elsewhere") func lensElsewhere() throws {
    let sandbox = try Sandbox()
    let lens = try sandbox.read("Weights/undp-1994.toml")
    try sandbox.write("outer.toml", lens)
    #expect(try sandbox.hsi("report", "--lens", "outer.toml").status == 0)
    try sandbox.write("outer.toml", lens.replacing("carry_forward = 5", with: "carry_forward = 1"))
    try #require(try sandbox.read("outer.toml") != lens)
    let run = try sandbox.hsi("diff", "last-report", "--lens", "outer.toml", "--format", "json")
    #expect(run.status == 0, "\(run.errors)")
    #expect(try sandbox.hsi("report", "--lens", "outer.toml").status == 0)
    #expect(try !sandbox.read("Reports/changes.md").contains("No earlier report is kept"))
  }

  @Test(
    "a folder is found by any path", arguments: ["other", "./other", "other/", "other/Data", "../SELF/other"])
  func folders(_ path: String) throws {
    let sandbox = try Sandbox()
    for part in ["Data", "Weights"] {
      try FileManager.default.createDirectory(
        at: sandbox.folder.appending(path: "other"), withIntermediateDirectories: true)
      try FileManager.default.copyItem(
        at: sandbox.folder.appending(path: part), to: sandbox.folder.appending(path: "other/" + part))
    }
    let run = try sandbox.hsi("diff", path.replacing("SELF", with: sandbox.folder.lastPathComponent))
    #expect(run.status == 0 && run.output.contains("No figure differs"), "\(run.errors)")
  }

  @Test("reports into folders of one name do not stand for each other") func oneName() throws {
    let sandbox = try Sandbox()
    #expect(try sandbox.hsi("report", "--output", "A/out").status == 0)
    #expect(try sandbox.hsi("report", "--output", "B/out", "--year", "2019").status == 0)
    #expect(try sandbox.hsi("report", "--output", "A/out").output.hasPrefix("up to date"))
    try sandbox.edit("Data/economic/income.csv", "ARC,2020,1000", "ARC,2020,9000")
    let run = try sandbox.hsi("report", "--output", "A/out")
    #expect(run.output.contains("1 revised"), "\(run.output)")
    #expect(try !sandbox.read("A/out/changes.md").contains("2019; then"))
  }

  @Test("a manifest that says something else is no manifest of these figures") func manifest() throws {
    let sandbox = try Sandbox()
    #expect(try sandbox.hsi("report").status == 0)
    let manifest = try sandbox.read("Reports/manifest.json")
    try sandbox.write("Reports/manifest.json", manifest.replacing("\"seed\": 1", with: "\"seed\": 7"))
    let run = try sandbox.hsi("verify")
    #expect(run.status == 3 && run.output.contains("manifest.json"), "\(run.output)")
    try sandbox.write(
      "Reports/manifest.json", manifest.replacing("report manifest 2", with: "report manifest 9"))
    let newer = try sandbox.hsi("verify")
    #expect(newer.status == 2 && newer.errors.contains("newer version"), "\(newer.errors)")
  }

  @Test("a stamp is not written through a link") func linkedStamp() throws {
    let sandbox = try Sandbox()
    #expect(try sandbox.hsi("report").status == 0)
    try sandbox.write("precious.txt", "precious")
    try sandbox.remove(".hsi/stamps/last-report")
    try FileManager.default.createSymbolicLink(
      atPath: sandbox.folder.appending(path: ".hsi/stamps/last-report").path,
      withDestinationPath: sandbox.folder.appending(path: "precious.txt").path)
    #expect(try sandbox.hsi("report").status == 0)
    #expect(try sandbox.read("precious.txt") == "precious")
  }

  @Test("a link in place of the vintages is not followed") func linkedVintages() throws {
    let sandbox = try Sandbox()
    #expect(try sandbox.hsi("vintage", "save", "one").status == 0)
    try sandbox.write("mine/precious/file", "precious")
    try sandbox.remove(".hsi/vintages")
    try FileManager.default.createSymbolicLink(
      atPath: sandbox.folder.appending(path: ".hsi/vintages").path,
      withDestinationPath: sandbox.folder.appending(path: "mine").path)
    let run = try sandbox.hsi("vintage", "drop", "precious")
    #expect(run.status == 1 && run.errors.contains("[damaged-store]"), "\(run.errors)")
    #expect(try sandbox.read("mine/precious/file") == "precious")
  }

  @Test(
    "no result is written over what is kept, or over a page",
    arguments: [
      ".hsi/format", ".hsi/vintages/one/vintage.txt", "Reports/manifest.json", "Reports/scores.csv",
    ]) func outputs(_ path: String) throws
  {
    let sandbox = try Sandbox()
    #expect(try sandbox.hsi("vintage", "save", "one").status == 0)
    #expect(try sandbox.hsi("report").status == 0)
    let before = try sandbox.read(path)
    for command in [["score"], ["export", "--to", "sqlite"]] {
      let run = try sandbox.hsi.run(command + ["--output", path])
      #expect(run.status == 2 && run.errors.contains("[output-among-inputs]"), "\(run.errors)")
      #expect(try sandbox.read(path) == before)
    }
  }

  @Test(
    "a name that means something else is refused", arguments: ["now", "Last-Report", "undp-1994", "2015"])
  func names(_ name: String) throws {
    let run = try Sandbox().hsi("vintage", "save", name)
    #expect(run.status == 2 && run.errors.contains("[vintage-name]"), "\(run.errors)")
  }

  @Test("a vintage without a readable record is told, and can be dropped") func damagedRecord() throws {
    let sandbox = try Sandbox()
    for name in ["one", "two"] { #expect(try sandbox.hsi("vintage", "save", name).status == 0) }
    try sandbox.write(".hsi/vintages/one/vintage.txt", "garbage")
    try sandbox.write(".hsi/vintages/two/vintage.txt", "# hsi vintage 9\n")
    let list = try sandbox.hsi("vintage", "list")
    #expect(list.errors.contains("its record cannot be read") && list.errors.contains("newer version"))
    #expect(try sandbox.hsi("diff", "one").errors.contains("[damaged-vintage]"))
    #expect(try sandbox.hsi("vintage", "drop", "one").status == 0)
    #expect(!sandbox.exists(".hsi/vintages/one"))
  }

  @Test("what a killed save left is removed by the next") func leftovers() throws {
    let sandbox = try Sandbox()
    #expect(try sandbox.hsi("vintage", "save", "one").status == 0)
    try sandbox.write(".hsi/vintages/.hsi-1-other.tmp/file", "half")
    #expect(try !sandbox.hsi("vintage", "list").output.contains(".tmp"))
    #expect(try sandbox.hsi("vintage", "save", "two").status == 0)
    #expect(!sandbox.exists(".hsi/vintages/.hsi-1-other.tmp"))
  }

  @Test("what is saved without a lens says so, and a folder without figures is not saved") func incomplete()
    throws
  {
    let sandbox = try Sandbox()
    try sandbox.remove("Weights")
    #expect(try sandbox.hsi("vintage", "save", "one").output.contains("no lens"))
    try sandbox.remove("Data/indicators.csv")
    let run = try sandbox.hsi("vintage", "save", "two")
    #expect(run.status == 1 && run.errors.contains("[no-data-folder]"), "\(run.errors)")
  }

  @Test("a misspelt state is told with the nearest name, and not as a fault of git") func misspelt() throws {
    let sandbox = try Sandbox()
    #expect(try sandbox.hsi("vintage", "save", "autumn").status == 0)
    let run = try sandbox.hsi("diff", "autum")
    #expect(run.status == 2 && run.errors.contains("[unknown-state]") && run.errors.contains("autumn"))
    let report = try sandbox.hsi("diff", "last-report")
    #expect(report.errors.contains("make a report first"), "\(report.errors)")
  }

  @Test("a fault of figures that two states share is told once") func once() throws {
    let sandbox = try Sandbox()
    try sandbox.edit("Data/economic/income.csv", "ARC,2020,1000", "ARC,2020,x")
    let run = try sandbox.hsi("diff", "2019", "2020")
    #expect(run.status == 1 && run.errors.components(separatedBy: "error:").count == 2, "\(run.errors)")
  }

  @Test("groups.csv is read by the check, and not called unused") func groups() throws {
    let sandbox = try Sandbox()
    try sandbox.write("Data/groups.csv", "group,iso3\nG,ARC\n")
    #expect(try !sandbox.hsi("check").output.contains("groups.csv"))
    try sandbox.write("Data/groups.csv", "group,iso3\nG,XXX\n")
    let run = try sandbox.hsi("check")
    #expect(run.status == 1 && run.output.contains("groups.csv:2"), "\(run.output)")
  }

  @Test(
    "options that would be ignored are refused",
    arguments: [
      ["diff", "2019", "2020", "--year", "2020"], ["report", "--port", "0"],
      ["explain", "ARC", "--limit", "3"], ["check", "--accept", "coverage-fell", "--reason", "a\u{1B}[31mb"],
    ]) func ignored(_ arguments: [String]) throws
  { #expect(try Sandbox().hsi.run(arguments).status == 2) }

  @Test("a country that the lens does not score is told") func scope() throws {
    let hsi = Program(folder: repository)
    for arguments in [["explain", "Taiwan", "--from", "2015"], ["diff", "2015", "--country", "Taiwan"]] {
      let run = try hsi.run(arguments)
      #expect(run.status == 2 && run.errors.contains("[out-of-scope]"), "\(run.errors)")
    }
  }

  @Test("a last report that is damaged is told once, and the next is kept in its place") func damagedLast()
    throws
  {
    let sandbox = try Sandbox()
    #expect(try sandbox.hsi("report").status == 0)
    try sandbox.remove(".hsi/vintages/last-report/Data/countries.csv")
    let run = try sandbox.hsi("report")
    #expect(run.status == 0 && run.errors.contains("[not-kept]"), "\(run.errors)")
    #expect(try sandbox.hsi("report").output.hasPrefix("up to date"))
    #expect(sandbox.exists(".hsi/vintages/last-report/Data/countries.csv"))
  }
}
