import Audit
import Scoring

extension AuditSentences {
  /// How far ranks can be pushed: what weights attain, and what is proven of all others.
  func bounds(_ bounds: [RankBounds]) -> [String] {
    if bounds.count < 2 {
      return bounds.map { "\(name($0.country)) alone is ranked: no weights change that." }
    }
    if table.auditedNodes(level).count < 2 {
      if level == .indicator { return ["This index has one indicator, whose weight cannot vary."] }
      return [
        "This index has one dimension, whose weight cannot vary: what is said over weights below says "
          + "nothing of the weights of its indicators."
      ]
    }
    return [typical(bounds)] + furthest(bounds)
  }

  /// How far known weights move a country.
  private func attained(_ own: RankBounds) -> Int {
    max(own.rank - own.best.attained, own.worst.attained - own.rank)
  }

  private func typical(_ bounds: [RankBounds]) -> String {
    let known = bounds.map(attained).sorted()
    let limits = bounds.map { max($0.rank - $0.best.proven, $0.worst.proven - $0.rank) }.sorted()
    let exact = bounds.count { $0.isExact }
    let middle = bounds.count / 2
    guard exact == bounds.count else {
      return
        "If \(setInWords), weights are known that move half of the countries from their rank by "
        + "\(known[middle]) places or more, and half are proven not to move by more than "
        + "\(limits[middle]); \(exact) of \(bounds.count) of these bounds are exact, the others an "
        + "inner and an outer limit\(gaps)."
    }
    if known.last == 0 {
      return "If \(setInWords), no country can be moved from its rank; that is exact\(gaps)."
    }
    let still = known.count { $0 == 0 }
    return "If \(setInWords), half of the countries can be moved from their rank by at most "
      + "\(known[middle]) places\(still == 0 ? "" : ", and \(still) not at all"); these bounds are "
      + "exact, and each comes with the weights that attain it\(gaps)."
  }

  private func furthest(_ bounds: [RankBounds]) -> [String] {
    let most = bounds.map(attained).max() ?? 0
    guard most > 0, let own = bounds.first(where: { attained($0) == most }) else { return [] }
    let isSure = bounds.allSatisfy { $0.isExact }
    let limits =
      own.isExact
      ? ""
      : "; it is proven not to come above \(own.best.proven) or below \(own.worst.proven)"
    let how = isSure ? "can be moved furthest" : "is moved furthest by known weights"
    return [
      "\(name(own.country)) \(how): from rank \(own.rank) up to \(own.best.attained) and down to "
        + "\(own.worst.attained)\(limits)."
    ]
  }

  /// What stands in for a dimension, or an indicator, that a ranked country lacks.
  private var gaps: String {
    let nodes = table.auditedNodes(level)
    let lacking = table.countries.indices.count { country in
      table.rank(country) != nil && nodes.contains { table.score($0, country) == nil }
    }
    if lacking == 0 { return "" }
    let who = lacking == 1 ? "country that lacks" : "\(lacking) countries that lack"
    return level == .indicator
      ? "; in the \(who) an indicator, the stated score of the node above it stands for it"
      : "; in the \(who) a dimension, the stated index score stands for it"
  }
}
