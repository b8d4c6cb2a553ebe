import Foundation
import Testing

/// Figures that only some may have: a question mark in the column `files`.
@Suite("Files of figures that may be missing") struct OptionalFileTests {
  /// The small world with one more indicator of food, whose figures are not there.
  private func world() throws -> Sandbox {
    let sandbox = try Sandbox()
    let header = try sandbox.read("Data/indicators.csv").split(separator: "\n")[0].split(separator: ",")
    let fields = [
      "id": "secret", "dimension": "food", "name": "Secret", "unit": "%", "worst": "100", "best": "0",
      "licence": "restricted: not to be passed on", "files": "?",
    ]
    let row = header.map { fields[String($0)] ?? "" }.joined(separator: ",")
    try sandbox.write("Data/indicators.csv", try sandbox.read("Data/indicators.csv") + row + "\n")
    return sandbox
  }

  private func scores(_ sandbox: Sandbox) throws -> String {
    let run = try sandbox.hsi("score", "--format", "csv")
    #expect(run.status == 0, "\(run.errors)")
    return run.output
  }

  @Test("an indicator without its file changes no score, and check notes it once") func absent() throws {
    let (plain, sandbox) = (try Sandbox(), try world())
    #expect(try scores(plain) == scores(sandbox))
    let check = try sandbox.hsi("check", "--only", "not-here")
    #expect(
      check.output.contains("note: no figure of secret is here: restricted: not to be passed on [not-here]"))
    #expect(check.output.contains("errors: 0, warnings: 0, notes: 1"))
  }

  @Test("once its figures are brought in, it counts") func present() throws {
    let sandbox = try world()
    let before = try scores(sandbox)
    try sandbox.write("secret.csv", "iso3,year,value\nARC,2020,90\nBEN,2020,10\n")
    let run = try sandbox.hsi("import", "secret.csv", "--indicator", "secret")
    #expect(run.status == 0, "\(run.errors)")
    #expect(sandbox.exists("Data/food/secret.csv"))
    #expect(try scores(sandbox) != before)
    #expect(try !sandbox.hsi("check").output.contains("not-here"))
  }

  @Test("a file without the mark is an error where it is missing") func required() throws {
    let sandbox = try world()
    try sandbox.edit("Data/indicators.csv", ",?", ",")
    let run = try sandbox.hsi("score")
    #expect(run.status == 1)
    #expect(run.errors.contains("the file Data/food/secret.csv cannot be read"))
  }
}
