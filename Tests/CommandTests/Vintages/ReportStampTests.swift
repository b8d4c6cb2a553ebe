import Foundation
import Testing

@Suite("hsi report where nothing changed") struct ReportStampTests {
  private func reported() throws -> Sandbox {
    let sandbox = try Sandbox()
    #expect(try sandbox.hsi("report").status == 0)
    return sandbox
  }

  private func isCurrent(_ sandbox: Sandbox, _ options: String...) throws -> Bool {
    let run = try sandbox.hsi.run(["report"] + options)
    #expect(run.status == 0, "\(run.errors)")
    return run.output.hasPrefix("up to date")
  }

  @Test("says so, and says of what") func current() throws {
    let sandbox = try reported()
    let run = try sandbox.hsi("report")
    #expect(run.output.hasPrefix("up to date: "), "\(run.output)")
    #expect(run.output.hasSuffix(" files in Reports for 2020 under undp-1994\n"))
    #expect(try sandbox.hsi("report", "--check").output == "up to date\n")
  }

  @Test(
    "makes it again for any byte of figures, lenses and pages",
    arguments: [
      "Data/economic/income.csv", "Data/countries.csv", "Weights/undp-1994.toml", "Reports/scores.csv",
      "Reports/countries/ARC.md", "Reports/manifest.json",
    ]) func changed(_ file: String) throws
  {
    let sandbox = try reported()
    try sandbox.write(file, try sandbox.read(file) + "\n")
    #expect(try !isCurrent(sandbox))
    #expect(try isCurrent(sandbox))
  }

  @Test("makes it again for files that come and go") func comeAndGone() throws {
    let sandbox = try reported()
    try sandbox.write("Data/notes.txt", "a note")
    #expect(try !isCurrent(sandbox))
    try sandbox.remove("Data/notes.txt")
    #expect(try !isCurrent(sandbox))
    try sandbox.remove("Reports/ranking.md")
    #expect(try !isCurrent(sandbox))
    #expect(sandbox.exists("Reports/ranking.md"))
  }

  @Test("makes it again for other options, and where the vintages are gone") func asked() throws {
    let sandbox = try reported()
    #expect(try !isCurrent(sandbox, "--language", "fr"))
    #expect(try isCurrent(sandbox, "--language", "fr"))
    #expect(try !isCurrent(sandbox, "--year", "2020"))
    #expect(try !isCurrent(sandbox, "--output", "Other"))
    #expect(try isCurrent(sandbox, "--year", "2020"))
    try sandbox.remove(".hsi/vintages")
    #expect(try !isCurrent(sandbox, "--year", "2020"))
  }

  @Test("gives the bytes that a report from nothing gives, once a figure has changed") func same() throws {
    let (sandbox, other) = (try reported(), try reported())
    for one in [sandbox, other] { try one.edit("Data/economic/income.csv", "ARC,2020,1000", "ARC,2020,1001") }
    #expect(try !isCurrent(sandbox))
    try other.remove("Reports")
    #expect(try !isCurrent(other))
    let names = try FileManager.default.subpathsOfDirectory(
      atPath: sandbox.folder.appending(path: "Reports").path)
    let files = names.filter { $0.contains(".") }.sorted()
    #expect(files.count > 10)
    for file in files { #expect(try sandbox.read("Reports/" + file) == other.read("Reports/" + file)) }
  }
}
