import Diagnostics
import Tabular

/// Findings as a log in SARIF 2.1.0 (OASIS, Static Analysis Results Interchange Format), which editors
/// and code hosts show beside the lines that are meant.
package struct SARIF {
  private let findings: [Diagnostic]
  private let catalogue: FindingCatalogue
  private let version: String
  private let digest: (String) -> String

  /// - Parameters:
  ///   - findings: in the order in which they are to stand.
  ///   - catalogue: the kinds that the program can report.
  ///   - version: that of the program.
  ///   - digest: makes a short text out of one of any length, always the same one.
  package init(
    _ findings: [Diagnostic], of catalogue: FindingCatalogue, version: String,
    digest: @escaping (String) -> String
  ) { (self.findings, self.catalogue, self.version, self.digest) = (findings, catalogue, version, digest) }

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
    return findings.map { finding in
      let key = Self.identity(finding)
      seen[key, default: 0] += 1
      return result(finding, fingerprint: "\(digest(key)):\(seen[key, default: 0])")
    }
  }

  /// What stays when lines are put in above: kind, file and line's text. Equal ones differ by number.
  private static func identity(_ finding: Diagnostic) -> String {
    let words = finding.shownExcerpt.isEmpty ? finding.message : finding.shownExcerpt
    return [finding.identifier, finding.place?.file ?? "", words].joined(separator: "\n")
  }

  private func result(_ finding: Diagnostic, fingerprint: String) -> JSONText {
    var members: [(String, JSONText)] = [("ruleId", .string(finding.identifier))]
    if let index = catalogue.index(of: finding.identifier) { members.append(("ruleIndex", .integer(index))) }
    let remedy = finding.remedy.isEmpty ? "" : "\n\(finding.remedy)"
    members += [("level", .string(finding.severity.rawValue)), ("message", text(finding.message + remedy))]
    if let place = finding.place {
      members.append(("locations", .array([location(place, finding.columnInCodePoints)])))
    }
    members.append(("partialFingerprints", .object([("hsi/v1", .string(fingerprint))])))
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
