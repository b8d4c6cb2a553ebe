import Audit
import Lens
import Scoring

extension AuditSentences {
  /// Who could be first at all, and how surely the first is.
  func first(_ findings: AuditFindings) -> [String] {
    guard let found = findings.acceptability, let leader = found.countries.first else { return [] }
    var out: [String] = []
    if table.dimensions.count > 1 { out.append(contenders(found, findings.bounds)) }
    if let confidence = findings.confidence {
      let share = confidence.atNominalWeights(0)
      out.append(
        "\(table.country(leader).name) stays first under the stated weights in "
          + SampledWords.times(
            share, of: confidence.samples, "readings of the figures", among: "them")
          + ", which have errors as large as their changes from year to year suggest.")
    }
    return out
  }

  /// Exact where bounds are, else those whom some draw put first.
  private func contenders(_ found: Acceptability, _ bounds: [RankBounds]?) -> String {
    let places = found.countries.indices
    let drawn = places.filter { found.share($0, rank: 0) > 0 }.map { found.countries[$0] }
    let able = bounds?.filter { $0.best.attained == 1 }.map(\.country) ?? drawn
    let open = bounds?.filter { $0.best.attained > 1 && $0.best.proven == 1 }.count ?? 0
    let named = able.prefix(Self.mostNamed).map { table.country($0).name }
    let more = able.count - named.count
    let names = named.joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
    let unsettled = open == 0 ? "" : "; of \(open) more it is not settled"
    if bounds == nil { return "If \(setInWords), draws put first: \(names)." }
    return able.count == 1
      ? "If \(setInWords), only \(names) can be first\(unsettled)."
      : "If \(setInWords), \(able.count) countries can be first: \(names)\(unsettled)."
  }

  /// So many countries are named in a sentence.
  private static let mostNamed = 8

  /// Who is behind somebody whatever is stressed.
  func ownBest(_ found: OwnBestWeights) -> [String] {
    guard let last = found.rows.min(by: { $0.score < $1.score }), found.rows.count > 1 else {
      return []
    }
    let behind = found.rows.count - found.unbeaten
    let start =
      "Each judged by the weights of dimensions that suit it best\(Self.within(found.bounds)), "
      + "\(found.unbeaten) of \(found.rows.count) countries "
      + "\(found.unbeaten == 1 ? "is" : "are") outdone by nobody\(unbeatenInPart(found))"
    if behind == 0 { return [start + "."] }
    let name = table.country(last.country).name
    let others =
      behind == 1
      ? "\(name) is behind somebody in every weighted arithmetic mean of the "
        + "dimensions"
      : "the other \(behind) are behind somebody in every weighted arithmetic mean of "
        + "the dimensions, \(name) furthest"
    return ["\(start); \(others), with \(NumberFormat.fixed(last.score, 1)) of 100."]
  }

  /// Within which bounds, to stand behind "suit it best"; empty where there are none.
  static func within(_ bounds: ShareBounds) -> String {
    if bounds == ShareBounds() { return "" }
    return
      " with \(NumberFormat.percent(bounds.least)) to \(NumberFormat.percent(bounds.greatest)) of its "
      + "score from each"
  }

  /// Who is outdone by nobody without having all that others are judged by.
  private func unbeatenInPart(_ found: OwnBestWeights) -> String {
    let lacking = found.unbeatenInPart
    if lacking.isEmpty { return "" }
    let names = lacking.prefix(Self.mostNamed).map(name)
    let more = lacking.count - names.count
    return
      ", though \(lacking.count) of them \(lacking.count == 1 ? "lacks" : "lack") a dimension, which so "
      + "cannot hold \(lacking.count == 1 ? "it" : "them") back ("
      + names.joined(separator: ", ") + (more > 0 ? " and \(more) more" : "") + ")"
  }

  /// Where figures are fewest.
  func regions(_ data: DataAudit) -> [String] {
    guard let all = data.rows.first else { return [] }
    let regions = data.rows(.region).filter { !$0.subject.isEmpty && $0.cells > 0 }
    guard regions.count > 1, let least = regions.min(by: { $0.coverage < $1.coverage }),
      least.coverage < all.coverage
    else { return [] }
    return [
      "Figures are fewest in \(least.subject): \(NumberFormat.percent(least.coverage)) of all countries and "
        + "indicators there have one, \(NumberFormat.percent(all.coverage)) everywhere."
    ]
  }
}
