/// Draws weights uniformly from a weight set, without a logarithm or any other function whose last bit
/// could differ between machines.
///
/// On the simplex the gaps between sorted uniform numbers are uniform, Dirichlet(1, …, 1) (normalised
/// uniforms are not); an ordinal set is a part of the simplex, reached by sorting; a cone is its image.
/// A box is drawn by rejection from whichever of two regions that cover it fits it better: all weights but
/// the widest uniformly within their bounds, kept where the widest then falls within its own; or, for
/// wide boxes, the simplex above the lower bounds, kept where no weight exceeds its upper one. Where
/// neither fits, as with dozens of weights of which some are small, `ExponentialTilting` do: of n nodes they
/// keep one draw in some √(2πn) at worst.
package struct WeightSampler: Sendable {
  private let set: WeightSet
  /// The node of the widest bounds.
  private let widest: Int
  /// The nodes whose bounds leave room.
  private let free: [Int]
  /// Whether a box is drawn from the simplex above its lower bounds.
  private var isDrawnFromSimplex = false
  /// How a box is drawn that neither region fits.
  private var tilting: ExponentialTilting?

  /// How many draws decide which region fits a box better.
  private static let trials: UInt64 = 1024
  /// A region fits where one in so many draws is kept.
  private static let most = 32

  package init(_ set: WeightSet) {
    self.set = set
    let widths = set.bounds.map { $0.upperBound - $0.lowerBound }
    widest = widths.indices.max { (widths[$0], -$0) < (widths[$1], -$1) } ?? 0
    free = widths.indices.filter { widths[$0] > 0 }
    guard case .box = set.kind else { return }
    var weights = [Double](repeating: 0, count: set.count)
    var (flat, peaked) = (0, 0)
    for stream in 0..<Self.trials {
      var generator = CounterGenerator(seed: 0, stream: stream)
      if proposedWithin(&generator, &weights) { flat += 1 }
      if proposedAbove(&generator, &weights) { peaked += 1 }
    }
    isDrawnFromSimplex = peaked > flat
    if max(flat, peaked) * Self.most < Int(Self.trials) {
      let rest = 1 - set.bounds.reduce(0) { $0 + $1.lowerBound }
      tilting = ExponentialTilting(widths: widths, sum: rest)
    }
  }

  /// A sampler of a box by tilting draws of a rate, whichever fits it.
  init(_ set: WeightSet, rate: Double) {
    self.init(set)
    tilting = ExponentialTilting(rate: rate)
  }

  var count: Int { self.set.count }

  /// The weights of a replicate, summing to 1 but for rounding.
  package func draw(_ generator: inout CounterGenerator, into weights: inout [Double]) {
    switch set.kind {
    case .simplex: gaps(&generator, &weights, weights.count)
    case .cone(let share):
      gaps(&generator, &weights, weights.count)
      for node in weights.indices { weights[node] = (1 - share) * set.nominal[node] + share * weights[node] }
    case .ordinal: ordered(&generator, &weights)
    case .box:
      if let tilting {
        while !proposed(tilting, &generator, &weights) {}
      } else if isDrawnFromSimplex {
        while !proposedAbove(&generator, &weights) {}
      } else {
        while !proposedWithin(&generator, &weights) {}
      }
    }
  }

  /// Puts uniform weights of that many nodes into the first places.
  private func gaps(_ generator: inout CounterGenerator, _ weights: inout [Double], _ count: Int) {
    let last = count - 1
    guard last >= 0 else { return }
    for place in 0..<last {
      let cut = generator.uniform()
      var hole = place
      while hole > 0, weights[hole - 1] > cut {
        weights[hole] = weights[hole - 1]
        hole -= 1
      }
      weights[hole] = cut
    }
    // Multiples of 2^-53: the differences are exact and sum to 1 exactly.
    weights[last] = 1
    for place in stride(from: last, to: 0, by: -1) { weights[place] -= weights[place - 1] }
  }

  private func ordered(_ generator: inout CounterGenerator, _ weights: inout [Double]) {
    gaps(&generator, &weights, weights.count)
    var sorted = weights.sorted(by: >)[...]
    for block in set.blocks {
      var shares = Array(sorted.prefix(block.count))
      sorted = sorted.dropFirst(block.count)
      for place in stride(from: shares.count - 1, to: 0, by: -1) {
        shares.swapAt(place, generator.below(place + 1))
      }
      for (node, share) in zip(block, shares) { weights[node] = share }
    }
  }

  /// Weights within their bounds but perhaps the widest; whether that is, too.
  private func proposedWithin(_ generator: inout CounterGenerator, _ weights: inout [Double]) -> Bool {
    var rest = 1.0
    for node in weights.indices where node != widest {
      let bounds = set.bounds[node]
      weights[node] = bounds.lowerBound + (bounds.upperBound - bounds.lowerBound) * generator.uniform()
      rest -= weights[node]
    }
    weights[widest] = rest
    return set.bounds[widest].contains(rest)
  }

  /// Weights within their bounds but perhaps the widest, tilting; whether they are kept.
  private func proposed(
    _ tilting: ExponentialTilting, _ generator: inout CounterGenerator, _ weights: inout [Double]
  ) -> Bool {
    var rest = 1.0
    for node in weights.indices where node != widest {
      let bounds = set.bounds[node]
      let width = bounds.upperBound - bounds.lowerBound
      weights[node] = bounds.lowerBound + (width > 0 ? tilting.draw(width, &generator) : 0)
      rest -= weights[node]
    }
    weights[widest] = rest
    let bounds = set.bounds[widest]
    return tilting.keeps(rest - bounds.lowerBound, bounds.upperBound - bounds.lowerBound, &generator)
  }

  /// Weights above their lower bounds; whether they are below their upper ones.
  private func proposedAbove(_ generator: inout CounterGenerator, _ weights: inout [Double]) -> Bool {
    gaps(&generator, &weights, free.count)
    let rest = 1 - set.bounds.reduce(0) { $0 + $1.lowerBound }
    // From the last: a free node's place is never before that of its gap.
    for place in free.indices.reversed() {
      let node = free[place]
      weights[node] = set.bounds[node].lowerBound + rest * weights[place]
    }
    for node in weights.indices where set.bounds[node].lowerBound == set.bounds[node].upperBound {
      weights[node] = set.bounds[node].lowerBound
    }
    return free.allSatisfy { weights[$0] <= set.bounds[$0].upperBound }
  }
}
