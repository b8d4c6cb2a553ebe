import IndexModel
import Scoring
import Tabular
import Testing

@testable import Audit

@Suite("Draws of weights that order countries by no sum") struct TreeScoresTests {
  /// Three levels, a component of its own, parts alone, gaps and scores at and below the floor.
  private static func trial(_ dimensions: Aggregation, _ inside: Aggregation, power: Double = 0.5) -> Trial {
    var trial = Trial.random(30, 9, seed: 11)
    trial.dimensions = ["a/c", "a/c", "a", "a/h", "b", "b", "e", "f/g", "f/g"]
    (trial.aggregation, trial.inside, trial.power) = (dimensions, inside, power)
    trial.rows[0][0] = 0
    trial.rows[1][4] = 0.5
    trial.rows[2][1] = nil
    trial.rows[3][6] = nil
    trial.rows[4][7] = nil
    trial.rows[4][8] = nil
    return trial
  }

  private static func expectSame(
    _ table: ScoreTable, _ level: AuditLevel, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let tree = try #require(TreeScores(table, level: level))
    let set = try #require(WeightSet(.simplex, nominal: tree.weights))
    let sampler = WeightSampler(set)
    var weights = [Double](repeating: 0, count: tree.nodes.count)
    for stream in 0..<6 as Range<UInt64> {
      var generator = CounterGenerator(seed: 5, stream: stream)
      sampler.draw(&generator, into: &weights)
      // Nothing at all on one node, then on a whole dimension.
      if stream == 4 { weights[0] = 0 }
      if stream == 5 { for node in weights.indices.prefix(4) { weights[node] = 0 } }
      if weights.reduce(0, +) == 0 { continue }
      let expected = table.auditedScores(weights, level: level)
      for (country, score) in zip(tree.countries, tree.scores(weights)) {
        #expect(
          abs(score - expected[country]) <= 1e-9 * max(1, abs(expected[country])),
          sourceLocation: sourceLocation)
      }
    }
  }

  @Test(
    "score as the rules of the lens join the tree, whatever they are",
    arguments: Aggregation.allCases.filter { $0 != .ratio }, Aggregation.allCases.filter { $0 != .ratio })
  func same(dimensions: Aggregation, inside: Aggregation) throws {
    let table = try Self.trial(dimensions, inside).table()
    try Self.expectSame(table, .indicator)
    try Self.expectSame(table, .dimension)
  }

  @Test("score so with exponents on either side of 0 and 1", arguments: [-2, -0.5, 2]) func powers(
    power: Double
  ) throws {
    try Self.expectSame(try Self.trial(.power, .arithmetic, power: power).table(), .indicator)
    try Self.expectSame(try Self.trial(.geometric, .power, power: power).table(), .indicator)
  }

  @Test("score so where figures are missing and carried, and one node is joined otherwise") func judged()
    throws
  {
    let food = try #require(DimensionPath("economic/food"))
    let table = try JudgedWorld.table { $0.aggregation.nodes = [food: .harmonic] }
    try Self.expectSame(table, .indicator)
    try Self.expectSame(table, .dimension)
  }

  @Test(
    "count what sums count where the order is linear",
    arguments: [.simplex, .box(0.25), .ordinal, .cone(0.2)] as [WeightSet.Kind]) func linear(
      kind: WeightSet.Kind
    ) throws
  {
    for (method, power) in [(.arithmetic, 1), (.geometric, 1), (.power, -2)] as [(Aggregation, Double)] {
      let table = try Self.trial(method, method, power: power).table()
      let scores = try #require(LinearScores(table, level: .indicator))
      let tree = try #require(TreeScores(table, level: .indicator))
      #expect(tree.countries == scores.countries && tree.weights == scores.weights)
      let set = try #require(WeightSet(kind, nominal: tree.weights))
      let sums = Acceptability(scores, set, samples: 2000, seed: 3)
      let joined = Acceptability(tree, set, samples: 2000, seed: 3)
      for country in tree.countries.indices {
        for rank in tree.countries.indices {
          #expect(sums.share(country, rank: rank) == joined.share(country, rank: rank))
        }
        // The same weights summed in pieces of another size: equal but for rounding.
        let (one, other) = (sums.centralWeights(country), joined.centralWeights(country))
        #expect(one?.count == other?.count)
        for (mean, same) in zip(one ?? [], other ?? []) { #expect(abs(mean - same) < 1e-12) }
      }
    }
  }

  /// A has 100 and 0 in a and 60 in b, B has 60 everywhere. With t the first indicator's share of the weight
  /// within a, a of A is 100·t, and A is ahead where that is above 60, whatever b weighs: t is uniform
  /// from 0 to 1 on the simplex, so in 2/5 of it. There t is 4/5 on average, and apart from that a has 2/3 of
  /// all weight: 8/15, 2/15 and 1/3.
  @Test("find the share and the mean of weights that are worked by hand") func byHand() throws {
    let table = try Trial(
      rows: [[100, 0, 60], [60, 60, 60]], aggregation: .geometric, dimensions: ["a", "a", "b"]
    ).table()
    #expect(LinearScores(table, level: .indicator) == nil)
    let tree = try #require(TreeScores(table, level: .indicator))
    // By the stated weights a of A is 50: √(50·60) of B's 60.
    #expect(tree.countries.map(\.value) == [1, 0] && tree.weights == [0.25, 0.25, 0.5])
    let nominal = tree.scores(tree.weights)
    #expect(abs(nominal[0] - 60) < 1e-12 && abs(nominal[1] - 3000.0.squareRoot()) < 1e-12)
    let set = try #require(WeightSet(.simplex, nominal: tree.weights))
    let found = Acceptability(tree, set, samples: 40_000, seed: 1)
    AcceptabilityTests.expect(found.share(1, rank: 0), 0.4, found)
    AcceptabilityTests.expect(found.share(0, rank: 0), 0.6, found)
    let central = try #require(found.centralWeights(1))
    let errors = try #require(found.centralWeightErrors(1))
    for (node, expected) in [8 / 15.0, 2 / 15.0, 1 / 3.0].enumerated() {
      #expect(abs(central[node] - expected) <= 4 * errors[node])
    }
  }

  @Test("shares of each country sum to 1, under a minimum too") func sums() throws {
    let table = try Self.trial(.minimum, .arithmetic).table()
    let tree = try #require(TreeScores(table))
    let set = try #require(WeightSet(.box(0.25), nominal: tree.weights))
    let found = Acceptability(tree, set, samples: 500, seed: 1)
    for (place, country) in tree.countries.enumerated() {
      let all = tree.countries.indices.reduce(0) { $0 + found.share(place, rank: $1) }
      #expect(abs(all - 1) < 1e-12)
      // The least dimension is the least whatever it weighs.
      #expect(found.share(place, rank: (table.rank(country) ?? 0) - 1) == 1)
    }
  }

  @Test("are the same on any number of threads", arguments: [1, 2, 7]) func threads(count: Int) throws {
    let table = try Self.trial(.geometric, .arithmetic).table()
    let tree = try #require(TreeScores(table, level: .indicator))
    let set = try #require(WeightSet(.box(0.25), nominal: tree.weights))
    // Three pieces, the last of them short.
    func shares() -> [Double] {
      let found = Acceptability(tree, set, samples: 20_001, seed: 2)
      return tree.countries.indices.flatMap { country in
        tree.countries.indices.map { found.share(country, rank: $0) } + (found.centralWeights(country) ?? [])
          + (found.centralWeightErrors(country) ?? [])
      }
    }
    #expect(Threads.$count.withValue(count) { shares() } == shares())
  }

  @Test("are not to be had where countries share no weights, or an inner score is assumed") func none() throws
  {
    let own = try JudgedWorld.table {
      $0.weightScheme = .benefitOfTheDoubt
      $0.aggregation.dimensions = .arithmetic
    }
    #expect(TreeScores(own) == nil && TreeScores(own, level: .indicator) == nil)
    let table = try JudgedWorld.table()
    let node = try #require(table.dimensions.first)
    let assumed = table.cube.score(
      table.year, by: table.lens,
      with: [Intervention(node: node, country: table.countries[0], change: .set(40))])
    #expect(TreeScores(assumed, level: .indicator) == nil)
  }

  /// Of two parts A has one, 50: as a product, whose missing part counts as if it were like the other,
  /// 100·(1/2)² = 25. With 25 in place of what is missing it is 100·(1/2)·(1/4) = 12.5. A minimum stays.
  @Test("tell whom the stated weights give another score, since a gap is filled") func displaced() throws {
    var trial = Trial(rows: [[50, nil], [60, 70]])
    trial.aggregation = .product
    var table = try trial.table()
    var tree = try #require(TreeScores(table))
    #expect(table.score(RowIndex(0)) == 25 && tree.displaced(table) == [RowIndex(0)])
    let place = try #require(tree.countries.firstIndex(of: RowIndex(0)))
    #expect(abs(tree.scores(tree.weights)[place] - 12.5) < 1e-12)
    trial.aggregation = .minimum
    table = try trial.table()
    tree = try #require(TreeScores(table))
    #expect(tree.displaced(table) == [])
  }

  @Test("an audit draws them, and has neither bounds nor pairs") func audit() throws {
    var settings = AuditSettings()
    (settings.level, settings.samples) = (.indicator, 300)
    let run = AuditRun(try Self.trial(.geometric, .arithmetic).table(), settings)
    let found = run()
    #expect(found.acceptability?.samples == 300 && found.tree != nil && found.scores == nil)
    #expect(found.bounds == nil && found.winningIndices == nil && found.confidence == nil)
    #expect(found.checks.count { $0.kind == .rankWidth } == 30)
    let view = run(country: found.table.order[4])
    #expect(view.place == 4 && view.acceptability?.samples == 300 && view.bounds == nil)
  }
}
