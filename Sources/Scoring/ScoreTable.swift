import HumanSecurity
import Lens
import Tabular

/// All scores of one year under one lens, with what is needed to take each apart.
///
/// `ObservationCube.score(_:by:)` is the only way to one.
public struct ScoreTable: Sendable {
  /// The figures.
  public let cube: ObservationCube
  /// The judgements.
  public let lens: Lens
  /// The reference year.
  public let year: Year
  /// The countries within the lens's scope: places in the cube, by code.
  public let countries: [Int]
  /// The nominal weight of each node among its siblings, summing to 1 over siblings; 0 for a node
  /// that takes no part because it, or a node above it, has no weight.
  public let weights: [Double]
  /// The effective weight of each node: the product of weights along its path; the leaves' sum
  /// to 1.
  public let effectiveWeights: [Double]
  /// Each indicator's values; nil for an indicator that takes no part.
  public private(set) var columns: [IndicatorColumn?]
  /// What was noticed while scoring.
  public let findings: Findings
  /// For each country its standing.
  public private(set) var standings: [Standing] = []
  /// What was assumed against the figures; empty for what is.
  public let interventions: [Intervention]
  /// The nodes and countries that something is assumed of: node · countries of the cube + country.
  let assumed: Set<Int>
  private var nodeScores: [Double] = []
  /// The children of weight above 0 of each node, in the order of their names.
  private let summationOrder: [[Int]]

  /// Whether a country is ranked, and where.
  public enum Standing: Sendable, Equatable {
    /// Its place, 1 for the most secure; equal scores share a place.
    case ranked(Int)
    /// Not ranked, for this reason.
    case withheld(String)
  }

  /// The framework whose nodes are scored.
  public var framework: Framework { cube.framework }

  /// The dimensions of weight above 0, in framework order: places in `framework.nodes`.
  public var dimensions: [Int] { framework.dimensions.filter { weights[$0] > 0 } }

  /// How many dimensions a country needs to be ranked.
  public var dimensionsRequired: Int { lens.dimensionsRequired ?? min(6, dimensions.count) }

  /// The score of a node for a country (by its place in `countries`); nil where not scored.
  public func score(_ node: Int, _ country: Int) -> Double? {
    let score = nodeScores[node * countries.count + country]
    return score.isNaN ? nil : score
  }

  /// The scores of a node for all countries, NaN where not scored.
  func scores(of node: Int) -> ArraySlice<Double> {
    nodeScores[node * countries.count..<(node + 1) * countries.count]
  }

  /// The index score of a ranked country; nil for one that is withheld.
  public func score(_ country: Int) -> Double? {
    rank(country) == nil ? nil : score(Framework.root, country)
  }

  /// The rank of a country; nil for one that is withheld.
  public func rank(_ country: Int) -> Int? {
    if case .ranked(let rank) = standings[country] { rank } else { nil }
  }

  /// The country at a place of `countries`.
  public func country(_ place: Int) -> Country { cube.countries[countries[place]] }

  /// The places of `countries` in order of rank, ties by code; withheld countries last, by code.
  public var order: [Int] {
    let ranked = countries.indices.filter { rank($0) != nil }
      .sorted { (rank($0) ?? 0, $0) < (rank($1) ?? 0, $1) }
    return ranked + countries.indices.filter { rank($0) == nil }
  }

  init(_ cube: ObservationCube, _ lens: Lens, _ year: Year, _ interventions: [Intervention]) {
    self.cube = cube
    self.lens = lens
    self.year = year
    self.interventions = interventions
    assumed = Set(interventions.map { $0.node * cube.countries.count + $0.country })
    countries = cube.countries.indices.filter { lens.scope.contains(cube.countries[$0]) }
    let weights = SiblingWeights.normalised(lens, cube.framework)
    self.weights = weights
    effectiveWeights = SiblingWeights.effective(weights, cube.framework)
    summationOrder = SiblingWeights.summationOrder(weights, cube.framework)
    let maker = ColumnMaker(
      cube: cube, lens: lens, year: year, countries: countries, interventions: interventions)
    var findings = Findings()
    var columns = [IndicatorColumn?](repeating: nil, count: cube.framework.indicators.count)
    for (node, weight) in zip(cube.framework.nodes, weights) where weight > 0 {
      if let indicator = node.indicator {
        columns[indicator] = maker.column(indicator, into: &findings)
      }
    }
    self.columns = columns
    self.findings = findings
    nodeScores = scoreNodes()
    standings = rankCountries()
  }

  // MARK: - Scoring

  /// Leaves first: in the framework's list children stand after their parents.
  private mutating func scoreNodes() -> [Double] {
    let count = countries.count
    var scores = [Double](repeating: .nan, count: framework.nodes.count * count)
    for (index, node) in framework.nodes.enumerated().reversed() {
      let range = index * count..<(index + 1) * count
      if let indicator = node.indicator {
        if let column = columns[indicator] { scores.replaceSubrange(range, with: column.scores) }
      } else if node.parent == nil || weights[index] > 0 {
        let own = childrenInSummationOrder(index)
        if lens.impute == .nodeMean { fillWithNodeMeans(own, &scores) }
        let children = own.map { (scores[$0 * count..<($0 + 1) * count], weights[$0]) }
        let aggregator = aggregator(of: index)
        let scored = scorable(index, children, count)
        scores.replaceSubrange(range, with: aggregator(children, scored: scored))
        assume(index, &scores)
      }
    }
    return scores
  }

  /// Puts the assumed scores of a node in.
  private func assume(_ node: Int, _ scores: inout [Double]) {
    for intervention in interventions where intervention.node == node {
      guard let place = countries.firstIndex(of: intervention.country) else { continue }
      let old = scores[node * countries.count + place]
      guard let score = intervention.change(old.isNaN ? nil : old) else { continue }
      scores[node * countries.count + place] =
        lens.normalisation.isBounded ? min(max(score, 0), 100) : score
    }
  }

  /// Which countries have enough of a node's children for a score of it.
  private func scorable(_ node: Int, _ children: Aggregator.Children, _ count: Int) -> [Bool] {
    let aggregator = aggregator(of: node)
    let present = aggregator.present(children, count: count)
    if node != Framework.root { return present.map { $0 >= lens.indicatorShare - 1e-12 } }
    // A withheld country has a root score for those who ask why; but nobody outranks it.
    return aggregator.method == .copeland
      ? enoughDimensions(children, count) : present.map { $0 > 0 }
  }

  /// The scores of a node for countries that there are not, whose children have these scores: as
  /// theirs would be if each, alone, came to those of the table.
  func mixtures(of node: Int, _ children: Aggregator.Children) -> [Double] {
    let count = children.first?.scores.count ?? 0
    let aggregator = aggregator(of: node)
    let scored = scorable(node, children, count)
    guard aggregator.method == .copeland else { return aggregator(children, scored: scored) }
    let rivals = childrenInSummationOrder(node).map {
      (scores: scores(of: $0), weight: weights[$0])
    }
    let field = countries.indices.filter { score(node, $0) != nil }
    return Outranking.scores(of: children, scored: scored, among: rivals, field)
  }

  /// Which countries have dimensions enough to be ranked.
  private func enoughDimensions(_ children: Aggregator.Children, _ count: Int) -> [Bool] {
    (0..<count).map { country in
      let scored = children.count { !$0.scores[$0.scores.startIndex + country].isNaN }
      return scored >= max(1, dimensionsRequired)
    }
  }

  /// Scores each missing indicator under a node as the country's present parts of the node do on
  /// average.
  private mutating func fillWithNodeMeans(_ children: [Int], _ scores: inout [Double]) {
    let count = countries.count
    for country in 0..<count {
      var (sum, weight) = (0.0, 0.0)
      for child in children where !scores[child * count + country].isNaN {
        sum += weights[child] * scores[child * count + country]
        weight += weights[child]
      }
      guard weight > 0 else { continue }
      for child in children where scores[child * count + country].isNaN {
        guard let indicator = framework.nodes[child].indicator else { continue }
        scores[child * count + country] = sum / weight
        columns[indicator]?.scores[country] = sum / weight
        columns[indicator]?.cells[country] = .imputed(rule: Imputation.nodeMean.rawValue)
      }
    }
  }

  func aggregator(of node: Int) -> Aggregator {
    let isRoot = node == Framework.root
    let rules = lens.aggregation
    return Aggregator(
      method: isRoot ? rules.dimensions : rules.indicators, floor: rules.floor, power: rules.power)
  }

  func childrenInSummationOrder(_ node: Int) -> [Int] { summationOrder[node] }

  private func rankCountries() -> [Standing] {
    let dimensions = dimensions
    var standings = countries.indices.map { country -> Standing in
      let missing = dimensions.filter { score($0, country) == nil }
      let scored = dimensions.count - missing.count
      let imputed = imputedShare(country)
      if imputed > lens.imputedLimit + 1e-12 {
        let percent = Int((100 * imputed).rounded())
        return .withheld("\(percent) per cent of the weight is imputed, more than the lens allows")
      }
      if scored >= dimensionsRequired, scored > 0 { return .ranked(0) }
      let names = missing.map { framework.nodes[$0].name }.joined(separator: ", ")
      return .withheld(
        "only \(scored) of \(dimensions.count) dimensions scored, \(dimensionsRequired) required "
          + "(missing: \(names))")
    }
    let ranked = countries.indices.filter { standings[$0] == .ranked(0) }
    let ranks = Ranking.competition(ranked.map { score(Framework.root, $0) ?? 0 })
    for (country, rank) in zip(ranked, ranks) { standings[country] = .ranked(rank) }
    return standings
  }
}

extension ObservationCube {
  /// Scores every country within the lens's scope for a reference year.
  ///
  /// Pure: the same cube, year and lens give the same table to the last bit.
  /// - Parameter interventions: what is assumed against the figures; at most one a node and country.
  public func score(_ year: Year, by lens: Lens, with interventions: [Intervention] = [])
    -> ScoreTable
  { ScoreTable(self, lens, year, interventions) }
}

/// Weights divided by their sum among siblings.
enum SiblingWeights {
  static func normalised(_ lens: Lens, _ framework: Framework) -> [Double] {
    let nominal = lens.nominalWeights(in: framework)
    var weights = [Double](repeating: 0, count: framework.nodes.count)
    weights[Framework.root] = 1
    for (index, node) in framework.nodes.enumerated() where weights[index] > 0 {
      let children = node.children.sorted { framework.nodes[$0].name < framework.nodes[$1].name }
      let sum = children.reduce(0) { $0 + nominal[$1] }
      for child in children where sum > 0 { weights[child] = nominal[child] / sum }
    }
    return weights
  }

  /// The children of weight above 0 of each node, in the order of their names.
  static func summationOrder(_ weights: [Double], _ framework: Framework) -> [[Int]] {
    framework.nodes.map { node in
      node.children.filter { weights[$0] > 0 }
        .sorted { framework.nodes[$0].name < framework.nodes[$1].name }
    }
  }

  /// The products of weights along each node's path.
  static func effective(_ weights: [Double], _ framework: Framework) -> [Double] {
    var effective = weights
    for (index, node) in framework.nodes.enumerated() {
      if let parent = node.parent { effective[index] = effective[parent] * weights[index] }
    }
    return effective
  }
}

/// Ranks by score.
public enum Ranking {
  /// Competition ranking ("1224"): 1 for the highest score; equal Doubles share a rank.
  public static func competition(_ scores: [Double]) -> [Int] {
    let order = scores.indices.sorted { (-scores[$0], $0) < (-scores[$1], $1) }
    var ranks = [Int](repeating: 0, count: scores.count)
    for (place, index) in order.enumerated() {
      let isTie = place > 0 && scores[order[place - 1]] == scores[index]
      ranks[index] = isTie ? ranks[order[place - 1]] : place + 1
    }
    return ranks
  }
}
