import IndexModel

package enum Quantile {
  /// Of ordered values x₀ … xₙ₋₁ the one at the place share·(n − 1), between two places in proportion
  /// (Hyndman and Fan, *The American Statistician* 50, 1996, definition 7); nil for none.
  /// - Parameter share: 0–1.
  package static func of(_ ordered: [Double], _ share: Double) -> Double? {
    guard let last = ordered.indices.last else { return nil }
    let place = min(max(share, 0), 1) * Double(last)
    let below = Int(place)
    let above = min(below + 1, last)
    return ordered[below] + (place - Double(below)) * (ordered[above] - ordered[below])
  }
}

extension ScoreTable {
  /// What a share of countries has at most, in the direction of security: at 0.75 the value that a
  /// quarter of the countries that have one is at least as secure as.
  ///
  /// The values are ordered with the least secure first; see `Quantile`.
  /// - Parameters:
  ///   - share: 0–1.
  ///   - node: a leaf, for values in the indicator's unit; else for scores.
  /// - Returns: nil where no country has a value, or the indicator takes no part.
  package func quantile(_ share: Double, of node: NodeIndex) -> Double? {
    var values: [Double]
    var moreIsSafer = true
    if let indicator = framework.nodes[node].indicator {
      guard let column = columns[indicator] else { return nil }
      moreIsSafer = column.goalposts.moreIsSafer
      values = rows.filter { column.cells[$0].isMeasured }.map { column.values[$0] }
    } else {
      values = rows.compactMap { score(node, $0) }
    }
    values.sort { moreIsSafer ? $0 < $1 : $0 > $1 }
    return Quantile.of(values, share)
  }
}
