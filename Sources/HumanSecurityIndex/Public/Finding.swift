import Diagnostics

/// One thing that is wrong, or doubtful, in a file, and what to do about it.
public struct Finding: Sendable, Hashable, CustomStringConvertible {
  /// How much a finding matters.
  public enum Severity: String, Sendable {
    /// Worth knowing; nothing has to be done.
    case note
    /// Doubtful; scores are computed all the same.
    case warning
    /// Wrong; nothing is computed from it.
    case error
  }

  /// How much it matters.
  public let severity: Severity
  /// The stable name of its kind, such as `unknown-country`; Documentation/diagnostics.md lists them.
  public let identifier: String
  /// What is wrong, in a sentence.
  public let message: String
  /// The file; nil where it is about none.
  public let file: String?
  /// The line in it, from 1; nil where the whole file is meant.
  public let line: Int?
  /// The column, in characters from 1; nil where the whole line is meant.
  public let column: Int?
  /// The line as it stands in the file; empty where there is none.
  public let excerpt: String
  /// What to do; empty where nothing is to be done.
  public let remedy: String
  /// As people read it: place, severity, message, identifier, excerpt, remedy; several lines.
  public let description: String

  init(_ finding: Diagnostic) {
    severity = Severity(rawValue: finding.severity.rawValue) ?? .error
    identifier = finding.identifier
    message = finding.message
    file = finding.place?.file
    line = finding.place.flatMap { $0.line > 0 ? $0.line : nil }
    column = finding.place.flatMap { $0.column > 0 ? $0.column : nil }
    excerpt = finding.shownExcerpt
    remedy = finding.remedy
    description = finding.text
  }
}

/// Why something asked of an index was not done.
public struct IndexError: Error, CustomStringConvertible {
  /// Everything that is wrong, not only the first.
  public let findings: [Finding]
  /// The findings as people read them.
  public var description: String { findings.map(\.description).joined(separator: "\n") }

  /// Gives what an action gives; what it throws becomes findings.
  static func wrapping<Result>(_ action: () throws -> Result) throws(IndexError) -> Result {
    do { return try action() } catch let failure as Failure {
      throw IndexError(findings: failure.findings.all.map(Finding.init))
    } catch {
      let message = (error as? WrongQuestion)?.message ?? "\(error)"
      throw IndexError(findings: [Finding(Diagnostic(.commands.wrongUsage, message))])
    }
  }
}
