/// How a value becomes a score between 0 (least secure) and 100 (most secure).
///
/// All but `goalposts` compare the countries of one year: their scores cannot be compared between years.
package enum Normalisation: String, Sendable, CaseIterable {
  /// The value's place between fixed goalposts, clamped to their ends.
  case goalposts
  /// The value's place between the least and the greatest of the year.
  case minmax
  /// 50, and 10 for each standard deviation from the mean; not clamped.
  case zscore
  /// The place in the order of countries, ties sharing their mean place.
  case rank
  /// The share of countries that are no more secure.
  case percentile
  /// The ratio to a country of reference, which scores 100.
  case ratioToReference = "ratio_to_reference"

  /// Between what every score lies. Z-scores never come near their ends, ratios only where a figure is ten thousand
  /// times the reference; further out, powers of scores would be beyond all numbers.
  package var range: ClosedRange<Double> {
    switch self {
    case .goalposts, .minmax, .rank, .percentile: 0...100
    case .zscore: -1e6...1e6
    case .ratioToReference: 0...1e6
    }
  }

  /// Whether a score is the value's place among those of others, so that it matters who they are.
  package var compares: Bool {
    switch self {
    case .minmax, .zscore, .rank, .percentile: true
    case .goalposts, .ratioToReference: false
    }
  }

  /// Whether every score lies between 0 and 100.
  package var isBounded: Bool { range == 0...100 }
}

/// How the joined scores of a node are compared over all units.
package enum NodeNormalisation: String, Sendable, CaseIterable {
  /// The place between the least and the greatest.
  case minmax
  /// 50, and 10 for each standard deviation from the mean.
  case zscore
  /// 100 for the greatest, and in proportion for the others.
  case best
}

/// How the scores of children become their parent's.
package enum Aggregation: String, Sendable, CaseIterable {
  /// The weighted mean: a weakness is made up for by an equal strength elsewhere.
  case arithmetic
  /// The weighted geometric mean: a collapse in one part is not bought back by another.
  case geometric
  /// The weighted harmonic mean: harder still on what is low.
  case harmonic
  /// The weighted power mean with the exponent of the lens.
  case power
  /// The least of the scores: nothing is bought back at all.
  case minimum
  /// The mean, less a penalty for imbalance.
  case mazziottaPareto = "mazziotta_pareto"
  /// The parts multiplied, as shares of 100: each discounts what the others leave.
  case product
  /// The count of countries that one outranks, less those that outrank it.
  case copeland
  /// One of two parts divided by the other, which `NodeRule.denominator` names: the only method under which more of a
  /// part is less of the whole.
  case ratio
}

/// What is done about extreme values before values are compared.
package enum OutlierRule: String, Sendable, CaseIterable {
  case none
  /// Where a distribution is skewed and peaked, its extremes are set to the next value.
  case winsorise
}

/// Where the weights come from, for a lens that does not give numbers.
package enum WeightScheme: String, Sendable, CaseIterable {
  /// Every node weighs as much as each of its siblings.
  case equal
  /// Squared loadings of the first principal component of the siblings' scores.
  case pca
  /// Siblings weigh more the less evenly their scores are spread over countries (Shannon's entropy).
  case entropy
  /// Each country's dimensions weigh as is best for that country; equal weights below.
  case benefitOfTheDoubt = "benefit_of_the_doubt"

  /// Whether weights are made of the figures, so that others' figures play a part in a score.
  package var isDerived: Bool { self != .equal }
}

package enum Imputation: String, Sendable, CaseIterable {
  /// Nothing: the weights of what is present are renormalised.
  case none
  /// A missing indicator scores what the country's others under the same node do on average.
  case nodeMean = "node_mean"
  /// The median of the countries of the same region, in the indicator's unit.
  case regionMedian = "region_median"
  /// The median of the countries of the same income group, in the indicator's unit.
  case incomeMedian = "income_median"
  /// The mean of the countries of the same region, in the indicator's unit.
  case regionMean = "region_mean"
  /// The mean of the countries of the same income group, in the indicator's unit.
  case incomeMean = "income_mean"
  /// The mean of all countries in scope, in the indicator's unit.
  case worldMean = "world_mean"
  /// What the indicator of the same dimension that predicts it best gives on a straight line.
  case regression
  /// What regressions on all other parts predict for a part of a dimension that a country lacks.
  case components

  /// Whether a country takes what the others of a group have in the middle.
  package var isOfGroups: Bool {
    switch self {
    case .regionMedian, .incomeMedian, .regionMean, .incomeMean, .worldMean: true
    case .none, .nodeMean, .regression, .components: false
    }
  }
}
