import Analysis
import Audit
import IndexModel
import Scoring
import Testing

@Suite("What is said of a country of the shipped figures") struct LeverClaimTests {
  /// The default lens, one without estimates, and one whose weights depend on all countries.
  static let lenses = ["undp-1994", "equal-indicators", "pca"]

  @Test(
    "a lever gains what hsi whatif --set of the same value gains, to 1e-9", arguments: lenses,
    ["KEN", "NOR", "AFG", "TUV"]) func again(_ lens: String, _ code: String) throws
  {
    let tables = try #require(try ShippedWorld.shared().tables[2023])
    let table = try #require(tables.first { $0.lens.name == lens })
    let row = try #require(table.row(code))
    let peers = Peers(of: row, in: table)
    guard let levers = Levers(table, row, peers, to: .bestQuarter) else {
      #expect(table.rank(row) == nil)
      return
    }
    #expect(!levers.levers.isEmpty)
    for lever in levers.levers + [levers.together].compactMap(\.self) {
      let after = table.cube.score(
        table.year, by: table.lens,
        with: lever.raised.map {
          Intervention(node: $0.node, country: table.countries[row], change: .set($0.target))
        }, isRanked: false)
      let points = try #require(after.score(Framework.root, row)) - (try #require(table.score(row)))
      #expect(abs(points - lever.points) < 1e-9, "\(table.name(lever.raised[0].node))")
      guard table.lens.scoresAreComparableOverYears else { continue }
      #expect(lever.overtaken.count == lever.ranks && lever.passing.isEmpty)
      let own = try #require(table.score(row)) + lever.points
      let above = table.ranked.filter { $0 != row && (table.score($0) ?? 0) > own }
      #expect(table.rank(row) == 1 + above.count + lever.ranks)
    }
    let listed =
      levers.levers.flatMap(\.raised).map(\.node) + levers.idle + levers.attained + levers.unknown.map(\.node)
    #expect(listed.sorted() == table.weighedLeaves.sorted(), "each indicator stands in one list")
  }

  @Test("intervals within the group of all are those among all, and a country alone is first") func group()
    throws
  {
    let table = try #require(try ShippedWorld.shared().tables[2023]?.first)
    let intervals = try #require(RankIntervals(table))
    let all = intervals.within(table.ranked, rows: table.countries.count)
    for (row, own) in zip(intervals.countries, intervals.intervals) {
      #expect(all[row]?.low == own.low && all[row]?.high == own.high)
    }
    let one = intervals.within([table.ranked[5]], rows: table.countries.count)
    #expect(one[table.ranked[5]]?.low == 1 && one[table.ranked[5]]?.high == 1)
    #expect(one.count { $0 != nil } == 1)
  }
}
