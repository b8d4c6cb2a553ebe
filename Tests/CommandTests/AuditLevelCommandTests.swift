import Foundation
import Testing

/// The world of `AuditedWorld` with a second indicator in economic, of which Bensalem has nothing:
/// land of UTO 60, ARC 80, LIL 90. So every score is as it was.
@Suite("hsi audit --level indicator") struct AuditLevelCommandTests {
  static func world() throws -> AuditedWorld {
    let world = try AuditedWorld()
    try world.sandbox.write(
      "T/Data/indicators.csv",
      "id,dimension,worst,best\nwealth,economic,0,100\nland,economic,0,100\nbread,food,0,100\n")
    try world.sandbox.write(
      "T/Data/economic/land.csv", "iso3,year,value\nUTO,2020,60\nARC,2020,80\nLIL,2020,90\n")
    try world.lens("geo", dimensions: "geometric")
    return world
  }

  @Test("names indicators in columns, and finds what dimensions do where they agree") func rankBounds() throws
  {
    let world = try Self.world()
    let run = try world.audit(
      "--level", "indicator", "--table", "rank-bounds", "--weights", "simplex", "--format", "csv")
    let header = run.output.split(separator: "\n").first.map(String.init)
    #expect(
      header == "iso3,rank,best,worst,best_outer,worst_outer,exact,best_w_wealth,best_w_land,"
        + "best_w_bread,worst_w_wealth,worst_w_land,worst_w_bread", "\(run.errors)")
    // Wealth and land are level, so that only their sum counts: as with two dimensions.
    let bounds = try world.table("rank-bounds", "--level", "indicator", "--weights", "simplex")
    for (code, ranks) in ["UTO": "1 1 3", "ARC": "2 1 2", "LIL": "3 1 4", "BEN": "4 3 4"] {
      let row = try #require(bounds[code])
      #expect(["rank", "best", "worst"].map { row[$0] ?? "" }.joined(separator: " ") == ranks)
      #expect(row["exact"] == "true")
    }
  }

  /// A lead of UTO over ARC of 5 = ½·30 − ½·20; food weighs a half, wealth and land a quarter each.
  @Test("flips single weights of indicators") func pairs() throws {
    let pairs = try Self.world().table("pairs", "--level", "indicator", "--weights", "simplex", keys: 2)
    func value(_ column: String) -> Double { Double(pairs["UTO>ARC"]?[column] ?? "") ?? .nan }
    #expect(abs(value("flip_bread") + 0.1) < 1e-12)
    // l = −20, B = (5 + 20/4)/(3/4) = 40/3: 40/3/(40/3 + 20) = 2/5, from a quarter.
    #expect(abs(value("flip_wealth") - 0.15) < 1e-12 && abs(value("flip_land") - 0.15) < 1e-12)
    #expect(abs(value("epsilon") - 0.2) < 1e-12)
  }

  @Test("dimension is the default, to the byte", arguments: ["csv", "json", "md", "table"]) func sameBytes(
    format: String
  ) throws {
    let world = try Self.world()
    for arguments in [["--table", "rank-bounds"], ["--table", "pairs"], []] {
      let common = ["audit", "--data", "T/Data", "--samples", "1000", "--format", format]
      let usual = try world.sandbox.hsi.run(common + arguments)
      let named = try world.sandbox.hsi.run(common + arguments + ["--level", "dimension"])
      #expect(usual.status == 0 && usual.output == named.output && !usual.output.isEmpty)
    }
  }

  @Test("a lens that joins parts otherwise than dimensions is told so, and which would do") func notLinear()
    throws
  {
    let world = try Self.world()
    let run = try world.audit("--lens", "geo", "--level", "indicator", "--table", "rank-bounds")
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(
      run.errors.contains(
        "under geo the parts of economic are joined by arithmetic, dimensions by geometric [not-linear]"),
      "\(run.errors)")
    #expect(run.errors.contains("choose another lens, such as undp-1994 or rich, or one of"))
    #expect(!run.errors.contains("uncertainty"))
    let page = try world.audit("--lens", "geo", "--level", "indicator", "--samples", "1000")
    #expect(page.status == 0)
    let text = page.unwrapped
    #expect(
      text.contains("Weights of indicators box:25%; 1000 draws, seed 1; rank intervals rest on 2000 draws"))
    #expect(text.contains("not ranked by a weighted sum of their indicators: rank bounds and pairs"))
    #expect(text.contains("Bounds over weights of indicators are to be had under undp-1994, rich."))
    #expect(text.contains("each indicator's weight may be up to 25 % more or less and the weights"))
    #expect(text.contains("7 Width of a country's 90 per cent rank interval"))
  }

  /// Wealth and land are level in all who have both, and what Bensalem lacks stands at its wealth: only the
  /// two dimensions' weights count, 60^w·90^(1 − w) against 80^w·60^(1 − w). They draw level at
  /// w = ln(90/60)/(ln(90/60) + ln(80/60)) = 0.585; w, the weight of two of three, has the density 2w on the
  /// simplex: Utopia is ahead of Arcadia in 0.585² = 0.342 of it.
  @Test("under a geometric mean of arithmetic ones ranks are drawn, by hand and in the view") func drawn()
    throws
  {
    let world = try Self.world()
    let options = ["--lens", "geo", "--level", "indicator", "--weights", "simplex"]
    let run = try world.sandbox.hsi.run(
      ["audit", "--data", "T/Data", "--table", "central-weights", "--format", "csv", "--samples"] + ["20000"]
        + options)
    #expect(run.status == 0, "\(run.errors)")
    let utopia = try #require(run.output.split(separator: "\n").first { $0.hasPrefix("UTO,") })
    let share = try #require(Double(utopia.split(separator: ",")[2]))
    let level = log(1.5) / (log(1.5) + log(4 / 3.0))
    let expected = level * level
    #expect(abs(share - expected) < 4 * (expected * (1 - expected) / 20000).squareRoot())
    let view = try world.sandbox.hsi.run(
      ["audit", "--data", "T/Data", "--country", "UTO", "--samples", "1000"] + options)
    #expect(view.unwrapped.contains("How likely If any weights at all are allowed and the weights"))
    #expect(view.unwrapped.contains("indicator weight when first"), "\(view.output)")
    #expect(view.unwrapped.contains("this lens does not rank by a weighted sum of them. Bounds"))
  }

  @Test("drawn up a tree, the same bytes come on any number of threads") func drawnOnThreads() throws {
    let world = try Self.world()
    let pages = try ["1", "2", "7"].map { threads in
      try world.audit(
        "--lens", "geo", "--level", "indicator", "--table", "acceptability", "--samples", "20000", "--format",
        "csv", "--threads", threads)
    }
    #expect(pages.allSatisfy { $0.status == 0 && $0.output == pages[0].output })
    #expect(pages[0].output.split(separator: "\n").count == 5)
  }

  @Test("where one dimension has all the weight, it is the node in the way that is named") func oneDimension()
    throws
  {
    let world = try Self.world()
    try world.lens("narrow", dimensions: "geometric", economic: 0)
    // Food has one indicator, which it passes on: nothing is in the way. Economic has two.
    let narrow = try world.audit("--lens", "narrow", "--level", "indicator", "--table", "stability")
    #expect(narrow.status == 0, "\(narrow.errors)")
    try world.sandbox.write(
      "T/Weights/one.toml",
      """
      title = "One dimension"
      dimensions_required = 1
      [aggregation]
      dimensions = "geometric"
      [weights]
      economic = 1
      food = 0

      """)
    let run = try world.audit("--lens", "one", "--level", "indicator", "--table", "stability")
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(
      run.errors.contains(
        "under one the parts of economic are joined by arithmetic, dimensions by geometric, and so is "
          + "the one dimension of weight [not-linear]"), "\(run.errors)")
  }

  /// Bread alone in food weighs a half, eleven goods share the other half.
  @Test("an ordinal set of too many equal weights is refused with their number, and not other causes")
  func tooManyEqual() throws {
    let world = try Self.world()
    var catalogue = "id,dimension,worst,best\nbread,food,0,100\n"
    for place in 0..<11 {
      catalogue += "i\(place),economic,0,100\n"
      try world.sandbox.write(
        "T/Data/economic/i\(place).csv", "iso3,year,value\nUTO,2020,60\nARC,2020,\(place)\n")
    }
    try world.sandbox.write("T/Data/indicators.csv", catalogue)
    let run = try world.audit("--level", "indicator", "--weights", "ordinal", "--table", "stability")
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(
      run.errors.contains(
        "the weights of undp-1994 make no set ordinal: 11 of the weights below the greatest are equal, "
          + "and at most 10 may be [no-weight-set]"), "\(run.errors)")
    let narrow = try world.audit("--weights", "box:1e-20", "--table", "rank-bounds")
    #expect(
      narrow.status == 2 && narrow.errors.contains("it is too narrow to move any weight [no-we"),
      "\(narrow.errors)")
  }

  @Test("tables that draw weights of dimensions are refused", arguments: ["uncertainty", "sensitivity"])
  func refused(table: String) throws {
    let run = try Self.world().audit("--level", "indicator", "--table", table)
    #expect(run.status == 2)
    #expect(run.errors.contains("the table \(table) draws weights of dimensions"))
    #expect(try Self.world().audit("--level", "nation").status == 2)
  }

  @Test("the page and the view of a country speak of indicators") func pages() throws {
    let world = try Self.world()
    let page = try world.audit("--level", "indicator", "--samples", "1000", "--format", "md")
    for text in [
      "Weights of indicators box:25%; 1000 draws", "each indicator's weight may be up to 25 % more",
      "in the country that lacks an indicator, the stated score of the node above it",
      "he indicator “bread” accounts for", "is reported for weights of dimensions only",
    ] { #expect(page.output.contains(text), "\(text) in \(page.output)") }
    let view = try world.audit("--level", "indicator", "--country", "BEN")
    #expect(view.output.contains("It lacks 1 indicator, for which the score of the node above"))
    #expect(view.output.contains("land"), "\(view.output)")
    let run = try world.audit("--level", "indicator", "--country", "BEN", "--format", "json")
    let object = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let bounds = try #require(object["bounds"] as? [String: Any])
    let weights = try #require(bounds["best_weights"] as? [String: Double])
    #expect(
      object["level"] as? String == "indicator" && weights.keys.sorted() == ["bread", "land", "wealth"])
  }

  @Test("gives the same bytes on any number of threads") func threads() throws {
    let world = try Self.world()
    let pages = try ["1", "2", "7"].map { threads in
      let run = try world.audit(
        "--level", "indicator", "--samples", "20000", "--format", "md", "--threads", threads)
      #expect(run.status == 0, "\(run.errors)")
      return run.output
    }
    #expect(pages[0] == pages[1] && pages[0] == pages[2] && !pages[0].isEmpty)
  }

  /// 17 indicators have 2¹⁷ subsets.
  @Test("total effects of more than 16 indicators are empty, and it is said why") func totalEffect() throws {
    let world = try AuditedWorld()
    var catalogue = "id,dimension,worst,best\n"
    for place in 0..<17 {
      catalogue += "i\(place),\(place < 9 ? "economic" : "food"),0,100\n"
      let values = ["UTO", "ARC", "LIL", "BEN"].enumerated().map { row, code in
        "\(code),2020,\((place * 37 + row * row * 29) % 101)\n"
      }
      try world.sandbox.write("T/Data/x/i\(place).csv", "iso3,year,value\n" + values.joined())
    }
    for place in 0..<17 {
      let folder = place < 9 ? "economic" : "food"
      try world.sandbox.write(
        "T/Data/\(folder)/i\(place).csv", try world.sandbox.read("T/Data/x/i\(place).csv"))
    }
    try world.sandbox.write("T/Data/indicators.csv", catalogue)
    let rows = try world.table("importance", "--level", "indicator")
    #expect(rows.count == 17 && rows.values.allSatisfy { $0["total_effect"] == "" })
    let page = try world.audit("--level", "indicator", "--table", "importance")
    #expect(page.output.contains("of more than 16 they are too many, and left empty"))
    #expect(page.output.contains("–"))
  }
}
