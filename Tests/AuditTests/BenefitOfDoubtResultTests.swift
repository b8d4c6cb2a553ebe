import IndexModel
import Scoring
import Testing

@testable import Audit

@Suite("Each country under the weights that suit it best") struct BenefitOfDoubtResultTests {
  /// A takes (1/80, 0), B (0, 1/60); C's best keeps both at 1: 80u + 20v = 1 = 40u + 60v at u = v = 0.01,
  /// so 0.4, half of it from each.
  @Test("by hand, whatever way the lens joins dimensions", arguments: Aggregation.allCases) func byHand(
    method: Aggregation
  ) throws {
    let table = try Trial(rows: [[80, 20], [40, 60], [20, 20]], weights: [1, 9], aggregation: method).table()
    let found = BenefitOfDoubtResult(table)
    let rows = table.rows.map { place in found.rows.first { $0.country == place } }
    #expect(rows.map { $0?.rank } == [1, 1, 3] && rows.map { $0?.ties } == [2, 2, 1])
    #expect(rows[0]?.score == 100 && rows[1]?.score == 100 && found.efficient == 2)
    let last = try #require(rows[2])
    #expect(abs(last.score - 40) < 1e-12)
    #expect(last.shares.allSatisfy { abs(($0 ?? 0) - 0.5) < 1e-12 })
    #expect(found.rows.map(\.country) == table.order)
    #expect(found.bounds == ShareBounds())
  }

  /// With p each of both, A against B: p(40/80 + 60/20) ≤ 1, p = 2/7 and 400/7 together; see
  /// BenefitOfTheDoubtTests.
  @Test("the bounds of the lens hold, and a dimension that is lacking has no share") func bounds() throws {
    var table = try Trial(rows: [[80, 20], [40, 60], [20, nil]]).table()
    var lens = table.lens
    lens.shareBounds.least = 0.5
    table = table.cube.score(table.year, by: lens)
    let found = BenefitOfDoubtResult(table)
    #expect(found.bounds.least == 0.5)
    let first = try #require(found.rows.first { $0.country == RowIndex(0) })
    #expect(abs(first.score - 400 / 7.0) < 1e-12 * 100)
    // Without the second dimension bounds give way: 20/80 of A by the first.
    let last = try #require(found.rows.first { $0.country == RowIndex(2) })
    #expect(last.shares == [1, nil] && abs(last.score - 25) < 1e-12)
  }

  @Test("under benefit of the doubt itself it is the score") func itself() throws {
    let table = try JudgedWorld.table {
      $0.weightScheme = .benefitOfTheDoubt
      $0.aggregation.dimensions = .arithmetic
    }
    let found = BenefitOfDoubtResult(table)
    #expect(found.rows.count == 8)
    for row in found.rows {
      #expect(row.score == table.score(row.country) && row.rank == table.rank(row.country))
    }
  }

  @Test("below 100 somebody is ahead under any weights; at 100 nobody is under the country's own")
  func meaning() throws {
    let trial = Trial.random(25, 4, seed: 3)
    let found = BenefitOfDoubtResult(try trial.table())
    let rows = trial.rows.map { $0.map { max($0 ?? 0, 1) } }
    func sum(_ weights: [Double], _ country: Int) -> Double {
      zip(weights, rows[country]).reduce(0) { $0 + $1.0 * $1.1 }
    }
    let set = try #require(WeightSet(.simplex, nominal: [1, 1, 1, 1]))
    let sampler = WeightSampler(set)
    var weights = [Double](repeating: 0, count: 4)
    for own in found.rows where own.score < 100 {
      for stream in 0..<500 as Range<UInt64> {
        var generator = CounterGenerator(seed: 1, stream: stream)
        sampler.draw(&generator, into: &weights)
        #expect(rows.indices.contains { sum(weights, $0) > sum(weights, own.country.value) })
      }
    }
    for own in found.rows {
      let best = zip(own.shares, rows[own.country]).map { ($0 ?? 0) * own.score / $1 }
      #expect(abs(sum(best, own.country.value) - own.score) < 1e-9)
      #expect(rows.indices.allSatisfy { sum(best, $0) <= 100 + 1e-7 })
    }
    #expect(found.efficient > 1 && found.efficient < 25)
  }
}
