import Foundation
import Testing

/// Several lenses at once: `hsi lenses`, `hsi compare`, `hsi score` with more than one.
@Suite("hsi lenses, compare and score side by side") struct LensCommandTests {
  /// The small world with a lens that likes what the default one fears: more violence is safer.
  static func sandbox() throws -> Sandbox {
    let sandbox = try Sandbox()
    try sandbox.write(
      "Weights/upside.toml",
      """
      title = "Upside down"
      tradition = "satire"
      rationale = "To see what turns."
      scope = "un-members"
      [weights]
      personal = 1.0
      economic = 0.0
      food = 0.0
      [goalposts]
      violence = { worst = 0.0, best = 8.0 }

      """)
    return sandbox
  }

  @Test("hsi lenses lists name, title, tradition and shares, the default lens first") func list() throws {
    let sandbox = try Self.sandbox()
    let rows = ScoreCommandTests.rows(try sandbox.hsi("lenses", "--format", "csv").output)
    #expect(
      rows[0] == [
        "name", "title", "tradition", "year", "ranked", "countries", "economic", "food", "personal",
      ])
    #expect(rows[1].prefix(1) == ["undp-1994"] && rows[1].suffix(1) == ["0.3333333333333333"])
    #expect(rows[2] == ["upside", "Upside down", "satire", "2020", "4", "4", "0", "0", "1"])
    let table = try sandbox.hsi("lenses").output
    #expect(table.contains("economic, food, personal: 33.3 % each"))
    #expect(try sandbox.hsi("lenses", "--format", "md").output.contains("| upside |"))
  }

  @Test("hsi lenses show prints what differs from the default, reasons and references") func show() throws {
    let sandbox = try Self.sandbox()
    let text = try sandbox.hsi("lenses", "show", "upside").output
    #expect(text.contains("To see what turns."))
    #expect(text.contains("what differs from undp-1994"))
    let lines = text.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
    #expect(lines.contains("weight of economic 0.0 % 33.3 %"))
    #expect(lines.contains("goalposts of violence 0 to 8 8 to 0"))
    #expect(lines.contains("dimensions_required 1 3") && lines.contains("carry_forward 10 5"))
    #expect(!lines.contains { $0.hasPrefix("weight of violence") || $0.hasPrefix("scope ") })
    let own = try sandbox.hsi("lenses", "show", "Weights/undp-1994.toml").output
    #expect(own.contains("what it judges") && own.contains("- Swift, Travels"))
    try sandbox.remove("Weights/undp-1994.toml")
    #expect(try sandbox.hsi("lenses", "show", "upside").output.contains("what it judges"))
  }

  @Test("hsi lenses show has every judgement for machines", arguments: ["csv", "json"]) func showForMachines(
    _ format: String
  ) throws {
    let text = try Self.sandbox().hsi("lenses", "show", "upside", "--format", format).output
    if format == "csv" {
      #expect(text.hasPrefix("judgement,value,default,differs\n"))
      #expect(text.contains("\nscope,un-members,un-members,false\n"))
      #expect(text.contains("\ngoalposts of violence,0 to 8,8 to 0,true\n"))
    } else {
      let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
      #expect(object["compared_with"] as? String == "undp-1994")
      #expect((object["judgements"] as? [[String: Any]])?.count == 22)
    }
  }

  @Test("several lenses stand side by side with the scores and ranks that each has alone") func sideBySide()
    throws
  {
    let sandbox = try Self.sandbox()
    let run = try sandbox.hsi("score", "--lens", "undp-1994", "--lens", "upside", "--format", "csv")
    let rows = ScoreCommandTests.rows(run.output)
    #expect(
      rows[0] == [
        "iso3", "country", "score_undp-1994", "rank_undp-1994", "score_upside", "rank_upside",
        "status_undp-1994", "status_upside",
      ])
    #expect(rows.dropFirst().map { $0[0] } == ["UTO", "BEN", "ARC", "LIL"])
    for (place, lens) in ["undp-1994", "upside"].enumerated() {
      let alone = ScoreCommandTests.rows(try sandbox.hsi("score", "--lens", lens, "--format", "csv").output)
      for row in rows.dropFirst() {
        let own = try #require(alone.first { $0[1] == row[0] })
        #expect([row[2 + 2 * place], row[3 + 2 * place]] == [own[3], own[0]])
      }
    }
    #expect(rows[4][2].isEmpty && rows[4][6].contains("withheld: only 2 of 3"))
    let table = try sandbox.hsi("score", "--lens", "undp-1994", "--lens", "upside").output
    #expect(table.contains("unranked") && table.contains("Reference year 2020"))
    let top = try sandbox.hsi(
      "score", "--lens", "undp-1994", "--lens", "upside", "--top", "1", "--format", "csv")
    #expect(ScoreCommandTests.rows(top.output).dropFirst().map { $0[0] } == ["UTO", "ARC"])
  }

  @Test("the common year is the earliest that the lenses take by themselves, and is explained")
  func commonYear() throws {
    let sandbox = try Self.sandbox()
    let file = "Data/personal/violence.csv"
    let rows = try sandbox.read(file).split(separator: "\n").filter { !$0.contains(",2020,") }
    try sandbox.write(file, rows.joined(separator: "\n") + "\n")
    let both = ["score", "--lens", "undp-1994", "--lens", "upside"]
    #expect(
      try sandbox.hsi.run(both).output.contains(
        "Reference year 2019, the earliest of those that the lenses take by themselves: "
          + "undp-1994 2020, upside 2019."))
    let chosen = try sandbox.hsi.run(both + ["--year", "2020"]).output
    #expect(chosen.contains("Reference year 2020, as chosen."))
  }

  @Test("hsi compare has the columns of the contract, and the figures worked by hand") func compare() throws {
    // UTO, BEN, ARC against ARC, BEN, UTO. Arcadia's 75 of violence are 4.4 weighted points below
    // the mean of 265/3; turned round, its 25 are 13.3 above the mean of 35/3.
    let sandbox = try Self.sandbox()
    let csv = try sandbox.hsi("compare", "--format", "csv").output
    #expect(
      csv == "a,b,kendall,spearman,mean_shift,max_shift,most_moved\n"
        + "undp-1994,upside,-1,-1,1.3333333333333333,2,ARC\n")
    let text = try sandbox.hsi("compare").output
    #expect(
      text.contains(
        "Arcadia is number 3 (3) of 3 under undp-1994 and 1 (–) under upside, mostly for its personal dimension (57 %): "
          + "4.4 points below the average under undp-1994, 13.3 points above the average under " + "upside."))
    let markdown = try sandbox.hsi("compare", "--format", "md", "--furthest", "0").output
    #expect(markdown.contains("## undp-1994 and upside") && !markdown.contains("mostly for"))
    let json = try sandbox.hsi("compare", "--format", "json").output
    let object = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    let pair = try #require((object["pairs"] as? [[String: Any]])?.first)
    #expect((pair["furthest"] as? [[String: Any]])?.first?["dimension"] as? String == "personal")
  }

  @Test(
    "what cannot be set side by side is wrong usage",
    arguments: [
      ["compare", "upside"], ["compare", "upside", "upside"], ["compare", "--furthest", "-1"],
      ["explain", "ARC", "--lens", "upside", "--lens", "undp-1994"],
      ["report", "--lens", "upside", "--lens", "undp-1994"],
      ["score", "--lens", "upside", "--lens", "undp-1994", "--level", "indicator"],
      ["score", "--lens", "upside", "--lens", "Weights/upside.toml"],
    ]) func wrongUsage(_ arguments: [String]) throws
  {
    let run = try Self.sandbox().hsi.run(arguments)
    #expect(run.status == 2 && run.output.isEmpty, "\(run.errors)")
  }

  @Test("the mistakes of all lenses are told at once") func mistakes() throws {
    let sandbox = try Self.sandbox()
    try sandbox.edit("Weights/upside.toml", "food = 0.0", "foot = 0.0")
    let run = try sandbox.hsi("score", "--lens", "upside", "--lens", "undp-1949")
    #expect(run.status == 1)
    #expect(run.errors.contains("[unknown-dimension]") && run.errors.contains("[unknown-lens]"))
    #expect(run.errors.contains("did you mean \"undp-1994\"?"))
    for file in ["upside", "undp-1994"] { try sandbox.remove("Weights/\(file).toml") }
    #expect(try sandbox.hsi("compare").errors.contains("[no-lens]"))
  }

  @Test("without a lens to compare with, compare says so") func alone() throws {
    let run = try Sandbox().hsi("compare")
    #expect(run.status == 2 && run.errors.contains("only one lens"))
  }
}
