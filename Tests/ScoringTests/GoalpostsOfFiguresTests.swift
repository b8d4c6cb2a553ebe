import Diagnostics
import IndexModel
import Scoring
import Testing

@Suite("A direction in place of goalposts") struct GoalpostsOfFiguresTests {
  private let figures = [
    // Of all years the least is 10 and the greatest 50.
    "food/harvest.csv": "iso3,year,value\nARC,2019,10\nARC,2020,20\nLIL,2020,30\nUTO,2018,50\nUTO,2020,40\n",
    "food/hunger.csv": "iso3,year,value\nARC,2020,8\nLIL,2020,4\nUTO,2020,2\n",
  ]
  private let catalogue = "id,dimension,direction\nharvest,food,more\nhunger,food,less\n"

  private func table(_ lens: String = "", indicators: String? = nil) throws -> ScoreTable {
    let world = World(
      indicators: indicators ?? catalogue, files: figures,
      lens: lens + "dimensions_required = 1\n[weights]\nfood = 1.0\n")
    var findings = Findings()
    let cube = try world.cube().withGoalpostsOfFigures(in: "indicators.csv", into: &findings)
    if findings.hasErrors { throw World.Broken(findings: findings) }
    return cube.score(2020, by: try world.judgements())
  }

  @Test("takes the least and the greatest value of all years and countries") func ends() throws {
    // Harvest in 2020: (20 − 10)/40, (30 − 10)/40 and (40 − 10)/40 of 100; hunger, of which less is better:
    // (8 − 8)/(8 − 2), (8 − 4)/6 and (8 − 2)/6.
    let table = try table()
    let scores = table.columns.map { $0?.scores ?? [] }
    #expect(scores[0] == [25, 50, 75])
    #expect(zip(scores[1], [0, 400.0 / 6, 100]).allSatisfy { abs($0 - $1) < 1e-12 })
    #expect(table.columns[0]?.goalposts == Goalposts(worst: 10, best: 50))
    #expect(table.columns[1]?.goalposts == Goalposts(worst: 8, best: 2))
  }

  @Test("is all that a comparison of the countries of a year takes") func compared() throws {
    let table = try table("normalisation = \"minmax\"\n")
    let scores = table.columns.flatMap { $0?.scores ?? [] }
    #expect(zip(scores, [0, 50, 100, 0, 400.0 / 6, 100]).allSatisfy { abs($0 - $1) < 1e-12 })
  }

  @Test(
    "is an error beside goalposts, without two values, and of another word",
    arguments: [
      ("id,dimension,worst,best,direction\nharvest,food,1,2,more\n", "both given"),
      ("id,dimension,direction\nharvest,food,up\n", "unknown direction \"up\""),
      ("id,dimension,direction,files\nharvest,food,more,food/none.csv\n", "no two different values"),
      ("id,dimension,direction\nharvest,food,\n", "needs both worst and best, or a direction"),
    ]) func wrong(_ indicators: String, _ told: String) throws
  {
    do {
      _ = try table(indicators: indicators)
      Issue.record("nothing was told of \(indicators)")
    } catch let broken as World.Broken {
      #expect(broken.findings.all.contains { $0.message.contains(told) }, "\(broken.findings.all)")
    }
  }
}
