import Analysis
import Audit
import IndexModel
import Scoring
import Tabular

/// How a lens makes scores, in sentences that are true of it.
struct MethodText {
  let lens: Lens
  /// How many dimensions have weight.
  let dimensionCount: Int
  /// That of each indicator that takes part.
  private let transforms: [Transform]
  /// How many countries are ranked.
  private let ranked: Int

  init(_ report: Report) {
    (lens, dimensionCount, ranked) = (report.lens, report.dimensions.count, report.rankedCount)
    transforms = report.indicators.map(\.definition.transform)
  }

  init(_ table: ScoreTable) {
    (lens, dimensionCount, ranked) = (table.lens, table.dimensions.count, table.rankedCount)
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
  var rangeNote: String { "range: the ranks a country takes among the same \(ranked) when \(omission)" }

  /// `rank interval 143–159, tier 9; 147–155 when any one dimension is left out`.
  func standing(_ interval: RankIntervals.Interval?, _ range: RankRange?) -> String {
    let own = interval.map { "rank interval \($0.text), tier \($0.tier); " } ?? ""
    return own + "\(ScoreListing.rangeText(range)) of the same when \(omission)"
  }

  /// What the interval of ranks is, for a line below a table.
  /// - Parameter draws: how many combinations it rests on; nil where none was computed.
  func intervalNote(_ draws: Int?) -> String {
    if ranked == 0 { return "interval: no country is ranked" }
    guard let draws else {
      return
        "interval: not computed, as more than \(RankIntervals.mostCountries) countries are ranked or their weights "
        + "cannot vary"
    }
    return "interval: the ranks between which a country lies in nine of ten of \(draws) combinations of all "
      + "judgements; where its rank lies outside, the lens stands apart from most of them"
  }

  /// What rank intervals, tiers and ranges are, as sentences.
  func intervalsInReading(_ draws: Int?) -> String {
    let omitted =
      "On the page of each country stand also the ranks that it takes among the same \(ranked) when \(omission)."
    guard let draws else { return "Rank intervals were not computed. " + omitted }
    return
      "The rank interval holds a country's rank in at least nine of ten of \(draws) combinations of all judgements: where "
      + "it is wide, the rank says little. \(Heading.capitalised(Self.tierRule)). " + omitted
  }

  /// What a tier is, for a line below a table.
  static let tierNote = "tier: " + tierRule

  private static let tierRule =
    "going down the ranking, a new tier begins at the first country whose interval does not overlap that of the first "
    + "country of the tier before"

  /// What a dimension's points of the index are (`Aggregator.parts`), to stand after a colon.
  var points: String {
    let sum = "; they sum to it"
    if lens.weightScheme == .benefitOfTheDoubt {
      return "the index score divided by the shares of the country's own best weights" + sum
    }
    let root = Aggregator(ofIndex: lens.aggregation)
    let rounding =
      (root.decimals == nil ? "" : "; what rounding changes is divided by weight")
      + (root.poorFrom == nil ? "" : "; what counting the poor alone changes is divided by weight")
    if root.isTurned {
      return
        "100 × weight less the dimension's part of what the index lacks of 100; they sum to the index score"
        + rounding
    }
    return plainPoints + rounding
  }

  /// The same of a method that neither turns nor rounds.
  private var plainPoints: String {
    let sum = "; they sum to it"
    let caution = ". They are not what the score would lose without the dimension"
    switch lens.aggregation.dimensions {
    case .arithmetic: return "weight × score; they sum to the index score"
    case .geometric:
      return "the index score divided by weight and the logarithm of scores, as a geometric mean adds up "
        + "logarithms" + sum + caution
    case .harmonic, .power, .mazziottaPareto:
      return
        "a dimension's score × what the index gains for each point more of it; they sum to the index score"
        + caution
    case .product: return "100 × weight less what the dimension takes off; they sum to the index score"
    case .minimum: return "all of the index score comes from the least dimension"
    case .copeland: return "the index score divided by weight, as places in an order have no parts" + sum
    case .ratio:
      return "100 × weight less what the dimension takes off, or for the denominator with what it adds" + sum
    }
  }

  /// What a score of an indicator is, to stand after a colon.
  var score: String {
    plainScore + (lens.caps.isEmpty ? "" : "; a value beyond a cap of the lens counts as the cap")
      + (lens.cutoffs.isEmpty ? "" : "; 100 or 0 where the lens has a cut-off")
  }

  private var plainScore: String {
    if usesGoalposts {
      return "0 to 100, the value's place between worst and best"
        + (hasScales ? " on the scale that is named, else on a linear one" : "")
    }
    let bounds = lens.normalisation.isBounded ? "" : "; it may leave 0 to 100"
    let transformed = hasScales && lens.normalisation.takesDistances
    let among = lens.normalisation.compares ? lens.comparedWithin.among : ""
    return lens.normalisation.inProse + among + (transformed ? ", transformed where a scale is named" : "")
      + bounds
  }

  /// What goalposts are here.
  var goalposts: String {
    usesGoalposts
      ? "Goalposts: the values that score 0 and 100."
        + (hasScales ? " The scale between them is linear where none is named." : "")
      : "Goalposts: from the worse to the better; this lens takes only their order, since it "
        + "compares countries with each other."
  }

  /// How figures become scores, as a sentence.
  var scale: String { plainScale + CapsText.sentence(lens) + CutoffText.sentence(lens) }

  private var plainScale: String {
    usesGoalposts
      ? "Every figure is placed between two fixed goalposts, 0 at the worst and beyond, 100 at the best and "
        + "beyond, whatever other countries do.\(transformed)"
      : "A score is \(plainScore). It depends on the other countries."
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
    let own = rules.nodes.map { (path: $0.key, rule: $0.value) }.filter { $0.rule != rules.indicators }.sorted
    { $0.path < $1.path }.map { "of \(Heading.phrase($0.path)) by \($0.rule.inProse)" }
    let exceptions = own.isEmpty ? "" : " (those " + own.joined(separator: ", ") + ")"
    let within = "Indicators are joined within a dimension by \(rules.indicators.inProse)\(exceptions)"
    return within + across + weights + nodeRules
  }

  /// What else is done at nodes, as sentences.
  private var nodeRules: String {
    let rules = lens.aggregation.rules
    let single = rules.nodes.map { (path: $0.key, rule: $0.value) }.sorted { $0.path < $1.path }
    let named =
      [("the index", rules.dimensions), ("each node below it", rules.indicators)]
      + single.map { (Heading.phrase($0.path), $0.rule) }
    let turned = named.filter { $0.1.isTurned == true }.map(\.0)
    let unturned = named.filter { $0.1.isTurned == false }.map(\.0)
    let but = unturned.isEmpty ? "" : ", but not at \(CountWords.list(unturned))"
    let rounded = named.compactMap { name, rule in
      rule.decimals.map { "\(name) to \(CountWords.of($0, "decimal"))" }
    }
    let shares = named.compactMap { name, rule in rule.share.map { "\(NumberFormat.percent($0)) of \(name)" }
    }
    let compared = named.compactMap { name, rule in rule.normalisation.map { "\(name) by \($0.inProse)" } }
    let filled = named.compactMap { name, rule in
      rule.imputedFrom.map { "\(name) the mean of \($0 == .world ? "all" : "its \($0.inProse)")" }
    }
    let counted = named.compactMap { name, rule in
      rule.poorFrom.map {
        "\(NumberFormat.percent($0)) of \(name)"
          + (rule.isHeadcount == true ? ", where the poor score 0" : "")
      }
    }
    let divided = named.compactMap { name, rule in
      rule.denominator.map { "\(name) by \(DimensionPath($0.name).map { Heading.phrase($0) } ?? $0.name)" }
    }
    return (divided.isEmpty ? "" : " Ratios are taken of \(CountWords.list(divided)), as per cent.")
      + (turned.isEmpty
        ? ""
        : " At \(CountWords.list(turned)) what the parts lack of 100 is joined, and the result turned back\(but).")
      + (rounded.isEmpty ? "" : " Scores are rounded before they are used: \(CountWords.list(rounded)).")
      + (counted.isEmpty
        ? "" : " Who lacks less counts as not poor and scores 100: \(CountWords.list(counted)).")
      + (compared.isEmpty
        ? "" : " Scores of nodes are compared before they are joined: \(CountWords.list(compared)).")
      + (filled.isEmpty
        ? "" : " Where a country has no score of a node, it gets the mean: for \(CountWords.list(filled)).")
      + (shares.isEmpty ? "" : " So much has to be there for a score: \(CountWords.list(shares)).")
  }

  private var across: String {
    if dimensionCount < 2 { return ". There is one dimension, which is the index." }
    if lens.weightScheme == .benefitOfTheDoubt {
      return ", dimensions by the weights that are best for each country, of which the means are " + "shown."
    }
    let joined = ", dimensions by \(lens.aggregation.dimensions.inProse)"
    if Aggregator(ofIndex: lens.aggregation).isTurned { return joined + "." }
    switch lens.aggregation.dimensions {
    case .arithmetic: return joined + ", so that a weakness in one can be made up for by strength in another."
    case .geometric, .harmonic, .product:
      return joined + ", so that comfort in one makes up for a collapse in another only in part."
    case .minimum: return joined + ", so that comfort in one makes up for nothing in another."
    case .power, .mazziottaPareto, .copeland, .ratio: return joined + "."
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
