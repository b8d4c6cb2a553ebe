import Audit
import IndexModel
import Scoring

/// The view of one country in sentences for a reader who is no statistician.
struct CountryAuditSentences {
  let audit: CountryAudit

  var table: ScoreTable { audit.table }
  var own: String { table.country(audit.country).name }
  var rank: Int { table.rank(audit.country) ?? 0 }
  var ranked: Int { table.rankedCount }
  /// Whether nobody else is ranked, so that nothing changes its rank.
  var isAlone: Bool { ranked < 2 }
  /// Whether anything can be said over weights: there are several, and countries to rank by them.
  var weightsCanVary: Bool { table.auditedNodes(level).count > 1 && !isAlone }

  var level: AuditLevel { audit.settings.level }

  var setInWords: String { WeightSetWords(kind: audit.settings.kind, set: audit.set, level: level).condition }

  /// A country by its place among the ranked ones.
  func name(_ place: Int) -> String { table.country(audit.ranked[place]).name }

  func node(_ node: NodeIndex) -> String { table.framework.called(node) }

  /// Whom it can pass, and who it.
  var competitors: [String] {
    guard weightsCanVary else { return [] }
    var out: [String] = []
    // Who is as good everywhere can be drawn level with, where weights are on nodes that are equal.
    if let easiest = easiest(audit.ahead) {
      out.append(
        "Of those just ahead it draws level most easily with \(name(easiest.ahead)): " + "\(change(easiest))."
      )
    } else if !audit.ahead.isEmpty {
      out.append("None of those just ahead can be passed by weights alone.")
    }
    for order in audit.ahead where order.dominates {
      out.append(
        "\(name(order.ahead)) is at least as good in every \(level.rawValue): no weights change that.")
    }
    if let nearest = easiest(audit.behind) {
      out.append("Of those just behind, \(name(nearest.behind)) draws level most easily: \(change(nearest)).")
    } else if !audit.behind.isEmpty {
      out.append("None of those just behind can pass it by weights alone.")
    }
    if !out.isEmpty {
      out.append(
        "least change: the least share of all weight that has to move, and from where to where, for the two "
          + "to be level; free share: so much of all weight, taken from all \(level.rawValue)s in proportion, may "
          + "go anywhere without turning the order.")
    }
    return out
  }

  private func easiest(_ orders: [PairOrder]) -> PairOrder? {
    orders.filter { $0.flip != nil && !$0.dominates }.min {
      ($0.flip?.distance ?? 0) < ($1.flip?.distance ?? 0)
    }
  }

  private func change(_ order: PairOrder) -> String {
    guard let flip = order.flip else { return "no change of weights does it" }
    if flip.distance == 0 { return "they are level already" }
    let moves = moves(order)
    let share = SampledWords.tenths(flip.distance / 2)
    return "it takes \(share) of all weight, from \(moves.from) to \(moves.to)"
  }

  /// The dimensions that lose and that gain weight in the least change.
  func moves(_ order: PairOrder) -> (from: String, to: String) {
    guard let scores = audit.scores, let flip = order.flip else { return ("", "") }
    func names(_ isWanted: (Double) -> Bool) -> String {
      scores.nodes.indices.filter { isWanted(flip.weights[$0] - scores.weights[$0]) }.map {
        node(scores.nodes[$0])
      }.joined(separator: ", ")
    }
    return (names { $0 < -1e-12 }, names { $0 > 1e-12 })
  }

  /// The weight that has least room.
  var stability: [String] {
    guard let scores = audit.scores, weightsCanVary, !audit.stability.isEmpty else { return [] }
    let room = audit.stability.filter { $0.changes != nil }.map { own -> (Int, Double) in
      let weight = scores.weights[own.node]
      let below = own.low > 0 ? weight - own.low : .infinity
      return (own.node, min(below, own.high < 1 ? own.high - weight : .infinity))
    }
    guard let least = room.min(by: { $0.1 < $1.1 }), least.1.isFinite else {
      return ["No weight, moved alone, changes its rank."]
    }
    if least.1 < 1e-12 {
      return [
        "Its rank is most sensitive to \(node(scores.nodes[least.0])): any move of that weight in one "
          + "direction, the others keeping their proportions, changes it."
      ]
    }
    return [
      "Its rank is most sensitive to \(node(scores.nodes[least.0])): moving that weight by "
        + "\(SampledWords.tenths(least.1)) of all weight, the others keeping their proportions, changes it."
    ]
  }
}
