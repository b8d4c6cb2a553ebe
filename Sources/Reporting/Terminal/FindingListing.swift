import Diagnostics
import Tabular

/// Findings as people and spreadsheets read them.
package struct FindingListing {
  /// A finding that people have looked at, and why it may stay.
  package typealias Accepted = (finding: Diagnostic, reason: String)

  private let open: Findings
  private let accepted: [Accepted]
  private let acceptedCount: Int
  private let showsAccepted: Bool

  /// - Parameters:
  ///   - accepted: those that are listed one by one.
  ///   - acceptedCount: how many there are, those past the limit of a kind included.
  ///   - showsAccepted: whether they are listed, or counted alone.
  package init(_ open: Findings, accepted: [Accepted], acceptedCount: Int, showsAccepted: Bool) {
    (self.open, self.accepted, self.acceptedCount) = (open, accepted, acceptedCount)
    self.showsAccepted = showsAccepted
  }

  /// Each finding with the reason for which it is accepted; nil for one that is not.
  private var rows: [(finding: Diagnostic, reason: String?)] {
    open.all.map { ($0, nil) } + (showsAccepted ? accepted.map { ($0.finding, $0.reason) } : [])
  }

  /// Each with its excerpt and remedy, then how many there are, those past the limit included.
  package var plain: String {
    var counts = [
      "errors: \(open.count(.error))", "warnings: \(open.count(.warning))", "notes: \(open.count(.note))",
    ]
    if acceptedCount > 0 {
      counts.append("accepted: \(acceptedCount)" + (showsAccepted ? "" : " (--with-accepted shows them)"))
    }
    let lines = rows.map { row in
      row.finding.text + (row.reason.map { "\n  = accepted: " + Diagnostic.printable($0) } ?? "") + "\n"
    }
    return lines.joined() + counts.joined(separator: ", ") + "\n"
  }

  package var markdown: String {
    TextTable(
      [.text("severity"), .text("place"), .text("finding"), .text("remedy"), .text("accepted")],
      rows.map { row in
        [
          row.finding.severity.rawValue, row.finding.place?.description ?? "",
          "\(row.finding.message) [\(row.finding.identifier)]", row.finding.remedy, row.reason ?? "",
        ]
      }
    ).escaped.markdown
  }

  package var csv: String {
    CSVText.table(
      rows,
      [
        ("severity", { .string($0.finding.severity.rawValue) }),
        ("identifier", { .string($0.finding.identifier) }), ("file", { .optional($0.finding.place?.file) }),
        ("line", { .optional($0.finding.place.flatMap { $0.line > 0 ? $0.line : nil }) }),
        ("column", { .optional($0.finding.place.flatMap { $0.column > 0 ? $0.column : nil }) }),
        ("message", { .string($0.finding.message) }), ("remedy", { .string($0.finding.remedy) }),
        ("accepted", { .optional($0.reason) }),
      ])
  }

  package var json: JSONText {
    .array(
      rows.map { row in
        guard case .object(let members) = row.finding.json, let reason = row.reason else {
          return row.finding.json
        }
        return .object(members + [("accepted", .string(reason))])
      })
  }
}
