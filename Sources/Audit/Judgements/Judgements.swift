import IndexModel
import Scoring

/// The judgements that an audit varies together, beside the weights, and what each may be.
///
/// Each alternative is as likely as the others; what the lens judges otherwise is one more.
package struct Judgements: Sendable {
  /// One of the judgements, as it is named in tables.
  package enum Kind: String, Sendable, CaseIterable {
    /// The weights of the dimensions, drawn from the weight set.
    case weights
    /// How values become scores.
    case normalisation
    /// How dimensions are joined.
    case aggregation
    /// What is done about missing values.
    case imputation
    /// What is done about extreme values.
    case outliers
    /// How many years a figure may be carried forward.
    case carryForward = "carry-forward"
    /// How far apart goalposts stand; without effect under a normalisation that has none.
    case goalposts
    /// Which indicator is left out, if any.
    case leftOut = "left-out"
  }

  package let normalisations: [Normalisation]
  /// How dimensions are joined; orders that no weighted sum has are not among them.
  package let aggregations: [Aggregation]
  package let imputations: [Imputation]
  package let outliers: [OutlierRule]
  package let carryForwards: [Int]
  /// How much wider goalposts stand: 0.1 for a tenth.
  package let widths: [Double]
  /// The indicators left out, by their leaves; nil for none.
  package let omissions: [NodeIndex?]

  init(_ table: ScoreTable) {
    let lens = table.lens
    normalisations = Self.with(lens.normalisation, [.goalposts, .minmax, .zscore, .rank, .percentile])
    let own = LinearMean(lens.aggregation.dimensions, lens.aggregation)
    aggregations = Self.with(
      own == nil ? .arithmetic : lens.aggregation.dimensions, [.arithmetic, .geometric, .harmonic])
    imputations = Self.with(lens.impute, [.none, .regionMedian, .incomeMedian])
    outliers = OutlierRule.allCases
    carryForwards = Self.with(lens.carryForward, [5, 10, 15])
    widths = [0, 0.1, -0.1]
    let leaves = table.dimensions.flatMap { table.framework.leaves(below: $0) }.filter {
      table.effectiveWeights[$0] > 0
    }
    // Something has to be left.
    omissions = [nil] + (leaves.count > 1 ? leaves : [])
  }

  private static func with<Level: Equatable>(_ own: Level, _ levels: [Level]) -> [Level] {
    levels.contains(own) ? levels : levels + [own]
  }

  /// How many alternatives there are of each judgement but the weights, in the order of `Kind`.
  package var counts: [Int] {
    [
      normalisations.count, aggregations.count, imputations.count, outliers.count, carryForwards.count,
      widths.count, omissions.count,
    ]
  }

  /// The lens of a table, judging otherwise; for the scores of its dimensions, not for the index.
  /// - Parameter levels: which alternative of each judgement, in the order of `counts`; that of the
  ///   aggregation and of the indicator left out are not looked at.
  func lens(_ table: ScoreTable, _ levels: [Int]) -> Lens {
    var lens = table.lens
    // How dimensions are joined is for others to say; below them benefit of the doubt weighs equally.
    lens.aggregation.dimensions = .arithmetic
    if lens.weightScheme == .benefitOfTheDoubt { lens.weightScheme = .equal }
    lens.normalisation = normalisations[levels[0]]
    lens.impute = imputations[levels[2]]
    lens.outliers = outliers[levels[3]]
    lens.carryForward = carryForwards[levels[4]]
    let width = widths[levels[5]]
    if width != 0 {
      for indicator in table.framework.indicators {
        let posts = lens.goalposts[indicator.id] ?? indicator.goalposts
        lens.goalposts[indicator.id] = posts?.widened(by: width, indicator.transform) ?? posts
      }
    }
    return lens
  }
}
