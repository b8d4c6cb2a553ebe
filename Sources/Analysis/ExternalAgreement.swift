import IndexModel
import Scoring
import Tabular

/// How far an index agrees with one that others publish, and which countries part most.
///
/// A published index is a series without a dimension whose file stands in `external/` of the data folder, with
/// goalposts that say which end is the more secure.
package struct ExternalAgreement: Sendable {
  /// A country that the two indices rank differently.
  package struct Parted: Sendable, Equatable {
    package let row: RowIndex
    /// Its rank among the countries that both have.
    package let rank: Int
    package let externalRank: Int
    /// The dimension whose rank is furthest from the other index's, in the direction in which the index is; nil where
    /// none is.
    package let dimension: NodeIndex?
    /// The rank of that dimension among the countries of them that have it.
    package let dimensionRank: Int?

    package var distance: Int { abs(rank - externalRank) }
  }

  package let indicator: IndicatorIndex
  /// The years of its figures that are compared.
  package let years: ClosedRange<Year>
  /// How many countries both have.
  package let countries: Int
  package let spearman: Double?
  package let pearson: Double?
  /// Countries that part, the furthest first, ties by code.
  package let parted: [Parted]

  /// So many countries are needed.
  static let leastCountries = 10
  /// A figure may be so many years older than the scores.
  package static let oldest = 5

  /// All published indices with figures up to the year of a table and countries enough, in catalogue order.
  package static func all(_ table: ScoreTable) -> [ExternalAgreement] {
    zip(table.framework.indicatorIndices, table.framework.indicators).compactMap { index, indicator in
      guard indicator.dimension == nil, indicator.files.contains(where: { $0.path.hasPrefix("external/") }),
        let posts = indicator.goalposts
      else { return nil }
      return ExternalAgreement(table, index, isHigherBetter: posts.best > posts.worst)
    }
  }

  /// Nil where too few countries have both.
  private init?(_ table: ScoreTable, _ indicator: IndicatorIndex, isHigherBetter: Bool) {
    let series = table.cube.series[indicator]
    var pairs: [(row: RowIndex, own: Double, other: Double, year: Year)] = []
    for row in table.rows {
      guard let own = table.score(row), let year = series.latestYear(table.countries[row], upTo: table.year),
        year >= table.year - Self.oldest, let value = series.value(table.countries[row], year)
      else { continue }
      pairs.append((row, own, isHigherBetter ? value : -value, year))
    }
    guard pairs.count >= Self.leastCountries, let first = pairs.map(\.year).min(),
      let last = pairs.map(\.year).max()
    else { return nil }
    (self.indicator, years, countries) = (indicator, first...last, pairs.count)
    spearman = RankCorrelation.spearman(pairs.map(\.own), pairs.map(\.other))
    pearson = Moments.correlation(pairs.map(\.own), pairs.map(\.other))
    let ranks = Ranking.competition(pairs.map(\.own))
    let others = Ranking.competition(pairs.map(\.other))
    let dimensions = table.dimensions.map { node in (node, Self.ranks(of: node, table, pairs.map(\.row))) }
    parted = pairs.indices.map { place in
      let (rank, other) = (ranks[place], others[place])
      let found = dimensions.compactMap { node, ranks in ranks[place].map { (node, $0) } }.max {
        (rank > other ? $0.1 : -$0.1) < (rank > other ? $1.1 : -$1.1)
      }
      let explains = found.map { rank > other ? $0.1 > other : $0.1 < other } ?? false
      return Parted(
        row: pairs[place].row, rank: rank, externalRank: other, dimension: explains ? found?.0 : nil,
        dimensionRank: explains ? found?.1 : nil)
    }.sorted { (-$0.distance, $0.row) < (-$1.distance, $1.row) }
  }

  /// The ranks of a dimension's scores among some countries; nil for those without one.
  private static func ranks(of node: NodeIndex, _ table: ScoreTable, _ rows: [RowIndex]) -> [Int?] {
    let scored = rows.indices.filter { table.score(node, rows[$0]) != nil }
    var ranks = [Int?](repeating: nil, count: rows.count)
    for (place, rank) in zip(scored, Ranking.competition(scored.map { table.score(node, rows[$0]) ?? 0 })) {
      ranks[place] = rank
    }
    return ranks
  }
}
