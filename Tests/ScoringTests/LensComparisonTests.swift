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
      let (first, second) = (try #require(cause.first), try #require(cause.second))
      #expect(abs(first - lifts.0) < 1e-12 && abs(second - lifts.1) < 1e-12)
    }
    #expect(shifts[2].cause == nil)
    // ARC falls by 15 points in a and by 50/3 in b; UTO rises by 15 in a (−22.5 and −7.5), by 55/3 in b.
    let shares = shifts.compactMap(\.cause?.share)
    #expect(abs(shares[0] - 50 / 95) < 1e-12 && abs(shares[1] - 55 / 100) < 1e-12)
  }

  @Test("over random worlds the cause is the greatest part, and mostly it only when more than half")
  func shares() throws {
    var generator = PropertyTests.Generator(state: 11)
    for _ in 0..<40 {
      let names = (0..<12).map { "A" + ["B", "C", "D"][$0 / 4] + ["W", "X", "Y", "Z"][$0 % 4] }
      let dimensions = ["a", "b", "c", "d"]
      var world = World(
        countries: "iso3,name\n" + names.map { "\($0),\($0)\n" }.joined(),
        indicators: "id,dimension,worst,best\n" + dimensions.map { "\($0)1,\($0),0,100\n" }.joined(),
        files: [:], lens: "")
      for dimension in dimensions {
        // One figure in eight is missing.
        let rows = names.filter { _ in Int.random(in: 0..<8, using: &generator) > 0 }.map {
          "\($0),2020,\(Int.random(in: 0...100, using: &generator))\n"
        }
        world.files["\(dimension)/\(dimension)1.csv"] = "iso3,year,value\n" + rows.joined()
      }
      let tables = try (0..<2).map { _ in
        world.lens =
          "dimensions_required = 2\n[aggregation]\ndimensions = \"arithmetic\"\n[weights]\n"
          + dimensions.map { "\($0) = \(Int.random(in: 1...9, using: &generator))\n" }.joined()
        return try world.score()
      }
      for shift in try #require(LensComparison.pairs(tables).first).shifts { try check(shift, tables) }
    }
  }

  /// Works the parts out anew: weights over what is present, times distances from the means of the ranked.
  private func check(_ shift: LensComparison.Shift, _ tables: [ScoreTable]) throws {
    let lifts = tables.map { table in
      let ranked = table.rows.filter { tables[0].rank($0) != nil && tables[1].rank($0) != nil }
      let row = RowIndex(shift.country.value)
      let present = table.dimensions.filter { table.score($0, row) != nil }
      let all = present.reduce(0) { $0 + table.weights[$1] }
      return table.dimensions.map { node -> Double? in
        let scores = ranked.compactMap { table.score(node, $0) }
        let mean = scores.reduce(0, +) / Double(scores.count)
        return table.score(node, row).map { table.weights[node] / all * ($0 - mean) }
      }
    }
    let sign = Double((shift.second - shift.first).signum())
    let effects = zip(lifts[0], lifts[1]).map { max(0, sign * (($0 ?? 0) - ($1 ?? 0))) }
    let sum = effects.reduce(0, +)
    guard let cause = shift.cause else { return #expect(shift.distance == 0 || sum < 1e-9) }
    let place = try #require(tables[0].framework.dimensions.firstIndex(of: cause.dimension))
    #expect(abs(cause.share - effects[place] / sum) < 1e-9 && effects[place] >= (effects.max() ?? 0) - 1e-9)
    #expect(cause.isMost == (effects[place] > sum / 2 + 1e-9) || abs(cause.share - 0.5) < 1e-9)
    #expect(
      (cause.first == nil) == (lifts[0][place] == nil) && (cause.second == nil) == (lifts[1][place] == nil))
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
    // Those whose figures may be missing, and the security of states, weigh nothing.
    let scored = framework.indicators.filter {
      $0.dimension != nil && $0.dimension?.dimension != "state" && !$0.files.contains(where: \.isOptional)
    }.map(\.id)
    for (node, weight) in zip(framework.nodes, weights) {
      guard let indicator = node.indicator else { continue }
      let isScored = scored.contains(framework.indicators[indicator].id)
      #expect(abs(weight - (isScored ? 1 / Double(scored.count) : 0)) < 1e-15, "\(node.name)")
    }
    #expect(scored.count > 40)
  }
}
