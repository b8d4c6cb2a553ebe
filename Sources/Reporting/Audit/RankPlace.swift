import Tabular

/// A rank in one of several rankings, which need not rank the same number of countries.
struct RankPlace {
  /// The ranking, such as a dimension or a lens.
  let name: String
  let rank: Int
  let ranked: Int

  /// The share of the other countries that stand ahead: what can be compared where totals differ.
  var ahead: Double { ranked > 1 ? Double(rank - 1) / Double(ranked - 1) : 0 }

  /// The places with the fewest and with the most ahead of them, by share; nil where all are alike.
  static func extremes(_ places: [RankPlace]) -> (best: [RankPlace], worst: [RankPlace])? {
    guard let best = places.map(\.ahead).min(), let worst = places.map(\.ahead).max(), best < worst else {
      return nil
    }
    return (places.filter { $0.ahead == best }, places.filter { $0.ahead == worst })
  }

  /// `food, number 3 of 182`, each, joined by "and".
  static func list(_ places: [RankPlace], atMost count: Int = 3) -> String {
    let shown = places.prefix(count).map { "\($0.name), number \($0.rank) of \($0.ranked)" }
    return places.count > count
      ? shown.joined(separator: "; ") + "; and \(places.count - count) more" : shown.joined(separator: "; ")
  }

  /// What to say where ranks count among different numbers of countries.
  static func comparison(_ places: [RankPlace]) -> String {
    Set(places.map(\.ranked)).count < 2
      ? "" : " (compared by the share of the other countries that stand ahead, since the totals differ)"
  }
}
