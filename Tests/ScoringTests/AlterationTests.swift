import Analysis
import Audit
import IndexModel
import Scoring
import Testing

/// Assumptions about the world of `HandWorkedTests`: Utopia 100, Arcadia √3500, Lilliput 10.
@Suite("What would be if") struct AlterationTests {
  private func score(_ changes: [(String, String, Intervention.Change)], _ rules: String = "") throws -> (
    before: ScoreTable, after: ScoreTable
  ) {
    var world = HandWorkedTests.world
    world.lens = rules + "\n" + world.lens
    let before = try world.score()
    let interventions = try changes.map { code, name, change in
      Intervention(
        node: try #require(before.node { $0.name == name }),
        country: before.countries[try before.place(code)], change: change)
    }
    let after = before.cube.score(2020, by: before.lens, with: interventions)
    return (before, after)
  }

  @Test("a value that is set goes through transform, goalposts and means like a figure") func value() throws {
    // income 10 000 → 100; economic (2·100 + 75)/3 = 275/3; index √(275/3·60) = √5500.
    let (before, after) = try score([("ARC", "income", .set(10_000))])
    #expect(abs(try #require(try after.score("economic", of: "ARC")) - 275.0 / 3) < 1e-12)
    #expect(abs(try #require(try after.score(of: "ARC")) - 5500.0.squareRoot()) < 1e-12)
    for code in ["LIL", "UTO"] { #expect(try after.score(of: code) == before.score(of: code)) }
  }

  @Test("what is assumed is marked, has no figure behind it and counts as covered nowhere") func marked()
    throws
  {
    // income carries ½·2/3 = 1/3 of the weight.
    let (_, after) = try score([("ARC", "income", .shift(500))])
    let arcadia = try after.place("ARC")
    let column = try after.column("income")
    #expect(column.cells[arcadia] == .assumed)
    #expect(column.cells[arcadia].word == "assumed")
    #expect(column.values[arcadia] == 1500)
    #expect(after.provenance(column.indicator, arcadia) == nil)
    #expect(after.figures(column.indicator, arcadia).isEmpty)
    #expect(abs(after.coverage(arcadia) - 2.0 / 3) < 1e-12)
    #expect(abs(after.reliability(arcadia).assumed - 1.0 / 3) < 1e-12)
    #expect(after.imputedShare(arcadia) == 0)
    // Below an assumed score nothing counts either: economic is half of the weight.
    let (_, dimension) = try score([("ARC", "economic", .set(10))])
    #expect(abs(dimension.coverage(arcadia) - 0.5) < 1e-12)
  }

  @Test("a score that is shifted stays between 0 and 100, and enters the index") func dimension() throws {
    // Arcadia: 175/3·1.1 and 60; Utopia stays at 100.
    let (_, after) = try score([("ARC", "economic", .scale(1.1)), ("UTO", "food", .shift(10))])
    #expect(abs(try #require(try after.score(of: "ARC")) - (175.0 / 3 * 1.1 * 60).squareRoot()) < 1e-12)
    #expect(try after.score("food", of: "UTO") == 100)
    let arcadia = try after.place("ARC")
    let parts = after.contributions(to: Framework.root, arcadia)
    let income = try #require(after.node { $0.name == "income" })
    #expect(parts[income] == .none, "an assumed score does not come of the parts below it")
  }

  @Test("where countries are compared with each other, an assumption about one moves others")
  func comparison() throws {
    let (before, after) = try score([("ARC", "income", .set(1_000_000))], "normalisation = \"minmax\"")
    let utopia = try before.place("UTO")
    // ln: 100 → 0, 10 000 → 100; once Arcadia has 1 000 000, Utopia is half way.
    #expect(try before.column("income").scores[utopia] == 100)
    #expect(abs(try after.column("income").scores[utopia] - 50) < 1e-12)
  }

  @Test("a value that the transform cannot take is an error and changes nothing") func refused() throws {
    let (before, after) = try score([("ARC", "income", .set(0))])
    #expect(after.findings.all.map(\.identifier) == ["transform"])
    #expect(try after.score(of: "ARC") == before.score(of: "ARC"))
  }

  @Test("without assumptions a score is the same to the last bit") func none() throws {
    let (before, after) = try score([])
    for place in before.rows { #expect(before.score(place)?.bitPattern == after.score(place)?.bitPattern) }
  }

  @Test("who passes whom, who moves and what becomes of the world are worked by hand") func crossings() throws
  {
    // Lilliput: economic 100, food 100: level with Utopia, past Arcadia.
    let (before, after) = try score([("LIL", "economic", .set(100))])
    let alteration = Alteration(before: before, after: after)
    let (arcadia, lilliput) = (try before.place("ARC"), try before.place("LIL"))
    #expect(alteration.subjects == [lilliput])
    #expect(alteration.rise(lilliput) == 2 && alteration.rise(arcadia) == -1)
    #expect(alteration.moved == [arcadia])
    let crossing = try #require(alteration.crossings.first)
    #expect(alteration.crossings.count == 1, "to draw level is not to pass")
    #expect(crossing.ahead == lilliput && crossing.behind == arcadia)
    #expect(abs(crossing.gapBefore - (10 - 3500.0.squareRoot())) < 1e-12)
    #expect(abs(crossing.gapAfter - (100 - 3500.0.squareRoot())) < 1e-12)
    #expect(alteration.traces.map(\.scoreBefore) == [0])
    #expect(alteration.traces.map(\.scoreAfter) == [100])
  }

  @Test("the world's score moves by the share of people times the change") func world() throws {
    var world = HandWorkedTests.world
    world.indicators = world.indicators.replacing("people", with: "population")
    world.files["population.csv"] = "iso3,year,value\nARC,2020,3000\nLIL,2020,1000\n"
    world.lens = world.lens.replacing("required = 2", with: "required = 1")
    let before = try world.score()
    let node = try #require(before.node { $0.name == "economic" })
    let lilliput = before.countries[try before.place("LIL")]
    let after = before.cube.score(
      2020, by: before.lens, with: [Intervention(node: node, country: lilliput, change: .set(100))])
    let scores = Alteration(before: before, after: after).world
    let (old, new) = (try #require(scores.before), try #require(scores.after))
    // A quarter of the people; Lilliput rises from √(1·f) to √(100·f), f its food score.
    let rise = try #require(try after.score(of: "LIL")) - #require(try before.score(of: "LIL"))
    #expect(abs(new - old - rise / 4) < 1e-9 && rise > 1)
  }

  @Test("a quantile is taken in the direction of security, between neighbours in proportion") func quantile()
    throws
  {
    // jobless, the least secure first: 20, 5, 0.
    let table = try HandWorkedTests.world.score()
    let node = try #require(table.node { $0.name == "jobless" })
    #expect(table.quantile(0, of: node) == 20)
    #expect(table.quantile(0.5, of: node) == 5)
    #expect(table.quantile(0.75, of: node) == 2.5)
    #expect(table.quantile(1, of: node) == 0)
    let food = try #require(table.node { $0.name == "food" })
    #expect(table.quantile(0.5, of: food) == 100, "scores 60, 100, 100")
  }

  @Test("every figure behind a mean or a change is told, with its denominator") func figures() throws {
    var world = HandWorkedTests.world
    world.indicators = """
      id,dimension,worst,best,denominator,per,mean_over,change_over
      income,economic,100,10000,,,,
      jobless,economic,200,-100,,,,2
      famine-deaths,food,10,0,people,100000,3,
      people,,,,,,,

      """
    world.files["food/famine-deaths.csv"] =
      "iso3,year,value\nARC,2018,10\nARC,2020,40\nLIL,2020,0\nLIL,2019,0\n"
    world.files["economic/jobless.csv"] = "iso3,year,value\nARC,2018,4\nARC,2020,5\nARC,2019,9\n"
    world.files["people.csv"] = "iso3,year,value\nARC,2017,1000\nARC,2020,1000\nLIL,2019,1\n"
    let table = try world.score()
    let arcadia = try table.place("ARC")
    let deaths = table.figures(try table.column("famine-deaths").indicator, arcadia)
    #expect(deaths.map(\.year) == [2018, 2020])
    #expect(deaths.map(\.figure) == [10, 40])
    #expect(deaths.map(\.place.line) == [2, 3])
    #expect(deaths.map { $0.denominators.first?.line } == [2, 3], "2017 is the nearest before 2018")
    let jobless = table.figures(try table.column("jobless").indicator, arcadia)
    #expect(jobless.map(\.year) == [2018, 2020])
    #expect(jobless.map(\.place.line) == [2, 3])
  }
}
