import Analysis
import Audit
import IndexModel
import Scoring
import Testing

/// Cut-offs at their very values: schooling, of which more is better, and a walk for water, of which less is.
@Suite("Cut-offs, and who is poor") struct CutoffTests {
  private static func world(_ lens: String, schooling: [String], water: [String]) -> World {
    let codes = ["ARC", "LIL", "UTO"]
    func rows(_ values: [String]) -> String {
      "iso3,year,value\n" + zip(codes, values).map { $1.isEmpty ? "" : "\($0),2020,\($1)\n" }.joined()
    }
    return World(
      indicators: "id,dimension,worst,best\nschooling,education,0,15\nwater,living,60,0\n",
      files: ["education/schooling.csv": rows(schooling), "living/water.csv": rows(water)],
      lens: "dimensions_required = 1\n\(lens)\n")
  }

  private static let weights =
    "[weights]\neducation = 1\nliving = 1\n[aggregation]\ndimensions = \"arithmetic\""

  @Test(
    "secure_from scores the value itself 100, deprived_from 0, on either side of it all or nothing",
    arguments: ["", "normalisation = \"zscore\"", "normalisation = \"rank\"", "outliers = \"winsorise\""])
  func edges(rule: String) throws {
    func scores(_ side: String, _ path: String) throws -> [Double?] {
      let lens =
        "\(rule)\n\(Self.weights)\n[cutoffs]\nschooling = { \(side) = 6 }\nwater = { \(side) = 30 }\n"
      let table = try Self.world(lens, schooling: ["5.999", "6", "6.001"], water: ["29.9", "30", "30.1"])
        .score()
      return try ["ARC", "LIL", "UTO"].map { try table.score(path, of: $0) }
    }
    #expect(try scores("secure_from", "education") == [0, 100, 100])
    #expect(try scores("deprived_from", "education") == [0, 0, 100])
    #expect(try scores("secure_from", "living") == [100, 100, 0])
    #expect(try scores("deprived_from", "living") == [100, 0, 0])
  }

  @Test("what is missing stays missing, a cap counts first, and a lens may turn the direction") func others()
    throws
  {
    let cut = "[cutoffs]\nschooling = { secure_from = 6 }\n"
    let missing = try Self.world(Self.weights + "\n" + cut, schooling: ["", "6"], water: ["1", "1"]).score()
    #expect(try missing.score("education", of: "ARC") == nil)
    #expect(try missing.score(of: "ARC") == 98.0 + 1 / 3)
    let capped = try Self.world(
      Self.weights + "\n[caps]\nschooling = { most = 5 }\n" + cut, schooling: ["9", "6"], water: ["1"]
    ).score()
    #expect(try capped.score("education", of: "ARC") == 0)
    let turned = try Self.world(
      Self.weights + "\n[goalposts]\nschooling = { worst = 15, best = 0 }\n" + cut,
      schooling: ["9", "6", "1"], water: ["1"]
    ).score()
    #expect(try ["ARC", "LIL", "UTO"].map { try turned.score("education", of: $0) } == [0, 100, 100])
  }

  /// 20 and 80 weigh the same: half is lacking.
  @Test(
    "who lacks less than the share is not poor and scores 100; of the poor a headcount makes 0",
    arguments: [
      ("poor_from = 0.5", 50), ("poor_from = 0.5000001", 100), ("poor_from = 0.4999999", 50),
      ("poor_from = 1.0", 100), ("poor_from = 0.000001", 50), ("poor_from = 0.5, headcount = true", 0),
      ("poor_from = 0.51, headcount = true", 100), ("poor_from = 0.5, headcount = false", 50),
      // 100 − √(80·20) = 60 lacks 40; rounded to 51 of 81 and 20, 49.
      ("poor_from = 0.4", 50),
    ] as [(String, Double)]) func counted(rules: String, score: Double) throws
  { #expect(try NodeRuleTests.world("arithmetic", rules).score().score(of: "ARC") == score) }

  /// Three indicators of nine equal ones: 3·(1/9) is a hair off 1/3 in binary.
  @Test("a third is reached by three ninths, and not by two") func ninths() throws {
    let ids = (1...9).map { "i\($0)" }
    func score(_ deprived: Int) throws -> Double? {
      let files = ids.enumerated().map { place, id in
        ("one/\(id).csv", "iso3,year,value\nARC,2020,\(place < deprived ? 0 : 1)\n")
      }
      return try World(
        indicators: "id,dimension,worst,best\n" + ids.map { "\($0),one,0,1\n" }.joined(),
        files: Dictionary(uniqueKeysWithValues: files),
        lens: """
          [weights]
          one = 1
          [aggregation]
          dimensions = "arithmetic"
          [nodes]
          dimensions = { poor_from = 0.3333333333333333 }
          """
      ).score().score(of: "ARC")
    }
    #expect(try score(2) == 100)
    #expect(abs((try score(3) ?? 0) - 200.0 / 3) < 1e-9)
  }

  @Test("raising a part never lowers the score, and points sum to it", arguments: 0..<20) func monotone(
    seed: UInt64
  ) throws {
    var generator = PropertyTests.Generator(state: seed)
    let share = Double.random(in: 0.05...1, using: &generator)
    let rules = "poor_from = \(share), headcount = \(seed % 3 == 0)"
    let low = Double.random(in: 0...100, using: &generator)
    let (high, other) = (
      Double.random(in: low...100, using: &generator), Double.random(in: 0...100, using: &generator)
    )
    let method = ["arithmetic", "geometric", "minimum"][Int(seed % 3)]
    let table = try NodeRuleTests.world(method, rules, ["\(low)", "\(high)"], ["\(other)", "\(other)"])
      .score()
    #expect((try table.score(of: "ARC") ?? .nan) <= (try table.score(of: "LIL") ?? .nan))
    for row in table.rows.prefix(2) {
      guard let score = table.score(row), score > 0 else { continue }
      let points = table.contributions(to: Framework.root, row)
      #expect(abs(table.dimensions.reduce(0) { $0 + points[$1].points } - score) < 1e-9)
    }
  }

  @Test("an index that counts the poor has no linear order, but its weights can be drawn") func audit() throws
  {
    let table = try NodeRuleTests.world("arithmetic", "poor_from = 0.5", ["20", "50"], ["80", "45"]).score()
    #expect(table.nonLinearity(.dimension) == .counted(node: Framework.root))
    #expect(LinearScores(table) == nil)
    let tree = try #require(TreeScores(table))
    for weights in [[0.5, 0.5], [0.2, 0.8], [0.9, 0.1]] {
      let joined = table.auditedScores(weights, level: .dimension)
      for (score, country) in zip(tree.scores(weights), tree.countries) {
        #expect(abs(score - joined[country.value]) < 1e-9)
      }
    }
    #expect(RankIntervals(table) != nil)
  }

  @Test("a lever brings an indicator to its cut-off, and not beyond what the peers have") func levers() throws
  {
    let lens = Self.weights + "\n[cutoffs]\nschooling = { secure_from = 6 }\n"
    let table = try Self.world(lens, schooling: ["3", "9", "12"], water: ["10", "10", "10"]).score()
    let country = try table.place("ARC")
    let peers = Peers(of: country, in: table)
    let levers = try #require(Levers(table, country, peers, to: .goalpost))
    let lever = try #require(
      levers.levers.first { $0.raised[0].targetScore == 100 && $0.raised[0].score == 0 })
    #expect(lever.raised[0].target == 6)
    #expect(abs(lever.points - 50) < 1e-9)
  }

  @Test(
    "what is wrong with a cut-off is said once, at its key",
    arguments: [
      ("hunger = 3", "must be a table", 4),
      ("hunger = { secure_from = 3, deprived_from = 4 }", "one value, not 2", 4),
      ("hunger = {}", "one value, not 0", 4), ("hunger = { secure = 3 }", "secure_from", 4),
      ("hunger = { secure_from = inf }", "finite number", 4),
      ("hungry = { secure_from = 3 }", "did you mean \"hunger\"", 4),
      ("hunger = { secure_from = \"3\" }", "finite number", 4),
    ] as [(String, String, Int)]) func wrong(line: String, text: String, place: Int)
  {
    let read = LensRead("[weights]\nfood = 1\n[cutoffs]\n\(line)\n")
    #expect(read.lens == nil && read.findings.count == 1, "\(read.findings)")
    let finding = read.findings.first
    #expect((finding.map { $0.message + $0.remedy } ?? "").contains(text), "\(read.findings)")
    #expect(finding?.place?.line == place)
  }

  @Test(
    "shares of the poor lie above 0 and up to 1, and a headcount needs one",
    arguments: [
      ("poor_from = 0", "out-of-range"), ("poor_from = 9e-7", "out-of-range"),
      ("poor_from = 1.1", "out-of-range"), ("poor_from = true", "wrong-type"),
      ("headcount = true", "missing-key"), ("headcount = 1", "wrong-type"), ("poor_from = 1e-6", ""),
      ("poor_from = 1", ""), ("headcount = false", ""),
    ]) func shares(rule: String, identifier: String)
  {
    let read = LensRead("[weights]\nfood = 1\n[nodes]\ndimensions = { \(rule) }\n")
    #expect(read.findings.map(\.identifier) == (identifier.isEmpty ? [] : [identifier]), "\(read.findings)")
  }

  @Test(
    "a country's own weights count no poor",
    arguments: ["poor_from = 0.5", "poor_from = 0.5, headcount = true"]) func ownWeights(rule: String)
  {
    let read = LensRead("weights = \"benefit_of_the_doubt\"\n[nodes]\ndimensions = { \(rule) }\n")
    #expect(Set(read.findings.map(\.identifier)) == ["scheme-aggregation"], "\(read.findings)")
  }
}
