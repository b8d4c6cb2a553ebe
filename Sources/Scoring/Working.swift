import IndexModel

/// What a node contributed to a country's score.
package struct Contribution: Sendable, Equatable {
  /// The share of weight that it carried after renormalising over what is present, 0–1.
  package let weight: Double
  /// The points of score that it accounts for.
  package let points: Double

  package static let none = Contribution(weight: 0, points: 0)
}

extension ScoreTable {
  /// How the score of a node divides among all nodes below it.
  ///
  /// The points of the leaves sum to the node's score. Under geometric aggregation the division is the one
  /// `Aggregator.parts` documents; a component's points divide among its children as its own score does.
  /// - Returns: for each node; `.none` for nodes that played no part.
  package func contributions(to top: NodeIndex, _ row: RowIndex) -> [Contribution] {
    var result = [Contribution](repeating: .none, count: framework.nodes.count)
    guard let score = score(top, row) else { return result }
    result[top] = Contribution(weight: 1, points: score)
    for node in top..<framework.nodeIndices.upperBound where result[node].weight > 0 {
      divide(node, row, &result)
    }
    return result
  }

  private func divide(_ node: NodeIndex, _ row: RowIndex, _ result: inout [Contribution]) {
    // An assumed score does not come of the parts below it.
    guard let own = score(node, row), !isAssumed(node, row), !isImputed(node, row) else { return }
    let present = childrenInSummationOrder(node).compactMap { child in
      score(child, row).map { (node: child, score: $0) }
    }
    let shares: [Double]
    let parts: [Double]
    if node == Framework.root, ownShares != nil {
      shares = present.map { ownShare($0.node, row) }
      parts = shares.map { $0 * own }
    } else {
      guard let ofWeight = PresentMean.shares(present.map { weights[$0.node] }) else { return }
      shares = ofWeight
      let scale = nodeScales[node]
      let joined = scale.map { $0.joined(of: own) ?? 0 } ?? own
      let plain = aggregator(of: node).parts(
        score: joined, children: zip(present, shares).map { ($0.score, $1) },
        of: childrenInSummationOrder(node).count)
      parts = scale?.parts(of: own, plain, weights: shares) ?? plain
    }
    for (index, child) in present.enumerated() {
      let part = own > 0 ? parts[index] / own : shares[index]
      result[child.node] = Contribution(
        weight: result[node].weight * shares[index], points: result[node].points * part)
    }
  }

  /// Whether a country's score of a dimension or component, or its value of an indicator, is assumed.
  package func isAssumed(_ node: NodeIndex, _ row: RowIndex) -> Bool {
    assumed[node]?.contains(countries[row]) == true
  }

  /// Whether what a leaf adds to a country's score is assumed: there or at a node above it.
  package func isUnderAssumption(_ leaf: NodeIndex, _ row: RowIndex) -> Bool {
    !interventions.isEmpty && isAtOrAbove(leaf) { isAssumed($0, row) }
  }

  /// Whether something holds of a leaf or of a node above it.
  func isAtOrAbove(_ leaf: NodeIndex, _ holds: (NodeIndex) -> Bool) -> Bool {
    var node: NodeIndex? = leaf
    while let place = node {
      if holds(place) { return true }
      node = framework.nodes[place].parent
    }
    return false
  }

  /// The share of effective weight whose indicators are observed or carried, 0–1.
  package func coverage(_ row: RowIndex) -> Double {
    var covered = 0.0
    var total = 0.0
    for node in framework.leavesByName {
      guard let column = column(of: node) else { continue }
      total += effectiveWeights[node]
      if column.cells[row].isMeasured, !isUnderAssumption(node, row), !isUnderImputation(node, row) {
        covered += effectiveWeights[node]
      }
    }
    return total > 0 ? covered / total : 0
  }

  /// The same of every row: quicker, indicator by indicator, than asked row by row.
  package var coverages: [Double] {
    var covered = [Double](repeating: 0, count: countries.count)
    var total = 0.0
    for node in framework.leavesByName {
      guard let column = column(of: node) else { continue }
      let weight = effectiveWeights[node]
      total += weight
      for row in rows where column.cells[row].isMeasured {
        if !isUnderAssumption(node, row), !isUnderImputation(node, row) { covered[row] += weight }
      }
    }
    return covered.map { total > 0 ? $0 / total : 0 }
  }

  /// The share of effective weight whose indicators are imputed, 0–1.
  package func imputedShare(_ row: RowIndex) -> Double {
    guard lens.impute != .none || !imputedNodes.isEmpty else { return 0 }
    var imputed = 0.0
    for node in framework.leavesByName {
      guard let cell = column(of: node)?.cells[row], !isUnderAssumption(node, row) else { continue }
      if cell.isImputed || isUnderImputation(node, row) { imputed += effectiveWeights[node] }
    }
    return imputed
  }

  /// Where a value's own figure stands; nil where it is missing or made of neighbours' alone.
  package func provenance(_ indicator: IndicatorIndex, _ row: RowIndex) -> Provenance? {
    guard let column = columns[indicator], column.cells[row].isMeasured, !column.raw[row].isNaN else {
      return nil
    }
    return cube.series[indicator].provenance(countries[row], column.years[row])
  }

  func derived(_ indicator: IndicatorIndex) -> DerivedSeries {
    DerivedSeries(cube, indicator, carryForward: lens.carryForward)
  }

  /// Where the figures stand that the country's own was multiplied by.
  package func factors(_ indicator: IndicatorIndex, _ row: RowIndex) -> [Provenance] {
    guard provenance(indicator, row) != nil, let column = columns[indicator] else { return [] }
    return derived(indicator).factorPlaces(countries[row], column.years[row])
  }

  /// Where the figures stand whose sum the country's own was divided by.
  package func denominators(_ indicator: IndicatorIndex, _ row: RowIndex) -> [Provenance] {
    guard provenance(indicator, row) != nil, let column = columns[indicator] else { return [] }
    return derived(indicator).denominatorPlaces(countries[row], column.years[row])
  }

  /// The share of a country's index score that a dimension accounts for by the country's own
  /// weights, 0–1; 0 where weights are the same for all.
  package func ownShare(_ dimension: NodeIndex, _ row: RowIndex) -> Double {
    guard let ownShares, let place = dimensions.firstIndex(of: dimension) else { return 0 }
    return ownShares[place][row]
  }

  /// What a dimension weighs in the index, 0–1: its weight, or where each country has weights of its
  /// own the mean over the ranked countries of their shares.
  package func meanShare(_ dimension: NodeIndex) -> Double {
    guard ownShares != nil else { return weights[dimension] }
    let ranked = rows.filter { rank($0) != nil }
    let sum = ranked.reduce(0) { $0 + ownShare(dimension, $1) }
    return ranked.isEmpty ? weights[dimension] : sum / Double(ranked.count)
  }

  /// How many points a country's index score gains with each point of a dimension's score by its
  /// own weights, as long as these stay as they are; nil where weights are the same for all.
  package func ownWeight(_ dimension: NodeIndex, _ row: RowIndex) -> Double? {
    guard ownShares != nil else { return nil }
    guard let index = score(row), let score = score(dimension, row) else { return 0 }
    return ownShare(dimension, row) * index / BenefitOfTheDoubt(lens).taken(score)
  }

  /// Each ranked country's rank within a node, among the ranked with a score of it; nil for the others.
  package func ranks(of node: NodeIndex) -> [Int?] {
    let scored = rows.filter { rank($0) != nil && score(node, $0) != nil }
    var ranks = [Int?](repeating: nil, count: countries.count)
    for (row, rank) in zip(scored, Ranking.competition(scored.map { score(node, $0) ?? 0 })) {
      ranks[row] = rank
    }
    return ranks
  }

  /// The share of a node's weight, 0–1, that a country's scored children carry.
  package func presentShare(of node: NodeIndex, _ row: RowIndex) -> Double {
    childrenInSummationOrder(node).reduce(0) { score($1, row) == nil ? $0 : $0 + weights[$1] }
  }

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
      let ranked = rows.map { rank($0) != nil }
      return BenefitOfTheDoubt(lens)(children.map(\.scores), ranked: ranked).scores
    }
    let scored = (0..<countries.count).map { country in
      children.contains { !$0.scores[$0.scores.startIndex + country].isNaN }
    }
    return aggregator(of: Framework.root)(children, scored: scored)
  }

  /// The indicators that take part, dimension by dimension, in framework order.
  package var columnsInOrder: [IndicatorColumn] {
    dimensions.flatMap { framework.leaves(below: $0) }.compactMap { column(of: $0) }
  }

  /// The column of a node that is an indicator; nil for others, and without weight.
  package func column(of node: NodeIndex) -> IndicatorColumn? {
    framework.nodes[node].indicator.flatMap { columns[$0] }
  }

  /// A country's indicators in framework order, each with its part in its dimension's score.
  package func indicatorShares(_ row: RowIndex) -> [(column: IndicatorColumn, share: Contribution)] {
    dimensions.flatMap { dimension in
      let shares = contributions(to: dimension, row)
      return framework.leaves(below: dimension).compactMap { leaf in
        column(of: leaf).map { ($0, shares[leaf]) }
      }
    }
  }
}
