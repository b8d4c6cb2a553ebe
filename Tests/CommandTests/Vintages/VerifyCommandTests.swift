import Foundation
import Testing

@Suite("hsi verify and hsi report --check") struct VerifyCommandTests {
  private func reported() throws -> Sandbox {
    let sandbox = try Sandbox()
    #expect(try sandbox.hsi("report").status == 0)
    return sandbox
  }

  @Test("a report is what its figures make, in any locale, zone and order of environment") func passes()
    throws
  {
    let sandbox = try reported()
    for environment in [[:], ["LC_ALL": "tr_TR.UTF-8", "TZ": "Pacific/Kiritimati"]] {
      let run = try sandbox.hsi("verify", environment: environment)
      #expect(run.status == 0 && run.output.contains("verified"), "\(run.output)")
    }
    #expect(try sandbox.hsi("report", "--check").output == "up to date\n")
  }

  @Test("on one processor, and whatever order a folder names its files in") func order() throws {
    let sandbox = try reported()
    let program = try Program.path
    // A folder in memory names its newest file first.
    for order in ["", "-r"] {
      let script = """
        set -e; copy=$(mktemp -d "$([ -w /dev/shm ] && echo /dev/shm || echo /tmp)/hsi-XXXXXX")
        find Data Weights Reports -type f | sort \(order) | while read -r file; do
          mkdir -p "$copy/$(dirname "$file")"; cp "$file" "$copy/$file"; done
        cd "$copy"; ls -U Data | head -1; taskset -c 0 "\(program)" verify; cd /; rm -rf "$copy"
        """
      let output = try GoldenManualTests.run("/bin/sh", ["-c", script], in: sandbox.folder)
      #expect(output.contains("verified"), "\(output)")
    }
  }

  @Test("one flipped byte is named", arguments: ["Reports/scores.csv", "Data/economic/income.csv"])
  func flipped(_ file: String) throws {
    let sandbox = try reported()
    var bytes = Data(try sandbox.read(file).utf8)
    bytes[bytes.count - 3] ^= 1
    try bytes.write(to: sandbox.folder.appending(path: file))
    let run = try sandbox.hsi("verify")
    #expect(run.status == 3 && run.output.contains(file))
    #expect(try sandbox.hsi("report", "--check").status == 3)
  }

  @Test("files that come and go are named") func goneAndNew() throws {
    let sandbox = try reported()
    try sandbox.remove("Reports/ranking.md")
    try sandbox.write("Data/extra.csv", "iso3,year,value\n")
    let run = try sandbox.hsi("verify")
    #expect(run.status == 3)
    #expect(run.output.contains("Reports/ranking.md is gone") && run.output.contains("Data/extra.csv is new"))
  }

  @Test("what is no manifest is told") func noManifest() throws {
    let sandbox = try Sandbox()
    try sandbox.write("Reports/manifest.json", "{}")
    let run = try sandbox.hsi("verify")
    #expect(run.status == 2 && run.errors.contains("[not-a-report]"))
  }

  @Test("a second report says what changed since the first, and says so again when it is made again")
  func changes() throws {
    let sandbox = try reported()
    #expect(try sandbox.read("Reports/changes.md").contains("No earlier report is kept"))
    try sandbox.edit("Data/economic/income.csv", "ARC,2020,1000", "ARC,2020,9000")
    let run = try sandbox.hsi("report")
    #expect(run.output.contains("Of the figures, 0 added, 1 revised and 0 withdrawn."))
    let told = try sandbox.read("Reports/changes.md")
    #expect(told.contains("1 revised"))
    #expect(try sandbox.read("Reports/index.html").contains("What changed since the last report"))
    try sandbox.remove(".hsi/stamps")
    #expect(try sandbox.hsi("report").status == 0)
    #expect(try sandbox.read("Reports/changes.md") == told)
    #expect(try sandbox.hsi("verify").status == 0)
    // A clone has no vintages: what they tell is not verified, and that is said.
    try sandbox.remove(".hsi")
    let clone = try sandbox.hsi("verify")
    #expect(clone.status == 0 && clone.output.contains("changes.md"))
  }

  @Test("what is doubtful of a report is told once, though it is compared with the one before")
  func warnings() throws {
    let sandbox = try Sandbox()
    #expect(try sandbox.hsi("report", "--year", "2024").status == 0)
    try sandbox.edit("Data/economic/income.csv", "ARC,2020,1000", "ARC,2020,9000")
    let run = try sandbox.hsi("report", "--year", "2024")
    #expect(run.status == 0 && run.output.contains("1 revised"), "\(run.output)")
    #expect(run.errors.components(separatedBy: "[year-without-figures]").count == 2, "\(run.errors)")
  }

  @Test("files that stay the same are not touched") func untouched() throws {
    let sandbox = try reported()
    func number(_ name: String) throws -> Int {
      let path = sandbox.folder.appending(path: "Reports/\(name)").path
      return try #require(FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int)
    }
    let before = try ["countries/LIL.md", "scores.csv"].map(number)
    try sandbox.edit("Data/economic/income.csv", "ARC,2020,1000", "ARC,2020,1001")
    #expect(try sandbox.hsi("report").status == 0)
    let after = try ["countries/LIL.md", "scores.csv"].map(number)
    #expect(before[1] != after[1])
    try sandbox.remove(".hsi/stamps")
    #expect(try sandbox.hsi("report").status == 0)
    #expect(try ["countries/LIL.md", "scores.csv"].map(number) == after)
  }
}
