import Ingest
import Testing

@testable import Audit

@Suite("How far apart ranks are in the middle of draws") struct RankSpanTests {
  /// 400 draws. A standard error of a share of 5 per cent is √(0.05 · 0.95/400) = 0.0109, four are 0.0436: the
  /// 5 per cent lie between the ranks that 0.0064 and 0.0936 of the draws leave, 2.6 and 37.4 of them, the
  /// 95 per cent between those of 0.9064 and 0.9936, 362.6 and 397.4.
  ///
  ///     rank      1    2    3    4    5   cumulated            5 % (limits)  95 % (limits)  width (limits)
  ///     A       400    0    0    0    0   400                  1 (1 to 1)    1 (1 to 1)     0 (0 to 0)
  ///     B        10  370   20    0    0   10, 380, 400         2 (1 to 2)    2 (2 to 3)     0 (0 to 2)
  ///     C       100    0  200    0  100   100, 100, 300, …400  1 (1 to 1)    5 (5 to 5)     4 (4 to 4)
  ///     D         0   30    0  370    0   0, 30, 30, 400       2 (2 to 4)    4 (4 to 4)     2 (0 to 2)
  ///     E         0    0    0  200  200   0, 0, 0, 200, 400    4 (4 to 4)    5 (5 to 5)     1 (1 to 1)
  ///
  /// Widths 0, 0, 1, 2, 4; at least 0, 0, 0, 1, 4; at most 0, 1, 2, 2, 4. B may be 2 off, D too.
  @Test("Widths, their middle and the widest, with limits, of five countries over 400 draws")
  func fiveCountries() throws {
    let times = [
      [400, 0, 0, 0, 0], [10, 370, 20, 0, 0], [100, 0, 200, 0, 100], [0, 30, 0, 370, 0], [0, 0, 0, 200, 200],
    ]
    var counts = RankCounts(countries: 5)
    for draw in 0..<400 {
      counts.add(
        times.map { own in
          var rest = draw
          for (rank, count) in own.enumerated() {
            if rest < count { return UInt16(rank) }
            rest -= count
          }
          return 4
        })
    }
    let spans = try #require(RankSpans(counts, 400, countries: 5))
    #expect(spans.median == RankSpans.Figure(value: 1, low: 0, high: 2))
    #expect(spans.greatest == RankSpans.Figure(value: 4, low: 4, high: 4))
    #expect(spans.mostOff == 2)
  }

  /// Of an even count the upper of the two in the middle: half have no wider one, and it is one of them.
  @Test("Of one country and of two, and of none") func few() throws {
    var counts = RankCounts(countries: 2)
    for draw in 0..<1000 { counts.add([0, draw < 500 ? 0 : 1]) }
    let spans = try #require(RankSpans(counts, 1000, countries: 2))
    #expect(spans.median.value == 1 && spans.greatest.value == 1 && spans.mostOff == 0)
    var alone = RankCounts(countries: 1)
    alone.add([0])
    #expect(RankSpans(alone, 1, countries: 1)?.median == RankSpans.Figure(value: 0, low: 0, high: 0))
    #expect(RankSpans(RankCounts(countries: 0), 10, countries: 0) == nil)
  }
}
