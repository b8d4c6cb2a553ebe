import Foundation
import Testing

/// Arcadia borders Lilliput and Utopia, Bensalem is an island.
@Suite("hsi dilemma, hsi neighbours and hsi compare --years") struct NeighbourCommandTests {
  static func sandbox(borders: Bool = true) throws -> Sandbox {
    let sandbox = try Sandbox()
    let rows = try sandbox.read("Data/indicators.csv").split(separator: "\n")
    let names = "threat,Invented ledger,Academy,CC0 1.0,judgement"
    let catalogue =
      [rows[0] + ",neighbours"] + rows.dropFirst().map { $0 + "," } + [
        "arms,state,Arms,% of income,0,10,none,,,,,0,100,\(names),state/arms.csv,",
        borders ? "near,state,Near,%,10,0,none,,,,,0,100,\(names),state/arms.csv,mean" : "",
      ]
    try sandbox.write("Data/indicators.csv", catalogue.filter { !$0.isEmpty }.joined(separator: "\n") + "\n")
    try sandbox.write(
      "Data/state/arms.csv",
      """
      iso3,year,value
      ARC,2018,1
      ARC,2019,2
      ARC,2020,1
      LIL,2018,1
      LIL,2019,3
      LIL,2020,4
      UTO,2018,2
      UTO,2019,2
      UTO,2020,5
      BEN,2020,3

      """)
    if borders {
      try sandbox.write("Data/borders.csv", "iso3,neighbour\nARC,LIL\nLIL,ARC\nARC,UTO\nUTO,ARC\n")
    }
    try sandbox.edit("Weights/undp-1994.toml", "personal = 1.0", "personal = 1.0\nstate = 1.0")
    try sandbox.write("Weights/state.toml", "[weights]\nstate = 1\neconomic = 0\nfood = 0\npersonal = 0\n")
    return sandbox
  }

  @Test("the dilemma of all countries is a row each; that of one is a row a year") func dilemma() throws {
    let sandbox = try Self.sandbox()
    let all = try sandbox.hsi("dilemma", "--format", "csv")
    #expect(all.status == 0, "\(all.errors)")
    // Lilliput: +2 beside +1, then +1 beside −1. Arcadia: +1 beside +1, then −1 beside +2.
    // Utopia: 0 beside +1, then +3 beside −1.
    #expect(
      all.output == """
        iso3,country,neighbours,years_compared,both_rose,both_fell,share_both_rose,correlation
        ARC,Arcadia,2,2,1,0,0.5,
        LIL,Lilliput,1,2,1,0,0.5,
        UTO,Utopia,1,2,0,0,0,

        """)
    let one = try sandbox.hsi("dilemma", "Arkadia", "--years", "2019-", "--format", "csv")
    #expect(
      one.output == """
        iso3,country,year,own,neighbours,neighbours_known,neighbours_all,own_change,neighbours_change,course
        ARC,Arcadia,2019,2,2.5,2,2,1,1,both rose
        ARC,Arcadia,2020,1,4.5,2,2,-1,2,apart

        """)
  }

  @Test("the pages say that a shared rise proves no cause, and what the world did") func caution() throws {
    let sandbox = try Self.sandbox()
    for format in ["table", "md", "json"] {
      let run = try sandbox.hsi("dilemma", "--format", format)
      #expect(run.output.contains("A shared rise proves no cause"), "\(format)")
    }
    // 2 of 6 both rose; own rose in 1 + 2 + 1, neighbours in 2 + 1 + 1 of 6.
    let text = try sandbox.hsi("dilemma").output
    #expect(text.contains("World: of 6 years compared in 3 countries, both rose in 33.3 %"))
    #expect(text.contains("both would have risen in 44.4 %"))
    #expect(text.contains("Arms, % of income: own beside land neighbours, 2018 to 2020"))
  }

  @Test("figures are named as what they are where the indicator is made of them by a rule") func stage()
    throws
  {
    let sandbox = try Self.sandbox()
    let catalogue = try sandbox.read("Data/indicators.csv")
    let kinds = [
      ("rise", "Rise", ",,10", "change over 10 years"), ("calm", "Calm", ",10,", "mean over 10 years"),
    ]
    let rows = kinds.map { kind in
      "\(kind.0),state,\(kind.1),% since,10,0,none,,\(kind.2),0,100,t,s,p,CC0 1.0,j," + "state/new.csv,\n"
    }
    try sandbox.write("Data/indicators.csv", catalogue + rows.joined())
    try sandbox.write("Data/state/new.csv", try sandbox.read("Data/state/arms.csv"))
    for (id, name, _, rule) in kinds {
      let text = try sandbox.hsi("dilemma", "ARC", "--indicator", id)
      #expect(text.status == 0, "\(text.errors)")
      #expect(
        text.output.hasPrefix(
          "\(name): figures before the \(rule) is taken, own beside land neighbours, " + "2018 to 2020\n"))
      let json = try sandbox.hsi("dilemma", "--indicator", id, "--format", "json")
      #expect(json.output.contains("\"unit\": \"figures before the \(rule) is taken\""))
    }
  }

  @Test("figures of one year alone say that nothing can be compared") func oneYear() throws {
    let sandbox = try Self.sandbox()
    try sandbox.write("Data/state/arms.csv", "iso3,year,value\nARC,2020,1\nLIL,2020,2\nUTO,2020,3\n")
    for format in ["table", "md", "json"] {
      let run = try sandbox.hsi("dilemma", "--indicator", "arms", "--format", format)
      #expect(run.status == 0 && run.output.contains("Nothing can be compared: no country has"))
    }
    #expect(try !Self.sandbox().hsi("dilemma").output.contains("Nothing can be compared"))
  }

  @Test("years without figures are warned of") func reach() throws {
    let run = try Self.sandbox().hsi("dilemma", "--years", "2015-2019", "--format", "csv")
    #expect(run.status == 0)
    #expect(run.errors.contains("in 2015–2017 there are no figures of near [year-without-figures]"))
  }

  @Test(
    "what cannot be asked for is told",
    arguments: [
      (true, ["dilemma", "Bensalem"], 2, "no-neighbour"),
      (true, ["dilemma", "Atlantis"], 2, "unknown-country"),
      (true, ["dilemma", "--indicator", "amrs"], 2, "unknown-indicator"),
      (true, ["dilemma", "--years", "2030-"], 2, "no-such-years"),
      (false, ["dilemma", "--indicator", "arms"], 1, "no-borders"), (false, ["neighbours"], 1, "no-borders"),
      (true, ["compare", "--years", "1990-2000", "--year", "2000"], 2, "choose --year or --years"),
      (true, ["dilemma", "--years", "2020-2010"], 2, "ends before it begins"),
    ]) func mistakes(_ borders: Bool, _ arguments: [String], _ status: Int32, _ text: String) throws
  {
    let run = try Self.sandbox(borders: borders).hsi.run(arguments)
    #expect(run.status == status && run.errors.contains(text), "\(run.errors)")
  }

  @Test("without a mean of neighbours in the catalogue the indicator has to be named") func noMean() throws {
    let sandbox = try Self.sandbox()
    try sandbox.edit("Data/indicators.csv", "state/arms.csv,mean", "state/arms.csv,")
    let run = try sandbox.hsi("dilemma")
    #expect(run.status == 2 && run.errors.contains("no-neighbour-mean"))
    #expect(try sandbox.hsi("dilemma", "--indicator", "arms").status == 0)
  }

  @Test("a value made of neighbours is explained down to the lines of their figures") func explained() throws
  {
    let sandbox = try Self.sandbox()
    let text = try sandbox.hsi("explain", "ARC", "--lens", "state").output
    #expect(
      text.contains(
        "near: land neighbours LIL 4 in 2020 (Data/state/arms.csv:7), UTO 5 in 2020 "
          + "(Data/state/arms.csv:10)"), "\(text)")
    #expect(text.contains("of 2 land neighbours"))
    let island = try sandbox.hsi("explain", "BEN", "--lens", "state", "--format", "md").output
    #expect(island.contains("no land neighbour"))
    let json = try sandbox.hsi("explain", "ARC", "--lens", "state", "--format", "json").output
    #expect(json.contains("\"neighbours\": [") && json.contains("\"line\": 10"))
  }

  @Test("neighbours are set beside a country, the widest gap first") func neighbours() throws {
    let sandbox = try Self.sandbox()
    let run = try sandbox.hsi("neighbours", "--lens", "state", "--format", "csv")
    #expect(run.status == 0, "\(run.errors)")
    let rows = ScoreCommandTests.rows(run.output)
    // arms: 1, 4, 5 of 10, thus 10, 40, 50; near: 4.5, 1, 1 of 10, thus 55, 90, 90; means 32.5, 65, 70.
    #expect(rows.dropFirst().map { $0[0] } == ["UTO", "LIL", "ARC"])
    #expect(rows[1][3] == "70" && rows[1][4] == "32.5" && rows[1][5] == "37.5")
    #expect(rows[3][3] == "32.5" && rows[3][4] == "67.5" && rows[3][5] == "-35")
    let one = try sandbox.hsi("neighbours", "Lilliput", "--lens", "state")
    #expect(one.output.contains("Lilliput") && one.output.contains("+32.5"))
    #expect(!one.output.contains("Utopia  "))
    for format in ["json", "md"] {
      let page = try sandbox.hsi("neighbours", "--lens", "state", "--format", format)
      #expect(page.status == 0 && page.output.contains("Lilliput"))
    }
  }

  @Test("two lenses are compared over years, and the last year's sentences follow") func compare() throws {
    let sandbox = try Self.sandbox()
    let run = try sandbox.hsi(
      "compare", "--lens", "undp-1994", "--lens", "state", "--years", "2019-2020", "--format", "csv")
    #expect(run.status == 0, "\(run.errors)")
    let rows = ScoreCommandTests.rows(run.output)
    #expect(
      rows[0] == ["a", "b", "year", "countries", "kendall", "spearman", "same_countries", "spearman_same"])
    #expect(
      rows.dropFirst().map { Array($0[0...2]) } == [
        ["undp-1994", "state", "2019"], ["undp-1994", "state", "2020"],
      ])
    let text = try sandbox.hsi("compare", "undp-1994", "state", "--years", "2020-2021").output
    #expect(text.contains("went from 0.200 to 0.200."), "as many digits as the table\n\(text)")
    let year = try sandbox.hsi("compare", "undp-1994", "state", "--year", "2020", "--format", "csv")
    #expect(ScoreCommandTests.rows(year.output)[1][3] == rows[2][5], "the same as of that year alone")
    let far = try sandbox.hsi("compare", "undp-1994", "state", "--years", "2018-2030")
    #expect(far.errors.contains("under state, in 2021–2030 less than half"), "\(far.errors)")
    #expect(far.output.contains("In 2030:"))
    for format in ["json", "md"] {
      let page = try sandbox.hsi("compare", "undp-1994", "state", "--years", "2019-2020", "--format", format)
      #expect(page.status == 0 && page.output.contains("2020"))
    }
  }

  @Test("the pages of a report name the neighbours' figures") func reported() throws {
    let sandbox = try Self.sandbox()
    #expect(try sandbox.hsi("report", "--lens", "state").status == 0)
    let page = try sandbox.read("Reports/countries/ARC.md")
    #expect(
      page.contains("land neighbours [state/arms.csv:7, 10](<../../Data/state/arms.csv#L7>)"), "\(page)")
    #expect(try sandbox.read("Reports/index.html").contains("land neighbours"))
  }
}
