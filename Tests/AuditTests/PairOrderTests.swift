import IndexModel
import Scoring
import Testing

@testable import Audit

@Suite("What turns a pair round") struct PairOrderTests {
  static func pair(_ ahead: [Double], _ behind: [Double], _ weights: [Double] = []) throws -> (
    LinearScores, PairOrder
  ) {
    let scores = try Trial(rows: [ahead, behind], weights: weights).scores()
    let first = try #require(scores.countries.firstIndex(of: RowIndex(0)))
    return (scores, PairOrder(scores, ahead: first, behind: 1 - first))
  }

  /// Leads 30 and −10 at equal weights: A = 10, m = −10, ε = ½. Level at w = ¼: 0.25·30 = 0.75·10; a
  /// quarter is moved from the first to the second.
  @Test("two nodes by hand") func byHand() throws {
    let (_, pair) = try Self.pair([50, 20], [20, 30])
    #expect(!pair.dominates && pair.epsilon == 0.5)
    let flip = try #require(pair.flip)
    #expect(abs(flip.distance - 0.5) < 1e-15 && abs(flip.weights[0] - 0.25) < 1e-15)
    #expect(pair.singleFlips.map { $0.map { abs(abs($0) - 0.25) < 1e-15 } } == [true, true])
    #expect(try #require(pair.singleFlips[0]) < 0 && #require(pair.singleFlips[1]) > 0)
  }

  @Test("a country that is nowhere behind cannot be overtaken, only drawn level with") func dominance() throws
  {
    let (_, ahead) = try Self.pair([50, 20, 9], [20, 10, 8])
    #expect(ahead.dominates && ahead.epsilon == 1 && ahead.flip == nil)
    #expect(ahead.singleFlips == [nil, nil, nil])
    // Level in the second: all weight there, 2·(⅓ + ⅓) from equal weights.
    let (_, level) = try Self.pair([50, 20, 9], [20, 20, 8])
    #expect(level.dominates && level.epsilon == 1)
    #expect(abs(try #require(level.flip).distance - 4.0 / 3) < 1e-12)
    #expect(abs(try #require(level.singleFlips[1]) - 2.0 / 3) < 1e-12)
    let (_, equal) = try Self.pair([50, 20], [50, 20])
    #expect(!equal.dominates && equal.flip?.distance == 0 && equal.singleFlips == [nil, nil])
  }

  @Test("countries that are level withstand nothing") func level() throws {
    let (_, pair) = try Self.pair([50, 20], [20, 50])
    #expect(pair.epsilon == 0 && pair.flip?.distance == 0)
    #expect(pair.singleFlips == [0, 0])
  }

  static func lead(_ scores: LinearScores, _ pair: PairOrder, _ weights: [Double]) -> Double {
    zip(weights, zip(scores.row(pair.ahead), scores.row(pair.behind))).reduce(0) {
      $0 + $1.0 * ($1.1.0 - $1.1.1)
    }
  }

  /// w⁰ + t·(w − w⁰), t just under and just over 1.
  static func expectTurn(
    _ scores: LinearScores, _ pair: PairOrder, _ weights: [Double],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for (t, sign) in [(1 - 1e-6, 1.0), (1 + 1e-6, -1.0)] {
      let moved = zip(scores.weights, weights).map { $0 + t * ($1 - $0) }
      #expect(sign * lead(scores, pair, moved) > 0, "\(pair)", sourceLocation: sourceLocation)
    }
  }

  /// Pairs of 142 countries in random order: scored just inside and just outside what is stated.
  @Test("the order of 10,000 pairs holds just inside and swaps just outside") func tenThousand() throws {
    var trial = Trial.random(142, 7, seed: 21)
    trial.weights = Trial.nominal
    let scores = try trial.scores()
    var (pairs, dominated) = (0, 0)
    for ahead in scores.countries.indices {
      for behind in scores.countries.indices.dropFirst(ahead + 1) where pairs < 10_000 {
        let pair = PairOrder(scores, ahead: ahead, behind: behind)
        guard Self.lead(scores, pair, scores.weights) > 1e-9 else { continue }
        pairs += 1
        Self.check(scores, pair)
        dominated += pair.dominates ? 1 : 0
      }
    }
    #expect(pairs > 9900 && dominated > 0)
  }

  private static func check(_ scores: LinearScores, _ pair: PairOrder) {
    let leads = zip(scores.row(pair.ahead), scores.row(pair.behind)).map { $0 - $1 }
    if pair.epsilon < 1, let worst = leads.indices.min(by: { leads[$0] < leads[$1] }) {
      // The contamination that hurts most: all of it on the node of the greatest deficit.
      let w = scores.weights.indices.map { node in
        (1 - pair.epsilon) * scores.weights[node] + (node == worst ? pair.epsilon : 0)
      }
      expectTurn(scores, pair, w)
    } else {
      #expect(leads.allSatisfy { $0 >= 0 } && pair.epsilon == 1)
    }
    if let flip = pair.flip, !pair.dominates {
      expectTurn(scores, pair, flip.weights)
      let moved = zip(flip.weights, scores.weights).reduce(0) { $0 + abs($1.0 - $1.1) }
      #expect(abs(moved - flip.distance) < 1e-12 && flip.weights.allSatisfy { $0 >= 0 })
      #expect(abs(flip.weights.reduce(0, +) - 1) < 1e-12)
      for change in pair.singleFlips.compactMap({ $0 }) {
        // The others shrink by what the one grows: no single change is shorter than the shortest.
        #expect(2 * abs(change) >= flip.distance - 1e-12)
      }
    }
    for (node, change) in pair.singleFlips.enumerated() {
      guard let change else { continue }
      let own = scores.weights[node]
      let w = scores.weights.indices.map {
        $0 == node ? own + change : scores.weights[$0] * (1 - own - change) / (1 - own)
      }
      if abs(own + change) > 1e-9, abs(own + change - 1) > 1e-9 { expectTurn(scores, pair, w) }
    }
  }

  /// No weights of the simplex within the stated distance turn the pair: along the edges from node to
  /// node, on which the shortest change lies, none does in half the distance of a finer search.
  @Test("no other exchange of weights is shorter") func shortest() throws {
    var trial = Trial.random(12, 3, seed: 5)
    trial.weights = [0.5, 0.3, 0.2]
    let scores = try trial.scores()
    for ahead in 0..<12 {
      for behind in ahead + 1..<12 {
        let pair = PairOrder(scores, ahead: ahead, behind: behind)
        guard let flip = pair.flip, flip.distance > 0.02 else { continue }
        for a in 0...100 {
          for b in 0...(100 - a) {
            let w = [Double(a) / 100, Double(b) / 100, Double(100 - a - b) / 100]
            let distance = zip(w, scores.weights).reduce(0) { $0 + abs($1.0 - $1.1) }
            if distance < flip.distance - 1e-9 { #expect(Self.lead(scores, pair, w) > 0) }
          }
        }
      }
    }
  }
}

@Suite("Exact shares of a simplex") struct SimplexShareTests {
  /// d = (3, −1): y·d ≤ 0 up to a quarter of the edge. (2, −1, −3): what is above is the corner cut off at
  /// ⅔ and 2/5 of its edges. (1, 0): nothing but a point.
  @Test("are lengths and areas") func closedForm() {
    #expect(SimplexShare.notAbove([3, -1]) == 0.25)
    #expect(abs(SimplexShare.notAbove([2, -1, -3]) - (1 - 2.0 / 3 * 0.4)) < 1e-15)
    #expect(abs(SimplexShare.notAbove([-2, 1, 3]) - 2.0 / 3 * 0.4) < 1e-15)
    #expect(SimplexShare.notAbove([1, 0]) == 0 && SimplexShare.notAbove([1, 2]) == 0)
    #expect(SimplexShare.notAbove([-1, 0]) == 1 && SimplexShare.notAbove([-1, -2]) == 1)
  }

  /// P(w_1 > ½) on seven nodes is (½)⁶: w_1 − the others' sum is above 0.
  @Test("in seven nodes: a corner") func corner() {
    let share = SimplexShare.notAbove([1, -1, -1, -1, -1, -1, -1])
    #expect(abs(1 - share - 1.0 / 64) < 1e-15)
    // By symmetry as much is above as below.
    #expect(abs(SimplexShare.notAbove([5, 3, 1, -1, -3, -5]) - 0.5) < 1e-15)
  }

  @Test("are known of sets that are simplices alone") func sets() throws {
    let nominal = [0.5, 0.3, 0.2]
    let d = [1.0, -1, 0]
    // Ordinal: the first is never below the second.
    #expect(try #require(WeightSet(.ordinal, nominal: nominal)).shareAbove(d) == 1)
    #expect(try #require(WeightSet(.simplex, nominal: nominal)).shareAbove(d) == 0.5)
    #expect(try #require(WeightSet(.simplex, nominal: nominal)).shareAbove([0, 0, 0]) == 0.5)
    #expect(try #require(WeightSet(.box(0.25), nominal: nominal)).shareAbove(d) == nil)
    #expect(try #require(WeightSet(.box(9), nominal: [1, 1, 1])).shareAbove(d) == nil)
    #expect(try #require(WeightSet(.ordinal, nominal: [2, 1, 1])).shareAbove(d) == nil)
    #expect(try #require(WeightSet(.ordinal, nominal: [1, 1, 1])).shareAbove(d) == 0.5)
  }
}
