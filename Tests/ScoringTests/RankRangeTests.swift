import Analysis
import IndexModel
import Scoring
import Testing

@Suite("Ranges of ranks") struct RankRangeTests {
  /// Three countries, by two indicators in one component of the only dimension.
  private var world: World {
    World(
      indicators: "id,dimension,worst,best\nbread,food/supply,0,100\nmilk,food/supply,0,100\n",
      files: [
        "food/bread.csv": "iso3,year,value\nARC,2020,90\nLIL,2020,50\nUTO,2020,40\n",
        "food/milk.csv": "iso3,year,value\nARC,2020,10\nLIL,2020,45\nUTO,2020,60\n",
      ], lens: "dimensions_required = 1\n[weights]\nfood = 1\n")
  }

  @Test("where the only dimension has one component, its parts are left out: no rank is without a range")
  func nested() throws {
    let table = try world.score()
    let ranges = RankRange.leavingOutEachDimension(table)
    // All: 50, 47.5, 50; bread alone 90, 50, 40; milk alone 10, 45, 60.
    #expect(ranges[try table.place("ARC")] == RankRange(best: 1, worst: 3))
    #expect(ranges[try table.place("LIL")] == RankRange(best: 2, worst: 3))
    #expect(ranges[try table.place("UTO")] == RankRange(best: 1, worst: 3))
  }

  @Test("among some countries, both the rank and its range count among these") func among() throws {
    let table = try world.score()
    let two = [try table.place("LIL"), try table.place("UTO")]
    let ranges = RankRange.leavingOutEachDimension(table, among: two)
    #expect(ranges[two[0]] == RankRange(best: 1, worst: 2) && ranges[two[1]] == RankRange(best: 1, worst: 2))
    #expect(ranges[try table.place("ARC")] == nil)
  }
}
