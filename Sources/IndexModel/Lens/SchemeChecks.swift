import Diagnostics
import Tabular

/// What can be wrong with a lens whose weights come from a scheme.
enum SchemeChecks {
  /// - Parameter weights: the nominal weights of the framework's nodes.
  static func check(
    _ lens: Lens, _ document: TOMLDocument, _ framework: Framework, _ weights: [Double],
    into findings: inout Findings
  ) {
    if let scheme = lens.weightScheme, scheme.isDerived {
      checkIndicatorWeights(lens, scheme, document, framework, into: &findings)
    }
    let ownsWeights = lens.weightScheme == .benefitOfTheDoubt
    if ownsWeights, lens.aggregation.dimensions != .arithmetic {
      findings.append(
        document, .lenses.schemeAggregation,
        "under benefit_of_the_doubt a country's dimensions are added up by its own weights",
        at: ["aggregation", "dimensions"])
    }
    let across = lens.aggregation.rules.dimensions
    for (key, isSaid) in [
      ("turned", across.isTurned == true), ("decimals", across.decimals != nil),
      ("poor_from", across.poorFrom != nil), ("headcount", across.isHeadcount == true),
    ] where ownsWeights && isSaid {
      findings.append(
        document, .lenses.schemeAggregation,
        "under benefit_of_the_doubt the index is neither turned nor rounded nor counts the poor: a country's own weights make it",
        at: ["nodes", "dimensions", key], remedy: "take the key away, or give the weights as numbers")
    }
    let count = framework.dimensions.count { weights[$0] > 0 }
    checkShares(lens.shareBounds, document, ownsWeights: ownsWeights, count, into: &findings)
  }

  private static func checkIndicatorWeights(
    _ lens: Lens, _ scheme: WeightScheme, _ document: TOMLDocument, _ framework: Framework,
    into findings: inout Findings
  ) {
    for indicator in framework.indicators {
      guard let weight = lens.indicatorWeights[indicator.id], weight != 0 else { continue }
      findings.append(
        document, .lenses.weightBesideScheme,
        "\(scheme.rawValue) makes the weights, so \"\(indicator.id)\" cannot be given one",
        at: ["indicator_weights", indicator.id.rawValue])
    }
  }

  private static func checkShares(
    _ bounds: ShareBounds, _ document: TOMLDocument, ownsWeights: Bool, _ dimensions: Int,
    into findings: inout Findings
  ) {
    for key in ["share_min", "share_max"] where document.root[key: key] != nil && !ownsWeights {
      findings.append(
        document, .lenses.shareBounds, "\(key) has a meaning under benefit_of_the_doubt alone", at: [key],
        remedy: "take it away, or write weights = \"benefit_of_the_doubt\"")
    }
    guard ownsWeights, dimensions > 0 else { return }
    let equal = 1 / Double(dimensions)
    let rounding = 1e-12
    for (key, isPossible) in [
      ("share_min", bounds.least <= equal + rounding), ("share_max", bounds.greatest >= equal - rounding),
    ] where !isPossible {
      findings.append(
        document, .lenses.shareBounds,
        "the shares of \(dimensions) dimensions cannot add up to 1 within this bound", at: [key],
        remedy: "share_min may be at most, share_max must be at least 1/\(dimensions)")
    }
  }
}
