import Analysis
import Audit
import Scoring

extension AuditSentences {
  /// What was found, a line for each of ten questions: how far weights push ranks, which orders do not rest on
  /// them, how likely ranks are, who can be first, what weights matter, what each node does, what other
  /// lenses say, who is outdone by nobody, what the data carry, and what all judgements do together.
  func lines(_ findings: AuditFindings) -> [[String]] {
    // Of a single weight there is nothing to say that holds for some weights and not for others.
    let varied = findings.weightsCanVary ? findings : nil
    let hasDimensions = table.dimensions.count > 1
    return [
      (findings.scores == nil ? [notLinear(findings)] : []) + (findings.bounds.map(bounds) ?? []),
      varied?.fixedPairs.map(pairs) ?? [],
      varied?.acceptability.map { acceptability($0, findings.bounds ?? []) } ?? [], first(findings),
      findings.importance.flatMap { own in findings.scores.map { importance(own, $0) } } ?? [],
      findings.omissions.map(omissions) ?? [],
      (findings.lenses.map(lenses) ?? []) + AuditNotes.leftOut(findings.leftOut),
      (hasDimensions ? findings.benefitOfDoubt.map(benefitOfDoubt) : nil) ?? [],
      data(findings.checks) + regions(DataAudit(table)),
      uncertainty(findings.uncertainty, findings.sensitivity),
    ]
  }
}
