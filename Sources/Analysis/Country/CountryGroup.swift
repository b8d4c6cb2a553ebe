import IndexModel
import Scoring

/// Some countries under a name, and how they rank among each other.
package struct CountryGroup: Sendable {
  package let name: String
  /// Its countries within the lens's scope, in order of rank; those that are not ranked last, by code.
  package let members: [RowIndex]
  /// By row: the rank among its ranked members, ties sharing a place; nil for all other countries.
  package let ranks: [Int?]
  /// The median of the ranked members' index scores; nil where none is ranked.
  package let score: Double?
  /// That of their scores of each of the table's dimensions.
  package let dimensions: [Double?]
  /// That of their coverage, 0–1.
  package let coverage: Double?

  package var ranked: [RowIndex] { members.filter { ranks[$0] != nil } }

  package init(_ name: String, _ members: Set<RowIndex>, in table: ScoreTable) {
    self.name = name
    self.members = table.order.filter(members.contains)
    let ranked = self.members.filter { table.rank($0) != nil }
    var ranks = [Int?](repeating: nil, count: table.countries.count)
    for (row, rank) in zip(ranked, Ranking.competition(ranked.map { table.score($0) ?? 0 })) {
      ranks[row] = rank
    }
    self.ranks = ranks
    score = table.quantile(0.5, of: Framework.root, among: ranked)
    dimensions = table.dimensions.map { table.quantile(0.5, of: $0, among: ranked) }
    coverage = Quantile.of(ranked.map { table.coverage($0) }.sorted(), 0.5)
  }
}
