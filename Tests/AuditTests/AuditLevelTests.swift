import IndexModel
import Scoring
import Testing

@testable import Audit

@Suite("Scores that are linear in the weights of indicators") struct AuditLevelTests {
  private static func scores(_ trial: Trial) throws -> (ScoreTable, LinearScores) {
    let table = try trial.table()
    return (table, try #require(LinearScores(table, level: .indicator)))
  }

  /// Two indicators in a, one in b: a quarter, a quarter, a half. A has 80 and nothing in a, so a is 80
  /// and the index (80 + 40)/2 = 60. With the index for the missing one, the sum would be
  /// 80/4 + 60/4 + 40/2 = 55; with the dimension it is 60. B has nothing in a: its index is 50.
  @Test("have the score of what stands above a missing indicator, so that nominal weights give the index")
  func missing() throws {
    let (table, scores) = try Self.scores(
      Trial(rows: [[80, nil, 40], [nil, nil, 50], [70, 90, 100]], dimensions: ["a", "a", "b"]))
    #expect(scores.level == .indicator && scores.weights == [0.25, 0.25, 0.5])
    // By rank: the third with (80 + 100)/2 = 90, then A and B.
    #expect(scores.countries.map(\.value) == [2, 0, 1])
    #expect(scores.row(0) == [70, 90, 100])
    #expect(scores.row(1) == [80, 80, 40])
    #expect(scores.row(2) == [50, 50, 50])
    #expect(table.auditedScores(scores.weights, level: .indicator) == [60, 50, 90])
    // All weight within a on the second indicator: A's stands at 80 there, the third's at 90.
    #expect(table.auditedScores([0, 0.5, 0.5], level: .indicator) == [60, 50, 95])
  }

  /// A component of three indicators of which one is there, less than half, is not scored; a is its other
  /// part, 60. What there is in the component plays no part in the index, (60 + 20)/2 = 40.
  @Test("leave out what a country has in a component that is not scored") func component() throws {
    let (table, scores) = try Self.scores(
      Trial(
        rows: [[90, nil, nil, 60, 20], [10, 10, 10, 10, 10]], dimensions: ["a/c", "a/c", "a/c", "a", "b"]))
    #expect(table.score(RowIndex(0)) == 40)
    #expect(scores.row(0) == [60, 60, 60, 60, 20])
    let sum = zip(scores.weights, scores.row(0)).reduce(0) { $0 + $1.0 * $1.1 }
    #expect(abs(sum - 40) < 1e-12)
  }

  @Test(
    "are those of one mean over all indicators, floor and gaps included",
    arguments: [(.arithmetic, 1), (.geometric, 1), (.harmonic, 1), (.power, 0.5), (.power, -2), (.power, 3)]
      as [(Aggregation, Double)]) func nested(method: Aggregation, power: Double) throws
  {
    var trial = Trial.random(12, 6, seed: 3)
    trial.dimensions = ["a/c", "a/c", "a", "b", "b", "e"]
    (trial.aggregation, trial.inside, trial.power) = (method, method, power)
    // Below the floor of 1, and missing.
    trial.rows[0][0] = 0
    trial.rows[1][3] = 0.5
    trial.rows[2][1] = nil
    trial.rows[3][4] = nil
    let (table, scores) = try Self.scores(trial)
    let mean = try #require(LinearMean(method, table.lens.aggregation))
    let again = table.auditedScores(scores.weights, level: .indicator)
    for (place, country) in scores.countries.enumerated() {
      let score = try #require(table.score(country))
      let sum = zip(scores.weights, scores.row(place)).reduce(0) { $0 + $1.0 * $1.1 }
      var flat = [0.0]
      mean.scores(of: [sum], count: 1, into: &flat)
      #expect(abs(flat[0] - score) < 1e-9 && abs(again[country] - score) < 1e-9)
    }
  }

  @Test("there are none where parts are joined otherwise than dimensions, and it is told where") func mixed()
    throws
  {
    var trial = Trial(rows: [[1, 2, 3]], dimensions: ["a", "b", "b"])
    trial.aggregation = .geometric
    let table = try trial.table()
    #expect(LinearScores(table) != nil)
    #expect(LinearScores(table, level: .indicator) == nil)
    // a passes its only indicator on; b is what does not fit.
    let b = table.dimensions[1]
    #expect(table.nonLinearity(.indicator) == .mixed(node: b, .arithmetic, dimensions: .geometric))
    trial.dimensions = ["a", "b", "e"]
    #expect(LinearScores(try trial.table(), level: .indicator) != nil)
    trial.aggregation = .minimum
    #expect(try trial.table().nonLinearity(.indicator) == .method(.minimum))
  }

  @Test(
    "give the bounds of an index that has its indicators for dimensions",
    arguments: [.simplex, .box(0.25), .ordinal, .cone(0.2)] as [WeightSet.Kind]) func flat(
      kind: WeightSet.Kind
    ) throws
  {
    var (nested, flat) = (Trial.random(20, 5, seed: 8), Trial.random(20, 5, seed: 8))
    nested.dimensions = ["a", "a", "b", "b", "e"]
    nested.weights = [1, 1, 1, 1, 1]
    flat.weights = [1, 1, 1, 1, 2]
    let (table, scores) = try Self.scores(nested)
    let set = try #require(WeightSet(kind, nominal: scores.weights))
    let expected = try RankBoundTests.bounds(flat, kind)
    for bounds in RankBoundSearch(table, scores, set).run() {
      let other = expected[bounds.country]
      #expect(bounds.best.proven == other.best.proven && bounds.rank == other.rank)
      #expect(bounds.worst.proven == other.worst.proven)
      RankBoundFixtureTests.expectCertificate(bounds.best, bounds, table, set, level: .indicator)
      RankBoundFixtureTests.expectCertificate(bounds.worst, bounds, table, set, level: .indicator)
    }
  }

  /// 0.1 + 0.2 is not 0.3 in binary.
  @Test("weights that only rounding tells apart may stand in either order of an ordinal set") func rounding()
    throws
  {
    let set = try #require(WeightSet(.ordinal, nominal: [0.1 + 0.2, 0.3, 0.4]))
    #expect(set.contains([0.2, 0.35, 0.45]) && set.contains([0.35, 0.2, 0.45]))
    #expect(!set.contains([0.45, 0.2, 0.35]))
  }

  @Test("an audit of them leaves out what draws weights of dimensions") func parts() throws {
    var settings = AuditSettings()
    (settings.level, settings.samples) = (.indicator, 100)
    let found = AuditRun(
      try Trial(rows: [[10, 60, 50], [80, 20, 30]], dimensions: ["a", "a", "b"]).table(), settings)()
    #expect(found.uncertainty == nil && found.sensitivity == nil)
    #expect(found.importance?.count == 3 && found.stability?.count == 3)
    #expect(found.bounds?.count == 2 && found.targetImportance?.weights.count == 3)
  }
}
