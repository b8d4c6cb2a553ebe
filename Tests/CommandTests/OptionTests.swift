import Foundation
import Testing

@Suite("Options that are out of range, or given twice") struct OptionTests {
  @Test(
    "a number below 0 is out of range, not missing",
    arguments: [
      (["score", "--top", "-1"], "--top must be at least 1"),
      (["explain", "UTO", "--year", "-5"], "--year -5 is not a year from 1500 to 2200"),
      (["compare", "--furthest", "-1"], "--furthest must be at least 0"),
      (["whatif", "--weight", "food=2", "--limit", "-1"], "--limit must be at least 0"),
    ]) func range(_ arguments: [String], _ text: String) throws
  {
    let run = try Sandbox().hsi.run(arguments)
    #expect(run.status == 2 && run.errors.hasPrefix("Error: \(text)\n"), "\(run.errors)")
  }

  @Test(
    "wrong usage that shows only while a command runs ends with that command's usage, too",
    arguments: [
      (["compare"], "there is only one lens in Weights/; a comparison needs two"),
      (["score", "--lens", "undp-1994", "--lens", "undp-1994"], "the lens \"undp-1994\" is given twice"),
    ]) func whileRunning(_ arguments: [String], _ text: String) throws
  {
    let run = try Sandbox().hsi.run(arguments)
    #expect(run.status == 2 && run.errors.hasPrefix("Error: \(text)"), "\(run.errors)")
    #expect(run.errors.contains("\nUsage: hsi \(arguments[0]) "), "\(run.errors)")
    #expect(run.errors.hasSuffix("\n  See 'hsi \(arguments[0]) --help' for more information.\n"))
  }

  @Test(
    "all wrong names of countries are told at once",
    arguments: [
      ["score"], ["score", "--years", "2020"], ["score", "--lens", "undp-1994", "--lens", "other"],
    ]) func countries(_ arguments: [String]) throws
  {
    let sandbox = try Sandbox()
    try sandbox.write("Weights/other.toml", try sandbox.read("Weights/undp-1994.toml"))
    let run = try sandbox.hsi.run(arguments + ["--country", "Utopa", "--country", "Arcada"])
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(run.errors.contains("known as \"Utopa\"") && run.errors.contains("known as \"Arcada\""))
  }

  @Test("with --diagnostics json every failure is JSON, whatever finds it") func json() throws {
    for arguments in [["explain", "Utopa"], ["audit", "--country", "Utopa"], ["score", "--top", "0"]] {
      let run = try Sandbox().hsi.run(arguments + ["--diagnostics", "json"])
      #expect(run.status == 2 && run.errors.hasPrefix("{\"severity\":\"error\""), "\(run.errors)")
    }
  }

  @Test("what cannot be written is named as the user named it") func unwritable() throws {
    let sandbox = try Sandbox()
    let run = try sandbox.hsi("score", "--output", "nowhere/scores.csv")
    #expect(run.status == 1 && run.errors.hasPrefix("nowhere/scores.csv: error: cannot write: "))
    let full = try sandbox.hsi.run(
      ["score"], output: try FileHandle(forWritingTo: URL(filePath: "/dev/full")))
    #expect(full.status == 1)
    #expect(full.errors.hasPrefix("error: cannot write to standard output: "))
    #expect(full.errors.contains("[cannot-write]\n  = make room where it leads, or name a file"))
  }

  @Test("a standard output that is closed is told as such, and no file takes its place") func closedOutput()
    throws
  {
    let expected = """
      error: cannot write to standard output: it is not open for writing [cannot-write]
        = lead it to a file or a pipe, or name a file with --output

      """
    for redirection in [">&-", "1</dev/null"] {
      let run = try Sandbox().hsi.run(["score"], redirection: redirection)
      #expect(run.status == 1 && run.errors == expected, "\(redirection): \(run.errors)")
    }
    let sandbox = try Sandbox()
    let plain = try sandbox.hsi("score", "--format", "csv").output
    let run = try sandbox.hsi.run(
      ["score", "--format", "csv", "--output", "s.csv"], redirection: "<&- >&- 2>&-")
    #expect(run.status == 0)
    #expect(try sandbox.read("s.csv") == plain)
  }

  @Test(
    "a command that takes one lens says so, in its help too, and ends with its own usage",
    arguments: [["explain", "UTO"], ["whatif", "--weight", "food=2"], ["neighbours"], ["report"]])
  func oneLens(_ arguments: [String]) throws {
    let run = try Sandbox().hsi.run(arguments + ["--lens", "undp-1994", "--lens", "other"])
    #expect(run.status == 2 && run.errors.hasPrefix("Error: this command takes one --lens"))
    #expect(run.errors.contains("\nUsage: hsi \(arguments[0]) "), "\(run.errors)")
    let help = try Sandbox().hsi(arguments[0], "--help").output
    #expect(
      help.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(
        "One alone; only hsi score takes several."), "\(help)")
  }
}
