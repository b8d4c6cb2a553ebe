import Analysis
import Audit
import IndexModel
import Scoring
import Testing

/// Each country by its own best weights. Arcadia 80/20, Lilliput 40/60, Utopia 20/20 in a and b.
///
/// Arcadia takes w = (1/80, 0): 1. Lilliput takes (0, 1/60): 1. Utopia's best keeps both Arcadia and
/// Lilliput at 1: 80u + 20v = 1 = 40u + 60v gives u = 0.01, v = 0.01, so 0.4.
@Suite("Benefit of the doubt, worked by hand") struct BenefitOfTheDoubtTests {
  static func world(_ rules: String = "", _ figures: [[String?]] = figures) -> World {
    var files: [String: String] = [:]
    for (name, column) in zip(["a", "b", "c"], figures) {
      let rows = zip(["ARC", "LIL", "UTO"], column).compactMap { code, value in
        value.map { "\(code),2020,\($0)\n" }
      }
      files["\(name)/\(name).csv"] = "iso3,year,value\n" + rows.joined()
    }
    let names = ["a", "b", "c"].prefix(figures.count)
    return World(
      indicators: "id,dimension,worst,best\n" + names.map { "\($0),\($0),0,100\n" }.joined(), files: files,
      lens: "weights = \"benefit_of_the_doubt\"\n\(rules)\n")
  }
  static let figures: [[String?]] = [["80", "40", "20"], ["20", "60", "20"]]

  @Test("two lead by measures of their own, the third is measured against both") func scores() throws {
    let table = try Self.world().score()
    #expect(try table.score(of: "ARC") == 100)
    #expect(try table.score(of: "LIL") == 100)
    #expect(abs(try #require(try table.score(of: "UTO")) - 40) < 1e-12)
    #expect(try table.rank(table.place("ARC")) == 1 && table.rank(table.place("LIL")) == 1)
    let utopia = try table.place("UTO")
    for dimension in table.dimensions {
      let share = table.contributions(to: Framework.root, utopia)[dimension]
      #expect(abs(share.weight - 0.5) < 1e-12 && abs(share.points - 20) < 1e-12)
      // 100·0.01 points of the index a point of the dimension.
      #expect(abs(try #require(table.ownWeight(dimension, utopia)) - 1) < 1e-12)
    }
  }

  @Test("with every share at a half, points are bound by the worse dimension") func bounds() throws {
    // p each of both: Arcadia against Lilliput p(40/80 + 60/20) ≤ 1: p = 2/7, score 400/7.
    // Lilliput against Arcadia p(80/40 + 20/60) ≤ 1: p = 3/7, score 600/7.
    // Utopia against Lilliput p(40/20 + 60/20) ≤ 1 and against Arcadia the same: p = 1/5, score 40.
    let table = try Self.world("share_min = 0.5").score()
    for (code, score) in [("ARC", 400 / 7.0), ("LIL", 600 / 7.0), ("UTO", 40)] {
      #expect(abs(try #require(try table.score(of: code)) - score) < 1e-12 * 100)
    }
  }

  @Test("a missing dimension is not chosen, and adds nothing to what others are held to") func missing()
    throws
  {
    // Without b, Lilliput has a alone: 40/80. To Utopia, w = (0, 1/20) lets Arcadia be 1 and Lilliput
    // be 0: 1.
    let table = try Self.world("dimensions_required = 1", [["80", "40", "20"], ["20", nil, "20"]]).score()
    #expect(try table.score(of: "LIL") == 50)
    #expect(try table.score(of: "UTO") == 100)
    let shares = table.contributions(to: Framework.root, try table.place("LIL"))
    #expect(table.dimensions.map { shares[$0].weight } == [1, 0])
  }

  @Test("who is withheld holds nobody down, and has no score") func withheld() throws {
    let table = try Self.world("dimensions_required = 2", [["100", "40", "20"], [nil, "60", "20"]]).score()
    #expect(try table.score(of: "ARC") == nil)
    #expect(try table.score(of: "LIL") == 100)
    // Against Lilliput alone: max(20/40, 20/60).
    #expect(abs(try #require(try table.score(of: "UTO")) - 50) < 1e-12)
  }

  @Test("zeros count as the floor, so that shares of them can be formed") func zeros() throws {
    let table = try Self.world("share_min = 0.1", [["0", "0", "0"], ["0", "0", "0"]]).score()
    #expect(table.rows.allSatisfy { table.score($0) == 100 })
  }

  @Test("leaving a dimension out lets each country choose anew") func leftOut() throws {
    // By a alone 100, 50, 25; by b alone 100/3, 100, 100/3.
    let table = try Self.world().score()
    let byA = table.indexScores(dimensionWeights: [1, 0])
    #expect(zip(byA, [100, 50, 25]).allSatisfy { abs($0 - $1) < 1e-12 })
    let ranges = RankRange.leavingOutEachDimension(table)
    #expect(ranges[try table.place("LIL")] == RankRange(best: 1, worst: 2))
    #expect(ranges[try table.place("ARC")] == RankRange(best: 1, worst: 2))
    #expect(ranges[try table.place("UTO")] == RankRange(best: 2, worst: 3))
  }

  @Test("weights are equal where one vector stands for all, and shares are what is shown of it") func shown()
    throws
  {
    let table = try Self.world().score()
    #expect(table.dimensions.map { table.weights[$0] } == [0.5, 0.5])
    #expect(abs(table.dimensions.reduce(0) { $0 + table.meanShare($1) } - 1) < 1e-12)
    #expect(table.coverage(RowIndex(0)) == 1)
    let bound = try Self.world("share_min = 0.5").score()
    #expect(bound.dimensions.allSatisfy { abs(bound.meanShare($0) - 0.5) < 1e-12 })
  }
}
