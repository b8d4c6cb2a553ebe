import Tabular

/// Findings as people and spreadsheets read them.
public enum FindingListing {
  /// Each with its excerpt and remedy, then how many there are, those past the limit included.
  public static func plain(_ findings: Findings) -> String {
    let counts = [
      "errors: \(findings.count(.error))", "warnings: \(findings.count(.warning))",
      "notes: \(findings.count(.note))",
    ]
    return findings.all.map { $0.text + "\n" }.joined() + counts.joined(separator: ", ") + "\n"
  }

  /// A table of Markdown.
  public static func markdown(_ findings: Findings) -> String {
    var table = TextTable([.text("severity"), .text("place"), .text("finding"), .text("remedy")])
    for finding in findings.all {
      table.append(
        [
          finding.severity.rawValue, finding.place?.description ?? "",
          "\(finding.message) [\(finding.identifier)]", finding.remedy,
        ].map(MarkdownText.escape))
    }
    return table.markdown
  }

  /// One row a finding.
  public static func csv(_ findings: Findings) -> String {
    var out = CSVText(header: [
      "severity", "identifier", "file", "line", "column", "message", "remedy",
    ])
    for finding in findings.all {
      out.field(finding.severity.rawValue)
      out.field(finding.identifier)
      out.field(finding.place?.file ?? "")
      out.field(finding.place.flatMap { $0.line > 0 ? $0.line : nil })
      out.field(finding.place.flatMap { $0.column > 0 ? $0.column : nil })
      out.field(finding.message)
      out.field(finding.remedy)
      out.endRow()
    }
    return out.text
  }
}
