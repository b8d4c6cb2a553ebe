import Foundation
import Testing

@Suite("Control characters of the command line and of file names") struct ControlCharacterTests {
  /// Clears the screen of a terminal.
  private static let clear = "\u{1B}[2J"

  @Test(
    "reach standard error as dots, whoever quotes them",
    arguments: [
      ["audit", "--table"], ["audit", "--fail-on"], ["audit", "--weights"], ["audit", "--samples"],
      ["audit", "--level"], ["audit", "--budget"], ["audit", "--lens"], ["audit", "--country"],
      ["audit", "--year"], ["audit", "--format"], ["score", "--top"], ["score", "--output"],
      ["score", "--data"], ["whatif", "--set"], ["score"], [],
    ]) func quoted(arguments: [String]) throws
  {
    // A path in no folder, so that nothing is written.
    let value = (arguments.last == "--output" ? "no/" : "") + Self.clear
    let run = try Sandbox().hsi.run(arguments + [value])
    #expect(run.status != 0 && run.output.isEmpty)
    #expect(run.errors.contains("·[2J") && !run.errors.contains("\u{1B}"), "\(run.errors)")
    #expect(run.errors.hasSuffix("\n") && !run.errors.contains("·\n"), "lines stay lines")
  }

  @Test("an option that nobody knows is quoted with dots, and as JSON escaped") func unknownOption() throws {
    // U+009B starts an escape sequence on some terminals.
    let run = try Sandbox().hsi("score", "--\u{9B}2J")
    #expect(run.status == 2 && run.errors.hasPrefix("Error: Unknown option '--·2J'"))
    let json = try Sandbox().hsi("score", "--\(Self.clear)", "--diagnostics", "json")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(json.errors.utf8)) as? [String: Any])
    #expect(!json.errors.contains("\u{1B}"))
    #expect((object["message"] as? String)?.contains("\u{1B}[2J") == true)
  }

  @Test("in the name of a lens's file become dots, whatever shows the lens") func lensName() throws {
    let world = try AuditedWorld()
    try world.lens("esc\u{1B}[31m", dimensions: "arithmetic", economic: 2)
    for arguments in [
      ["audit", "--table", "lenses"], ["audit", "--country", "ARC"], ["audit", "--samples", "20000"],
      ["audit", "--table", "lenses", "--format", "csv"], ["lenses"], ["lenses", "show", "esc\u{1B}[31m"],
      ["score", "--lens", "esc\u{1B}[31m", "--format", "json"],
      ["score", "--lens", "T/Weights/esc\u{1B}[31m.toml", "--format", "md"],
    ] {
      let run = try world.sandbox.hsi.run(arguments + ["--data", "T/Data"])
      #expect(run.status == 0 && run.errors.isEmpty, "\(arguments) \(run.errors)")
      #expect(!run.output.contains("\u{1B}"), "\(arguments)")
    }
    let csv = try world.audit("--table", "lenses", "--format", "csv")
    #expect(csv.output.contains(",esc·[31m,"), "\(csv.output)")
    try world.sandbox.write("T/Weights/esc\u{1B}[31m.toml", "[weights]\nfoot = 1\n")
    let left = try world.audit("--table", "lenses")
    #expect(left.status == 0 && !(left.errors + left.output).contains("\u{1B}"))
    #expect(left.errors.contains("the lens esc·[31m is left out"), "\(left.errors)")
  }
}
