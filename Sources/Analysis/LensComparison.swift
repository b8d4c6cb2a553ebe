import IndexModel
import Scoring
import Tabular

/// The ranks of two lenses over the countries that both rank, and what sets them apart.
package struct LensComparison: Sendable {
  package let first: ScoreTable
  package let second: ScoreTable
  /// Kendall's tau-b and Spearman's rho of the scores; nil where there is nothing to compare.
  package let kendall, spearman: Double?
  /// Every country that both lenses rank, those whose ranks are furthest apart first, then by code.
  package let shifts: [Shift]

  /// A country's ranks under both lenses, among the countries that both rank.
  package struct Shift: Sendable, Equatable {
    package let country: CountryIndex
    /// Its ranks under the first and the second lens.
    package let first, second: Int
    /// The dimension that does most to set the ranks apart; nil where they are the same, and where no dimension
    /// moves the country that way.
    package let cause: Cause?

    /// How many ranks lie between the two, at least 0.
    package var distance: Int { abs(second - first) }
  }

  /// A dimension's part in a difference of ranks.
  package struct Cause: Sendable, Equatable {
    package let dimension: NodeIndex
    /// Its weight under the first lens times the distance of its score from the average country's; nil where
    /// the country has no score of it.
    package let first: Double?
    package let second: Double?
    /// Its share of the points by which dimensions move the country the way that its ranks differ, above 0 to 1.
    package let share: Double
    /// Whether another dimension does as much.
    package let isShared: Bool

    /// The share above which a dimension is what the difference mostly comes from.
    package static let most = 0.5

    package var isMost: Bool { share > Self.most + 1e-12 }
  }

  /// The mean distance between the two ranks; nil where no country has both.
  package var meanShift: Double? {
    guard !shifts.isEmpty else { return nil }
    return Double(shifts.reduce(0) { $0 + $1.distance }) / Double(shifts.count)
  }

  /// Compares each of several score tables of the same figures with each that follows it.
  package static func pairs(_ tables: [ScoreTable]) -> [LensComparison] {
    tables.map(Side.init).pairs.map { LensComparison($0, $1) }
  }

  /// Compares one score table with each of several others of the same figures.
  package static func of(_ table: ScoreTable, beside others: [ScoreTable]) -> [LensComparison] {
    let own = Side(table)
    return others.map { LensComparison(own, Side($0)) }
  }

  private init(_ one: Side, _ other: Side) {
    first = one.table
    second = other.table
    let common = one.scores.keys.filter { other.scores[$0] != nil }.sorted()
    let scores = [one, other].map { side in common.map { side.scores[$0] ?? 0 } }
    kendall = RankCorrelation.kendall(scores[0], scores[1])
    spearman = RankCorrelation.spearman(scores[0], scores[1])
    let ranks = scores.map(Ranking.competition)
    let lifts = [one.lifts(common), other.lifts(common)]
    let dimensions = one.table.framework.dimensions
    shifts = common.indices.map { place in
      let difference = ranks[1][place] - ranks[0][place]
      return Shift(
        country: common[place], first: ranks[0][place], second: ranks[1][place],
        cause: Self.cause(dimensions, lifts[0][place], lifts[1][place], towards: difference))
    }.sorted { (-$0.distance, $0.country) < (-$1.distance, $1.country) }
  }

  /// The dimension whose lift differs most between the lenses, in the direction in which the ranks do.
  private static func cause(
    _ dimensions: [NodeIndex], _ first: [Double?], _ second: [Double?], towards difference: Int
  ) -> Cause? {
    guard difference != 0 else { return nil }
    let sign = difference > 0 ? 1.0 : -1.0
    let effects = zip(first, second).map { sign * (($0 ?? 0) - ($1 ?? 0)) }
    guard let most = effects.max(), most > 0, let place = effects.firstIndex(of: most) else { return nil }
    return Cause(
      dimension: dimensions[place], first: first[place], second: second[place],
      share: most / effects.reduce(0) { $0 + max($1, 0) }, isShared: effects.count { $0 > most - 1e-9 } > 1)
  }
}

/// What one lens says of the countries that it ranks.
private struct Side {
  let table: ScoreTable
  let scores: [CountryIndex: Double]
  private let rows: [CountryIndex: RowIndex]

  init(_ table: ScoreTable) { (self.table, scores, rows) = (table, table.scoreByCountry, table.rowByCountry) }

  /// For each dimension of the framework its weight times the distance of its score from the mean of
  /// the countries given; 0 where it has no weight, nil where it has no score.
  ///
  /// Under an arithmetic mean these are the dimension's points less the average country's. Points of
  /// a geometric mean would not do: a collapse in one dimension shrinks those of all others. Where
  /// each country has weights of its own, these are taken.
  func lifts(_ countries: [CountryIndex]) -> [[Double?]] {
    let dimensions = table.framework.dimensions
    let scores = countries.map { country in
      dimensions.map { dimension in rows[country].flatMap { table.score(dimension, $0) } }
    }
    let means = dimensions.indices.map { dimension in
      let present = scores.compactMap { $0[dimension] }
      return present.isEmpty ? 0 : present.reduce(0, +) / Double(present.count)
    }
    let weights = dimensions.map { table.weights[$0] }
    return zip(scores, countries).map { own, country in
      let shares = PresentMean.shares(zip(own, weights).map { $0 == nil ? 0 : $1 })
      return own.indices.map { dimension in
        guard let score = own[dimension], let shares else { return nil }
        let weight = rows[country].flatMap { table.ownWeight(dimensions[dimension], $0) }
        return (weight ?? shares[dimension]) * (score - means[dimension])
      }
    }
  }
}
