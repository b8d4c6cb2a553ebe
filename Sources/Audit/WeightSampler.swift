/// Draws weights uniformly from a weight set, without a logarithm or any other function whose last bit
/// could differ between machines.
///
/// On the simplex the gaps between sorted uniform numbers are uniform, Dirichlet(1, …, 1) (normalised
/// uniforms are not); an ordinal set is a part of the simplex, reached by sorting; a cone is its image.
/// A box is drawn by rejection: all weights but the widest uniformly within their bounds, kept where the
/// widest then falls within its own.
public struct WeightSampler: Sendable {
  private let set: WeightSet
  /// The node of the widest bounds.
  private let widest: Int

  /// A sampler of a set.
  public init(_ set: WeightSet) {
    self.set = set
    let widths = set.bounds.map { $0.upperBound - $0.lowerBound }
    widest = widths.indices.max { (widths[$0], -$0) < (widths[$1], -$1) } ?? 0
  }

  /// The weights of a replicate, summing to 1 but for rounding.
  public func draw(_ generator: inout CounterGenerator, into weights: inout [Double]) {
    switch set.kind {
    case .simplex: gaps(&generator, &weights)
    case .cone(let share):
      gaps(&generator, &weights)
      for node in weights.indices {
        weights[node] = (1 - share) * set.nominal[node] + share * weights[node]
      }
    case .ordinal: ordered(&generator, &weights)
    case .box: boxed(&generator, &weights)
    }
  }

  private func gaps(_ generator: inout CounterGenerator, _ weights: inout [Double]) {
    let last = weights.count - 1
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
    gaps(&generator, &weights)
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

  private func boxed(_ generator: inout CounterGenerator, _ weights: inout [Double]) {
    let own = set.bounds[widest]
    var rest: Double
    repeat {
      rest = 1
      for node in weights.indices where node != widest {
        let bounds = set.bounds[node]
        weights[node] =
          bounds.lowerBound + (bounds.upperBound - bounds.lowerBound) * generator.uniform()
        rest -= weights[node]
      }
    } while !own.contains(rest)
    weights[widest] = rest
  }
}
