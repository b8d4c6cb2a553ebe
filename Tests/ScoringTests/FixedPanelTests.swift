import IndexModel
import Scoring
import Testing

/// A country whose second indicator begins in the second year: by it alone the score changes.
@Suite("A fixed panel of years") struct FixedPanelTests {
  private static let world = World(
    indicators: "id,dimension,worst,best\na,one,0,100\nb,one,0,100\n",
    files: [
      "one/a.csv": "iso3,year,value\nARC,2010,40\nARC,2020,50\nLIL,2010,10\nLIL,2020,20\n",
      "one/b.csv": "iso3,year,value\nARC,2020,90\nLIL,2010,30\nLIL,2020,30\n",
    ], lens: "carry_forward = 5\ndimensions_required = 1\n[weights]\none = 1\n")

  /// All: 40 to (50 + 90) / 2 = 70. Fixed: 40 to 50, so that 20 of the 30 points are coverage.
  @Test("a figure that begins counts in no year, one that both years have counts in both") func fixed() throws
  {
    let (cube, lens) = (try Self.world.cube(), try Self.world.judgements())
    let all = [2010, 2020].map { cube.score($0, by: lens) }
    let panel = FixedPanel(all)
    let fixed = [2010, 2020].map { cube.score($0, by: lens, within: panel) }
    #expect(try all.map { try $0.score(of: "ARC") } == [40, 70])
    #expect(try fixed.map { try $0.score(of: "ARC") } == [40, 50])
    #expect(try fixed.map { try $0.score(of: "LIL") } == all.map { try $0.score(of: "LIL") })
    let row = try fixed[1].place("ARC")
    #expect(try fixed[1].column("b").cells[row] == .absent(.outsidePanel))
  }

  @Test("a lens by whose rules others' values enter allows none") func allowed() throws {
    func allows(_ rules: String) throws -> Bool {
      var world = Self.world
      world.lens = rules + world.lens
      return try world.judgements().allowsFixedPanel
    }
    #expect(try allows(""))
    #expect(try allows("impute = \"node_mean\"\n"))
    #expect(try !allows("impute = \"regression\"\n"))
    #expect(try !allows("impute = \"region_median\"\n"))
    #expect(try !allows("normalisation = \"minmax\"\n"))
  }
}
