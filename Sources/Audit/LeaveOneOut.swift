import Scoring

/// How far a rank moves when any one dimension is left out, or of an index of one dimension any one part
/// of it: a first hint of how firm it is.
public struct RankRange: Sendable, Equatable {
  /// The best rank over all such omissions and the full index.
  public let best: Int
  /// The worst.
  public let worst: Int

  /// A range from the best rank to the worst.
  public init(best: Int, worst: Int) {
    self.best = best
    self.worst = worst
  }

  /// Ranks every country anew with each dimension of weight left out in turn, the others keeping
  /// their relative weights, among the countries that the full index ranks.
  /// - Returns: a range for each of the table's countries; nil for one that is withheld.
  public static func leavingOutEachDimension(_ table: ScoreTable) -> [RankRange?] {
    let ranked = table.countries.indices.filter { table.rank($0) != nil }
    var ranges = table.countries.indices.map { country in
      table.rank(country).map { RankRange(best: $0, worst: $0) }
    }
    let dimensions = table.dimensions
    if dimensions.count == 1 { return leavingOutEachPart(of: dimensions[0], table) }
    for left in dimensions.indices {
      let weights = dimensions.indices.map { $0 == left ? 0 : table.weights[dimensions[$0]] }
      let scores = table.indexScores(dimensionWeights: weights)
      // A country scored in the omitted dimension alone has no score then, and stands last.
      let ranks = Ranking.competition(ranked.map { scores[$0].isNaN ? -.infinity : scores[$0] })
      for (country, rank) in zip(ranked, ranks) {
        guard let range = ranges[country] else { continue }
        ranges[country] = RankRange(best: min(range.best, rank), worst: max(range.worst, rank))
      }
    }
    return ranges
  }

  /// The same for the components and indicators right below a node; a country that is not ranked
  /// without one of them stands last there.
  private static func leavingOutEachPart(of node: Int, _ table: ScoreTable) -> [RankRange?] {
    let framework = table.framework
    let ranked = table.countries.indices.filter { table.rank($0) != nil }
    var ranges = table.countries.indices.map { country in
      table.rank(country).map { RankRange(best: $0, worst: $0) }
    }
    let parts = framework.nodes[node].children.filter { table.weights[$0] > 0 }
    guard parts.count > 1 else { return ranges.map { _ in nil } }
    for part in parts {
      let leaves = framework.nodes[part].indicator != nil ? [part] : framework.leaves(below: part)
      var lens = table.lens
      lens.leaveOut(
        leaves.compactMap { framework.nodes[$0].indicator }.map { framework.indicators[$0] },
        framework)
      let other = table.cube.score(table.year, by: lens, with: table.interventions)
      let ranks = Ranking.competition(ranked.map { other.score($0) ?? -.infinity })
      for (country, rank) in zip(ranked, ranks) {
        guard let range = ranges[country] else { continue }
        ranges[country] = RankRange(best: min(range.best, rank), worst: max(range.worst, rank))
      }
    }
    return ranges
  }
}
