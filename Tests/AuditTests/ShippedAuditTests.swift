import ArgumentParser
import Foundation
import HumanSecurityIndex
import Scoring
import Testing

@testable import Audit
@testable import hsi

/// The index as it is shipped, under its default lens.
@Suite("Rank bounds of the shipped index") struct ShippedAuditTests {
  static func table(_ lens: String = "undp-1994") throws -> ScoreTable {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Data")
      .standardizedFileURL.path
    return try ScoringOptions.parse(["--data", folder, "--lens", lens]).workspace().score()
  }

  @Test("over weights within a quarter of the nominal ones, every country's are exact") func box() throws {
    let table = try Self.table()
    let scores = try #require(LinearScores(table))
    let set = try #require(WeightSet(.box(0.25), nominal: scores.weights))
    let all = RankBoundSearch(table, scores, set).run()
    #expect(all.count > 180)
    for bounds in all {
      #expect(bounds.isExact, "\(table.country(bounds.country).name): \(bounds)")
      #expect(bounds.best.attained <= bounds.rank && bounds.rank <= bounds.worst.attained)
      RankBoundFixtureTests.expectCertificate(bounds.best, bounds, table, set)
      RankBoundFixtureTests.expectCertificate(bounds.worst, bounds, table, set)
    }
  }

  /// Every 24th country: all of them are a matter of seconds only in a release build.
  @Test("over all weights, a sample's are exact but for one, and no draw goes beyond them") func simplex()
    throws
  {
    let table = try Self.table()
    let scores = try #require(LinearScores(table))
    let set = try #require(WeightSet(.simplex, nominal: scores.weights))
    let search = RankBoundSearch(table, scores, set)
    let sampled = Acceptability(scores, set, samples: 5000, seed: 1)
    var open = 0
    for place in stride(from: 0, to: scores.countries.count, by: 24) {
      let bounds = search.bounds(of: place)
      open += bounds.isExact ? 0 : 1
      RankBoundFixtureTests.expectCertificate(bounds.best, bounds, table, set)
      RankBoundFixtureTests.expectCertificate(bounds.worst, bounds, table, set)
      for rank in scores.countries.indices where sampled.share(place, rank: rank) > 0 {
        #expect(bounds.best.proven <= rank + 1 && rank + 1 <= bounds.worst.proven)
      }
    }
    #expect(open <= 1)
  }

  @Test("nominal weights of indicators give every country its score, whatever it lacks") func indicators()
    throws
  {
    let table = try Self.table("equal-indicators")
    let scores = try #require(LinearScores(table, level: .indicator))
    #expect(scores.nodes.count > 40 && scores.countries.count > 150)
    #expect(abs(scores.weights.reduce(0, +) - 1) < 1e-12)
    let again = table.auditedScores(scores.weights, level: .indicator)
    var lacking = 0
    for (place, country) in scores.countries.enumerated() {
      let score = try #require(table.score(country))
      let sum = zip(scores.weights, scores.row(place)).reduce(0) { $0 + $1.0 * $1.1 }
      #expect(abs(sum - score) < 1e-9 && abs(again[country] - score) < 1e-9)
      if scores.nodes.contains(where: { table.score($0, country) == nil }) { lacking += 1 }
    }
    #expect(lacking > 50)
  }

  /// Every twelfth country, as above.
  @Test("over a quarter of each indicator's weight, a sample's are exact") func indicatorBounds() throws {
    let table = try Self.table("equal-indicators")
    let scores = try #require(LinearScores(table, level: .indicator))
    let set = try #require(WeightSet(.box(0.25), nominal: scores.weights))
    let search = RankBoundSearch(table, scores, set)
    for place in stride(from: 0, to: scores.countries.count, by: 12) {
      let bounds = search.bounds(of: place)
      #expect(bounds.isExact, "\(table.country(bounds.country).name): \(bounds)")
      #expect(bounds.best.attained <= bounds.rank && bounds.rank <= bounds.worst.attained)
      for end in [bounds.best, bounds.worst] {
        RankBoundFixtureTests.expectCertificate(end, bounds, table, set, level: .indicator)
      }
    }
  }
}
