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
  /// What is wrong, in one sentence without a full stop; at most a thousand code points.
  public let message: String
  /// Where; nil when the finding has no place in a file.
  public let place: Place?
  /// What to do about it, in one sentence of at most a thousand code points; empty when there is
  /// nothing to do.
  public let remedy: String
  private let source: SourceText?

  /// The line that is meant, as it stands in the file; empty when there is none. Looked up when it
  /// is asked for, since most findings of a bad file are only counted.
  public var excerpt: String {
    guard let source, let place, place.line > 0 else { return "" }
    return source.line(place.line)
  }

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
    remedy: String = ""
  ) {
    self.init(severity, identifier, message, place, remedy, nil)
  }

  private init(
    _ severity: Severity, _ identifier: String, _ message: String, _ place: Place?,
    _ remedy: String, _ source: SourceText?
  ) {
    self.severity = severity
    self.identifier = identifier
    self.message = Self.cut(message)
    self.place = place
    self.remedy = Self.cut(remedy)
    self.source = source
  }

  /// The finding so many lines further down, if it has a line.
  public func moved(down lines: Int) -> Diagnostic {
    guard let place, place.line > 0 else { return self }
    return Diagnostic(
      severity, identifier, message,
      Place(file: place.file, line: place.line + lines, column: place.column), remedy, source)
  }

  /// The finding in other words.
  func saying(_ message: String) -> Diagnostic {
    Diagnostic(severity, identifier, message, place, remedy, source)
  }

  /// A finding at a place in a text, with that line as its excerpt.
  public init(
    _ severity: Severity, _ identifier: String, _ message: String, in text: SourceText,
    line: Int, column: Int = 0, remedy: String = ""
  ) {
    self.init(
      severity, identifier, message, Place(file: text.name, line: line, column: column), remedy,
      text)
  }
}

extension Diagnostic {
  /// Whether two findings say the same of the same place.
  public static func == (one: Diagnostic, other: Diagnostic) -> Bool {
    one.severity == other.severity && one.identifier == other.identifier
      && one.message == other.message && one.place == other.place && one.remedy == other.remedy
  }

  /// By what a finding says and where.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(identifier)
    hasher.combine(message)
    hasher.combine(place)
  }
}

extension Diagnostic.Place: CustomStringConvertible {
  /// `file`, `file:line` or `file:line:column`.
  public var description: String {
    if line == 0 { return file }
    return column == 0 ? "\(file):\(line)" : "\(file):\(line):\(column)"
  }
}
