import Testing

@Suite("Options that are out of range, or given twice")
struct OptionTests {
  @Test(
    "a number below 0 is out of range, not missing",
    arguments: [
      (["score", "--top", "-1"], "--top must be at least 1"),
      (["explain", "UTO", "--year", "-5"], "--year -5 is not a year from 1500 to 2200"),
      (["compare", "--furthest", "-1"], "--furthest must be at least 0"),
      (["whatif", "--weight", "food=2", "--limit", "-1"], "--limit must be at least 0"),
    ])
  func range(_ arguments: [String], _ text: String) throws {
    let run = try Sandbox().hsi.run(arguments)
    #expect(run.status == 2 && run.errors.hasPrefix("Error: \(text)\n"), "\(run.errors)")
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
