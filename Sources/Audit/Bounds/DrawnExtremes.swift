/// The best and the worst rank that each of some countries had in draws, and the first draw that gave it.
///
/// A draw is known by its replicate: its weights are drawn anew from there, so that none need be kept.
struct DrawnExtremes: Sendable {
  /// A rank, from 0, and a draw that gave it; −1 before the first.
  private typealias Extreme = (rank: UInt16, replicate: Int)
  private var lowest: [Extreme]
  private var highest: [Extreme]

  init(countries: Int) {
    lowest = [Extreme](repeating: (.max, -1), count: countries)
    highest = [Extreme](repeating: (0, -1), count: countries)
  }

  /// Takes in the ranks, from 0, of a draw later than all before: who had a rank first keeps it.
  mutating func add(_ ranks: [UInt16], _ replicate: Int) {
    for country in lowest.indices {
      take(country, best: (ranks[country], replicate), worst: (ranks[country], replicate))
    }
  }

  /// Takes in what draws later than all before came to.
  mutating func add(_ later: DrawnExtremes) {
    for country in lowest.indices where later.lowest[country].replicate >= 0 {
      take(country, best: later.lowest[country], worst: later.highest[country])
    }
  }

  private mutating func take(_ country: Int, best: Extreme, worst: Extreme) {
    if lowest[country].replicate < 0 || best.rank < lowest[country].rank { lowest[country] = best }
    if highest[country].replicate < 0 || worst.rank > highest[country].rank { highest[country] = worst }
  }

  /// The best rank of a country, from 1, and the first draw that gave it; nil before the first draw.
  func best(_ country: Int) -> (rank: Int, replicate: Int)? { Self.known(lowest[country]) }

  /// The worst rank of a country, from 1, and the first draw that gave it.
  func worst(_ country: Int) -> (rank: Int, replicate: Int)? { Self.known(highest[country]) }

  private static func known(_ extreme: Extreme) -> (rank: Int, replicate: Int)? {
    extreme.replicate < 0 ? nil : (Int(extreme.rank) + 1, extreme.replicate)
  }
}
