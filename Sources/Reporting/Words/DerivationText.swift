import IndexModel
import Tabular

extension Framework {
  /// How the scored value of an indicator comes out of its stored figures, in words, in the order of the steps.
  func derivationInWords(_ indicator: Indicator) -> String {
    let derivation = indicator.derivation
    if derivation.isIdentity { return "the stored figure" }
    var first = "the stored figure"
    if !derivation.factors.isEmpty { first += " times \(names(derivation.factors))" }
    if !derivation.denominators.isEmpty {
      let isSum = derivation.denominators.count > 1
      first += ", divided by \(isSum ? "the sum of " : "")\(names(derivation.denominators))"
    }
    if derivation.per != 1 { first += ", times \(NumberFormat.goalpost(derivation.per))" }
    let steps = [
      first, derivation.neighbours?.inWords,
      derivation.prior.map { pooled($0, over: derivation.meanOver ?? 1) }
        ?? derivation.meanOver.map(Self.mean),
      derivation.changeOver.map { "the change in % over \(CountWords.of($0, "year"))" },
    ]
    return steps.compactMap(\.self).joined(separator: "; then ")
  }

  private static func mean(over years: Int) -> String {
    "the mean over \(CountWords.of(years, "year")), of which \((years + 1) / 2) or more must have a figure"
  }

  private func pooled(_ prior: RatePrior, over years: Int) -> String {
    let enough =
      years > 1 && prior.enough.isFinite
      ? ", further back only as far as they make up \(NumberFormat.goalpost(prior.enough)) people," : ""
    return "the mean over \(years == 1 ? "the year" : "up to \(years) years"), weighted by "
      + "\(names([prior.people]))\(enough) and drawn towards \(NumberFormat.goalpost(prior.rate)) as by "
      + "\(NumberFormat.goalpost(prior.exposure)) people more"
  }

  private func names(_ ids: [IndicatorID]) -> String {
    CountWords.list(
      ids.map { id in
        let name = indicator(id).map { indicators[$0].name } ?? ""
        return name.isEmpty ? id.rawValue : name
      })
  }
}

extension NeighbourRule {
  fileprivate var inWords: String {
    switch self {
    case .mean: "the mean over the country's land neighbours"
    case .share: "the country's share, in %, of the sum over it and its land neighbours"
    case .balance: "the country's share, in %, of the sum of it and its average land neighbour"
    }
  }
}

extension Licence {
  /// Whether `--open-only` keeps figures of these terms, in words.
  var openness: String {
    isUnknown
      ? "not known: --open-only leaves it out" : isOpen ? "open" : "restricted: --open-only leaves it out"
  }
}
