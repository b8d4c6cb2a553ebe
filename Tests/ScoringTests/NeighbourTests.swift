import IndexModel
import Scoring
import Testing

/// Arcadia borders Lilliput, Utopia and Zembla; Lilliput and Utopia border Arcadia alone and each other
/// not; Thule is an island.
@Suite("Values made of land neighbours' figures") struct NeighbourTests {
  /// A world of one indicator under a rule, such as `mean,,` for neighbours, mean_over, change_over.
  static func world(
    _ rule: String, figures: String, ratio: String = ",", people: String = "ARC,2020,1000\n", carry: Int = 3,
    borders: [String] = ["ARC-LIL", "ARC-UTO", "ZEM-ARC"]
  ) -> World {
    World(
      countries: "iso3,name\nARC,Arcadia\nLIL,Lilliput\nTHU,Thule\nUTO,Utopia\nZEM,Zembla\n",
      indicators: """
        id,dimension,worst,best,denominator,per,plausible_min,neighbours,mean_over,change_over
        x,d,0,100,\(ratio),0,\(rule)
        people,,,,,,,,,

        """, files: ["d/x.csv": "iso3,year,value\n" + figures, "people.csv": "iso3,year,value\n" + people],
      lens: "carry_forward = \(carry)\n[weights]\nd = 1\n", borders: borders)
  }

  static func cell(_ world: World, _ code: String = "ARC") throws -> (Cell, Double) {
    let table = try world.score()
    let column = try table.column("x")
    let place = try table.place(code)
    return (column.cells[place], column.values[place])
  }

  static let three = "ARC,2020,2\nLIL,2020,3\nUTO,2020,1\nZEM,2020,5\n"

  @Test("the mean is that of the neighbours, the country's own figure plays no part") func mean() throws {
    // (3 + 1 + 5)/3; Lilliput's only neighbour is Arcadia.
    #expect(try Self.cell(Self.world("mean,,", figures: Self.three)) == (.observed, 3))
    #expect(try Self.cell(Self.world("mean,,", figures: Self.three), "LIL") == (.observed, 2))
    let without = Self.world("mean,,", figures: "LIL,2020,3\nUTO,2020,1\nZEM,2020,5\n")
    #expect(try Self.cell(without) == (.observed, 3))
  }

  @Test("the share is the country's part of the whole neighbourhood") func share() throws {
    // 100·2/(2 + 3 + 1 + 5) = 200/11
    let value = try Self.cell(Self.world("share,,", figures: Self.three)).1
    #expect(abs(value - 200.0 / 11) < 1e-12)
    // 100·3/(3 + 2)
    let small = try Self.cell(Self.world("share,,", figures: Self.three), "LIL").1
    #expect(abs(small - 60) < 1e-12)
  }

  @Test("the balance is the country's part against its average neighbour, 50 where they are even")
  func balance() throws {
    // 100·2/(2 + 3)
    let value = try Self.cell(Self.world("balance,,", figures: Self.three)).1
    #expect(abs(value - 40) < 1e-12)
    let even = Self.world("balance,,", figures: "ARC,2020,3\nLIL,2020,3\nUTO,2020,1\nZEM,2020,5\n")
    #expect(try Self.cell(even).1 == 50)
  }

  @Test("a neighbour's figure is the nearest at or before the year, within the years carried") func nearest()
    throws
  {
    // Lilliput 2017 is three years old and counts; Utopia 2021 is of a later year, 2018 counts; Zembla
    // 2016 is too old: (4 + 8)/2.
    let figures = "LIL,2017,4\nUTO,2018,8\nUTO,2021,99\nZEM,2016,99\nARC,2020,6\n"
    let world = Self.world("balance,,", figures: figures)
    #expect(try Self.cell(world) == (.observed, 50))
  }

  @Test("a mean is of the latest year in which a neighbour has a figure, and as old as that") func age()
    throws
  {
    let figures = "LIL,2017,4\nUTO,2018,8\nZEM,2010,1\n"
    #expect(try Self.cell(Self.world("mean,,", figures: figures)) == (.carried(age: 2), 6))
  }

  @Test("less than half of the neighbours is too few, half is enough") func half() throws {
    let one = Self.world("mean,,", figures: "LIL,2020,3\n")
    #expect(try Self.cell(one).0 == .absent(.fewNeighbours(known: 1, of: 3)))
    let ofTwo = Self.world("mean,,", figures: "LIL,2020,3\n", borders: ["ARC-LIL", "ARC-UTO"])
    #expect(try Self.cell(ofTwo) == (.observed, 3))
    let none = Self.world("share,,", figures: "ARC,2020,3\n")
    let (cell, _) = try Self.cell(none)
    #expect(cell == .absent(.fewNeighbours(known: 0, of: 3)))
    guard case .absent(let absence) = cell else { return }
    #expect(absence.reason == "figures of 0 of 3 land neighbours, less than half")
  }

  @Test("a country without a land neighbour has no value, and is told why") func island() throws {
    let world = Self.world("share,,", figures: Self.three + "THU,2020,3\n")
    let (cell, value) = try Self.cell(world, "THU")
    #expect(cell == .absent(.noNeighbours))
    #expect(value.isNaN)
    #expect(Absence.noNeighbours.reason == "no land neighbour")
  }

  @Test("a share needs a figure of the country's own, and a neighbourhood that has something") func own()
    throws
  {
    let without = Self.world("share,,", figures: "LIL,2020,3\nUTO,2020,1\n")
    #expect(try Self.cell(without).0 == .absent(.neverObserved))
    let nothing = Self.world("balance,,", figures: "ARC,2020,0\nLIL,2020,0\nUTO,2020,0\n")
    #expect(try Self.cell(nothing).0 == .absent(.notDerivable))
  }

  @Test("the ratio comes before the neighbours, and the neighbours before the mean over years") func order()
    throws
  {
    // Rates per 100: Arcadia 2; Lilliput 10 in 2019, 4 in 2020; Utopia 10/50 = 20 in 2019 and 2020.
    let people = "ARC,2019,100\nLIL,2019,10\nUTO,2018,50\n"
    let figures = "LIL,2019,1\nLIL,2020,0.4\nUTO,2019,10\n"
    let borders = ["ARC-LIL", "ARC-UTO"]
    let plain = Self.world("mean,,", figures: figures, ratio: "people,100", people: people, borders: borders)
    #expect(abs(try Self.cell(plain).1 - (4 + 20) / 2) < 1e-12)
    // 2019: (10 + 20)/2 = 15; 2020: (4 + 20)/2 = 12; over two years 13.5.
    let mean = Self.world("mean,2,", figures: figures, ratio: "people,100", people: people, borders: borders)
    #expect(abs(try Self.cell(mean).1 - 13.5) < 1e-12)
    // 100·(12 − 15)/15
    let change = Self.world(
      "mean,,1", figures: figures, ratio: "people,100", people: people, borders: borders)
    #expect(abs(try Self.cell(change).1 + 20) < 1e-12)
  }

  @Test("every figure that entered can be traced to file and line, its denominator too") func provenance()
    throws
  {
    let world = Self.world(
      "share,,", figures: "ARC,2020,2\nLIL,2019,3\nZEM,2020,5\n", ratio: "people,1",
      people: "ARC,2020,1\nLIL,2018,1\nZEM,2020,5\n")
    let table = try world.score()
    let id = try #require(IndicatorID("x"))
    let indicator = try #require(table.framework.indicator(id))
    let figures = table.neighbourFigures(indicator, try table.place("ARC"))
    #expect(figures.map { table.cube.countries[$0.country].code.description } == ["LIL", "ZEM"])
    #expect(figures.map(\.year) == [2019, 2020])
    #expect(figures.map(\.value) == [3, 1])
    #expect(figures.map(\.place) == [3, 4].map { Provenance(file: "d/x.csv", line: $0) })
    #expect(figures.map(\.others) == [3, 4].map { [Provenance(file: "people.csv", line: $0)] })
    #expect(table.provenance(indicator, try table.place("ARC"))?.line == 2)
  }

  @Test("figures are multiplied by their factors of the year or the nearest before, then divided")
  func factors() throws {
    // Arcadia: 2 % of 300 a head (of 2019) of 10 people, 60. Lilliput: 3 % of 100 of 30, 90. Utopia:
    // 1 % of 50 of 100, 50. Zembla's income is not known. Share: 100·60/(60 + 90 + 50) = 30.
    let world = World(
      countries: "iso3,name\nARC,Arcadia\nLIL,Lilliput\nUTO,Utopia\nZEM,Zembla\n",
      indicators: """
        id,dimension,worst,best,plausible_min,times,per,neighbours
        x,d,0,100,0,income;people,0.01,share
        y,d,0,100,0,income;people,0.01,
        income,,,,,,,
        people,,,,,,,

        """,
      files: [
        "d/x.csv": "iso3,year,value\nARC,2020,2\nLIL,2020,3\nUTO,2020,1\nZEM,2020,5\n",
        "d/y.csv": "iso3,year,value\nARC,2020,2\n",
        "income.csv": "iso3,year,value\nARC,2019,300\nARC,2021,1\nLIL,2020,100\nUTO,2020,50\n",
        "people.csv": "iso3,year,value\nARC,2020,10\nLIL,2020,30\nUTO,2020,100\nZEM,2020,1\n",
      ], lens: "carry_forward = 3\n[weights]\nd = 1\n", borders: ["ARC-LIL", "ARC-UTO", "ARC-ZEM"])
    let table = try world.score()
    let arcadia = try table.place("ARC")
    #expect(abs(try table.column("x").values[arcadia] - 30) < 1e-12)
    #expect(abs(try table.column("y").values[arcadia] - 60) < 1e-12)
    let id = try #require(IndicatorID("x"))
    let indicator = try #require(table.framework.indicator(id))
    let own = [("income.csv", 2), ("people.csv", 2)].map { Provenance(file: $0.0, line: $0.1) }
    #expect(table.factors(indicator, arcadia) == own)
    let lilliput = try #require(table.neighbourFigures(indicator, arcadia).first)
    #expect(lilliput.value == 90 && lilliput.others.map(\.line) == [4, 3])
  }
}
