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
    /// The rank under `weights` if each comparison that rounding may have decided is decided against it.
    var certain: Int
    /// What is proven: no weights of the set bring it further.
    package var proven: Int
    /// The weights that attain it, in the order of the audited nodes.
    package var weights: [Double]

    /// - Parameter certain: as attained where none is given.
    init(attained: Int, certain: Int? = nil, proven: Int, weights: [Double]) {
      (self.attained, self.certain) = (attained, certain ?? attained)
      (self.proven, self.weights) = (proven, weights)
    }

    package var isExact: Bool { attained == proven && certain == proven }

    /// Takes over what another search of the same set attained, where that is a better or a surer rank.
    /// - Parameter sign: 1 where lower ranks go further, −1 where higher ones do.
    mutating func takeIn(_ other: End, _ sign: Int) {
      if (sign * other.attained, sign * other.certain) < (sign * attained, sign * certain) {
        (attained, certain, weights) = (other.attained, other.certain, other.weights)
      }
    }
  }

  /// Each is a search over all others, which takes the longer the more they are.
  static let mostCountries = 1000

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
  /// For each country, how much of its sum rounding may make up, along the columns of the set.
  private let noise: [[Double]]

  /// - Parameters:
  ///   - limit: how many branches each end of each country may take, each with a linear program.
  ///   - isStopped: asked between programs; once it is true the search ends with what is proven by then.
  package init(
    _ table: ScoreTable, _ scores: LinearScores, _ set: WeightSet, limit: Int = 16000,
    isStopped: @escaping @Sendable () -> Bool = { false }
  ) {
    (self.table, self.scores, self.set) = (table, scores, set)
    (self.limit, self.isStopped) = (limit, isStopped)
    let count = scores.countries.count
    noise = (0..<count).map { country in
      set.columns.map { column in
        column.indices.reduce(0) { $0 + column[$1] * scores.doubts[$1 * count + country] }
      }
    }
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
    let (first, last) = (1 + competitors.always, 1 + competitors.always + contested.count)
    let rank = table.rank(scores.countries[place]) ?? 0
    return RankBounds(
      country: scores.countries[place], rank: rank,
      best: end(place, first + best.proven, best.weights, rank, isBest: true),
      worst: end(place, last - worst.proven, worst.weights, rank, isBest: false), cut: best.cut ?? worst.cut)
  }

  /// Bounds of a country with the ranks that draws of weights gave it: each draw of the set is a proof that
  /// its rank is attained, once Scoring gives that rank as well. Of an exact end nothing changes, nor what
  /// is proven of an open one.
  func narrowed(_ bounds: RankBounds, _ place: Int, by draws: Acceptability) -> RankBounds {
    var bounds = bounds
    if !bounds.best.isExact, let drawn = draws.best(place), drawn.rank < bounds.best.attained {
      let end = end(place, bounds.best.proven, drawn.weights, isBest: true)
      if end.attained >= end.proven { bounds.best.takeIn(end, 1) }
    }
    if !bounds.worst.isExact, let drawn = draws.worst(place), drawn.rank > bounds.worst.attained {
      let end = end(place, bounds.worst.proven, drawn.weights, isBest: false)
      if end.attained <= end.proven { bounds.worst.takeIn(end, -1) }
    }
    return bounds
  }

  /// The competitors of a country; those that are never above it are not counted.
  private struct Competitors {
    /// How many are above throughout the set.
    var always = 0
    /// Those of which this is not so, nor the opposite: places in `LinearScores.countries`.
    var contested: [Int] = []
    /// How far above, along the columns of the set, for those that are so somewhere by more than rounding.
    var above: [[Double]] = []
    /// How far below, for those that are so somewhere by more than rounding.
    var below: [[Double]] = []
  }

  private func competitors(of place: Int) -> Competitors {
    let own = scores.row(place)
    var competitors = Competitors()
    for competitor in scores.countries.indices
    where competitor != place && !isNeverAbove(competitor, place, scores.nodes.indices) {
      let difference = zip(scores.row(competitor), own).map { $0 - $1 }
      let along = set.columns.map { column in zip(column, difference).reduce(0) { $0 + $1.0 * $1.1 } }
      let doubt = zip(noise[competitor], noise[place]).map { $0 + $1 }
      let (above, below) = (zip(along, doubt).map { $0 - $1 }, zip(along, doubt).map { -$0 - $1 })
      if isThroughout(below) { continue }
      if isThroughout(above) {
        competitors.always += 1
        continue
      }
      competitors.contested.append(competitor)
      if RankSearch.greatest(above, set.caps) > 0 { competitors.above.append(above) }
      if RankSearch.greatest(below, set.caps) > 0 { competitors.below.append(below) }
    }
    return competitors
  }

  /// Whether a row is above 0 all over the set.
  private func isThroughout(_ row: [Double]) -> Bool { RankSearch.greatest(row.map { -$0 }, set.caps) < 0 }

  /// Whether rounding cannot put a competitor above a country, as it has no greater value in any of some nodes
  /// and the same ones stand in for what is missing: sums of terms that are no greater are no greater.
  private func isNeverAbove(_ competitor: Int, _ place: Int, _ nodes: some Sequence<Int>) -> Bool {
    let count = scores.countries.count
    return nodes.allSatisfy { node in
      let (other, own) = (node * count + competitor, node * count + place)
      return scores.values[other] <= scores.values[own] && scores.isOwn[other] == scores.isOwn[own]
    }
  }

  /// Scored again by Scoring: an end counts as attained only at the rank that it gives.
  /// - Parameter rank: the stated rank, attained by the nominal weights, where those are of the set.
  private func end(_ place: Int, _ proven: Int, _ weights: [Double], _ rank: Int? = nil, isBest: Bool)
    -> RankBounds.End
  {
    let scored = table.auditedScores(weights, level: scores.level)
    let own = scored[scores.countries[place]]
    let attained = 1 + scores.countries.count { scored[$0] > own }
    let certain = 1 + above(place, Array(scores.countries.indices), weights, doubtIsAbove: isBest)
    let end = RankBounds.End(
      attained: attained, certain: isBest ? max(attained, certain) : min(attained, certain), proven: proven,
      weights: weights)
    guard let rank, isBest ? rank < attained : rank > attained else { return end }
    return self.end(place, proven, set.nominal, isBest: isBest)
  }

  /// How many of some competitors have a greater weighted sum than a country.
  ///
  /// Sums that are nearer to each other than `LinearScores.doubts` allows, so that rounding may have put one
  /// ahead, are in doubt, unless no term of weight is greater.
  private func above(_ place: Int, _ competitors: [Int], _ weights: [Double], doubtIsAbove: Bool) -> Int {
    let count = scores.countries.count
    return scores.values.withUnsafeBufferPointer { values in
      scores.doubts.withUnsafeBufferPointer { doubts in
        func sum(_ country: Int) -> (sum: Double, doubt: Double) {
          var (sum, doubt) = (0.0, 0.0)
          for node in weights.indices {
            sum += weights[node] * values[node * count + country]
            doubt += weights[node] * doubts[node * count + country]
          }
          return (sum, doubt)
        }
        let own = sum(place)
        return competitors.count { competitor in
          if competitor == place { return false }
          let other = sum(competitor)
          let difference = other.sum - own.sum
          if abs(difference) > own.doubt + other.doubt { return difference > 0 }
          return doubtIsAbove && !isNeverAbove(competitor, place, weights.indices.filter { weights[$0] > 0 })
        }
      }
    }
  }
}
