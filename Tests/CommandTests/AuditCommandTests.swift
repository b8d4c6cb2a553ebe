import Foundation
import Testing

/// Four countries in two dimensions of equal weight, arithmetic mean:
///
///     UTO 60 and 90, 75 · ARC 80 and 60, 70 · LIL 90 and 20, 55 · BEN 40 and 30, 35
///
/// With w the weight of economic: UTO 90 − 30w, ARC 60 + 20w, LIL 20 + 70w, BEN 30 + 10w. So LIL and BEN
/// are level at w = 1/6, UTO and ARC at 3/5, UTO and LIL at 7/10, ARC and LIL at 4/5; BEN is never
/// level with UTO or ARC.
struct AuditedWorld {
  let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
    try sandbox.write(
      "T/Data/countries.csv", "iso3,name\nARC,Arcadia\nBEN,Bensalem\nLIL,Lilliput\nUTO,Utopia\n")
    try sandbox.write(
      "T/Data/indicators.csv", "id,dimension,worst,best\nwealth,economic,0,100\nbread,food,0,100\n")
    try sandbox.write(
      "T/Data/economic/wealth.csv", "iso3,year,value\nUTO,2020,60\nARC,2020,80\nLIL,2020,90\nBEN,2020,40\n")
    try sandbox.write(
      "T/Data/food/bread.csv", "iso3,year,value\nUTO,2020,90\nARC,2020,60\nLIL,2020,20\nBEN,2020,30\n")
    try lens("undp-1994", dimensions: "arithmetic")
    try lens("rich", dimensions: "arithmetic", economic: 3)
  }

  func lens(_ name: String, dimensions: String, economic: Int = 1, more: String = "") throws {
    try sandbox.write(
      "T/Weights/\(name).toml",
      """
      title = "Two dimensions"
      dimensions_required = 1
      [aggregation]
      dimensions = "\(dimensions)"
      [weights]
      economic = \(economic)
      food = 1
      \(more)

      """)
  }

  /// The figures of eleven years up to 2020; in odd ones all are lower by a swing.
  func writeYears(swing: Int) throws {
    let ends = [("UTO", 60, 90), ("ARC", 80, 60), ("LIL", 90, 20), ("BEN", 40, 30)]
    for (path, place) in [("economic/wealth", 0), ("food/bread", 1)] {
      let rows = ends.flatMap { code, wealth, bread in
        (2010...2020).map { "\(code),\($0),\((place == 0 ? wealth : bread) - ($0 % 2) * swing)\n" }
      }
      try sandbox.write("T/Data/\(path).csv", "iso3,year,value\n" + rows.joined())
    }
  }

  func audit(_ arguments: String...) throws -> Program.Run { try audit(arguments) }

  func audit(_ arguments: [String]) throws -> Program.Run {
    try sandbox.hsi.run(["audit", "--data", "T/Data"] + arguments)
  }

  /// A table as rows by their first column, or first two joined by `>`.
  func table(_ name: String, _ arguments: String..., keys: Int = 1) throws -> [String: [String: String]] {
    let run = try sandbox.hsi.run(
      ["audit", "--data", "T/Data", "--table", name, "--format", "csv"] + arguments)
    try #require(run.status == 0, "\(run.errors)")
    let lines = run.output.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    return Dictionary(
      uniqueKeysWithValues: lines.dropFirst().map { line in
        (line.prefix(keys).joined(separator: ">"), Dictionary(uniqueKeysWithValues: zip(lines[0], line)))
      })
  }
}

@Suite("hsi audit") struct AuditCommandTests {
  @Test("rank bounds over all weights are those read off the crossings, each with its weights")
  func rankBounds() throws {
    let world = try AuditedWorld()
    let bounds = try world.table("rank-bounds", "--weights", "simplex")
    let expected = ["UTO": "1 1 3", "ARC": "2 1 2", "LIL": "3 1 4", "BEN": "4 3 4"]
    for (code, ranks) in expected {
      let row = try #require(bounds[code])
      #expect(["rank", "best", "worst"].map { row[$0] ?? "" }.joined(separator: " ") == ranks)
      #expect(row["exact"] == "true")
      #expect(row["best_outer"] == row["best"] && row["worst_outer"] == row["worst"])
    }
    // Arcadia is first between 3/5 and 4/5 only.
    let weight = try #require(Double(bounds["ARC"]?["best_w_economic"] ?? ""))
    #expect(weight >= 0.6 && weight <= 0.8)
    // Between 3/8 and 5/8 only Utopia and Arcadia change places.
    let box = try world.table("rank-bounds")
    #expect(box["UTO"]?["worst"] == "2" && box["ARC"]?["best"] == "1")
    #expect(box["LIL"]?["best"] == "3" && box["LIL"]?["worst"] == "3")
  }

  @Test("shares of pairs, contamination and flips are those worked by hand") func pairs() throws {
    let pairs = try AuditedWorld().table("pairs", "--weights", "simplex", keys: 2)
    func value(_ pair: String, _ column: String) -> Double? { Double(pairs[pair]?[column] ?? "") }
    func close(_ one: Double?, _ other: Double) -> Bool { abs((one ?? .nan) - other) < 1e-12 }
    #expect(pairs.count == 6)
    #expect(close(value("UTO>ARC", "p"), 0.6) && close(value("UTO>LIL", "p"), 0.7))
    #expect(close(value("ARC>LIL", "p"), 0.8) && close(value("LIL>BEN", "p"), 5.0 / 6))
    #expect(close(value("UTO>ARC", "se"), 0))
    #expect(pairs["UTO>BEN"]?["dominates"] == "true" && pairs["UTO>ARC"]?["dominates"] == "false")
    // The lead is 5, at worst −20: 5/25. A tenth of all weight from food to economic takes it away.
    #expect(close(value("UTO>ARC", "epsilon"), 0.2) && close(value("UTO>ARC", "flip_l1"), 0.2))
    #expect(close(value("UTO>ARC", "flip_economic"), 0.1))
    #expect(close(value("UTO>ARC", "flip_food"), -0.1))
    #expect(pairs["UTO>BEN"]?["flip_l1"] == "" && close(value("UTO>BEN", "epsilon"), 1))
  }

  @Test("shares over a box are drawn, and come with standard errors") func sampledPairs() throws {
    let pairs = try AuditedWorld().table("pairs", "--samples", "20000", keys: 2)
    // w is uniform from 3/8 to 5/8: Utopia is ahead up to 3/5, nine tenths of the way.
    let share = try #require(Double(pairs["UTO>ARC"]?["p"] ?? ""))
    let error = try #require(Double(pairs["UTO>ARC"]?["se"] ?? ""))
    #expect(abs(error - (share * (1 - share) / 20000).squareRoot()) < 1e-12)
    #expect(abs(share - 0.9) < 4 * error)
    #expect(pairs["ARC>LIL"]?["p"] == "1" && pairs["ARC>LIL"]?["se"] == "0")
  }

  @Test("a weight moves until the nearest crossing") func stability() throws {
    let rows = try AuditedWorld().table("stability")
    let economic = try #require(rows["economic"])
    #expect(abs((Double(economic["low"] ?? "") ?? 0) - 1.0 / 6) < 1e-12)
    #expect(abs((Double(economic["high"] ?? "") ?? 0) - 0.6) < 1e-12)
    #expect(economic["changes"] == "UTO>ARC")
    let first = try AuditedWorld().table("stability", "--top", "1")
    #expect(first["economic"]?["low"] == "0")
  }

  @Test(
    "each table has its columns to the letter",
    arguments: [
      (
        "rank-bounds",
        "iso3,rank,best,worst,best_outer,worst_outer,exact,best_w_economic,best_w_food,"
          + "worst_w_economic,worst_w_food", 4
      ), ("acceptability", "iso3,rank,p05,p50,p95,mean,p_1,p_2,p_3,p_4", 4),
      ("pairs", "a,b,p,se,dominates,epsilon,flip_l1,flip_economic,flip_food", 6),
      ("importance", "node,weight,covariance_share,main_effect,total_effect,attainable", 2),
      ("stability", "node,weight,low,high,changes", 2),
      ("leave-one-out", "node,mean_shift,max_shift,most_moved", 4),
      ("lenses", "a,b,kendall,spearman,mean_shift,max_shift,most_moved", 1),
      (
        "correlations",
        "indicator,dimension,r_economic,r_food,highest,elsewhere,opposed,n_economic,n_food,excess_t", 2
      ), ("pca", "node,component,eigenvalue,explained,cumulative,part,loading,countries", 4),
      ("sensitivity", "assumption,first_order,first_low,first_high,total,total_low,total_high", 8),
      ("uncertainty", "iso3,rank,p05,p25,p50,p75,p95,score_p05,score_p50,score_p95", 4),
      (
        "central-weights",
        "iso3,rank,p_first,p_first_se,confidence,confidence_se,lacking,w_economic,w_food,w_se_economic,"
          + "w_se_food", 4
      ),
      (
        "benefit-of-the-doubt",
        "iso3,rank,score,bod_score,bod_rank,bod_rank_ties,lacking,share_economic,share_food", 4
      ),
      (
        "data",
        "kind,subject,countries,ranked,cells,observed,carried,imputed,missing,filled,median_age,"
          + "oldest_age,outliers,reliability", 10
      ),
    ]) func columns(name: String, header: String, rows: Int) throws
  {
    let run = try AuditedWorld().audit(
      "--table", name, "--format", "csv", "--samples", "1000", "--weights", "simplex")
    #expect(run.status == 0, "\(run.errors)")
    let lines = run.output.split(separator: "\n")
    #expect(lines.first.map(String.init) == header)
    #expect(lines.count == rows + 1)
  }

  @Test("JSON has the same rows, with what was asked beside them") func json() throws {
    let world = try AuditedWorld()
    let run = try world.audit("--table", "stability", "--format", "json", "--top", "3")
    let object = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    #expect(object["table"] as? String == "stability" && object["top"] as? Int == 3)
    #expect(object["year"] as? Int == 2020 && object["partial"] as? Bool == false)
    let rows = try #require(object["rows"] as? [[String: Any]])
    #expect(rows.map { $0["node"] as? String } == ["economic", "food"])
    #expect(rows[0]["changes"] as? String == "UTO>ARC")
  }

  @Test("the same seed gives the same bytes, another seed other draws") func seeds() throws {
    let world = try AuditedWorld()
    let runs = try ["7", "7", "8"].map {
      try world.audit(
        "--table", "acceptability", "--format", "csv", "--weights", "simplex", "--samples", "9000", "--seed",
        $0)
    }
    #expect(runs[0].output == runs[1].output)
    #expect(runs[0].output != runs[2].output)
  }

  @Test("shares of ranks sum to 1, and are near to the lengths between crossings") func acceptability() throws
  {
    let rows = try AuditedWorld().table("acceptability", "--weights", "simplex", "--samples", "20000")
    for row in rows.values {
      let sum = (1...4).reduce(0.0) { $0 + (Double(row["p_\($1)"] ?? "") ?? .nan) }
      #expect(abs(sum - 1) < 1e-12)
    }
    // Arcadia is first between 3/5 and 4/5; four standard errors of 0.2 over 20000 draws.
    let first = try #require(Double(rows["ARC"]?["p_1"] ?? ""))
    #expect(abs(first - 0.2) < 4 * (0.2 * 0.8 / 20000).squareRoot())
  }

  @Test("the shipped ranking has exact bounds for every country, weights within a quarter of theirs")
  func shipped() throws {
    let run = try Program(folder: repository)("audit", "--table", "rank-bounds", "--format", "csv")
    #expect(run.status == 0, "\(run.errors)")
    let rows = run.output.split(separator: "\n").dropFirst().map { $0.split(separator: ",") }
    #expect(rows.count > 150)
    for row in rows {
      #expect(row[6] == "true", "\(row[0])")
      let ranks = row[1...3].compactMap { Int($0) }
      #expect(ranks.count == 3 && ranks[1] <= ranks[0] && ranks[0] <= ranks[2], "\(row[0])")
    }
  }

  @Test("README quotes what the view of a country says") func readme() throws {
    let text = try String(contentsOf: repository.appending(path: "README.md"), encoding: .utf8)
    let quote = text.components(separatedBy: "```text\nKenya is").dropFirst().first.flatMap {
      $0.components(separatedBy: "```").first.map { "Kenya is" + $0 }
    }
    let run = try Program(folder: repository)("audit", "--country", "Kenya", "--samples", "1000")
    #expect(run.output.contains(try #require(quote)), "\(run.output)")
  }
}
