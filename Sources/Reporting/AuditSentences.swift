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
    let (all, own) = (Double(pairs.overAll), Double(pairs.overSet))
    let ranked = table.order.count { table.rank($0) != nil }
    let which = pairs.pairs < ranked * (ranked - 1) / 2 ? " that do not tie" : ""
    return [
      "Of all pairs of countries\(which), \(percent(all / Double(pairs.pairs))) stand in an order that no "
        + "weights can turn round, and \(percent(own / Double(pairs.pairs))) in one that holds if "
        + "\(setInWords): the rest is judgement."
    ]
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
      return ["All countries have the same score: no dimension sets any of them apart."]
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
    return [dimensions, indicators].compactMap { own in
      guard let most = own.max(by: { $0.meanShift < $1.meanShift }), most.meanShift > 0 else {
        return nil
      }
      let moved = most.mostMoved.first.map {
        ", most of all \(name($0.country)), from \($0.with) to \($0.without)"
      }
      return "Without \(node(most.node)) a country moves by "
        + "\(NumberFormat.fixed(most.meanShift, 1)) ranks on average\(moved ?? "")."
    }
  }

  /// Where declared judgements disagree most.
  func schools(_ comparisons: [LensComparison]) -> [String] {
    let own = comparisons.filter {
      [$0.first.lens.name, $0.second.lens.name].contains(table.lens.name)
    }.filter { !$0.shifts.isEmpty }
    if own.isEmpty { return [] }
    if own.allSatisfy({ ($0.shifts.first?.distance ?? 0) == 0 }) {
      return [
        own.count == 1
          ? "The other lens gives each country the rank that it has here."
          : "All \(own.count) other lenses give each country the rank that it has here."
      ]
    }
    let known = own.filter { $0.spearman != nil }
    guard let furthest = known.min(by: { ($0.spearman ?? 1) < ($1.spearman ?? 1) }),
      let rho = furthest.spearman
    else { return [] }
    let names = [furthest.first.lens.name, furthest.second.lens.name]
    let other = names[0] == table.lens.name ? names[1] : names[0]
    let text = NumberFormat.fixed(rho, 2)
    let who =
      own.count == 1
      ? "The other lens, \(other), disagrees" : "Of the other lenses, \(other) disagrees most"
    return [
      who + ": over \(furthest.shifts.count) countries the ranks "
        + "correlate by \(text == "1.00" ? NumberFormat.fixed(rho, 4) : text) (Spearman; 1 would be "
        + "the same order)."
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
    let line = percent(table.lens.audit.coverage)
    return [
      "\(indicators.failed) of \(indicators.all) indicators have figures for less than \(line) of the "
        + "ranked countries, and \(countries.failed) of \(countries.all) countries have figures for "
        + "less than \(line) of the weight."
    ]
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
        "When weights, normalisation, aggregation, missing data, outliers, age limits, goalposts and the "
          + "choice of indicators all vary together, the middle 90 % of a country's ranks "
          + "\(SampledWords.spans(spans, uncertainty.samples)).")
    }
    if let sensitivity { out += driver(sensitivity) }
    return out.isEmpty ? [] : [out.joined(separator: " ")]
  }

  private func driver(_ sensitivity: Sensitivity) -> [String] {
    guard let effects = sensitivity.onShift else { return [] }
    let order = effects.indices.sorted {
      (-effects[$0].total.value, $0) < (-effects[$1].total.value, $1)
    }
    guard let most = order.first else { return [] }
    let total = effects[most].total
    let rivals = order.dropFirst().filter { effects[$0].total.high >= total.low }
      .map { sensitivity.assumptions[$0].rawValue }
    let points = sensitivity.indices.baseSamples
    return [
      "The choice that moves ranks most is that of \(sensitivity.assumptions[most].rawValue): with all "
        + "others settled, \(percent(total.value)) of the variation of the mean move of ranks would "
        + "still be left on average (95 % interval \(percent(total.low)) to \(percent(total.high)))."
        + (rivals.isEmpty
          ? ""
          : " By these draws it cannot be told from that of \(rivals.joined(separator: ", ")).")
        + (sensitivity.isRough
          ? " These shares are rough: they rest on \(points) points, and more --samples sharpen them."
          : "")
    ]
  }
}
