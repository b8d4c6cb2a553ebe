import Glibc
import IndexModel
import Tabular

/// Turns the scores of a node's children into the node's, for all countries at once.
///
/// Children are summed in the order of their names, so that the order of the catalogue cannot change a single
/// bit of any score. The weights of missing children go to those present, under every method alike.
package struct Aggregator {
  package let method: Aggregation
  package let floor: Double
  package var power = 1.0
  /// Whether what the children lack of 100 is joined, and the result is what that lacks of 100.
  ///
  /// False for an arithmetic mean and for Copeland's rule, which give the same either way.
  package let isTurned: Bool
  /// To how many decimals the score is rounded; nil for none.
  package let decimals: Int?
  /// From which share of what lacks of 100 a unit counts as poor; nil where that is not asked.
  package let poorFrom: Double?
  /// Whether the poor score 0, whatever they lack.
  package let isHeadcount: Bool
  /// What is done with the scores of all units afterwards: it stands in the name, and is no work of the aggregator.
  private let normalisation: NodeNormalisation?
  private let imputedFrom: Grouping?
  /// Under `ratio`, whether the first of the two children divides the second.
  package let denominatorIsFirst: Bool

  /// A ratio of scores counts as this at most, as one of values to a reference does.
  package static let greatestRatio = 1e6

  package init(method: Aggregation, floor: Double, power: Double = 1, rule: NodeRule = NodeRule()) {
    (self.method, self.floor, self.power) = (method, floor, power)
    isTurned = rule.isTurned == true && method != .arithmetic && method != .copeland
    decimals = rule.decimals
    poorFrom = rule.poorFrom
    isHeadcount = rule.isHeadcount == true
    (normalisation, imputedFrom) = (rule.normalisation, rule.imputedFrom)
    denominatorIsFirst = rule.denominator?.isFirst ?? false
  }

  /// The method of the index under a lens.
  package init(ofIndex rules: AggregationRules) {
    self.init(method: rules.dimensions, floor: rules.floor, power: rules.power, rule: rules.rules.dimensions)
  }

  /// The method of a node of the framework under a lens.
  init(_ rules: AggregationRules, of node: Framework.Node) {
    let (method, rule) = rules[node]
    self.init(method: method, floor: rules.floor, power: rules.power, rule: rule)
  }

  /// The method as files name it, with what else is done at the node: `geometric, turned, 1 decimal`.
  package var name: String {
    let rounding = decimals.map { $0 == 1 ? "1 decimal" : "\($0) decimals" }
    let poor = poorFrom.map { "poor from \(CSVText.shortest($0))" }
    let mean = imputedFrom.map { "\($0.rawValue)_mean" }
    return [
      method.rawValue, isTurned ? "turned" : nil, rounding, poor, isHeadcount ? "headcount" : nil,
      normalisation?.rawValue, mean,
    ].compactMap(\.self).joined(separator: ", ")
  }

  /// Whether what is joined is changed in steps, so that units tie whose sums differ.
  package var isStepped: Bool { decimals != nil || poorFrom != nil }

  /// The children of a node: scores per country, NaN where missing, with weights above 0.
  package typealias Children = [(scores: ArraySlice<Double>, weight: Double)]

  /// The weight that each country's present children carry.
  package func present(_ children: Children, count: Int) -> [Double] {
    var present = [Double](repeating: 0, count: count)
    for child in children {
      let start = child.scores.startIndex
      for country in 0..<count where !child.scores[start + country].isNaN { present[country] += child.weight }
    }
    return present
  }

  /// The scores of a node for the countries that are to be scored; NaN for the others.
  package func callAsFunction(_ children: Children, scored: [Bool]) -> [Double] {
    let children =
      isTurned ? children.map { (scores: $0.scores.map { 100 - $0 }[...], weight: $0.weight) } : children
    let scores: [Double]
    switch method {
    case .copeland: scores = Outranking.scores(children, scored: scored)
    case .mazziottaPareto: scores = penalised(children, count: scored.count)
    case .minimum: scores = least(children, count: scored.count)
    case .product: scores = products(children, count: scored.count)
    case .ratio: scores = ratios(children, count: scored.count)
    case .arithmetic, .geometric, .harmonic, .power: scores = means(children, count: scored.count)
    }
    return zip(scores, scored).map { $1 ? finished($0) : .nan }
  }

  /// What the method gives, rounded, turned back and counted.
  package func finished(_ joined: Double) -> Double {
    let rounded = rounded(joined)
    return counted(isTurned ? 100 - rounded : rounded)
  }

  /// What falls short of a share by less than this counts as there: sums of sixths are not exact in binary.
  package static let countTolerance = 1e-9

  /// 100 for who is not poor.
  private func counted(_ score: Double) -> Double {
    guard let poorFrom, !score.isNaN else { return score }
    if 100 - score < 100 * poorFrom - Self.countTolerance { return 100 }
    return isHeadcount ? 0 : score
  }

  /// Half away from zero, as tables are printed. What is within 10⁻⁹ of a half counts as one: sums of decimals are not
  /// exact in binary.
  func rounded(_ joined: Double) -> Double {
    guard let decimals, joined.isFinite else { return joined }
    let unit = pow(10, Double(decimals))
    let whole = ((joined * unit).magnitude + 0.5 + 1e-9).rounded(.down)
    // Beyond so many digits there is nothing left to round.
    guard whole < 0x1p52 else { return joined }
    return (joined < 0 && whole > 0 ? -whole : whole) / unit
  }

  /// A score, turned where the node is, as the method takes it in: where its formula is defined, and at least at the floor where zero would
  /// erase all else. Only z-scores and ratios to a reference are ever below 0 or above 100.
  package func taken(_ score: Double) -> Double {
    switch method {
    case .geometric, .harmonic: max(score, floor)
    case .power: max(score, power < 1 ? floor : 0)
    case .mazziottaPareto: max(score, 0)
    case .product: min(max(score, 0), 100)
    case .arithmetic, .minimum, .copeland, .ratio: score
    }
  }

  package func inward(_ score: Double) -> Double {
    switch method {
    case .geometric: log(score)
    case .harmonic: 1 / score
    case .power: pow(score, power)
    default: score
    }
  }

  package func outward(_ mean: Double) -> Double {
    switch method {
    case .geometric: exp(mean)
    case .harmonic: 1 / mean
    case .power: pow(mean, 1 / power)
    default: mean
    }
  }

  private func means(_ children: Children, count: Int) -> [Double] {
    switch method {
    case .geometric: means(children, count, { log($0) }, exp)
    case .harmonic: means(children, count, { 1 / $0 }, { 1 / $0 })
    case .power: means(children, count, inward, outward)
    default: means(children, count, { $0 }, { $0 })
    }
  }

  /// - Parameters:
  ///   - inward: as the method's own `inward`: told here so that the loop does not ask for the method at each score.
  ///   - outward: as the method's own.
  @inline(__always) private func means(
    _ children: Children, _ count: Int, _ inward: (Double) -> Double, _ outward: (Double) -> Double
  ) -> [Double] {
    var means = [PresentMean](repeating: PresentMean(), count: count)
    for child in children {
      child.scores.withUnsafeBufferPointer { scores in
        for country in 0..<min(count, scores.count) where !scores[country].isNaN {
          let taken = taken(scores[country])
          means[country].add(taken, child.weight, as: inward(taken))
        }
      }
    }
    return means.map { $0(outward) }
  }

  private func least(_ children: Children, count: Int) -> [Double] {
    var least = [Double](repeating: .nan, count: count)
    for child in children {
      let start = child.scores.startIndex
      for country in 0..<count {
        let score = child.scores[start + country]
        if !score.isNaN, !(least[country] <= score) { least[country] = score }
      }
    }
    return least
  }

  /// 100·Π (s/100)^(n·w), n the children of weight: under equal weights the plain product. A missing
  /// child counts as if it were like the others, not as if it took nothing off.
  private func products(_ children: Children, count: Int) -> [Double] {
    let present = present(children, count: count)
    var products = present.map { $0 > 0 ? 100 : Double.nan }
    for child in children {
      let start = child.scores.startIndex
      for country in 0..<count {
        let score = child.scores[start + country]
        guard !score.isNaN else { continue }
        let exponent = Double(children.count) * child.weight / present[country]
        products[country] *= pow(taken(score) / 100, exponent)
      }
    }
    return products
  }

  /// 100·a/b, a at least 0 and b at least the floor; NaN where one of the two is missing, or is no part at all.
  private func ratios(_ children: Children, count: Int) -> [Double] {
    guard children.count == 2 else { return [Double](repeating: .nan, count: count) }
    let (over, under) = denominatorIsFirst ? (children[1], children[0]) : (children[0], children[1])
    return zip(over.scores, under.scores).map { ratio($0, to: $1) }
  }

  func ratio(_ over: Double, to under: Double) -> Double {
    if over.isNaN || under.isNaN { return .nan }
    return min(100 * (max(over, 0) / max(under, floor)), Self.greatestRatio)
  }

  /// M − S·cv with cv = S/M, S the weighted population standard deviation; 0 where M is 0 or the penalty greater.
  private func penalised(_ children: Children, count: Int) -> [Double] {
    let mean = means(children, count: count)
    var squares = [Double](repeating: 0, count: count)
    let present = present(children, count: count)
    for child in children {
      let start = child.scores.startIndex
      for country in 0..<count {
        let score = child.scores[start + country]
        guard !score.isNaN else { continue }
        let distance = taken(score) - mean[country]
        squares[country] += child.weight * distance * distance
      }
    }
    return (0..<count).map { country in
      if mean[country] == 0 { return 0 }
      let penalty = squares[country] / present[country] / mean[country]
      // Without any child the mean is missing, and stays so.
      return mean[country] < penalty ? 0 : mean[country] - penalty
    }
  }
}
