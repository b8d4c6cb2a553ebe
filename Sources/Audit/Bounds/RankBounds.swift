import IndexModel
import Scoring
import Tabular

/// How high and how low a country can come, whatever the weights in a set.
///
/// best = 1 + the least number of countries whose weighted sum exceeds its own, over the set; worst the
/// greatest. Ties harm nobody: an equal score shares the rank.
package struct RankBounds: Sendable {
  /// One end of the range.
  package struct End: Sendable {
    /// A rank that the country has under `weights`, as Scoring itself ranks.
    package var attained: Int
    /// What is proven: no weights of the set bring it further.
    package var proven: Int
    /// The weights that attain it, in the order of the audited nodes.
    package var weights: [Double]

    package var isExact: Bool { attained == proven }
  }

  /// What may end a search before it has looked at all that it could.
  enum Cut: Sendable { case limit, stop }

  package let country: RowIndex
  /// Its rank under the nominal weights.
  package let rank: Int
  /// The highest it can come.
  package var best: End
  package var worst: End
  /// What ended the search for an end that is open; nil where it went through and rounding keeps it open.
  var cut: Cut?

  package var isExact: Bool { best.isExact && worst.isExact }
}

/// Rank bounds of all countries of a table over a weight set.
package struct RankBoundSearch: Sendable {
  private let table: ScoreTable
  private let scores: LinearScores
  private let set: WeightSet
  private let limit: Int
  private let isStopped: @Sendable () -> Bool

  /// - Parameters:
  ///   - limit: how many branches each end of each country may take, each with a linear program.
  ///   - isStopped: asked between programs; once it is true the search ends with what is proven by then.
  package init(
    _ table: ScoreTable, _ scores: LinearScores, _ set: WeightSet, limit: Int = 16000,
    isStopped: @escaping @Sendable () -> Bool = { false }
  ) {
    (self.table, self.scores, self.set) = (table, scores, set)
    (self.limit, self.isStopped) = (limit, isStopped)
  }

  /// The bounds of every ranked country, in order of rank; on all cores.
  package func run() -> [RankBounds] { inParallel(scores.countries.count) { bounds(of: $0) } }

  /// The bounds of one country, by its place in `LinearScores.countries`.
  package func bounds(of place: Int) -> RankBounds {
    let competitors = competitors(of: place)
    let contested = competitors.contested
    let best = RankSearch(
      set, rows: competitors.above, limit: limit, isStopped: isStopped,
      above: { self.above(place, contested, $0, doubtIsAbove: true) }
    ).run(from: set.nominal)
    // The competitors that are not above are counted: a tie keeps one from being above.
    let worst = RankSearch(
      set, rows: competitors.below, limit: limit, isStopped: isStopped,
      above: { contested.count - self.above(place, contested, $0, doubtIsAbove: false) }
    ).run(from: set.nominal)
    let country = scores.countries[place]
    let (first, last) = (
      1 + competitors.always, 1 + competitors.always + contested.count + competitors.doubtful
    )
    return RankBounds(
      country: country, rank: table.rank(country) ?? 0, best: end(place, first + best.proven, best.weights),
      worst: end(place, last - worst.proven, worst.weights), cut: best.cut ?? worst.cut)
  }

  /// Bounds of a country with the ranks that draws of weights gave it: each draw of the set is a proof that
  /// its rank is attained, once Scoring gives that rank as well. Of an exact end nothing changes, nor what
  /// is proven of an open one.
  func narrowed(_ bounds: RankBounds, _ place: Int, by draws: Acceptability) -> RankBounds {
    var bounds = bounds
    if !bounds.best.isExact, let drawn = draws.best(place), drawn.rank < bounds.best.attained {
      let end = end(place, bounds.best.proven, drawn.weights)
      if end.attained < bounds.best.attained, end.attained >= end.proven { bounds.best = end }
    }
    if !bounds.worst.isExact, let drawn = draws.worst(place), drawn.rank > bounds.worst.attained {
      let end = end(place, bounds.worst.proven, drawn.weights)
      if end.attained > bounds.worst.attained, end.attained <= end.proven { bounds.worst = end }
    }
    return bounds
  }

  /// The competitors of a country; those that are never above it are not counted.
  private struct Competitors {
    /// How many are above throughout the set.
    var always = 0
    /// How many come above by no more than rounding: none for the best rank, all for the worst.
    var doubtful = 0
    /// Those that are above somewhere but not everywhere: places in `LinearScores.countries`.
    var contested: [Int] = []
    /// For each contested one, how far it is above along the columns of the set.
    var above: [[Double]] = []
    /// How far below, for those that are so by more than rounding.
    var below: [[Double]] = []
  }

  private func competitors(of place: Int) -> Competitors {
    let own = scores.row(place)
    var competitors = Competitors()
    for competitor in scores.countries.indices where competitor != place {
      let difference = zip(scores.row(competitor), own).map { $0 - $1 }
      let along = set.columns.map { column in zip(column, difference).reduce(0) { $0 + $1.0 * $1.1 } }
      let reverse = along.map { -$0 }
      let most = RankSearch.greatest(along, set.caps)
      let least = -RankSearch.greatest(reverse, set.caps)
      let margin = 1e-12 * (difference.map { abs($0) }.max() ?? 0)
      if most <= margin {
        let isNeverAbove = most < -margin || difference.allSatisfy { $0 <= 0 }
        competitors.doubtful += isNeverAbove ? 0 : 1
      } else if least > margin {
        competitors.always += 1
      } else {
        competitors.contested.append(competitor)
        competitors.above.append(along)
        if least < -margin { competitors.below.append(reverse) }
      }
    }
    return competitors
  }

  /// Scored again by Scoring: an end counts as attained only at the rank that it gives.
  private func end(_ place: Int, _ proven: Int, _ weights: [Double]) -> RankBounds.End {
    let scored = table.auditedScores(weights, level: scores.level)
    let own = scored[scores.countries[place]]
    let rank = 1 + scores.countries.count { scored[$0] > own }
    return RankBounds.End(attained: rank, proven: proven, weights: weights)
  }

  /// How many of some competitors have a greater weighted sum than a country.
  ///
  /// Sums of equal terms are equal; where terms differ, sums that are nearer to each other than a
  /// 10^11th of their terms, so that rounding may have put one ahead, are in doubt.
  private func above(_ place: Int, _ competitors: [Int], _ weights: [Double], doubtIsAbove: Bool) -> Int {
    let count = scores.countries.count
    return scores.values.withUnsafeBufferPointer { values in
      func sum(_ country: Int) -> (sum: Double, size: Double) {
        var (sum, size) = (0.0, 0.0)
        for node in weights.indices {
          let term = weights[node] * values[node * count + country]
          sum += term
          size += abs(term)
        }
        return (sum, size)
      }
      let own = sum(place)
      return competitors.count { competitor in
        let other = sum(competitor)
        let difference = other.sum - own.sum
        if abs(difference) > 1e-11 * (own.size + other.size) { return difference > 0 }
        let isTie = weights.indices.allSatisfy { node in
          weights[node] == 0 || values[node * count + competitor] == values[node * count + place]
        }
        return isTie ? false : doubtIsAbove
      }
    }
  }
}
