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
    /// How far figures and the estimates of missing parts are off; only where producers publish bounds or the lens
    /// estimates any.
    case estimates
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
  /// How often the errors of figures and estimates are drawn; 0 where none is known.
  package let estimateDraws: Int
  /// Of each judgement but the weights the alternative that is the lens's own, in the order of `counts`; nil where
  /// the lens joins dimensions in a way that is not among the alternatives.
  let own: [Int?]

  init(_ table: ScoreTable) {
    let lens = table.lens
    estimateDraws = ScoreErrors.has(table) ? ScoreErrors.draws : 0
    normalisations = Self.with(lens.normalisation, [.goalposts, .minmax, .zscore, .rank, .percentile])
    let mean = LinearMean(lens.aggregation.dimensions, lens.aggregation)
    aggregations = Self.with(
      mean == nil ? .arithmetic : lens.aggregation.dimensions, [.arithmetic, .geometric, .harmonic])
    imputations = Self.with(lens.impute, [.none, .regionMedian, .incomeMedian])
    outliers = OutlierRule.allCases
    carryForwards = Self.with(lens.carryForward, [5, 10, 15])
    widths = [0, 0.1, -0.1]
    let leaves = table.dimensions.flatMap { table.framework.leaves(below: $0) }.filter {
      table.effectiveWeights[$0] > 0
    }
    // Something has to be left.
    omissions = [nil] + (leaves.count > 1 ? leaves : [])
    let choices: [Int?] = [
      normalisations.firstIndex(of: lens.normalisation),
      aggregations.firstIndex(of: lens.aggregation.dimensions), imputations.firstIndex(of: lens.impute),
      outliers.firstIndex(of: lens.outliers), carryForwards.firstIndex(of: lens.carryForward), 0, 0,
    ]
    // Beyond the draws of errors stand the estimates themselves.
    self.own = choices + (estimateDraws > 0 ? [estimateDraws] : [])
  }

  private static func with<Level: Equatable>(_ own: Level, _ levels: [Level]) -> [Level] {
    levels.contains(own) ? levels : levels + [own]
  }

  /// How many alternatives there are of each judgement but the weights, in the order of `Kind`.
  package var counts: [Int] {
    [
      normalisations.count, aggregations.count, imputations.count, outliers.count, carryForwards.count,
      widths.count, omissions.count,
    ] + (estimateDraws > 0 ? [estimateDraws] : [])
  }

  /// The judgements that vary here, the weights first, then those of `counts`.
  package var kinds: [Kind] { Array(Kind.allCases.prefix(1 + counts.count)) }

  /// An alternative in words, as a lens names it.
  /// - Parameter judgement: its place in `counts`.
  func name(_ judgement: Int, _ level: Int) -> String {
    switch judgement {
    case 0: normalisations[level].rawValue
    case 1: aggregations[level].rawValue
    case 2: imputations[level].rawValue
    case 3: outliers[level].rawValue
    case 4: "\(carryForwards[level]) years"
    case 5: widths[level] == 0 ? "as stated" : widths[level] > 0 ? "10 % wider" : "10 % narrower"
    default: "\(level)"
    }
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
