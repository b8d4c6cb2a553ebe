import Diagnostics
import Tabular

/// Findings as people and spreadsheets read them.
package enum FindingListing {
  /// Each with its excerpt and remedy, then how many there are, those past the limit included.
  package static func plain(_ findings: Findings) -> String {
    let counts = [
      "errors: \(findings.count(.error))", "warnings: \(findings.count(.warning))",
      "notes: \(findings.count(.note))",
    ]
    return findings.all.map { $0.text + "\n" }.joined() + counts.joined(separator: ", ") + "\n"
  }

  package static func markdown(_ findings: Findings) -> String {
    TextTable(
      [.text("severity"), .text("place"), .text("finding"), .text("remedy")],
      findings.all.map { finding in
        [
          finding.severity.rawValue, finding.place?.description ?? "",
          "\(finding.message) [\(finding.identifier)]", finding.remedy,
        ]
      }
    ).escaped.markdown
  }

  package static func csv(_ findings: Findings) -> String {
    CSVText.table(
      findings.all,
      [
        ("severity", { .string($0.severity.rawValue) }), ("identifier", { .string($0.identifier) }),
        ("file", { .optional($0.place?.file) }),
        ("line", { .optional($0.place.flatMap { $0.line > 0 ? $0.line : nil }) }),
        ("column", { .optional($0.place.flatMap { $0.column > 0 ? $0.column : nil }) }),
        ("message", { .string($0.message) }), ("remedy", { .string($0.remedy) }),
      ])
  }
}
