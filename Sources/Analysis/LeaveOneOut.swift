import IndexModel
import Scoring

/// How far a rank moves without any one dimension, or any one part of the only one: a hint of robustness.
package struct RankRange: Sendable, Equatable {
  /// The best rank over all such omissions and the full index.
  package let best: Int
  package let worst: Int

  package init(best: Int, worst: Int) { (self.best, self.worst) = (best, worst) }

  /// Ranks countries anew with each dimension of weight left out in turn, the others keeping
  /// their relative weights, among the same countries throughout.
  /// - Parameter rows: among whom ranks count; nil for all that the full index ranks. Who is withheld has none.
  /// - Returns: a range for each of the table's countries; nil for one that takes no part, and for all where
  ///   the index is a ratio.
  package static func leavingOutEachDimension(_ table: ScoreTable, among rows: [RowIndex]? = nil)
    -> [RankRange?]
  {
    let rows = (rows ?? Array(table.rows)).filter { table.rank($0) != nil }
    let dimensions = table.dimensions
    // A ratio has no score without one of its parts.
    if table.isRatioOfDimensions { return table.countries.map { _ in nil } }
    if dimensions.count == 1 { return leavingOutEachPart(of: dimensions[0], table, rows) }
    return ranges(
      table, rows,
      dimensions.indices.map { left in
        let weights = dimensions.indices.map { $0 == left ? 0 : table.weights[dimensions[$0]] }
        return table.indexScores(dimensionWeights: weights)
      })
  }

  /// The same for the components and indicators below the only dimension: those of the first node on the way
  /// down that has several.
  private static func leavingOutEachPart(of dimension: NodeIndex, _ table: ScoreTable, _ rows: [RowIndex])
    -> [RankRange?]
  {
    let framework = table.framework
    var parts = [dimension]
    while let only = parts.first, parts.count == 1 {
      parts = framework.nodes[only].children.filter { table.weights[$0] > 0 }
    }
    guard parts.count > 1 else { return table.countries.map { _ in nil } }
    return ranges(
      table, rows,
      parts.map { part in
        let other = table.leavingOut(framework.indicators(below: part))
        return other.rows.map { other.score($0) ?? .nan }
      })
  }

  /// The ranges over a table's own ranks and those by each list of scores. Who has no score in one, being
  /// scored by what is left out alone, stands last there.
  private static func ranges(_ table: ScoreTable, _ ranked: [RowIndex], _ omissions: [[Double]])
    -> [RankRange?]
  {
    var ranges = [RankRange?](repeating: nil, count: table.countries.count)
    for (country, rank) in zip(ranked, Ranking.competition(ranked.map { table.score($0) ?? -.infinity })) {
      ranges[country] = RankRange(best: rank, worst: rank)
    }
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
