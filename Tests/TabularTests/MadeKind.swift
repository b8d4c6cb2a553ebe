import Diagnostics

extension FindingKind {
  /// A kind made for a test.
  static func made(_ identifier: String, _ severity: Diagnostic.Severity = .error) -> FindingKind {
    FindingKind(identifier, severity, "Something is made up", remedy: "Do nothing.")
  }
}
