import Foundation
import IndexModel
import Scoring
import Testing

@testable import Audit

@Suite("Rank acceptability") struct AcceptabilityTests {
  static func acceptability(_ trial: Trial, _ kind: WeightSet.Kind, _ samples: Int = 40_000) throws -> (
    LinearScores, Acceptability
  ) {
    let scores = try trial.scores()
    let set = try #require(WeightSet(kind, nominal: scores.weights))
    return (scores, Acceptability(scores, set, samples: samples, seed: 1))
  }

  static func expect(
    _ share: Double, _ expected: Double, _ all: Acceptability,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(
      abs(share - expected) <= 4 * all.standardError(expected), "\(share) for \(expected)",
      sourceLocation: sourceLocation)
  }

  @Test(
    "shares of each country and of each rank sum to 1",
    arguments: [.simplex, .box(0.25), .ordinal, .cone(0.2)] as [WeightSet.Kind]) func sums(
      kind: WeightSet.Kind
    ) throws
  {
    let (_, all) = try Self.acceptability(try Trial.sixty(), kind, 3000)
    let places = all.countries.indices
    for country in places { #expect(abs(places.reduce(0) { $0 + all.share(country, rank: $1) } - 1) < 1e-12) }
    let ranks = places.map { rank in places.reduce(0) { $0 + all.share($1, rank: rank) } }
    // Two pairs of equal countries share ranks, and the rank after theirs is no one's.
    #expect(abs(ranks.reduce(0, +) - 60) < 1e-9)
    #expect(ranks.allSatisfy { $0 < 2 + 1e-12 })
    #expect(places.filter { all.share($0, rank: 0) > 0 } == places.filter { all.centralWeights($0) != nil })
  }

  /// A has 100w, B 100(1 − w), C 40. A is first from w = 0.5, last below 0.4; C is second
  /// below 0.4 and above 0.6, never first.
  @Test("two nodes: lengths of intervals") func intervals() throws {
    let (scores, all) = try Self.acceptability(Trial(rows: [[100, 0], [0, 100], [40, 40]]), .simplex)
    let order = scores.countries
    let (a, c) = (
      try #require(order.firstIndex(of: RowIndex(0))), try #require(order.firstIndex(of: RowIndex(2)))
    )
    Self.expect(all.share(a, rank: 0), 0.5, all)
    Self.expect(all.share(a, rank: 1), 0.1, all)
    Self.expect(all.share(a, rank: 2), 0.4, all)
    Self.expect(all.share(c, rank: 1), 0.8, all)
    #expect(all.share(c, rank: 0) == 0 && all.centralWeights(c) == nil)
    // Mean rank of A: 0.5 + 0.2 + 1.2.
    #expect(abs(all.mean(a).value - 1.9) <= 4 * all.mean(a).error)
    #expect(all.quantile(a, 0.45) == 1 && all.quantile(a, 0.55) == 2 && all.quantile(a, 0.95) == 3)
    // First from 0.5 to 1: the mean weight is 0.75, the variance 0.5²/12.
    let central = try #require(all.centralWeights(a))
    let errors = try #require(all.centralWeightErrors(a))
    #expect(abs(central[0] - 0.75) <= 4 * errors[0])
    let expected = (0.25 / 12 / (all.share(a, rank: 0) * Double(all.samples))).squareRoot()
    #expect(abs(errors[0] / expected - 1) < 0.05)
  }

  /// Three countries have 100 in one node each, a fourth 60 in all: A is first where w_1 > 0.6, a
  /// corner of 0.4² of the triangle; its mean weight there is 0.6 + 0.4/3.
  @Test("three nodes: areas") func areas() throws {
    let (scores, all) = try Self.acceptability(
      Trial(rows: [[100, 0, 0], [0, 100, 0], [0, 0, 100], [60, 60, 60]]), .simplex)
    let place = try (0..<4).map { try #require(scores.countries.firstIndex(of: RowIndex($0))) }
    for country in 0..<3 { Self.expect(all.share(place[country], rank: 0), 0.16, all) }
    Self.expect(all.share(place[3], rank: 0), 0.52, all)
    Self.expect(all.share(place[3], rank: 1), 0.48, all)
    let central = try #require(all.centralWeights(place[0]))
    let errors = try #require(all.centralWeightErrors(place[0]))
    #expect(abs(central[0] - 0.6 - 0.4 / 3) <= 4 * errors[0])
  }

  /// (0.6, 0.4) ± 25 %: the first weight is uniform from 0.5 to 0.7. 100w beats 65 from 0.65 on.
  @Test("a box in two nodes: lengths of intervals") func boxInterval() throws {
    let (scores, all) = try Self.acceptability(
      Trial(rows: [[100, 0], [65, 65]], weights: [0.6, 0.4]), .box(0.25))
    let place = try #require(scores.countries.firstIndex(of: RowIndex(0)))
    Self.expect(all.share(place, rank: 0), 0.25, all)
  }

  @Test(
    "pairs in seven nodes: exact shares of the simplex",
    arguments: [.simplex, .cone(0.3), .ordinal] as [WeightSet.Kind]) func pairs(kind: WeightSet.Kind) throws
  {
    for seed in 0..<4 as Range<UInt64> {
      var trial = Trial.random(2, 7, seed: seed)
      trial.weights = [7, 6, 5, 4, 3, 2, 1]
      let (scores, all) = try Self.acceptability(trial, kind, 20_000)
      let set = try #require(WeightSet(kind, nominal: scores.weights))
      let d = zip(scores.row(0), scores.row(1)).map { $0 - $1 }
      let exact = try #require(set.shareAbove(d))
      Self.expect(all.share(0, rank: 0), exact, all)
    }
  }

  @Test("hold for no country, for one, and for equal ones") func degenerate() throws {
    let (_, none) = try Self.acceptability(Trial(rows: [[nil, nil], [nil, nil]]), .simplex, 10)
    #expect(none.countries == [])
    let (_, one) = try Self.acceptability(Trial(rows: [[3, 4]]), .simplex, 10)
    #expect(one.share(0, rank: 0) == 1)
    let (_, equal) = try Self.acceptability(Trial(rows: [[3, 4], [3, 4], [1, 1]]), .simplex, 10)
    #expect(equal.share(0, rank: 0) == 1 && equal.share(1, rank: 0) == 1)
    #expect(equal.share(2, rank: 2) == 1)
  }
}
