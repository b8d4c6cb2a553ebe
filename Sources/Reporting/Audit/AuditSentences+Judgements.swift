import Analysis
import Audit
import Scoring
import Tabular

extension AuditSentences {
  /// What one node does.
  func omissions(_ omissions: [NodeOmission]) -> [String] {
    let dimensions = omissions.filter { table.dimensions.contains($0.node) }
    let indicators = omissions.filter { table.framework.nodes[$0.node].indicator != nil }
    let most = [dimensions, indicators].compactMap { own in
      own.max { $0.meanShare < $1.meanShare }.flatMap { $0.meanShift > 0 ? $0 : nil }
    }
    // A dimension and its only indicator are the same omission.
    let isSame = most.count == 2 && table.framework.leaves(below: most[0].node) == [most[1].node]
    return (isSame ? Array(most.prefix(1)) : most).map(sentence)
  }

  private func sentence(_ omission: NodeOmission) -> String {
    let ranked = table.rankedCount
    let among =
      omission.countries == ranked
      ? "" : " among the \(omission.countries) countries that have a rank with and without it"
    let moved = omission.mostMoved.first.map {
      "\(furthest(omission, name($0.country))) from \($0.with) to \($0.without)"
        + (omission.countries == ranked
          ? "" : " (of all \(ranked) it is number \(table.rank($0.country) ?? 0))")
    }
    let what = table.framework.nodes[omission.node].indicator == nil ? "dimension" : "indicator"
    return "Without the \(what) \(node(omission.node)) a country moves by "
      + "\(NumberFormat.fixed(omission.meanShift, 1)) ranks on average\(among)\(moved ?? "")."
  }

  /// How the first of those that move furthest is introduced.
  private func furthest(_ omission: NodeOmission, _ name: String) -> String {
    let alike = omission.furthest - 1
    return alike == 0
      ? ", most of all \(name),"
      : "; \(name) and \(CountWords.of(alike, "other country", "other countries")) move furthest, \(name)"
  }

  /// Where declared judgements disagree most.
  func lenses(_ comparisons: [LensComparison]) -> [String] {
    let own = comparisons.filter { [$0.first.lens.name, $0.second.lens.name].contains(table.lens.name) }
      .filter { !$0.shifts.isEmpty }
    if own.isEmpty || table.rankedCount < 2 { return [] }
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
      ? "The other lens in \(table.year) is \(other)"
      : "Of the other lenses in \(table.year), \(other) is furthest from this one"
    return [
      who + ": the two \(ComparisonPage.words(rho)); over \(furthest.shifts.count) countries the ranks "
        + "correlate by \(text == "1.00" ? NumberFormat.fixed(rho, 4) : text) (Spearman; 1 would be "
        + "the same order, 0 no order in common, −1 the reverse)."
    ]
  }

  /// How sure ranks are when all judgements vary, and which judgement that rests on.
  func uncertainty(_ uncertainty: Uncertainty?, _ sensitivity: Sensitivity?) -> [String] {
    if level == .indicator {
      return [
        "How all judgements vary together, and which of them drives ranks, is reported for weights of "
          + "dimensions only: hsi audit without --level."
      ]
    }
    var out: [String] = []
    if let uncertainty, uncertainty.countries.count > 1, let spans = uncertainty.spans {
      out.append(
        "When \(Self.varied(table)) all vary together, nine combinations in ten "
          + SampledWords.spans(spans, uncertainty.samples, "combinations"))
    }
    if let sensitivity { out += driver(sensitivity) }
    return out.isEmpty ? [] : [out.joined(separator: " ")]
  }

  /// The judgements that vary: weights of dimensions and how these are joined only where there are several.
  static func varied(_ table: ScoreTable) -> String {
    let several = table.dimensions.count > 1
    return CountWords.list(
      (several ? ["weights"] : []) + ["normalisation"] + (several ? ["aggregation"] : []) + [
        "missing data", "outliers", "age limits", "goalposts",
      ] + (table.auditedNodes(.indicator).count > 1 ? ["the choice of indicators"] : []))
  }

  /// A judgement as a sentence has it.
  private func words(_ judgement: Judgements.Kind) -> String {
    switch judgement {
    case .leftOut: "the indicator left out"
    case .carryForward: "the age limit of figures"
    default: judgement.rawValue
    }
  }

  /// The effect of the greatest total index, and those whose intervals reach its own, the greater first; nil where
  /// there is none.
  static func leading(_ effects: [SobolIndices.Effect]) -> (most: Int, alike: [Int])? {
    let order = effects.indices.sorted { (-effects[$0].total.value, $0) < (-effects[$1].total.value, $1) }
    return order.first.map { most in
      (most, order.dropFirst().filter { effects[$0].total.high >= effects[most].total.low })
    }
  }

  private func driver(_ sensitivity: Sensitivity) -> [String] {
    guard let effects = sensitivity.onShift, let (most, alike) = Self.leading(effects) else { return [] }
    let total = effects[most].total
    let competitors = alike.map { words(sensitivity.assumptions[$0]) }
    let points = sensitivity.indices.baseSamples
    return [
      "The choice that moves ranks most is that of \(words(sensitivity.assumptions[most])): with all "
        + "others settled, \(share(total.value)) of the variation of the mean move of ranks would "
        + "still be left on average (95 % interval \(share(total.low)) to \(share(total.high)))."
        + (competitors.isEmpty
          ? ""
          : " By these draws it cannot be distinguished from that of \(competitors.joined(separator: ", ")).")
        + (sensitivity.isRough
          ? " These shares are rough: they rest on \(points) points, and more --samples sharpen them." : "")
    ]
  }

  /// A share of all variation: what is estimated beyond 0 and 100 % is none of it.
  private func share(_ estimate: Double) -> String { percent(min(1, max(0, estimate))) }
}
