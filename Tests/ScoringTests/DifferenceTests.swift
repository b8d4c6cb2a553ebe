import Analysis
import IndexModel
import Scoring
import Testing

@Suite("The difference between two countries") struct DifferenceTests {
  /// Dimensions one and two of an indicator each, whose values are their scores.
  private func world(_ one: String, _ two: String, _ rules: String = "") -> World {
    World(
      indicators: "id,dimension,worst,best\na,one,0,100\nb,two,0,100\n",
      files: ["one/a.csv": "iso3,year,value\n" + one, "two/b.csv": "iso3,year,value\n" + two],
      lens: """
        dimensions_required = 1
        [aggregation]
        dimensions = "arithmetic"
        \(rules)
        [weights]
        one = 1
        two = 3
        """)
  }

  private func difference(_ table: ScoreTable, _ first: String, _ second: String) throws -> (
    Difference, (String) -> Double
  ) {
    let difference = try #require(Difference(table, try table.place(first), try table.place(second)))
    return (
      difference,
      { name in
        table.framework.nodes.firstIndex { $0.name == name }.map { difference.contributions[$0] } ?? .nan
      }
    )
  }

  @Test("under an arithmetic mean a part contributes weight times difference of scores") func arithmetic()
    throws
  {
    // one: 1/4·(60 − 40) = 5; two: 3/4·(20 − 80) = −45.
    let table = try world("ARC,2020,60\nUTO,2020,40\n", "ARC,2020,20\nUTO,2020,80\n").score()
    let (whole, points) = try difference(table, "ARC", "UTO")
    #expect(abs(whole.total + 40) < 1e-12)
    #expect(abs(points("one") - 5) < 1e-12)
    #expect(abs(points("two") + 45) < 1e-12)
    #expect(abs(points("b") + 45) < 1e-12, "the only part of a node accounts for all of it")
    let (_, mirrored) = try difference(table, "UTO", "ARC")
    #expect(abs(mirrored("two") - 45) < 1e-12)
  }

  @Test("a part that one lacks contributes what its leaving and coming does to the mean") func missing()
    throws
  {
    // Weights 1 and 1 of two. Arcadia (60, –) = 60, Utopia (40, 80) = 60.
    // one switched: (60, 80) = 70; two switched: (40, –) = 40.
    // one: ½[(70 − 60) + (60 − 40)] = 15; two: ½[(40 − 60) + (60 − 70)] = −15.
    var small = world("ARC,2020,60\nUTO,2020,40\n", "UTO,2020,80\n")
    small.lens = small.lens.replacing("two = 3", with: "two = 1")
    let (whole, points) = try difference(try small.score(), "ARC", "UTO")
    #expect(whole.total == 0)
    #expect(abs(points("one") - 15) < 1e-12)
    #expect(abs(points("two") + 15) < 1e-12)
  }

  @Test("a mixture of which neither country has a part counts as half way between the two") func empty()
    throws
  {
    // Arcadia (60, –), Utopia (–, 80). one switched: (60, 80) = 70; two switched: nothing, 70.
    // Each: ½[(70 − 80) + (60 − 70)] = −10.
    var small = world("ARC,2020,60\n", "UTO,2020,80\n")
    small.lens = small.lens.replacing("two = 3", with: "two = 1")
    let (whole, points) = try difference(try small.score(), "ARC", "UTO")
    #expect(abs(whole.total + 20) < 1e-12)
    #expect(abs(points("one") + 10) < 1e-12)
    #expect(abs(points("two") + 10) < 1e-12)
  }

  @Test("under a geometric mean the points are the Shapley values worked by hand") func geometric() throws {
    // Arcadia (175/3, 60), Utopia (100, 100), weights ½. With e = 175/3 and f = 60:
    // economic: ½[(√(100e) − 100) + (√(ef) − √(100f))]; food with e and f exchanged.
    let table = try HandWorkedTests.world.score()
    let (whole, points) = try difference(table, "ARC", "UTO")
    let (e, f) = (175.0 / 3, 60.0)
    let (ef, e100, f100) = ((e * f).squareRoot(), (100 * e).squareRoot(), (100 * f).squareRoot())
    #expect(abs(whole.total - (ef - 100)) < 1e-12)
    #expect(abs(points("economic") - ((e100 - 100) + (ef - f100)) / 2) < 1e-12)
    #expect(abs(points("food") - ((f100 - 100) + (ef - e100)) / 2) < 1e-12)
    // Within economic: income 50 against 100 weighs 2, jobless 75 against 100 weighs 1. The mean
    // of both orders, within both orders of the dimensions: e stands at 175/3, 100 or
    // (2·50 + 100)/3 = 200/3, (2·100 + 75)/3 = 275/3.
    func income(_ other: Double) -> Double {
      let root = { ($0 * other).squareRoot() }
      return ((root(200.0 / 3) - root(100)) + (root(e) - root(275.0 / 3))) / 2
    }
    #expect(abs(points("income") - (income(100) + income(f)) / 2) < 1e-12)
  }

  /// A world of three levels with a hole here and there.
  private func tree(_ rules: String, wide: Int = 3) -> World {
    let codes = ["ARC", "BEN", "ERE", "LIL", "UTO", "ZEM"]
    var catalogue = "id,dimension,worst,best\n"
    var files: [String: String] = [:]
    let paths = ["one/p", "one/q", "two", "three/r/s", "three"]
    var state: UInt64 = 7
    for (order, path) in paths.enumerated() {
      for leaf in 0..<(order == 2 ? wide : 2) {
        let id = "i\(order)-\(leaf)"
        catalogue += "\(id),\(path),0,100\n"
        var text = "iso3,year,value\n"
        for code in codes {
          state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
          // Nobody lacks the first leaf of a path.
          if leaf == 0 || state >> 33 % 4 > 0 { text += "\(code),2020,\(state >> 40 % 101)\n" }
        }
        files["\(path.split(separator: "/")[0])/\(id).csv"] = text
      }
    }
    return World(
      countries: "iso3,name\n" + codes.map { "\($0),\($0)\n" }.joined(), indicators: catalogue, files: files,
      lens: "dimensions_required = 2\n[aggregation]\n\(rules)\n[weights]\none = 1\ntwo = 2\nthree = 1\n")
  }

  @Test(
    "the parts of every node sum to its own points, under every aggregation and with holes",
    arguments: Aggregation.allCases.filter { $0 != .ratio }) func sums(_ method: Aggregation) throws
  {
    for within in [Aggregation.arithmetic, method] {
      let rules = "dimensions = \"\(method.rawValue)\"\nindicators = \"\(within.rawValue)\""
      let table = try tree(rules).score()
      for first in table.rows {
        for second in table.rows where table.rank(first) != nil {
          guard let whole = Difference(table, first, second) else { continue }
          for (index, node) in table.framework.nodes.enumerated() where !node.children.isEmpty {
            let sum = node.children.reduce(0) { $0 + whole.contributions[$1] }
            #expect(abs(sum - whole.contributions[index]) < 1e-9, "\(node.name)")
          }
          #expect(whole.contributions[0] == whole.total)
        }
      }
    }
  }

  @Test("of more parts than can be switched in every order, two orders still sum to the whole") func wide()
    throws
  {
    let table = try tree("dimensions = \"harmonic\"\nindicators = \"geometric\"", wide: 70).score()
    let (whole, points) = try difference(table, "ARC", "UTO")
    let sum = (0..<70).reduce(0) { $0 + points("i2-\($1)") }
    #expect(abs(sum - points("two")) < 1e-9)
    #expect(points("two") != 0 && whole.total != 0)
  }

  @Test("who is not ranked has no score to differ by") func withheld() throws {
    var small = world("ARC,2020,60\nUTO,2020,40\n", "UTO,2020,80\n")
    small.lens = small.lens.replacing("required = 1", with: "required = 2")
    let table = try small.score()
    #expect(Difference(table, try table.place("ARC"), try table.place("UTO")) == nil)
  }
}
