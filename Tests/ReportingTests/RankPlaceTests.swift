import Analysis
import Audit
import IndexModel
import Scoring
import Testing

@testable import Reporting

@Suite("Ranks out of different totals") struct RankPlaceTests {
  private func place(_ name: String, _ rank: Int, _ ranked: Int) -> RankPlace {
    RankPlace(name: name, rank: rank, ranked: ranked)
  }

  @Test("the hardest lens is that with the most ahead by share, not by number") func share() throws {
    // 147 of 166 others are more than 157 of 190.
    let places = [place("pca", 158, 191), place("realist", 148, 167), place("liberal", 86, 193)]
    let (best, worst) = try #require(RankPlace.extremes(places))
    #expect(best.map(\.name) == ["liberal"] && worst.map(\.name) == ["realist"])
    #expect(RankPlace.list(worst) == "realist, number 148 of 167")
    #expect(RankPlace.comparison(places).contains("since the totals differ"))
    #expect(RankPlace.comparison([place("a", 1, 9), place("b", 2, 9)]).isEmpty)
  }

  @Test("all that are alike are named, and nothing is best where all are") func alike() throws {
    let (best, worst) = try #require(
      RankPlace.extremes([place("a", 1, 9), place("b", 1, 5), place("c", 9, 9)]))
    #expect(best.map(\.name) == ["a", "b"] && worst.map(\.name) == ["c"])
    #expect(RankPlace.extremes([place("a", 3, 5), place("b", 5, 9)]) == nil)
    #expect(RankPlace.extremes([]) == nil)
  }

  @Test("over random ranks, nobody has less ahead than the best or more than the worst") func property() {
    var generator = CounterGenerator(seed: 7, stream: 0)
    for _ in 0..<500 {
      let places = (0..<5).map { name in
        let ranked = Int.random(in: 2...12, using: &generator)
        return place("\(name)", .random(in: 1...ranked, using: &generator), ranked)
      }
      guard let (best, worst) = RankPlace.extremes(places) else { continue }
      for own in places {
        #expect((own.rank - 1) * (best[0].ranked - 1) >= (best[0].rank - 1) * (own.ranked - 1))
        #expect((own.rank - 1) * (worst[0].ranked - 1) <= (worst[0].rank - 1) * (own.ranked - 1))
      }
    }
  }

  @Test("over random worlds, a rank among fewer countries stands beside the rank among all") func totals()
    throws
  {
    var generator = CounterGenerator(seed: 3, stream: 0)
    var seen = 0
    for _ in 0..<30 {
      // The last two countries lack one dimension each, so that without another they are not ranked.
      let columns = (0..<3).map { place in
        SentenceWorld.Column(
          path: "d\(place)",
          values: (0..<8).map {
            $0 == 5 + place && place > 0 ? .nan : .random(in: 0...100, using: &generator)
          })
      }
      let table = try SentenceWorld.table(columns) { $0.dimensionsRequired = 2 }
      let words = AuditSentences(table: table, words: WeightSetWords(kind: .box(0.25), set: nil))
      for omission in NodeOmission.all(table) where omission.meanShift > 0 {
        let text = try #require(words.omissions([omission]).first)
        guard let moved = omission.mostMoved.first else { continue }
        let all = "(of all \(table.rankedCount) it is number \(table.rank(moved.country) ?? 0))"
        #expect(text.contains("among the \(omission.countries) countries") == text.contains(all), "\(text)")
        #expect(text.contains(all) == (omission.countries < table.rankedCount), "\(text)")
        #expect(text.contains("most of all") == (omission.furthest == 1), "\(text)")
        seen += text.contains(all) ? 1 : 0
      }
    }
    #expect(seen > 20)
  }

  @Test("an omission costs or carries most by the share of the others, and those as much are named")
  func omissions() {
    typealias Omission = CountryAuditSentences.Omission
    let all: [Omission] = [
      (NodeIndex(1), 20, 10, 101), (NodeIndex(2), 10, 3, 51), (NodeIndex(3), 5, 8, 51),
      (NodeIndex(4), 8, 11, 51),
    ]
    let costs = CountryAuditSentences.most(all, -1)
    #expect(costs.most?.node == NodeIndex(2) && costs.others.isEmpty, "7 of 50 are more than 10 of 100")
    let carries = CountryAuditSentences.most(all, 1)
    #expect(carries.most?.node == NodeIndex(3) && carries.others.map(\.node) == [NodeIndex(4)])
    #expect(CountryAuditSentences.most([(NodeIndex(1), 5, 5, 9)], 1).most == nil)
  }
}
