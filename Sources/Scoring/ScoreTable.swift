// Scoring: cube + lens → scores with their working. Pure; knows no file and no indicator by name.

import Diagnostics
import IndexModel
import Tabular

/// All scores of one year under one lens, with what is needed to take each apart.
///
/// `ObservationCube.score(_:by:)` is the only way to one.
package struct ScoreTable: Sendable {
  package let cube: ObservationCube
  package let lens: Lens
  package let year: Year
  /// The countries within the lens's scope, by code.
  package let countries: [CountryIndex]
  /// The nominal weight of each node among its siblings, summing to 1 over siblings; 0 for a node
  /// that takes no part because it, or a node above it, has no weight.
  ///
  /// Equal for dimensions under benefit of the doubt, where `ownShares` has each country's own.
  package internal(set) var weights: [Double]
  /// The effective weight of each node: the product along its path; the leaves' sum to 1.
  package private(set) var effectiveWeights: [Double]
  /// Under benefit of the doubt, for each of `dimensions` and each country the share of its score
  /// that it draws from the dimension by the weights that are best for it, 0–1; else nil.
  package private(set) var ownShares: [[Double]]?
  /// Each indicator's values; nil for an indicator that the lens leaves out.
  package internal(set) var columns: [IndicatorColumn?]
  package private(set) var findings = Findings()
  /// What was estimated of missing parts; nil where the lens does not.
  package internal(set) var estimates: ComponentEstimates?
  package private(set) var standings: [Standing] = []
  /// What was assumed against the figures; empty for what is.
  package let interventions: [Intervention]
  /// The countries that something is assumed of, node by node.
  let assumed: [NodeIndex: Set<CountryIndex>]
  /// The scores of all nodes for all countries, node after node; NaN where there is none.
  package var nodeScores: [Double]
  /// How the scores of a node are compared over all units, where they are.
  var nodeScales: [NodeIndex: NodeScale] = [:]
  /// The nodes of whose scores the best is to be 100, and none is above 0.
  var nodesWithoutBest: Set<NodeIndex> = []
  /// Who has the mean of a group for its score of a node.
  var imputedNodes: [NodeIndex: Set<RowIndex>] = [:]
  /// The children that the lens weighs of each node, in the order of their names.
  private let summationOrder: [[NodeIndex]]

  /// Whether a country is ranked, and where.
  package enum Standing: Sendable, Equatable {
    /// Its place, 1 for the most secure; equal scores share a place.
    case ranked(Int)
    /// Not ranked, for this reason.
    case withheld(String)
  }

  @inlinable package var framework: Framework { cube.framework }

  /// The dimensions of weight above 0, in framework order.
  package private(set) var dimensions: [NodeIndex]

  /// How many dimensions a country needs to be ranked.
  ///
  /// All of them where a scheme leaves fewer of weight than the lens requires.
  package var dimensionsRequired: Int { lens.dimensionsRequired(of: dimensions.count) }

  /// The score of a node for a country; nil where not scored.
  package func score(_ node: NodeIndex, _ row: RowIndex) -> Double? {
    let score = nodeScores[cell(node, row)]
    return score.isNaN ? nil : score
  }

  /// The scores of a node for all countries, NaN where not scored.
  func scores(of node: NodeIndex) -> ArraySlice<Double> { nodeScores[range(node)] }

  package func range(_ node: NodeIndex) -> Range<Int> {
    cell(node, RowIndex(0))..<cell(node, rows.upperBound)
  }

  /// Where a node's score for a country stands in `nodeScores`.
  private func cell(_ node: NodeIndex, _ row: RowIndex) -> Int { node.value * countries.count + row.value }

  /// The index score of a ranked country; nil for one that is withheld.
  package func score(_ row: RowIndex) -> Double? { rank(row) == nil ? nil : score(Framework.root, row) }

  /// The rank of a country; nil for one that is withheld.
  package func rank(_ row: RowIndex) -> Int? {
    if case .ranked(let rank) = standings[row] { rank } else { nil }
  }

  package var ranksAnyone: Bool { rows.contains { rank($0) != nil } }

  package var rankedCount: Int { rows.count { rank($0) != nil } }

  /// The rows of the table, one for each of `countries`.
  package var rows: Range<RowIndex> { RowIndex.all(countries.count) }

  package func country(_ row: RowIndex) -> Country { cube.countries[countries[row]] }

  /// The countries in order of rank, ties by code; withheld countries last, by code.
  package var order: [RowIndex] { ranked + rows.filter { rank($0) == nil } }

  /// Those of them that are ranked.
  package var ranked: [RowIndex] {
    rows.filter { rank($0) != nil }.sorted { (rank($0) ?? 0, $0) < (rank($1) ?? 0, $1) }
  }

  /// - Parameters:
  ///   - known: the columns, where they are known already; else they are made.
  ///   - values: what `ObservationCube.values` gave for the same figures, where that is known already.
  ///   - isRanked: whether anybody is ranked, which takes most of the time.
  ///   - drawing: draws places below counts, by which estimates are off; nil for the estimates themselves.
  init(
    _ cube: ObservationCube, _ lens: Lens, _ year: Year, _ interventions: [Intervention],
    known: [IndicatorColumn?]? = nil, values: [IndicatorColumn?]? = nil, isRanked: Bool = true,
    drawing: ((Int) -> Int)? = nil
  ) {
    (self.cube, self.lens, self.year, self.interventions) = (cube, lens, year, interventions)
    assumed = Dictionary(grouping: interventions, by: \.node).mapValues { Set($0.map(\.country)) }
    countries = cube.countries(in: lens.scope)
    weights = SiblingWeights.normalised(lens, cube.framework)
    effectiveWeights = SiblingWeights.effective(weights, cube.framework)
    dimensions = SiblingWeights.dimensions(weights, cube.framework)
    summationOrder = SiblingWeights.summationOrder(weights, cube.framework)
    columns = [IndicatorColumn?](repeating: nil, count: cube.framework.indicators.count)
    nodeScores = [Double](repeating: .nan, count: cube.framework.nodes.count * countries.count)
    if let known { columns = known } else { makeColumns(values) }
    scoreNodes()
    if lens.impute == .components { put(ComponentEstimates(self, drawing: drawing)) }
    if lens.weightScheme?.isDerived == true { settleWeights() }
    for finding in comparisonFindings { findings.append(finding) }
    standings = isRanked ? rankCountries() : rows.map { _ in .withheld("ranks were not asked for") }
  }

  // MARK: - Scoring

  private mutating func makeColumns(_ values: [IndicatorColumn?]?) {
    let maker = ColumnMaker(cube, lens, year, countries, interventions)
    columns = values ?? maker.columns(weights, into: &findings)
    maker.noteUngrouped(into: &findings)
    if lens.impute == .regression { RegressionImputer(framework, columns).impute(&columns) }
    for place in columns.indices {
      guard var column = columns[place] else { continue }
      maker.assume(&column, into: &findings)
      maker.normalise(&column, into: &findings)
      columns[place] = column
    }
  }

  /// Leaves first: in the framework's list children stand after their parents.
  mutating func scoreNodes() {
    for index in framework.nodeIndices.reversed() {
      let node = framework.nodes[index]
      if let indicator = node.indicator {
        guard let column = columns[indicator] else { continue }
        nodeScores.replaceSubrange(range(index), with: column.scores)
      } else if node.parent == nil || weights[index] > 0 {
        deriveWeights(index)
        if lens.impute == .nodeMean { fillWithNodeMeans(childrenInSummationOrder(index)) }
        scoreNode(index)
      }
    }
  }

  /// Scores a node above the leaves from the scores and weights of its children.
  mutating func scoreNode(_ node: NodeIndex) {
    nodeScores.replaceSubrange(range(node), with: joined(node))
    assume(node)
  }

  /// The scores of a node, joined from its children's.
  package mutating func joined(_ node: NodeIndex) -> [Double] {
    let isRoot = node == Framework.root
    let own = childrenInSummationOrder(node)
    if isRoot, lens.weightScheme == .benefitOfTheDoubt {
      let result = BenefitOfTheDoubt(lens)(
        own.map { scores(of: $0) }, ranked: rows.map { withheldReason($0) == nil })
      ownShares = dimensions.map { own.firstIndex(of: $0).map { result.shares[$0] } ?? [] }
      return result.scores
    }
    let children = own.map { (scores: scores(of: $0), weight: weights[$0]) }
    return compared(node, aggregator(of: node)(children, scored: scorable(node, children, countries.count)))
  }

  /// Puts the assumed scores of a node in.
  private mutating func assume(_ node: NodeIndex) {
    for intervention in interventions where intervention.node == node {
      guard let row = row(of: intervention.country), let score = intervention.change(score(node, row)) else {
        continue
      }
      let range = lens.normalisation.range
      nodeScores[cell(node, row)] = min(max(score, range.lowerBound), range.upperBound)
    }
  }

  /// Which countries have enough of a node's children for a score of it.
  func scorable(_ node: NodeIndex, _ children: Aggregator.Children, _ count: Int) -> [Bool] {
    let aggregator = aggregator(of: node)
    let present = aggregator.present(children, count: count)
    if node != Framework.root {
      let required = shareRequired(of: node)
      return present.map { $0 >= required - 1e-12 }
    }
    // A withheld country has a root score for those who ask why; but nobody outranks it.
    return aggregator.method == .copeland ? enoughDimensions(children, count) : present.map { $0 > 0 }
  }

  /// Which countries have dimensions enough to be ranked.
  private func enoughDimensions(_ children: Aggregator.Children, _ count: Int) -> [Bool] {
    (0..<count).map { country in
      let scored = children.count { !$0.scores[$0.scores.startIndex + country].isNaN }
      return scored >= max(1, dimensionsRequired)
    }
  }

  /// Weighs a node's children by the lens's scheme, now that their scores are known.
  private mutating func deriveWeights(_ node: NodeIndex) {
    guard let scheme = lens.weightScheme, scheme == .pca || scheme == .entropy else { return }
    let children = summationOrder[node]
    let derived = DerivedWeights(scheme, children.map { scores(of: $0) })
    for (child, weight) in zip(children, derived.weights) { weights[child] = weight }
    if node == Framework.root { dimensions = SiblingWeights.dimensions(weights, framework) }
    // After an error scores are missing, and what is doubtful of their weights follows from that.
    guard let doubt = derived.doubt, !findings.hasErrors else { return }
    findings.append(SiblingWeights.finding(doubt, scheme, node, children, framework))
  }

  /// Brings what follows from weights up to date with those that the figures gave.
  private mutating func settleWeights() {
    for (index, node) in zip(framework.nodeIndices, framework.nodes) {
      if let parent = node.parent, weights[parent] == 0 { weights[index] = 0 }
    }
    effectiveWeights = SiblingWeights.effective(weights, framework)
    dimensions = SiblingWeights.dimensions(weights, framework)
  }

  /// Scores each missing indicator under a node as the country's present parts do on average.
  private mutating func fillWithNodeMeans(_ children: [NodeIndex]) {
    let range = lens.normalisation.range
    for row in rows {
      var present = PresentMean()
      for child in children where !nodeScores[cell(child, row)].isNaN {
        let score = nodeScores[cell(child, row)]
        present.add(score, weights[child], as: score)
      }
      guard present.weight > 0 else { continue }
      // Ratios of parts may lie beyond what an indicator scores.
      let mean = min(max(present.ofTerms, range.lowerBound), range.upperBound)
      for child in children where nodeScores[cell(child, row)].isNaN {
        guard let indicator = framework.nodes[child].indicator else { continue }
        nodeScores[cell(child, row)] = mean
        columns[indicator]?.scores[row] = mean
        columns[indicator]?.cells[row] = .imputed(rule: Imputation.nodeMean.rawValue)
      }
    }
  }

  package func aggregator(of node: NodeIndex) -> Aggregator {
    Aggregator(lens.aggregation, of: framework.nodes[node])
  }

  /// Whether the index is one dimension divided by another, so that no mean of the two says anything.
  package var isRatioOfDimensions: Bool {
    ownShares == nil && aggregator(of: Framework.root).method == .ratio
  }

  /// Whether the index says who is poor.
  package var countsThePoor: Bool { ownShares == nil && aggregator(of: Framework.root).poorFrom != nil }

  /// The share of its weight that a node's present children must carry for it to be scored, 0–1.
  package func shareRequired(of node: NodeIndex) -> Double {
    lens.aggregation[framework.nodes[node]].rule.share ?? lens.indicatorShare
  }

  /// The children of weight above 0, in the order of their names.
  package func childrenInSummationOrder(_ node: NodeIndex) -> [NodeIndex] {
    summationOrder[node].filter { weights[$0] > 0 }
  }
}

extension ObservationCube {
  /// Scores every country within the lens's scope for a reference year.
  ///
  /// Pure: the same cube, year and lens give the same table to the last bit.
  /// - Parameters:
  ///   - interventions: what is assumed against the figures; at most one a node and country.
  ///   - isRanked: whether countries are ranked; where only scores of nodes are wanted that is a fourth of the work.
  ///   - values: those of `values(_:by:)`, where they are known already; what they show to be wrong is not found again.
  package func score(
    _ year: Year, by lens: Lens, with interventions: [Intervention] = [], isRanked: Bool = true,
    values: [IndicatorColumn?]? = nil
  ) -> ScoreTable { ScoreTable(self, lens, year, interventions, values: values, isRanked: isRanked) }
}
