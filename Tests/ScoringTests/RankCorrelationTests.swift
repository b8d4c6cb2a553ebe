import Tabular
import Analysis
import Audit
import Testing

@Suite("Rank correlation, worked by hand") struct RankCorrelationTests {
  @Test("without ties, five things of which two neighbours and two others are swapped") func untied() {
    // d² = 1 + 1 + 1 + 1 + 0: ρ = 1 − 6·4/(5·24) = 0.8; 8 pairs agree, 2 do not: τ = 6/10.
    let (one, other) = ([1.0, 2, 3, 4, 5], [2.0, 1, 4, 3, 5])
    #expect(abs((RankCorrelation.spearman(one, other) ?? .nan) - 0.8) < 1e-15)
    #expect(abs((RankCorrelation.kendall(one, other) ?? .nan) - 0.6) < 1e-15)
  }

  @Test("ties share their mean rank, and count against neither list in tau-b") func tied() {
    // Ranks 1, 2½, 2½, 4 and 1, 3½, 2, 3½: Σxy = 3.75, Σx² = Σy² = 4.5, ρ = 5/6. Of six pairs one
    // is tied in each list, the four others agree: τ-b = 4/√(5·5).
    let (one, other) = ([1.0, 2, 2, 3], [1.0, 3, 2, 3])
    #expect(RankCorrelation.meanRanks(other) == [1, 3.5, 2, 3.5])
    #expect(abs((RankCorrelation.spearman(one, other) ?? .nan) - 5.0 / 6) < 1e-15)
    #expect(abs((RankCorrelation.kendall(one, other) ?? .nan) - 0.8) < 1e-15)
  }

  @Test("ties in one list alone keep even the same order from 1") func tiedInOne() {
    // Ranks 1½, 1½, 3 and 1, 2, 3: Σxy = 1.5, Σx² = 1.5, Σy² = 2; two pairs of three: 2/√(2·3).
    let (one, other) = ([7.0, 7, 9], [1.0, 2, 3])
    #expect(abs((RankCorrelation.spearman(one, other) ?? .nan) - 1.5 / 3.0.squareRoot()) < 1e-15)
    #expect(abs((RankCorrelation.kendall(one, other) ?? .nan) - 2 / 6.0.squareRoot()) < 1e-15)
  }

  @Test("the same order gives exactly 1, the reverse −1, whatever the distances") func extremes() {
    let values = [3.5, -1, 22, 0.25, 7, 100]
    let grown = values.map { $0 * $0 * $0 }
    for correlation in [RankCorrelation.spearman, RankCorrelation.kendall] {
      #expect(correlation(values, grown) == 1)
      #expect(correlation(values, grown.map { -$0 }) == -1)
    }
  }

  @Test(
    "where there is nothing to compare there is no figure",
    arguments: [
      ([1.0], [1.0]), ([], []), ([1, 2], [1, 2, 3]), ([1, 1, 1], [1, 2, 3]), ([1, 2], [1, .nan]),
    ] as [([Double], [Double])]) func nothing(one: [Double], other: [Double])
  {
    #expect(RankCorrelation.spearman(one, other) == nil)
    #expect(RankCorrelation.kendall(one, other) == nil)
  }
}
