import IndexModel

/// Scores each country by the weights that are best for it.
///
/// Country i gets 100 · max Σ w_k·x_ik over w ≥ 0 with Σ w_k·x_jk ≤ 1 for every ranked country j: no
/// one may do better than 1 by the weights that i chooses (Melyn and Moesen, Public Economics
/// Research Paper 17, Leuven 1991; Cherchye and others, Social Indicators Research 82, 2007). The
/// share of dimension k, w_k·x_ik / Σ w_l·x_il, is kept within the bounds of the lens.
///
/// A dimension that i does not have takes no part in its choice; one that j does not have adds
/// nothing to the sum of j, which then keeps i from less.
struct BenefitOfTheDoubt {
  let bounds: ShareBounds
  /// A score below counts as this much, so that shares of it can be formed.
  let floor: Double

  init(_ lens: Lens) {
    bounds = lens.shareBounds
    floor = max(lens.aggregation.floor, 1e-6)
  }

  /// A score as it is taken in; NaN stays.
  func taken(_ score: Double) -> Double { score < floor ? floor : score }

  struct Result {
    /// 0–100, NaN for those who are not ranked.
    var scores: [Double]
    /// For each dimension and country the share of the score that comes from it, 0–1.
    var shares: [[Double]]
  }

  /// - Parameters:
  ///   - dimensions: one list of scores each, NaN where missing.
  ///   - ranked: who is scored, and who keeps others from more than 1.
  func callAsFunction(_ dimensions: [ArraySlice<Double>], ranked: [Bool]) -> Result {
    let floored = dimensions.map { scores in scores.map { taken($0) } }
    let peers = ranked.indices.filter { ranked[$0] }
    var result = Result(
      scores: ranked.map { _ in .nan }, shares: dimensions.map { _ in ranked.map { _ in 0 } })
    for country in peers {
      let present = floored.indices.filter { !floored[$0][country].isNaN }
      guard !present.isEmpty else { continue }
      let points = best(country, present.map { floored[$0] }, peers)
      let sum = points.reduce(0, +)
      result.scores[country] = 100 * (sum > 1 - Self.rounding ? 1 : sum)
      for (dimension, part) in zip(present, points) {
        result.shares[dimension][country] = sum > 0 ? part / sum : 1 / Double(present.count)
      }
    }
    return result
  }

  /// What imagined countries would score among the real ones, each alone; above 100 where it outdoes all.
  func scores(of others: [ArraySlice<Double>], among dimensions: [ArraySlice<Double>], ranked: [Bool])
    -> [Double]
  {
    let floored = zip(dimensions, others).map { ($0 + $1).map { taken($0) } }
    let peers = ranked.indices.filter { ranked[$0] }
    return (ranked.count..<ranked.count + (others.first?.count ?? 0)).map { country in
      let present = floored.filter { !$0[country].isNaN }
      if present.isEmpty || peers.isEmpty { return .nan }
      let sum = best(country, present, peers).reduce(0, +)
      return 100 * (abs(sum - 1) < Self.rounding ? 1 : sum)
    }
  }

  /// Who reaches 1 but for rounding ties with all others who do.
  private static let rounding = 1e-10

  /// The best points p_k = w_k·x_ik. In them, w_k·x_jk is p_k·x_jk/x_ik.
  private func best(_ country: Int, _ dimensions: [[Double]], _ peers: [Int]) -> [Double] {
    var constraints = peers.map { peer in dimensions.map { $0[peer].isNaN ? 0 : $0[peer] / $0[country] } + [1]
    }
    // Where fewer dimensions are present than the bounds were made for, these give way to 1/n.
    let equal = 1 / Double(dimensions.count)
    let (least, greatest) = (min(bounds.least, equal), max(bounds.greatest, equal))
    for one in dimensions.indices {
      let own = dimensions.indices.map { $0 == one ? 1.0 : 0 }
      if least > 0 { constraints.append(own.map { least - $0 } + [0]) }
      if greatest < 1 { constraints.append(own.map { $0 - greatest } + [0]) }
    }
    var programme = Simplex(maximising: dimensions.map { _ in 1 }, under: constraints)
    return programme.solve()
  }
}

extension ScoreTable {
  /// What every ranked country makes of its dimensions by its own best weights, whatever the lens's are.
  ///
  /// The lens's bounds on shares hold, where it has any, and its floor.
  /// - Returns: for each of `countries` a score, 0–100, NaN for one that is withheld; and for each of
  ///   `dimensions` and each of `countries` the share of the score that comes from it, 0–1.
  package func underOwnBestWeights() -> (scores: [Double], shares: [[Double]]) {
    let own = childrenInSummationOrder(Framework.root)
    let result = BenefitOfTheDoubt(lens)(own.map { scores(of: $0) }, ranked: rows.map { rank($0) != nil })
    return (result.scores, dimensions.map { own.firstIndex(of: $0).map { result.shares[$0] } ?? [] })
  }
}
