import Foundation
import Testing

@Suite("hsi diff") struct DiffCommandTests {
  /// Arcadia's income of 2020 becomes ten times what it was.
  private func changed() throws -> Sandbox {
    let sandbox = try Sandbox()
    _ = try sandbox.hsi("vintage", "save", "before")
    try sandbox.edit("Data/economic/income.csv", "ARC,2020,1000", "ARC,2020,9000")
    return sandbox
  }

  @Test("names the figure that changed, and its exact effect") func figure() throws {
    let sandbox = try changed()
    let run = try sandbox.hsi("diff", "before", "--country", "Arcadia", "--format", "csv")
    #expect(run.status == 0)
    let rows = run.output.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    let head = try #require(rows.first).map(String.init)
    func column(_ name: String) throws -> Int { try #require(head.firstIndex(of: name)) }
    let figure = try #require(try rows.first { $0[try column("level")] == "figure" })
    #expect(figure[try column("indicator")] == "income")
    #expect(figure[try column("cause")] == "revised")
    let scores = try [column("score_before"), column("score")].map { Double(figure[$0]) ?? .nan }
    let points = Double(figure[try column("points")]) ?? .nan
    #expect(abs(points - (scores[1] - scores[0])) < 1e-9 && points > 0)
    let figures = try sandbox.hsi("diff", "before", "--figures", "--format", "csv").output
    #expect(figures.contains("income,ARC,2020,1000,9000,revised,economic/income.csv,3"))
  }

  @Test(
    "refuses a lens beside two lenses and a year beside two years",
    arguments: [
      (["undp-1994", "undp-1994", "--lens", "undp-1994"], "lenses: leave the lens out"),
      (["2019", "2020", "--year", "2020"], "years: leave the year out"),
    ]) func nothingToChoose(_ arguments: [String], _ said: String) throws
  {
    let run = try Sandbox().hsi.run(["diff"] + arguments)
    #expect(run.status == 2)
    #expect(run.errors.contains(said))
  }

  @Test("says in one sentence what changed, for people") func sentence() throws {
    let run = try changed().hsi("diff", "before")
    #expect(run.output.contains("Of the figures, 0 added, 1 revised and 0 withdrawn."))
  }

  @Test(
    "says that no figure differs of one year alone; of two years, that they are of the same figures",
    arguments: [("before", "No figure differs. "), ("2019", "Two years of the same figures. ")])
  func sameFigures(_ old: String, _ said: String) throws {
    let sandbox = try Sandbox()
    #expect(try sandbox.hsi("vintage", "save", "before").status == 0)
    let run = try sandbox.hsi("diff", old, "2020")
    #expect(run.output.contains(said), "\(run.output)")
  }

  @Test("compares years and lenses of today, and takes no year for a vintage") func years() throws {
    let sandbox = try Sandbox()
    try sandbox.write("Weights/other.toml", try sandbox.read("Weights/undp-1994.toml") + "\n")
    try sandbox.edit("Weights/other.toml", "food = 1.0", "food = 3.0")
    let lenses = try sandbox.hsi("diff", "undp-1994", "other", "--format", "json")
    #expect(lenses.status == 0 && lenses.output.contains("\"cause\": \"weights\""))
    #expect(try sandbox.hsi("diff", "2019", "2020").status <= 1)
  }

  @Test("reads a git revision, and the checkout is not touched") func revision() throws {
    let sandbox = try Sandbox()
    for arguments in [
      ["init", "-q"], ["add", "."],
      ["-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-q", "-m", "first"],
    ] {
      let git = Process()
      git.executableURL = URL(filePath: "/usr/bin/git")
      git.currentDirectoryURL = sandbox.folder
      git.arguments = arguments
      try git.run()
      git.waitUntilExit()
      try #require(git.terminationStatus == 0)
    }
    try sandbox.edit("Data/economic/income.csv", "ARC,2020,1000", "ARC,2020,9000")
    let run = try sandbox.hsi("diff", "HEAD", "--figures", "--format", "csv")
    #expect(run.status == 0)
    #expect(run.output.contains("income,ARC,2020,1000,9000,revised"))
    #expect(try sandbox.read("Data/economic/income.csv").contains("9000"))
    let data = try sandbox.hsi("diff", "HEAD^{tree}")
    #expect(data.status == 2 && data.errors.contains("[unknown-state]"))
    let wrong = try sandbox.hsi("diff", "HEAD~7")
    #expect(wrong.status == 2 && wrong.errors.contains("[unknown-state]"))
  }

  @Test("a folder without figures, and a report that nothing is kept of, are told") func folders() throws {
    let sandbox = try changed()
    try sandbox.write("Empty/note.txt", "x")
    let run = try sandbox.hsi("diff", "Empty")
    #expect(run.status == 2 && run.errors.contains("[unknown-state]"))
  }

  @Test("two indices without a country in common are no two states of one") func noCommonCountry() throws {
    let (sandbox, other) = (try Sandbox(), try MadeIndex(countries: 3))
    var made = other
    try made.add("income", in: "economic", countries: 3) { country, _ in Double(10 * country + 10) }
    let run = try sandbox.hsi(
      "diff", other.sandbox.folder.appending(path: "Made").path, "--lens", "Weights/undp-1994.toml", "--year",
      "2020")
    #expect(run.status != 0 && !run.errors.isEmpty)
  }

  @Test("explain --from says why a country moved since a year") func explain() throws {
    let sandbox = try Sandbox()
    for arguments in [["--to", "2020"], ["--from", "2019", "--year", "2020"], ["--from", "12"]] {
      #expect(try sandbox.hsi.run(["explain", "ARC"] + arguments).status == 2)
    }
  }
}
