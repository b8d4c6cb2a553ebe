import IndexModel
import Tabular

extension AuditAnalysis {
  /// Every country under the weights of dimensions that suit it best.
  package static let benefitOfTheDoubt = AuditAnalysis(
    "ownBest", name: "benefit-of-the-doubt",
    question: "Each country under the weights of dimensions that suit it best",
    mostRanked: BenefitOfDoubtResult.mostCountries,
    work: Work(
      name: "the weights that suit each best", progress: "best weights of each",
      run: { $0.findings.benefitOfDoubt = BenefitOfDoubtResult($0.table) })
  ) { $0.benefitOfTheDoubtTable }
}

extension AuditFindings {
  fileprivate var benefitOfTheDoubtTable: AuditTable {
    var out = AuditTable(
      benefitOfDoubt?.rows ?? [],
      [
        .text("iso3") { code($0.country) }, .integer("rank") { table.rank($0.country) },
        .number("score", decimals: 1) { table.score($0.country) },
        .number("bod_score", as: "best score", decimals: 1, \.score),
        .integer("bod_rank", as: "rank by it", \.rank), .integer("bod_rank_ties", as: "sharing it", \.ties),
        .integer("lacking", \.lacking),
      ],
      table.dimensions.map(node).enumerated().map { place, name in
        .number("share_\(name)", as: name, decimals: 2) { $0.shares[place] }
      })
    out.title = AuditAnalysis.benefitOfTheDoubt.question + AuditNotes.within(table.lens.shareBounds)
    guard let found = benefitOfDoubt else { return out }
    out.notes = [
      "best score: 100 times the greatest weighted sum of the dimensions' scores where nobody's, by the same "
        + "weights, is above 1. Who reaches 100 is efficient: under the weights that suit it best nobody is ahead; "
        + "ahead of each of the others somebody is, whichever dimensions are stressed.",
      "rank: under the lens; the table rank-bounds has its bounds. rank by it: the place among all when each is judged by its own best score – not the best rank that "
        + "weights could give it, which is in the table rank-bounds. sharing it: how many countries have "
        + "that place, itself among them; \(found.efficient) of \(found.rows.count) reach 100. Then the share "
        + "of the best score that comes from each dimension: one choice, where several are as good.",
      whose(found),
    ]
    if let lacking = lacking(found) { out.notes.append(lacking) }
    if let caveat = AuditNotes.unlikeBounds(table) { out.notes.append(caveat) }
    if settings.level == .indicator {
      out.notes.append("These weights are of dimensions; --level indicator changes nothing in this table.")
    }
    return out
  }

  /// Whether these are the ranks of the lens, and within which bounds.
  private func whose(_ found: BenefitOfDoubtResult) -> String {
    let bounds =
      found.bounds == ShareBounds()
      ? "lens \(table.lens.name) bounds no share (share_min, share_max)"
      : "lens \(table.lens.name) keeps each share from \(NumberFormat.percent(found.bounds.least)) to "
        + "\(NumberFormat.percent(found.bounds.greatest)), and weights beyond that are not looked at"
    return found.isOfLens
      ? "These are the scores and ranks of the lens itself: the \(bounds). Under lenses of other bounds, or of "
        + "none, this table has other ranks."
      : "The \(bounds): a lens that weighs by benefit of the doubt within other bounds gives other ranks."
  }

  /// Who is outdone by nobody without having every dimension; nil for nobody.
  private func lacking(_ found: BenefitOfDoubtResult) -> String? {
    let all = found.rows.count { $0.lacking > 0 }
    if all == 0 { return nil }
    let efficient = found.efficientInPart
    return
      "lacking: the dimensions that the country has no score of, marked –. They cannot hold it back: what "
      + "is missing takes no part in its choice. "
      + (efficient.isEmpty
        ? "None of the \(all) that lack one reaches 100."
        : "Of the \(found.efficient) that reach 100, \(efficient.count) "
          + "\(efficient.count == 1 ? "lacks" : "lack") one: " + efficient.map(code).joined(separator: ", ")
          + ".")
  }
}
