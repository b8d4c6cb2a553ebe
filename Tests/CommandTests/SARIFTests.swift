import Foundation
import Testing

@Suite("hsi check --format sarif") struct SARIFTests {
  /// What a viewer takes out of a result.
  struct Result {
    let rule: String
    let index: Int
    let level: String
    let text: String
    let uri: String
    let line: Int?
    let column: Int?
    let fingerprint: String

    init(_ object: [String: Any]) throws {
      rule = try #require(object["ruleId"] as? String)
      index = try #require(object["ruleIndex"] as? Int)
      level = try #require(object["level"] as? String)
      text = try #require((object["message"] as? [String: Any])?["text"] as? String)
      let place = try #require(
        (object["locations"] as? [[String: Any]])?.first?["physicalLocation"] as? [String: Any])
      uri = try #require((place["artifactLocation"] as? [String: Any])?["uri"] as? String)
      let region = place["region"] as? [String: Any]
      line = region?["startLine"] as? Int
      column = region?["startColumn"] as? Int
      fingerprint = try #require((object["partialFingerprints"] as? [String: Any])?["hsi/v1"] as? String)
    }
  }

  static func run(_ sandbox: Sandbox, _ arguments: String...) throws -> [String: Any] {
    let output = try sandbox.hsi.run(["check", "--format", "sarif"] + arguments).output
    let log = try #require(try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any])
    #expect(log["version"] as? String == "2.1.0")
    #expect((log["$schema"] as? String)?.hasSuffix("sarif-2.1.0.json") == true)
    return try #require((log["runs"] as? [[String: Any]])?.first)
  }

  static func results(_ sandbox: Sandbox) throws -> [Result] {
    try #require(try run(sandbox)["results"] as? [[String: Any]]).map { try Result($0) }
  }

  @Test("the log names the tool, its rules and how columns are counted") func driver() throws {
    let run = try Self.run(try Sandbox())
    #expect(run["columnKind"] as? String == "unicodeCodePoints")
    let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
    #expect(driver["name"] as? String == "hsi")
    #expect(driver["version"] as? String == "0.1.0")
    let rules = try #require(driver["rules"] as? [[String: Any]])
    #expect(rules.compactMap { $0["id"] as? String } == (try FindingCatalogueTests.listed()))
    for rule in rules {
      for part in ["shortDescription", "help"] {
        #expect((rule[part] as? [String: Any])?["text"] as? String != nil)
      }
    }
  }

  @Test("a result has its rule, level, message with remedy, and place") func result() throws {
    let sandbox = try Sandbox()
    let results = try Self.results(sandbox)
    let rules = try FindingCatalogueTests.listed()
    let undocumented = try #require(results.first { $0.rule == "undocumented" })
    #expect(rules[undocumented.index] == "undocumented")
    #expect(undocumented.level == "warning")
    #expect(undocumented.text == "people has no reference\nfill in the column in indicators.csv")
    #expect(undocumented.uri == "Data/indicators.csv")
    #expect(undocumented.line == 6 && undocumented.column == 1)
  }

  @Test("columns count code points, paths are percent-encoded, a whole file has no region") func places()
    throws
  {
    let sandbox = try Sandbox()
    try sandbox.edit("Data/indicators.csv", "natural bounds,\njobless", "natural bounds,é é.csv\njobless")
    // A letter of two code points stands before the year.
    try sandbox.write("Data/é é.csv", "note,iso3,year,value\ne\u{301},ARC,MMXX,5\n")
    try sandbox.write("Data/food/100 % #1.csv", "iso3,year,value\nARC,2020,1\n")
    let results = try Self.results(sandbox)
    let year = try #require(results.first { $0.rule == "bad-year" })
    #expect(year.uri == "Data/%C3%A9%20%C3%A9.csv")
    #expect(year.line == 2 && year.column == 8)
    let unused = try #require(results.first { $0.rule == "unused-file" && $0.uri.contains("100") })
    #expect(unused.uri == "Data/food/100%20%25%20%231.csv" && unused.line == nil && unused.column == nil)
  }

  @Test("a fingerprint stays when rows are put in above, and equal lines are told apart") func fingerprints()
    throws
  {
    let sandbox = try Sandbox()
    let bad = "ARC,2020\nARC,2020\nBEN,2020\n"
    try sandbox.write("Data/people.csv", "iso3,year,value\n" + bad)
    let before = try Self.results(sandbox).filter { $0.rule == "ragged-row" }
    try sandbox.write("Data/people.csv", "iso3,year,value\nARC,2020,1000\n" + bad)
    let after = try Self.results(sandbox).filter { $0.rule == "ragged-row" }
    #expect(before.compactMap(\.line) == [2, 3, 4])
    #expect(after.compactMap(\.line) == [3, 4, 5])
    #expect(before.map(\.fingerprint) == after.map(\.fingerprint))
    #expect(Set(before.map(\.fingerprint)).count == 3)
  }

  @Test("an absolute path is a file URI") func absolute() throws {
    let sandbox = try Sandbox()
    let data = sandbox.folder.appending(path: "Data").path
    let results = try #require(try Self.run(sandbox, "--data", data)["results"] as? [[String: Any]])
    let result = try Result(try #require(results.first))
    #expect(result.uri == "file://\(data)/indicators.csv")
  }

  @Test("text of the data is no placeholder and no link") func literal() throws {
    let sandbox = try Sandbox()
    try sandbox.write(
      "Data/people.csv", "iso3,year,value\n[here](http://x.invalid),2020,1\n{0},2020,1\n[1],2020,1\n")
    let texts = try Self.results(sandbox).filter { $0.rule == "unknown-country" }.map(\.text)
    #expect(
      texts.map { $0.split(separator: "\n")[0] } == [
        "no country is known as \"\\[here\\](http://x.invalid)\"", "no country is known as \"{{0}}\"",
        "no country is known as \"[1]\"",
      ])
  }
}
