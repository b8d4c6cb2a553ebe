import IndexModel

extension ObservationCube {
  /// The year that scores speak of when none is named.
  ///
  /// The latest year in which indicators carrying at least half of the effective weight have a
  /// figure of that very year for at least half of the countries in scope; nil when no year has.
  package func referenceYear(for lens: Lens) -> Year? {
    let scope = countries(in: lens.scope)
    guard let last = latestYear, let first = earliestYear, !scope.isEmpty else { return nil }
    let leaves = effectiveLeafWeights(lens)
    return stride(from: last, through: first, by: -1).first { year in
      let current = leaves.reduce(0.0) { sum, leaf in
        let observed = scope.count { series[leaf.indicator].value($0, year) != nil }
        return 2 * observed >= scope.count ? sum + leaf.weight : sum
      }
      return current >= 0.5 - 1e-12
    }
  }

  /// The indicators of the framework, each with its share of the index's weight, 0–1.
  func effectiveLeafWeights(_ lens: Lens) -> [(indicator: IndicatorIndex, weight: Double)] {
    let weights = SiblingWeights.normalised(lens, framework)
    return zip(framework.nodes, SiblingWeights.effective(weights, framework)).compactMap { node, weight in
      node.indicator.map { ($0, weight) }
    }
  }
}
