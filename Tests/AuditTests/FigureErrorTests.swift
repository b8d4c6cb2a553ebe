import IndexModel
import Scoring
import Testing

@testable import Audit

@Suite("Errors of figures with published bounds") struct FigureErrorTests {
  /// Three countries of two dimensions; of the first country's first figure, 50, the bounds are 45 and 70.
  private func table(_ bounds: Bounds? = Bounds(low: 45, high: 70)) throws -> ScoreTable {
    let names = ["AAA", "BBB", "CCC"]
    let countries = try names.map { Country(code: try #require(CountryCode($0)), name: $0) }
    let framework = Framework(
      try [0, 1].map { column in
        Indicator(
          id: try #require(IndicatorID("i\(column)")), dimension: DimensionPath("d\(column)"), name: "",
          unit: "", goalposts: Goalposts(worst: 0, best: 100), plausible: 0...100)
      })
    let series = [[50.0, 40, 60], [50, 60, 40]].enumerated().map { column, values in
      var block = FigureBlock(countryCount: 3, years: 2020...2020, files: ["f.csv"])
      for (country, value) in values.enumerated() {
        block.fill(CountryIndex(country), 2020, with: value, file: 0, line: country + 2)
      }
      if column == 0, let bounds { block.bound(CountryIndex(0), 2020, by: bounds) }
      return Series(block)
    }
    var lens = Lens(name: "trial")
    lens.dimensionsRequired = 2
    lens.aggregation.dimensions = .arithmetic
    return ObservationCube(countries: countries, framework: framework, series: series).score(2020, by: lens)
  }

  private static func judgements(_ table: ScoreTable) throws -> Judgements {
    try #require(RankIntervals(table)).space.judgements
  }

  @Test("A figure moved by 1.645 deviations is at the bound on that side; by none, where it was")
  func quantiles() {
    let bounds = Bounds(low: 45, high: 70)
    #expect(bounds.value(Bounds.normalQuantile, from: 50) == 70)
    #expect(bounds.value(-Bounds.normalQuantile, from: 50) == 45)
    #expect(bounds.value(0, from: 50) == 50)
  }

  @Test("A drawn figure changes its own country's dimension alone, and stays plausible") func drawn() throws {
    let table = try table()
    let (first, second) = (table.dimensions[0], table.dimensions[1])
    let rows = table.rows.map { $0 }
    func scores(_ deviations: Double) -> [Double?] {
      let drawn = table.withDrawnFigures { deviations }
      return rows.flatMap { [drawn.score(first, $0), drawn.score(second, $0)] }
    }
    // 50 + 20 · 1 / 1.6449 = 62.159.
    #expect(abs((scores(1)[0] ?? 0) - 62.159) < 1e-3)
    #expect(scores(1).dropFirst() == [50, 40, 60, 60, 40])
    // 50 + 20 · 9 / 1.6449 would be 159.
    #expect(scores(9)[0] == 100)
  }

  @Test("Errors are a judgement of twenty alternatives where a figure has bounds, and none where none has")
  func judgement() throws {
    let judgements = try Self.judgements(table())
    #expect(judgements.kinds.last == .estimates && judgements.counts.last == 20)
    #expect(try Self.judgements(table(nil)).kinds.last == .leftOut)
  }

  @Test("Sums of drawn combinations are those of scoring the drawn figures, within the lens") func sums()
    throws
  {
    let table = try table()
    let space = try #require(RankIntervals(table)).space
    var ranking = JudgedRanking(space)
    ranking.weights = [0.5, 0.5]
    let own = space.judgements.own.map { $0 ?? 0 }
    var differing = Set<Double>()
    for draw in 0..<20 {
      ranking.levels = Array(own.dropLast()) + [draw]
      ranking.rank()
      let drawn = ScoreErrors.drawn(table, draw)
      for (place, row) in space.countries.enumerated() {
        let sum = table.dimensions.reduce(0) { $0 + 0.5 * (drawn.score($1, row) ?? .nan) }
        #expect(abs(ranking.sums[place] - sum) < 1e-9)
        if row == RowIndex(0) { differing.insert(sum) }
      }
    }
    #expect(differing.count == 20)
  }
}
