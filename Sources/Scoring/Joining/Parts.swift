import Glibc
import IndexModel

extension Aggregator {
  /// How a node's score divides among its present children; the parts sum to the score.
  ///
  /// - Geometric: w·(f + L·ln(s/f)), L the logarithmic mean of the score and the floor f, the exact
  ///   additive decomposition of a product (Ang, Energy Policy 32, 2004).
  /// - Arithmetic, harmonic, power, Mazziotta–Pareto: s·∂F/∂s. These F are homogeneous of degree 1,
  ///   so that by Euler's theorem the parts sum to F.
  /// - Product: 100·w less what the part takes off: (100 − S)/ln(100/S)·n·w·ln(100/s), so that what is
  ///   taken off sums to 100 − S. A part may be below 0.
  /// - Minimum: all of it is the least child's; of several, by weight.
  /// - Ratio: the parts of a product, that of the denominator being what it adds instead of what it takes off:
  ///   100·w + L·ln(100/b) beside 100·w − L·ln(100/a).
  /// - Copeland: by weight, since places in an order have no parts.
  /// - Turned: 100·w less the part of what the children lack. What rounding and counting add or take is divided by weight.
  /// - Parameters:
  ///   - children: scores and weights of the present children, the weights summing to 1.
  ///   - count: how many children there are, present or not.
  func parts(score: Double, children: [(score: Double, weight: Double)], of count: Int) -> [Double] {
    guard isTurned || isStepped, method != .copeland else { return plainParts(score, children, of: count) }
    let own = children.map { (score: isTurned ? 100 - $0.score : $0.score, weight: $0.weight) }
    var rule = NodeRule()
    rule.denominator = .init(name: "", isFirst: denominatorIsFirst)
    let plain = Aggregator(method: method, floor: floor, power: power, rule: rule)
    // Children that are missing have no part, but a product counts them.
    let missing = [(score: Double, weight: Double)](
      repeating: (.nan, 0), count: max(0, count - children.count))
    let joined = plain((own + missing).map { (scores: [$0.score], weight: $0.weight) }, scored: [true])
    let parts = zip(plain.plainParts(joined[0], own, of: count), own).map { part, child in
      isTurned ? 100 * child.weight - part : part
    }
    let rest = score - parts.reduce(0, +)
    return zip(parts, own).map { $0 + $1.weight * rest }
  }

  private func plainParts(_ score: Double, _ children: [(score: Double, weight: Double)], of count: Int)
    -> [Double]
  {
    switch method {
    case .arithmetic: return children.map { $0.weight * $0.score }
    case .geometric:
      let logarithmicMean = score == floor ? floor : (score - floor) / (log(score) - log(floor))
      return children.map { $0.weight * (floor + logarithmicMean * (log(max($0.score, floor)) - log(floor))) }
    case .harmonic: return children.map { $0.weight * score * score / max($0.score, floor) }
    case .power: return children.map { $0.weight * pow(taken($0.score), power) * pow(score, 1 - power) }
    case .minimum:
      let least = children.map { $0.score == score ? $0.weight : 0 }
      let total = least.reduce(0, +)
      return least.map { total > 0 ? score * $0 / total : 0 }
    case .product: return discounts(score, children, of: count)
    case .mazziottaPareto: return penalisedParts(score, children)
    case .copeland: return children.map { $0.weight * score }
    case .ratio: return ratioParts(score, children)
    }
  }

  private func discounts(_ score: Double, _ children: [(score: Double, weight: Double)], of count: Int)
    -> [Double]
  {
    guard score > 0 else { return children.map { _ in 0 } }
    let logarithmicMean = score == 100 ? 100 : (100 - score) / log(100 / score)
    return children.map { child in
      100 * child.weight - logarithmicMean * Double(count) * child.weight * log(100 / taken(child.score))
    }
  }

  private func ratioParts(_ score: Double, _ children: [(score: Double, weight: Double)]) -> [Double] {
    guard score > 0, children.count == 2 else { return children.map { _ in 0 } }
    let logarithmicMean = score == 100 ? 100 : (100 - score) / log(100 / score)
    let parts = children.enumerated().map { place, child in
      let isDenominator = (place == 0) == denominatorIsFirst
      let lacking = isDenominator ? -log(100 / max(child.score, floor)) : log(100 / child.score)
      return 100 * child.weight - logarithmicMean * lacking
    }
    // What the greatest ratio cuts off belongs to neither.
    let rest = score - parts.reduce(0, +)
    return zip(parts, children).map { $0 + $1.weight * rest }
  }

  private func penalisedParts(_ score: Double, _ children: [(score: Double, weight: Double)]) -> [Double] {
    let children = children.map { (score: taken($0.score), weight: $0.weight) }
    let mean = children.reduce(0) { $0 + $1.weight * $1.score }
    guard mean != 0 else { return children.map { _ in 0 } }
    let variance = children.reduce(0) { $0 + $1.weight * ($1.score - mean) * ($1.score - mean) }
    return children.map { child in
      let slope = child.weight * (1 - 2 * (child.score - mean) / mean + variance / (mean * mean))
      return child.score * slope
    }
  }
}
