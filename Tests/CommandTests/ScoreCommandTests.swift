import Foundation
import Testing

/// The CSV that other programs read, and the tables that people read.
@Suite("hsi score") struct ScoreCommandTests {
  static func rows(_ csv: String) -> [[String]] {
    csv.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  @Test("the CSV has exactly the columns of the contract, withheld countries last") func columns() throws {
    let sandbox = try Sandbox()
    let run = try sandbox.hsi("score", "--format", "csv")
    #expect(run.status == 0)
    let rows = Self.rows(run.output)
    #expect(
      rows[0] == [
        "rank", "iso3", "country", "score", "economic", "food", "personal", "coverage", "status", "rank_p05",
        "rank_p95", "reliability", "tier",
      ])
    // Of a ranked country all are there, of an unranked one none.
    for row in rows.dropFirst() {
      #expect(row.suffix(4).allSatisfy { $0.isEmpty } == row[0].isEmpty, "\(row)")
    }
    #expect(rows.dropFirst().map { $0[1] } == ["UTO", "BEN", "ARC", "LIL"])
    #expect(rows.dropFirst().map { $0[0] } == ["1", "2", "3", ""])
    #expect(rows[4][3].isEmpty)
    #expect(run.output.contains("withheld: only 2 of 3 dimensions scored"))
  }

  @Test("rows of countries elsewhere are left out with a note, and a slip is still an error") func elsewhere()
    throws
  {
    let sandbox = try Sandbox()
    let before = try sandbox.hsi("score", "--format", "csv").output
    try sandbox.write("Data/elsewhere.csv", "iso3,name\nATL,Atlantis\nUTO,Utopia\nMUU,Mu\nHYP,Hyperborea\n")
    let file = "Data/food/famine-deaths.csv"
    try sandbox.write(file, try sandbox.read(file) + "Atlantis,2020,1\nATL,2021,1\nHyperborea,2020,1\n")
    let score = try sandbox.hsi("score", "--format", "csv")
    #expect(score.output == before && score.status == 0, "\(score.errors)")
    let note = "rows left out: 3 of countries that are not in countries.csv (Atlantis, Hyperborea)"
    #expect(try sandbox.hsi("check").output.contains(note))
    try sandbox.write(file, try sandbox.read(file) + "Atlantsi,2020,1\n")
    let slip = try sandbox.hsi("score")
    #expect(slip.status == 1 && slip.errors.contains("did you mean \"Atlantis\"?"))
  }

  @Test("Arcadia comes out as worked by hand, in full precision") func handWorked() throws {
    // economic (2·50 + 75)/3 = 175/3; food 4 per 100 000 of 10: 60;
    // violence (1 + 2 + 3)/3 = 2 of 8: 75; index (175/3 · 60 · 75)^(1/3) = 262 500^(1/3).
    let sandbox = try Sandbox()
    let run = try sandbox.hsi("score", "--country", "Arkadia", "--format", "csv")
    let row = Self.rows(run.output)[1]
    let numbers = row[3...6].map { Double($0) ?? .nan }
    let expected = [pow(262_500, 1.0 / 3), 175.0 / 3, 60, 75]
    for (number, value) in zip(numbers, expected) { #expect(abs(number - value) < 1e-12 * 100) }
  }

  @Test("the working of the indicators adds up to each dimension within 1e-12") func working() throws {
    let sandbox = try Sandbox()
    let cells = Self.rows(try sandbox.hsi("score", "--level", "indicator", "--format", "csv").output)
    #expect(
      cells[0] == [
        "iso3", "indicator", "dimension", "year", "raw", "value", "normalised", "weight", "contribution",
        "status", "file", "line",
      ])
    let scores = Self.rows(try sandbox.hsi("score", "--format", "csv").output)
    for country in scores.dropFirst() {
      for (column, dimension) in ["economic", "food", "personal"].enumerated() {
        let parts = cells.filter { $0[0] == country[1] && $0[2] == dimension }
        let sum = parts.reduce(0.0) { $0 + (Double($1[8]) ?? 0) }
        let product = parts.reduce(0.0) { $0 + (Double($1[7]) ?? 0) * (Double($1[6]) ?? 0) }
        let score = Double(country[4 + column]) ?? 0
        #expect(abs(sum - score) < 1e-12 * 100)
        #expect(abs(product - score) < 1e-12 * 100)
      }
    }
  }

  @Test("file and line of each cell hold its raw figure") func traceable() throws {
    let sandbox = try Sandbox()
    let cells = Self.rows(try sandbox.hsi("score", "--level", "indicator", "--format", "csv").output)
    var traced = 0
    for cell in cells.dropFirst() where cell[9] != "missing" {
      let lines = try sandbox.read("Data/" + cell[10]).split(separator: "\n")
      let fields = lines[(Int(cell[11]) ?? 0) - 1].split(separator: ",")
      #expect([String(fields[0]), String(fields[1])] == [cell[0], cell[3]])
      #expect(Double(fields[2]) == Double(cell[4]))
      traced += 1
    }
    #expect(traced == 15)
  }

  @Test("a missing cell is empty, never zero") func missing() throws {
    let sandbox = try Sandbox()
    let run = try sandbox.hsi("score", "--level", "indicator", "--format", "csv", "--country", "LIL")
    #expect(run.output.contains("LIL,famine-deaths,food,,,,,0,,missing,,\n"))
  }

  @Test("--open-only leaves out restricted indicators and dimensions that hold nothing else") func openOnly()
    throws
  {
    let sandbox = try Sandbox()
    try sandbox.edit("Weights/undp-1994.toml", "dimensions_required = 3\n", "")
    let run = try sandbox.hsi("score", "--open-only", "--format", "csv")
    #expect(run.status == 0)
    #expect(Self.rows(run.output)[0].contains("food") == false)
    let table = try sandbox.hsi("score", "--open-only")
    #expect(table.output.contains("(figures of open licence only)"))
    #expect(Self.rows(run.output)[4][0] == "4")
  }

  @Test("--open-only names what it leaves out only because nobody wrote the licence down")
  func unknownLicence() throws {
    let sandbox = try Sandbox()
    try sandbox.edit("Weights/undp-1994.toml", "dimensions_required = 3\n", "")
    try sandbox.edit("Data/indicators.csv", "Ministry of Plenty,restricted: non-commercial use", "M,")
    let run = try sandbox.hsi("score", "--open-only")
    #expect(run.status == 0)
    #expect(run.errors.contains("Data/indicators.csv:4: warning: the licence of famine-deaths is not"))
    #expect(!run.errors.contains("violence"))
    #expect(try sandbox.hsi("score").errors.isEmpty, "without --open-only nobody asked")
    #expect(try sandbox.hsi("report").status == 0)
    #expect(try sandbox.read("Reports/ranking.md").contains("| unknown † |"))
    #expect(try sandbox.read("Reports/index.html").contains("licence unknown"))
  }

  @Test("where --open-only or the scope leaves nothing, that is the message, not the year") func nothingLeft()
    throws
  {
    let sandbox = try Sandbox()
    let table = try sandbox.read("Data/indicators.csv")
    try sandbox.write(
      "Data/indicators.csv",
      table.replacing("CC BY 4.0", with: "restricted").replacing("CC0 1.0", with: "restricted"))
    for year in [[], ["--year", "2020"]] {
      let run = try sandbox.hsi.run(["score", "--open-only"] + year)
      #expect(run.status == 2 && run.output.isEmpty)
      #expect(run.errors.contains("--open-only leaves nothing: undp-1994 weighs no indicator"))
      #expect(!run.errors.contains("reference year"))
    }
    let countries = try sandbox.read("Data/countries.csv")
    try sandbox.write("Data/countries.csv", countries.replacing(",true,", with: ",false,"))
    let none = try sandbox.hsi("score")
    #expect(none.status == 2)
    #expect(none.errors.contains("no country is within the scope un-members"))
    #expect(try sandbox.hsi("score", "--scope", "all").status == 0)
  }

  @Test("--scope all also scores countries that are no members of the United Nations") func scope() throws {
    let sandbox = try Sandbox()
    #expect(try !sandbox.hsi("score").output.contains("Erewhon"))
    #expect(try sandbox.hsi("score", "--scope", "all").output.contains("Erewhon"))
    let run = try sandbox.hsi("score", "--country", "Erewhon")
    #expect(run.status == 2)
    #expect(run.errors.contains("--scope all"))
  }

  @Test("--top keeps the first ranks") func top() throws {
    let sandbox = try Sandbox()
    let rows = Self.rows(try sandbox.hsi("score", "--top", "2", "--format", "csv").output)
    #expect(rows.count == 3)
  }

  @Test("JSON says the same as CSV, null where nothing is known") func json() throws {
    let sandbox = try Sandbox()
    let text = try sandbox.hsi("score", "--format", "json").output
    let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let countries = try #require(object["countries"] as? [[String: Any]])
    #expect(countries.compactMap { $0["iso3"] as? String } == ["UTO", "BEN", "ARC", "LIL"])
    #expect(countries[3]["score"] is NSNull)
    #expect(object["year"] as? Int == 2020)
  }

  @Test("no control codes outside a terminal, and every rank has its interval beside it") func table() throws
  {
    let sandbox = try Sandbox()
    let output = try sandbox.hsi("score").output
    #expect(!output.contains("\u{1B}"))
    #expect(output.contains("rank  interval  tier  country"))
    #expect(output.contains("Lilliput is unranked: only 2 of 3 dimensions scored"))
  }

  @Test("--output writes the same bytes to a file and nothing to standard output") func output() throws {
    let sandbox = try Sandbox()
    let direct = try sandbox.hsi("score", "--format", "csv").output
    let run = try sandbox.hsi("score", "--format", "csv", "--output", "scores.csv")
    #expect(run.output.isEmpty)
    #expect(try sandbox.read("scores.csv") == direct)
    let failed = try sandbox.hsi("score", "--output", "nowhere/scores.csv")
    #expect(failed.status == 1)
    #expect(failed.errors.contains("[cannot-write]"))
  }

  @Test("names are text in a Markdown table too") func markdownNames() throws {
    let sandbox = try Sandbox()
    try sandbox.edit("Data/countries.csv", "Bensalem,", "\"[a](x:y)|<b>\",")
    let output = try sandbox.hsi("score", "--format", "md").output
    #expect(output.contains(#"\[a\](x:y)\|\<b\>"#))
  }

  @Test(
    "results never overwrite figures or lenses",
    arguments: ["Data/people.csv", "Data/new.csv", "Weights/undp-1994.toml", "Data/../Data/x.csv"])
  func outputAmongInputs(_ path: String) throws {
    let sandbox = try Sandbox()
    let before = try sandbox.read("Data/people.csv")
    for command in [["score"], ["explain", "ARC"], ["check"]] {
      let run = try sandbox.hsi.run(command + ["--output", path])
      #expect(run.status == 2)
      #expect(run.errors.contains("[output-among-inputs]"))
    }
    #expect(try sandbox.read("Data/people.csv") == before)
    #expect(!sandbox.exists("Data/new.csv"))
  }

  @Test("--output follows a link and writes a device as it is, instead of replacing them") func outputKinds()
    throws
  {
    let sandbox = try Sandbox()
    try sandbox.write("real.txt", "old")
    try FileManager.default.createSymbolicLink(
      atPath: sandbox.folder.appending(path: "link.txt").path, withDestinationPath: "real.txt")
    _ = try sandbox.hsi("score", "--output", "link.txt")
    #expect(try sandbox.read("real.txt") != "old")
    let direct = try sandbox.hsi("score", "--format", "csv").output
    let device = try sandbox.hsi("score", "--format", "csv", "--output", "/dev/stdout")
    #expect(device.output == direct)
    #expect(try sandbox.hsi("score", "--output", "").status == 2)
  }

  @Test("two runs give the same bytes", arguments: ["table", "csv", "json", "md"]) func deterministic(
    _ format: String
  ) throws {
    let sandbox = try Sandbox()
    let first = try sandbox.hsi("score", "--format", format).output
    #expect(try sandbox.hsi("score", "--format", format).output == first)
  }

  @Test("explain shows every figure's file and line and every denominator's") func explain() throws {
    let sandbox = try Sandbox()
    let run = try sandbox.hsi("explain", "ARC")
    #expect(run.status == 0)
    #expect(run.output.contains("Arcadia (ARC): rank 3"))
    #expect(run.output.contains("Data/economic/income.csv:3"))
    #expect(
      run.output.contains(
        "famine-deaths: 40 at Data/food/famine-deaths.csv:2 (2020) ÷ Data/people.csv:4; per 100000"))
    #expect(
      run.output.contains(
        "violence: 10, 20, 30 at Data/personal/violence.csv:2–4 (2018–2020) ÷ Data/people.csv:2–4"))
    let json = try sandbox.hsi("explain", "ARC", "--format", "json").output
    #expect(json.components(separatedBy: "\"denominators\"").count == 7, "six figures")
    let food = try sandbox.hsi("explain", "LIL", "--dimension", "food").output
    #expect(food.contains("missing"))
    #expect(food.contains("no figure"))
    #expect(!food.contains("income"))
  }

  @Test("explain shows components, ranks of dimensions and why a part of no score has no weight")
  func components() throws {
    let sandbox = try Sandbox()
    try sandbox.edit("Data/indicators.csv", "income,economic,", "income,economic/money,")
    let arcadia = try sandbox.hsi("explain", "ARC").output
    #expect(arcadia.contains("\neconomic   62.50     3 "))
    #expect(arcadia.contains("\nmoney "), "the component has a row of its own")
    #expect(arcadia.contains("\n  income "), "with its indicator below")
    try sandbox.edit("Data/economic/income.csv", "LIL,2020,100\n", "")
    let lilliput = try sandbox.hsi("explain", "LIL").output
    #expect(lilliput.contains("not scored: 0 % of its weight is present and 50 % needed"))
    try sandbox.edit("Weights/undp-1994.toml", "carry_forward", "indicator_share = 0.9\ncarry_forward")
    let none = try sandbox.hsi("explain", "LIL").output
    #expect(
      none.contains(
        "economic: not scored, 50 % of its weight is present and 90 % needed; what there is of it "
          + "carries no weight"))
  }

  @Test(
    "each command's help shows two examples",
    arguments: ["score", "explain", "whatif", "compare", "lenses", "check", "import", "report"]) func help(
      _ command: String
    ) throws
  {
    let run = try Sandbox().hsi.run([command, "--help"])
    #expect(run.status == 0)
    #expect(run.output.components(separatedBy: "\n  hsi \(command)").count >= 3)
  }
}
