import Diagnostics
import IndexModel

extension DataChecks {
  /// The name that a finding says nobody knows: a wrong code in countries.csv, or a row that indicators.csv lacks,
  /// is one cause, however many files use the name.
  package static func subject(of finding: Diagnostic) -> String? {
    let kinds: [FindingKind] = [
      .countries.unknownCountry, .units.unknownUnit, .framework.unknownIndicator, .lenses.unknownDimension,
    ]
    guard kinds.contains(where: { $0.identifier == finding.identifier }) else { return nil }
    let parts = finding.message.split(separator: "\"", omittingEmptySubsequences: false)
    return parts.count > 2 ? String(parts[1]) : nil
  }
}
