import Analysis
import Audit
import IndexModel
import Scoring
import Testing

/// One part divided by another, on scores of 20 and 80, the floor being 1:
///
///   a over b      100·20/80 = 25
///   b over a      100·80/20 = 400
///   0 under 20    100·20/1 = 2000, the floor in place of 0
///   turned        100 − 100·80/20 = −300
@Suite("Ratios of two parts") struct RatioTests {
  private typealias Rules = NodeRuleTests

  private static func score(_ rules: String, _ one: String, _ two: String) throws -> Double? {
    try Rules.world("ratio", rules, [one], [two]).score().score(of: "ARC")
  }

  @Test(
    "a ratio is 100 times one part over the other, whichever stands first by name",
    arguments: [
      ("denominator = \"b\"", "20", "80", 25), ("denominator = \"a\"", "20", "80", 400),
      ("denominator = \"b\"", "80", "80", 100), ("denominator = \"b\"", "0", "80", 0),
      ("denominator = \"b\"", "20", "0", 2000), ("denominator = \"b\"", "20", "1", 2000),
      ("denominator = \"b\"", "20", "1.25", 1600), ("denominator = \"b\"", "0", "0", 0),
      ("denominator = \"b\", turned = true", "20", "80", -300),
      ("denominator = \"b\", decimals = 0", "20.3", "80", 25),
    ] as [(String, String, String, Double)]) func formula(
      rules: String, one: String, two: String, score: Double
    ) throws
  {
    let found = try #require(try Self.score(rules, one, two))
    #expect(abs(found - score) < 1e-9, "\(found)")
  }

  /// 100·50/10⁻⁶ = 5·10⁹ is beyond what a ratio may be; 100·0.01/10⁻⁶ = 10⁶ is not.
  @Test("a ratio counts as a million at most") func greatest() throws {
    func score(_ value: String) throws -> Double? {
      var world = Rules.world("ratio", "denominator = \"b\"", [value], ["0"])
      world.lens = world.lens.replacing("[weights]", with: "floor = 1e-6\n[weights]")
      return try world.score().score(of: "ARC")
    }
    #expect(try score("50") == 1e6)
    #expect(abs((try score("0.0099") ?? 0) - 990_000) < 1e-3)
  }

  @Test("without one of its parts there is no ratio, whatever share of weight is asked for") func missing()
    throws
  {
    var world = Rules.world("ratio", "denominator = \"b\"", ["20", "30"], ["80"])
    let table = try world.score()
    #expect(try table.score(of: "ARC") == 25)
    #expect(try table.score(of: "LIL") == nil)
    guard case .withheld(let reason) = table.standings[try table.place("LIL")] else {
      Issue.record("ranked")
      return
    }
    #expect(reason == "no score can be computed")
    world.lens = world.lens.replacing("dimensions_required = 1", with: "indicator_share = 0.0")
    #expect(try world.score().score(of: "LIL") == nil)
  }

  @Test("the parts of a ratio, and what they account for in a difference, sum to it", arguments: 0..<30)
  func parts(seed: UInt64) throws {
    var generator = PropertyTests.Generator(state: seed)
    func three(_ range: ClosedRange<Double>) -> [String] {
      (0..<3).map { _ in "\(Double.random(in: range, using: &generator))" }
    }
    let rules = ["", ", turned = true", ", decimals = 1"][Int(seed % 3)]
    let divisor = seed % 2 == 0 ? "a" : "b"
    let table = try Rules.world(
      "ratio", "denominator = \"\(divisor)\"\(rules)", three(0...100), three(0...100)
    ).score()
    for row in table.rows {
      let score = try #require(table.score(row))
      let points = table.contributions(to: Framework.root, row)
      let sum = table.dimensions.reduce(0) { $0 + points[$1].points }
      // Points are shares of a score: of one that is not above 0 they go by weight.
      #expect(abs(sum - score) < 1e-8 * max(1, abs(score)), "\(sum) for \(score)")
    }
    let difference = try #require(Difference(table, RowIndex(0), RowIndex(1)))
    let sum = table.dimensions.reduce(0) { $0 + difference.contributions[$1] }
    #expect(abs(sum - difference.total) < 1e-8 * max(1, abs(difference.total)))
  }

  /// 25: ln 4 = 1.3863 lack of ln(100/20) = 1.6094 less ln(100/80) = 0.2231. L = 75/1.3863 = 54.10, so that a
  /// has 50 − 54.10·1.6094 = −37.07 and b 50 + 54.10·0.2231 = 62.07.
  @Test("a numerator has what it leaves, a denominator what it adds") func worked() throws {
    let table = try Rules.world("ratio", "denominator = \"b\"").score()
    let points = table.contributions(to: Framework.root, try table.place("ARC"))
    let own = table.dimensions.map { points[$0].points }
    #expect(abs(own[0] + 37.07) < 0.01 && abs(own[1] - 62.07) < 0.01, "\(own)")
  }

  @Test("weights of the two parts change no score, and nothing over them can be asked") func weights() throws
  {
    var world = Rules.world("ratio", "denominator = \"b\"", ["20", "50", "9"], ["80", "45", "30"])
    let table = try world.score()
    world.lens = world.lens.replacing("a = 1\n", with: "a = 7\n")
    let other = try world.score()
    for row in table.rows { #expect(table.score(row) == other.score(row)) }
    #expect(table.nonLinearity(.dimension) == .ratio(node: Framework.root))
    #expect(LinearScores(table) == nil)
    #expect(TreeScores(table) == nil)
    #expect(RankIntervals(table) == nil)
    #expect(RankRange.leavingOutEachDimension(table).allSatisfy { $0 == nil })
    let found = AuditRun(table)()
    #expect(found.uncertainty == nil && found.benefitOfDoubt == nil && found.intervals == nil)
    for analysis in AuditAnalysis.tables {
      let isOfMeans = analysis.isOfDimensions || analysis.name == "rank-intervals"
      if isOfMeans { #expect(!analysis.canBeHad(.ratio(node: Framework.root)), "\(analysis.name)") }
    }
  }

  /// Below a dimension the ratio is a score as any other: weights of dimensions can be drawn, those of indicators not.
  @Test("a ratio below a dimension leaves weights of dimensions free") func inner() throws {
    var world = World(
      indicators: "id,dimension,worst,best\na,one,0,100\nb,one,0,100\nc,two,0,100\n",
      files: [
        "one/a.csv": "iso3,year,value\nARC,2020,20\nLIL,2020,60\n",
        "one/b.csv": "iso3,year,value\nARC,2020,80\nLIL,2020,90\n",
        "two/c.csv": "iso3,year,value\nARC,2020,75\nLIL,2020,25\n",
      ],
      lens: """
        [aggregation]
        dimensions = "arithmetic"
        one = "ratio"
        [weights]
        one = 1
        two = 1
        [nodes]
        one = { denominator = "b" }
        """)
    let table = try world.score()
    #expect(try table.score("one", of: "ARC") == 25)
    #expect(try table.score(of: "ARC") == 50)
    #expect(table.nonLinearity(.dimension) == nil)
    let node = try #require(DimensionPath("one").flatMap(table.framework.node))
    #expect(table.nonLinearity(.indicator) == .ratio(node: node))
    #expect(RankIntervals(table) != nil)
    // Without b nothing of one is left: what is left out with it is the ratio.
    let left = table.leavingOut(table.framework.indicators.filter { $0.id.rawValue == "b" })
    #expect(try left.score("one", of: "ARC") == nil)
    world.lens = world.lens.replacing("b\"", with: "a\"")
    #expect(try world.score().score("one", of: "ARC") == 400)
  }
}
