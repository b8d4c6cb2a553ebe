import Audit
import Diagnostics
import IndexModel
import Scoring
import Tabular

/// What stands on standard error where `--fail-on` ends an audit: which checks failed, and what to do.
package enum FailedChecks {
  /// So many subjects of a kind are named; the table of checks has all.
  private static let mostNamed = 8

  /// The checks that came out so or worse.
  package static func checks(_ found: AuditFindings, from least: AuditCheck.Verdict) -> [AuditCheck] {
    AuditVerdicts(found).rows.flatMap(\.failed).filter { $0.verdict >= least }
  }

  /// One finding a kind of check of which some came out so or worse.
  /// - Parameter isAccepted: which of them do not count.
  package static func findings(
    _ found: AuditFindings, from least: AuditCheck.Verdict, except isAccepted: (AuditCheck) -> Bool
  ) -> Findings {
    var findings = Findings()
    for row in AuditVerdicts(found).rows {
      let failed = row.failed.filter { $0.verdict >= least && !isAccepted($0) }
      if failed.isEmpty { continue }
      let words = AuditWords(row.kind, found.settings.level, found.unsettled)
      let set = row.kind.isOverWeights ? ", \(found.settings.weightsInWords)" : ""
      let text =
        "\(row.kind.rawValue): \(failed.count) \(words.side) "
        + "\(NumberFormat.value(row.threshold))\(set): "
        + Prose.first(mostNamed, of: failed.map(\.words), more: " (hsi audit --table checks)")
      let advice = AuditAdvice(table: found.table).remedy(row.kind, failed, or: words.remedy)
      let remedy = advice + (key(row.kind).map { "; or move the line, \($0) of the lens" } ?? "")
      let kind: FindingKind =
        failed.contains { $0.verdict == .warn } ? .audits.failedCheck : .audits.failedCheck.as(.note)
      findings.append(Diagnostic(kind, text, remedy: remedy))
    }
    return findings
  }

  /// Where a lens moves the line of a check; nil where it is fixed.
  private static func key(_ kind: AuditCheck.Kind) -> String? {
    switch kind {
    case .indicatorCoverage, .countryCoverage: "coverage under [audit]"
    case .skewedScores: "skewness or kurtosis under [audit]"
    case .randomPair: "correlation_low under [audit]"
    case .redundantPair: "correlation_high under [audit]"
    case .internalConsistency: "alpha under [audit]"
    case .importance, .targetImportance: "importance under [audit]"
    case .rankWidth: "rank_width under [audit]"
    case .omission: "omission under [audit]"
    case .opposedPair: "correlation_low, below 0, under [audit]"
    case .imputedShare, .exactBounds: nil
    }
  }
}

/// What an audit finds against its thresholds.
package struct AuditKinds: FindingKinds {
  package let failedCheck = FindingKind(
    "failed-check", .warning, "A check fails as --fail-on says; a note where none of its kind warns",
    remedy: "Do as the message says, or move the threshold in the lens's table [audit].")
}

extension FindingKind { package static let audits = AuditKinds() }
