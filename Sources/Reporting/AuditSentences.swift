import Audit
import HumanSecurity
import Lens
import Scoring

/// What an audit found, in sentences for a reader who is no statistician.
struct AuditSentences {
  let table: ScoreTable
  /// The audited weights, such as "each weight within 25 % of its own".
  let words: WeightSetWords
  /// What the weights are of.
  var level: AuditLevel { words.level }

  /// The set in words, to stand after "if".
  var setInWords: String { words.condition }

  func percent(_ share: Double) -> String { SampledWords.percent(share) }

  func name(_ country: Int) -> String { table.country(country).name }

  func node(_ node: Int) -> String { table.framework.nodes[node].name }

  /// Where nobody has a rank; nil where somebody has.
  static func nobody(_ table: ScoreTable) -> String? {
    if table.ranksAnyone { return nil }
    return
      "No country is ranked under \(table.lens.name) in \(table.year): there is nothing to audit."
  }

  /// Why what is said over weights is missing, and under which lenses it is not.
  func notLinear(_ findings: AuditFindings) -> String {
    let others = Self.thatAllowBounds(findings.linearLenses, level)
    guard let tree = findings.tree else {
      return
        "Under this lens countries do not share weights that could be varied for all: rank bounds, "
        + "pairs of countries and draws of weights cannot be had.\(others)"
    }
    return
      "Under this lens countries are not ranked by a weighted sum of their \(level.rawValue)s: rank "
      + "bounds and pairs of countries cannot be had, only what drawing weights shows."
      + others + (gapWords(tree) ?? "")
  }

  /// Which lenses allow bounds over weights of a level, in a sentence to follow another.
  static func thatAllowBounds(_ lenses: [String], _ level: AuditLevel) -> String {
    if lenses.isEmpty {
      return level == .indicator
        ? " A lens that joins indicators and dimensions by one mean would allow bounds." : ""
    }
    let named = lenses.prefix(mostLenses).joined(separator: ", ")
    let more = lenses.count - mostLenses
    return " Bounds over weights of \(level.rawValue)s are to be had under \(named)"
      + (more > 0 ? " and \(more) more lenses." : ".")
  }

  /// So many lenses are named in a sentence.
  private static let mostLenses = 5

  /// Whom the stated weights do not give the score that it has; nil where they do.
  func gapWords(_ tree: TreeScores) -> String? {
    let count = tree.displaced(table).count
    if count == 0 { return nil }
    let who = count == 1 ? "one country comes" : "\(count) countries come"
    return
      " By the stated weights \(who) to another score in these draws than in the table: the score that "
      + "stands for what a country lacks would leave a mean as it is, not what this lens has instead."
  }

  /// Which orders do not rest on weights.
  func pairs(_ pairs: FixedPairs) -> [String] {
    guard pairs.pairs > 0 else { return [] }
    if pairs.pairs == 1 { return [single(pairs)] }
    let (all, own) = (Double(pairs.overAll), Double(pairs.overSet))
    let ranked = table.order.count { table.rank($0) != nil }
    let which = pairs.pairs < ranked * (ranked - 1) / 2 ? " that do not tie" : ""
    if pairs.overAll == pairs.pairs {
      return ["No weights at all turn the order of any two countries\(which) round."]
    }
    let fixed =
      "Of all pairs of countries\(which), \(percent(all / Double(pairs.pairs))) stand in an order that no "
      + "weights can turn round"
    if pairs.overAll == pairs.overSet {
      return [
        fixed + "; if \(setInWords), some turn each of the others round: these are judgement."
      ]
    }
    return [
      fixed + ", and \(percent(own / Double(pairs.pairs))) in one that holds if \(setInWords)"
        + (pairs.overSet == pairs.pairs ? "." : ": the rest is judgement.")
    ]
  }

  /// Which order a single pair has.
  private func single(_ pairs: FixedPairs) -> String {
    if pairs.overAll == 1 { return "No weights at all turn the order of the two countries round." }
    return pairs.overSet == 1
      ? "The order of the two countries holds if \(setInWords), but not under any weights at all."
      : "The order of the two countries is judgement: some weights turn it round if \(setInWords)."
  }

  /// How likely ranks are.
  /// - Parameter bounds: those of the first country may prove what draws cannot.
  func acceptability(_ acceptability: Acceptability, _ bounds: [RankBounds]) -> [String] {
    guard let first = acceptability.countries.first, acceptability.countries.count > 1,
      let spans = acceptability.spans
    else { return [] }
    let leaders = acceptability.countries.count { table.rank($0) == 1 }
    let stated =
      leaders > 1
      ? "one of \(leaders) that share the first place by the stated weights"
      : "first by the stated weights"
    let isFixed = !bounds.isEmpty && bounds.allSatisfy { $0.best.proven == $0.worst.proven }
    if isFixed {
      return ["\(name(first)), \(stated), is proven to be first whatever these weights."]
    }
    let often =
      bounds.contains { $0.country == first && $0.worst.proven == 1 }
      ? "proven to be first whatever these weights"
      : "first in \(SampledWords.times(acceptability.share(0, rank: 0), of: acceptability.samples))"
    return [
      "If \(setInWords) and the weights are drawn at random, the middle 90 % of a country's ranks "
        + "\(SampledWords.spans(spans, acceptability.samples)); \(name(first)), \(stated), is "
        + "\(often)."
    ]
  }

  /// Whose weight is not its importance.
  func importance(_ importance: [Importance], _ scores: LinearScores) -> [String] {
    if importance.isEmpty, scores.countries.count > 1 {
      return ["All countries have the same score: there are no differences to account for."]
    }
    guard
      let most = importance.max(by: { $0.covarianceShare < $1.covarianceShare }),
      let least = importance.min(by: { $0.covarianceShare < $1.covarianceShare }),
      most.node != least.node
    else { return [] }
    func sentence(_ own: Importance) -> String {
      "the \(level.rawValue) \(node(scores.nodes[own.node])) accounts for "
        + "\(percent(own.covarianceShare)) of the differences between countries with "
        + "\(percent(own.weight)) of the weight"
    }
    let odd = importance.contains { $0.covarianceShare < 0 } ? " \(Self.opposed)" : ""
    return [Heading.capitalised("\(sentence(most)); \(sentence(least)).\(odd)")]
  }

  /// What a share below 0 or above 1 means.
  static let opposed =
    "These shares sum to 100 %: that of a dimension which runs against the index is below 0, and those of "
    + "others are so much the higher, even above 100 %."

  /// What one node does.
  func omissions(_ omissions: [NodeOmission]) -> [String] {
    let dimensions = omissions.filter { table.dimensions.contains($0.node) }
    let indicators = omissions.filter { table.framework.nodes[$0.node].indicator != nil }
    let most = [dimensions, indicators].compactMap { own in
      own.max { $0.meanShift < $1.meanShift }.flatMap { $0.meanShift > 0 ? $0 : nil }
    }
    // A dimension and its only indicator are the same omission.
    let isSame = most.count == 2 && table.framework.leaves(below: most[0].node) == [most[1].node]
    return (isSame ? Array(most.prefix(1)) : most).map(sentence)
  }

  private func sentence(_ omission: NodeOmission) -> String {
    let ranked = table.order.count { table.rank($0) != nil }
    let among =
      omission.countries == ranked
      ? "" : " among the \(omission.countries) countries that have a rank with and without it"
    let moved = omission.mostMoved.first.map {
      ", most of all \(name($0.country)), from \($0.with) to \($0.without)"
    }
    return "Without \(node(omission.node)) a country moves by "
      + "\(NumberFormat.fixed(omission.meanShift, 1)) ranks on average\(among)\(moved ?? "")."
  }

  /// Where declared judgements disagree most.
  func schools(_ comparisons: [LensComparison]) -> [String] {
    let own = comparisons.filter {
      [$0.first.lens.name, $0.second.lens.name].contains(table.lens.name)
    }.filter { !$0.shifts.isEmpty }
    if own.isEmpty || table.order.count(where: { table.rank($0) != nil }) < 2 { return [] }
    if own.allSatisfy({ ($0.shifts.first?.distance ?? 0) == 0 }) {
      return [
        own.count == 1
          ? "The other lens gives each country the rank that it has here."
          : "All \(own.count) other lenses give each country the rank that it has here."
      ]
    }
    // Two countries stand in one order or the other: no correlation says more.
    let known = own.filter { $0.spearman != nil && $0.shifts.count > 2 }
    if known.isEmpty, own.allSatisfy({ $0.shifts.count == 2 }) {
      let turned = own.count { ($0.shifts.first?.distance ?? 0) > 0 }
      return [
        own.count == 1
          ? "The other lens ranks the two countries otherwise."
          : "\(turned) of \(own.count) other lenses rank the two countries otherwise."
      ]
    }
    guard let furthest = known.min(by: { ($0.spearman ?? 1) < ($1.spearman ?? 1) }),
      let rho = furthest.spearman
    else { return [] }
    let names = [furthest.first.lens.name, furthest.second.lens.name]
    let other = names[0] == table.lens.name ? names[1] : names[0]
    let text = NumberFormat.fixed(rho, 2)
    let who =
      own.count == 1
      ? "The other lens is \(other)" : "Of the other lenses, \(other) is furthest from this one"
    return [
      who
        + ": the two \(ComparisonPage.words(rho)); over \(furthest.shifts.count) countries the ranks "
        + "correlate by \(text == "1.00" ? NumberFormat.fixed(rho, 4) : text) (Spearman; 1 would be "
        + "the same order, 0 no order in common, −1 the reverse)."
    ]
  }

  /// What the data carry.
  func data(_ checks: [AuditCheck]) -> [String] {
    func failed(_ kind: AuditCheck.Kind) -> (failed: Int, all: Int) {
      let own = checks.filter { $0.kind == kind }
      return (own.count { $0.verdict == .warn }, own.count)
    }
    let (indicators, countries) = (failed(.indicatorCoverage), failed(.countryCoverage))
    guard indicators.all > 0, countries.all > 0 else { return [] }
    return [
      Heading.capitalised(
        short(indicators.failed, indicators.all, "indicator", "indicators", "the ranked countries"))
        + ", and "
        + short(countries.failed, countries.all, "country", "countries", "the weight") + "."
    ]
  }

  /// `2 of 45 indicators have figures for less than 65 % of the ranked countries`, or that none are short.
  private func short(
    _ failed: Int, _ all: Int, _ one: String, _ many: String, _ what: String
  ) -> String {
    let line = percent(table.lens.audit.coverage)
    let verb = failed == 1 || all == 1 ? "has" : "have"
    let who =
      all == 1
      ? "the one \(one)"
      : failed > 0
        ? "\(failed) of \(all) \(many)" : (all == 2 ? "both" : "all \(all)") + " \(many)"
    return "\(who) \(verb) figures for \(failed == 0 ? "at least" : "less than") \(line) of \(what)"
  }

  /// How sure ranks are when all judgements vary, and which judgement that rests on.
  func uncertainty(_ uncertainty: Uncertainty?, _ sensitivity: Sensitivity?) -> [String] {
    if level == .indicator {
      return [
        "How all judgements vary together, and which of them drives ranks, is told over weights of "
          + "dimensions only: hsi audit without --level."
      ]
    }
    var out: [String] = []
    if let uncertainty, uncertainty.countries.count > 1, let spans = uncertainty.spans {
      out.append(
        "When \(CountWords.list(varied)) all vary together, the middle 90 % of a country's ranks "
          + "\(SampledWords.spans(spans, uncertainty.samples)).")
    }
    if let sensitivity { out += driver(sensitivity) }
    return out.isEmpty ? [] : [out.joined(separator: " ")]
  }

  /// The judgements that vary: weights of dimensions and how these are joined only where there are several.
  private var varied: [String] {
    let several = table.dimensions.count > 1
    return (several ? ["weights"] : []) + ["normalisation"] + (several ? ["aggregation"] : [])
      + ["missing data", "outliers", "age limits", "goalposts"]
      + (table.auditedNodes(.indicator).count > 1 ? ["the choice of indicators"] : [])
  }

  /// A judgement as a sentence has it.
  private func words(_ judgement: Judgements.Kind) -> String {
    switch judgement {
    case .leftOut: "the indicator left out"
    case .carryForward: "the age limit of figures"
    default: judgement.rawValue
    }
  }

  private func driver(_ sensitivity: Sensitivity) -> [String] {
    guard let effects = sensitivity.onShift else { return [] }
    let order = effects.indices.sorted {
      (-effects[$0].total.value, $0) < (-effects[$1].total.value, $1)
    }
    guard let most = order.first else { return [] }
    let total = effects[most].total
    let rivals = order.dropFirst().filter { effects[$0].total.high >= total.low }
      .map { words(sensitivity.assumptions[$0]) }
    let points = sensitivity.indices.baseSamples
    return [
      "The choice that moves ranks most is that of \(words(sensitivity.assumptions[most])): with all "
        + "others settled, \(share(total.value)) of the variation of the mean move of ranks would "
        + "still be left on average (95 % interval \(share(total.low)) to \(share(total.high)))."
        + (rivals.isEmpty
          ? ""
          : " By these draws it cannot be told from that of \(rivals.joined(separator: ", ")).")
        + (sensitivity.isRough
          ? " These shares are rough: they rest on \(points) points, and more --samples sharpen them."
          : "")
    ]
  }

  /// A share of all variation: what is estimated beyond 0 and 100 % is none of it.
  private func share(_ estimate: Double) -> String { percent(min(1, max(0, estimate))) }
}
