import IndexModel
import Scoring
import Testing

/// Methodology, section 2: one value per country and indicator.
@Suite("From figures to one value") struct DerivationTests {
  /// A world of one indicator, so that each rule stands alone.
  static func world(
    _ rule: String = "none,,,,", figures: String, people: String = "ARC,2020,1000\n", carry: Int = 3,
    posts: String = "0,100"
  ) -> World {
    World(
      indicators: """
        id,dimension,worst,best,transform,denominator,per,mean_over,change_over
        x,d,\(posts),\(rule)
        people,,,,none,,,,

        """, files: ["d/x.csv": "iso3,year,value\n" + figures, "people.csv": "iso3,year,value\n" + people],
      lens: "carry_forward = \(carry)\n[weights]\nd = 1\n")
  }

  static func cell(_ world: World, year: Int = 2020) throws -> (Cell, Double) {
    let table = try world.score(year)
    let column = try table.column("x")
    let arcadia = try table.place("ARC")
    return (column.cells[arcadia], column.values[arcadia])
  }

  @Test("the latest figure within the years carried forward counts, and nothing after the year") func latest()
    throws
  {
    let world = Self.world(figures: "ARC,2017,7\nARC,2018,8\nARC,2021,99\n")
    #expect(try Self.cell(world) == (.carried(age: 2), 8))
    #expect(try Self.cell(world, year: 2021) == (.observed, 99))
    let (cell, value) = try Self.cell(Self.world(figures: "ARC,2016,7\n"))
    #expect(cell == .absent(.tooOld(latest: 2016)))
    #expect(value.isNaN)
    #expect(try Self.cell(Self.world(figures: "LIL,2020,7\n")).0 == .absent(.neverObserved))
  }

  @Test("a ratio takes the denominator of its year, else the nearest earlier one") func ratio() throws {
    let rule = "none,people,100,,"
    #expect(try Self.cell(Self.world(rule, figures: "ARC,2020,50\n")).1 == 5)
    let earlier = Self.world(rule, figures: "ARC,2020,50\n", people: "ARC,2018,500\nARC,2017,1\nARC,2021,1\n")
    #expect(try Self.cell(earlier).1 == 10)
    let tooOld = Self.world(rule, figures: "ARC,2020,50\n", people: "ARC,2016,500\n")
    #expect(try Self.cell(tooOld).0 == .absent(.notDerivable))
  }

  /// 50 of arms beside 150 of care is a quarter of both; without figures of care there is no share.
  @Test("several denominators are added up, the indicator's own series among them") func shareOfSum() throws {
    var world = Self.world("none,x;people,100,,", figures: "ARC,2020,50\n", people: "ARC,2019,150\n")
    let table = try world.score()
    #expect(try Self.cell(world).1 == 25)
    let indicator = try table.column("x").indicator
    #expect(
      table.denominators(indicator, try table.place("ARC")) == [
        Provenance(file: "d/x.csv", line: 2), Provenance(file: "people.csv", line: 2),
      ])
    world.files["people.csv"] = "iso3,year,value\nLIL,2020,1\n"
    #expect(try Self.cell(world).0 == .absent(.notDerivable))
  }

  @Test("a denominator of 0 leaves the cell missing, with a warning at its line") func zeroDenominator()
    throws
  {
    let world = Self.world("none,people,100,,", figures: "ARC,2020,5\n", people: "ARC,2020,0\n")
    let table = try world.score()
    let arcadia = try table.place("ARC")
    #expect(try table.column("x").cells[arcadia] == .absent(.notDerivable))
    let warning = try #require(table.findings.all.first)
    #expect(warning.identifier == "zero-denominator")
    #expect(warning.place?.file == "people.csv")
    #expect(warning.place?.line == 2)
  }

  @Test("a mean needs figures of at least half of its years, also from before those carried") func mean()
    throws
  {
    let rule = "none,,,5,"
    // Five years up to 2020: 2016, 2019 and 2020 are three of five.
    let enough = Self.world(rule, figures: "ARC,2016,1\nARC,2019,2\nARC,2020,6\n", carry: 1)
    #expect(try Self.cell(enough) == (.observed, 3))
    let tooFew = Self.world(rule, figures: "ARC,2015,1\nARC,2019,2\nARC,2020,6\n", carry: 1)
    #expect(try Self.cell(tooFew).0 == .absent(.notDerivable))
  }

  @Test("when the latest year has too few figures for a mean, an earlier year that has enough counts")
  func meanOfEarlierYear() throws {
    let world = Self.world("none,,,3,", figures: "ARC,2016,1\nARC,2017,3\nARC,2020,9\n", carry: 3)
    #expect(try Self.cell(world) == (.carried(age: 3), 2))
  }

  /// Of a world of 6 per thousand as by 100 people; people are counted by the year.
  private static func pooled(_ meanOver: String, figures: String, people: String, enough: String = "")
    -> World
  {
    World(
      indicators: """
        id,dimension,worst,best,mean_over,people,prior,prior_people,enough_people
        x,d,20,0,\(meanOver),people,6,100,\(enough)
        people,,,,,,,,

        """, files: ["d/x.csv": "iso3,year,value\n" + figures, "people.csv": "iso3,year,value\n" + people],
      lens: "carry_forward = 3\n[weights]\nd = 1\n")
  }

  @Test(
    "a rate with a prior is pooled over its years by people, and the fewer these are the nearer the prior")
  func prior() throws {
    // (100·6 + 300·2 + 100·12) / (100 + 300 + 100) = 2400/500.
    let some = Self.pooled("3", figures: "ARC,2018,2\nARC,2020,12\n", people: "ARC,2018,300\nARC,2020,100\n")
    #expect(try Self.cell(some) == (.observed, 4.8))
    // One year of three is enough: (600 + 100·0) / 200, where a mean would want two.
    let one = Self.pooled("3", figures: "ARC,2020,0\n", people: "ARC,2020,100\n")
    #expect(try Self.cell(one).1 == 3)
    // A million people hardly move, and stay on their own side of the prior.
    let many = try Self.cell(Self.pooled("", figures: "ARC,2020,12\n", people: "ARC,2020,1000000\n")).1
    #expect(many < 12 && many > 11.999)
    let none = Self.pooled("3", figures: "ARC,2020,0\n", people: "LIL,2020,100\n")
    #expect(try Self.cell(none).0 == .absent(.notDerivable))
    let empty = Self.pooled("3", figures: "ARC,2020,0\n", people: "ARC,2020,0\n")
    #expect(try Self.cell(empty).0 == .absent(.notDerivable))
  }

  @Test("earlier years count only as far as later ones have too few people") func enoughPeople() throws {
    let (figures, people) = ("ARC,2019,2\nARC,2020,12\n", "ARC,2019,300\nARC,2020,100\n")
    // (600 + 100·12 + 50·2) / (100 + 100 + 50) = 1900/250.
    let some = Self.pooled("3", figures: figures, people: people, enough: "150")
    #expect(try Self.cell(some).1 == 7.6)
    // (600 + 100·12) / 200: the year itself is enough, and alone behind the value.
    let enough = Self.pooled("3", figures: figures, people: people, enough: "100")
    #expect(try Self.cell(enough).1 == 9)
    let table = try enough.score()
    #expect(table.figures(try table.column("x").indicator, try table.place("ARC")).map(\.year) == [2020])
  }

  @Test("behind a pooled rate stand the figures of its years and the people of each") func priorPlaces()
    throws
  {
    let world = Self.pooled("3", figures: "ARC,2018,2\nARC,2020,12\n", people: "ARC,2018,300\nARC,2020,100\n")
    let table = try world.score()
    let figures = table.figures(try table.column("x").indicator, try table.place("ARC"))
    #expect(figures.map(\.year) == [2018, 2020] && figures.map(\.figure) == [2, 12])
    #expect(figures.map { $0.people?.line } == [2, 3] && figures.allSatisfy { $0.denominators.isEmpty })
  }

  @Test("a change is in per cent and needs exactly the year before and a value above 0 there") func change()
    throws
  {
    let rule = "none,,,,10"
    let posts = "-100,100"
    let grown = Self.world(rule, figures: "ARC,2010,40\nARC,2020,30\n", posts: posts)
    #expect(try Self.cell(grown).1 == -25)
    let gap = Self.world(rule, figures: "ARC,2009,40\nARC,2020,30\n", posts: posts)
    #expect(try Self.cell(gap).0 == .absent(.notDerivable))
    let zero = Self.world(rule, figures: "ARC,2010,0\nARC,2020,30\n", posts: posts)
    #expect(try Self.cell(zero).0 == .absent(.notDerivable))
  }

  @Test("the ratio comes before the mean: the mean of rates, not the rate of means") func ratioThenMean()
    throws
  {
    let world = Self.world(
      "none,people,1,2,", figures: "ARC,2019,10\nARC,2020,10\n", people: "ARC,2019,10\nARC,2020,20\n")
    #expect(try Self.cell(world).1 == 0.75)
  }

  @Test(
    "values and goalposts are transformed alike, and clamped at the goalposts",
    arguments: [
      ("none", "0,100", 25.0, 25.0), ("none", "0,100", 140, 100), ("none", "0,100", -9, 0),
      ("none", "100,0", 25, 75), ("sqrt", "0,100", 25, 50), ("log", "1,100", 10, 50),
      ("log1p", "0,99", 9, 50), ("log1p", "99,0", 9, 50),
    ]) func transforms(_ transform: String, _ posts: String, _ value: Double, _ score: Double) throws
  {
    let world = Self.world("\(transform),,,,", figures: "ARC,2020,\(value)\n", posts: posts)
    let table = try world.score()
    let arcadia = try table.place("ARC")
    #expect(abs(try table.column("x").scores[arcadia] - score) < 1e-12)
  }

  @Test("a derived value that the transform cannot take is a data error with file and line")
  func transformOfDerived() throws {
    let world = Self.world("log,people,1,,", figures: "LIL,2020,3\nARC,2020,0\n", posts: "1,2")
    let table = try world.score()
    #expect(table.findings.hasErrors)
    let error = try #require(table.findings.all.first)
    #expect(error.identifier == "transform")
    #expect(error.place?.file == "d/x.csv")
    #expect(error.place?.line == 3)
  }

  @Test("a lens may turn an indicator round by its goalposts") func lensGoalposts() throws {
    var world = Self.world(figures: "ARC,2020,25\n")
    world.lens += "[goalposts]\nx = { worst = 100, best = 0 }\n"
    let table = try world.score()
    let arcadia = try table.place("ARC")
    #expect(try table.column("x").scores[arcadia] == 75)
  }
}
