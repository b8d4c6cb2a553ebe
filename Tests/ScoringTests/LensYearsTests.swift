import Analysis
import Audit
import IndexModel
import Scoring
import Testing

@Suite("How far lenses agree over the years") struct LensYearsTests {
  /// Under d Arcadia, Lilliput and Utopia stand 1, 2, 3 each year; under e 1, 2, 3, then 3, 2, 1, then
  /// 2, 1, 3. Thule has figures of the last year alone: 4 under d, 0 under e.
  static func pairs(_ years: [Year]) throws -> LensYears {
    let order = [2019: [1, 2, 3], 2020: [3, 2, 1], 2021: [2, 1, 3]]
    var d = "iso3,year,value\nTHU,2021,4\n"
    var e = "iso3,year,value\nTHU,2021,0\n"
    for year in 2019...2021 {
      for (place, code) in ["ARC", "LIL", "UTO"].enumerated() {
        d += "\(code),\(year),\(place + 1)\n"
        e += "\(code),\(year),\(order[year]?[place] ?? 0)\n"
      }
    }
    var world = World(
      countries: "iso3,name\nARC,Arcadia\nLIL,Lilliput\nTHU,Thule\nUTO,Utopia\n",
      indicators: "id,dimension,worst,best\nx,d,0,10\ny,e,0,10\n", files: ["d/x.csv": d, "e/y.csv": e],
      lens: "[weights]\nd = 1\ne = 0\n")
    let first = try world.judgements()
    world.lens = "[weights]\nd = 0\ne = 1\n"
    let (pairs, findings) = LensYears.pairs(try world.cube(), [first, try world.judgements()], years)
    #expect(findings.isEmpty)
    return try #require(pairs.first)
  }

  @Test("each year has its correlation, over those ranked in it and over those ranked in all") func points()
    throws
  {
    let pair = try Self.pairs([2019, 2020, 2021])
    #expect(pair.points.map(\.countries) == [3, 3, 4])
    #expect(pair.sameCountries == 3)
    // 2021, of three: distances 1, 1, 0: 1 − 6·2/(3·8) = 0.5. Of four, d 1, 2, 4, 3 and e 3, 2, 1, 4 for
    // Arcadia, Lilliput, Thule, Utopia: distances 2, 0, 3, 1: 1 − 6·14/(4·15) = −0.4.
    let spearman = pair.points.map { $0.spearman ?? .nan }
    for (value, expected) in zip(spearman, [1, -1, -0.4]) { #expect(abs(value - expected) < 1e-12) }
    let same = pair.points.map { $0.spearmanOfSame ?? .nan }
    for (value, expected) in zip(same, [1, -1, 0.5]) { #expect(abs(value - expected) < 1e-12) }
    // Kendall of three in 2021: two pairs alike, one reversed: 1/3.
    #expect(pair.points[0].kendall == 1 && pair.points[1].kendall == -1)
  }

  @Test("the trend is the slope by least squares, per ten years; two years have none") func trend() throws {
    let pair = try Self.pairs([2019, 2020, 2021])
    // (−1·1 + 0·(−1) + 1·0.5)/2 = −0.25 a year; over all −0.4 instead of 0.5: −0.7.
    #expect(abs(try #require(pair.trend(ofSame: true)) + 2.5) < 1e-12)
    #expect(abs(try #require(pair.trend(ofSame: false)) + 7) < 1e-12)
    #expect(try Self.pairs([2019, 2020]).trend(ofSame: false) == nil)
  }

  @Test("the countries furthest apart are those of the last year") func last() throws {
    let pair = try Self.pairs([2019, 2020])
    #expect(pair.last.first.year == 2020)
    #expect(pair.last.shifts.first?.distance == 2)
  }
}
