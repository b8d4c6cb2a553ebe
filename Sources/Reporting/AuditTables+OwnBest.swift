import Audit
import Lens
import Scoring
import Tabular

extension AuditTables {
  var ownBestWeights: AuditTable {
    let within = AuditSentences.within(table.lens.shareBounds)
    var out = AuditTable(
      "benefit-of-the-doubt",
      title(
        "Each country under the weights of dimensions that suit it best\(within)",
        overWeights: false),
      [
        .text("iso3"), .number("rank"), .number("score", "score", 1),
        .number("bod_score", "best score", 1), .number("bod_rank", "rank by it"),
        .number("bod_rank_ties", "sharing it"), .number("lacking"),
      ] + table.dimensions.map { .number("share_\(node($0))", node($0), 2) })
    guard let found = findings.ownBest else { return out }
    out.rows = found.rows.map { own in
      [
        .text(code(own.country)), .integer(table.rank(own.country)),
        .number(table.score(own.country)), .number(own.score), .integer(own.rank),
        .integer(own.ties), .integer(own.lacking),
      ] + own.shares.map { .number($0) }
    }
    out.notes = [
      "best score: 100 times the greatest weighted sum of the dimensions' scores where nobody's, by the same "
        + "weights, is above 1. Who reaches 100 is outdone by nobody under the weights that suit it best; "
        + "ahead of each of the others somebody is, whichever dimensions are stressed.",
      "rank by it: the place among all when each is judged by its own best score – not the best rank that "
        + "weights could give it, which is in the table rank-bounds. sharing it: how many countries have "
        + "that place, itself among them; \(found.unbeaten) of \(found.rows.count) reach 100. Then the share "
        + "of the best score that comes from each dimension: one choice, where several are as good.",
      whose(found),
    ]
    if let lacking = lacking(found) { out.notes.append(lacking) }
    if let caveat = AuditSentences.unlikeBounds(table) { out.notes.append(caveat) }
    if findings.settings.level == .indicator {
      out.notes.append(
        "These weights are of dimensions; --level indicator changes nothing in this table.")
    }
    return out
  }

  /// Whether these are the ranks of the lens, and within which bounds.
  private func whose(_ found: OwnBestWeights) -> String {
    let bounds =
      found.bounds == ShareBounds()
      ? "the lens \(table.lens.name) bounds no share (share_min, share_max)"
      : "the lens \(table.lens.name) keeps each share from \(NumberFormat.percent(found.bounds.least)) to "
        + "\(NumberFormat.percent(found.bounds.greatest)), and weights beyond that are not looked at"
    let ranks =
      found.isOfLens
      ? "These are the scores and ranks of the lens itself: \(bounds). Under lenses of other bounds, or of "
        + "none, this table has other ranks."
      : "\(bounds): a lens that weighs by benefit of the doubt within other bounds gives other ranks."
    return Heading.capitalised(ranks)
  }

  /// Who is outdone by nobody without having every dimension; nil for nobody.
  private func lacking(_ found: OwnBestWeights) -> String? {
    let all = found.rows.count { $0.lacking > 0 }
    if all == 0 { return nil }
    let unbeaten = found.unbeatenInPart
    return
      "lacking: the dimensions that the country has no score of, marked –. They cannot hold it back: what "
      + "is missing takes no part in its choice. "
      + (unbeaten.isEmpty
        ? "None of the \(all) that lack one reaches 100."
        : "Of the \(found.unbeaten) that reach 100, \(unbeaten.count) "
          + "\(unbeaten.count == 1 ? "lacks" : "lack") one: "
          + unbeaten.map(code).joined(separator: ", ") + ".")
  }
}
