/// One thing that is wrong, or doubtful, at one place in a file, and how to mend it.
public struct Diagnostic: Sendable, Hashable {
  /// How much it matters.
  public enum Severity: String, Sendable, Comparable, CaseIterable {
    /// Worth knowing; nothing has to be done.
    case note
    /// Doubtful; results are computed all the same.
    case warning
    /// Wrong; nothing is computed from it.
    case error

    /// By weight: note, warning, error.
    public static func < (one: Severity, other: Severity) -> Bool {
      one.weight < other.weight
    }

    private var weight: Int {
      switch self {
      case .note: 0
      case .warning: 1
      case .error: 2
      }
    }
  }

  /// How much it matters.
  public let severity: Severity
  /// A stable kebab-case name of the kind of finding, such as `unknown-country`.
  public let identifier: String
  /// What is wrong, in one sentence without a full stop.
  public let message: String
  /// Where; nil when the finding has no place in a file.
  public let place: Place?
  /// The line that is meant, as it stands in the file.
  public let excerpt: String
  /// What to do about it, in one sentence; empty when there is nothing to do.
  public let remedy: String

  /// A place in a file. Lines and columns count from 1; 0 means the whole file or line.
  public struct Place: Sendable, Hashable {
    /// The path as it is shown to people.
    public let file: String
    /// The line, from 1.
    public let line: Int
    /// The column, in characters, from 1.
    public let column: Int

    /// A place; `line` and `column` are 0 where they are not known.
    public init(file: String, line: Int = 0, column: Int = 0) {
      self.file = file
      self.line = line
      self.column = column
    }
  }

  /// A finding.
  public init(
    _ severity: Severity, _ identifier: String, _ message: String, at place: Place? = nil,
    excerpt: String = "", remedy: String = ""
  ) {
    self.severity = severity
    self.identifier = identifier
    self.message = message
    self.place = place
    self.excerpt = excerpt
    self.remedy = remedy
  }

  /// A finding at a place in a text, with that line as its excerpt.
  public init(
    _ severity: Severity, _ identifier: String, _ message: String, in text: SourceText,
    line: Int, column: Int = 0, remedy: String = ""
  ) {
    self.init(
      severity, identifier, message,
      at: Place(file: text.name, line: line, column: column),
      excerpt: line > 0 ? text.line(line) : "", remedy: remedy)
  }
}

extension Diagnostic.Place: CustomStringConvertible {
  /// `file`, `file:line` or `file:line:column`.
  public var description: String {
    if line == 0 { return file }
    return column == 0 ? "\(file):\(line)" : "\(file):\(line):\(column)"
  }
}
