import Audit
import IndexModel
import Scoring
import Tabular

/// What one could do about checks that did not pass, where that depends on what is there already.
struct AuditAdvice {
  let table: ScoreTable

  /// - Parameter usual: what one could do whatever is there.
  func remedy(_ kind: AuditCheck.Kind, _ failed: [AuditCheck], or usual: String) -> String {
    switch kind {
    case .redundantPair: redundant(failed.map(\.subject))
    case .skewedScores: skewed(failed)
    default: usual
    }
  }

  // MARK: - Pairs that go together

  private func redundant(_ pairs: [String]) -> String {
    let joined = pairs.filter(sharesWeight)
    let leave = "leave one of the two out, or give both less weight"
    if joined.count == pairs.count { return "they share a weight already: \(leave)" }
    let apart = pairs.filter { !sharesWeight($0) }
    if joined.isEmpty { return "put them into one component, so that they share a weight" }
    return "put \(Prose.first(3, of: apart)) into one component, so that they share a weight; "
      + "\(Prose.first(3, of: joined)) do already: \(leave)"
  }

  /// Whether the two of `a+b` are all of one dimension, or hang in one component of it, which gives them a
  /// weight that they share.
  func sharesWeight(_ pair: String) -> Bool {
    let parents = pair.split(separator: "+").map { name in
      node(String(name)).flatMap { table.framework.nodes[$0].parent }
    }
    guard parents.count == 2, let parent = parents[0], parent == parents[1] else { return false }
    return table.framework.nodes[parent].depth > 1
      || table.framework.nodes[parent].children.count { table.weights[$0] > 0 } == 2
  }

  private func node(_ name: String) -> NodeIndex? {
    table.framework.nodeIndices.first {
      table.framework.nodes[$0].indicator != nil && table.framework.nodes[$0].name == name
    }
  }

  // MARK: - Scores that are skewed

  private func skewed(_ failed: [AuditCheck]) -> String {
    let open = failed.filter(wouldGainByTransform).map(\.subject)
    if open.isEmpty { return "\(limit): a transform is there already, or would not help" }
    if open.count == failed.count { return "choose a transform, or \(limit)" }
    return
      "\(limit), or choose a transform for \(Prose.first(3, of: open)); the others have one, or it would "
      + "not help"
  }

  /// Whether a logarithm or root could draw in the extremes: the indicator has none yet, its values cannot
  /// be below 0, and the tail is that of high values.
  func wouldGainByTransform(_ check: AuditCheck) -> Bool {
    guard let column = node(check.subject).flatMap({ table.column(of: $0) }),
      table.framework.indicators[column.indicator].transform == .none
    else { return false }
    let definition = table.framework.indicators[column.indicator]
    let isPositive = definition.plausible.lowerBound >= 0 && definition.derivation.changeOver == nil
    let tail = column.goalposts.moreIsSafer ? check.figure : -check.figure
    return tail > 0 && isPositive
  }

  /// What holds extremes at bay without a transform.
  private var limit: String {
    if table.lens.normalisation == .goalposts { return "choose nearer goalposts" }
    return table.lens.outliers == .winsorise ? "choose a normalisation by ranks" : "winsorise outliers"
  }
}
