import Analysis
import Audit
import IndexModel
import Scoring

/// What an audit found, in sentences for a reader who is no statistician.
struct AuditSentences {
  let table: ScoreTable
  /// The audited weights, such as "each weight within 25 % of its own".
  let words: WeightSetWords
  var level: AuditLevel { words.level }

  var setInWords: String { words.condition }

  func percent(_ share: Double) -> String { SampledWords.percent(share) }

  func name(_ country: RowIndex) -> String { table.country(country).name }

  /// A dimension by its path, an indicator by its name in quotation marks.
  func node(_ node: NodeIndex) -> String { table.framework.called(node) }

  /// What was found, a line for each of eleven questions: how wide rank intervals are, how far weights push ranks, which orders do not rest on
  /// them, how likely ranks are, who can be first, what weights matter, what each node does, what other
  /// lenses say, who is outdone by nobody, what the data carry, and what all judgements do together.
  func lines(_ findings: AuditFindings) -> [[String]] {
    // Of a single weight there is nothing to say that holds for some weights and not for others.
    let varied = findings.weightsCanVary ? findings : nil
    let hasDimensions = table.dimensions.count > 1
    return [
      intervals(findings.intervals, findings.intervalDrivers),
      (findings.scores == nil ? [notLinear(findings)] : []) + (findings.bounds.map(bounds) ?? []),
      varied?.fixedPairs.map(pairs) ?? [],
      varied?.acceptability.map { acceptability($0, findings.bounds ?? []) } ?? [], first(findings),
      findings.importance.flatMap { own in findings.scores.map { importance(own, $0) } } ?? [],
      findings.omissions.map(omissions) ?? [],
      (findings.lenses.map(lenses) ?? []) + AuditNotes.leftOut(findings.leftOut),
      (hasDimensions ? findings.benefitOfDoubt.map(benefitOfDoubt) : nil) ?? [],
      data(findings.checks) + regions(DataAudit(table)),
      uncertainty(findings.uncertainty, findings.sensitivity),
    ]
  }

  /// Why what is said over weights is missing, and under which lenses it is not.
  func notLinear(_ findings: AuditFindings) -> String {
    let others = Self.thatAllowBounds(findings.linearLenses, level)
    switch table.nonLinearity(level) {
    case .ratio(let node):
      return
        "\(name(node)) is a ratio, whose parts have no weights that could be varied: rank bounds, pairs of "
        + "countries and draws of weights cannot be had.\(others)"
    case .compared(let node):
      return
        "\(name(node)) has scores that depend on those of other countries, so that weights below it cannot be varied: "
        + "rank bounds, pairs of countries and draws of weights cannot be had.\(others)"
    default: break
    }
    guard let tree = findings.tree else {
      return "Under this lens countries do not share weights that could be varied for all: rank bounds, "
        + "pairs of countries and draws of weights cannot be had.\(others)"
    }
    return "Under this lens countries are not ranked by a weighted sum of their \(level.rawValue)s: rank "
      + "bounds and pairs of countries cannot be had, only what drawing weights shows." + others
      + (AuditNotes.displaced(tree, table) ?? "")
  }

  private func name(_ node: NodeIndex) -> String {
    node == Framework.root ? "The index" : Heading.capitalised(table.framework.nodes[node].name)
  }

  /// Which lenses allow bounds over weights of a level, in a sentence to follow another.
  static func thatAllowBounds(_ lenses: [String], _ level: AuditLevel) -> String {
    if lenses.isEmpty {
      return level == .indicator
        ? " A lens that joins indicators and dimensions by one mean would allow bounds." : ""
    }
    let named = Prose.first(mostLenses, of: lenses, more: " lenses")
    return " Bounds over weights of \(level.rawValue)s are to be had under \(named)."
  }

  /// So many lenses are named in a sentence.
  private static let mostLenses = 5

  /// Which orders do not rest on weights.
  func pairs(_ pairs: FixedPairs) -> [String] {
    guard pairs.pairs > 0 else { return [] }
    if pairs.pairs == 1 { return [single(pairs)] }
    let (all, own) = (Double(pairs.overAll), Double(pairs.overSet))
    let ranked = table.rankedCount
    let which = pairs.pairs < ranked * (ranked - 1) / 2 ? " that do not tie" : ""
    if pairs.overAll == pairs.pairs {
      return ["No weights at all turn the order of any two countries\(which) round."]
    }
    let fixed =
      "Of all pairs of countries\(which), \(percent(all / Double(pairs.pairs))) stand in an order that no "
      + "weights can turn round"
    if pairs.overAll == pairs.overSet {
      return [fixed + "; if \(setInWords), some weights turn each of the others round."]
    }
    let more = percent((own - all) / Double(pairs.pairs))
    return [
      fixed + "; a further \(more) keep theirs if \(setInWords)"
        + (pairs.overSet == pairs.pairs
          ? "."
          : ", and some of these weights turn the other \(percent(1 - own / Double(pairs.pairs))) round.")
    ]
  }

  /// Which order a single pair has.
  private func single(_ pairs: FixedPairs) -> String {
    if pairs.overAll == 1 { return "No weights at all turn the order of the two countries round." }
    return pairs.overSet == 1
      ? "The order of the two countries holds if \(setInWords), but not under any weights at all."
      : "Some weights turn the order of the two countries round if \(setInWords)."
  }

  /// How far ranks lie apart when weights are drawn; where all are proven, draws have nothing to add.
  func acceptability(_ acceptability: Acceptability, _ bounds: [RankBounds]) -> [String] {
    guard acceptability.countries.count > 1, let spans = acceptability.spans else { return [] }
    if !bounds.isEmpty, bounds.allSatisfy({ $0.best.proven == $0.worst.proven }) { return [] }
    return [
      "If \(setInWords) and the weights are drawn at random, nine draws in ten "
        + SampledWords.spans(spans, acceptability.samples)
    ]
  }

  /// Whose weight is not its importance.
  func importance(_ importance: [Importance], _ scores: LinearScores) -> [String] {
    if importance.isEmpty, scores.countries.count > 1 {
      return ["All countries have the same score: there are no differences to account for."]
    }
    guard let most = importance.max(by: { $0.covarianceShare < $1.covarianceShare }),
      let least = importance.min(by: { $0.covarianceShare < $1.covarianceShare }), most.node != least.node
    else { return [] }
    func sentence(_ own: Importance) -> String {
      "the \(level.rawValue) \(node(scores.nodes[own.node])) accounts for "
        + "\(percent(own.covarianceShare)) of the differences between countries with "
        + "\(percent(own.weight)) of the weight"
    }
    let odd = importance.contains { $0.covarianceShare < 0 } ? " \(AuditNotes.opposed(level))" : ""
    return [Heading.capitalised("\(sentence(most)); \(sentence(least)).\(odd)")]
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
        + ", and " + short(countries.failed, countries.all, "country", "countries", "the weight") + "."
    ]
  }

  /// `2 of 45 indicators have figures for less than 65 % of the ranked countries`, or that none are short.
  private func short(_ failed: Int, _ all: Int, _ one: String, _ many: String, _ what: String) -> String {
    let line = percent(table.lens.audit.coverage)
    let verb = failed == 1 || all == 1 ? "has" : "have"
    let who =
      all == 1
      ? "the one \(one)"
      : failed > 0 ? "\(failed) of \(all) \(many)" : (all == 2 ? "both" : "all \(all)") + " \(many)"
    return "\(who) \(verb) figures for \(failed == 0 ? "at least" : "less than") \(line) of \(what)"
  }
}
