/// The best and the worst rank that each of some countries had in draws, and the first draw that gave it.
///
/// A draw is known by its replicate: its weights are drawn anew from there, so that none need be kept.
struct DrawnExtremes: Sendable {
  /// Ranks from 0; the worst possible ones before the first draw.
  private var bestRanks: [UInt16]
  private var bestReplicates: [Int]
  private var worstRanks: [UInt16]
  private var worstReplicates: [Int]

  init(countries: Int) {
    bestRanks = [UInt16](repeating: .max, count: countries)
    bestReplicates = [Int](repeating: -1, count: countries)
    worstRanks = [UInt16](repeating: 0, count: countries)
    worstReplicates = bestReplicates
  }

  /// Takes in the ranks, from 0, of a draw later than all before: who had a rank first keeps it.
  mutating func add(_ ranks: [UInt16], _ replicate: Int) {
    for country in bestRanks.indices {
      take(country, best: (ranks[country], replicate), worst: (ranks[country], replicate))
    }
  }

  /// Takes in what draws later than all before came to.
  mutating func add(_ later: DrawnExtremes) {
    for country in bestRanks.indices where later.bestReplicates[country] >= 0 {
      take(
        country, best: (later.bestRanks[country], later.bestReplicates[country]),
        worst: (later.worstRanks[country], later.worstReplicates[country]))
    }
  }

  private mutating func take(
    _ country: Int, best: (rank: UInt16, replicate: Int), worst: (rank: UInt16, replicate: Int)
  ) {
    if bestReplicates[country] < 0 || best.rank < bestRanks[country] {
      (bestRanks[country], bestReplicates[country]) = best
    }
    if worstReplicates[country] < 0 || worst.rank > worstRanks[country] {
      (worstRanks[country], worstReplicates[country]) = worst
    }
  }

  /// The best rank of a country, from 1, and the first draw that gave it; nil before the first draw.
  func best(_ country: Int) -> (rank: Int, replicate: Int)? {
    let replicate = bestReplicates[country]
    return replicate < 0 ? nil : (Int(bestRanks[country]) + 1, replicate)
  }

  /// The worst rank of a country, from 1, and the first draw that gave it.
  func worst(_ country: Int) -> (rank: Int, replicate: Int)? {
    let replicate = worstReplicates[country]
    return replicate < 0 ? nil : (Int(worstRanks[country]) + 1, replicate)
  }
}
