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

  /// The dimension of the highest correlation, the indicator's own where several share it; nil for none.
  package var highest: Int? {
    let order = [own] + pearson.indices.filter { $0 != own }
    return order.filter { pearson[$0] != nil }.reduce(nil) { best, place in
      guard let best, let most = pearson[best], let r = pearson[place], r <= most else { return place }
      return best
    }
  }

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
    pearson = pairs.map { $0.countries < 3 ? nil : $0.pearson }
    countries = pairs.map(\.countries)
  }
}

extension ScoreTable {
  /// The indicators of weight below a node, or the node itself, in framework order.
  package func weighedLeaves(below node: NodeIndex) -> [NodeIndex] {
    framework.leaves(below: node).filter { effectiveWeights[$0] > 0 }
  }
}
