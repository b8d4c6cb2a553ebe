import Reporting
import Tabular

/// What a report was made from and what it consists of, to the byte.
struct Manifest {
  let report: Report
  let vintage: Vintage
  let lensDigest: String
  /// Of the draws of the audit.
  let seed: UInt64
  let outputs: [(name: String, text: String)]

  static let fileName = "manifest.json"
  private static let format = "hsi report manifest 1"

  var text: String {
    JSONText.object([
      ("format", .string(Self.format)), ("tool", .string("hsi \(Release.version)")),
      ("lens", .string(report.lens.name)), ("lens_sha256", .string(lensDigest)),
      ("scope", .string(report.lens.scope.rawValue)),
      ("indicators", .strings(report.indicators.map(\.definition.id.rawValue))),
      ("year", .integer(report.year)), ("seed", .integer(Int(truncatingIfNeeded: seed))),
      ("vintage", .string(vintage.name)),
      ("inputs", .array(vintage.inputs.map { Self.entry($0.name, $0.digest) })),
      ("outputs", .array(outputs.map { Self.entry($0.name, Digest.text(of: Array($0.text.utf8))) })),
    ]).pretty
  }

  private static func entry(_ name: String, _ digest: String) -> JSONText {
    .object([("file", .string(name)), ("sha256", .string(digest))])
  }

  /// The names of the outputs in the text of a manifest of ours; nil for any other text.
  ///
  /// Reads just the shape that `text` writes.
  static func outputs(in text: String) -> Set<String>? {
    guard text.contains("\"format\": \"\(format)\""), let start = text.firstRange(of: "\"outputs\": [") else {
      return nil
    }
    let lines = text[start.upperBound...].split(separator: "\n")
    let mark = "\"file\": \""
    return Set(
      lines.compactMap { line in
        guard let name = line.firstRange(of: mark) else { return nil }
        return line[name.upperBound...].prefix { $0 != "\"" }.description
      })
  }
}
