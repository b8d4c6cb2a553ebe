import Audit
import IndexModel
import Scoring
import Tabular

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
      for (sign, verb) in [(-1.0, "cost"), (1, "carry")] {
        let (most, others) = Self.most(own, sign)
        // A dimension and its only indicator are the same omission.
        guard let most, !named.contains(where: { table.framework.leaves(below: $0) == [most.node] }) else {
          continue
        }
        named.append(most.node)
        // What it lacks moves it too, by what others have of it.
        let names = ([most] + others).map { omission in
          node(omission.node) + (table.score(omission.node, audit.country) == nil ? " (which it lacks)" : "")
        }
        let who = names.count > 3 ? Prose.first(3, of: names) : CountWords.list(names)
        let does = names.count > 1 ? verb : verb == "cost" ? "costs" : "carries"
        out.append(
          "Of the \(what), \(who) \(does) it most: without \(node(most.node)) it would be number "
            + "\(most.without) instead of \(most.with)\(among(most)).")
      }
    }
    if out.isEmpty, !audit.omissions.isEmpty {
      out.append("No dimension or indicator without which it can be ranked changes its rank when left out.")
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

  /// The omission that moves it furthest up (sign −1) or down (1), by the share of the others that it passes or
  /// that pass it, and those that move it as far but for half a place; none where none moves it that way.
  static func most(_ omissions: [Omission], _ sign: Double) -> (most: Omission?, others: [Omission]) {
    func move(_ own: Omission) -> Double {
      own.ranked > 1 ? sign * Double(own.without - own.with) / Double(own.ranked - 1) : 0
    }
    guard let furthest = omissions.map(move).max(), furthest > 0 else { return (nil, []) }
    let place = 1 / Double(max(1, (omissions.map(\.ranked).max() ?? 2) - 1))
    let most = omissions.filter { move($0) > furthest - place / 2 }
    return (most.first, Array(most.dropFirst()))
  }

  /// Among whom a rank without a node counts, where not among all, and its rank among all.
  private func among(_ omission: Omission) -> String {
    omission.ranked == ranked
      ? ""
      : ", among the \(omission.ranked) countries that have a rank with and without it (of all \(ranked) it is "
        + "number \(rank))"
  }

  private var dimension: [String] {
    let known = audit.dimensions.compactMap { own in
      own.rank.map { RankPlace(name: node(own.node), rank: $0, ranked: own.ranked) }
    }
    guard let (best, worst) = RankPlace.extremes(known) else { return [] }
    return [
      "It stands best in \(RankPlace.list(best)), and worst in "
        + "\(RankPlace.list(worst))\(RankPlace.comparison(known))."
    ]
  }

  private var lens: [String] {
    let known = audit.lenses.filter { $0.name != table.lens.name }.compactMap { own in
      own.rank.map { RankPlace(name: own.name, rank: $0, ranked: own.ranked) }
    }
    guard let (best, worst) = RankPlace.extremes(known) else { return AuditNotes.leftOut(audit.leftOut) }
    return [
      "Of the other lenses in \(table.year), kindest to it: \(RankPlace.list(best)); hardest: "
        + "\(RankPlace.list(worst))\(RankPlace.comparison(known))."
    ] + AuditNotes.leftOut(audit.leftOut)
  }

  /// What the columns of the table mean.
  private var columns: [String] {
    let dimensions = audit.omissions.filter { table.framework.nodes[$0.node].indicator == nil }
    if dimensions.isEmpty { return [] }
    if dimensions.allSatisfy({ $0.ranked == ranked }) {
      return [
        "of: among how many countries the rank counts; instead of: its rank with that dimension. Each "
          + "rank rests on one judgement; together they are its range over judgements."
      ]
    }
    return [
      "of: among how many countries the rank counts. Without a dimension these are the countries that have a "
        + "rank with and without it; instead of: its rank with the dimension among the same countries. The range "
        + "that hsi explain gives keeps all \(ranked). Each rank here rests on one judgement; together "
        + "they are its range over judgements."
    ]
  }
}
