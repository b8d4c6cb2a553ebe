import IndexModel
import Scoring
import Testing

@testable import Analysis
@testable import Audit
@testable import Reporting

/// What `hsi whatif` and the lists of years say, over small worlds made at random and at the lines that they draw.
@Suite("Claims of what would be if, and of years") struct AlterationClaimTests {
  @Test("over random worlds, who passes whom and who moves is so, and no gap is printed as 0") func random()
    throws
  {
    var (crossings, still) = (0, 0)
    for seed in 0..<60 {
      let before = try SentenceWorld.random(UInt64(seed), dimensions: 2, countries: 8)
      var generator = CounterGenerator(seed: UInt64(seed), stream: 1)
      let node = before.framework.leaves(below: Framework.root)[seed % 2]
      let value = Double.random(in: 0...100, using: &generator)
      let assumed = Intervention(node: node, country: CountryIndex(seed % 8), change: .set(value))
      let after = before.cube.score(before.year, by: before.lens, with: [assumed])
      let page = AlterationPage(
        Alteration(before: before, after: after), assumptions: ["--set"], dataFolder: "Data", limit: 100)
      let text = page.plain(width: nil, bold: false)
      let own = RowIndex(seed % 8)
      let moved = before.rows.count { $0 != own && before.rank($0) != after.rank($0) }
      #expect(text.contains("No other country changes rank.") == (moved == 0), "\(text)")
      if moved > 0 {
        #expect(text.contains("\(moved) other countr\(moved == 1 ? "y changes" : "ies change") rank"))
      }
      let turned = Self.turned(before, after)
      if turned > 0 {
        #expect(text.contains("\(turned) pair\(turned == 1 ? " exchanges" : "s exchange") order"), "\(text)")
        for match in text.matches(of: /\n\w+ +\w+ +([−>][−0-9.]+) +([<0-9.]+)(?=\n)/) {
          #expect(
            match.1.contains("−") && match.1.contains(where: { ("1"..."9").contains($0) }), "\(match.0)")
          #expect(match.2.contains(where: { ("1"..."9").contains($0) }), "\(match.0)")
          crossings += 1
        }
      } else {
        still += 1
      }
    }
    #expect(crossings > 50 && still > 3)
  }

  /// How many pairs stand in the other order, of those that were not level and are not.
  private static func turned(_ before: ScoreTable, _ after: ScoreTable) -> Int {
    Array(before.rows).pairs.count { one, other in
      let gaps = [before, after].map { ($0.score(one) ?? 0) - ($0.score(other) ?? 0) }
      return gaps[0] * gaps[1] < 0
    }
  }

  @Test("what is assumed in a dimension that has too little for a score is said to change nothing")
  func unscored() throws {
    func text(_ indicators: Int) throws -> String {
      let few = SentenceWorld.Column(path: "few", values: [.nan, 50, 60])
      let whole = SentenceWorld.Column(path: "whole", values: [40, 50, 60])
      let before = try SentenceWorld.table(
        [SentenceWorld.Column](repeating: few, count: indicators) + [whole]
      ) { ($0.indicatorShare, $0.dimensionsRequired) = (0.5, 1) }
      let node = try #require(before.framework.leaves(below: Framework.root).first)
      let assumed = Intervention(node: node, country: CountryIndex(0), change: .set(90))
      let after = before.cube.score(before.year, by: before.lens, with: [assumed])
      return AlterationPage(
        Alteration(before: before, after: after), assumptions: ["--set"], dataFolder: "Data", limit: 9
      ).plain(width: nil, bold: false)
    }
    let words = "AAA is still without a score of few: 33 % of its weight is present and 50 % needed."
    #expect(try text(3).contains(words), "one of three")
    #expect(try !text(2).contains("is still without a score"), "one of two is half")
  }

  @Test(
    "what is not 0 does not stand as 0",
    arguments: [
      (0.0, "0.00"), (0.005, "0.01"), (0.0049, "0.005"), (-0.0049, "−0.005"), (0.00006, "0.0001"),
      (0.00004, "<0.0001"), (-0.00004, ">−0.0001"), (-3.456, "−3.46"),
    ]) func small(value: Double, text: String)
  { #expect(SmallNumber.fixed(value, 2) == text) }

  @Test("a rise is one from 0.05 points on, which the table shows as 0.1; less is none") func least() {
    func text(_ change: Double, rows count: Int = 2, named: Int = 5) -> [String] {
      let rows = (0..<count).map { place -> SeriesListing.Row in
        SeriesListing.Row(labels: ["c\(place)"], name: "c\(place)", scores: [50, 50 + change])
      }
      return SeriesListing(years: [2000, 2001], labels: [.text("country")], rows: rows).movers(atMost: named)
    }
    #expect(text(0.0499).isEmpty && text(-0.0499).isEmpty)
    #expect(text(0.0501) == ["rises of those shown, 2000 to 2001: c0 +0.1, c1 +0.1"])
    #expect(text(-0.0501) == ["falls of those shown, 2000 to 2001: c0 −0.1, c1 −0.1"])
    // Largest is said where some are not named.
    #expect(text(1, rows: 5).first?.hasPrefix("rises of") == true)
    #expect(text(1, rows: 6).first?.hasPrefix("largest rises of") == true)
    // The change of a single row stands in the table.
    #expect(text(1, rows: 1).isEmpty)
  }

  @Test("over random bounds, half of the countries are moved as far as is said, and the furthest no further")
  func moves() {
    var generator = CounterGenerator(seed: 11, stream: 0)
    for _ in 0..<500 {
      let count = Int.random(in: 2...9, using: &generator)
      let bounds = (1...count).map { rank in
        let (up, down) = (
          Int.random(in: 1...rank, using: &generator), Int.random(in: rank...count, using: &generator)
        )
        return RankBounds(
          country: RowIndex(rank - 1), rank: rank,
          best: .init(attained: up, proven: Int.random(in: 1...up, using: &generator), weights: []),
          worst: .init(attained: down, proven: down, weights: []))
      }
      let found = RankMoves(bounds)
      let known = bounds.map { max($0.rank - $0.best.attained, $0.worst.attained - $0.rank) }
      let proven = bounds.map { max($0.rank - $0.best.proven, $0.worst.proven - $0.rank) }
      #expect(
        2 * known.count { $0 <= found.ofHalf } >= count && 2 * known.count { $0 < found.ofHalf } < count)
      #expect(2 * known.count { $0 >= found.halfMoved } >= count)
      #expect(2 * proven.count { $0 <= found.limitOfHalf } >= count)
      #expect(found.still == known.count { $0 == 0 } && found.exact == bounds.count { $0.isExact })
      #expect(known.allSatisfy { $0 <= found.most } && found.furthest == known.count { $0 == found.most })
      // Where no more than half can move it is said who cannot, never "at most 0 places".
      let text = AuditSentences.half(found)
      #expect(!text.contains("at most 0"))
      #expect(
        text.contains("\(found.still) of \(count) countries cannot") == (2 * found.still >= count), "\(text)")
    }
  }
}
