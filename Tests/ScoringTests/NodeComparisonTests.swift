import Analysis
import Audit
import Diagnostics
import IndexModel
import Scoring
import Testing

/// Scores of a dimension one, whose only indicator is 20, 50 and 80, beside two of 40 each, joined by an arithmetic mean:
///
///   minmax      0, 50, 100
///   zscore      mean 50, sd 30: 40, 50, 60
///   best        25, 62.5, 100
///   world_mean  of 20 and 50, the third missing: 35; after minmax of 0 and 100: 50
@Suite("Scores of nodes that are compared or imputed") struct NodeComparisonTests {
  static func world(
    _ rules: String, _ one: [String] = ["20", "50", "80"], more: String = "",
    regions: [String] = ["N", "N", "S"]
  ) -> World {
    let codes = ["ARC", "LIL", "UTO"]
    func rows(_ values: [String]) -> String {
      "iso3,year,value\n" + zip(codes, values).map { $1.isEmpty ? "" : "\($0),2020,\($1)\n" }.joined()
    }
    return World(
      countries: "iso3,name,region\n" + zip(codes, regions).map { "\($0),Land \($0),\($1)\n" }.joined(),
      indicators: "id,dimension,worst,best\na,one,0,100\nb,two,0,100\nc,two,0,100\n",
      files: [
        "one/a.csv": rows(one), "two/b.csv": rows(["30", "40", "10"]), "two/c.csv": rows(["50", "40", "70"]),
      ],
      lens: """
        dimensions_required = 2
        imputed_limit = 1.0
        \(more)
        [aggregation]
        dimensions = "arithmetic"
        [weights]
        one = 1
        two = 1
        [nodes]
        one = { \(rules) }
        """)
  }

  private static func scores(_ table: ScoreTable, _ path: String = "one") throws -> [Double?] {
    try ["ARC", "LIL", "UTO"].map { try table.score(path, of: $0) }
  }

  @Test(
    "joined scores are compared over all before the parent joins them",
    arguments: [
      ("normalisation = \"minmax\"", [0, 50, 100]), ("normalisation = \"zscore\"", [40, 50, 60]),
      ("normalisation = \"best\"", [25, 62.5, 100]),
      // What lacks of 100 is 80, 50 and 20; turned back it is the same under a mean.
      ("normalisation = \"best\", turned = true", [25, 62.5, 100]),
      ("normalisation = \"minmax\", poor_from = 0.5", [0, 50.0 - 12.5, 100]),
    ] as [(String, [Double])]) func compared(rules: String, expected: [Double]) throws
  {
    let table = try Self.world(rules).score()
    for (score, own) in zip(try Self.scores(table), expected) {
      #expect(abs((score ?? .nan) - own) < 1e-9, "\(rules) \(own)")
    }
    #expect(abs((try table.score(of: "UTO") ?? 0) - (expected[2] + 40) / 2) < 1e-9)
  }

  @Test("where all are the same each is 50, and who has no score takes no part") func constant() throws {
    for method in ["minmax", "zscore"] {
      let table = try Self.world("normalisation = \"\(method)\"", ["20", "20", ""], more: "").score()
      #expect(try Self.scores(table) == [50, 50, nil])
      #expect(table.findings.all.map(\.identifier) == ["constant-node"])
    }
    let best = try Self.world("normalisation = \"best\"", ["20", "20", ""]).score()
    #expect(try Self.scores(best) == [100, 100, nil])
    let none = try Self.world("normalisation = \"best\"", ["0", "0", "0"]).score()
    #expect(none.findings.all.map(\.identifier) == ["no-best"])
  }

  @Test("who has no score of a node gets the mean of its group, after comparing") func imputed() throws {
    let world = try Self.world("impute = \"world_mean\"", ["20", "50", ""]).score()
    #expect(try Self.scores(world) == [20, 50, 35])
    #expect(try world.score(of: "UTO") == 37.5)
    let after = try Self.world("impute = \"world_mean\", normalisation = \"minmax\"", ["20", "50", ""])
      .score()
    #expect(try Self.scores(after) == [0, 100, 50])
    let region = try Self.world("impute = \"region_mean\"", ["20", "50", ""]).score()
    #expect(try Self.scores(region) == [20, 50, nil], "nobody of the South has a score")
    let same = try Self.world("impute = \"region_mean\"", ["20", "50", ""], regions: ["N", "S", "N"]).score()
    #expect(try Self.scores(same) == [20, 50, 20])
    #expect(same.findings.all.isEmpty)
  }

  /// Half of the weight lies below the imputed dimension.
  @Test("all weight below an imputed node counts as imputed, and none of it as covered") func shares() throws
  {
    let table = try Self.world("impute = \"world_mean\"", ["20", "50", ""]).score()
    let row = try table.place("UTO")
    #expect(table.imputedShare(row) == 0.5 && table.coverage(row) == 0.5)
    #expect(table.coverages[row.value] == 0.5)
    let reliability = table.reliability(row)
    #expect(reliability.imputed == 0.5 && reliability.observed == 0.5 && reliability.missing == 0)
    for (limit, isRanked) in [("0.5", true), ("0.49", false)] {
      var world = Self.world("impute = \"world_mean\"", ["20", "50", ""])
      world.lens = world.lens.replacing("imputed_limit = 1.0", with: "imputed_limit = \(limit)")
      let table = try world.score()
      #expect((table.rank(try table.place("UTO")) != nil) == isRanked)
    }
  }

  @Test(
    "points sum to the score, and what parts account for to a difference",
    arguments: [
      "normalisation = \"minmax\"", "normalisation = \"zscore\"", "normalisation = \"best\"",
      "impute = \"world_mean\"",
    ]) func parts(rules: String) throws
  {
    let table = try Self.world(rules + "").score()
    for row in table.rows {
      let points = table.contributions(to: Framework.root, row)
      for level in [
        table.dimensions, table.framework.nodeIndices.filter { table.framework.nodes[$0].indicator != nil },
      ] {
        let sum = level.reduce(0) { $0 + points[$1].points }
        #expect(abs(sum - (table.score(row) ?? .nan)) < 1e-9, "\(rules)")
      }
    }
    let missing = try Self.world(rules, ["20", "50", ""]).score()
    for table in [table, missing] {
      guard let difference = Difference(table, RowIndex(0), RowIndex(2)) else { continue }
      let sum = table.dimensions.reduce(0) { $0 + difference.contributions[$1] }
      #expect(abs(sum - difference.total) < 1e-9, "\(rules)")
    }
  }

  @Test("every result goes the same way: joined again, without an indicator, over all judgements")
  func consistent() throws {
    let rules = "normalisation = \"minmax\", impute = \"world_mean\""
    let table = try Self.world(rules, ["20", "50", ""]).score()
    var again = try #require(Rejoining(table))
    again { _, _, score in score }
    for node in table.framework.nodeIndices {
      for row in table.rows { #expect(again.standIn(node, row) == table.standIn(node, row)) }
    }
    #expect(table.nonLinearity(.dimension) == nil)
    let one = try #require(DimensionPath("one").flatMap(table.framework.node))
    #expect(table.nonLinearity(.indicator) == .compared(node: one))
    #expect(TreeScores(table, level: .indicator) == nil)
    #expect(RankIntervals(table) != nil)
    #expect(!table.lens.scoresAreComparableOverYears)
    var world = Self.world("normalisation = \"minmax\"")
    world.lens = world.lens.replacing("one = {", with: "two = {")
    let other = try world.score()
    let leaves = other.framework.nodeIndices.filter { other.framework.nodes[$0].name == "c" }
    var copy = other
    let two = try #require(DimensionPath("two").flatMap(other.framework.node))
    let found = copy.scores(
      of: two, without: leaves[0], nominal: other.lens.nominalWeights(in: other.framework))
    let left = other.leavingOut(other.framework.indicators.filter { $0.id.rawValue == "c" })
    #expect(found == left.rows.map { left.score(two, $0) ?? .nan })
    #expect(copy.nodeScores == other.nodeScores)
  }

  @Test(
    "what cannot be is said at its key",
    arguments: [
      ("dimensions = { normalisation = \"minmax\" }", "", ["unknown-key"]),
      ("dimensions = { impute = \"world_mean\" }", "", ["unknown-key"]),
      ("food = { normalisation = \"rank\" }", "", ["unknown-method"]),
      ("food = { impute = \"region_median\" }", "", ["unknown-method"]),
      ("food = { impute = \"parent_mean\" }", "", ["key-without-effect"]),
      ("food = { impute = \"world_mean\" }", "impute = \"components\"", ["key-without-effect"]),
      ("food = { normalisation = \"best\" }", "impute = \"components\"", ["key-without-effect"]),
      ("food = { impute = 3 }", "", ["wrong-type"]), ("indicators = { impute = \"world_mean\" }", "", []),
      ("food = { normalisation = \"zscore\", impute = \"subregion_mean\" }", "", []),
    ] as [(String, String, [String])]) func reading(rule: String, key: String, found: [String])
  {
    let read = LensRead("\(key)\n[weights]\nfood = 1\n[nodes]\n\(rule)\n")
    #expect(read.findings.map(\.identifier) == found, "\(read.findings)")
  }
}
