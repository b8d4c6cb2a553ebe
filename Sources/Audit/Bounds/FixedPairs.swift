import Scoring

/// How many pairs of countries keep their order whatever the weights.
package struct FixedPairs: Sendable {
  /// All pairs that the nominal weights do not tie.
  package let pairs: Int
  /// Those that no weights of the set turn round.
  package let overSet: Int
  /// Those that no weights at all turn round: one is as good in every node.
  package let overAll: Int

  /// Counts over all pairs; exact, since the least lead over a set is known in closed form.
  package init(_ scores: LinearScores, _ set: WeightSet) {
    let rows = scores.countries.indices.map(scores.row)
    var (pairs, overSet, overAll) = (0, 0, 0)
    for ahead in rows.indices {
      for behind in rows.indices.dropFirst(ahead + 1) {
        let lead = zip(rows[ahead], rows[behind]).map { $0 - $1 }
        let advantage = zip(scores.weights, lead).reduce(0) { $0 + $1.0 * $1.1 }
        guard advantage > 0 else { continue }
        pairs += 1
        if (lead.min() ?? 0) >= 0 {
          overAll += 1
          overSet += 1
        } else if set.minimum(of: lead).value >= 0 {
          overSet += 1
        }
      }
    }
    (self.pairs, self.overSet, self.overAll) = (pairs, overSet, overAll)
  }
}
