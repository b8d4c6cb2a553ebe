import IndexModel
import Scoring

/// How the scores of an indicator go with those of each dimension, its own among them.
///
/// An indicator belongs where its correlation is highest: where that is another dimension than its own, or where
/// it runs against its own, the framework and the figures disagree (OECD and JRC, Handbook on Constructing
/// Composite Indicators, 2008, steps 4 and 5). An indicator is a part of its own dimension's score, which raises
/// that correlation, the more so the fewer indicators the dimension has.
package struct DimensionCorrelations: Sendable {
  /// The indicator: a leaf of weight.
  package let leaf: NodeIndex
  /// Its dimension, by its place in the table's `dimensions`.
  package let own: Int
  /// Pearson's correlation with each of the table's `dimensions`, −1 to 1, over the ranked countries that have
  /// both scores; nil where either does not vary, and for fewer than three countries.
  package let pearson: [Double?]
  /// How many countries each rests on.
  package let countries: [Int]
  /// How far the highest correlation is above that with the own dimension, in standard errors: Williams' t with n − 3
  /// degrees of freedom, over the countries that have all three scores; nil where the own is the highest, or fewer than
  /// four countries have them. Above 2 the difference is hardly chance.
  package let excess: Double?

  /// The dimension of the highest correlation, the indicator's own where several share it; nil for none.
  package var highest: Int? { Self.highest(pearson, own) }

  /// Whether another dimension's is higher by more than two standard errors.
  package var isSurelyElsewhere: Bool { excess.map { $0 > 2 } ?? false }

  /// Whether another dimension has a higher correlation than its own; false where its own has none.
  package var isElsewhere: Bool { pearson[own] != nil && highest != own }

  package var isOpposed: Bool { pearson[own].map { $0 < 0 } ?? false }

  /// Every indicator of weight, dimension by dimension, in framework order.
  package static func all(_ table: ScoreTable) -> [DimensionCorrelations] {
    table.dimensions.enumerated().flatMap { own, dimension in
      table.weighedLeaves(below: dimension).map { DimensionCorrelations(table, $0, own) }
    }
  }

  private init(_ table: ScoreTable, _ leaf: NodeIndex, _ own: Int) {
    (self.leaf, self.own) = (leaf, own)
    let pairs = table.dimensions.map { Association(table, leaf, $0) }
    let pearson = pairs.map { $0.countries < 3 ? nil : $0.pearson }
    self.pearson = pearson
    countries = pairs.map(\.countries)
    let highest = Self.highest(pearson, own)
    excess =
      highest == own || pearson[own] == nil
      ? nil : highest.flatMap { Self.excess(table, leaf, table.dimensions[$0], over: table.dimensions[own]) }
  }

  private static func highest(_ pearson: [Double?], _ own: Int) -> Int? {
    let order = [own] + pearson.indices.filter { $0 != own }
    return order.filter { pearson[$0] != nil }.reduce(nil) { best, place in
      guard let best, let most = pearson[best], let r = pearson[place], r <= most else { return place }
      return best
    }
  }

  private static func excess(_ table: ScoreTable, _ leaf: NodeIndex, _ other: NodeIndex, over own: NodeIndex)
    -> Double?
  {
    let rows = table.ranked.filter { row in [leaf, other, own].allSatisfy { table.score($0, row) != nil } }
    func scores(_ node: NodeIndex) -> [Double] { rows.compactMap { table.score(node, $0) } }
    let (scores, others, owns) = (scores(leaf), scores(other), scores(own))
    guard let high = Moments.correlation(scores, others), let low = Moments.correlation(scores, owns),
      let between = Moments.correlation(others, owns)
    else { return nil }
    return williams(high, low, between: between, count: rows.count)
  }

  /// Williams' t of the difference of two correlations that share a variable: Williams, Journal of the Royal Statistical
  /// Society B 21, 1959; Steiger, Psychological Bulletin 87, 1980, formula 7.
  /// - Parameters:
  ///   - between: the correlation of the two variables that are not shared.
  ///   - count: how many cases all three rest on; nil below four.
  static func williams(_ one: Double, _ other: Double, between: Double, count: Int) -> Double? {
    guard count > 3 else { return nil }
    let n = Double(count)
    let determinant = 1 - one * one - other * other - between * between + 2 * one * other * between
    let (mean, rest) = ((one + other) / 2, 1 - between)
    let spread = 2 * (n - 1) / (n - 3) * determinant + mean * mean * rest * rest * rest
    return spread > 0 ? (one - other) * ((n - 1) * (1 + between) / spread).squareRoot() : nil
  }
}

extension ScoreTable {
  /// The indicators of weight below a node, or the node itself, in framework order.
  package func weighedLeaves(below node: NodeIndex) -> [NodeIndex] {
    framework.leaves(below: node).filter { effectiveWeights[$0] > 0 }
  }
}
