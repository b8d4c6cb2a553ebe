import Audit

/// How far known weights move countries from their ranks: what the sentences on rank bounds claim.
struct RankMoves: Equatable {
  /// How many countries there are.
  let countries: Int
  /// So many of them are moved by no known weights.
  let still: Int
  /// Half of the countries, or more, are moved by no more places than these.
  let ofHalf: Int
  /// Half of the countries, or more, are moved by these places or more.
  let halfMoved: Int
  /// The most places that a country is moved, and how many are moved so far.
  let most: Int
  let furthest: Int
  /// Half of the countries, or more, are proven not to move by more places than these.
  let limitOfHalf: Int
  /// How many bounds are exact.
  let exact: Int

  init(_ bounds: [RankBounds]) {
    let known = bounds.map(Self.places)
    let limits = bounds.map { max($0.rank - $0.best.proven, $0.worst.proven - $0.rank) }
    countries = bounds.count
    still = known.count { $0 == 0 }
    ofHalf = Self.median(known)
    halfMoved = known.isEmpty ? 0 : known.sorted()[known.count / 2]
    limitOfHalf = Self.median(limits)
    most = known.max() ?? 0
    furthest = known.count { $0 == known.max() }
    exact = bounds.count { $0.isExact }
  }

  /// How many places known weights move a country, the further of the two ways.
  static func places(_ own: RankBounds) -> Int {
    max(own.rank - own.best.attained, own.worst.attained - own.rank)
  }

  /// The least figure that half of all, or more, do not exceed.
  private static func median(_ figures: [Int]) -> Int {
    let sorted = figures.sorted()
    return sorted.isEmpty ? 0 : sorted[(sorted.count - 1) / 2]
  }
}
