#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import HumanSecurity
import Lens

/// Turns the scores of a node's children into the node's, for all countries at once.
///
/// Children are summed in the order of their names, so that the order of the catalogue cannot
/// change a single bit of any score. The weights of missing children go to those present, under
/// every method alike.
struct Aggregator {
  let method: Aggregation
  let floor: Double
  var power = 1.0

  /// The children of a node: scores per country, NaN where missing, with weights above 0.
  typealias Children = [(scores: ArraySlice<Double>, weight: Double)]

  /// The weight that each country's present children carry.
  func present(_ children: Children, count: Int) -> [Double] {
    var present = [Double](repeating: 0, count: count)
    for child in children {
      let start = child.scores.startIndex
      for country in 0..<count where !child.scores[start + country].isNaN {
        present[country] += child.weight
      }
    }
    return present
  }

  /// The scores of a node for the countries that are to be scored; NaN for the others.
  func callAsFunction(_ children: Children, scored: [Bool]) -> [Double] {
    let scores: [Double]
    switch method {
    case .copeland: scores = Outranking.scores(children, scored: scored)
    case .mazziottaPareto: scores = penalised(children, count: scored.count)
    case .minimum: scores = least(children, count: scored.count)
    case .product: scores = products(children, count: scored.count)
    case .arithmetic, .geometric, .harmonic, .power: scores = means(children, count: scored.count)
    }
    return zip(scores, scored).map { $1 ? $0 : .nan }
  }

  /// A score as the mean takes it in: above the floor where zero would erase all else.
  func taken(_ score: Double) -> Double {
    switch method {
    case .geometric, .harmonic: max(score, floor)
    case .power: power < 1 ? max(score, floor) : score
    case .arithmetic, .minimum, .product, .mazziottaPareto, .copeland: score
    }
  }

  func inward(_ score: Double) -> Double {
    switch method {
    case .geometric: log(score)
    case .harmonic: 1 / score
    case .power: pow(score, power)
    default: score
    }
  }

  func outward(_ mean: Double) -> Double {
    switch method {
    case .geometric: exp(mean)
    case .harmonic: 1 / mean
    case .power: pow(mean, 1 / power)
    default: mean
    }
  }

  private func means(_ children: Children, count: Int) -> [Double] {
    var sums = [Double](repeating: 0, count: count)
    var present = [Double](repeating: 0, count: count)
    var least = [Double](repeating: .infinity, count: count)
    var most = [Double](repeating: -.infinity, count: count)
    for child in children {
      let start = child.scores.startIndex
      for country in 0..<count {
        let score = child.scores[start + country]
        guard !score.isNaN else { continue }
        let taken = taken(score)
        present[country] += child.weight
        sums[country] += child.weight * inward(taken)
        least[country] = min(least[country], taken)
        most[country] = max(most[country], taken)
      }
    }
    for country in 0..<count {
      guard present[country] > 0 else {
        sums[country] = .nan
        continue
      }
      let mean = outward(sums[country] / present[country])
      // A mean lies between its least and its greatest part; rounding must not carry it outside.
      sums[country] = min(max(mean, least[country]), most[country])
    }
    return sums
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
    var products = [Double](repeating: 100, count: count)
    for child in children {
      let start = child.scores.startIndex
      for country in 0..<count {
        let score = child.scores[start + country]
        guard !score.isNaN else { continue }
        let exponent = Double(children.count) * child.weight / present[country]
        products[country] *= pow(max(score, 0) / 100, exponent)
      }
    }
    return products
  }

  /// M − S·cv with cv = S/M, S the weighted population standard deviation; 0 where M is 0.
  private func penalised(_ children: Children, count: Int) -> [Double] {
    let mean = Aggregator(method: .arithmetic, floor: floor).means(children, count: count)
    var squares = [Double](repeating: 0, count: count)
    let present = present(children, count: count)
    for child in children {
      let start = child.scores.startIndex
      for country in 0..<count {
        let score = child.scores[start + country]
        guard !score.isNaN else { continue }
        squares[country] += child.weight * (score - mean[country]) * (score - mean[country])
      }
    }
    return (0..<count).map { country in
      if mean[country] == 0 { return 0 }
      return mean[country] - squares[country] / present[country] / mean[country]
    }
  }
}
