import Foundation
import Testing

@Suite("hsi audit: what stops it, and the view of one country") struct AuditFailureTests {
  @Test(
    "wrong usage is told with what there is",
    arguments: [
      (["--weights", "foo"], "known: box:25% (any percentage above 0), simplex, ordinal, cone:0.2"),
      (["--weights", "cone:2"], "--weights cone:2 is no set of weights"),
      (["--weights", "box:"], "--weights box: is no set of weights"),
      (["--table", "pair"], "there is no table \"pair\"; did you mean \"pairs\"? known: acceptability,"),
      (["--table", "nonsense"], "known: acceptability, pairs, stability"),
      (["--samples", "99"], "--samples 99 is not a whole number from 100 to 100000000"),
      (["--samples", "100000001"], "--samples 100000001 is not"),
      (["--top", "0"], "--top 0 is not a whole number from 1 to 1000000"),
      (["--limit", "-1"], "--programs -1 is not"), (["--budget", "3"], "--budget 3 is no time above 0"),
      (["--budget", "-3s"], "budget"), (["--budget", "infs"], "--budget infs is no time above 0"),
      (["--country", "Kenia"], "unknown-country"),
      (["--country", "ARC", "--table", "pairs"], "choose --table or --country"),
      (["--country", "ARC", "--format", "csv"], "the view of a country has no CSV"),
      (["--fail-on", "bad"], "--fail-on bad is not known: it may be note, warning, error"),
      (["--lens", "undp-1994", "--lens", "rich"], "this command takes one --lens"),
    ]) func usage(arguments: [String], message: String) throws
  {
    let run = try AuditedWorld().sandbox.hsi.run(["audit", "--data", "T/Data"] + arguments)
    #expect(run.status == 2)
    #expect(run.errors.contains(message), "\(run.errors)")
    #expect(run.output.isEmpty)
  }

  @Test(
    "a lens that ranks by no weighted sum has no tables that need one, but the others",
    arguments: ["rank-bounds", "pairs", "importance", "stability"]) func notLinear(table: String) throws
  {
    let world = try AuditedWorld()
    try world.lens("least", dimensions: "minimum")
    let run = try world.audit("--lens", "least", "--table", table)
    #expect(run.status == 2)
    #expect(run.errors.contains("under least dimensions are joined by minimum [not-linear]"))
    #expect(
      run.errors.contains(
        "acceptability, leave-one-out, lenses, benefit-of-the-doubt, uncertainty, sensitivity, "
          + "rank-intervals, interval-widths, confidence-sets, central-weights, correlations, pca, external, data, checks"
      ))
    #expect(try world.audit("--lens", "least", "--table", "leave-one-out").status == 0)
    #expect(try world.audit("--lens", "least", "--table", "checks").status == 0)
    #expect(try world.audit("--lens", "least", "--country", "ARC").status == 0)
  }

  @Test("too many equal weights have no order to keep") func noSet() throws {
    let world = try AuditedWorld()
    var catalogue = "id,dimension,worst,best\n"
    var weights = ""
    for place in 0..<13 {
      catalogue += "i\(place),d\(place),0,100\n"
      weights += "d\(place) = \(place == 0 ? 2 : 1)\n"
      try world.sandbox.write("T/Data/d\(place)/i\(place).csv", "iso3,year,value\nUTO,2020,6\nARC,2020,8\n")
    }
    try world.sandbox.write("T/Data/indicators.csv", catalogue)
    try world.sandbox.write("T/Weights/undp-1994.toml", "[weights]\n" + weights)
    let run = try world.audit("--table", "pairs", "--weights", "ordinal")
    #expect(run.status == 2)
    #expect(run.errors.contains("[no-weight-set]"), "\(run.errors)")
  }

  @Test("--fail-on ends with status 3 where a line of the lens is crossed, and shows all the same")
  func failOn() throws {
    let world = try AuditedWorld()
    // The middle nine tenths of Utopia's ranks are 1 and 2: a quarter of the four countries.
    let lines = "[audit]\nrank_width = 1\nomission = 1\nimportance = 100\n"
    try world.lens("lax", dimensions: "arithmetic", more: lines)
    try world.lens("strict", dimensions: "arithmetic", more: "[audit]\nrank_width = 0.01\n")
    let lax = try world.audit("--lens", "lax", "--table", "checks", "--fail-on", "warn")
    #expect(lax.status == 0, "\(lax.output)")
    let strict = try world.audit("--lens", "strict", "--table", "stability", "--fail-on", "warn")
    #expect(strict.status == 3)
    #expect(strict.output.contains("UTO>ARC"))
  }

  /// Wealth 20, 40, 60, 80 and land 60, 80, 20, 40: deviations from 50 of −30, −10, 10, 30 and 10, 30, −30, −10,
  /// products −300 − 300 − 300 − 300 over 2000, r = −0.6.
  @Test("how far indicators of a dimension may oppose each other is a line that a lens moves")
  func opposedPairs() throws {
    let world = try AuditLevelCommandTests.world()
    func rows(_ values: [Int]) -> String {
      "iso3,year,value\n" + zip(["UTO", "ARC", "LIL", "BEN"], values).map { "\($0),2020,\($1)\n" }.joined()
    }
    try world.sandbox.write("T/Data/economic/wealth.csv", rows([20, 40, 60, 80]))
    try world.sandbox.write("T/Data/economic/land.csv", rows([60, 80, 20, 40]))
    let lax = "[audit]\nrank_width = 1\nomission = 1\nalpha = 0\n"
    for (low, verdict, line) in [(0.3, "warn", "0"), (-0.5, "warn", "-0.5"), (-0.7, "pass", "")] {
      try world.lens("own", dimensions: "arithmetic", more: lax + "correlation_low = \(low)\n")
      let checks = try world.table("checks", "--lens", "own", "--samples", "500", keys: 2)
      let own = try #require(
        checks.first { $0.key.hasSuffix(">wealth+land") || $0.key.hasSuffix(">land+wealth") })
      #expect(own.value["verdict"] == verdict, "\(low): \(own)")
      #expect(own.key.hasPrefix(verdict == "pass" ? "random-pair" : "opposed-pair"))
      #expect(abs((Double(own.value["figure"] ?? "") ?? 0) + 0.6) < 1e-12)
      if verdict == "warn" { #expect(own.value["threshold"] == line) }
      let run = try world.audit("--lens", "own", "--table", "checks", "--samples", "500", "--fail-on", "warn")
      let moves = "or move the line, correlation_low, below 0, under [audit] of the lens"
      #expect(run.errors.contains(moves) == (verdict == "warn"), "\(run.errors)")
    }
  }

  @Test("the view of one country says what moves it") func country() throws {
    let world = try AuditedWorld()
    let page = try world.audit("--country", "Arcadia", "--weights", "simplex")
    #expect(page.status == 0, "\(page.errors)")
    for sentence in [
      "Arcadia is number 2 of 4, with 70.0 points of 100.",
      "bring it up to number 1, and never down; this is exact",
      "draws level most easily with Utopia: it takes 10.0 % of all weight, from food to economic.",
      "Of those just behind, Lilliput draws level most easily: it takes 30.0 % of all weight, from "
        + "food to economic.",
      // Level with Utopia where economic weighs 3/5, with Lilliput only at 4/5; below a half nobody turns.
      "economic   50.0 %   0.0 %  –                  60.0 %  it passes Utopia",
      "food       50.0 %  40.0 %  it passes Utopia  100.0 %  –",
      "missing data, outliers, age limits, goalposts and the choice of indicators all vary together, nine "
        + "combinations in ten leave it ",
    ] { #expect(page.output.contains(sentence), "\(sentence) in \(page.output)") }
    let run = try world.audit("--country", "ARC", "--weights", "simplex", "--format", "json")
    let object = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    #expect(object["rank"] as? Int == 2 && object["iso3"] as? String == "ARC")
    let bounds = try #require(object["bounds"] as? [String: Any])
    #expect(bounds["best"] as? Int == 1 && bounds["worst"] as? Int == 2)
    let stability = try #require(object["stability"] as? [[String: Any]])
    #expect(stability.first?["changes_above"] as? String == "UTO>ARC")
    #expect(stability.first?["changes_below"] is NSNull)
    let together = try #require(object["all_judgements"] as? [String: Any])
    let ends = ["p05_low", "p05", "p50", "p95", "p95_high"].compactMap { together[$0] as? Int }
    #expect(ends.count == 5 && ends == ends.sorted() && ends[0] >= 1 && ends[4] <= 4)
    #expect(together["combinations"] as? Int == 100_000)
    // Under rich economic weighs 3/4: UTO 67.5, ARC 75, LIL 72.5.
    let lenses = try #require(object["lenses"] as? [[String: Any]])
    #expect(lenses.first { $0["lens"] as? String == "rich" }?["rank"] as? Int == 1)
    let markdown = try world.audit("--country", "ARC", "--format", "md")
    #expect(markdown.output.hasPrefix("# Arcadia under undp-1994, 2020\n\n## How high and how low"))
  }

  @Test("a country that is not ranked is told why") func notRanked() throws {
    let world = try AuditedWorld()
    try world.sandbox.edit("T/Weights/undp-1994.toml", "dimensions_required = 1", "dimensions_required = 2")
    try world.sandbox.edit("T/Data/food/bread.csv", "BEN,2020,30\n", "")
    let run = try world.audit("--country", "BEN")
    #expect(run.status == 2)
    #expect(run.errors.contains("Bensalem is not ranked: only 1 of 2 dimensions scored"))
  }

  @Test("a budget leaves sound bounds, whatever was settled by then") func budget() throws {
    let bounds = try AuditedWorld().table(
      "rank-bounds", "--weights", "simplex", "--budget", "1ms", "--limit", "0")
    let exact = ["UTO": (1, 3), "ARC": (1, 2), "LIL": (1, 4), "BEN": (3, 4)]
    for (code, ends) in exact {
      let row = try #require(bounds[code])
      let found = ["best_outer", "best", "worst", "worst_outer"].compactMap { Int(row[$0] ?? "") }
      try #require(found.count == 4)
      #expect(found[0] <= ends.0 && ends.0 <= found[1])
      #expect(found[2] <= ends.1 && ends.1 <= found[3])
    }
  }

  @Test("Ctrl-C shows what is known by then, marked as partial, with status 130") func interrupted() throws {
    let world = try AuditedWorld()
    let seed = String(UInt64.random(in: 1...UInt64(Int64.max)))
    let status = try world.sandbox.hsi.interrupted(
      by: SIGINT,
      [
        "audit", "--data", "T/Data", "--table", "acceptability", "--samples", "100000000", "--seed", seed,
        "--format", "json", "--output", "partial.json",
      ], environment: [:], when: { Self.catchesInterrupts(withArgument: seed) })
    #expect(status == -130)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(world.sandbox.read("partial.json").utf8)) as? [String: Any])
    #expect(object["partial"] as? Bool == true)
    #expect((object["rows"] as? [Any])?.count == 4)
  }

  /// Whether a process that was given this argument has a handler of SIGINT.
  static func catchesInterrupts(withArgument argument: String) -> Bool {
    let processes = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    for process in processes where Int(process) != nil {
      guard let line = FileManager.default.contents(atPath: "/proc/\(process)/cmdline"),
        String(decoding: line, as: UTF8.self).split(separator: "\0").contains(Substring(argument)),
        let status = FileManager.default.contents(atPath: "/proc/\(process)/status"),
        let caught = String(decoding: status, as: UTF8.self).split(separator: "\n").first(where: {
          $0.hasPrefix("SigCgt:")
        })?.split(separator: "\t").last, let mask = UInt64(caught, radix: 16)
      else { continue }
      return mask >> (UInt64(SIGINT) - 1) & 1 == 1
    }
    return false
  }
}
