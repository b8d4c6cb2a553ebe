import IndexModel
import Scoring
import Testing

/// Three countries of two regions, one dimension: a country's score is its value.
///
/// 2020: Arcadia 20 (3 people), Lilliput 80 (1 person), Utopia 50 (4 people), Zembla 90 (unknown).
/// North = (3·20 + 1·80)/4 = 35, of which Arcadia 15 points and Lilliput 20.
/// World = (3·20 + 1·80 + 4·50)/8 = 42.5, of which 7.5, 10 and 25 points.
@Suite("Groups of countries and reliability") struct GroupScoreTests {
  static let world = World(
    countries: """
      iso3,name,region,income_group
      ARC,Arcadia,North,High income
      LIL,Lilliput,North,
      UTO,Utopia,South,High income
      ZEM,Zembla,South,

      """,
    indicators: """
      id,dimension,worst,best
      safety,one,0,100
      peace,two,0,100
      population,,,

      """,
    files: [
      "one/safety.csv": "iso3,year,value\nARC,2020,20\nLIL,2020,80\nUTO,2017,50\nZEM,2020,90\n",
      "two/peace.csv": "iso3,year,value\nARC,2020,20\nLIL,2020,80\nUTO,2020,50\nZEM,2020,90\n",
      "population.csv": "iso3,year,value\nARC,2020,3\nLIL,2018,1\nUTO,2020,4\nZEM,2010,9\n",
    ],
    lens: """
      carry_forward = 5
      dimensions_required = 1
      aggregation = { dimensions = "arithmetic" }
      [weights]
      one = 3
      two = 1
      """)

  private func group(_ name: String, _ grouping: Grouping, _ table: ScoreTable) throws -> GroupScore {
    try #require(table.groups(by: grouping).first { $0.name == name })
  }

  @Test("a region's score is the mean by population, as worked by hand, and its parts sum to it")
  func region() throws {
    let table = try Self.world.score()
    let north = try group("North", .region, table)
    #expect(north.score == 35)
    #expect(north.population == 4)
    #expect(north.covered == 1)
    #expect(north.members.map(\.share) == [0.75, 0.25])
    #expect(north.members.map(\.points) == [15, 20])
    #expect(north.dimensions == [35, 35])
  }

  @Test("the world's score is the mean over all its people") func everyone() throws {
    let world = try group("World", .world, Self.world.score())
    #expect(world.score == 42.5)
    #expect(world.members.map(\.points) == [7.5, 10, 25, nil])
  }

  @Test("a country whose people are not known, or too long ago, is a member without a part")
  func unknownPopulation() throws {
    let table = try Self.world.score()
    let south = try group("South", .region, table)
    #expect(south.score == 50)
    #expect(south.population == 4)
    #expect(south.members.map(\.population) == [4, nil])
    #expect(south.members.map(\.share) == [1, 0])
    #expect(table.score(try table.place("ZEM")) == 90)
  }

  @Test("countries of no group stand together, last") func ungrouped() throws {
    let groups = try Self.world.score().groups(by: .income)
    #expect(groups.map(\.name) == ["High income", ""])
    let scores: [Double?] = [260.0 / 7, 80]
    #expect(groups.map(\.score) == scores)
  }

  @Test("people of a country that is not ranked count against what is covered") func withheld() throws {
    var world = Self.world
    world.lens = world.lens.replacing("dimensions_required = 1", with: "dimensions_required = 2")
    world.files["two/peace.csv"] = "iso3,year,value\nARC,2020,20\nUTO,2020,50\n"
    let table = try world.score()
    let north = try group("North", .region, table)
    #expect(north.covered == 0.75)
    #expect(north.score == 20)
    #expect(north.members.map(\.points) == [20, nil])
    world.files["one/safety.csv"] = "iso3,year,value\nUTO,2020,50\n"
    let empty = try group("North", .region, world.score())
    #expect(empty.covered == 0)
    #expect(empty.score == nil)
    #expect(empty.dimensions == [nil, nil], "Arcadia has one dimension, but is not ranked")
  }

  @Test("reliability: Utopia has 1/4 of its weight of 2020, 3/4 of three years before") func reliability()
    throws
  {
    let table = try Self.world.score()
    let utopia = table.reliability(try table.place("UTO"))
    #expect(utopia.observed == 0.25)
    #expect(utopia.carried == 0.75)
    #expect(utopia.meanAge == 3)
    #expect(utopia.imputed == 0 && utopia.missing == 0)
    let arcadia = table.reliability(try table.place("ARC"))
    #expect(arcadia.observed == 1 && arcadia.meanAge == nil)
    let later = try Self.world.score(2024)
    let old = later.reliability(try later.place("UTO"))
    #expect(old.missing == 0.75)
    #expect(old.carried == 0.25)
    #expect(old.meanAge == 4)
  }

  @Test("what is imputed is neither observed nor missing") func imputed() throws {
    var world = Self.world
    world.lens = "impute = \"region_median\"\nimputed_limit = 1\n" + world.lens
    world.files["one/safety.csv"] = "iso3,year,value\nARC,2020,20\nUTO,2020,50\nZEM,2020,90\n"
    let table = try world.score()
    let lilliput = table.reliability(try table.place("LIL"))
    #expect(lilliput.imputed == 0.75)
    #expect(lilliput.observed == 0.25)
    #expect(lilliput.missing == 0)
  }

  @Test("years are scored in order, each as if alone") func years() throws {
    let cube = try Self.world.cube()
    let lens = try Self.world.judgements()
    let years = Array(2015...2030)
    let scores = cube.score(years, by: lens) { table in table.rows.map { table.score($0) } }
    for (year, scores) in zip(years, scores) {
      let alone = cube.score(year, by: lens)
      #expect(scores == alone.rows.map { alone.score($0) }, "\(year)")
    }
  }

  @Test("figures suffice where indicators of half the weight reach, gaps and small ones apart") func spans()
    throws
  {
    // safety, of weight 3/4: 2017 to 2020; peace, of 1/4: 2020 alone.
    let spans = FigureSpans(try Self.world.cube(), try Self.world.judgements())
    #expect([2016, 2018, 2020].map { spans.weight($0) } == [0, 0.75, 1])
    #expect(!spans.suffice(2021))
    #expect(spans.years == 2017...2020)
  }

  @Test("only goalposts make scores comparable over years") func comparable() throws {
    var world = Self.world
    #expect(try world.judgements().scoresAreComparableOverYears)
    for rule in ["normalisation = \"minmax\"", "aggregation.dimensions = \"copeland\""] {
      world.lens = rule + "\ndimensions_required = 1\n[weights]\none = 1\ntwo = 1\n"
      #expect(try !world.judgements().scoresAreComparableOverYears)
    }
    for scheme in WeightScheme.allCases {
      world.lens = "dimensions_required = 1\nweights = \"\(scheme.rawValue)\"\n"
      #expect(try world.judgements().scoresAreComparableOverYears == (scheme == .equal))
    }
  }
}
