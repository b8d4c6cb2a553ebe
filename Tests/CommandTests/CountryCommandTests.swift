import Foundation
import Testing

/// Arcadia and Utopia are of high income, Bensalem alone of upper middle income; Lilliput has no figure of food and is
/// not ranked. Arcadia borders Lilliput and Utopia.
@Suite("hsi country, hsi levers and groups in hsi score") struct CountryCommandTests {
  /// Rows by the names of their columns; commas within quotation marks part nothing.
  private static func rows(_ csv: String) -> [[String: String]] {
    let lines = csv.split(separator: "\n").map { line in
      let parts = line.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
      let marked = parts.map { $0 % 2 == 1 ? String($1).replacing(",", with: ";") : String($1) }.joined()
      return marked.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    guard let header = lines.first else { return [] }
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
  }

  private static func number(_ text: String?) throws -> Double { try #require(text.flatMap(Double.init)) }

  @Test("hsi whatif --set of a lever's target gains the points and the rank that hsi levers says")
  func whatif() throws {
    let sandbox = try Sandbox()
    let run = try sandbox.hsi("levers", "ARC", "--format", "csv")
    #expect(run.status == 0, "\(run.errors)")
    let levers = Self.rows(run.output).filter { $0["record"] == "lever" }
    #expect(levers.count > 1)
    for lever in levers {
      let (id, target) = (lever["indicator"] ?? "", lever["target"] ?? "")
      let after = try sandbox.hsi("whatif", "--set", "ARC.\(id)=\(target)", "--format", "csv")
      let index = Self.rows(after.output).filter { $0["iso3"] == "ARC" && $0["subject"] == "index" }
      let score = try #require(index.first { $0["record"] == "score" })
      #expect(abs(try Self.number(score["change"]) - Self.number(lever["points"])) < 1e-9)
      let rank = try #require(index.first { $0["record"] == "rank" })
      #expect(-(try Self.number(rank["change"])) == (try Self.number(lever["ranks_gained"])))
      let overtaken = (lever["overtaken"] ?? "").split(separator: ";")
      #expect(Double(overtaken.count) == (try Self.number(lever["ranks_gained"])))
    }
    #expect(Self.rows(run.output).contains { $0["record"] == "together" })
  }

  @Test("levers say what is held fixed, and that they are no forecast; several countries stand in one table")
  func page() throws {
    let sandbox = try Sandbox()
    let run = try sandbox.hsi("levers", "ARC", "BEN", "ARC", "--peers", "UTO,ARC")
    #expect(run.status == 0, "\(run.errors)")
    let text = run.output.replacing("\n", with: " ")
    #expect(text.contains("Arithmetic, not a forecast") && text.contains("Held fixed: all other figures"))
    #expect(text.contains("Arcadia: Of all single indicators") && text.contains("Bensalem: "))
    let json = try sandbox.hsi("levers", "ARC", "BEN", "ARC", "--peers", "UTO,ARC", "--format", "json").output
    #expect(json.split(separator: "\n").count { $0.contains("\"ranks_gained\"") } > 2)
    let markdown = try sandbox.hsi("levers", "ARC", "--format", "md").output
    #expect(markdown.hasPrefix("# Arcadia"))
  }

  @Test("a country has its page, ranked or not, with the options of the command in those to be asked next")
  func country() throws {
    let sandbox = try Sandbox()
    let run = try sandbox.hsi("country", "ARC", "--year", "2020")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.hasPrefix("Arcadia (ARC): rank "))
    #expect(run.output.contains("rank interval"))
    #expect(run.output.contains("hsi levers ARC --year 2020"))
    let withheld = try sandbox.hsi("country", "LIL")
    #expect(withheld.status == 0 && withheld.output.hasPrefix("Lilliput (LIL): unranked, only 2 of 3"))
    #expect(!withheld.output.contains("hsi levers"))
    #expect(withheld.output.contains("none among the countries scored"))
    let csv = Self.rows(try sandbox.hsi("country", "ARC", "--format", "csv").output)
    #expect(csv.first?["record"] == "index" && csv.contains { $0["subject"] == "violence" })
    #expect(try sandbox.hsi("country", "ARC", "--format", "json").output.contains("\"strengths\""))
    #expect(try sandbox.hsi("country", "ARC", "--format", "md").output.hasPrefix("# Arcadia"))
  }

  @Test("a group has its ranks beside those of the world, its median last, and its columns at the right end")
  func group() throws {
    let sandbox = try Sandbox()
    let all = try sandbox.hsi("score", "--format", "csv").output
    for name in ["high", "High income", "HIGH-INCOME"] {
      let csv = try sandbox.hsi("score", "--income", name, "--format", "csv").output
      let header = try #require(csv.split(separator: "\n").first)
      #expect(header == all.split(separator: "\n")[0] + ",group,group_rank,group_rank_p05,group_rank_p95")
      let rows = Self.rows(csv)
      #expect(rows.map { $0["country"] } == ["Utopia", "Arcadia", "Median of High income"])
      #expect(rows.map { $0["group_rank"] } == ["1", "2", ""])
      // Bensalem stands between them.
      #expect(rows.map { $0["rank"] } == ["1", "3", ""] && rows[2]["status"] == "median")
      let middle = try (Self.number(rows[0]["score"]) + Self.number(rows[1]["score"])) / 2
      #expect(abs(try Self.number(rows[2]["score"]) - middle) < 1e-9)
    }
    let top = try sandbox.hsi("score", "--income", "high", "--top", "1", "--format", "csv").output
    #expect(Self.rows(top).map { $0["iso3"] } == ["UTO", ""])
    let table = try sandbox.hsi("score", "--region", "oceania").output
    #expect(table.contains("Oceania: 1 of 2 countries ranked") && table.contains("Lilliput is unranked"))
    #expect(
      try sandbox.hsi("score", "--region", "Oceania", "--format", "json").output.contains("\"group_median\""))
    #expect(
      try sandbox.hsi("score", "--subregion", "polynesia", "--format", "md").output.contains("| Median |"))
  }

  @Test("own groups are read of groups.csv, or of another file") func ownGroup() throws {
    let sandbox = try Sandbox()
    let rows = "group,iso3\nUtopians,UTO\nUtopians,ARC\nIslands,BEN\n"
    try sandbox.write("Data/groups.csv", rows)
    let own = try sandbox.hsi("score", "--group", "utopians", "--format", "csv")
    #expect(
      Self.rows(own.output).map { $0["group"] } == ["Utopians", "Utopians", "Utopians"], "\(own.errors)")
    try sandbox.write("other.csv", rows)
    let other = try sandbox.hsi("score", "--group", "Islands", "--groups", "other.csv", "--format", "csv")
    #expect(Self.rows(other.output).map { $0["iso3"] } == ["BEN", ""], "\(other.errors)")
    #expect(try sandbox.hsi("check", "--fail-on", "error").status == 0, "the file may stand in Data/")
  }

  struct Wrong: CustomTestStringConvertible, Sendable {
    let arguments: [String]
    let identifier: String
    let says: String
    var testDescription: String { arguments.joined(separator: " ") }
  }

  static let wrongs = [
    Wrong(
      arguments: ["levers", "ARC", "--peers", "incme"], identifier: "unknown-peers",
      says: "did you mean \"income\"?"),
    Wrong(
      arguments: ["levers", "ARC", "--peers", "UTO,Bensalm"], identifier: "unknown-country",
      says: "did you mean \"Bensalem\"?"),
    Wrong(
      arguments: ["levers", "BEN"], identifier: "no-peers", says: "no other country of Upper middle income"),
    Wrong(
      arguments: ["country", "BEN", "--peers", "neighbours"], identifier: "no-peers",
      says: "Bensalem has no land neighbour"),
    Wrong(
      arguments: ["levers", "ARC", "--peers", "ARC"], identifier: "no-peers",
      says: "Arcadia is the only country"),
    Wrong(arguments: ["levers", "Arcadi"], identifier: "unknown-country", says: "did you mean \"Arcadia\"?"),
    Wrong(
      arguments: ["country", "Arcadi"], identifier: "unknown-country", says: "did you mean \"Arcadia\"?"),
    Wrong(
      arguments: ["levers", "LIL"], identifier: "not-ranked", says: "Lilliput is not ranked: only 2 of 3"),
    Wrong(
      arguments: ["score", "--region", "Oceana"], identifier: "unknown-group",
      says: "did you mean \"Oceania\"?"),
    Wrong(
      arguments: ["score", "--income", "middling"], identifier: "unknown-group",
      says: "known: High income, Low income"),
    Wrong(
      arguments: ["score", "--subregion", "Australia and New Zealand"], identifier: "empty-group",
      says: "add --scope all"),
    Wrong(
      arguments: ["score", "--group", "Utopian"], identifier: "unknown-group",
      says: "did you mean \"Utopians\"?"),
  ]

  @Test("a wrong question has one clear error and status 2", arguments: wrongs) func wrong(_ wrong: Wrong)
    throws
  {
    let sandbox = try Sandbox()
    try sandbox.write("Data/borders.csv", "iso3,neighbour\nARC,LIL\nLIL,ARC\nARC,UTO\nUTO,ARC\n")
    try sandbox.write("Data/groups.csv", "group,iso3\nUtopians,UTO\n")
    let run = try sandbox.hsi.run(wrong.arguments)
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(run.errors.contains("[\(wrong.identifier)]") && run.errors.contains(wrong.says), "\(run.errors)")
    #expect(run.errors.components(separatedBy: "error:").count == 2, "\(run.errors)")
  }

  @Test(
    "options that exclude each other, or that are not known, are wrong usage",
    arguments: [
      (["levers", "ARC", "--to", "best"], "'best' is invalid"),
      (["levers", "ARC", "--limit", "0"], "--limit must be at least 1"),
      (["score", "--region", "Europe", "--income", "low"], "choose one of --region"),
      (["score", "--region", "Europe", "--years", "2019-2020"], "takes one --lens and one year"),
      (["score", "--region", "Europe", "--country", "ARC"], "choose a group or --country"),
      (["score", "--groups", "x.csv"], "--groups needs --group"),
    ]) func usage(_ arguments: [String], _ says: String) throws
  {
    let run = try Sandbox().hsi.run(arguments)
    #expect(run.status == 2 && run.errors.contains(says), "\(run.errors)")
  }

  @Test("everything that is wrong with a file of groups is told at once, each with its place")
  func badGroups() throws {
    let sandbox = try Sandbox()
    try sandbox.write("Data/groups.csv", "group,iso3\nOnes,UTO\nOnes,UTP\n,ARC\nOnes,UTO\n")
    let run = try sandbox.hsi("score", "--group", "Ones")
    #expect(run.status == 1 && run.output.isEmpty)
    for (place, identifier) in [
      ("Data/groups.csv:3:6", "unknown-country"), ("Data/groups.csv:4:1", "no-group-name"),
      ("Data/groups.csv:5:6", "duplicate-member"),
    ] { #expect(run.errors.contains(place) && run.errors.contains("[\(identifier)]"), "\(run.errors)") }
    try sandbox.remove("Data/groups.csv")
    let none = try sandbox.hsi("score", "--group", "Ones")
    #expect(none.status == 1 && none.errors.contains("there is no file of groups"), "\(none.errors)")
    let missing = try sandbox.hsi("score", "--group", "Ones", "--groups", "gone.csv")
    #expect(missing.status == 1 && missing.errors.contains("gone.csv"), "\(missing.errors)")
  }
}
