import IndexModel
import Scoring

/// Joins other scores of the indicators up the tree, by the rules and the weights of a table.
///
/// With the indicators' own scores every node gets the score that it has in the table, to the last bit.
/// Weights that a scheme made of the figures stay those of the table.
package struct Rejoining: Sendable {
  private let original: ScoreTable
  private(set) var table: ScoreTable
  /// The indicators of weight, in the framework's order.
  private let leaves: [(node: NodeIndex, indicator: IndicatorIndex)]
  /// What is joined, parts before wholes.
  private let wholes: [NodeIndex]

  /// - Returns: nil for a table that rests on assumptions, which other scores might contradict.
  package init?(_ table: ScoreTable) {
    guard table.interventions.isEmpty else { return nil }
    original = table
    self.table = table
    let nodes = table.framework.nodes
    leaves = table.framework.nodeIndices.compactMap { node in
      nodes[node].indicator.flatMap { indicator in
        table.effectiveWeights[node] > 0 && table.columns[indicator] != nil ? (node, indicator) : nil
      }
    }
    wholes = table.framework.nodeIndices.reversed().filter { node in
      nodes[node].indicator == nil && (nodes[node].parent == nil || table.weights[node] > 0)
    }
  }

  /// Changes the scores of indicators and joins them anew; each time from those of the table.
  ///
  /// Scores stay within the range of the normalisation. What is missing stays missing.
  /// - Parameter change: the score to be used, in the order of framework and countries.
  package mutating func callAsFunction(
    _ change: (_ indicator: IndicatorIndex, _ country: RowIndex, _ score: Double) -> Double
  ) {
    let range = table.lens.normalisation.range
    for leaf in leaves {
      for (row, place) in zip(table.rows, table.range(leaf.node)) {
        let score = original.nodeScores[place]
        guard !score.isNaN else { continue }
        let changed = change(leaf.indicator, row, score)
        table.nodeScores[place] = min(max(changed, range.lowerBound), range.upperBound)
      }
    }
    for node in wholes { table.nodeScores.replaceSubrange(table.range(node), with: table.joined(node)) }
  }

  /// What stands for a node in a country, by the scores as joined last (`ScoreTable.standIn`).
  package func standIn(_ node: NodeIndex, _ row: RowIndex) -> Double? { table.standIn(node, row) }
}
