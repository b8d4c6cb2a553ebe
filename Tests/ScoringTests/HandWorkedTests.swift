import IndexModel
import Scoring
import Testing

/// One invented world whose scores are worked out by hand.
///
/// Arcadia, 2020:
///   income 1000, log goalposts 100 → 10 000: (ln 1000 − ln 100)/(ln 10 000 − ln 100) = 1/2 → 50
///   jobless 5 %, goalposts 20 → 0: (5 − 20)/(0 − 20) = 3/4 → 75
///   economic, arithmetic, income weighs 2 and jobless 1: (2·50 + 75)/3 = 175/3
///   famine deaths 40 in 1 000 000 people, per 100 000: 4; goalposts 10 → 0: 6/10 → 60
///   food = 60
///   index, geometric, equal weights: √(175/3 · 60) = √3500
@Suite("A world worked by hand") struct HandWorkedTests {
  static let world = World(
    indicators: """
      id,dimension,unit,worst,best,transform,denominator,per
      income,economic,$,100,10000,log,,
      jobless,economic,%,20,0,none,,
      famine-deaths,food,per 100 000,10,0,none,people,100000
      people,,people,,,none,,

      """,
    files: [
      "economic/income.csv": "iso3,year,value\nARC,2020,1000\nLIL,2020,100\nUTO,2020,10000\n",
      "economic/jobless.csv": "iso3,year,value\nARC,2020,5\nLIL,2020,20\nUTO,2018,0\n",
      "food/famine-deaths.csv": "iso3,year,value\nARC,2020,40\nLIL,2020,0\nUTO,2020,0\n",
      "people.csv": "iso3,year,value\nARC,2020,1000000\nLIL,2019,500\nUTO,2020,10\n",
    ],
    lens: """
      carry_forward = 5
      dimensions_required = 2
      [weights]
      economic = 1
      food = 1
      [indicator_weights]
      income = 2
      """)

  @Test("each step of Arcadia's score is the one worked out by hand") func arcadia() throws {
    let table = try Self.world.score()
    let arcadia = try table.place("ARC")
    #expect(abs(try table.column("income").scores[arcadia] - 50) < 1e-12)
    #expect(try table.column("jobless").scores[arcadia] == 75)
    #expect(try table.column("famine-deaths").values[arcadia] == 4)
    #expect(try table.column("famine-deaths").scores[arcadia] == 60)
    #expect(abs(try #require(try table.score("economic", of: "ARC")) - 175.0 / 3) < 1e-12)
    #expect(try table.score("food", of: "ARC") == 60)
    #expect(abs(try #require(try table.score(of: "ARC")) - 3500.0.squareRoot()) < 1e-12)
  }

  @Test("a score of 0 enters a geometric mean as the floor of 1") func floor() throws {
    // Lilliput: economic 0 → floor 1, food 100: √(1·100) = 10.
    let table = try Self.world.score()
    #expect(try table.score("economic", of: "LIL") == 0)
    #expect(abs(try #require(try table.score(of: "LIL")) - 10) < 1e-12)
  }

  @Test("ranks follow the unrounded scores, best first") func ranks() throws {
    let table = try Self.world.score()
    #expect(table.order.map { table.country($0).code.description } == ["UTO", "ARC", "LIL"])
    #expect(table.order.map { table.rank($0) } == [1, 2, 3])
  }

  @Test("every value leads back to the file and line of its figure and of its denominator") func provenance()
    throws
  {
    let table = try Self.world.score()
    let id = try #require(IndicatorID("famine-deaths"))
    let deaths = try #require(table.framework.indicator(id))
    let lilliput = try table.place("LIL")
    #expect(table.provenance(deaths, lilliput) == Provenance(file: "food/famine-deaths.csv", line: 3))
    #expect(table.denominators(deaths, lilliput) == [Provenance(file: "people.csv", line: 3)])
  }

  @Test("a figure of an earlier year is carried forward and says its age") func carried() throws {
    let table = try Self.world.score()
    let jobless = try table.column("jobless")
    let utopia = try table.place("UTO")
    #expect(jobless.cells[utopia] == .carried(age: 2))
    #expect(jobless.years[utopia] == 2018)
  }

  @Test("the points of the indicators sum to the dimension's score, and its parts to the index")
  func contributions() throws {
    let table = try Self.world.score()
    for country in table.rows {
      for dimension in table.dimensions + [Framework.root] {
        let shares = table.contributions(to: dimension, country)
        let leaves = table.framework.leaves(below: dimension)
        let sum = leaves.reduce(0) { $0 + shares[$1].points }
        let score = try #require(table.score(dimension, country))
        #expect(abs(sum - score) < 1e-12)
        #expect(abs(leaves.reduce(0) { $0 + shares[$1].weight } - 1) < 1e-12)
      }
    }
  }
}
