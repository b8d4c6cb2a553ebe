import Scoring
import Testing

@testable import Audit

/// Beside scipy's solver for integer programs: Fixtures/rank_bounds.py made the numbers.
@Suite("Rank bounds agree with a general solver") struct RankBoundFixtureTests {
  /// The ends where ties count for the country, and where they count against it.
  struct Expected {
    let best: ClosedRange<Int>
    let worst: ClosedRange<Int>
  }

  static func expected(_ weights: String, in file: String = "rank_bounds.csv") throws -> [Expected] {
    try Trial.text(file).split(separator: "\n").dropFirst().compactMap { line in
      let cells = line.split(separator: ",")
      guard cells[0] == weights else { return nil }
      let ends = cells[2...].compactMap { Int($0) }
      return Expected(best: ends[0]...ends[1], worst: ends[2]...ends[3])
    }
  }

  /// That the weights of an end lie in the set and give its rank when Scoring ranks under them.
  static func expectCertificate(
    _ end: RankBounds.End, _ bounds: RankBounds, _ table: ScoreTable, _ set: WeightSet,
    level: AuditLevel = .dimension, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let scores = table.auditedScores(end.weights, level: level)
    let own = scores[bounds.country]
    let rank = 1 + scores.count { $0 > own }
    #expect(rank == end.attained, sourceLocation: sourceLocation)
    #expect(set.contains(end.weights, tolerance: 1e-12), sourceLocation: sourceLocation)
  }

  @Test("for 30 countries in 40 indicators, every end exact") func wide() throws {
    let table = try Trial.wide().table()
    let scores = try #require(LinearScores(table, level: .indicator))
    let set = try #require(WeightSet(.box(0.25), nominal: scores.weights))
    let expected = try Self.expected("box:25%", in: "wide_rank_bounds.csv")
    let all = RankBoundSearch(table, scores, set).run()
    #expect(expected.count == 30 && all.count == 30 && scores.nodes.count == 40)
    for bounds in all {
      #expect(bounds.isExact, "\(bounds)")
      let (best, worst) = (expected[bounds.country].best, expected[bounds.country].worst)
      #expect(best == bounds.best.attained...bounds.best.attained, "\(bounds)")
      #expect(worst == bounds.worst.attained...bounds.worst.attained, "\(bounds)")
      Self.expectCertificate(bounds.best, bounds, table, set, level: .indicator)
      Self.expectCertificate(bounds.worst, bounds, table, set, level: .indicator)
    }
  }

  static let sets: [(String, WeightSet.Kind)] = [
    ("box:25%", .box(0.25)), ("simplex", .simplex), ("ordinal", .ordinal), ("cone:0.2", .cone(0.2)),
  ]

  @Test("for 60 countries in 7 dimensions, with weights that attain them", arguments: sets) func sixty(
    name: String, kind: WeightSet.Kind
  ) throws {
    let table = try Trial.sixty().table()
    let scores = try #require(LinearScores(table))
    let set = try #require(WeightSet(kind, nominal: scores.weights))
    let expected = try Self.expected(name)
    #expect(expected.count == 60)
    for bounds in RankBoundSearch(table, scores, set).run() {
      let (own, other) = ("\(name) \(bounds)", expected[bounds.country])
      // Where the end is a tie, it may be left open which; elsewhere it is exact.
      #expect(other.best.contains(bounds.best.proven), "\(own)")
      #expect(other.best.contains(bounds.best.attained), "\(own)")
      #expect(other.worst.contains(bounds.worst.proven), "\(own)")
      #expect(other.worst.contains(bounds.worst.attained), "\(own)")
      #expect(bounds.best.proven <= bounds.best.attained, "\(own)")
      #expect(bounds.worst.proven >= bounds.worst.attained, "\(own)")
      Self.expectCertificate(bounds.best, bounds, table, set)
      Self.expectCertificate(bounds.worst, bounds, table, set)
    }
    if kind == .box(0.25) || kind == .simplex {
      #expect(expected.allSatisfy { $0.best.count == 1 && $0.worst.count == 1 })
    }
  }
}
