import IndexModel
import Scoring
import Testing

@Suite("Countries beside their neighbourhood") struct NeighbourhoodTests {
  static func table(_ figures: String, people: String, borders: [String]) throws -> ScoreTable {
    let world = World(
      countries: "iso3,name\nARC,Arcadia\nLIL,Lilliput\nTHU,Thule\nUTO,Utopia\n",
      indicators: "id,dimension,worst,best\nx,d,0,100\npopulation,,,\n",
      files: ["d/x.csv": "iso3,year,value\n" + figures, "population.csv": "iso3,year,value\n" + people],
      lens: "[weights]\nd = 1\n", borders: borders)
    return try world.score()
  }

  static let people = "LIL,2020,1\nUTO,2020,3\nARC,2020,2\n"
  static let figures = "ARC,2020,80\nLIL,2020,20\nUTO,2020,40\nTHU,2020,50\n"

  @Test("the gap is own score less the neighbours' mean, the widest first") func gap() throws {
    let table = try Self.table(Self.figures, people: Self.people, borders: ["ARC-LIL", "ARC-UTO"])
    let all = table.neighbourhoods()
    #expect(all.map { table.country($0.country).code.description } == ["ARC", "UTO", "LIL"])
    // (20 + 40)/2 = 30; by people (1·20 + 3·40)/4 = 35. Utopia 40 − 80, Lilliput 20 − 80.
    #expect(all.map(\.gap) == [50, -40, -60])
    #expect(all[0].mean == 30 && all[0].meanByPopulation == 35)
    #expect(all[0].least.map { table.country($0).name } == "Lilliput")
  }

  @Test("less than half of the neighbours ranked is no neighbourhood to compare with") func few() throws {
    let table = try Self.table(
      "ARC,2020,80\nTHU,2020,50\n", people: Self.people, borders: ["ARC-LIL", "ARC-UTO", "ARC-THU"])
    let arcadia = try #require(table.neighbourhoods().first { $0.country == RowIndex(0) })
    #expect(arcadia.mean == nil && arcadia.gap == nil && arcadia.score == 80)
    #expect(arcadia.ranked.count == 1 && arcadia.neighbours.count == 3)
  }

  @Test("a neighbour of unknown population leaves the mean by people out, not the plain one")
  func unknownPeople() throws {
    let table = try Self.table(Self.figures, people: "LIL,2020,1\n", borders: ["ARC-LIL", "ARC-UTO"])
    let arcadia = try #require(table.neighbourhoods().first)
    #expect(arcadia.meanByPopulation == nil && arcadia.mean == 30)
  }
}
