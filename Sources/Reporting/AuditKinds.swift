import Diagnostics

/// What an audit finds against its thresholds.
package struct AuditKinds: FindingKinds {
  package let failedCheck = FindingKind(
    "failed-check", .warning, "A check fails as --fail-on says; a note where none of its kind warns",
    remedy: "Do as the message says, or move the threshold in the lens's table [audit].")
}

extension FindingKind {
  /// What an audit finds against its thresholds.
  package static let audits = AuditKinds()
}
