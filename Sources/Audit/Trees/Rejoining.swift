import IndexModel
import Scoring

/// Joins other scores of the indicators up the tree, by the rules and the weights of a table.
///
/// With the indicators' own scores every node gets the score that it has in the table, to the last bit.
/// Weights that a scheme made of the figures stay those of the table.
package struct Rejoining: Sendable {
  private let original: ScoreTable
  private var table: ScoreTable
  /// The indicators of weight: places in `framework.nodes`, in its order.
  private let leaves: [(node: Int, indicator: Int)]
  /// What is joined, parts before wholes.
  private let wholes: [Int]

  /// - Returns: nil for a table that rests on assumptions, which other scores might contradict.
  package init?(_ table: ScoreTable) {
    guard table.interventions.isEmpty else { return nil }
    original = table
    self.table = table
    let nodes = table.framework.nodes
    leaves = nodes.indices.compactMap { node in
      nodes[node].indicator.flatMap { indicator in
        table.effectiveWeights[node] > 0 && table.columns[indicator] != nil ? (node, indicator) : nil
      }
    }
    wholes = nodes.indices.reversed().filter { node in
      nodes[node].indicator == nil && (nodes[node].parent == nil || table.weights[node] > 0)
    }
  }

  /// Changes the scores of indicators and joins them anew; each time from those of the table.
  ///
  /// Scores stay between 0 and 100 where the normalisation does. What is missing stays missing.
  /// - Parameter change: given an indicator, the place of a country in the table's `countries` and the
  ///   score, in the order of framework and countries; gives the score to be used.
  package mutating func callAsFunction(
    _ change: (_ indicator: Int, _ country: Int, _ score: Double) -> Double
  ) {
    let isBounded = table.lens.normalisation.isBounded
    let count = table.countries.count
    for leaf in leaves {
      let start = leaf.node * count
      for country in 0..<count {
        let score = original.nodeScores[start + country]
        guard !score.isNaN else { continue }
        let changed = change(leaf.indicator, country, score)
        table.nodeScores[start + country] = isBounded ? min(max(changed, 0), 100) : changed
      }
    }
    for node in wholes { table.nodeScores.replaceSubrange(table.range(node), with: table.joined(node)) }
  }

  /// The score of a node for a country (by its place in the table's `countries`), as joined last; nil
  /// where there is none.
  package func score(_ node: Int, _ country: Int) -> Double? { table.score(node, country) }

  /// What stands for a node in a country, by the scores as joined last (`ScoreTable.standIn`).
  package func standIn(_ node: Int, _ country: Int) -> Double? { table.standIn(node, country) }
}
