import IndexModel
import Scoring

/// How a lens makes scores, in sentences that are true of it.
struct MethodText {
  let lens: Lens
  /// How many dimensions have weight.
  let dimensionCount: Int
  /// That of each indicator that takes part.
  private let transforms: [Transform]

  init(_ report: Report) {
    (lens, dimensionCount) = (report.lens, report.dimensions.count)
    transforms = report.indicators.map(\.definition.transform)
  }

  init(_ table: ScoreTable) {
    (lens, dimensionCount) = (table.lens, table.dimensions.count)
    transforms = table.columns.compactMap { column in
      column.map { table.framework.indicators[$0.indicator].transform }
    }
  }

  /// Whether any scale between goalposts is other than linear.
  private var hasScales: Bool { transforms.contains { $0 != .none } }

  private var usesGoalposts: Bool { lens.normalisation == .goalposts }

  /// What is left out for a rank range, to stand after "when".
  var omission: String {
    dimensionCount > 1 ? "any one dimension is left out" : "any one part of the index is left out"
  }

  /// What the range of ranks is, for a line below a table.
  var rangeNote: String { "range: the ranks a country takes when \(omission)" }

  /// What a score of an indicator is, to stand after a colon.
  var score: String {
    if usesGoalposts {
      return "0 (least secure) to 100, the value's place between worst and best"
        + (hasScales ? " on the scale that is named, else on a linear one" : "")
    }
    let bounds = lens.normalisation.isBounded ? "" : "; it may leave 0 to 100"
    let transformed = hasScales && lens.normalisation.takesDistances
    return lens.normalisation.inProse + (transformed ? ", transformed where a scale is named" : "") + bounds
  }

  /// What goalposts are here.
  var goalposts: String {
    usesGoalposts
      ? "Goalposts: the values that score 0 and 100."
        + (hasScales ? " The scale between them is linear where none is named." : "")
      : "Goalposts: from the less to the more secure; this lens takes only their order, since it "
        + "compares countries with each other."
  }

  /// How figures become scores, as a sentence.
  var scale: String {
    usesGoalposts
      ? "Every figure is placed between two fixed goalposts, 0 at the worst and beyond, 100 at the best and "
        + "beyond, whatever other countries do.\(transformed)"
      : "A score is \(score). It depends on the other countries."
  }

  /// For how many indicators the scale between goalposts is not linear, and which scales these are.
  private var transformed: String {
    if !hasScales { return "" }
    let scales = Transform.allCases.filter(transforms.contains).compactMap(\.scale)
    return
      " For \(transforms.count { $0 != .none }) of \(transforms.count) indicators the scale between them is not linear "
      + "(\(scales.joined(separator: "; "))), as the list of indicators says."
  }

  /// How scores are joined, as sentences.
  var joining: String {
    let rules = lens.aggregation
    let own = rules.nodes.map { (path: $0.key.description, rule: $0.value) }.filter {
      $0.rule != rules.indicators
    }.sorted { $0.path < $1.path }.map { "of \($0.path) by \($0.rule.inProse)" }
    let exceptions = own.isEmpty ? "" : " (those " + own.joined(separator: ", ") + ")"
    let within = "Indicators are joined within a dimension by \(rules.indicators.inProse)\(exceptions)"
    return within + across + weights
  }

  private var across: String {
    if dimensionCount < 2 { return ". There is one dimension, which is the index." }
    if lens.weightScheme == .benefitOfTheDoubt {
      return ", dimensions by the weights that are best for each country, of which the means are " + "shown."
    }
    let joined = ", dimensions by \(lens.aggregation.dimensions.inProse)"
    switch lens.aggregation.dimensions {
    case .arithmetic: return joined + ", so that a weakness in one can be made up for by strength in another."
    case .geometric, .harmonic, .product:
      return joined + ", so that comfort in one makes up for a collapse in another only in part."
    case .minimum: return joined + ", so that comfort in one makes up for nothing in another."
    case .power, .mazziottaPareto, .copeland: return joined + "."
    }
  }

  private var weights: String {
    switch lens.weightScheme {
    case .pca: " Weights come from the figures: squared loadings of the first principal component."
    case .entropy: " Weights come from the figures: more where scores are less evenly spread."
    case .equal, .benefitOfTheDoubt, nil: ""
    }
  }
}
