import Foundation
import Testing

/// The page of every shipped indicator, as `make golden` last wrote it.
@Suite("The codebook") struct GoldenCodebookTests {
  @Test("Documentation/codebook.md is what hsi indicators prints; see make golden") func page() throws {
    let page = try Program(folder: repository)("indicators", "--format", "md").output
    let file = repository.appending(path: "Documentation/codebook.md")
    if GoldenTests.isRebaselining { try Data(page.utf8).write(to: file) }
    let accepted = try String(contentsOf: file, encoding: .utf8)
    let lines = zip(page.split(separator: "\n"), accepted.split(separator: "\n"))
    let difference = lines.first { $0 != $1 }.map { "\($0) instead of \($1)" } ?? "length"
    #expect(page == accepted, "\(difference.prefix(400)); see make golden")
  }

  @Test("it has a page for every series of the catalogue") func isWhole() throws {
    let page = try String(
      contentsOf: repository.appending(path: "Documentation/codebook.md"), encoding: .utf8)
    let csv = try Program(folder: repository)("indicators", "--format", "csv").output
    let rows = csv.split(separator: "\n").count - 1
    #expect(rows > 50)
    #expect(page.components(separatedBy: "\n## ").count - 1 == rows)
  }

  @Test("every lens and an early year give a codebook in every format", arguments: ["table", "csv", "json"])
  func lenses(format: String) throws {
    let program = Program(folder: repository)
    let noNumber = try Regex("[ ,](nan|-?inf)[,\n]")
    let names = try FileManager.default.contentsOfDirectory(
      atPath: repository.appending(path: "Weights").path)
    for name in names.filter({ $0.hasSuffix(".toml") }).sorted() {
      for more in [[], ["--year", "1995"]] {
        let run = try program.run(["indicators", "--lens", "Weights/\(name)", "--format", format] + more)
        #expect(run.status == 0 && !run.output.isEmpty, "\(name) \(more): \(run.errors)")
        #expect(run.output.firstRange(of: noNumber) == nil, "\(name) \(more)")
      }
    }
  }
}
