import IndexModel
import Scoring

/// How surely a country is first when the figures are read again with errors: the confidence factors of
/// stochastic multicriteria acceptability analysis.
///
/// Lahdelma, Hokkanen and Salminen, SMAA, European Journal of Operational Research 106, 1998; Lahdelma and
/// Salminen, SMAA-2, Operations Research 49, 2001. Every score of every indicator gets an independent normal
/// error (`ScoreNoise`) and is joined again by the table's rules. All countries share the same replicates.
package struct FirstConfidence: Sendable {
  /// How many times the figures were perturbed.
  package let samples: Int
  package let noise: ScoreNoise
  /// How often each country was first under its central weights; nil for one that has none.
  private let central: [Int?]
  /// The same under the nominal weights.
  private let nominal: [Int]

  /// So many replicates suffice: the standard error of a share is a point at most.
  package static let mostSamples = 2_500

  /// Perturbs and ranks, on all cores; the same figures on any number of them.
  /// - Parameters:
  ///   - acceptability: of the same scores; its central weights are looked at.
  ///   - samples: how many times figures are perturbed, at least once and `mostSamples` times at most.
  ///   - isStopped: asked on any thread, before the first time, whether to stop.
  ///   - mayGoOn: told how often they were; where it says no, these have to do.
  /// - Returns: nil where the figures do not show how far they may be off, the table rests on assumptions, or
  ///   it was stopped before the first time.
  package init?(
    _ table: ScoreTable, _ scores: LinearScores, _ acceptability: Acceptability, samples: Int, seed: UInt64,
    isStopped: @Sendable () -> Bool = { false }, mayGoOn: (Int) -> Bool = { _ in true }
  ) {
    guard let noise = ScoreNoise(table, isStopped: isStopped), let rejoining = Rejoining(table),
      let mean = LinearMean(table.lens.aggregation.dimensions, table.lens.aggregation)
    else { return nil }
    let samples = min(max(samples, 1), Self.mostSamples)
    let places = scores.countries.indices
    let candidates = places.compactMap { place in
      acceptability.centralWeights(place).map { (place: place, weights: $0) }
    }
    let race = PerturbedRace(
      scores: scores, noise: noise, mean: mean,
      // After the candidates at their own weights, everyone at the nominal ones.
      runners: candidates + places.map { (place: $0, weights: scores.weights) }, seed: seed)
    var counts = [Int](repeating: 0, count: race.runners.count)
    self.samples = inWaves(samples, pieceSize: Self.pieceSize, mayGoOn: mayGoOn) { replicates in
      race.wins(replicates, rejoining)
    } take: { piece in
      for runner in counts.indices { counts[runner] += piece[runner] }
    }
    self.noise = noise
    var central = [Int?](repeating: nil, count: places.count)
    for (candidate, count) in zip(candidates, counts) { central[candidate.place] = count }
    self.central = central
    nominal = Array(counts.dropFirst(candidates.count))
  }

  /// Replicates that one thread does at a time.
  private static let pieceSize = 16

  /// How often a country, by place, is first at its central weights; nil where it has none.
  package func atCentralWeights(_ country: Int) -> Double? {
    central[country].map { Double($0) / Double(samples) }
  }

  /// The share of perturbed figures under which a country is first at the nominal weights.
  package func atNominalWeights(_ country: Int) -> Double { Double(nominal[country]) / Double(samples) }

  package func standardError(_ share: Double) -> Double { SampledShare.standardError(share, of: samples) }
}

/// Countries, each at some weights, and whether they are ahead of all others when figures have errors.
private struct PerturbedRace: Sendable {
  let scores: LinearScores
  let noise: ScoreNoise
  let mean: LinearMean
  let runners: [(place: Int, weights: [Double])]
  let seed: UInt64

  /// Keeps the random numbers apart from those that weights of the same seed are drawn with.
  private static let stride: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// How often each of the runners was first over some replicates; who ties with the first is first.
  func wins(_ replicates: Range<Int>, _ rejoining: Rejoining) -> [Int] {
    var wins = [Int](repeating: 0, count: runners.count)
    var rejoining = rejoining
    for replicate in replicates {
      var generator = CounterGenerator(seed: seed &+ Self.stride, stream: UInt64(replicate))
      var spare: Double?
      rejoining { indicator, _, score in
        if let kept = spare {
          spare = nil
          return score + noise.deviations[indicator] * kept
        }
        let (one, other) = generator.normals()
        spare = other
        return score + noise.deviations[indicator] * one
      }
      let rows = rows(rejoining)
      for (runner, own) in runners.enumerated() where isFirst(own.place, own.weights, rows) {
        wins[runner] += 1
      }
    }
    return wins
  }

  /// The linear values, country after country: without errors `LinearScores.row`, to the last bit.
  private func rows(_ rejoining: Rejoining) -> [Double] {
    scores.countries.flatMap { country in
      scores.nodes.map { node in mean.term(rejoining.standIn(node, country) ?? 0) }
    }
  }

  private func isFirst(_ place: Int, _ weights: [Double], _ rows: [Double]) -> Bool {
    let nodes = weights.count
    func sum(_ country: Int) -> Double {
      var sum = 0.0
      for node in 0..<nodes { sum += weights[node] * rows[country * nodes + node] }
      return sum
    }
    let own = sum(place)
    return scores.countries.indices.allSatisfy { sum($0) <= own }
  }
}
