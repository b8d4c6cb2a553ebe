import Analysis
import Audit
import IndexModel
import Scoring
import Tabular

extension AuditSentences {
  /// Who could be first at all, and how surely the first is.
  func first(_ findings: AuditFindings) -> [String] {
    guard let found = findings.acceptability, let leader = found.countries.first, found.countries.count > 1
    else { return [] }
    var out: [String] = []
    if findings.weightsCanVary { out += contenders(found, findings.bounds) + leading(found, findings.bounds) }
    if let confidence = findings.confidence {
      let share = confidence.atNominalWeights(0)
      out.append(
        "\(table.country(leader).name) stays first under the stated weights in "
          + SampledWords.times(share, of: confidence.samples, "readings of the figures", among: "them")
          + ", which have errors as large as their changes from year to year suggest.")
    }
    return out
  }

  /// Exact where bounds are, else those whom some draw put first; who is surely first the next sentence says.
  private func contenders(_ found: Acceptability, _ bounds: [RankBounds]?) -> [String] {
    guard let bounds else { return ["If \(setInWords), draws put first: \(drawnFirst(found))."] }
    let able = bounds.filter { $0.best.attained == 1 }
    let open = bounds.count { $0.best.attained > 1 && $0.best.proven == 1 }
    if open == 0, able.count == 1, able[0].worst.proven == 1 { return [] }
    let names = Prose.first(Self.mostNamed, of: able.map { table.country($0.country).name })
    let unsettled = open == 0 ? "" : "; of \(open) more it is not settled"
    let only = open == 0 ? "only \(names) can be first" : "\(names) can be first"
    return [
      able.count == 1
        ? "If \(setInWords), \(only)\(unsettled)."
        : "If \(setInWords), \(able.count) countries can be first: \(names)\(unsettled)."
    ]
  }

  /// How often the first by the stated weights is first; without bounds the sentence on contenders says it.
  private func leading(_ found: Acceptability, _ bounds: [RankBounds]?) -> [String] {
    guard let bounds, let first = found.countries.first else { return [] }
    let leaders = found.countries.count { table.rank($0) == 1 }
    let stated =
      leaders > 1
      ? "one of \(leaders) that share the first place by the stated weights" : "first by the stated weights"
    let often =
      bounds.contains { $0.country == first && $0.worst.proven == 1 }
      ? "proven to be first whatever these weights"
      : "first in \(SampledWords.times(found.share(0, rank: 0), of: found.samples))"
    return ["\(name(first)), \(stated), is \(often)."]
  }

  /// Those whom some draw put first, and how often; the most often first.
  private func drawnFirst(_ found: Acceptability) -> String {
    let first = found.countries.indices.map { (place: $0, share: found.share($0, rank: 0)) }
    return Prose.first(
      Self.mostNamed,
      of: first.filter { $0.share > 0 }.sorted { ($1.share, $0.place) < ($0.share, $1.place) }.map { own in
        name(found.countries[own.place]) + " in " + SampledWords.times(own.share, of: found.samples)
      })
  }

  /// So many countries are named in a sentence.
  private static let mostNamed = 8

  /// Who is behind somebody whatever is stressed.
  func benefitOfDoubt(_ found: BenefitOfDoubtResult) -> [String] {
    guard let last = found.rows.min(by: { $0.score < $1.score }), found.rows.count > 1 else { return [] }
    let behind = found.rows.count - found.efficient
    let start =
      "A country is efficient if no other is ahead of it by the weights of dimensions that suit it best"
      + "\(AuditNotes.within(found.bounds)): \(found.efficient) of \(found.rows.count) countries "
      + "\(found.efficient == 1 ? "is" : "are") efficient\(efficientInPart(found))"
    let caveat = AuditNotes.unlikeBounds(table).map { " " + $0 } ?? ""
    if behind == 0 { return [start + "." + caveat] }
    let name = table.country(last.country).name
    let others =
      behind == 1
      ? "\(name) is behind somebody in every weighted arithmetic mean of the " + "dimensions"
      : "the other \(behind) are behind somebody in every weighted arithmetic mean of "
        + "the dimensions, \(name) furthest"
    return ["\(start); \(others), with \(NumberFormat.fixed(last.score, 1)) of 100.\(caveat)"]
  }

  /// Who is outdone by nobody without having all that others are judged by.
  private func efficientInPart(_ found: BenefitOfDoubtResult) -> String {
    let lacking = found.efficientInPart
    if lacking.isEmpty { return "" }
    let (verb, object) = lacking.count == 1 ? ("lacks", "it") : ("lack", "them")
    return ", though \(lacking.count) of them \(verb) a dimension, which so cannot hold \(object) back ("
      + Prose.first(Self.mostNamed, of: lacking.map(name)) + ")"
  }

  /// Where figures are fewest.
  func regions(_ data: DataAudit) -> [String] {
    guard let all = data.rows.first else { return [] }
    let regions = data.rows(.region).filter { !$0.subject.isEmpty && $0.cells > 0 }
    guard regions.count > 1, let least = regions.min(by: { $0.filled < $1.filled }), least.filled < all.filled
    else { return [] }
    return [
      "Figures are fewest in \(least.subject): on average a country there has figures of "
        + "\(percent(least.filled)) of the indicators, over all countries it is \(percent(all.filled))."
    ]
  }
}
