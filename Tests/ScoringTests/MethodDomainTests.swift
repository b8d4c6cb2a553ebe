import IndexModel
import Scoring
import Testing

/// Every normalisation with every method of joining, at both levels, on figures with zeros, gaps and constants.
@Suite("Every combination of methods") struct MethodDomainTests {
  /// Numbers from 0 to a limit, by a seed.
  private struct Draws {
    var state: UInt64

    mutating func below(_ limit: UInt64) -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) % limit
    }
  }

  private static let codes = ["ARC", "BEN", "LIL", "UTO", "ZEM", "QLQ", "XAN", "YOK"]

  /// Three dimensions of two or three indicators. Ratios need figures above 0.
  private static func world(_ seed: UInt64, _ normalisation: Normalisation) -> World {
    var draws = Draws(state: seed)
    let least = normalisation == .ratioToReference ? "1" : "0"
    let ids = ["a1", "a2", "a3", "b1", "b2", "c1", "c2"]
    var files: [String: String] = [:]
    for id in ids {
      let isConstant = draws.below(6) == 0
      let rows = codes.enumerated().compactMap { place, code -> String? in
        let kind = draws.below(8)
        if kind == 0, place > 0 { return nil }
        let number = kind < 3 ? least : kind == 3 ? "1000000" : "\(1 + draws.below(100))"
        return "\(code),2020,\(isConstant ? "7" : number)\n"
      }
      files["\(id.prefix(1))/\(id).csv"] = "iso3,year,value\n" + rows.joined()
    }
    return World(
      countries: "iso3,name\n" + codes.map { "\($0),\($0)\n" }.joined(),
      indicators: "id,dimension,worst,best\n"
        + ids.map { "\($0),\($0.prefix(1)),\(draws.below(2) == 0 ? "0,100" : "100,0")\n" }.joined(),
      files: files, lens: "")
  }

  @Test(
    "gives ranked countries finite scores within its range, and ranks that follow them",
    arguments: Normalisation.allCases) func domain(normalisation: Normalisation) throws
  {
    for seed in 1...6 as ClosedRange<UInt64> {
      var world = Self.world(seed, normalisation)
      let cube = try world.cube()
      // A ratio has two parts: RatioTests.
      for inside in Aggregation.allCases where inside != .ratio {
        for across in Aggregation.allCases where across != .ratio {
          let power = ["-20", "-1", "0.5", "1.5", "3", "20"][Int(seed) - 1]
          world.lens = """
            normalisation = "\(normalisation.rawValue)"
            reference = "ARC"
            dimensions_required = 1
            weights = "equal"
            [aggregation]
            indicators = "\(inside.rawValue)"
            dimensions = "\(across.rawValue)"
            power = \(power)
            """
          let table = cube.score(2020, by: try world.judgements())
          Self.expectSound(table, "\(normalisation) \(inside) \(across) \(power), world \(seed)")
        }
      }
    }
  }

  private static func expectSound(_ table: ScoreTable, _ told: Comment) {
    #expect(!table.findings.hasErrors && table.ranksAnyone, told)
    let range = table.lens.normalisation.range
    for node in table.framework.nodeIndices {
      #expect(table.rows.allSatisfy { row in table.score(node, row).map(range.contains) ?? true }, told)
    }
    for row in table.rows where table.rank(row) != nil {
      guard let own = table.score(row) else {
        Issue.record("a ranked country has no score: \(told)")
        continue
      }
      #expect(own.isFinite, told)
      let rank = 1 + table.rows.count { table.score($0) ?? -.infinity > own }
      #expect(table.rank(row) == rank, told)
      let points = table.dimensions.map { table.contributions(to: Framework.root, row)[$0].points }
      #expect(abs(points.reduce(0, +) - own) <= 1e-6 * max(1, abs(own)), told)
    }
  }

  /// M = −40 and S² = 8100 would give −40 + 202.5 for z-scores of 50 and −130; taken as 50 and 0, M = 25 = S.
  @Test(
    "takes a score that its formula is not defined for at the nearest one that it is",
    arguments: [
      (.mazziottaPareto, 1, [50, -130], 0), (.mazziottaPareto, 1, [60, -5, 60], 20),
      (.mazziottaPareto, 1, [-5, -5], 0), (.power, 1.5, [80, -10], 80 / 1.5874010519681994),
      (.power, 2, [-30, -40], 0), (.power, 0.5, [-3, 1], 1), (.product, 1, [250, 50], 50),
      (.product, 1, [-50, -50], 0), (.geometric, 1, [-9, 100], 10), (.arithmetic, 1, [-9, 100], 45.5),
      (.minimum, 1, [-9, 100], -9),
    ] as [(Aggregation, Double, [Double], Double)]) func defined(
      method: Aggregation, power: Double, scores: [Double], joined: Double
    )
  {
    let aggregator = Aggregator(method: method, floor: 1, power: power)
    let share = 1 / Double(scores.count)
    let found = aggregator(scores.map { (scores: [$0][...], weight: share) }, scored: [true])
    #expect(abs(found[0] - joined) < 1e-9, "\(found)")
  }

  /// Squares of 10^200 are beyond all numbers, those of 10^−200 below.
  @Test("compares figures of any size", arguments: ["e200", "e-200", "e0"]) func sizes(exponent: String)
    throws
  {
    for (method, scores) in [("zscore", [40, 50, 60]), ("minmax", [0, 50, 100])] as [(String, [Double])] {
      let figures = ["ARC,2020,1", "LIL,2020,2", "UTO,2020,3"].map { $0 + exponent + "\n" }.joined()
      let world = World(
        indicators: "id,dimension,worst,best\na,one,0,100\n",
        files: ["one/a.csv": "iso3,year,value\n" + figures],
        lens: "normalisation = \"\(method)\"\nweights = \"equal\"\n")
      for (found, score) in zip(try world.score().column("a").scores, scores) {
        #expect(abs(found - score) < 1e-9)
      }
    }
  }

  @Test("counts a ratio as ten thousand times the reference at most") func ratios() throws {
    let world = World(
      indicators: "id,dimension,worst,best\na,one,0,100\n",
      files: ["one/a.csv": "iso3,year,value\nARC,2020,1e-200\nLIL,2020,1e200\nUTO,2020,2e-200\n"],
      lens: "normalisation = \"ratio_to_reference\"\nreference = \"ARC\"\nweights = \"equal\"\n")
    #expect(try world.score().column("a").scores == [100, 1e6, 200])
  }
}
