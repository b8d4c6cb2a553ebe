import IndexModel
import Reporting
import Scoring
import Testing

@testable import Audit

@Suite("Uncertainty and sensitivity as CSV") struct UncertaintyTablesTests {
  /// Two dimensions of one indicator each: Bree is ahead in both, Avalon and Camelot in one.
  static func table(economic: [Double] = [60, 90, 20], health: [Double] = [30, 80, 70]) throws -> ScoreTable {
    let indicators = try ["economic", "health"].map { path in
      Indicator(
        id: try #require(IndicatorID("of-\(path)")), dimension: DimensionPath(path), name: path, unit: "%",
        goalposts: Goalposts(worst: 0, best: 100))
    }
    let countries = try ["AVA", "BRE", "CAM"].map { code in
      Country(code: try #require(CountryCode(code)), name: code)
    }
    let series = [economic, health].map { values in
      var block = FigureBlock(countryCount: 3, years: 2020...2020, files: ["f.csv"])
      for (country, value) in values.enumerated() {
        block.fill(CountryIndex(country), 2020, with: value, file: 0, line: country + 2)
      }
      return Series(block)
    }
    var lens = Lens(name: "test")
    lens.weights = try ["economic", "health"].reduce(into: [:]) { $0[try #require(DimensionPath($1))] = 1 }
    let cube = ObservationCube(countries: countries, framework: Framework(indicators), series: series)
    return cube.score(2020, by: lens)
  }

  /// The rows of a table of what an audit found.
  private static func rows(
    _ name: AuditAnalysis, of table: ScoreTable, _ found: (inout AuditFindings) -> Void
  ) -> [[String]] {
    var findings = AuditFindings(table: table, settings: AuditSettings(), scores: nil, set: nil)
    found(&findings)
    return name.table(findings).csv.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  @Test("A row a country in order of rank, with quantiles of rank and score") func uncertainty() throws {
    let table = try Self.table()
    let set = try #require(WeightSet(.box(0.25), nominal: [0.5, 0.5]))
    let result = Uncertainty(try #require(JudgementSpace(table, set)), samples: 2000, seed: 1)
    let rows = Self.rows(.uncertainty, of: table) { $0.uncertainty = result }
    #expect(
      rows[0] == ["iso3", "rank", "p05", "p25", "p50", "p75", "p95", "score_p05", "score_p50", "score_p95"])
    #expect(rows.dropFirst().map { $0[0] } == ["BRE", "AVA", "CAM"])
    #expect(rows[1].prefix(7) == ["BRE", "1", "1", "1", "1", "1", "1"])
    #expect(rows[2][1] == "2" && rows[2][2] == "2" && rows[2][6] == "3")
    for row in rows.dropFirst() {
      let scores = row[7...].compactMap(Double.init)
      #expect(scores.count == 3 && scores == scores.sorted())
    }
  }

  @Test("A row a judgement, with intervals") func sensitivity() throws {
    let set = try #require(WeightSet(.box(0.25), nominal: [0.5, 0.5]))
    let table = try Self.table()
    let result = Sensitivity(try #require(JudgementSpace(table, set)), baseSamples: 256, seed: 1)
    let rows = Self.rows(.sensitivity, of: table) { $0.sensitivity = result }
    #expect(
      rows[0] == ["assumption", "first_order", "first_low", "first_high", "total", "total_low", "total_high"])
    #expect(
      rows.dropFirst().map { $0[0] } == [
        "weights", "normalisation", "aggregation", "imputation", "outliers", "carry-forward", "goalposts",
        "left-out",
      ])
    // Nothing is missing, old or extreme.
    for place in [4, 5, 6] { #expect(rows[place][4...] == ["0", "0", "0"]) }
    let leftOut = rows[8].dropFirst().compactMap(Double.init)
    #expect(leftOut.count == 6 && leftOut[3] > 0.2 && leftOut[4] < leftOut[5])
  }

  @Test("Where ranks never move, indices are empty") func unmoved() throws {
    var table = try Self.table()
    table = table.cube.score(2020, by: table.lens.weighing("health", 0))
    let set = try #require(WeightSet(.simplex, nominal: [1]))
    let result = Sensitivity(try #require(JudgementSpace(table, set)), baseSamples: 32, seed: 1)
    let rows = Self.rows(.sensitivity, of: table) { $0.sensitivity = result }
    #expect(rows.count == 9 && rows[1] == ["weights", "", "", "", "", "", ""])
  }
}

extension Lens {
  fileprivate func weighing(_ path: String, _ weight: Double) -> Lens {
    var lens = self
    if let path = DimensionPath(path) { lens.weights[path] = weight }
    return lens
  }
}
