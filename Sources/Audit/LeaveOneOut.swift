import Scoring

/// How far a rank moves when any one dimension is left out: a first hint of how firm it is.
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
    guard dimensions.count > 1 else { return ranges }
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
}
