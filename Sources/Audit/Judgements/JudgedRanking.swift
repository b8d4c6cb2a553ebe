import CRankKernel

/// Scores and ranks of one combination of judgements and weights, with the room that one thread needs.
struct JudgedRanking {
  /// Which alternative of each judgement, in the order of `Judgements.counts`.
  var levels: [Int]
  /// One a dimension, of sum 1.
  var weights: [Double]
  /// The sums that order countries.
  private(set) var sums: [Double]
  /// The ranks, from 0, in the order of `JudgementSpace.countries`.
  private(set) var ranks: [UInt16]
  private(set) var scores: [Double]
  private let space: JudgementSpace
  private let sampler: WeightSampler
  private let counts: [Int]
  private var room: JudgementSpace.Room

  init(_ space: JudgementSpace) {
    self.space = space
    counts = space.judgements.counts
    levels = counts.map { _ in 0 }
    weights = space.nodes.map { _ in 0 }
    sums = [Double](repeating: 0, count: space.padded)
    ranks = [UInt16](repeating: 0, count: space.padded)
    scores = sums
    sampler = WeightSampler(space.set)
    room = JudgementSpace.Room(space)
  }

  /// Draws all judgements, each alternative as likely as the others.
  mutating func draw(_ generator: inout CounterGenerator) {
    sampler.draw(&generator, into: &weights)
    for judgement in levels.indices { levels[judgement] = generator.below(counts[judgement]) }
  }

  /// Takes the judgements from a point of the unit cube, in the order of `Judgements.Kind`.
  ///
  /// The first coordinate only says which of the weights that a generator gives are taken.
  mutating func take(_ point: [Double], seed: UInt64) {
    var generator = CounterGenerator(seed: seed, stream: point[0].bitPattern)
    sampler.draw(&generator, into: &weights)
    for judgement in levels.indices {
      levels[judgement] = Int(point[judgement + 1] * Double(counts[judgement]))
    }
  }

  /// Gives the weight of a dimension (a place in the space's `nodes`) to the others, in proportion.
  mutating func leaveOut(_ dimension: Int) {
    let rest = 1 - weights[dimension]
    weights[dimension] = 0
    if rest > 0 { for node in weights.indices { weights[node] /= rest } }
  }

  mutating func rank() {
    space.add(levels, weights, &room, into: &sums)
    space.means[levels[1]].tie(&sums, count: space.countries.count)
    rank_scores(sums, space.padded, space.countries.count, &ranks)
  }

  mutating func score() {
    space.means[levels[1]].scores(of: sums, count: space.countries.count, into: &scores)
  }
}
