import Diagnostics
import Tabular

/// Findings as a log in SARIF 2.1.0 (OASIS, Static Analysis Results Interchange Format), which editors
/// and code hosts show beside the lines that are meant.
package struct SARIF {
  private let findings: [Diagnostic]
  private let accepted: [FindingListing.Accepted]
  private let catalogue: FindingCatalogue
  private let version: String
  private let digest: (String) -> String

  /// - Parameters:
  ///   - findings: in the order in which they are to stand.
  ///   - accepted: those that people accept; they stand last, as suppressed.
  ///   - catalogue: the kinds that the program can report.
  ///   - version: that of the program.
  ///   - digest: makes a short text out of one of any length, always the same one.
  package init(
    _ findings: [Diagnostic], accepted: [FindingListing.Accepted] = [], of catalogue: FindingCatalogue,
    version: String, digest: @escaping (String) -> String
  ) {
    (self.findings, self.accepted, self.catalogue) = (findings, accepted, catalogue)
    (self.version, self.digest) = (version, digest)
  }

  package var json: JSONText {
    .object([
      ("$schema", .string("https://json.schemastore.org/sarif-2.1.0.json")), ("version", .string("2.1.0")),
      (
        "runs",
        .array([
          .object([
            ("tool", .object([("driver", driver)])), ("columnKind", .string("unicodeCodePoints")),
            ("results", .array(results)),
          ])
        ])
      ),
    ])
  }

  private var driver: JSONText {
    .object([
      ("name", .string("hsi")), ("version", .string(version)), ("rules", .array(catalogue.all.map(rule))),
    ])
  }

  private func rule(_ kind: FindingKind) -> JSONText {
    .object([
      ("id", .string(kind.identifier)), ("shortDescription", text(kind.meaning + ".")),
      ("help", text(kind.remedy)),
      ("defaultConfiguration", .object([("level", .string(kind.severity.rawValue))])),
    ])
  }

  private func text(_ text: String) -> JSONText { .object([("text", .string(Self.literal(text)))]) }

  /// Text as it is: braces would be placeholders (SARIF 3.11.5), `](` a link (3.11.6).
  private static func literal(_ text: String) -> String {
    let isLinkLike = text.utf8.contains("](".utf8)
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "{", "}": out += "\(scalar)\(scalar)"
      case "[" where isLinkLike, "]" where isLinkLike: out += "\\\(scalar)"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  private var results: [JSONText] {
    var seen: [String: Int] = [:]
    return (findings.map { ($0, nil) } + accepted.map { ($0.finding, $0.reason) }).map { finding, reason in
      let key = Self.identity(finding)
      seen[key, default: 0] += 1
      return result(finding, reason, fingerprint: "\(digest(key)):\(seen[key, default: 0])")
    }
  }

  /// Either all results of a run say whether they are suppressed or none does (SARIF 3.27.23).
  private func suppressions(_ reason: String?) -> JSONText {
    .array(
      reason.map {
        [
          .object([
            ("kind", .string("external")), ("status", .string("accepted")), ("justification", .string($0)),
          ])
        ]
      } ?? [])
  }

  /// What stays when lines are put in above: kind, file and line's text. Equal ones differ by number.
  private static func identity(_ finding: Diagnostic) -> String {
    let words = finding.shownExcerpt.isEmpty ? finding.message : finding.shownExcerpt
    return [finding.identifier, finding.place?.file ?? "", words].joined(separator: "\n")
  }

  private func result(_ finding: Diagnostic, _ reason: String?, fingerprint: String) -> JSONText {
    var members: [(String, JSONText)] = [("ruleId", .string(finding.identifier))]
    if let index = catalogue.index(of: finding.identifier) { members.append(("ruleIndex", .integer(index))) }
    let remedy = finding.remedy.isEmpty ? "" : "\n\(finding.remedy)"
    members += [("level", .string(finding.severity.rawValue)), ("message", text(finding.message + remedy))]
    if let place = finding.place {
      members.append(("locations", .array([location(place, finding.columnInCodePoints)])))
    }
    members.append(("partialFingerprints", .object([("hsi/v1", .string(fingerprint))])))
    if !accepted.isEmpty { members.append(("suppressions", suppressions(reason))) }
    return .object(members)
  }

  private func location(_ place: Diagnostic.Place, _ column: Int?) -> JSONText {
    var members: [(String, JSONText)] = [
      ("artifactLocation", .object([("uri", .string(Self.uri(place.file)))]))
    ]
    if place.line > 0 {
      var region: [(String, JSONText)] = [("startLine", .integer(place.line))]
      if let column { region.append(("startColumn", .integer(column))) }
      members.append(("region", .object(region)))
    }
    return .object([("physicalLocation", .object(members))])
  }

  /// A path as a reference that is relative like it, or as a file URI where it is absolute.
  private static func uri(_ path: String) -> String {
    var out = HTMLWriter()
    out.path(path)
    return (path.hasPrefix("/") ? "file://" : "") + out.string
  }
}
