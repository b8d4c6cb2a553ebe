import IndexModel

/// Copeland's rule: who outranks whom, counted.
///
/// a outranks b when, of the weight of the children that both have, more lies with those in which a is ahead
/// than with those in which b is; equal weight is a draw, and so is a pair without a child in common. The
/// order of rows plays no part, nor does a missing cell: both are known faults of other programs.
enum Outranking {
  /// Weights that differ by less count as equal: sums of thirds and sevenths are not exact.
  private static let tolerance = 1e-12

  /// 100·(wins − losses + n − 1)/(2(n − 1)), n the countries scored; 50 for one alone.
  static func scores(_ children: Aggregator.Children, scored: [Bool]) -> [Double] {
    let places = scored.indices.filter { scored[$0] }
    var scores = [Double](repeating: .nan, count: scored.count)
    guard places.count > 1 else {
      for place in places { scores[place] = 50 }
      return scores
    }
    var balance = [Int](repeating: 0, count: scored.count)
    for (order, one) in places.enumerated() {
      for other in places[(order + 1)...] {
        let result = compare(children, one, other)
        balance[one] += result
        balance[other] -= result
      }
    }
    let rivals = places.count - 1
    for place in places { scores[place] = 100 * Double(balance[place] + rivals) / Double(2 * rivals) }
    return scores
  }

  /// The scores of others than the field, each set against every country of the field alone; one of
  /// the same scores as a country of the field gets the score of that country.
  static func scores(
    of others: Aggregator.Children, scored: [Bool], among rivals: Aggregator.Children, _ field: [RowIndex]
  ) -> [Double] {
    scored.indices.map { place in
      guard scored[place] else { return .nan }
      guard field.count > 1 else { return 50 }
      let own = others.map { $0.scores[$0.scores.startIndex + place] }
      let balance = field.reduce(0) { sum, rival in
        sum
          + compare(
            zip(own, rivals).lazy.map { score, child in
              (score, child.scores[child.scores.startIndex + rival.value], child.weight)
            })
      }
      return 100 * Double(balance + field.count - 1) / Double(2 * (field.count - 1))
    }
  }

  /// 1 where the first outranks the second, −1 where it is outranked, 0 for a draw.
  private static func compare(_ children: Aggregator.Children, _ one: Int, _ other: Int) -> Int {
    compare(
      children.lazy.map { child in
        let start = child.scores.startIndex
        return (child.scores[start + one], child.scores[start + other], child.weight)
      })
  }

  private static func compare(_ pairs: some Sequence<(Double, Double, Double)>) -> Int {
    var ahead = 0.0
    var behind = 0.0
    var shared = 0.0
    for (first, second, weight) in pairs {
      guard !first.isNaN, !second.isNaN else { continue }
      shared += weight
      if first > second { ahead += weight }
      if first < second { behind += weight }
    }
    if abs(ahead - behind) <= tolerance * shared { return 0 }
    return ahead > behind ? 1 : -1
  }
}
