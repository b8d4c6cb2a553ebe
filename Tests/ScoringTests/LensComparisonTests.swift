import Analysis
import Diagnostics
import Audit
import Foundation
import IndexModel
import Ingest
import Scoring
import Tabular
import Testing

/// Two dimensions under two lenses, one of which weighs a three times, the other b:
///
///         a    b    3:1        1:3
///   ARC  80   20   65   (1)   35   (3)
///   LIL  50   50   50   (2)   50   (2)
///   UTO  20   90   37.5 (3)   72.5 (1)
///   NOR 100    –   withheld   100 where one dimension is enough
@Suite("Lenses compared") struct LensComparisonTests {
  private static func world(_ lens: String) -> World {
    World(
      countries: "iso3,name\nARC,Arcadia\nLIL,Lilliput\nNOR,Norway\nUTO,Utopia\n",
      indicators: "id,dimension,worst,best\nx,a,0,100\ny,b,0,100\n",
      files: [
        "a/x.csv": "iso3,year,value\nARC,2020,80\nLIL,2020,50\nNOR,2020,100\nUTO,2020,20\n",
        "b/y.csv": "iso3,year,value\nARC,2020,20\nLIL,2020,50\nUTO,2020,90\n",
      ], lens: lens + "[aggregation]\ndimensions = \"arithmetic\"\n[weights]\n")
  }

  private static func comparison() throws -> LensComparison {
    var (one, other) = (world(""), world("dimensions_required = 1\n"))
    one.lens += "a = 3\nb = 1\n"
    other.lens += "a = 1\nb = 3\n"
    let pairs = LensComparison.pairs([try one.score(), try other.score()])
    #expect(pairs.count == 1)
    return try #require(pairs.first)
  }

  @Test("ranks are those among the countries that both rank, the widest apart first") func ranks() throws {
    let comparison = try Self.comparison()
    #expect(comparison.spearman == -1 && comparison.kendall == -1)
    #expect(comparison.shifts.map(\.country.value) == [0, 3, 1])
    #expect(comparison.shifts.map(\.first) == [1, 3, 2])
    #expect(comparison.shifts.map(\.second) == [3, 1, 2])
    #expect(comparison.meanShift == 4.0 / 3)
  }

  @Test("the cause is the dimension whose weighted distance from the average changes most") func cause()
    throws
  {
    // Means 50 and 160/3. ARC in a: 22.5 and 7.5; in b: −25/3 and −25. UTO in b: 55/6 and 27.5.
    let shifts = try Self.comparison().shifts
    for (shift, lifts) in [(shifts[0], (-25.0 / 3, -25.0)), (shifts[1], (55.0 / 6, 27.5))] {
      let cause = try #require(shift.cause)
      #expect(cause.dimension.value == 3, "b")
      #expect(abs(cause.first - lifts.0) < 1e-12 && abs(cause.second - lifts.1) < 1e-12)
    }
    #expect(shifts[2].cause == nil)
  }

  @Test("every lens meets every other once") func pairs() throws {
    var world = Self.world("")
    world.lens += "a = 1\nb = 1\n"
    let table = try world.score()
    #expect(LensComparison.pairs([table, table, table, table]).count == 6)
    #expect(LensComparison.pairs([table]).isEmpty)
  }

  @Test("equal-indicators gives every indicator of the seven dimensions the same effective weight")
  func equalIndicators() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let text = { (path: String) in
      SourceText(name: path, bytes: Array(try Data(contentsOf: root.appending(path: path))))
    }
    var findings = Findings()
    let framework = CatalogueReader.read(try text("Data/indicators.csv"), into: &findings)
    let lens = try #require(
      LensReader.read(
        try text("Weights/equal-indicators.toml"), name: "equal-indicators", framework: framework,
        into: &findings))
    #expect(!findings.hasErrors)
    let countries = CountryTable.read(
      SourceText(name: "countries.csv", "iso3,name\nNOR,Norway\n"), into: &findings)
    let cube = CubeReader.read(framework, countries: countries, texts: [:], into: &findings)
    let weights = cube.score(2020, by: lens).effectiveWeights
    let scored = framework.indicators.count { $0.dimension != nil && $0.dimension?.dimension != "state" }
    var counted = 0
    for (node, weight) in zip(framework.nodes, weights) {
      guard let indicator = node.indicator else { continue }
      let isState = framework.indicators[indicator].dimension?.dimension == "state"
      #expect(abs(weight - (isState ? 0 : 1 / Double(scored))) < 1e-15, "\(node.name)")
      counted += isState ? 0 : 1
    }
    #expect(counted == scored && scored > 40)
  }
}
