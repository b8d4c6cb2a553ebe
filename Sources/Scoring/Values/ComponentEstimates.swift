import IndexModel

/// Estimates the parts of dimensions that a country lacks from all the parts that it has.
///
/// A part is what stands right below a dimension: a component, or an indicator. Where less than the lens's
/// `indicator_share` of one is there, its missing indicators get the score that `ChainedRegression` predicts for the
/// part, and are marked; so each node comes to that score however it joins its children.
package struct ComponentEstimates: Sendable, Equatable {
  /// A part with estimates, and how well its known scores are predicted.
  package struct Part: Sendable, Equatable {
    package let node: NodeIndex
    /// The share of the variance of its known scores that the regression accounts for, at most 1.
    package let explained: Double
    /// The standard deviation of what the regression leaves, in points of score.
    package let error: Double
    /// The countries whose score is estimated.
    package let rows: [RowIndex]
  }

  package let parts: [Part]

  /// The scores to be put in, by part and row.
  let scores: [NodeIndex: [Double]]

  /// - Parameter draw: draws a place below a count, where each estimate is to be off by a residual; see
  ///   `ScoreTable.withDrawnEstimates`.
  init(_ table: ScoreTable, drawing draw: ChainedRegression.Draw? = nil) {
    let nodes = table.dimensions.flatMap { dimension in
      table.framework.childrenByName[dimension].filter { table.weights[$0] > 0 }
    }
    let known = nodes.map { Array(table.scores(of: $0)) }
    let regression = ChainedRegression(known, drawing: draw)
    var parts: [Part] = []
    var scores: [NodeIndex: [Double]] = [:]
    for (place, node) in nodes.enumerated() {
      guard let fit = regression.fits[place] else { continue }
      let rows = table.rows.filter {
        known[place][$0.value].isNaN && !regression.columns[place][$0.value].isNaN
      }
      parts.append(Part(node: node, explained: fit.explained, error: fit.error, rows: rows))
      scores[node] = regression.columns[place]
    }
    (self.parts, self.scores) = (parts, scores)
  }
}
