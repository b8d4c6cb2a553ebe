import IndexModel

/// What a node contributed to a country's score.
package struct Contribution: Sendable, Equatable {
  /// The share of weight that it carried after renormalising over what is present, 0–1.
  package let weight: Double
  /// The points of score that it accounts for.
  package let points: Double

  /// No part in the score.
  package static let none = Contribution(weight: 0, points: 0)
}

extension ScoreTable {
  /// How the score of a node divides among all nodes below it.
  ///
  /// The points of the leaves sum to the node's score. Under geometric aggregation the division
  /// is the one `Aggregator.parts` documents; a component's points divide among its children as
  /// its own score does.
  /// - Returns: by place in `framework.nodes`; `.none` for nodes that played no part.
  package func contributions(to top: Int, _ country: Int) -> [Contribution] {
    var result = [Contribution](repeating: .none, count: framework.nodes.count)
    guard let score = score(top, country) else { return result }
    result[top] = Contribution(weight: 1, points: score)
    for node in top..<framework.nodes.count where result[node].weight > 0 { divide(node, country, &result) }
    return result
  }

  private func divide(_ node: Int, _ country: Int, _ result: inout [Contribution]) {
    // An assumed score does not come of the parts below it.
    guard let own = score(node, country), !isAssumed(node, country) else { return }
    let present = childrenInSummationOrder(node).compactMap { child in
      score(child, country).map { (node: child, score: $0) }
    }
    let shares: [Double]
    let parts: [Double]
    if node == Framework.root, ownShares != nil {
      shares = present.map { ownShare($0.node, country) }
      parts = shares.map { $0 * own }
    } else {
      guard let ofWeight = PresentMean.shares(present.map { weights[$0.node] }) else { return }
      shares = ofWeight
      parts = aggregator(of: node).parts(
        score: own, children: zip(present, shares).map { ($0.score, $1) },
        of: childrenInSummationOrder(node).count)
    }
    for (index, child) in present.enumerated() {
      let part = own > 0 ? parts[index] / own : shares[index]
      result[child.node] = Contribution(
        weight: result[node].weight * shares[index], points: result[node].points * part)
    }
  }

  /// Whether a country's score of a dimension or component, or its value of an indicator, is assumed.
  package func isAssumed(_ node: Int, _ country: Int) -> Bool {
    assumed.contains(node * cube.countries.count + countries[country])
  }

  /// Whether what a leaf adds to a country's score is assumed: there or at a node above it.
  package func isUnderAssumption(_ leaf: Int, _ country: Int) -> Bool {
    guard !interventions.isEmpty else { return false }
    var node: Int? = leaf
    while let place = node {
      if isAssumed(place, country) { return true }
      node = framework.nodes[place].parent
    }
    return false
  }

  /// The share of effective weight whose indicators are observed or carried, 0–1.
  package func coverage(_ country: Int) -> Double {
    var covered = 0.0
    var total = 0.0
    for (index, node) in framework.nodes.enumerated() {
      guard let indicator = node.indicator, let column = columns[indicator] else { continue }
      total += effectiveWeights[index]
      if column.cells[country].isMeasured, !isUnderAssumption(index, country) {
        covered += effectiveWeights[index]
      }
    }
    return total > 0 ? covered / total : 0
  }

  /// The share of effective weight whose indicators are imputed, 0–1.
  package func imputedShare(_ country: Int) -> Double {
    guard lens.impute != .none else { return 0 }
    var imputed = 0.0
    for (index, node) in framework.nodes.enumerated() {
      guard let indicator = node.indicator, let cell = columns[indicator]?.cells[country] else { continue }
      if case .imputed = cell, !isUnderAssumption(index, country) { imputed += effectiveWeights[index] }
    }
    return imputed
  }

  /// Where the country's own figure behind an indicator's value stands; nil where the value is missing
  /// or made of neighbours' figures alone.
  package func provenance(_ indicator: Int, _ country: Int) -> Provenance? {
    guard let column = columns[indicator], column.cells[country].isMeasured, !column.raw[country].isNaN else {
      return nil
    }
    return cube.series[indicator].provenance(countries[country], column.years[country])
  }

  /// Where the figures stand that the country's own figure was multiplied by; empty where there are
  /// none.
  package func factors(_ indicator: Int, _ country: Int) -> [Provenance] {
    guard provenance(indicator, country) != nil, let column = columns[indicator] else { return [] }
    let definition = framework.indicators[indicator]
    return DerivedSeries(cube, definition, indicator, carryForward: lens.carryForward).factorPlaces(
      countries[country], column.years[country])
  }

  /// Where the figures stand whose sum the country's own figure was divided by; empty where there are
  /// none.
  package func denominators(_ indicator: Int, _ country: Int) -> [Provenance] {
    guard provenance(indicator, country) != nil, let column = columns[indicator] else { return [] }
    let definition = framework.indicators[indicator]
    return DerivedSeries(cube, definition, indicator, carryForward: lens.carryForward).denominatorPlaces(
      countries[country], column.years[country])
  }
}

extension ScoreTable {
  /// The share of a country's index score that a dimension accounts for by the country's own
  /// weights, 0–1; 0 where weights are the same for all.
  package func ownShare(_ dimension: Int, _ country: Int) -> Double {
    guard let ownShares, let place = dimensions.firstIndex(of: dimension) else { return 0 }
    return ownShares[place][country]
  }

  /// What a dimension weighs in the index, 0–1: its weight, or where each country has weights of its
  /// own the mean over the ranked countries of their shares.
  package func meanShare(_ dimension: Int) -> Double {
    guard ownShares != nil else { return weights[dimension] }
    let ranked = countries.indices.filter { rank($0) != nil }
    let sum = ranked.reduce(0) { $0 + ownShare(dimension, $1) }
    return ranked.isEmpty ? weights[dimension] : sum / Double(ranked.count)
  }

  /// How many points a country's index score gains with each point of a dimension's score by its
  /// own weights, as long as these stay as they are; nil where weights are the same for all.
  package func ownWeight(_ dimension: Int, _ country: Int) -> Double? {
    guard ownShares != nil else { return nil }
    guard let index = score(country), let score = score(dimension, country) else { return 0 }
    return ownShare(dimension, country) * index / BenefitOfTheDoubt(lens).taken(score)
  }

  /// The rank of each ranked country within a dimension or component, among the ranked countries that
  /// have a score of it; nil for the others.
  package func ranks(of node: Int) -> [Int?] {
    let scored = countries.indices.filter { rank($0) != nil && score(node, $0) != nil }
    var ranks = [Int?](repeating: nil, count: countries.count)
    for (country, rank) in zip(scored, Ranking.competition(scored.map { score(node, $0) ?? 0 })) {
      ranks[country] = rank
    }
    return ranks
  }

  /// The share of a node's weight, 0–1, that a country's scored children carry.
  package func presentShare(of node: Int, _ country: Int) -> Double {
    childrenInSummationOrder(node).reduce(0) { score($1, country) == nil ? $0 : $0 + weights[$1] }
  }
}

extension ScoreTable {
  /// The index score of every country if the dimensions weighed otherwise, all else as it is.
  ///
  /// Where each country has weights of its own, it chooses them anew among the dimensions whose
  /// weight is above 0; by how much it is plays no part.
  /// - Parameter dimensionWeights: one for each of `dimensions`; need not sum to 1.
  /// - Returns: a score for each of `countries`, NaN where none of the weighted dimensions has one.
  package func indexScores(dimensionWeights: [Double]) -> [Double] {
    let children = zip(dimensions, dimensionWeights).filter { $0.1 > 0 }.sorted {
      framework.nodes[$0.0].name < framework.nodes[$1.0].name
    }.map { (scores: scores(of: $0.0), weight: $0.1) }
    if ownShares != nil {
      let ranked = countries.indices.map { rank($0) != nil }
      return BenefitOfTheDoubt(lens)(children.map(\.scores), ranked: ranked).scores
    }
    let scored = (0..<countries.count).map { country in
      children.contains { !$0.scores[$0.scores.startIndex + country].isNaN }
    }
    return aggregator(of: Framework.root)(children, scored: scored)
  }
}

extension ScoreTable {
  /// The indicators that take part, dimension by dimension, in framework order.
  package var columnsInOrder: [IndicatorColumn] {
    dimensions.flatMap { framework.leaves(below: $0) }.compactMap {
      framework.nodes[$0].indicator.flatMap { columns[$0] }
    }
  }

  /// A country's indicators in framework order, each with its part in its dimension's score.
  package func indicatorShares(_ country: Int) -> [(column: IndicatorColumn, share: Contribution)] {
    dimensions.flatMap { dimension in
      let shares = contributions(to: dimension, country)
      return framework.leaves(below: dimension).compactMap { leaf in
        framework.nodes[leaf].indicator.flatMap { columns[$0] }.map { ($0, shares[leaf]) }
      }
    }
  }
}
