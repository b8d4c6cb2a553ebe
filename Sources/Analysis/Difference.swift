// Analysis: what scores say while weights stay: differences, trends. Has no formula of scoring.

import IndexModel
import Scoring

/// Why one country's index score is above another's: the difference, divided among all nodes.
///
/// The game is this: each part of the index is switched from the second country's score of it to the
/// first's, and the index is worked out again. A part's contribution is the mean effect of its switch
/// over all orders in which the dimensions, within each dimension its components, and so on down, can
/// be switched: the Shapley value (Shapley, *Contributions to the Theory of Games* II, 1953; for
/// decompositions Shorrocks, *Journal of Economic Inequality* 11, 2013), for parts within parts that
/// of Owen (1977) and Winter (1989). The contributions of the dimensions sum to the difference of the
/// two index scores, and those of the parts of each node to the node's own.
package struct Difference: Sendable {
  package let table: ScoreTable
  /// The country that is asked about.
  package let first: RowIndex
  /// The country that it is compared with.
  package let second: RowIndex
  /// The first's index score less the second's, in points.
  package let total: Double
  /// The points of `total` that each node accounts for; 0 for what plays no part.
  package let contributions: [Double]

  /// So many parts of one node are switched in every order; of more, by name and in reverse.
  static let partsInEveryOrder = 10
  /// So many ways to switch what stands beside a node and above it are gone through; beyond, two
  /// orders suffice at its level. Fewer where each mixture is set against all countries.
  static func wayLimit(_ table: ScoreTable) -> Int {
    if table.ownShares != nil { return 1 << 6 }
    let rules = table.lens.aggregation
    let methods = [rules.dimensions, rules.indicators] + rules.nodes.values
    return methods.contains(.copeland) ? 1 << 9 : 1 << 16
  }

  /// Points below which a part speaks for neither: rounding makes them.
  package static let nothing = 1e-9

  /// Which of some nodes speak for the first country (sign 1) or for the second (−1).
  package func speaking(_ nodes: [NodeIndex], _ sign: Double) -> [NodeIndex] {
    nodes.filter { sign * contributions[$0] > Self.nothing }
  }

  /// - Returns: nil unless both are ranked.
  package init?(_ table: ScoreTable, _ first: RowIndex, _ second: RowIndex) {
    guard let one = table.score(first), let other = table.score(second) else { return nil }
    (self.table, self.first, self.second) = (table, first, second)
    total = one - other
    var switcher = Switcher(table, first, second)
    switcher.divide(Framework.root, Ways(weights: [1], switched: []))
    contributions = switcher.contributions
  }
}

/// Ways in which what stands beside and above a node can be switched, each with its share of orders.
struct Ways {
  /// The share of all orders in which it comes about; they sum to 1.
  var weights: [Double]
  /// For each level, from the index down to the node's own, which siblings are the first country's.
  var switched: [[Switched]]
}

/// Which parts of a node are the first country's, by their place in the order of summation.
enum Switched {
  case these(UInt32)
  /// Those that stand before a place.
  case before(Int)
  /// Those that stand after it.
  case after(Int)

  func contains(_ place: Int) -> Bool {
    switch self {
    case .these(let bits): bits >> UInt32(truncatingIfNeeded: place) & 1 == 1
    case .before(let limit): place < limit
    case .after(let limit): place > limit
    }
  }
}

/// Works out the index of mixtures of two countries.
private struct Switcher {
  let table: ScoreTable
  let first: RowIndex
  let second: RowIndex
  let wayLimit: Int
  var contributions: [Double]
  /// The nodes from the root down to the one being divided.
  private var path: [NodeIndex] = []

  init(_ table: ScoreTable, _ first: RowIndex, _ second: RowIndex) {
    (self.table, self.first, self.second) = (table, first, second)
    wayLimit = Difference.wayLimit(table)
    contributions = [Double](repeating: 0, count: table.framework.nodes.count)
    contributions[Framework.root] = (table.score(first) ?? 0) - (table.score(second) ?? 0)
  }

  /// Divides a node's contribution among its children, and theirs among their own.
  mutating func divide(_ node: NodeIndex, _ ways: Ways) {
    // An assumed score does not come of the parts below it.
    if table.isAssumed(node, first) || table.isAssumed(node, second) { return }
    // Nor does the mean of a group.
    if table.isImputed(node, first) || table.isImputed(node, second) { return }
    path.append(node)
    let children = table.childrenInSummationOrder(node)
    for (place, child) in children.enumerated() {
      let inner = extended(ways, place, of: children.count)
      path.append(child)
      let with = index(child, own(child, first), inner)
      let without = index(child, own(child, second), inner)
      path.removeLast()
      contributions[child] = inner.weights.indices.reduce(0) {
        $0 + inner.weights[$1] * (with[$1] - without[$1])
      }
      divide(child, inner)
    }
    path.removeLast()
  }

  private func own(_ node: NodeIndex, _ country: RowIndex) -> Double { table.score(node, country) ?? .nan }

  /// The ways of a node's parent, each with every way to switch the node's siblings.
  private func extended(_ ways: Ways, _ place: Int, of count: Int) -> Ways {
    var orders: [(switched: Switched, share: Double)] = []
    let isEvery = count <= Difference.partsInEveryOrder && ways.weights.count << (count - 1) <= wayLimit
    if isEvery {
      for mask in 0..<(UInt32(1) << count) where mask >> place & 1 == 0 {
        orders.append((.these(mask), Self.share(mask.nonzeroBitCount, of: count)))
      }
    } else {
      orders = [(.before(place), 0.5), (.after(place), 0.5)]
    }
    var extended = Ways(weights: [], switched: ways.switched.map { _ in [] } + [[]])
    for way in ways.weights.indices {
      for order in orders {
        extended.weights.append(ways.weights[way] * order.share)
        for level in ways.switched.indices { extended.switched[level].append(ways.switched[level][way]) }
        extended.switched[ways.switched.count].append(order.switched)
      }
    }
    return extended
  }

  /// k!(n − k − 1)!/n!: the share of the orders of n parts in which exactly these k go before.
  private static func share(_ k: Int, of n: Int) -> Double {
    var share = 1 / Double(n)
    for step in 0..<k { share *= Double(step + 1) / Double(n - 1 - step) }
    return share
  }

  /// The index for each way, a node having this score.
  private func index(_ node: NodeIndex, _ score: Double, _ ways: Ways) -> [Double] {
    var scores = [Double](repeating: score, count: ways.weights.count)
    for level in ways.switched.indices.reversed() {
      scores = joined(path[level], path[level + 1], scores, ways.switched[level])
    }
    // Two countries may lack different parts: what has none of any counts as half way between them.
    let middle = (own(Framework.root, first) + own(Framework.root, second)) / 2
    return scores.map { $0.isNaN ? middle : $0 }
  }

  /// The scores of a node whose one child has these scores, its others those of either country.
  private func joined(_ node: NodeIndex, _ child: NodeIndex, _ scores: [Double], _ switched: [Switched])
    -> [Double]
  {
    let children = table.childrenInSummationOrder(node).enumerated().map { place, other in
      let (one, two) = (own(other, first), own(other, second))
      return (
        scores: other == child ? scores[...] : switched.map { $0.contains(place) ? one : two }[...],
        weight: table.weights[other]
      )
    }
    return table.mixtures(of: node, children)
  }
}
