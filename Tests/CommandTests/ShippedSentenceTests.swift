import Foundation
import Testing

/// Claims of printed sentences, worked out anew from the figures of Data/.
@Suite("Sentences about the figures that are shipped") struct ShippedSentenceTests {
  private static var hsi: Program { Program(folder: repository) }

  @Test("mostly is said of more than half, in every year", arguments: ["2005", "2015", "2023"]) func mostly(
    year: String
  ) throws {
    let text = try Self.hsi("compare", "--year", year).output
    let sentences = text.split(separator: "\n").filter { $0.contains(" is number ") }
    #expect(sentences.count > 80)
    for sentence in sentences where !sentence.contains("no dimension moves it") {
      let share = try #require(sentence.firstMatch(of: /dimension \((?:just over )?([0-9.]+) %\)/)?.1)
      let isMost = (Double(share) ?? 0) > 50 || sentence.contains("just over 50 %")
      #expect(sentence.contains("mostly for its") == isMost, "\(sentence)")
      #expect(!sentence.contains(" 0.0 points"), "\(sentence)")
    }
    // realist and neorealist have one dimension, which nothing joins.
    let single = try Self.hsi("compare", "undp-1994", "realist", "--year", year).output
    #expect(!single.contains("They join dimensions"))
    #expect(text.contains("They join dimensions differently"))
  }

  @Test(
    "nothing is said to speak for a country only where no indicator does",
    arguments: [
      ("KEN", "NOR", "undp-1994"), ("SOM", "DNK", "undp-1994"), ("TCD", "FIN", "freedom-from-want"),
      ("USA", "RUS", "realist"), ("SSD", "ISL", "equal-indicators"),
    ]) func nothing(first: String, second: String, lens: String) throws
  {
    for year in ["2010", "2023"] {
      let question = ["explain", first, second, "--lens", lens, "--year", year]
      let run = try Self.hsi.run(question)
      guard run.status == 0 else { continue }
      let rows = ScoreCommandTests.rows(try Self.hsi.run(question + ["--format", "csv"]).output)
      for sign in [1.0, -1] {
        func speaking(_ level: String) -> Int {
          rows.count { $0[3] == level && sign * (Double($0[$0.count - 3]) ?? 0) > 1e-9 }
        }
        let (dimensions, indicators) = (speaking("dimension"), speaking("indicator"))
        guard dimensions == 0 else { continue }
        let noun = indicators == 1 ? "indicator does" : "indicators do"
        #expect(
          indicators == 0
            ? run.output.contains("Nothing speaks for") : run.output.contains("; \(indicators) \(noun)."),
          "\(question) \(indicators)")
      }
    }
  }

  @Test("a transform is named wherever its goalposts or its score are shown") func scales() throws {
    let rows = ScoreCommandTests.rows(
      try String(contentsOf: repository.appending(path: "Data/indicators.csv"), encoding: .utf8))
    let id = try #require(rows[0].firstIndex(of: "id"))
    let words = ["log": "logarithm ", "log1p": "logarithm of 1 + x", "sqrt": "square root"]
    let lines = try Self.hsi("explain", "KEN").output.split(separator: "\n")
    var seen = 0
    for row in rows.dropFirst() {
      guard let line = lines.first(where: { $0.hasPrefix("\(row[id]) ") || $0.hasPrefix("  \(row[id]) ") })
      else { continue }
      seen += 1
      let word = row.compactMap { words[$0] }.first
      #expect(word.map { line.contains($0) } ?? !line.contains("logarithm"), "\(line)")
    }
    #expect(seen > 30)
    #expect(
      try Self.hsi("lenses", "show", "liberal").output.contains("logarithm of 1 + x"),
      "the goalposts of arms that it turns round")
  }

  @Test(
    "with nothing to score a command ends with status 1 and says why",
    arguments: [
      ["score"], ["score", "--format", "csv"], ["score", "--level", "indicator"],
      ["score", "--aggregate", "world"], ["score", "--lens", "undp-1994", "--lens", "realist"],
      ["explain", "KEN"], ["explain", "KEN", "NOR"], ["compare", "undp-1994", "realist"],
      ["neighbours", "KEN"], ["whatif", "--set", "KEN.physicians=1"], ["audit"],
    ]) func nothingToScore(_ command: [String]) throws
  {
    let run = try Self.hsi.run(command + ["--year", "1900"])
    #expect(run.status == 1 && run.output.isEmpty)
    #expect(
      run.errors.contains("error: in 1900 no country has a score in any dimension [nothing-to-score]")
        && run.errors.contains("figures suffice from 1990"), "\(run.errors)")
    #expect(run.errors.split(separator: "\n").count == 2, "\(run.errors)")
  }

  @Test("years of which one has scores are shown") func someYears() throws {
    let run = try Self.hsi("score", "--years", "1900-1901", "--format", "csv")
    #expect(run.status == 1 && run.errors.contains("in 1900–1901 no country has a score"))
    #expect(try Self.hsi("score", "--years", "1985-1990", "--format", "csv").status == 0)
  }

  @Test("a group is raised to at least and lowered to at most, and what = does is said") func bounds() throws
  {
    func assumed(_ setting: String) throws -> (rows: [[String]], text: String) {
      let csv = try Self.hsi("whatif", "--set", setting, "--format", "csv").output
      return (
        ScoreCommandTests.rows(csv).filter { $0[0] == "assumed" },
        try Self.hsi("whatif", "--set", setting).output
      )
    }
    let all = try assumed("Africa.physicians=1")
    let raised = all.rows.filter { Double($0[7]) ?? 0 > 0 }
    let lowered = all.rows.filter { Double($0[7]) ?? 0 < 0 }
    #expect(!raised.isEmpty && !lowered.isEmpty && raised.count + lowered.count == all.rows.count)
    #expect(
      all.text.contains("--set Africa.physicians=1: \(raised.count) raised, \(lowered.count) lowered\n"))
    let least = try assumed("Africa.physicians>=1")
    #expect(Set(least.rows.map { $0[1] }) == Set(raised.map { $0[1] }))
    #expect(least.text.contains("physicians>=1: \(raised.count) raised, \(lowered.count) as before\n"))
    let most = try assumed("Africa.physicians<=1")
    #expect(Set(most.rows.map { $0[1] }) == Set(lowered.map { $0[1] }))
    #expect(most.text.contains("physicians<=1: \(lowered.count) lowered, \(raised.count) as before\n"))
  }
}
