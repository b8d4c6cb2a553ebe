import Foundation
import Testing

@Suite("Pairs that hardly anybody would dispute") struct JuryTests {
  private static let pairs = "Tests/CommandTests/Fixtures/jury.csv"

  /// The pairs that do not hold, or cannot be read or compared, by the line of the file.
  private func broken(_ arguments: [String] = []) throws -> [Int] {
    let run = try Program(folder: repository).run(
      ["check", "--pairs", Self.pairs, "--format", "json"] + arguments)
    let findings = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]], "\(run.errors)")
    // Whatever is wrong with a row counts: one that cannot be read would hold by saying nothing.
    return findings.filter { ($0["file"] as? String)?.hasSuffix("jury.csv") == true }.compactMap {
      $0["line"] as? Int
    }
  }

  @Test("the shipped index breaks none, and scores every country of them") func shipped() throws {
    #expect(try broken() == [])
  }

  @Test("each pair has a reason of its own words, and no pair stands twice") func reasons() throws {
    let text = try String(contentsOf: repository.appending(path: Self.pairs), encoding: .utf8)
    let rows = text.split(separator: "\n").dropFirst()
    #expect(rows.count >= 60)
    #expect(rows.allSatisfy { ($0.split(separator: ",", maxSplits: 4).last?.count ?? 0) > 20 })
  }

  @Test("what is wrong with a file of pairs is found at its place") func mistakes() throws {
    let sandbox = try Sandbox()
    try sandbox.write(
      "pairs.csv",
      "higher,lower,score,year,reason\nARC,XYZ,index,2020,r\nARC,BEN,fod,2020,r\nARC,BEN,food,20,r\nARC,ARC,food,2020,r\n"
        + "ARC,BEN,food,2020,r\nBEN,ARC,food,2020,r\n")
    let run = try sandbox.hsi("check", "--pairs", "pairs.csv")
    for finding in [
      "pairs.csv:2:5: error: no country is known as \"XYZ\" [unknown-country]",
      "pairs.csv:3:9: error: there is no dimension or component \"fod\" [unknown-score]",
      "pairs.csv:4:14: error: \"20\" is not a year [bad-year]",
      "pairs.csv:5:5: error: a pair names one country twice [same-ends]",
      "pairs.csv:7:1: error: the pair stands on line 6 already [repeated-pair]",
    ] { #expect(run.output.contains(finding), "\(finding)\n\(run.output)") }
    #expect(run.status == 1)
  }

  @Test("a pair that holds is not told, its reverse is; --fail-on makes it status 3") func reversed() throws {
    let sandbox = try Sandbox()
    try sandbox.write("holds.csv", "higher,lower,score,year,reason\nARC,BEN,index,2020,r\n")
    try sandbox.write("reversed.csv", "higher,lower,score,year,reason\nBEN,ARC,index,2020,r\n")
    let holds = try sandbox.hsi(
      "check", "--pairs", "holds.csv", "--only", "pair-broken", "--fail-on", "warning")
    let reversed = try sandbox.hsi(
      "check", "--pairs", "reversed.csv", "--only", "pair-broken", "--fail-on", "warning")
    #expect(Set([holds.status, reversed.status]) == [0, 3], "\(holds.output)\(reversed.output)")
  }

  @Test(
    "of the shipped figures, a country that is not ranked is not compared in the index, but in a dimension")
  func withheld() throws {
    let sandbox = try Sandbox()
    try sandbox.write(
      "pairs.csv", "higher,lower,score,year,reason\nKEN,MCO,index,2023,r\nKEN,MCO,health,2023,r\n")
    let run = try Program(folder: repository).run([
      "check", "--pairs", sandbox.folder.appending(path: "pairs.csv").path, "--only", "pair-broken", "--only",
      "pair-unscored",
    ])
    #expect(
      run.output.contains("Monaco has no score of the index in 2023")
        && run.output.contains("[pair-unscored]"))
    #expect(run.output.contains("Kenya stands below Monaco in health"))
  }

  @Test("a file of pairs that is not there is one error") func absent() throws {
    let run = try Sandbox().hsi("check", "--pairs", "none.csv", "--only", "unreadable-file")
    #expect(run.output.contains("none.csv: error: the pairs cannot be read"))
    #expect(run.status == 1)
  }
}
