import Foundation
import Testing

/// What an audit has to say where there is little to vary: one dimension, one or two countries, a dimension
/// that is the same for all.
@Suite("hsi audit: one dimension, one country, two") struct AuditSmallWorldTests {
  /// Economic alone has weight: UTO 60, ARC 80, LIL 90, BEN 40, in two indicators.
  private static func oneDimension(_ across: String) throws -> AuditedWorld {
    let world = try AuditLevelCommandTests.world()
    try world.lens("state", dimensions: across)
    try world.sandbox.edit("T/Weights/state.toml", "food = 1", "food = 0")
    return world
  }

  private static func rows(_ pairs: KeyValuePairs<String, Int>) -> String {
    "iso3,year,value\n" + pairs.map { "\($0),2020,\($1)\n" }.joined()
  }

  private static func world(economic: KeyValuePairs<String, Int>, food: KeyValuePairs<String, Int>) throws
    -> AuditedWorld
  {
    let world = try AuditedWorld()
    try world.sandbox.write("T/Data/economic/wealth.csv", rows(economic))
    try world.sandbox.write("T/Data/food/bread.csv", rows(food))
    return world
  }

  @Test("a page of one dimension says nothing that no weights could change") func onePage() throws {
    let world = try Self.oneDimension("arithmetic")
    let run = try world.audit("--lens", "state", "--samples", "1000", "--format", "md")
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      run.output.contains(
        "This index has one dimension, whose weight cannot vary: what can vary are the weights of its 2 "
          + "indicators, which hsi audit --level indicator asks about."), "\(run.output)")
    for vacuous in [
      "Of all pairs", "drawn at random", "proven", "can be first", "suit it best", "When weights",
      ", aggregation", "proven exact", "Distance of importance",
    ] { #expect(!run.output.contains(vacuous), "\(vacuous) in \(run.output)") }
    #expect(run.output.contains("| 6 |") && run.output.contains("| not applicable |"))
    #expect(
      run.output.contains("- Step 6, ")
        && run.output.contains("Not applicable: one dimension has all the weight."))
    // How wide rank intervals are is checked: the other judgements vary.
    #expect(run.output.contains("| 7 | Width of a country's 90 per cent rank interval"))
    let checks = try world.table("checks", "--lens", "state", keys: 2)
    #expect(!checks.isEmpty)
    for name in ["importance", "attainable-importance", "exact-bounds"] {
      #expect(!checks.keys.contains { $0.hasPrefix(name + ">") }, "\(name)")
    }
    let json = try world.audit("--lens", "state", "--samples", "1000", "--format", "json").output
    #expect(json.contains("\"not_applicable\"") && json.contains("one dimension has all the weight"))
    for name in ["rank-bounds", "pairs", "acceptability", "central-weights", "importance", "stability"] {
      let arguments = ["--lens", "state", "--table", name, "--samples", "1000"]
      let table = try world.audit(arguments)
      #expect(table.unwrapped.contains("This index has one dimension, whose weight cannot vary"))
      #expect(!table.output.contains("ARC"), "\(name)")
      #expect(table.errors.isEmpty, "a table says so in its note")
      let csv = try world.audit(arguments + ["--format", "csv"])
      #expect(csv.status == 0 && csv.output.split(separator: "\n").count == 1, "\(name)")
      #expect(
        csv.errors.contains("the table \(name) has no rows: This index has one dimension, whose")
          && csv.errors.contains("[one-weight]"), "\(csv.errors)")
    }
    #expect(try !world.table("leave-one-out", "--lens", "state").isEmpty)
    // What it points to is there.
    #expect(try world.audit("--lens", "state", "--level", "indicator", "--table", "rank-bounds").status == 0)
  }

  @Test("where indicators make no weighted sum, it points to what draws of their weights show") func noSum()
    throws
  {
    let world = try Self.oneDimension("geometric")
    let run = try world.audit("--lens", "state", "--samples", "1000", "--format", "md")
    #expect(run.output.contains("which hsi audit --level indicator asks about"))
    let drawn = try world.audit(
      "--lens", "state", "--samples", "1000", "--level", "indicator", "--table", "acceptability")
    #expect(drawn.status == 0, "\(drawn.errors)")
  }

  @Test("nor does the view of a country, nor the report") func oneCountryView() throws {
    let world = try Self.oneDimension("arithmetic")
    let view = try world.audit("--lens", "state", "--country", "ARC", "--samples", "1000").unwrapped
    #expect(view.contains("Arcadia is number 2 of 4, with 80.0 points of 100. This index has one"))
    for vacuous in [
      "How likely", "Who it could pass", "How far one weight", "in economic alone", "suit it best",
      "at its best", "100.0 %",
    ] { #expect(!view.contains(vacuous), "\(vacuous) in \(view)") }
    let report = try world.sandbox.hsi("report", "--data", "T/Data", "--lens", "state")
    #expect(report.status == 0, "\(report.errors)")
    let page = try world.sandbox.read("T/Reports/index.html")
    #expect(page.contains("Step 6: Not applicable: one dimension has all the weight."))
    #expect(!page.contains("Of all pairs") && !page.contains("suit it best"))
  }

  /// Utopia 75, Arcadia 70; level at 3/5 of weight on economic, within ± 25 per cent: up to 5/8.
  @Test("of two countries it says whether they can change places") func two() throws {
    let world = try Self.world(economic: ["UTO": 60, "ARC": 80], food: ["UTO": 90, "ARC": 60])
    let page = try world.audit("--samples", "1000", "--format", "md").output
    for sentence in [
      "the two countries can change places; that is exact",
      "Some weights turn the order of the two countries round if each weight may be",
      "The other lens ranks the two countries otherwise.", "Both indicators have figures for",
      "both countries have figures for",
    ] { #expect(page.contains(sentence), "\(sentence) in \(page)") }
    for odd in ["half of the countries", "100 % stand", "correlate by", "1 places", "1 ranks"] {
      #expect(!page.contains(odd), "\(odd) in \(page)")
    }
    let view = try world.audit("--country", "UTO", "--samples", "1000").unwrapped
    #expect(view.contains("weights alone can bring it down to number 2, and no further"))
    let narrow = try world.audit("--samples", "1000", "--format", "md", "--weights", "box:10%")
    #expect(
      narrow.output.contains(
        "The order of the two countries holds if each weight may be up to 10 % more or less, but "
          + "not under any weights at all."), "\(narrow.output)")
  }

  @Test("of two countries of which one is ahead everywhere, nothing is called judgement") func dominance()
    throws
  {
    let world = try Self.world(
      economic: ["UTO": 60, "ARC": 80, "LIL": 90], food: ["UTO": 50, "ARC": 70, "LIL": 80])
    let page = try world.audit("--samples", "1000", "--format", "md").output
    #expect(page.contains("No weights at all turn the order of any two countries round."))
    #expect(!page.contains("the rest is judgement") && !page.contains("drawn at random"))
    let view = try world.audit("--country", "UTO", "--samples", "1000").unwrapped
    #expect(view.contains("that is its rank whatever the weights; this is exact."))
    #expect(view.contains("None of those just ahead can be passed by weights alone."))
    #expect(!view.contains("How likely") && !view.contains("at its best"))
    #expect(view.contains("instead of: its rank with that dimension."))
  }

  @Test("a country that is alone has no checks of ranks, and a view of two sentences and its figures")
  func alone() throws {
    let world = try Self.world(economic: ["UTO": 60], food: ["UTO": 90])
    let page = try world.audit("--year", "2020", "--samples", "1000", "--format", "md").output
    #expect(page.contains("Not applicable: one country alone is ranked."), "\(page)")
    for odd in ["stays first", "can be first", "the rank that it has here", "ranks no more than"] {
      #expect(!page.contains(odd), "\(odd) in \(page)")
    }
    let view = try world.audit("--year", "2020", "--country", "UTO", "--samples", "1000").unwrapped
    #expect(view.contains("It alone is ranked: no weights change that. What its figures allow"))
  }

  /// Food is 50 for all: with its weight on food alone all are level, and nobody passes anybody.
  @Test("a dimension that is the same for all is told to account for nothing, and turns no order") func same()
    throws
  {
    let world = try Self.world(
      economic: ["UTO": 60, "ARC": 80, "LIL": 90, "BEN": 40],
      food: ["UTO": 50, "ARC": 50, "LIL": 50, "BEN": 50])
    let page = try world.audit("--samples", "1000", "--format", "md").output
    #expect(page.contains("the dimension food accounts for 0 % of the differences"), "\(page)")
    #expect(page.contains("no country can be moved from its rank; that is exact."))
    let view = try world.audit("--country", "UTO", "--samples", "1000").unwrapped
    #expect(view.contains("None of those just ahead can be passed by weights alone."))
    #expect(view.contains("No weight, moved alone, changes its rank."))
    #expect(!view.contains("draws level most easily"))
  }

  /// Utopia 60 and 80, Arcadia 80 and 60: level by equal weights, though nowhere alike.
  @Test("of two that share the first place, any move of a weight parts them") func tied() throws {
    let world = try Self.world(economic: ["UTO": 60, "ARC": 80], food: ["UTO": 80, "ARC": 60])
    let page = try world.audit("--samples", "1000", "--format", "md").output
    #expect(page.contains("All countries have the same score: there are no differences"))
    #expect(page.contains("can be moved from their rank by at most 1 place; these"), "\(page)")
    #expect(page.contains("Not applicable: all countries have the same score."))
    let view = try world.audit("--country", "UTO", "--samples", "1000").unwrapped
    #expect(view.contains("any move of that weight in one direction"), "\(view)")
    #expect(!view.contains("0.0 % of all weight"))
  }
}

@Suite("hsi audit: what is left open, what is sampled, what is filled") struct AuditOpenTests {
  @Test("what ran out is named, in the page, the table and the view of a country") func ranOut() throws {
    let world = try AuditedWorld()
    let limited = try world.audit(
      "--weights", "simplex", "--limit", "0", "--samples", "1000", "--format", "md")
    #expect(limited.output.contains("raise --programs above 0"), "\(limited.output)")
    let view = try world.audit(
      "--weights", "simplex", "--limit", "0", "--samples", "1000", "--country", "ARC")
    // That Arcadia is first somewhere the draws prove; that it is never third no search has.
    #expect(
      view.unwrapped.contains(
        "weights are known that bring it up to number 1. It is proven that none bring it below 3; what lies "
          + "between was not settled with --programs 0."), "\(view.output)")
    let table = try world.audit(
      "--weights", "simplex", "--limit", "0", "--samples", "1000", "--table", "rank-bounds")
    #expect(
      table.unwrapped.contains("Open are the bounds of 1 country: --programs 0 did not do"), "\(table.output)"
    )
    #expect(table.unwrapped.contains("the furthest of what the search and 1000 draws attained"))
  }

  /// A share of cells and a share of weight: economic has one of two indicators, and half of the weight.
  @Test("the share of indicators that are filled is told from the share of weight, the coverage")
  func coverage() throws {
    let world = try AuditLevelCommandTests.world()
    let view = try world.audit("--country", "BEN", "--samples", "1000").unwrapped
    #expect(
      view.contains(
        "Of its 3 indicators 2 have a figure of 2020, 1 none. So 67 % of its indicators have a figure, "
          + "92 % over all countries; these bear 75 % of the weight, which is what hsi score and the "
          + "checks call its coverage."), "\(view)")
    let run = try world.audit("--country", "BEN", "--samples", "1000", "--format", "json")
    let object = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let data = try #require(object["data"] as? [String: Any])
    #expect(abs((data["filled"] as? Double ?? 0) - 2.0 / 3) < 1e-12)
    #expect(data["coverage"] as? Double == 0.75)
    let rows = try world.table("data", keys: 2)
    #expect(abs((Double(rows["country>BEN"]?["filled"] ?? "") ?? 0) - 2.0 / 3) < 1e-12)
    let checks = try world.table("checks", keys: 2)
    #expect(checks["country-coverage>BEN"]?["figure"] == "0.75")
  }

  @Test("JSON has an error or limits beside every figure that is sampled") func errors() throws {
    let world = try AuditedWorld()
    func rows(_ table: String) throws -> [[String: Any]] {
      let run = try world.audit(
        "--table", table, "--format", "json", "--samples", "1000", "--weights", "simplex")
      let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
      return try #require(object?["rows"] as? [[String: Any]])
    }
    for (table, quantiles) in [
      ("acceptability", ["p05", "p50", "p95"]), ("uncertainty", ["p05", "p25", "p50", "p75", "p95"]),
    ] {
      for row in try rows(table) {
        for name in quantiles {
          let own = try #require(row[name] as? Int)
          let (low, high) = (row["\(name)_low"] as? Int, row["\(name)_high"] as? Int)
          #expect(try #require(low) <= own && own <= (try #require(high)))
        }
      }
    }
    #expect(try rows("acceptability").allSatisfy { $0["mean_se"] is Double || $0["mean_se"] is Int })
    #expect(try rows("uncertainty").allSatisfy { $0["score_p50_se"] != nil })
    let view = try world.audit("--country", "ARC", "--samples", "1000", "--format", "json")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(view.output.utf8)) as? [String: Any])
    let likelihood = try #require(object["likelihood"] as? [String: Any])
    #expect(likelihood["rule_of_three"] as? Double == 0.003)
    #expect(likelihood["p95_high"] as? Int != nil)
  }

  @Test("few draws are told of on standard error wherever indices are shown, and only there") func rough()
    throws
  {
    let world = try AuditedWorld()
    for (arguments, isTold) in [
      ([], true), (["--format", "md"], true), (["--table", "sensitivity"], true),
      (["--format", "csv"], false), (["--table", "uncertainty"], false), (["--country", "ARC"], false),
    ] {
      let run = try world.sandbox.hsi.run(["audit", "--data", "T/Data", "--samples", "200"] + arguments)
      #expect(run.errors.contains("[rough-indices]") == isTold, "\(arguments)")
    }
  }

  /// Utopia alone reaches the first place within ± 10 per cent; figures of eleven years that never change
  /// but together have no errors, so that every reading agrees.
  @Test("where all readings of the figures agree, the limit of the rule of three stands for an error")
  func everyReading() throws {
    let world = try AuditedWorld()
    try world.writeYears(swing: 0)
    let view = try world.audit("--country", "UTO", "--samples", "1000").unwrapped
    #expect(
      view.contains("at the stated ones in all of 1000 readings (with 95 % confidence, in all but"), "\(view)"
    )
    #expect(!view.contains("standard error 0.0 points"))
  }
}
