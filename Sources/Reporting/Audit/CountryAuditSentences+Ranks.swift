import Audit
import IndexModel
import Scoring
import Tabular

extension CountryAuditSentences {
  /// Where it stands, and how far weights alone can push it.
  var bounds: [String] {
    let lacking = table.auditedNodes(level).filter { table.score($0, audit.country) == nil }
    let stands =
      "\(own) is number \(rank) of \(ranked), with \(NumberFormat.fixed(table.score(audit.country), 1)) "
      + "points of 100." + (peers.isEmpty ? "" : " It shares that rank with \(peers).")
    if isAlone { return [stands, "It alone is ranked: no weights change that."] }
    let gaps = lacking.isEmpty || !isOverWeights ? "" : " " + gap(lacking)
    guard let bounds = audit.bounds else {
      return [stands + gaps + (audit.scores == nil ? " " + unbounded : "")]
    }
    if let fixed = AuditNotes.oneWeight(table, level) { return [stands, fixed] }
    return [stands + gaps, reach(bounds)]
  }

  /// Whether anything is said over weights, for which something has to stand for what it lacks.
  private var isOverWeights: Bool { audit.bounds != nil || audit.acceptability != nil }

  /// Why there are no bounds, and under which lenses there are.
  private var unbounded: String {
    "Its bounds over weights of \(level.rawValue)s cannot be had: "
      + (table.nonLinearity(level) == .ownWeights
        ? "each country has weights of its own." : "this lens does not rank by a weighted sum of them.")
      + AuditSentences.thatAllowBounds(audit.linearLenses, level)
  }

  /// How far weights bring it.
  private func reach(_ bounds: RankBounds) -> String {
    let reach = AuditSentences.reach(bounds, "number ")
    if bounds.isExact {
      return bounds.best.attained == bounds.worst.attained
        ? "If \(setInWords), that is its rank whatever the weights; this is exact."
        : "If \(setInWords), weights alone can bring it \(reach)\(furtherNot(bounds)); this is exact "
          + "among the same countries, and the weights below prove it."
    }
    let known =
      reach.isEmpty ? "no weights are known that move it" : "weights are known that bring it \(reach)"
    let proven =
      AuditSentences.limits(bounds, of: ranked).map {
        "It is proven that none bring it \($0); what lies between"
      } ?? "Whether others bring it further"
    return "If \(setInWords), \(known). \(proven) \(unsettled)."
  }

  /// What exact bounds rule out, behind where they reach.
  private func furtherNot(_ bounds: RankBounds) -> String {
    if bounds.best.attained == rank, rank > 1 { return ", and never up" }
    if bounds.worst.attained == rank, rank + audit.peers.count < ranked { return ", and never down" }
    return ", and no further"
  }

  /// What stands for what it lacks.
  private func gap(_ lacking: [NodeIndex]) -> String {
    level == .dimension
      ? "It lacks \(CountWords.list(lacking.map(node))), for which that score of the whole index stands below."
      : "It lacks \(CountWords.of(lacking.count, level.rawValue)), for which the score of the node above "
        + "stands below."
  }

  /// Why bounds are not exact.
  private var unsettled: String {
    switch audit.unsettled {
    case .interruption: "was not settled before the interruption"
    case .time: "was not settled in the time of --budget"
    case .rounding: "hangs on rounding: countries are level there"
    case .limit(let limit): "was not settled with --programs \(limit)"
    case nil: "was not settled"
    }
  }

  /// Who has the same rank; the first five by name.
  private var peers: String { Prose.first(5, of: audit.peers.map(name)) }

  /// What happens under weights drawn at random. Where its rank is proven, draws have nothing to add.
  var likelihood: [String] {
    guard weightsCanVary, let found = audit.acceptability, let place = audit.place else { return [] }
    let bounds = audit.bounds
    if let bounds, bounds.best.proven == bounds.worst.proven { return [] }
    return [drawn(found, place)] + displaced + first(found, place)
  }

  /// Where the draws do not start from its score.
  private var displaced: [String] {
    audit.isDisplaced
      ? [
        "By the stated weights it comes to another score in these draws than in the table: the score that "
          + "stands for what it lacks would leave a mean as it is, not what this lens has instead."
      ] : []
  }

  private func drawn(_ found: Acceptability, _ place: Int) -> String {
    let keeps = SampledWords.times(found.share(place, rank: rank - 1), of: found.samples)
    let start = "If \(setInWords) and the weights are drawn at random, "
    if found.share(place, rank: rank - 1) == 1 { return start + "it is number \(rank) in \(keeps)." }
    let (rankInterval, isSure) = SampledWords.rankInterval(found, place)
    let mean = found.mean(place)
    // The next sentence says how often it is first.
    return start + "nine draws in ten leave it \(rankInterval); its mean rank is "
      + "\(NumberFormat.fixed(mean.value, 2)) (standard error \(SampledWords.error(mean.error)))"
      + (rank == 1 ? "." : ", and it is number \(rank) exactly in \(keeps).")
      + (isSure ? "" : " In brackets stands what the sampling error leaves open.")
  }

  /// How often it is first in draws; nothing where its bounds say already that it is always or never.
  private func first(_ found: Acceptability, _ place: Int) -> [String] {
    if let bounds = audit.bounds, bounds.best.proven > 1 || bounds.worst.proven == 1 { return [] }
    let share = found.share(place, rank: 0)
    let often = "It is first in " + SampledWords.times(share, of: found.samples)
    if share == 0 {
      return [often + (audit.bounds?.best.attained == 1 ? ", though the weights above make it so." : ".")]
    }
    guard let errors = found.centralWeightErrors(place) else {
      return [often + "; the table has the weights of that one draw."]
    }
    return [
      often + "; the table has the mean weights of these (standard errors at most "
        + "\(SampledWords.points(100 * (errors.max() ?? 0))))."
    ]
  }
}
