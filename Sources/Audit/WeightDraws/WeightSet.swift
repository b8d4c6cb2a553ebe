import Tabular

/// A set of weights that an audit asks about: all w ≥ 0 that sum to 1 and fulfil what its kind says.
///
/// Each is the image of a capped simplex, {y ≥ 0, Σy = 1, y ≤ caps}, under w = offset + Σ y·columns.
/// Bounds of a linear function, the search for ranks and the tests of membership need no more.
package struct WeightSet: Sendable {
  package enum Kind: Sendable, Equatable {
    case simplex
    /// Each weight within a share of its nominal value: 0.25 for ± 25 per cent.
    case box(Double)
    /// Weights in the order of the nominal ones; nodes of equal nominal weight in any order.
    case ordinal
    /// (1 − ε) of the nominal weights and ε of any: ε-contamination, 0 < ε ≤ 1.
    case cone(Double)
  }

  package let kind: Kind
  /// The nominal weights; they sum to 1.
  package let nominal: [Double]
  /// Groups of nodes of equal nominal weight, heaviest first.
  let blocks: [[Int]]
  /// Least and greatest weight of each node in a box; 0 and 1 elsewhere.
  let bounds: [ClosedRange<Double>]
  /// The points whose mixtures the set is; of a box, the axes of its capped simplex.
  let columns: [[Double]]
  /// What each coordinate of the capped simplex may be at most.
  let caps: [Double]

  /// Why weights make no set of a kind.
  package enum Obstacle: Error, Equatable {
    /// Nothing has weight, or a weight is no number or below 0.
    case noWeight
    /// The share of a box or cone is outside its range.
    case share
    /// A box in which no weight moves, for rounding.
    case tooNarrow
    /// That many of an ordinal set's weights are equal, not the greatest ones; so many may be.
    case equalWeights(Int, most: Int)
    /// An ordinal set of more vertices than it may have.
    case vertices(most: Int)
  }

  /// How many vertices an ordinal set may have to be audited.
  private static let mostVertices = 1024
  /// How many weights of an ordinal set may be equal below the greatest: each subset of them is a vertex.
  private static let mostEqual = 10

  /// - Parameter nominal: weights ≥ 0 with a sum above 0; they are divided by it, unless it is 1.
  /// - Returns: nil where there is no such set, for one of `Obstacle`.
  package init?(_ kind: Kind, nominal: [Double]) {
    do throws(Obstacle) { try self.init(making: kind, nominal: nominal) } catch { return nil }
  }

  /// - Parameter nominal: weights ≥ 0 with a sum above 0; they are divided by it, unless it is 1.
  /// - Throws: why there is no such set.
  package init(making kind: Kind, nominal: [Double]) throws(Obstacle) {
    let total = nominal.reduce(0, +)
    guard total > 0, total.isFinite, nominal.allSatisfy({ $0 >= 0 }) else { throw .noWeight }
    // Weights that sum to 1 already keep their bits, so that the nominal ranks are those of the table.
    let nominal = abs(total - 1) < 1e-12 ? nominal : nominal.map { $0 / total }
    let count = nominal.count
    self.kind = kind
    self.nominal = nominal
    var blocks: [[Int]] = []
    for node in nominal.indices.sorted(by: { (-nominal[$0], $0) < (-nominal[$1], $1) }) {
      // Products of shares that are equal by arithmetic may differ in their last bits.
      if let last = blocks.last?.first, nominal[last] - nominal[node] <= 1e-12 * nominal[last] {
        blocks[blocks.count - 1].append(node)
      } else {
        blocks.append([node])
      }
    }
    self.blocks = blocks
    let axes = nominal.indices.map { axis in (0..<count).map { $0 == axis ? 1.0 : 0 } }
    var bounds = [ClosedRange<Double>](repeating: 0...1, count: count)
    switch kind {
    case .simplex:
      columns = axes
      caps = axes.map { _ in 1 }
    case .cone(let share):
      guard share > 0, share <= 1 else { throw .share }
      columns = axes.map { axis in zip(nominal, axis).map { (1 - share) * $0 + share * $1 } }
      caps = axes.map { _ in 1 }
    case .box(let share):
      guard share > 0, share.isFinite else { throw .share }
      bounds = nominal.map { max(0, (1 - share) * $0)...min(1, (1 + share) * $0) }
      let lower = bounds.map(\.lowerBound)
      let rest = 1 - lower.reduce(0, +)
      guard rest > 0 else { throw .tooNarrow }
      columns = axes.map { axis in zip(lower, axis).map { $0 + rest * $1 } }
      caps = bounds.map { min(1, ($0.upperBound - $0.lowerBound) / rest) }
    case .ordinal:
      let vertices = try Self.ordinalVertices(blocks, count)
      columns = vertices
      caps = vertices.map { _ in 1 }
    }
    self.bounds = bounds
  }

  /// Whether an ordinal set keeps no order, since all nominal weights are equal: it is the simplex.
  package var keepsNoOrder: Bool { kind == .ordinal && blocks.count == 1 && count > 1 }

  /// Whether some nodes of an ordinal set may come in any order among each other.
  package var keepsOrderInPart: Bool {
    kind == .ordinal && blocks.count > 1 && blocks.contains { $0.count > 1 }
  }

  /// Whether a box is so wide that every node of weight may have anything from none to all weight.
  package var isWholeSimplex: Bool {
    guard case .box = kind else { return false }
    return bounds.allSatisfy { $0.lowerBound == 0 && $0.upperBound == 1 }
  }

  package var count: Int { nominal.count }

  /// The nodes ahead of a block share all weight with one or more of that block.
  private static func ordinalVertices(_ blocks: [[Int]], _ count: Int) throws(Obstacle) -> [[Double]] {
    var vertices: [[Double]] = []
    var ahead: [Int] = []
    for block in blocks {
      let isFirst = ahead.isEmpty
      guard isFirst || block.count <= mostEqual else { throw .equalWeights(block.count, most: mostEqual) }
      let subsets =
        isFirst
        ? block.map { [$0] }
        : (1..<(1 << block.count)).map { mask in
          block.indices.filter { mask >> $0 & 1 == 1 }.map { block[$0] }
        }
      for subset in subsets {
        var vertex = [Double](repeating: 0, count: count)
        for node in ahead + subset { vertex[node] = 1 / Double(ahead.count + subset.count) }
        vertices.append(vertex)
      }
      guard vertices.count <= mostVertices else { throw .vertices(most: mostVertices) }
      ahead += block
    }
    return vertices
  }

  /// The weights of a point of the capped simplex; what it has beyond a cap goes to where there is room.
  func weights(_ point: [Double]) -> [Double] {
    var point = zip(point, caps).map { min($0, $1) }
    let rest = 1 - point.reduce(0, +)
    let room = zip(point, caps).reduce(0) { $0 + $1.1 - $1.0 }
    if rest > 0, room > 0 {
      for axis in point.indices { point[axis] += rest * (caps[axis] - point[axis]) / room }
    }
    var weights = [Double](repeating: 0, count: count)
    for (share, column) in zip(point, columns) where share > 0 {
      for node in weights.indices { weights[node] += share * column[node] }
    }
    let total = weights.reduce(0, +)
    return weights.map { $0 / total }
  }

  /// Whether weights lie in the set, but for a tolerance in each of its conditions.
  package func contains(_ weights: [Double], tolerance: Double = 1e-9) -> Bool {
    guard weights.count == count, abs(weights.reduce(0, +) - 1) <= tolerance,
      weights.allSatisfy({ $0 >= -tolerance })
    else { return false }
    switch kind {
    case .simplex: return true
    case .box:
      return zip(weights, bounds).allSatisfy {
        $0 >= $1.lowerBound - tolerance && $0 <= $1.upperBound + tolerance
      }
    case .cone(let share): return zip(weights, nominal).allSatisfy { $0 >= (1 - share) * $1 - tolerance }
    case .ordinal:
      return zip(blocks, blocks.dropFirst()).allSatisfy { heavier, lighter in
        let least = heavier.map { weights[$0] }.min() ?? 1
        return lighter.allSatisfy { weights[$0] <= least + tolerance }
      }
    }
  }

  /// The greatest value of Σ w·d over the set, in closed form, with weights that attain it.
  package func maximum(of d: [Double]) -> (value: Double, weights: [Double]) {
    let along = columns.map { column in zip(column, d).reduce(0) { $0 + $1.0 * $1.1 } }
    var point = [Double](repeating: 0, count: along.count)
    var rest = 1.0
    // The best coordinates first, each as far as its cap allows.
    for axis in along.indices.sorted(by: { (-along[$0], $0) < (-along[$1], $1) }) where rest > 0 {
      point[axis] = min(rest, caps[axis])
      rest -= point[axis]
    }
    let weights = weights(point)
    return (zip(weights, d).reduce(0) { $0 + $1.0 * $1.1 }, weights)
  }

  /// The least value of Σ w·d over the set, with weights that attain it.
  package func minimum(of d: [Double]) -> (value: Double, weights: [Double]) {
    let (value, weights) = maximum(of: d.map { -$0 })
    return (-value, weights)
  }
}

extension WeightSet.Kind {
  /// As on the command line: `simplex`, `box:25%`, `ordinal`, `cone:0.2`.
  ///
  /// A share of more than 1 needs its per cent sign: who writes `box:25` does not mean 25 times the weight.
  package init?(_ text: String) {
    switch text {
    case "simplex": self = .simplex
    case "ordinal": self = .ordinal
    default:
      let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { return nil }
      let isPercent = parts[1].hasSuffix("%")
      let text = isPercent ? String(parts[1].dropLast()) : parts[1]
      guard case .value(let number) = NumberText(text) else { return nil }
      let share = isPercent ? number / 100 : number
      switch parts[0] {
      case "box" where share > 0 && share.isFinite && (isPercent || share <= 1): self = .box(share)
      case "cone" where share > 0 && share <= 1: self = .cone(share)
      default: return nil
      }
    }
  }
}
