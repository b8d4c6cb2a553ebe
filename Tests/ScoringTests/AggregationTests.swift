import Analysis
import Audit
import IndexModel
import Scoring
import Testing

/// Methodology, sections 4 to 7: weights, missing data, aggregation, ranks.
@Suite("From values to scores and ranks") struct AggregationTests {
  /// Indicators a, b (in the component c), e and f, all 0 to 100; dimensions one and two.
  static func world(_ figures: [String: String], lens: String = "") -> World {
    let ids = ["a": "one/c", "b": "one/c", "e": "one", "f": "two"]
    var files: [String: String] = [:]
    for (id, path) in ids {
      let folder = String(path.prefix(3))
      let rows = (figures[id] ?? "").split(separator: ";")
      // A country outside the test keeps a file from being empty.
      files["\(folder)/\(id).csv"] =
        "iso3,year,value\n"
        + rows.map { row in
          let parts = row.split(separator: "=")
          return "\(parts[0]),2020,\(parts[1])\n"
        }.joined() + "UTO,2020,1\n"
    }
    return World(
      indicators: """
        id,dimension,worst,best
        a,one/c,0,100
        b,one/c,0,100
        e,one,0,100
        f,two,0,100

        """, files: files,
      lens: "carry_forward = 0\ndimensions_required = 2\n" + lens + "[weights]\none = 1\ntwo = 1\n")
  }

  @Test("a component is one vote among its siblings") func component() throws {
    // c = (20 + 40)/2 = 30; one = (30 + 90)/2 = 60, not (20 + 40 + 90)/3.
    let table = try Self.world(["a": "ARC=20", "b": "ARC=40", "e": "ARC=90", "f": "ARC=50"]).score()
    #expect(try table.score("one/c", of: "ARC") == 30)
    #expect(try table.score("one", of: "ARC") == 60)
  }

  @Test("a node is scored when exactly the required share of weight is present, and renormalised")
  func exactShare() throws {
    let table = try Self.world(["a": "ARC=20", "e": "ARC=90", "f": "ARC=50"]).score()
    #expect(try table.score("one/c", of: "ARC") == 20)
    #expect(try table.score("one", of: "ARC") == 55)
  }

  @Test("below the share a node is not scored, though some of its children are") func belowShare() throws {
    let lens = "indicator_share = 0.6\n"
    let table = try Self.world(["a": "ARC=20", "e": "ARC=90", "f": "ARC=50"], lens: lens).score()
    #expect(try table.score("one/c", of: "ARC") == nil)
    #expect(try table.score("one", of: "ARC") == nil)
    #expect(try table.rank(table.place("ARC")) == nil)
  }

  @Test("a country with too few dimensions is withheld with its reason, and keeps its parts") func withheld()
    throws
  {
    let table = try Self.world(["f": "ARC=50"]).score()
    let arcadia = try table.place("ARC")
    #expect(table.standings[arcadia] == .withheld("only 1 of 2 dimensions scored, 2 required (missing: one)"))
    #expect(table.score(arcadia) == nil)
    #expect(try table.score("two", of: "ARC") == 50)
  }

  @Test("a child of weight 0 takes no part, present or not") func zeroWeight() throws {
    var world = Self.world(["a": "ARC=20", "e": "ARC=90", "f": "ARC=50"])
    world.lens += "\"one/c\" = 0\n"
    let table = try world.score()
    #expect(try table.score("one", of: "ARC") == 90)
    #expect(table.coverage(try table.place("ARC")) == 1)
    let a = try #require(IndicatorID("a"))
    let place = try #require(table.framework.indicator(a))
    #expect(table.columns[place] == nil)
  }

  @Test("coverage is the share of effective weight that has a figure") func coverage() throws {
    // a carries 1/2 · 1/2 · 1/2 = 1/8 of the index, b the same, e 1/4, f 1/2.
    let table = try Self.world(["a": "ARC=20", "f": "ARC=50", "e": "LIL=1"]).score()
    #expect(table.coverage(try table.place("ARC")) == 0.625)
    #expect(table.coverage(try table.place("LIL")) == 0.25)
  }

  @Test("equal scores share a rank and the next rank is skipped") func ties() {
    #expect(Ranking.competition([5, 9, 5, 1, 9, 5]) == [3, 1, 3, 6, 1, 3])
  }

  @Test("nearly equal scores do not tie: ranks come before rounding") func noRounding() {
    #expect(Ranking.competition([50, 50.0.nextUp]) == [2, 1])
  }

  @Test("arithmetic across dimensions where the lens says so") func arithmeticRoot() throws {
    let figures = ["a": "ARC=20", "b": "ARC=20", "e": "ARC=20", "f": "ARC=80"]
    var world = Self.world(figures)
    #expect(abs(try #require(try world.score().score(of: "ARC")) - 40) < 1e-12)
    world.lens += "[aggregation]\ndimensions = \"arithmetic\"\n"
    #expect(try world.score().score(of: "ARC") == 50)
  }

  @Test("geometric inside a dimension: the points still sum to the score") func geometricParts() throws {
    var world = Self.world(["a": "ARC=0", "b": "ARC=40", "e": "ARC=90", "f": "ARC=80"])
    world.lens += "[aggregation]\nindicators = \"geometric\"\nfloor = 2\n"
    let table = try world.score()
    let arcadia = try table.place("ARC")
    // c = √(2·40), the 0 taken at the floor; one = √(c·90).
    let one = (80.0.squareRoot() * 90).squareRoot()
    #expect(abs(try #require(try table.score("one", of: "ARC")) - one) < 1e-12)
    for dimension in table.dimensions {
      let shares = table.contributions(to: dimension, arcadia)
      let sum = table.framework.leaves(below: dimension).reduce(0) { $0 + shares[$1].points }
      let score = try #require(table.score(dimension, arcadia))
      #expect(abs(sum - score) < 1e-12)
    }
  }

  @Test("a mean of equal scores is that score, whatever rounding does on the way") func equalParts() throws {
    var world = Self.world(["a": "ARC=100", "b": "ARC=100", "e": "ARC=100", "f": "ARC=100"])
    world.lens += "[indicator_weights]\na = 0.3\nb = 0.7\ne = 0.1\n"
    #expect(try world.score().score(of: "ARC") == 100)
  }

  @Test("the rank range spans the ranks of the index without each dimension in turn") func rankRange() throws
  {
    // ARC 90/10, LIL 40/60: by both dimensions √900 = 30 against √2400; by one alone ARC leads.
    let table = try Self.world([
      "a": "ARC=90;LIL=40", "b": "ARC=90;LIL=40", "e": "ARC=90;LIL=40", "f": "ARC=10;LIL=60",
    ]).score()
    let ranges = RankRange.leavingOutEachDimension(table)
    #expect(ranges[try table.place("ARC")] == RankRange(best: 1, worst: 2))
    #expect(ranges[try table.place("LIL")] == RankRange(best: 1, worst: 2))
    #expect(ranges[try table.place("UTO")] == RankRange(best: 3, worst: 3))
  }

  @Test("the default year is the latest in which half of the weight is observed for half of all")
  func referenceYear() throws {
    var world = Self.world([:])
    world.files["two/f.csv"] =
      "iso3,year,value\nARC,2019,5\nLIL,2019,5\nARC,2021,5\nARC,2018,1\nLIL,2018,1\nUTO,2018,2\n"
    // f carries half of the weight: two of three countries in 2019, one in 2021.
    #expect(try world.cube().referenceYear(for: world.judgements()) == 2019)
  }
}
