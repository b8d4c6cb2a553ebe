import Analysis
import IndexModel
import Scoring
import Testing

@Suite("Own burden beside the neighbours'") struct SecurityDilemmaTests {
  static func dilemma(_ figures: String, borders: [String]) throws -> SecurityDilemma {
    let cube = try NeighbourTests.world("mean,,", figures: figures, borders: borders).cube()
    return SecurityDilemma(
      cube, indicator: IndicatorIndex(0), countries: Array(cube.countryIndices), years: 2018...2021,
      carryForward: 10)
  }

  /// Arcadia borders Lilliput and Utopia.
  static let figures = """
    ARC,2018,1
    ARC,2019,2
    ARC,2020,3
    ARC,2021,2.5
    LIL,2018,1
    LIL,2019,2
    LIL,2020,1
    LIL,2021,1
    UTO,2018,2
    UTO,2019,3
    UTO,2020,6

    """

  @Test("a year is compared with the year before, over the neighbours that have figures of both") func years()
    throws
  {
    let dilemma = try Self.dilemma(Self.figures, borders: ["ARC-LIL", "ARC-UTO"])
    let arcadia = try #require(dilemma.countries.first)
    #expect(arcadia.points.map(\.own) == [1, 2, 3, 2.5])
    #expect(arcadia.points.map(\.neighbours) == [1.5, 2.5, 3.5, 1])
    #expect(arcadia.points.map(\.known) == [2, 2, 2, 1])
    #expect(arcadia.points.map(\.ownChange) == [nil, 1, 1, -0.5])
    // 2020: Lilliput −1, Utopia +3. 2021: Utopia has no figure; the mean falls from 3.5 to 1, but
    // Lilliput stays as it was.
    #expect(arcadia.points.map(\.neighboursChange) == [nil, 1, 1, 0])
    #expect(arcadia.points.map(\.course) == [nil, .bothRose, .bothRose, .unchanged])
    #expect(arcadia.compared == 3 && arcadia.years(.bothRose) == 2)
    #expect(arcadia.shareBothRose == 2.0 / 3)
    // (1, 1), (1, 1), (−0.5, 0) lie on a line.
    #expect(abs(try #require(arcadia.correlation) - 1) < 1e-12)
  }

  @Test("the world counts each country's years, and what independence would lead one to expect") func world()
    throws
  {
    let dilemma = try Self.dilemma(Self.figures, borders: ["ARC-LIL", "ARC-UTO"])
    // Arcadia: rose, rose, unchanged. Lilliput: rose, apart, unchanged. Utopia: rose, rose.
    let world = try #require(dilemma.world)
    #expect(world.compared == 8 && world.countries == 3)
    #expect(world.bothRose == 5.0 / 8 && world.bothFell == 0 && world.apart == 1.0 / 8)
    // Own rose in 2 + 1 + 2 of 8, neighbours in 2 + 2 + 2.
    #expect(world.expected == 5.0 / 8 * 6.0 / 8)
  }

  @Test("the correlation is Pearson's of the changes") func correlation() throws {
    // Changes (1, 2), (2, 4), (3, 3): means 2 and 3, products 1 + 0 + 0, squares 2 and 2: 1/2.
    let figures = """
      ARC,2018,0
      ARC,2019,1
      ARC,2020,3
      ARC,2021,6
      LIL,2018,0
      LIL,2019,2
      LIL,2020,6
      LIL,2021,9

      """
    let dilemma = try Self.dilemma(figures, borders: ["ARC-LIL"])
    #expect(abs(try #require(dilemma.countries.first?.correlation) - 0.5) < 1e-12)
  }

  @Test("figures of less than half of the neighbours compare nothing, and nothing is carried") func few()
    throws
  {
    let dilemma = try Self.dilemma(
      "ARC,2018,1\nARC,2019,2\nLIL,2018,1\nLIL,2019,2\nZEM,2017,5\n",
      borders: ["ARC-LIL", "ARC-UTO", "ARC-ZEM"])
    let arcadia = try #require(dilemma.countries.first)
    #expect(arcadia.compared == 0 && arcadia.shareBothRose == nil && arcadia.correlation == nil)
    #expect(arcadia.points.map(\.neighbours) == [nil, nil, nil, nil])
    #expect(dilemma.countries.map(\.neighbours) == [3, 1, 1, 1])
  }
}
