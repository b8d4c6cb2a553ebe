import Scoring
import Testing

@testable import Audit

@Suite("How far one weight can move") struct StabilityIntervalTests {
  /// Equal weights. A leads B by 30 in the first node and is 10 behind in the second: level at a quarter of
  /// the first. No country crosses above.
  @Test("two countries by hand") func byHand() throws {
    let scores = try Trial(rows: [[50, 20], [20, 30]]).scores()
    let intervals = StabilityInterval.all(scores, top: 2)
    #expect(intervals.map(\.node) == [0, 1])
    #expect(abs(intervals[0].low - 0.25) < 1e-15 && intervals[0].high == 1)
    #expect(intervals[1].low == 0 && abs(intervals[1].high - 0.75) < 1e-15)
    for interval in intervals { #expect(try #require(interval.changes) == (0, 1)) }
    #expect(try #require(intervals[0].changesBelow) == (0, 1))
    #expect(try #require(intervals[1].changesAbove) == (0, 1))
    #expect(intervals[0].changesAbove == nil && intervals[1].changesBelow == nil)
  }

  @Test("no crossing leaves the whole range, and equal countries never cross") func none() throws {
    for rows in [[[50, 20], [40, 10], [40, 10]], [[7, 8]], [[5], [6]]] as [[[Double?]]] {
      for interval in StabilityInterval.all(try Trial(rows: rows).scores(), top: 3) {
        #expect(interval.low == 0 && interval.high == 1 && interval.changes == nil)
      }
    }
    let scores = try Trial(rows: [[50, 20], [20, 30]]).scores()
    for top in [0, -1] {
      #expect(StabilityInterval.all(scores, top: top).allSatisfy { $0.low == 0 && $0.high == 1 })
    }
  }

  /// Level at the nominal weights, with rounding: any movement to one side changes the order.
  @Test("countries that are level at the nominal weights end the interval there") func level() throws {
    for score in 1...59 {
      let value = Double(score) + 0.1
      var trial = Trial(rows: [[value, 60, 10.7], [60, value, 10.7], [0, 0, 0]])
      trial.weights = [0.3, 0.3, 0.1]
      for interval in StabilityInterval.all(try trial.scores(), top: 3).prefix(2) {
        let ends = [interval.low, interval.high]
        #expect(ends.contains { abs($0 - 3.0 / 7) < 1e-12 }, "\(interval)")
      }
    }
  }

  /// The order of the first `top` places under a weight of one node, the others in proportion.
  static func order(_ scores: LinearScores, _ node: Int, _ weight: Double, _ top: Int) -> [Int] {
    let own = scores.weights[node]
    let w = scores.weights.indices.map { $0 == node ? weight : scores.weights[$0] * (1 - weight) / (1 - own) }
    let sums = scores.countries.indices.map { country in
      zip(w, scores.row(country)).reduce(0) { $0 + $1.0 * $1.1 }
    }
    return Array(sums.indices.sorted { (-sums[$0], $0) < (-sums[$1], $1) }.prefix(top))
  }

  /// 240 worlds of 12 countries.
  @Test("the order holds just inside, and the countries named swap just outside", arguments: [1, 3, 12])
  func insideOutside(top: Int) throws {
    var turned = 0
    for seed in 0..<80 as Range<UInt64> {
      var trial = Trial.random(12, 4, seed: seed)
      trial.weights = [0.4, 0.3, 0.2, 0.1]
      let scores = try trial.scores()
      // Not those in which countries are level but for rounding.
      let sums = scores.countries.indices.map { country in
        zip(scores.weights, scores.row(country)).reduce(0) { $0 + $1.0 * $1.1 }
      }
      guard zip(sums, sums.dropFirst()).allSatisfy({ $0 - $1 > 1e-9 }) else { continue }
      for interval in StabilityInterval.all(scores, top: top) {
        let node = interval.node
        let nominal = Self.order(scores, node, scores.weights[node], top)
        let ends = [(interval.low, 1.0), (interval.high, -1.0)]
        guard interval.high - interval.low > 1e-5 else { continue }
        for (end, inward) in ends {
          #expect(Self.order(scores, node, end + inward * 1e-6, top) == nominal)
          guard end > 0, end < 1 else { continue }
          #expect(Self.order(scores, node, end - inward * 1e-6, top) != nominal)
          turned += 1
        }
        guard let (ahead, behind) = interval.changes else { continue }
        let own = scores.weights[node]
        let isLow = interval.high == 1 || own - interval.low < interval.high - own
        let beyond = isLow && interval.low > 0 ? interval.low - 1e-6 : interval.high + 1e-6
        let order = Self.order(scores, node, beyond, 12)
        #expect(try #require(order.firstIndex(of: behind)) < #require(order.firstIndex(of: ahead)))
      }
    }
    #expect(turned > 100)
  }
}
