import Analysis
import Audit
import IndexModel
import Scoring
import Testing

/// Nodes that are turned, rounded or have a share of their own, on scores of 20 and 80 of equal weight, worked by hand:
///
///   geometric     √(20·80) = 40
///   turned        100 − √(80·20) = 60
///   product       100·0.2·0.8 = 16;  turned 100 − 100·0.8·0.2 = 84
///   harmonic      2/(1/20 + 1/80) = 32;  turned 100 − 32 = 68
///   minimum       20;  turned 80, the greatest
///   arithmetic    50 either way
@Suite("Nodes that are turned or rounded") struct NodeRuleTests {
  /// Dimensions a and b, of an indicator each, whose values are their scores.
  static func world(_ method: String, _ rules: String, _ one: [String] = ["20"], _ two: [String] = ["80"])
    -> World
  {
    let codes = ["ARC", "LIL", "UTO"]
    func rows(_ values: [String]) -> String {
      "iso3,year,value\n" + zip(codes, values).map { "\($0),2020,\($1)\n" }.joined()
    }
    return World(
      indicators: "id,dimension,worst,best\na,a,0,100\nb,b,0,100\n",
      files: ["a/a.csv": rows(one), "b/b.csv": rows(two)],
      lens: """
        dimensions_required = 1
        [aggregation]
        dimensions = "\(method)"
        [weights]
        a = 1
        b = 1
        [nodes]
        dimensions = { \(rules) }
        """)
  }

  @Test(
    "turned, a method joins what the parts lack of 100, and the result is turned back",
    arguments: [
      ("geometric", 60), ("product", 84), ("harmonic", 68), ("minimum", 80), ("arithmetic", 50),
      ("mazziotta_pareto", 100 - (50 - 900.0 / 50)),
    ] as [(String, Double)]) func turned(method: String, score: Double) throws
  {
    let table = try Self.world(method, "turned = true").score()
    #expect(abs(try #require(try table.score(of: "ARC")) - score) < 1e-10)
  }

  /// Of 20 and 81 the mean is 50.5; half goes away from zero on the side that is rounded: 51, and turned back 49 of
  /// the geometric mean of 80 and 19, which is √1520 = 38.987.
  @Test("a score is rounded half up before it is turned back") func rounded() throws {
    let plain = try Self.world("arithmetic", "decimals = 0", ["20"], ["81"]).score()
    #expect(try plain.score(of: "ARC") == 51)
    let turned = try Self.world("geometric", "turned = true, decimals = 1", ["20"], ["81"]).score()
    #expect(try turned.score(of: "ARC") == 100 - 39.0)
    let tenth = try Self.world("arithmetic", "decimals = 1", ["20.1"], ["80.2"]).score()
    #expect(try tenth.score(of: "ARC") == 50.2, "50.15 is less than a half in binary, and counts as one")
  }

  @Test("countries whose rounded scores are equal share a rank") func ties() throws {
    let table = try Self.world("arithmetic", "decimals = 0", ["20", "20.4", "0"], ["80", "80.4", "0"]).score()
    #expect(table.rows.map { table.rank($0) } == [1, 1, 3])
  }

  @Test(
    "contributions sum to the score, what rounding changes being divided by weight",
    arguments: [
      "arithmetic", "geometric", "harmonic", "power", "minimum", "product", "mazziotta_pareto", "copeland",
    ]) func parts(method: String) throws
  {
    for rules in ["turned = true", "decimals = 0", "turned = true, decimals = 1"] {
      let table = try Self.world(method, rules, ["20.3", "70", "45.7"], ["81.9", "12.5", "50"]).score()
      for row in table.rows {
        let score = try #require(table.score(row))
        let points = table.contributions(to: Framework.root, row)
        let sum = table.dimensions.reduce(0) { $0 + points[$1].points }
        #expect(abs(sum - score) < 1e-9, "\(method) \(rules): \(sum) for \(score)")
      }
    }
  }

  @Test("what parts account for in a difference sums to it", arguments: ["geometric", "product", "minimum"])
  func differences(method: String) throws {
    let table = try Self.world(method, "turned = true, decimals = 1", ["20.3", "70"], ["81.9", "12.5"])
      .score()
    let rows = Array(table.rows)
    let difference = try #require(Difference(table, rows[0], rows[1]))
    let sum = table.dimensions.reduce(0) { $0 + difference.contributions[$1] }
    #expect(abs(sum - difference.total) < 1e-9)
  }

  /// Turned means are means of what lacks: they rise with every part.
  @Test("raising a part never lowers a turned score, rounded or not", arguments: 0..<40) func monotone(
    seed: UInt64
  ) throws {
    var generator = PropertyTests.Generator(state: seed)
    let methods = ["geometric", "harmonic", "power", "minimum", "product"]
    let method = methods[Int(seed) % methods.count]
    let rules = seed % 2 == 0 ? "turned = true" : "turned = true, decimals = 1"
    let low = Double.random(in: 0...100, using: &generator)
    let high = Double.random(in: low...100, using: &generator)
    let other = Double.random(in: 0...100, using: &generator)
    let table = try Self.world(method, rules, ["\(low)", "\(high)"], ["\(other)", "\(other)"]).score()
    let (one, two) = (try table.score(of: "ARC") ?? .nan, try table.score(of: "LIL") ?? .nan)
    #expect(one <= two + 1e-9, "\(method) \(low) \(high) \(other)")
  }

  /// Three of four parts carry 0.75 of the weight: enough for a share of 0.7, too little for 0.8.
  @Test("a node may ask for a share of its own") func share() throws {
    func world(_ rules: String) -> World {
      let ids = ["a", "b", "c", "d"]
      let files = ids.dropLast().map { ("one/\($0).csv", "iso3,year,value\nARC,2020,50\n") }
      return World(
        indicators: "id,dimension,worst,best\n" + ids.map { "\($0),one/x,0,100\n" }.joined(),
        files: Dictionary(uniqueKeysWithValues: files + [("one/d.csv", "iso3,year,value\nLIL,2020,50\n")]),
        lens: "dimensions_required = 1\n[weights]\none = 1\n[nodes]\n\(rules)\n")
    }
    #expect(try world("\"one/x\" = { share = 0.7 }").score().score(of: "ARC") == 50)
    #expect(try world("\"one/x\" = { share = 0.8 }").score().score(of: "ARC") == nil)
    // What all nodes below the index ask for gives way to what one asks for.
    #expect(
      try world("indicators = { share = 1.0 }\n[nodes.one.x]\nshare = 0.7").score().score(of: "ARC") == 50)
  }

  @Test("a turned geometric mean has an order that is linear in the weights, and its bounds are searched")
  func linear() throws {
    let rows = (["20", "50", "75"], ["80", "45", "10"])
    let table = try Self.world("geometric", "turned = true", rows.0, rows.1).score()
    #expect(table.nonLinearity(.dimension) == nil)
    let scores = try #require(LinearScores(table))
    for weights in [[0.5, 0.5], [0.2, 0.8], [0.9, 0.1]] {
      let joined = table.auditedScores(weights, level: .dimension)
      let sums = scores.countries.indices.map { country in
        zip(weights, scores.row(country)).reduce(0) { $0 + $1.0 * $1.1 }
      }
      let bySum = scores.countries.indices.sorted { sums[$0] > sums[$1] }
      let byScore = scores.countries.indices.sorted {
        joined[scores.countries[$0].value] > joined[scores.countries[$1].value]
      }
      #expect(bySum == byScore)
    }
  }

  @Test("a rounded index has none, as countries tie whose sums differ, but its weights can be drawn")
  func notLinear() throws {
    let table = try Self.world("geometric", "turned = true, decimals = 0", ["20", "50"], ["80", "45"]).score()
    #expect(table.nonLinearity(.dimension) == .rounded(node: Framework.root))
    #expect(LinearScores(table) == nil)
    let tree = try #require(TreeScores(table))
    for (country, score) in zip(tree.countries, tree.scores([0.5, 0.5])) {
      #expect(score == table.score(country))
    }
  }

  @Test("ranks under drawn judgements tie as the lens rounds") func drawnTies() throws {
    let mean = try #require(
      LinearMean(.arithmetic, Self.world("arithmetic", "decimals = 0").judgements().aggregation))
    var sums = [50.2, 49.8, 49.4]
    mean.tie(&sums, count: 3)
    #expect(sums == [50, 50, 49])
  }

  @Test("scores under weights drawn for indicators are those that the tree gives, turned or rounded inside")
  func trees() throws {
    for rule in ["turned = true", "decimals = 1"] {
      let world = World(
        indicators: "id,dimension,worst,best\na,one/x,0,100\nb,one/x,0,100\nc,two,0,100\n",
        files: [
          "one/a.csv": "iso3,year,value\nARC,2020,21.3\nLIL,2020,80\n",
          "one/b.csv": "iso3,year,value\nARC,2020,72.9\nLIL,2020,33\n",
          "two/c.csv": "iso3,year,value\nARC,2020,40\nLIL,2020,55.5\n",
        ],
        lens: """
          dimensions_required = 1
          [aggregation]
          indicators = "geometric"
          dimensions = "geometric"
          [weights]
          one = 1
          two = 1
          [nodes]
          "one/x" = { \(rule) }
          """)
      let table = try world.score()
      #expect(table.nonLinearity(.indicator) != nil)
      let tree = try #require(TreeScores(table, level: .indicator))
      for (country, score) in zip(tree.countries, tree.scores(tree.weights)) {
        #expect(abs(score - (table.score(country) ?? .nan)) < 1e-9, "\(rule)")
      }
    }
  }
}
