@testable import Audit
import IndexModel
@testable import Reporting
import Scoring
import Testing

/// What is said of rank intervals under each shipped lens, worked out anew draw by draw.
@Suite("Claims of rank intervals of the shipped figures") struct IntervalClaimTests {
  /// The ranks of every draw, and what was judged in it.
  private static func draws(_ found: RankIntervals) -> [(levels: [Int], ranks: [Int])] {
    var ranking = JudgedRanking(found.space)
    return (0..<2000).map { replicate in
      var generator = CounterGenerator(seed: 1, stream: UInt64(replicate))
      ranking.draw(&generator)
      ranking.rank()
      return (ranking.levels, found.countries.indices.map { Int(ranking.ranks[$0]) + 1 })
    }
  }

  private static func median(_ ranks: [Int]) -> Int { ranks.sorted()[(ranks.count - 1) / 2] }

  /// The distance of the lens's own median rank of a country to the furthest other, over at least 100 draws each.
  private static func move(_ judgement: Int, _ place: Int, own: Int, _ draws: [(levels: [Int], ranks: [Int])])
    -> Int
  {
    let groups = Dictionary(grouping: draws) { $0.levels[judgement] }.mapValues { group in
      group.map { $0.ranks[place] }
    }.filter { $0.value.count >= 100 }
    guard let mine = groups[own] else { return 0 }
    return groups.values.map { abs(median($0) - median(mine)) }.max() ?? 0
  }

  @Test("who lies outside its interval does, and the judgement that is named moves it furthest")
  func outside() throws {
    var seen = 0
    for table in try ShippedWorld.shared().tables[2023] ?? [] where table.ranksAnyone {
      let found = try #require(RankIntervals(table))
      let draws = Self.draws(found)
      let text = IntervalWords.outside(found, table)
      let outside = found.countries.indices.filter { place in
        let ranks = draws.map { $0.ranks[place] }.sorted()
        return !(ranks[99]...ranks[1899]).contains(found.ranks[place])
      }
      #expect(outside.isEmpty ? text.count == 1 : text.count == outside.count + 1, "\(table.title)")
      for (place, sentence) in zip(outside, text.dropFirst()) {
        guard
          let match = sentence.wholeMatch(
            of:
              /(.+), number (\d+), lies outside its interval \(.+\): of the judgements compared, (.+) moves its median rank furthest, from (\d+) over (\d+) draws \((.+), as in the lens\) to (\d+) over (\d+) \((.+)\)\./
          )
        else { continue }
        seen += 1
        #expect(String(match.1) == table.name(found.countries[place]))
        let kinds = found.space.judgements.kinds.dropFirst()
        let named = try #require(kinds.firstIndex { $0.inWords == String(match.3) }) - 1
        let moves = kinds.indices.map { kind in
          found.space.judgements.own[kind - 1].map { Self.move(kind - 1, place, own: $0, draws) } ?? 0
        }
        let printed = abs((Int(match.4) ?? 0) - (Int(match.7) ?? 0))
        #expect(moves[named] == printed && moves.max() == printed && printed > 0, "\(sentence) \(moves)")
      }
    }
    #expect(seen > 5)
  }

  @Test("the judgement and the dimension that widen intervals most do") func widths() throws {
    for table in try ShippedWorld.shared().tables[2023] ?? [] where table.ranksAnyone {
      let found = try #require(RankIntervals(table))
      let drivers = try #require(IntervalDrivers(found, weights: table.auditedWeights(.dimension)))
      let words = AuditSentences(table: table, words: WeightSetWords(kind: .box(0.25), set: nil))
      let text = words.intervals(found, drivers).joined()
      let widths = found.intervals.map { $0.high - $0.low }.sorted()
      let head = try #require(
        text.firstMatch(
          of: /no wider than (\d+) ranks? from end to end(?: \(mean ([0-9.]+), greatest (\d+)\))?/))
      #expect(Int(head.1) == widths[(widths.count - 1) / 2], "\(table.title): \(text)")
      if let mean = head.2 {
        #expect(abs(mean.number - Anew.mean(widths.map(Double.init))) <= 0.0501)
        #expect(head.3.map { Int($0) } == widths.last)
      }
      if let match = text.firstMatch(
        of: /What widens them most is (.+): settled .* the mean would be ([0-9.]+)\./)
      {
        let least = drivers.settled.map(\.width.mean).min() ?? 0
        #expect(abs(match.2.number - least) <= 0.0501 && least < drivers.all.mean)
        #expect(drivers.settled.contains { $0.width.mean == least && match.1.contains($0.judgement.inWords) })
      } else {
        #expect(drivers.settled.allSatisfy { $0.width.mean >= drivers.all.mean }, "\(text)")
      }
      if let match = text.firstMatch(of: /They would widen most without (.+): to a mean of ([0-9.]+)\./) {
        let greatest = drivers.without.map(\.width.mean).max() ?? 0
        #expect(abs(match.2.number - greatest) <= 0.0501 && greatest > drivers.all.mean)
        #expect(
          drivers.without.contains { $0.width.mean == greatest && match.1.contains(table.name($0.dimension)) }
        )
      } else {
        #expect(drivers.without.allSatisfy { $0.width.mean <= drivers.all.mean }, "\(text)")
      }
    }
  }
}
