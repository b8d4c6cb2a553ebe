import IndexModel
import Scoring

/// What raising indicators of one country, and nothing else, would bring it: arithmetic, not a forecast.
package struct Lever: Sendable, Equatable {
  /// The indicators that are raised, in framework order: one, or all that are below their targets.
  package let raised: [Raise]
  /// The points that the index score gains.
  package let points: Double
  /// The countries that stand above the country as it is and would not then, by rank; who draws level is among them.
  package let overtaken: [RowIndex]
  /// Those that do not stand above it and would then: only where a score depends on other countries.
  package let passing: [RowIndex]

  /// The places that the country rises by.
  package var ranks: Int { overtaken.count - passing.count }

  /// One indicator on its way to its target.
  package struct Raise: Sendable, Equatable {
    package let node: NodeIndex
    /// In the indicator's unit.
    package let value: Double
    /// In the indicator's unit.
    package let target: Double
    package let score: Double
    package let targetScore: Double
    /// The distance in score divided by the interquartile range of the peers' scores; nil where that is 0 or no peer has a
    /// figure.
    package let effort: Double?
  }
}

/// The levers of one country, and what is none.
package struct Levers: Sendable {
  package let table: ScoreTable
  package let country: RowIndex
  package let peers: Peers
  package let target: LeverTarget
  /// Those that gain points, the most first; equal ones in framework order.
  package let levers: [Lever]
  /// All indicators below their targets raised together; nil where there is none.
  package let together: Lever?
  /// Indicators without a figure of the country, with the target that peers set. That a figure comes to be known is no
  /// improvement, so nothing is worked out.
  package let unknown: [Unknown]
  /// Indicators at their target already, or beyond it.
  package let attained: [NodeIndex]
  /// Indicators below their target that alone add nothing to the index.
  package let idle: [NodeIndex]

  package struct Unknown: Sendable, Equatable {
    package let node: NodeIndex
    package let target: Double
  }

  /// Points below which a lever moves nothing: rounding makes them. The page of the report has the same limit and the same
  /// rule (`leversOf` in App/country.js), but for countries with estimated parts, whose estimates it holds as they are.
  package static let nothing = Difference.nothing

  /// - Returns: nil for a country that is not ranked.
  package init?(_ table: ScoreTable, _ country: RowIndex, _ peers: Peers, to target: LeverTarget) {
    guard table.score(country) != nil else { return nil }
    (self.table, self.country, self.peers, self.target) = (table, country, peers, target)
    let sorted = Sorted(table, country, peers, target)
    (unknown, attained) = (sorted.unknown, sorted.attained)
    let single = sorted.below.map { [$0] }
    // The last one is of all together.
    let raising = LeverScores(table, country, raising: single + (sorted.below.isEmpty ? [] : [sorted.below]))
    let all = raising.levers(peers)
    together = all.last
    let alone = all.dropLast()
    levers = Array(alone.filter { $0.points > Self.nothing }).descending(by: \.points)
    idle = alone.filter { $0.points <= Self.nothing }.flatMap { $0.raised.map(\.node) }
  }

  /// The indicators of weight by where they stand to their targets.
  private struct Sorted {
    var below: [LeverScores.Aim] = []
    var unknown: [Unknown] = []
    var attained: [NodeIndex] = []

    init(_ table: ScoreTable, _ country: RowIndex, _ peers: Peers, _ target: LeverTarget) {
      for leaf in table.weighedLeaves {
        guard let aim = table.value(of: target, leaf, among: peers.members) else { continue }
        guard table.measuredScore(leaf, country) != nil, let value = table.value(leaf, country) else {
          unknown.append(Unknown(node: leaf, target: aim))
          continue
        }
        if table.isShort(value, of: aim, leaf) {
          below.append(LeverScores.Aim(node: leaf, value: value, target: aim))
        } else {
          attained.append(leaf)
        }
      }
    }
  }
}
