import IndexModel
import Scoring

/// How far a rank moves without any one dimension, or any one part of the only one: a hint of robustness.
package struct RankRange: Sendable, Equatable {
  /// The best rank over all such omissions and the full index.
  package let best: Int
  package let worst: Int

  package init(best: Int, worst: Int) { (self.best, self.worst) = (best, worst) }

  /// Ranks every country anew with each dimension of weight left out in turn, the others keeping
  /// their relative weights, among the countries that the full index ranks.
  /// - Returns: a range for each of the table's countries; nil for one that is withheld.
  package static func leavingOutEachDimension(_ table: ScoreTable) -> [RankRange?] {
    let dimensions = table.dimensions
    if dimensions.count == 1 { return leavingOutEachPart(of: dimensions[0], table) }
    return ranges(
      table,
      dimensions.indices.map { left in
        let weights = dimensions.indices.map { $0 == left ? 0 : table.weights[dimensions[$0]] }
        return table.indexScores(dimensionWeights: weights)
      })
  }

  /// The same for the components and indicators right below a node.
  private static func leavingOutEachPart(of node: NodeIndex, _ table: ScoreTable) -> [RankRange?] {
    let framework = table.framework
    let parts = framework.nodes[node].children.filter { table.weights[$0] > 0 }
    guard parts.count > 1 else { return table.countries.map { _ in nil } }
    return ranges(
      table,
      parts.map { part in
        let other = table.leavingOut(framework.indicators(below: part))
        return other.rows.map { other.score($0) ?? .nan }
      })
  }

  /// The ranges over a table's own ranks and those by each list of scores. Who has no score in one, being
  /// scored by what is left out alone, stands last there.
  private static func ranges(_ table: ScoreTable, _ omissions: [[Double]]) -> [RankRange?] {
    let ranked = table.rows.filter { table.rank($0) != nil }
    var ranges = table.rows.map { country in table.rank(country).map { RankRange(best: $0, worst: $0) } }
    for scores in omissions {
      let ranks = Ranking.competition(ranked.map { scores[$0].isNaN ? -.infinity : scores[$0] })
      for (country, rank) in zip(ranked, ranks) {
        guard let range = ranges[country] else { continue }
        ranges[country] = RankRange(best: min(range.best, rank), worst: max(range.worst, rank))
      }
    }
    return ranges
  }
}
