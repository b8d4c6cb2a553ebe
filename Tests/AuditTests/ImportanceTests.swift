import Foundation
import Scoring
import Testing

@testable import Analysis
@testable import Audit

@Suite("Importance and redundancy") struct ImportanceTests {
  /// Fixtures/importance.py made the numbers, by numpy and scipy.
  struct Expected: Decodable {
    let covarianceShares: [Double]
    let mainEffects: [Double]
    let shapley: [Double]
    let attainableWeights: [Double]
    let alpha: Double
    let eigenvalues: [Double]
    let pearson: [Double]

    static func read() throws -> Expected {
      try JSONDecoder().decode(Expected.self, from: Trial.data("importance.json"))
    }
  }

  static func near(
    _ one: [Double], _ other: [Double], _ tolerance: Double, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(one.count == other.count, sourceLocation: sourceLocation)
    for (a, b) in zip(one, other) {
      #expect(abs(a - b) <= tolerance, "\(a) for \(b)", sourceLocation: sourceLocation)
    }
  }

  @Test("agrees with numpy on 60 countries, and its shares sum to 1") func fixture() throws {
    let expected = try Expected.read()
    let scores = try Trial.sixty().scores()
    let all = Importance.all(scores)
    Self.near(all.map(\.covarianceShare), expected.covarianceShares, 1e-12)
    Self.near(all.map(\.mainEffect), expected.mainEffects, 1e-10)
    Self.near(all.map(\.totalEffect), expected.shapley, 1e-10)
    Self.near(all.map(\.weight), Trial.nominal, 1e-15)
    #expect(abs(all.reduce(0) { $0 + $1.covarianceShare } - 1) < 1e-12)
    #expect(abs(all.reduce(0) { $0 + $1.totalEffect } - 1) < 1e-12)
  }

  /// All 8 × 8 pairs of two nodes: independent, of equal variance. With weights ¾ and ¼ both shares are
  /// 9 : 1. E[S given x] is a line, which the smoother follows exactly: the same 0.9 and 0.1.
  @Test("of independent nodes is the square of their weights") func independent() throws {
    let steps = (0..<8).map { Double($0) * 10 }
    var trial = Trial(rows: steps.flatMap { one in steps.map { [one, $0] } })
    trial.weights = [0.75, 0.25]
    let all = Importance.all(try trial.scores())
    for measure in [\Importance.covarianceShare, \.totalEffect, \.mainEffect] {
      Self.near(all.map { $0[keyPath: measure] }, [0.9, 0.1], 1e-12)
    }
  }

  /// The second node is the first again: each adds half in Shapley's sense, either alone explains all.
  @Test("of a node that is there twice is halved in total effect, whole in main effect") func twice() throws {
    let trial = Trial(rows: (0..<20).map { [Double($0), Double($0), 50] }, weights: [3, 1, 1])
    let all = Importance.all(try trial.scores())
    Self.near(all.map(\.covarianceShare), [0.75, 0.25, 0], 1e-12)
    Self.near(all.map(\.mainEffect), [1, 1, 0], 1e-12)
    Self.near(all.map(\.totalEffect), [0.5, 0.5, 0], 1e-12)
  }

  @Test("is not asked where nothing varies, also where means of constants would round") func constant() throws
  {
    let trial = Trial(rows: (0..<3).map { _ in [0.1, 0.7] }, weights: [1, 2])
    #expect(Importance.all(try trial.scores()).isEmpty)
    #expect(Moments.covariance([0.1, 0.1, 0.1], [0.1, 0.1, 0.1]) == 0)
    #expect(Moments.correlation([0.1, 0.1, 0.1], [1, 2, 3]) == nil)
    #expect(Moments.mean([]) == 0 && Moments.covariance([], []) == 0)
  }

  @Test("that is intended can be had, by weights that agree with scipy's") func attainable() throws {
    let found = TargetImportance(try Trial.sixty().scores())
    #expect(found.residual < 1e-20)
    Self.near(found.shares, Trial.nominal, 1e-10)
    Self.near(found.weights, try Expected.read().attainableWeights, 1e-6)
  }

  /// Independent nodes of standard deviations 2 : 1 have equal shares at weights 1 : 2.
  @Test("of independent nodes is had by weights against their spread") func attainableByHand() throws {
    let steps = (0..<5).map { Double($0) }
    let trial = Trial(rows: steps.flatMap { one in steps.map { [20 * one, 10 * $0] } })
    let found = TargetImportance(try trial.scores())
    #expect(found.residual < 1e-20)
    Self.near(found.weights, [1 / 3.0, 2 / 3.0], 1e-9)
  }

  /// A node that does not vary has no share: its 0.2 is missing, and half of it is too much in each of
  /// the two others: 0.2² + 2·0.1². Nodes that oppose each other exactly: shares a/(a − b) and −b/(a − b)
  /// are ≥ 1 and ≤ 0, or the reverse: 2·½².
  @Test("that cannot be had leaves a residual") func unattainable() throws {
    var generator = CounterGenerator(seed: 4, stream: 0)
    let rows = (0..<30).map { _ in [generator.uniform() * 100, generator.uniform() * 100, 40] }
    let constant = TargetImportance(try Trial(rows: rows).scores(), targets: [0.5, 0.3, 0.2])
    #expect(abs(constant.residual - 0.06) < 1e-9)
    let opposed = TargetImportance(
      try Trial(rows: (0..<9).map { [Double($0), 100 - Double($0)] }, weights: [2, 1]).scores(),
      targets: [0.5, 0.5])
    #expect(abs(opposed.residual - 0.5) < 1e-6)
    #expect(opposed.weights.allSatisfy { $0 >= 0 })
  }

  @Test("α, eigenvalues and correlations agree with numpy; what does not vary is left out") func redundancy()
    throws
  {
    let expected = try Expected.read()
    var trial = try Trial.sixty()
    // Seven indicators of one dimension, a constant one, and another dimension.
    trial.rows = trial.rows.map { $0 + [0.1, $0[0]] } + [[nil] + [Double?](repeating: 9, count: 8)]
    trial.weights = []
    trial.dimensions = [String](repeating: "a", count: 8) + ["b"]
    let table = try trial.table()
    let all = Redundancy.all(table)
    let first = try #require(all.first)
    #expect(all.count == 2 && first.leaves.count == 8 && first.complete == 60)
    #expect(abs(try #require(first.alpha) - expected.alpha) < 1e-12)
    let main = try #require(PrincipalComponents.all(table).first)
    #expect(main.countries == 60 && main.parts == Array(first.leaves.prefix(7)))
    #expect(main.constant == [first.leaves[7]])
    Self.near(main.components.map(\.eigenvalue), expected.eigenvalues, 1e-12)
    Self.near(main.components.map(\.explained), expected.eigenvalues.map { $0 / 7 }, 1e-12)
    #expect(first.pairs.count == 28)
    // The last country lacks the first indicator: 60 countries have both.
    Self.near(first.pairs.prefix(6).compactMap(\.pearson), expected.pearson, 1e-12)
    #expect(all[1].alpha == nil && all[1].pairs.isEmpty)
    #expect(table.dimensions.pairs.map { Association(table, $0, $1).countries } == [61])
  }
}
