import IndexModel
import Scoring
import Testing

@testable import Audit

import Glibc

@Suite("Uncertainty over all judgements") struct UncertaintyTests {
  /// What Scoring makes of a combination, with a lens put together here.
  static func scored(_ levels: [Int], _ weights: [Double], _ table: ScoreTable) -> ScoreTable {
    let framework = table.framework
    var lens = table.lens
    for (node, weight) in zip(table.dimensions, weights) {
      guard let path = DimensionPath(framework.nodes[node].name) else { continue }
      lens.weights[path] = weight
    }
    lens.normalisation = [.goalposts, .minmax, .zscore, .rank, .percentile][levels[0]]
    lens.aggregation.dimensions = [.arithmetic, .geometric, .harmonic][levels[1]]
    lens.impute = [.none, .regionMedian, .incomeMedian][levels[2]]
    lens.outliers = [.none, .winsorise][levels[3]]
    lens.carryForward = [5, 10, 15][levels[4]]
    let factor = [1, 1.1, 0.9][levels[5]]
    for indicator in framework.indicators {
      guard let posts = indicator.goalposts, factor != 1 else { continue }
      let ends = [posts.worst, posts.best].map { indicator.transform($0) ?? .nan }
      let middle = (ends[0] + ends[1]) / 2
      let least = indicator.transform == .none ? -Double.infinity : 0
      let moved = ends.map { indicator.transform.inverse(max(least, middle + factor * ($0 - middle))) }
      lens.goalposts[indicator.id] = Goalposts(worst: moved[0], best: moved[1])
    }
    let leaves = table.dimensions.flatMap { framework.leaves(below: $0) }
    if levels[6] > 0, let gone = framework.nodes[leaves[levels[6] - 1]].indicator {
      lens.leaveOut([framework.indicators[gone]], framework)
    }
    return table.cube.score(table.year, by: lens)
  }

  /// Draws so many combinations, each beside what Scoring makes of it.
  private static func draw(
    _ count: Int, of space: JudgementSpace, _ table: ScoreTable,
    _ hold: (JudgedRanking, ScoreTable) throws -> Void
  ) rethrows {
    var ranking = JudgedRanking(space)
    for replicate in 0..<count {
      var generator = CounterGenerator(seed: 2, stream: UInt64(replicate))
      ranking.draw(&generator)
      ranking.rank()
      ranking.score()
      try hold(ranking, scored(ranking.levels, ranking.weights, table))
    }
  }

  @Test("Scores of an index that is rounded are whole numbers under every combination") func rounded() throws
  {
    let table = try JudgedWorld.table { $0.aggregation.rules.dimensions.decimals = 0 }
    let space = try JudgedWorld.space(table)
    try Self.draw(200, of: space, table) { ranking, other in
      for (place, country) in space.countries.enumerated() {
        let score = try #require(other.score(Framework.root, country))
        #expect(score == score.rounded() && ranking.scores[place] == score, "\(ranking.levels) \(country)")
      }
    }
  }

  @Test("Scores of a combination are what Scoring gives to a lens of these judgements") func replicates()
    throws
  {
    let table = try JudgedWorld.table()
    let space = try JudgedWorld.space(table)
    #expect(space.judgements.counts == [5, 3, 3, 2, 3, 3, 8])
    var (compared, lacking) = (0, 0)
    try Self.draw(400, of: space, table) { ranking, other in
      for (place, country) in space.countries.enumerated() {
        let score = try #require(other.score(Framework.root, country))
        #expect(abs(ranking.scores[place] - score) < 1e-9, "\(ranking.levels) \(country)")
        compared += 1
        if table.dimensions.contains(where: { other.score($0, country) == nil }) { lacking += 1 }
      }
      let above = space.countries.indices.map { one in
        space.countries.indices.count { ranking.sums[$0] > ranking.sums[one] }
      }
      #expect(above == space.countries.indices.map { Int(ranking.ranks[$0]) })
    }
    #expect(compared == 400 * 8 && lacking > 100)
  }

  @Test("Quantiles are those of the replicates, drawn one after the other") func quantiles() throws {
    let table = try JudgedWorld.table()
    let space = try JudgedWorld.space(table)
    let (samples, seed) = (5000, UInt64(6))
    let result = Uncertainty(space, samples: samples, seed: seed)
    var ranking = JudgedRanking(space)
    var ranks = [[Int]](repeating: [], count: space.countries.count)
    var scores = [[Double]](repeating: [], count: space.countries.count)
    for replicate in 0..<samples {
      var generator = CounterGenerator(seed: seed, stream: UInt64(replicate))
      ranking.draw(&generator)
      ranking.rank()
      ranking.score()
      for country in space.countries.indices {
        ranks[country].append(Int(ranking.ranks[country]) + 1)
        scores[country].append(ranking.scores[country])
      }
    }
    for country in space.countries.indices {
      let (sorted, values) = (ranks[country].sorted(), scores[country].sorted())
      for share in [0.05, 0.25, 0.5, 0.75, 0.95] {
        // The least that has the share at or below it: the 250th of 5000 at 5 %.
        let place = Int((share * 5000).rounded()) - 1
        #expect(result.quantile(country, share) == sorted[place])
        #expect(result.scores(country, [share]) == [values[place]])
      }
      let mean = Double(sorted.reduce(0, +)) / 5000
      let squares = sorted.reduce(0) { $0 + (Double($1) - mean) * (Double($1) - mean) }
      #expect(abs(result.mean(country).value - mean) < 1e-9)
      #expect(abs(result.mean(country).error - (squares / 5000 / 5000).squareRoot()) < 1e-9)
    }
    // √(0.25/5000) = 0.00707: the scores at the shares 0.4929 and 0.5071, the 2465th and the 2536th.
    let values = scores[3].sorted()
    #expect(result.standardError(ofScore: 3, 0.5) == (values[2535] - values[2464]) / 2)
    #expect(values[2535] > values[2464])
  }

  @Test("A country ahead in everything is first whatever is judged; another seed draws others")
  func dominant() throws {
    let table = try JudgedWorld.table()
    let space = try JudgedWorld.space(table)
    let result = Uncertainty(space, samples: 1000, seed: 1)
    #expect(table.country(result.countries[0]).code.description == "UTO")
    #expect(result.ranks == [1, 2, 3, 4, 5, 6, 7, 8])
    #expect(result.quantile(0, 1) == 1 && result.mean(0) == (1, 0))
    #expect(result.quantile(2, 0.05) < result.quantile(2, 0.95))
    let other = Uncertainty(space, samples: 1000, seed: 2)
    #expect(result.scores(1, [0.5]) != other.scores(1, [0.5]))
  }

  @Test("What a lens judges otherwise than all alternatives is one more of them") func own() throws {
    let table = try JudgedWorld.table {
      $0.carryForward = 20
      $0.normalisation = .minmax
      $0.aggregation.dimensions = .power
    }
    let judgements = Judgements(table)
    #expect(judgements.carryForwards == [5, 10, 15, 20])
    #expect(judgements.aggregations == [.arithmetic, .geometric, .harmonic, .power])
    #expect(judgements.normalisations.count == 5)
    let least = try JudgedWorld.table { $0.aggregation.dimensions = .minimum }
    #expect(Judgements(least).aggregations == [.arithmetic, .geometric, .harmonic])
  }

  @Test("A country without any score in a combination stands there with its score in the table")
  func withoutAny() throws {
    // Political alone is weighed, and Eldorado's votes are of 2012: too old at five years.
    let table = try JudgedWorld.table {
      $0.dimensionsRequired = 1
      for name in ["economic", "health"] { if let path = DimensionPath(name) { $0.weights[path] = 0 } }
    }
    let set = try #require(WeightSet(.simplex, nominal: [1]))
    let space = try #require(JudgementSpace(table, set))
    #expect(space.judgements.omissions == [nil])
    let eldorado = try #require(space.countries.firstIndex { table.country($0).code.description == "ELD" })
    var ranking = JudgedRanking(space)
    ranking.weights = [1]
    ranking.levels = [2, 1, 0, 0, 0, 0, 0]
    ranking.rank()
    ranking.score()
    #expect(abs(ranking.scores[eldorado] - 60) < 1e-9)
    #expect(ranking.scores.count { !$0.isFinite } == 0)
  }

  @Test("Where each country has its own best weights, those drawn take their place") func benefitOfTheDoubt()
    throws
  {
    func scores(_ scheme: WeightScheme) throws -> [[String: Double]] {
      let table = try JudgedWorld.table {
        $0.weightScheme = scheme
        $0.indicatorWeights = [:]
      }
      let set = try #require(WeightSet(.simplex, nominal: [1, 1, 1]))
      let space = try #require(JudgementSpace(table, set))
      var ranking = JudgedRanking(space)
      return (0..<50).map { replicate in
        var generator = CounterGenerator(seed: 3, stream: UInt64(replicate))
        ranking.draw(&generator)
        ranking.rank()
        ranking.score()
        let names = space.countries.map { table.country($0).code.description }
        return Dictionary(uniqueKeysWithValues: zip(names, ranking.scores))
      }
    }
    #expect(try scores(.benefitOfTheDoubt) == scores(.equal))
  }

  @Test("Where nobody is ranked there is nothing to say") func nobody() throws {
    let table = try JudgedWorld.table { $0.dimensionsRequired = 4 }
    let set = try JudgedWorld.set(table)
    let space = try #require(JudgementSpace(table, set))
    #expect(Uncertainty(space, samples: 10, seed: 1).countries.isEmpty)
    #expect(Sensitivity(space, baseSamples: 10, seed: 1).onShift == nil)
  }

  @Test("Goalposts widen about their middle on the transformed scale") func widths() throws {
    // 0–100, middle 50: −5 and 105 a tenth wider.
    let plain = try #require(Goalposts(worst: 0, best: 100))
    #expect(plain.widened(by: 0.1, .none) == Goalposts(worst: -5, best: 105))
    // ln 1 = 0 and ln 100, a tenth narrower: 100^0.05 and 100^0.95.
    let ratio = try #require(Goalposts(worst: 1, best: 100)?.widened(by: -0.1, .log))
    #expect(abs(ratio.worst - pow(100, 0.05)) < 1e-12 && abs(ratio.best - pow(100, 0.95)) < 1e-9)
    // √100 = 10 and √0 = 0: 10.5² = 110.25, and −0.5, which no square root is, stays 0.
    let root = try #require(Goalposts(worst: 100, best: 0)?.widened(by: 0.1, .sqrt))
    #expect(abs(root.worst - 110.25) < 1e-9 && root.best == 0)
    #expect(ratio.moreIsSafer && !root.moreIsSafer)
    #expect(Goalposts(worst: 0, best: 1)?.widened(by: 0.1, .log) == nil)
  }
}
