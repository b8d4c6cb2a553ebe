import Foundation
import Testing

/// Whole pages of the small world against the ones last accepted by a person.
///
/// `make golden` accepts the present output; read the difference before committing it.
@Suite("Golden pages") struct GoldenTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/Golden")
  static let isRebaselining = ProcessInfo.processInfo.environment["HSI_REBASELINE"] != nil

  static func compare(_ text: String, with name: String) throws {
    let file = folder.appending(path: name)
    if isRebaselining {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    let golden = try String(contentsOf: file, encoding: .utf8)
    let lines = zip(text.split(separator: "\n"), golden.split(separator: "\n"))
    let difference = lines.first { $0 != $1 }.map { "\($0) instead of \($1)" } ?? "length"
    #expect(text == golden, "\(name) differs: \(difference.prefix(400)); see make golden")
  }

  @Test(
    "the report of the small world is the accepted one",
    arguments: [
      "index.html", "audit.md", "ranking.md", "countries/ARC.md", "countries/LIL.md", "scores.csv",
      "indicators.csv", "scores.json", "datapackage.json",
    ]) func report(_ page: String) throws
  {
    let sandbox = try Sandbox()
    #expect(try sandbox.hsi("report").status == 0)
    try Self.compare(try sandbox.read("Reports/" + page), with: page)
  }

  @Test(
    "what the commands print is the accepted text",
    arguments: [
      ("score.txt", ["score"]), ("score.md", ["score", "--format", "md"]),
      ("indicators.txt", ["score", "--level", "indicator", "--country", "ARC"]),
      ("country.txt", ["country", "ARC"]), ("country.md", ["country", "ARC", "--format", "md"]),
      ("levers.txt", ["levers", "ARC"]), ("group.txt", ["score", "--income", "high"]),
      ("explain.txt", ["explain", "ARC"]), ("explain.md", ["explain", "LIL", "--format", "md"]),
      ("explain-two.txt", ["explain", "UTO", "ARC"]), ("codebook.txt", ["indicators"]),
      ("codebook.md", ["indicators", "--format", "md"]), ("codebook.csv", ["indicators", "--format", "csv"]),
      ("indicator.txt", ["indicators", "violence"]),
      ("whatif.txt", ["whatif", "--set", "ARC.violence=0", "--shift", "BEN.food=-50"]),
      ("check.txt", ["check", "--as-of", "2021"]),
      ("check.csv", ["check", "--as-of", "2021", "--format", "csv"]),
    ]) func output(_ name: String, _ arguments: [String]) throws
  {
    let sandbox = try Sandbox()
    try Self.compare(try sandbox.hsi.run(arguments).output, with: name)
  }
}
