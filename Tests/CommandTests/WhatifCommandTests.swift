import Foundation
import Testing

/// Questions about the small world: Utopia before Bensalem before Arcadia; Lilliput lacks food.
@Suite("hsi whatif, and hsi explain of two") struct WhatifCommandTests {
  private func rows(_ run: Program.Run, _ record: String) -> [[String]] {
    ScoreCommandTests.rows(run.output).filter { $0[0] == record }
  }

  @Test("a value that is set gives the score worked by hand, and the figure that it replaces") func set()
    throws
  {
    // jobless 0 → 100: economic (2·50 + 100)/3 = 200/3, index (200/3 · 60 · 75)^(1/3).
    let sandbox = try Sandbox()
    let run = try sandbox.hsi("whatif", "--set", "Arkadia.jobless=0", "--format", "csv")
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      rows(run, "assumed") == [
        [
          "assumed", "ARC", "Arcadia", "jobless", "% of workers", "5", "0", "-5", "75", "100", "observed",
          "economic/jobless.csv", "2",
        ]
      ])
    let index = try #require(rows(run, "score").first { $0[1] == "ARC" && $0[3] == "index" })
    #expect(abs((Double(index[5]) ?? 0) - pow(262_500, 1.0 / 3)) < 1e-9)
    #expect(abs((Double(index[6]) ?? 0) - pow(300_000, 1.0 / 3)) < 1e-9)
    #expect(rows(run, "rank").count == 4, "every country in scope has its ranks")
    #expect(rows(run, "rank").first { $0[1] == "LIL" }?[10].contains("withheld") == true)
  }

  @Test("several assumptions hold at once, and who passes whom is told in every form") func several() throws {
    let sandbox = try Sandbox()
    let arguments = [
      "whatif", "--set", "LIL.food=50", "--shift", "Bensalem.personal=-60", "--shift", "ARC.economic=+10%",
      "--weight", "food=2",
    ]
    let csv = try sandbox.hsi.run(arguments + ["--format", "csv"])
    #expect(csv.status == 0, "\(csv.errors)")
    #expect(rows(csv, "assumed").count == 3)
    #expect(rows(csv, "weight").map { $0[3] } == ["economic", "food", "personal"])
    // economic 175/3·1.1, food 60 twice, personal 75.
    let arcadia = try #require(rows(csv, "score").first { $0[1] == "ARC" && $0[3] == "index" })
    let expected = pow(175.0 / 3 * 1.1 * 60 * 60 * 75, 0.25)
    #expect(abs((Double(arcadia[6]) ?? 0) - expected) < 1e-9)
    // Lilliput: economic at the floor of 1, food 50 twice, personal 100.
    let lilliput = try #require(rows(csv, "score").first { $0[1] == "LIL" && $0[3] == "index" })
    #expect(lilliput[5].isEmpty)
    #expect(abs((Double(lilliput[6]) ?? 0) - pow(1 * 50 * 50 * 100, 0.25)) < 1e-9)
    #expect(rows(csv, "crossing").map { [$0[1], $0[3]] } == [["ARC", "BEN"]])
    let text = try sandbox.hsi.run(arguments)
    #expect(text.output.contains("1 pair exchanges order"))
    let json = try #require(
      try JSONSerialization.jsonObject(
        with: Data(try sandbox.hsi.run(arguments + ["--format", "json"]).output.utf8)) as? [String: Any])
    #expect((json["countries"] as? [Any])?.count == 4)
    #expect((json["crossings"] as? [[String: Any]])?.first?["ahead"] as? String == "ARC")
    #expect(try sandbox.hsi.run(arguments + ["--format", "md"]).output.contains("| Arcadia |"))
  }

  @Test("a quantile, a region and all countries may be meant") func groups() throws {
    let sandbox = try Sandbox()
    // jobless of the members, the least secure first: 20, 8, 5, 0; three quarters: 3.75.
    let best = try sandbox.hsi("whatif", "--set", "LIL.jobless=best-quarter", "--format", "csv")
    #expect(rows(best, "assumed")[0][6] == "3.75")
    let region = try sandbox.hsi("whatif", "--shift", "oceania.jobless=2", "--format", "csv")
    #expect(rows(region, "assumed").map { $0[1] } == ["BEN", "LIL"])
    #expect(rows(region, "assumed").map { $0[6] } == ["10", "22"])
    let all = try sandbox.hsi("whatif", "--shift", "all.jobless=-8", "--format", "csv")
    #expect(rows(all, "assumed").map { $0[6] } == ["0", "0", "12", "0"])
    #expect(all.errors.contains("stops where a value of jobless ends (from 0 to 100): Arcadia, "))
  }

  @Test("at least and at most leave alone what is so already, and what has no value") func bounds() throws {
    let sandbox = try Sandbox()
    // jobless: Arcadia 5, Bensalem 8, Lilliput 20, Utopia 0.
    func assumed(_ setting: String) throws -> [String] {
      rows(try sandbox.hsi("whatif", "--set", setting, "--format", "csv"), "assumed").map { $0[1] + $0[6] }
    }
    #expect(try assumed("all.jobless>=5") == ["UTO5"])
    #expect(try assumed("all.jobless>=5.1") == ["ARC5.1", "UTO5.1"])
    #expect(try assumed("all.jobless<=8") == ["LIL8"])
    #expect(try assumed("ARC.jobless <= 4") == ["ARC4"])
    let held = try sandbox.hsi("whatif", "--set", "all.jobless>=0")
    #expect(held.status == 0 && held.errors.contains("moves nothing: it holds already [moves-nothing]"))
    let missing = try sandbox.hsi("whatif", "--set", "LIL.food>=50")
    #expect(
      missing.status == 2 && missing.errors.contains("Lilliput has no value to compare [nothing-to-shift]"))
    let shift = try sandbox.hsi("whatif", "--shift", "ARC.jobless>=1")
    #expect(shift.status == 2 && shift.errors.contains("[bad-setting]"))
  }

  @Test("a target that a country has passed, and a value that it has, are said to be so") func attained()
    throws
  {
    let sandbox = try Sandbox()
    func errors(_ setting: String) throws -> String { try sandbox.hsi("whatif", "--set", setting).errors }
    // Unemployment of 5 in Arcadia and 0 in Utopia: the least of all is Utopia's own.
    #expect(
      try errors("UTO.jobless=median").contains("makes Utopia less secure: it is beyond that target already"))
    #expect(
      try errors("UTO.jobless=best").contains("moves nothing: Utopia has that value already [moves-nothing]"))
    #expect(try errors("ARC.jobless=best").isEmpty)
    #expect(try errors("ARC.jobless=5").contains("moves nothing: Arcadia has that value already"))
    #expect(try errors("ARC.jobless=5.1").isEmpty, "a number is no target")
  }

  @Test("what is wrong with a name or a value is told once") func once() throws {
    let sandbox = try Sandbox()
    let six =
      (1...6).flatMap { ["--set", "ARX.jobless=\($0)"] } + (1...6).flatMap { ["--set", "ARC.joblss=\($0)"] }
    let names = try sandbox.hsi.run(["whatif"] + six).errors
    #expect(names.components(separatedBy: "[unknown-country]").count == 2)
    #expect(names.components(separatedBy: "[unknown-indicator]").count == 2)
    let values = try sandbox.hsi.run(
      ["whatif"] + [String](repeating: "--set", count: 6).flatMap { [$0, "ARC.jobless=x"] })
    #expect(values.errors.components(separatedBy: "[bad-setting]").count == 2)
  }

  @Test("every mistake is told at once, with what was probably meant, and nothing is scored") func mistakes()
    throws
  {
    let sandbox = try Sandbox()
    let run = try sandbox.hsi(
      "whatif", "--set", "ARX.joblesss=1", "--set", "ARC.jobless=nan", "--set", "ARC.jobless", "--set",
      "ARC.jobless=101", "--set", "UTO.economic=120", "--shift", "LIL.food=+5", "--shift", "ARC.people=1",
      "--weight", "fod=1", "--weight", "food=-1", "--set", "ERE.jobless=2", "--set", "ARC.income=0")
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    let expected = [
      "ARX.joblesss=1: no country is known as \"ARX\" [unknown-country]", "did you mean \"ARC\"?",
      "no indicator, dimension or component is called \"joblesss\" [unknown-indicator]",
      "did you mean \"jobless\"?", "\"nan\" is no finite number [bad-setting]",
      "--set ARC.jobless: it says no COUNTRY.indicator=value [bad-setting]",
      "would make it 101, but a value of jobless lies from 0 to 100 [implausible-setting]",
      "would make it 120, but the score of economic lies from 0 to 100 [implausible-setting]",
      "Lilliput has no value to shift [nothing-to-shift]", "people is not scored", "called \"fod\"",
      "did you mean \"food\"?", "\"-1\" is no weight [bad-weight]",
      "Erewhon is not among the countries scored [out-of-scope]",
      "would make it 0 in Arcadia, but a value of income needs a value above 0",
    ]
    for text in expected { #expect(run.errors.contains(text), "\(text) is not in \(run.errors)") }
    #expect(try sandbox.hsi("whatif").status == 2)
  }

  @Test(
    "settings of the same, and of what a set score rests on, contradict each other",
    arguments: [
      ["--set", "ARC.jobless=3", "--shift", "Arcadia.jobless=1"],
      ["--set", "ARC.jobless=3", "--set", "all.jobless=1"],
      ["--set", "ARC.economic=3", "--set", "ARC.jobless=1"], ["--weight", "food=1", "--weight", "food=2"],
    ]) func conflicts(_ arguments: [String]) throws
  {
    let run = try Sandbox().hsi.run(["whatif"] + arguments)
    #expect(run.status == 2)
    #expect(run.errors.contains("[setting-conflict]"))
    // A score that is shifted rests on what is below it.
    let shift = try Sandbox().hsi("whatif", "--shift", "ARC.food=3", "--set", "ARC.jobless=1")
    #expect(shift.status == 0)
  }

  @Test("what has no weight moves nothing, with a warning, until it is given one") func weightless() throws {
    let sandbox = try Sandbox()
    try sandbox.edit("Weights/undp-1994.toml", "income = 2.0", "income = 2.0\njobless = 0.0")
    let run = try sandbox.hsi("whatif", "--set", "ARC.jobless=0", "--format", "csv")
    #expect(run.status == 0)
    #expect(run.errors.contains("--set ARC.jobless=0 moves nothing: jobless has no weight"))
    for row in rows(run, "score") { #expect(row[5] == row[6]) }
    let weighed = try sandbox.hsi(
      "whatif", "--set", "ARC.jobless=0", "--weight", "jobless=1", "--format", "csv")
    #expect(weighed.errors.isEmpty)
    #expect(rows(weighed, "assumed")[0][6] == "0")
    let none = try sandbox.hsi("whatif", "--weight", "income=0")
    #expect(none.status == 2 && none.errors.contains("everything under \"economic\" are 0"))
    let few = try sandbox.hsi("whatif", "--weight", "food=0")
    #expect(few.status == 2 && few.errors.contains("[dimensions-required]"))
    let closed = try sandbox.hsi("whatif", "--open-only", "--weight", "famine-deaths=1")
    #expect(closed.status == 2 && closed.errors.contains("--open-only leaves famine-deaths out"))
  }

  @Test("others that are made of the same figures are named, and who has no value to shift") func doubts()
    throws
  {
    let sandbox = try Sandbox()
    let table = try sandbox.read("Data/indicators.csv")
    let row = "idle,economic,Idle people,%,20,0,none,,,,,0,100,,,,CC0 1.0,,economic/jobless.csv\n"
    let twin = table.replacing("CC0 1.0,natural bounds,", with: "CC0 1.0,b,economic/jobless.csv")
    try sandbox.write("Data/indicators.csv", twin + row)
    let run = try sandbox.hsi("whatif", "--set", "ARC.jobless=0", "--shift", "all.food=-1")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.contains("--set ARC.jobless=0 leaves idle as it is"))
    #expect(run.errors.contains("--shift all.food=-1: Lilliput has no value to shift"))
    // A share of people ends at 0, whatever is taken away.
    let stopped = try sandbox.hsi("whatif", "--shift", "ARC.idle=-1000%", "--format", "csv")
    #expect(rows(stopped, "assumed")[0][6] == "0")
    #expect(stopped.errors.contains("[shift-stopped]"))
  }

  @Test("two countries are set against each other in every form, and the parts sum to the whole") func pair()
    throws
  {
    let sandbox = try Sandbox()
    let csv = try sandbox.hsi("explain", "UTO", "Arcadia", "--format", "csv")
    #expect(csv.status == 0, "\(csv.errors)")
    let rows = ScoreCommandTests.rows(csv.output)
    let total = Double(rows[1][9]) ?? .nan
    #expect(rows[1][0...3] == ["UTO", "ARC", "index", "index"])
    #expect(abs(total - (100 - pow(262_500, 1.0 / 3))) < 1e-9)
    for level in ["dimension", "indicator"] {
      let sum = rows.filter { $0[3] == level }.reduce(0) { $0 + (Double($1[$1.count - 3]) ?? .nan) }
      #expect(abs(sum - total) < 1e-9)
    }
    let text = try sandbox.hsi("explain", "Arcadia", "UTO").output
    #expect(
      text.hasPrefix(
        "Arcadia (rank 3, range 3, score 64.03) stands 35.97 points below Utopia (rank 1, range 1, score 100.00)"
      ))
    #expect(text.contains("Nothing speaks for Arcadia. For Utopia: "))
    let markdown = try sandbox.hsi("explain", "ARC", "UTO", "--format", "md").output
    #expect(markdown.contains("| jobless | 5 | 0 | % of workers | 75.00 | 100.00 | −25.00 |"))
    let food = try sandbox.hsi("explain", "ARC", "UTO", "--dimension", "food", "--format", "json")
    #expect(food.output.contains("famine-deaths") && !food.output.contains("jobless"))
    let same = try sandbox.hsi("explain", "ARC", "Arkadia")
    #expect(same.status == 2 && same.errors.contains("compared with itself"))
    let withheld = try sandbox.hsi("explain", "ARC", "LIL")
    #expect(withheld.status == 2 && withheld.errors.contains("Lilliput is not ranked: only 2 of 3"))
  }
}
