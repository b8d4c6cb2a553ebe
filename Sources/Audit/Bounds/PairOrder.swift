import Scoring

/// What it takes to turn the order of two countries round.
package struct PairOrder: Sendable {
  /// The country ahead under the nominal weights: a place in `LinearScores.countries`.
  package let ahead: Int
  package let behind: Int
  /// Whether the first is as good in every node and better in one: no weights put the other ahead.
  package let dominates: Bool
  /// The share of contamination of the nominal weights by any others that the order withstands, 0–1
  /// (Foster, McGillivray and Seth, Composite indices: rank robustness, statistical association and
  /// redundancy, Econometric Reviews 32, 2013).
  package let epsilon: Double
  /// The least Σ|w − w⁰| under which the one behind draws level, with those weights; nil where none can.
  package let flip: (distance: Double, weights: [Double])?
  /// For each node the change of its weight alone that draws the one behind level; nil where none can.
  package let singleFlips: [Double?]

  /// - Parameters:
  ///   - ahead: a country that the nominal weights do not put behind the other.
  package init(_ scores: LinearScores, ahead: Int, behind: Int) {
    (self.ahead, self.behind) = (ahead, behind)
    let weights = scores.weights
    let lead = zip(scores.row(ahead), scores.row(behind)).map { $0 - $1 }
    let advantage = zip(weights, lead).reduce(0) { $0 + $1.0 * $1.1 }
    let least = lead.min() ?? 0
    dominates = least >= 0 && lead.contains { $0 > 0 }
    epsilon = least >= 0 ? 1 : min(max(advantage / (advantage - least), 0), 1)
    flip = Self.leastChange(weights, lead, advantage)
    singleFlips = weights.indices.map { Self.single($0, weights, lead, advantage) }
  }

  /// Weight is best taken from the node with the greatest lead and given to the one with the least:
  /// each unit moved takes the difference of the two off the advantage.
  private static func leastChange(_ weights: [Double], _ lead: [Double], _ advantage: Double) -> (
    Double, [Double]
  )? {
    guard advantage > 0 else { return (0, weights) }
    guard let least = lead.min(), let target = lead.firstIndex(of: least), least <= 0 else { return nil }
    var changed = weights
    var left = advantage
    var moved = 0.0
    for node in lead.indices.sorted(by: { (-lead[$0], $0) < (-lead[$1], $1) })
    where left > 0 && lead[node] > least {
      let share = min(weights[node], left / (lead[node] - least))
      changed[node] -= share
      changed[target] += share
      moved += share
      left -= share * (lead[node] - least)
    }
    return left > 1e-12 * advantage ? nil : (2 * moved, changed)
  }

  /// t·lead_k + (1 − t)·B = 0, B the advantage over the other nodes.
  private static func single(_ node: Int, _ weights: [Double], _ lead: [Double], _ advantage: Double)
    -> Double?
  {
    guard weights[node] < 1 else { return nil }
    let others = (advantage - weights[node] * lead[node]) / (1 - weights[node])
    guard others != lead[node] else { return nil }
    let weight = others / (others - lead[node])
    return weight >= 0 && weight <= 1 ? weight - weights[node] : nil
  }
}

/// The share of a simplex of weights under which one country is ahead of another, exactly.
package enum SimplexShare {
  /// The share of points y of the unit simplex with Σ y·d ≤ 0, by Varsi's recursion, which adds only
  /// positive terms (Varsi, The multidimensional content of the frustum of the simplex, Pacific Journal
  /// of Mathematics 46, 1973).
  package static func notAbove(_ d: [Double]) -> Double {
    let positive = d.filter { $0 > 0 }
    var content = [1.0] + positive.map { _ in 0.0 }
    for negative in d where negative <= 0 {
      for (place, value) in positive.enumerated() {
        content[place + 1] = (value * content[place + 1] - negative * content[place]) / (value - negative)
      }
    }
    return content[positive.count]
  }
}

extension WeightSet {
  /// The share of the set with Σ w·d > 0, half where d is 0; nil for sets that are no simplex: sample these.
  package func shareAbove(_ d: [Double]) -> Double? {
    guard columns.count == count, caps.allSatisfy({ $0 >= 1 }) else { return nil }
    if case .box = kind { return nil }
    if kind == .ordinal, blocks.contains(where: { $0.count > 1 }), blocks.count > 1 { return nil }
    if d.allSatisfy({ $0 == 0 }) { return 0.5 }
    let along = columns.map { column in zip(column, d).reduce(0) { $0 + $1.0 * $1.1 } }
    return 1 - SimplexShare.notAbove(along)
  }
}
