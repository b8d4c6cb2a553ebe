import Audit
import Scoring

/// The view of one country in sentences for a reader who is no statistician.
struct CountryAuditSentences {
  let audit: CountryAudit

  private var table: ScoreTable { audit.table }
  private var own: String { table.country(audit.country).name }
  private var rank: Int { table.rank(audit.country) ?? 0 }
  private var ranked: Int { table.countries.indices.count { table.rank($0) != nil } }

  private var level: AuditLevel { audit.settings.level }

  private var setInWords: String {
    WeightSetWords(kind: audit.settings.kind, set: audit.set, level: level).condition
  }

  /// A share with one decimal.
  static func percent(_ share: Double) -> String { SampledWords.tenths(share) }

  /// A country by its place in the linear scores.
  func name(_ place: Int) -> String {
    audit.scores.map { table.country($0.countries[place]).name } ?? ""
  }

  private func node(_ node: Int) -> String { table.framework.nodes[node].name }

  /// Where it stands, and how far weights alone can push it.
  var bounds: [String] {
    let lacking = table.auditedNodes(level).count { table.score($0, audit.country) == nil }
    let stands =
      "\(own) is number \(rank) of \(ranked), with \(NumberFormat.fixed(table.score(audit.country), 1)) "
      + "points of 100."
      + (peers.isEmpty ? "" : " It shares that rank with \(peers).")
      + (lacking == 0 ? "" : " " + gap(lacking))
    guard let bounds = audit.bounds else {
      return [
        stands
          + " Its bounds over weights cannot be had: this lens does not rank by a weighted sum."
      ]
    }
    let (best, worst) = (bounds.best, bounds.worst)
    if table.auditedNodes(level).count < 2 {
      return [stands, "The index has one \(level.rawValue), whose weight cannot vary."]
    }
    if bounds.isExact {
      return [
        stands,
        best.attained == worst.attained
          ? "If \(setInWords), that is its rank whatever the weights; this is exact."
          : "If \(setInWords), weights alone can bring it up to number \(best.attained) and down to "
            + "\(worst.attained), and no further; this is exact, and the weights below prove it.",
      ]
    }
    return [
      stands,
      "If \(setInWords), weights are known that bring it up to number \(best.attained) and down to "
        + "\(worst.attained). It is proven that none bring it above \(best.proven) or below "
        + "\(worst.proven); what lies between \(unsettled).",
    ]
  }

  /// What stands for what it lacks.
  private func gap(_ lacking: Int) -> String {
    if level == .dimension { return "It lacks a dimension, for which that score stands below." }
    return
      "It lacks \(lacking) indicator\(lacking == 1 ? "" : "s"), for which the score of the node above "
      + "stands below."
  }

  /// Why bounds are not exact.
  private var unsettled: String {
    audit.unfinished.contains(.bounds)
      ? "was not settled before the interruption"
      : "was not settled with the time and --limit given"
  }

  /// Who has the same rank; the first five by name.
  private var peers: String {
    let names = audit.peers.prefix(5).map(name)
    let more = audit.peers.count - names.count
    return names.joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
  }

  /// What happens under weights drawn at random.
  var likelihood: [String] {
    guard let found = audit.acceptability, let place = audit.place else { return [] }
    let (low, high) = (found.quantile(place, 0.05), found.quantile(place, 0.95))
    let mean = found.mean(place)
    let keeps = found.share(place, rank: rank - 1)
    let ends = [found.limits(place, 0.05), found.limits(place, 0.95)]
    var out = [
      "If \(setInWords) and the weights are drawn at random, nine draws in ten leave it between number "
        + "\(low)\(SampledWords.limits(ends[0].lowerBound, ends[0].upperBound)) and "
        + "\(high)\(SampledWords.limits(ends[1].lowerBound, ends[1].upperBound)); its mean rank is "
        + "\(NumberFormat.fixed(mean.value, 2)) (standard error \(NumberFormat.fixed(mean.error, 3))), and "
        + "it is number \(rank) exactly in \(SampledWords.times(keeps, of: found.samples))."
        + (ends.allSatisfy { $0.lowerBound == $0.upperBound }
          ? "" : " In brackets stands what the sampling error leaves open.")
    ]
    let first = found.share(place, rank: 0)
    let often = SampledWords.times(first, of: found.samples)
    if first > 0, let errors = found.centralWeightErrors(place) {
      out.append(
        "It is first in \(often); the table has the mean weights of these (standard errors at most "
          + "\(NumberFormat.fixed(100 * (errors.max() ?? 0), 2)) points).")
    } else {
      out.append("It is first in \(often).")
    }
    return out
  }

  /// Whom it can pass, and who it.
  var rivals: [String] {
    var out: [String] = []
    let passable = audit.ahead.filter { $0.flip != nil }
    if let easiest = passable.min(by: { ($0.flip?.distance ?? 0) < ($1.flip?.distance ?? 0) }) {
      out.append(
        "Of those just ahead it draws level most easily with \(name(easiest.ahead)): "
          + "\(change(easiest)).")
    } else if !audit.ahead.isEmpty {
      out.append("None of those just ahead can be passed by weights alone.")
    }
    for order in audit.ahead where order.dominates {
      out.append(
        "\(name(order.ahead)) is at least as good in every \(level.rawValue): no weights change that."
      )
    }
    let threats = audit.behind.filter { $0.flip != nil }
    if let nearest = threats.min(by: { ($0.flip?.distance ?? 0) < ($1.flip?.distance ?? 0) }) {
      out.append(
        "Of those just behind, \(name(nearest.behind)) draws level most easily: \(change(nearest))."
      )
    } else if !audit.behind.isEmpty {
      out.append("None of those just behind can pass it by weights alone.")
    }
    if !out.isEmpty {
      out.append(
        "least change: the least weight that has to move from one \(level.rawValue) to others; free share: how "
          + "much of all weight may go anywhere before the order can turn.")
    }
    return out
  }

  private func change(_ order: PairOrder) -> String {
    guard let flip = order.flip else { return "no change of weights does it" }
    if flip.distance == 0 { return "they are level already" }
    let moves = moves(order)
    let share = Self.percent(flip.distance / 2)
    return "it takes \(share) of all weight, from \(moves.from) to \(moves.to)"
  }

  /// The dimensions that lose and that gain weight in the least change.
  func moves(_ order: PairOrder) -> (from: String, to: String) {
    guard let scores = audit.scores, let flip = order.flip else { return ("", "") }
    func names(_ isWanted: (Double) -> Bool) -> String {
      scores.nodes.indices.filter { isWanted(flip.weights[$0] - scores.weights[$0]) }
        .map { node(scores.nodes[$0]) }.joined(separator: ", ")
    }
    return (names { $0 < -1e-12 }, names { $0 > 1e-12 })
  }

  /// The weight that has least room.
  var stability: [String] {
    guard let scores = audit.scores, !audit.stability.isEmpty else { return [] }
    let room = audit.stability.filter { $0.changes != nil }.map { own -> (Int, Double) in
      let weight = scores.weights[own.node]
      let below = own.low > 0 ? weight - own.low : .infinity
      return (own.node, min(below, own.high < 1 ? own.high - weight : .infinity))
    }
    guard let least = room.min(by: { $0.1 < $1.1 }), least.1.isFinite else {
      return ["No weight, moved alone, changes its rank."]
    }
    return [
      "Its rank is most sensitive to \(node(scores.nodes[least.0])): moving that weight by "
        + "\(Self.percent(least.1)) of all weight, the others keeping their proportions, changes it."
    ]
  }

  /// The dimension, indicator and lens that its rank hangs on most.
  var judgements: [String] {
    let nodes = table.framework.nodes
    var out: [String] = []
    for isIndicator in [false, true] {
      let own = audit.omissions.filter { (nodes[$0.node].indicator != nil) == isIndicator }
      let what = isIndicator ? "indicators" : "dimensions"
      if let most = own.min(by: { $0.without - $0.with < $1.without - $1.with }),
        most.without < most.with
      {
        out.append(
          "Of the \(what), \(node(most.node)) costs it most: without it, it would be number "
            + "\(most.without) instead of \(most.with) of the \(most.ranked) still ranked.")
      }
      if let most = own.max(by: { $0.without - $0.with < $1.without - $1.with }),
        most.without > most.with
      {
        out.append(
          "Of the \(what), \(node(most.node)) carries it most: without it, it would be number "
            + "\(most.without) instead of \(most.with) of the \(most.ranked) still ranked.")
      }
    }
    if out.isEmpty, !audit.omissions.isEmpty {
      out.append("Leaving out any one dimension or indicator does not change its rank.")
    }
    return out + dimension + lens
  }

  private var dimension: [String] {
    let known = audit.dimensions.compactMap { own in own.rank.map { (node: own.node, rank: $0) } }
    guard let best = known.min(by: { $0.rank < $1.rank }),
      let worst = known.max(by: { $0.rank < $1.rank }), best.node != worst.node
    else { return [] }
    return [
      "It stands best in \(node(best.node)), number \(best.rank), and worst in \(node(worst.node)), "
        + "number \(worst.rank)."
    ]
  }

  private var lens: [String] {
    let known = audit.lenses.filter { $0.name != table.lens.name }
      .compactMap { own in own.rank.map { (name: own.name, rank: $0, ranked: own.ranked) } }
    guard let best = known.min(by: { $0.rank < $1.rank }),
      let worst = known.max(by: { $0.rank < $1.rank }), best.name != worst.name
    else { return AuditSentences.leftOut(audit.leftOut) }
    return [
      "Of the other lenses, \(best.name) is kindest to it, number \(best.rank) of \(best.ranked), and "
        + "\(worst.name) hardest, number \(worst.rank) of \(worst.ranked)."
    ] + AuditSentences.leftOut(audit.leftOut)
  }
}
