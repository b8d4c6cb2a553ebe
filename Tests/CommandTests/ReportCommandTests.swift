import Foundation
import Testing

@Suite("hsi report") struct ReportCommandTests {
  @Test("writes every page, and a second run changes nothing") func pages() throws {
    let sandbox = try Sandbox()
    let run = try sandbox.hsi("report")
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("3 of 4 countries ranked for 2020 under undp-1994"))
    let names = [
      "audit.md", "countries/ARC.md", "countries/LIL.md", "datapackage.json", "index.html", "indicators.csv",
      "manifest.json", "ranking.md", "scores.csv", "scores.json",
    ]
    let first = try names.map { try sandbox.read("Reports/" + $0) }
    try sandbox.remove(".hsi/stamps")
    #expect(try sandbox.hsi("report").status == 0)
    #expect(try names.map { try sandbox.read("Reports/" + $0) } == first)
  }

  @Test("the manifest holds digests of inputs and outputs, no path of the machine and no time")
  func manifest() throws {
    let sandbox = try Sandbox()
    _ = try sandbox.hsi("report", "--data", sandbox.folder.appending(path: "Data").path)
    let text = try sandbox.read("Reports/manifest.json")
    #expect(!text.contains(sandbox.folder.path))
    let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let inputs = try #require(object["inputs"] as? [[String: String]])
    #expect(inputs.contains { $0["file"] == "Data/economic/income.csv" })
    #expect(inputs.allSatisfy { $0["sha256"]?.count == 64 })
    let outputs = try #require(object["outputs"] as? [[String: String]])
    #expect(outputs.contains { $0["file"] == "ranking.md" })
  }

  @Test("SHA-256 in the manifest is that of the file") func digest() throws {
    let sandbox = try Sandbox()
    // The digest of an empty file is a published constant.
    try sandbox.write("Data/notes.txt", "")
    _ = try sandbox.hsi("report")
    let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    #expect(try sandbox.read("Reports/manifest.json").contains(empty))
  }

  @Test("a change of one figure changes the vintage") func vintage() throws {
    let sandbox = try Sandbox()
    _ = try sandbox.hsi("report")
    let before = try sandbox.read("Reports/ranking.md")
    try sandbox.edit("Data/economic/income.csv", "ARC,2019,900", "ARC,2019,901")
    _ = try sandbox.hsi("report")
    let after = try sandbox.read("Reports/ranking.md")
    #expect(before != after)
    #expect(
      before.components(separatedBy: "data vintage")[0] == after.components(separatedBy: "data vintage")[0])
  }

  @Test("a folder that holds other people's files is not touched") func foreignFolder() throws {
    let sandbox = try Sandbox()
    try sandbox.write("Precious/thesis.md", "years of work")
    let run = try sandbox.hsi("report", "--output", "Precious")
    #expect(run.status == 2)
    #expect(run.errors.contains("[not-a-report]"))
    #expect(try sandbox.read("Precious/thesis.md") == "years of work")
  }

  @Test("a linked report folder is renewed where it stands, and the link stays") func linkedFolder() throws {
    let sandbox = try Sandbox()
    _ = try sandbox.hsi("report", "--output", "real")
    try sandbox.write("real/notes.txt", "mine")
    let link = sandbox.folder.appending(path: "Reports").path
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "real")
    #expect(try sandbox.hsi("report").status == 0)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "real")
    #expect(try sandbox.read("real/notes.txt") == "mine")
    #expect(sandbox.exists("real/ranking.md"))
  }

  @Test(
    "a report does not land among the figures",
    arguments: ["Data/Reports", "Data", "Data/new/Reports", "./Data/a/b/c"]) func insideData(_ output: String)
    throws
  {
    let sandbox = try Sandbox()
    let run = try sandbox.hsi("report", "--output", output)
    #expect(run.status == 2)
    #expect(run.errors.contains("[output-among-inputs]"))
    #expect(!sandbox.exists("Data/Reports") && !sandbox.exists("Data/new") && !sandbox.exists("Data/a"))
  }

  @Test("slashes at the end of a folder's name do not matter, and leftovers of killed runs go")
  func slashesAndLeftovers() throws {
    let sandbox = try Sandbox()
    // No process has this number: the kernel's limit is 2^22.
    try sandbox.write(".hsi-99999999-Reports.tmp/ranking.md", "half")
    for _ in 0..<2 { #expect(try sandbox.hsi("report", "--output", "Reports//").status == 0) }
    #expect(sandbox.exists("Reports/ranking.md"))
    #expect(!sandbox.exists(".hsi-99999999-Reports.tmp"))
  }

  @Test("a file where the folder should be is not replaced") func notAFolder() throws {
    let sandbox = try Sandbox()
    try sandbox.write("Reports", "a letter")
    let run = try sandbox.hsi("report")
    #expect(run.status == 2)
    #expect(run.errors.contains("[not-a-folder]"))
    #expect(try sandbox.read("Reports") == "a letter")
    #expect(try sandbox.hsi("report", "--output", "").status == 2)
  }

  @Test("a file that someone put beside the pages stays; a page no longer made goes") func strayFiles() throws
  {
    let sandbox = try Sandbox()
    _ = try sandbox.hsi("report", "--scope", "all")
    #expect(sandbox.exists("Reports/countries/ERE.md"))
    try sandbox.write("Reports/notes/mine.md", "mine")
    _ = try sandbox.hsi("report")
    #expect(!sandbox.exists("Reports/countries/ERE.md"))
    #expect(try sandbox.read("Reports/notes/mine.md") == "mine")
    let left = try FileManager.default.contentsOfDirectory(atPath: sandbox.folder.path)
    #expect(left.filter { $0.hasPrefix(".hsi-") }.isEmpty)
  }

  @Test("hostile names are text on every page") func hostileNames() throws {
    let sandbox = try Sandbox()
    try sandbox.edit("Data/countries.csv", "Arcadia,", "\"<script>alert(1)</script> | =1+1 & \"\"x\"\"\",")
    let run = try sandbox.hsi("report")
    #expect(run.status == 0)
    for page in ["index.html", "ranking.md", "countries/ARC.md"] {
      #expect(!(try sandbox.read("Reports/" + page)).contains("<script>alert"))
    }
    #expect(try sandbox.read("Reports/ranking.md").contains("\\| =1+1"))
    try sandbox.edit("Data/countries.csv", "<script>alert(1)</script> | =1+1", "=1+1")
    _ = try sandbox.hsi("report")
    #expect(try sandbox.read("Reports/scores.csv").contains("\"'=1+1"))
  }

  @Test("links to figures stand only where Data/ is beside the report") func links() throws {
    let sandbox = try Sandbox()
    _ = try sandbox.hsi("report")
    #expect(try sandbox.read("Reports/countries/ARC.md").contains("../../Data/economic/income.csv#L3"))
    try FileManager.default.createDirectory(
      at: sandbox.folder.appending(path: "deep"), withIntermediateDirectories: true)
    _ = try sandbox.hsi("report", "--output", "deep/Out")
    #expect(!(try sandbox.read("deep/Out/countries/ARC.md")).contains("#L3"))
    #expect(try sandbox.read("deep/Out/countries/ARC.md").contains("economic/income.csv:3"))
  }

  @Test("the shipped report is what the shipped figures give") func shippedReport() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for part in ["Data", "Weights"] {
      try FileManager.default.copyItem(at: repository.appending(path: part), to: folder.appending(path: part))
    }
    let run = try Program(folder: folder)("report")
    #expect(run.status == 0)
    let shipped = repository.appending(path: "Reports")
    let manifest = try String(contentsOf: shipped.appending(path: "manifest.json"), encoding: .utf8)
    let fresh = try String(contentsOf: folder.appending(path: "Reports/manifest.json"), encoding: .utf8)
    #expect(fresh == manifest, "Reports/ is not current: run make report")
    let pages = ["index.html", "ranking.md", "scores.csv", "countries/NOR.md"]
    for page in pages {
      #expect(
        try Data(contentsOf: shipped.appending(path: page))
          == Data(contentsOf: folder.appending(path: "Reports/\(page)")))
    }
  }

  @Test(
    "at least 175 of the 195 members and observer states are ranked for the latest year, the rest have reasons"
  ) func enoughRanked() throws {
    let run = try Program(folder: repository)("score", "--format", "csv")
    let rows = run.output.split(separator: "\n").dropFirst()
    #expect(rows.count == 195)
    #expect(rows.count { $0.contains(",ranked,") } >= 175)
    #expect(rows.allSatisfy { $0.contains(",ranked,") || $0.contains("withheld: ") })
  }

  @Test("the shipped figures and lenses have no errors and no warnings") func check() throws {
    let run = try Program(folder: repository)("check", "--fail-on", "warning")
    #expect(run.status == 0, "\(run.output)")
  }
}
