import Audit
import HumanSecurity
import Lens
import Scoring

/// What an audit found, in sentences for a reader who is no statistician.
struct AuditSentences {
  let table: ScoreTable
  /// The audited weights in words, such as "each weight within 25 % of its own".
  let set: WeightSet.Kind
  /// What the weights are of.
  var level = AuditLevel.dimension

  /// The set in words, to stand after "if".
  var setInWords: String {
    switch set {
    case .simplex: "any weights at all are allowed"
    case .box(let share):
      "each \(level == .indicator ? "indicator's " : "")weight may be up to \(percent(share)) more or less"
    case .ordinal: "weights only keep their order"
    case .cone(let share): "up to \(percent(share)) of all weight goes anywhere"
    }
  }

  private func percent(_ share: Double) -> String { NumberFormat.percent(share) }

  private func name(_ country: Int) -> String { table.country(country).name }

  private func node(_ node: Int) -> String { table.framework.nodes[node].name }

  /// How far ranks can be pushed: exact bounds.
  func bounds(_ bounds: [RankBounds]) -> [String] {
    if table.auditedNodes(level).count < 2 {
      if level == .indicator { return ["This index has one indicator, whose weight cannot vary."] }
      return [
        "This index has one dimension, whose weight cannot vary: what is said over weights below says "
          + "nothing of the weights of its indicators."
      ]
    }
    func move(_ own: RankBounds) -> Int {
      max(own.rank - own.best.proven, own.worst.proven - own.rank)
    }
    let moves = bounds.map(move).sorted()
    guard let furthest = bounds.max(by: { move($0) < move($1) }) else { return [] }
    let still = moves.count { $0 == 0 }
    let exact = bounds.count { $0.isExact }
    let how =
      exact == bounds.count
      ? "these bounds are exact, and each comes with the weights that prove it"
      : "\(exact) of \(bounds.count) of these bounds are exact, the others an outer limit"
    return [
      "If \(setInWords), half of the countries can be moved from their rank by at most "
        + "\(moves[moves.count / 2]) places\(still == 0 ? "" : ", and \(still) not at all"); "
        + "\(how)\(gaps).",
      "\(name(furthest.country)) can be moved furthest: from rank \(furthest.rank) up to "
        + "\(furthest.best.proven) and down to \(furthest.worst.proven).",
    ]
  }

  /// What stands in for a dimension that a ranked country lacks.
  private var gaps: String {
    let nodes = table.auditedNodes(level)
    let lacking = table.countries.indices.count { country in
      table.rank(country) != nil && nodes.contains { table.score($0, country) == nil }
    }
    if lacking > 0, level == .indicator {
      return "; in the "
        + (lacking == 1 ? "country that lacks" : "\(lacking) countries that lack")
        + " an indicator, the stated score of the node above it stands for it"
    }
    return lacking == 0
      ? ""
      : "; in the \(lacking) countries that lack a dimension, their stated index score stands for it"
  }

  /// Why what is said over weights is missing.
  var notLinear: String {
    "The order of countries is not linear in the weights of "
      + (level == .dimension ? "this lens" : "the indicators under this lens")
      + ": rank bounds, draws and pairs are not given."
  }

  /// Which orders do not rest on weights.
  func pairs(_ pairs: FixedPairs) -> [String] {
    guard pairs.pairs > 0 else { return [] }
    let (all, own) = (Double(pairs.overAll), Double(pairs.overSet))
    return [
      "Of all pairs of countries, \(percent(all / Double(pairs.pairs))) stand in an order that no "
        + "weights can turn round, and \(percent(own / Double(pairs.pairs))) in one that holds if "
        + "\(setInWords): the rest is judgement."
    ]
  }

  /// How likely ranks are.
  func acceptability(_ acceptability: Acceptability) -> [String] {
    let places = acceptability.countries.indices
    guard let first = acceptability.countries.first else { return [] }
    let widths = places.map {
      acceptability.quantile($0, 0.95) - acceptability.quantile($0, 0.05)
    }.sorted()
    let share = acceptability.share(0, rank: 0)
    return [
      "With weights drawn at random under that condition, the middle 90 % of a country's ranks span "
        + "\(widths[widths.count / 2]) ranks at the median and \(widths.last ?? 0) at most; "
        + "\(name(first)), first by the stated weights, is first in \(percent(share)) of draws "
        + "(standard error \(NumberFormat.fixed(100 * acceptability.standardError(share), 2)) points)."
    ]
  }

  /// Whose weight is not its importance.
  func importance(_ importance: [Importance], _ scores: LinearScores) -> [String] {
    guard
      let most = importance.max(by: { $0.covarianceShare < $1.covarianceShare }),
      let least = importance.min(by: { $0.covarianceShare < $1.covarianceShare }),
      most.node != least.node
    else { return [] }
    func sentence(_ own: Importance) -> String {
      "the \(level.rawValue) \(node(scores.nodes[own.node])) accounts for \(percent(own.covarianceShare)) of the differences "
        + "between countries with \(percent(own.weight)) of the weight"
    }
    return [Heading.capitalised("\(sentence(most)); \(sentence(least)).")]
  }

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
    }
    guard
      let furthest = own.filter({ $0.spearman != nil })
        .min(by: { ($0.spearman ?? 1) < ($1.spearman ?? 1) }), let rho = furthest.spearman
    else { return [] }
    let names = [furthest.first.lens.name, furthest.second.lens.name]
    let other = names[0] == table.lens.name ? names[1] : names[0]
    return [
      "Of the other lenses, \(other) disagrees most: over \(furthest.shifts.count) countries the ranks "
        + "correlate by \(NumberFormat.fixed(rho, 2)) (Spearman)."
    ]
  }

  /// What the data carry.
  func data(_ checks: [AuditCheck]) -> [String] {
    func failed(_ kind: AuditCheck.Kind) -> (failed: Int, all: Int) {
      let own = checks.filter { $0.kind == kind }
      return (own.count { $0.verdict == .warn }, own.count)
    }
    let (indicators, countries) = (failed(.indicatorCoverage), failed(.countryCoverage))
    guard indicators.all > 0 else { return [] }
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
    var out = ""
    if let uncertainty, !uncertainty.countries.isEmpty {
      let widths = uncertainty.countries.indices.map {
        uncertainty.rank($0, 0.95) - uncertainty.rank($0, 0.05)
      }.sorted()
      out =
        "When weights, normalisation, aggregation, missing data, outliers, age limits, goalposts and the "
        + "choice of indicators all vary together, the middle 90 % of a country's ranks span "
        + "\(widths[widths.count / 2]) ranks at the median and \(widths.last ?? 0) at most"
    }
    guard let sensitivity, let effects = sensitivity.onShift,
      let most = effects.indices.max(by: {
        effects[$0].total.value < effects[$1].total.value
      })
    else { return out.isEmpty ? [] : [out + "."] }
    let total = effects[most].total
    let driver =
      "the choice that moves ranks most is that of \(sensitivity.assumptions[most].rawValue): without "
      + "knowing it, \(percent(total.value)) of the variation of rank shifts is left "
      + "(95 % interval \(percent(total.low)) to \(percent(total.high)))."
    return [out.isEmpty ? Heading.capitalised(driver) : out + "; " + driver]
  }
}
