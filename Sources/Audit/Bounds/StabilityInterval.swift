import Scoring

/// How far one weight can move, the others in proportion, before the order of two countries changes.
package struct StabilityInterval: Sendable {
  /// The node, by its place in `LinearScores.nodes`.
  package let node: Int
  /// The least weight of the node under which the order is that of the nominal weights.
  package let low: Double
  package let high: Double
  /// The two countries that change at the nearer end, the one ahead first: places in
  /// `LinearScores.countries`; nil where no weight of the node changes the order.
  package let changes: (ahead: Int, behind: Int)?
  /// The two that change at `low`; nil where no lower weight changes the order.
  package let changesBelow: (ahead: Int, behind: Int)?
  /// The two that change at `high`; nil where no higher weight does.
  package let changesAbove: (ahead: Int, behind: Int)?

  /// The intervals of every node in which the first `top` ranks keep their countries in their order;
  /// for as many as there are countries, the whole ranking.
  ///
  /// Two countries cross at t = (B_b − B_a)/((x_a − B_a) − (x_b − B_b)), B the advantage over the other
  /// nodes. Equal rows never cross.
  /// - Parameter country: where given, only crossings of this country count, so that its own rank is kept.
  package static func all(_ scores: LinearScores, top: Int, keeping country: Int? = nil)
    -> [StabilityInterval]
  {
    let count = scores.countries.count
    let rows = (0..<count).map(scores.row)
    return scores.nodes.indices.map { node in
      let own = scores.weights[node]
      let others = rows.map { row in
        let total = zip(scores.weights, row).reduce(0) { $0 + $1.0 * $1.1 }
        return own < 1 ? (total - own * row[node]) / (1 - own) : 0
      }
      var low = (weight: 0.0, pair: (Int, Int)?.none)
      var high = (weight: 1.0, pair: (Int, Int)?.none)
      for ahead in 0..<max(0, min(top, country.map { $0 + 1 } ?? count, count)) {
        let later = ahead + 1..<max(count, ahead + 1)
        // Who is ahead of the one country that counts is set beside it alone.
        for behind in country.map({ ahead < $0 ? $0..<$0 + 1 : later }) ?? later where own < 1 {
          let rise = (rows[ahead][node] - others[ahead]) - (rows[behind][node] - others[behind])
          let size = abs(rows[ahead][node]) + abs(others[ahead]) + abs(others[behind])
          guard abs(rise) > 1e-13 * size, rows[ahead] != rows[behind] else { continue }
          // Countries that are level at the nominal weight cross there, whatever rounding says.
          let crossing = (others[behind] - others[ahead]) / rise
          if rise > 0, min(crossing, own) > low.weight {
            low = (min(crossing, own), (ahead, behind))
          } else if rise < 0, max(crossing, own) < high.weight {
            high = (max(crossing, own), (ahead, behind))
          }
        }
      }
      let isLowNearer = own - low.weight < high.weight - own
      let nearer = high.pair == nil || (isLowNearer && low.pair != nil) ? low.pair : high.pair
      return StabilityInterval(
        node: node, low: low.weight, high: high.weight, changes: nearer.map { ($0.0, $0.1) },
        changesBelow: low.pair.map { ($0.0, $0.1) }, changesAbove: high.pair.map { ($0.0, $0.1) })
    }
  }
}
