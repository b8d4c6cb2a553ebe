import Audit
import IndexModel
import Scoring

extension CountryAuditSentences {
  /// The dimension, indicator and lens that its rank hangs on most.
  var judgements: [String] {
    if isAlone { return [] }
    let nodes = table.framework.nodes
    var out: [String] = []
    var named: [NodeIndex] = []
    for isIndicator in [false, true] {
      let own = audit.omissions.filter { (nodes[$0.node].indicator != nil) == isIndicator }
      let what = isIndicator ? "indicators" : "dimensions"
      func add(_ most: Omission, _ verb: String) {
        // A dimension and its only indicator are the same omission.
        if named.contains(where: { table.framework.leaves(below: $0) == [most.node] }) { return }
        named.append(most.node)
        out.append(
          "Of the \(what), \(node(most.node)) \(verb) it most: without it, it would be number "
            + "\(most.without) instead of \(most.with)\(among(most.ranked)).")
      }
      if let most = own.min(by: { $0.without - $0.with < $1.without - $1.with }), most.without < most.with {
        add(most, "costs")
      }
      if let most = own.max(by: { $0.without - $0.with < $1.without - $1.with }), most.without > most.with {
        add(most, "carries")
      }
    }
    if out.isEmpty, !audit.omissions.isEmpty {
      out.append("Leaving out any one dimension or indicator does not change its rank.")
    }
    return together + out + dimension + lens + columns
  }

  /// Where the middle nine tenths of its ranks are when all judgements vary.
  private var together: [String] {
    guard let found = audit.uncertainty, let place = found.countries.firstIndex(of: audit.country) else {
      return []
    }
    let (rankInterval, isSure) = SampledWords.rankInterval(found, place)
    return [
      "When \(AuditSentences.varied(table)) all vary together, nine combinations in ten leave it "
        + "\(rankInterval)."
        + (isSure
          ? "" : " In brackets stands what the sampling error of \(found.samples) combinations leaves open.")
    ]
  }

  typealias Omission = (node: NodeIndex, with: Int, without: Int, ranked: Int)

  /// Among whom a rank without a node counts.
  private func among(_ count: Int) -> String {
    count == ranked ? "" : ", among the \(count) countries that have a rank with and without it"
  }

  private var dimension: [String] {
    let known = audit.dimensions.compactMap { own in
      own.rank.map { (node: own.node, rank: $0, of: own.ranked) }
    }
    guard let best = known.min(by: { $0.rank < $1.rank }), let worst = known.max(by: { $0.rank < $1.rank }),
      best.rank != worst.rank
    else { return [] }
    return [
      "It stands best in \(node(best.node)), number \(best.rank) of \(best.of), and worst in "
        + "\(node(worst.node)), number \(worst.rank) of \(worst.of)."
    ]
  }

  private var lens: [String] {
    let known = audit.lenses.filter { $0.name != table.lens.name }.compactMap { own in
      own.rank.map { (name: own.name, rank: $0, ranked: own.ranked) }
    }
    guard let best = known.min(by: { $0.rank < $1.rank }), let worst = known.max(by: { $0.rank < $1.rank }),
      best.rank != worst.rank
    else { return AuditNotes.leftOut(audit.leftOut) }
    return [
      "Of the other lenses in \(table.year), \(best.name) is kindest to it, number \(best.rank) of \(best.ranked), and "
        + "\(worst.name) hardest, number \(worst.rank) of \(worst.ranked)."
    ] + AuditNotes.leftOut(audit.leftOut)
  }

  /// What the columns of the table mean.
  private var columns: [String] {
    let dimensions = audit.omissions.filter { table.framework.nodes[$0.node].indicator == nil }
    if dimensions.isEmpty { return [] }
    if dimensions.allSatisfy({ $0.ranked == ranked }) {
      return ["of: among how many countries the rank counts; instead of: its rank with that dimension."]
    }
    return [
      "of: among how many countries the rank counts. Without a dimension these are the countries that have a "
        + "rank with and without it; instead of: its rank with the dimension among the same countries."
    ]
  }
}
