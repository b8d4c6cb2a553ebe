import Analysis
import IndexModel
import Scoring
import Testing

/// Statistics and correlations of an indicator, by hand.
@Suite("The profile of an indicator") struct IndicatorProfileTests {
  /// Five countries: a and b in one dimension, c and d in another; e counts people.
  private static func world(b: [Int] = [20, 10, 40, 30, 50], c: [Int] = [10, 20, 30, 40, 60]) -> World {
    let codes = ["ARC", "BEN", "ERE", "LIL", "UTO"]
    func file(_ values: [Int], years: [Int] = [2020, 2020, 2020, 2020, 2020]) -> String {
      "iso3,year,value\n" + zip(zip(codes, values), years).map { "\($0.0),\($1),\($0.1)\n" }.joined()
    }
    return World(
      countries: "iso3,name\n" + codes.map { "\($0),\($0)\n" }.joined(),
      indicators: """
        id,dimension,worst,best
        a,health,0,100
        b,health,0,100
        c,food,0,100
        population,,,

        """,
      files: [
        "health/a.csv": file([0, 10, 20, 30, 100], years: [2020, 2019, 2018, 2018, 2020]),
        "health/b.csv": file(b), "food/c.csv": file(c), "population.csv": file([1, 1, 2, 4, 2]),
      ], lens: "[weights]\nhealth = 1\nfood = 1\n[indicator_weights]\na = 3\n")
  }

  private static func profile(_ id: String, _ table: ScoreTable) throws -> IndicatorProfile {
    IndicatorProfile(table, try index(id, table))
  }

  private static func index(_ id: String, _ table: ScoreTable) throws -> IndicatorIndex {
    try #require(IndicatorID(id).flatMap { table.framework.indicator($0) })
  }

  @Test("values are spread as by hand, and the ages are those at the year") func spread() throws {
    let table = try Self.world().score()
    let a = try Self.profile("a", table)
    let spread = try #require(a.spread)
    #expect(spread.count == 5 && spread.least.value == 0 && spread.greatest.value == 100)
    #expect(spread.greatest.countries.map { table.country($0).code.description } == ["UTO"])
    #expect([spread.lowerQuartile, spread.median, spread.upperQuartile, spread.mean] == [10, 20, 30, 32])
    // Ages 0, 1, 2, 2, 0.
    #expect(a.medianAge == 1 && a.years == 2018...2020)
    #expect(a.weight == 0.75 && a.effectiveWeight == 0.375)
    let ends = try #require(a.ends)
    #expect((ends.scored, ends.worst, ends.best) == (5, 1, 1))
  }

  @Test("coverage is a share of people where the population is there") func people() throws {
    var world = Self.world()
    world.files["health/b.csv"] = "iso3,year,value\nARC,2020,1\nLIL,2020,2\n"
    #expect(try Self.profile("b", world.score()).populationShare == 0.5)
    world.indicators = world.indicators.replacing("population,,,\n", with: "")
    #expect(try Self.profile("b", world.score()).populationShare == nil)
  }

  @Test("what is only divided by has values and no scores") func denominator() throws {
    let people = try Self.profile("population", Self.world().score())
    #expect(people.leaf == nil && people.ends == nil && people.goalposts == nil)
    #expect(people.spread?.median == 2 && people.effectiveWeight == 0)
  }

  @Test("without figures there is nothing to say of values") func noFigures() throws {
    let (cube, lens) = (try Self.world().cube(), try Self.world().judgements())
    var series = cube.series
    series[0] = Series(FigureBlock(countryCount: cube.countries.count, years: nil, files: []))
    let less = ObservationCube(countries: cube.countries, framework: cube.framework, series: series)
    let table = less.score(2020, by: lens)
    let a = try Self.profile("a", table)
    #expect(a.years == nil && a.spread == nil && a.ends == nil && a.medianAge == nil && a.values.isEmpty)
    #expect(a.populationShare == 0 && a.weight == 0.75)
    #expect(try ScoreCompanions(table, Self.index("a", table)) == nil)
  }

  @Test("its own dimension is taken without it, the others as they are") func companions() throws {
    let table = try Self.world().score()
    let a = try #require(ScoreCompanions(table, Self.index("a", table)))
    // Without a the dimension is b: the ranks 2, 1, 4, 3, 5 against 1 to 5, Σd² = 4, 1 − 24/120.
    #expect(a.own == 0 && abs((a.dimensions[0].spearman ?? 0) - 0.8) < 1e-12)
    #expect(a.dimensions[1].spearman == 1)
    #expect(a.nearest?.correlation.spearman == 1)
    #expect(a.elsewhere(by: 0.19) == 1 && a.elsewhere(by: 0.21) == nil)
    let c = try #require(ScoreCompanions(table, Self.index("c", table)))
    #expect(c.dimensions[1].spearman == nil, "food has nothing else")
    #expect(c.elsewhere(by: 0) == nil)
  }

  @Test("what is constant, or known of two countries alone, has no correlation") func none() throws {
    let constant = try Self.world(b: [7, 7, 7, 7, 7]).score()
    let b = try #require(ScoreCompanions(constant, Self.index("b", constant)))
    #expect(b.index.pearson == nil && b.index.spearman == nil && b.nearest == nil)
    var world = Self.world()
    world.files["health/b.csv"] = "iso3,year,value\nARC,2020,1\nLIL,2020,2\n"
    let table = try world.score()
    let two = try #require(ScoreCompanions(table, Self.index("b", table)))
    #expect(two.index.countries == 2 && two.index.spearman == nil)
  }
}
