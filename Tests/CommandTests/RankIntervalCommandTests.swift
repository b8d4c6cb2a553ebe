import Foundation
import Testing

@Suite("Rank intervals on the command line") struct RankIntervalCommandTests {
  /// So many countries with two indicators that rise and fall.
  private static func world(_ count: Int) throws -> Sandbox {
    let sandbox = try Sandbox()
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ").map(String.init)
    let codes = ["Q", "X"].flatMap { first in
      letters.flatMap { second in letters.map { first + second + $0 } }
    }.prefix(count)
    let rows = codes.enumerated()
    try sandbox.write("T/Data/countries.csv", "iso3,name\n" + codes.map { "\($0),Land of \($0)\n" }.joined())
    try sandbox.write(
      "T/Data/indicators.csv", "id,dimension,worst,best\nrising,one,0,2000\nfalling,two,0,3000\n")
    try sandbox.write(
      "T/Data/one/rising.csv", "iso3,year,value\n" + rows.map { "\($1),2020,\($0)\n" }.joined())
    try sandbox.write(
      "T/Data/two/falling.csv",
      "iso3,year,value\n" + rows.map { "\($1),2020,\(2000 - $0 * 7 % 2000)\n" }.joined())
    try sandbox.write("T/Weights/undp-1994.toml", "dimensions_required = 2\n[weights]\none = 1\ntwo = 1\n")
    return sandbox
  }

  private static func ends(_ output: String) -> [[String]] {
    ScoreCommandTests.rows(output).dropFirst().map { row in
      [row[row.count - 4], row[row.count - 3], row[row.count - 1]]
    }
  }

  @Test("are computed of a thousand countries, and of one more only when asked for, with a note") func many()
    throws
  {
    let few = try Self.world(1000).hsi("score", "--data", "T/Data", "--format", "csv")
    #expect(few.status == 0 && few.errors.isEmpty, "\(few.errors)")
    let known = Self.ends(few.output)
    #expect(known.count == 1000 && known.allSatisfy { $0.allSatisfy { !$0.isEmpty } })
    let world = try Self.world(1001)
    let unasked = try world.hsi("score", "--data", "T/Data", "--format", "csv")
    #expect(
      unasked.status == 0
        && unasked.errors.contains("1001 countries are ranked: their rank intervals are not"))
    #expect(unasked.errors.contains("--intervals") && unasked.errors.contains("[no-intervals]"))
    #expect(Self.ends(unasked.output).allSatisfy { $0.allSatisfy(\.isEmpty) })
    let table = try world.hsi("score", "--data", "T/Data", "--top", "3")
    #expect(table.output.contains("interval: not computed, as more than 1000 countries are ranked"))
    let asked = try world.hsi("score", "--data", "T/Data", "--intervals", "--format", "csv")
    #expect(asked.errors.isEmpty && Self.ends(asked.output).allSatisfy { $0.allSatisfy { !$0.isEmpty } })
  }

  @Test("one command, its repetition and every format give the same ends") func same() throws {
    let sandbox = try Sandbox()
    let csv = try sandbox.hsi("score", "--format", "csv").output
    #expect(try sandbox.hsi("score", "--format", "csv").output == csv)
    let text = try sandbox.hsi("score", "--format", "json").output
    let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let countries = try #require(object["countries"] as? [[String: Any]])
    let members = countries.map { country in
      ["rank_p05", "rank_p95", "tier"].map { (country[$0] as? Int).map(String.init) ?? "" }
    }
    #expect(members == Self.ends(csv))
    let audit = try sandbox.hsi("audit", "--table", "rank-intervals", "--format", "csv", "--seed", "5").output
    let rows = ScoreCommandTests.rows(audit).dropFirst().map { [$0[2], $0[4], $0[6]] }
    #expect(rows == members.filter { !$0[0].isEmpty })
  }
}
