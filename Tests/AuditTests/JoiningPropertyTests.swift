import IndexModel
import Scoring
import Testing

@testable import Audit

/// Missing weight is redistributed in `PresentMean`; whatever repeats it for speed is held to it here.
@Suite("Every way to join scores") struct JoiningPropertyTests {
  /// A world of gaps in components and dimensions, by a seed.
  private static func world(_ seed: UInt64, _ method: Aggregation) throws -> ScoreTable {
    var generator = CounterGenerator(seed: seed, stream: 9)
    var trial = Trial.random(12, 8, seed: seed)
    trial.dimensions = ["a/c", "a/c", "a", "b", "b", "e", "e/g", "e/g"]
    (trial.aggregation, trial.inside, trial.power) = (method, method, -1.5)
    for country in trial.rows.indices {
      for column in 0..<8 where generator.below(4) == 0 { trial.rows[country][column] = nil }
    }
    return try trial.table()
  }

  private static func near(_ one: Double, _ other: Double) -> Bool {
    abs(one - other) <= 1e-9 * max(1, abs(other))
  }

  /// Σ w·s/Σ w over the children that a country has, as a definition has it.
  @Test("gives the weight of what is missing to what is there", arguments: 1...8 as ClosedRange<UInt64>)
  func definition(seed: UInt64) throws {
    let table = try Self.world(seed, .arithmetic)
    for node in table.framework.nodeIndices where table.framework.nodes[node].indicator == nil {
      for country in table.rows {
        guard let score = table.score(node, country) else { continue }
        let present = table.childrenInSummationOrder(node).compactMap { child in
          table.score(child, country).map { (score: $0, weight: table.weights[child]) }
        }
        let sum = present.reduce(0) { $0 + $1.weight * $1.score }
        #expect(Self.near(score, sum / present.reduce(0) { $0 + $1.weight }))
      }
    }
  }

  @Test(
    "gives the scores of Aggregator under any weights", arguments: 1...4 as ClosedRange<UInt64>,
    [.arithmetic, .geometric, .harmonic, .power] as [Aggregation]) func weights(
      seed: UInt64, method: Aggregation
    ) throws
  {
    let table = try Self.world(seed, method)
    for level in AuditLevel.allCases {
      let linear = try #require(LinearScores(table, level: level))
      let tree = try #require(TreeScores(table, level: level))
      let mean = try #require(LinearMean(method, table.lens.aggregation))
      let set = try #require(WeightSet(.simplex, nominal: linear.weights))
      var weights = linear.weights
      for stream in 0..<5 as Range<UInt64> {
        let expected = table.auditedScores(weights, level: level)
        let sums = linear.countries.indices.map { place in
          zip(weights, linear.row(place)).reduce(0) { $0 + $1.0 * $1.1 }
        }
        var scores = sums
        mean.scores(of: sums, count: sums.count, into: &scores)
        for (place, country) in linear.countries.enumerated() {
          #expect(Self.near(scores[place], expected[country]))
          #expect(Self.near(tree.scores(weights)[place], expected[country]))
          // The nominal weights come first: they give what the table has.
          if stream == 0 { #expect(Self.near(scores[place], table.score(country) ?? .nan)) }
        }
        Self.expectKernel(linear, weights, sums)
        var generator = CounterGenerator(seed: seed, stream: stream)
        WeightSampler(set).draw(&generator, into: &weights)
      }
    }
  }

  private static func expectKernel(_ linear: LinearScores, _ weights: [Double], _ sums: [Double]) {
    let columns = PaddedScores(linear)
    var scores = [Double](repeating: 0, count: columns.padded)
    var ranks = [UInt16](repeating: 0, count: columns.padded)
    columns.rank(weights, &scores, &ranks)
    #expect(Array(scores.prefix(sums.count)) == sums)
    #expect(ranks.prefix(sums.count).map { Int($0) + 1 } == Ranking.competition(sums))
  }

  @Test(
    "gives the table's own scores to the figures as they are", arguments: 1...4 as ClosedRange<UInt64>,
    Aggregation.allCases) func rejoined(seed: UInt64, method: Aggregation) throws
  {
    let table = try Self.world(seed, method)
    var rejoining = try #require(Rejoining(table))
    rejoining { _, _, score in score }
    for country in table.rows {
      #expect(rejoining.table.score(Framework.root, country) == table.score(Framework.root, country))
    }
    guard let linear = LinearScores(table), let mean = LinearMean(method, table.lens.aggregation) else {
      return
    }
    for (place, country) in linear.countries.enumerated() {
      let row = linear.nodes.map { mean.term(rejoining.standIn($0, country) ?? 0) }
      #expect(row == linear.row(place))
    }
  }

  @Test("gives the scores of a lens of the same judgements", arguments: 1...4 as ClosedRange<UInt64>)
  func judged(seed: UInt64) throws {
    let table = try Self.world(seed, .geometric)
    let space = try JudgedWorld.space(table)
    var ranking = JudgedRanking(space)
    for replicate in 0..<20 {
      var generator = CounterGenerator(seed: seed, stream: UInt64(replicate))
      ranking.draw(&generator)
      // Without countries' groups there is nothing to impute by, and figures are of one year.
      for judgement in [2, 3, 4, 5, 6] { ranking.levels[judgement] = 0 }
      ranking.rank()
      ranking.score()
      let other = UncertaintyTests.scored(ranking.levels, ranking.weights, table)
      for (place, country) in space.countries.enumerated() {
        let score = try #require(other.score(Framework.root, country))
        #expect(Self.near(ranking.scores[place], score))
      }
    }
  }
}
