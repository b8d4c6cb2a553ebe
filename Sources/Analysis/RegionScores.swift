import IndexModel
import Scoring

/// How the scores of a region's countries are spread, each country counting once.
package struct RegionScores: Sendable {
  /// The UN M49 region; empty for the countries that belong to none.
  package let name: String
  /// How many of its countries are in scope.
  package let countries: Int
  /// The ranked ones, the most secure first.
  package let ranked: [RowIndex]
  /// Those that no other of them is above, and below; several where scores are equal.
  package let best, worst: [RowIndex]
  /// Of an even count the mean of the middle two; nil where nobody is ranked.
  package let median: Double?
  /// The median of the changes in points; nil where nobody has one.
  package let medianChange: Double?

  /// Every region, by name; the countries that belong to none stand last.
  package static func all(_ table: ScoreTable, _ changes: ScoreChanges?) -> [RegionScores] {
    let order = table.ranked
    return table.groups(by: .region).map { group in
      RegionScores(table, group.name, group.members.count, order, changes)
    }
  }

  private init(
    _ table: ScoreTable, _ name: String, _ countries: Int, _ order: [RowIndex], _ changes: ScoreChanges?
  ) {
    let ranked = order.filter { table.country($0).region == name }
    let scores = ranked.compactMap { table.score($0) }
    (self.name, self.countries, self.ranked) = (name, countries, ranked)
    best = ranked.filter { table.score($0) == scores.first }
    worst = ranked.filter { table.score($0) == scores.last }
    median = Quantile.of(scores.sorted(), 0.5)
    medianChange = changes.flatMap { changes in
      Quantile.of(ranked.compactMap { changes.points[$0.value] }.sorted(), 0.5)
    }
  }
}
