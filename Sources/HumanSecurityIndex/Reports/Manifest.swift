import Reporting
import Tabular

/// What a report was made from and what it consists of, to the byte.
struct Manifest {
  let report: Report
  let vintage: Vintage
  let lensDigest: String
  /// Of the draws of the audit.
  let seed: UInt64
  let options: Options
  /// The figures and lenses that changes are told from; nil for none.
  let previous: String?
  let outputs: [(name: String, text: String)]

  /// What a report was asked for beside its year and scope.
  struct Options {
    let language: String
    let openOnly: Bool
    /// The name or file of the lens.
    let lens: String
  }

  static let fileName = "manifest.json"
  /// What the format of every version begins with.
  static let formats = "hsi report manifest "
  static let version = 2

  var text: String {
    JSONText.object([
      ("format", .string(Self.formats + String(Self.version))), ("tool", .string("hsi \(Release.version)")),
      ("lens", .string(report.lens.name)), ("lens_sha256", .string(lensDigest)),
      ("scope", .string(report.lens.scope.rawValue)),
      ("indicators", .strings(report.indicators.map(\.definition.id.rawValue))),
      ("language", .string(options.language)), ("open_only", .boolean(options.openOnly)),
      ("lens_choice", .string(options.lens)), ("year", .integer(report.year)),
      ("seed", .integer(Int(truncatingIfNeeded: seed))), ("vintage", .string(vintage.name)),
      ("previous", previous.map { .string($0) } ?? .null),
      ("inputs", .array(vintage.inputs.map { Self.entry($0.name, $0.digest) })),
      ("outputs", .array(outputs.map { Self.entry($0.name, Digest.text(of: Array($0.text.utf8))) })),
    ]).pretty
  }

  private static func entry(_ name: String, _ digest: String) -> JSONText {
    .object([("file", .string(name)), ("sha256", .string(digest))])
  }
}
