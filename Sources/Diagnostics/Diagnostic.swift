// Diagnostics: findings with their place, excerpt and remedy, and nearest names. Imports nothing.

/// One thing that is wrong, or doubtful, at one place in a file, and how to mend it.
package struct Diagnostic: Error, Sendable, Hashable {
  package enum Severity: String, Sendable, Comparable, CaseIterable {
    /// Worth knowing; nothing has to be done.
    case note
    /// Doubtful; results are computed all the same.
    case warning
    /// Wrong; nothing is computed from it.
    case error

    package static func < (one: Severity, other: Severity) -> Bool {
      one != other && (one == .note || other == .error)
    }
  }

  package let kind: FindingKind
  /// What is wrong, in one sentence without a full stop; at most a thousand code points.
  package let message: String
  /// Where; nil when the finding has no place in a file.
  package let place: Place?
  /// What to do about it, in one sentence of at most a thousand code points; empty when there is
  /// nothing to do.
  package let remedy: String
  /// Gives a line of the file that is meant, where its text is at hand.
  private let lineText: LineText?

  /// A line of a text, by its number from 1.
  package typealias LineText = @Sendable (_ line: Int) -> String

  /// The line that is meant, as it stands in the file; empty when there is none. Looked up when it
  /// is asked for, since most findings of a bad file are only counted.
  package var excerpt: String {
    guard let lineText, let place, place.line > 0 else { return "" }
    return lineText(place.line)
  }

  /// A place in a file. Lines and columns count from 1; 0 means the whole file or line.
  package struct Place: Sendable, Hashable {
    /// The path as it is shown to people.
    package let file: String
    /// The line, from 1.
    package let line: Int
    /// The column, in characters, from 1.
    package let column: Int

    /// A place; `line` and `column` are 0 where they are not known.
    package init(file: String, line: Int = 0, column: Int = 0) {
      (self.file, self.line, self.column) = (file, line, column)
    }
  }

  package init(
    _ kind: FindingKind, _ message: String, at place: Place? = nil, remedy: String = "",
    lineText: LineText? = nil
  ) {
    (self.kind, self.place, self.lineText) = (kind, place, lineText)
    // An error without a remedy of its own has that of its kind.
    let needsAdvice = remedy.isEmpty && kind.severity == .error
    (self.message, self.remedy) = (Self.cut(message), Self.cut(needsAdvice ? kind.advice : remedy))
  }

  /// A line that only counts more of a kind: what to do about them has been said.
  init(counting message: String, _ kind: FindingKind, at place: Place?) {
    (self.kind, self.message, self.place, remedy, lineText) = (kind, message, place, "", nil)
  }

  package var severity: Severity { kind.severity }

  package var identifier: String { kind.identifier }

  /// The finding so many lines further down, if it has a line.
  package func moved(down lines: Int) -> Diagnostic {
    guard let place, place.line > 0 else { return self }
    return Diagnostic(
      kind, message, at: Place(file: place.file, line: place.line + lines, column: place.column),
      remedy: remedy, lineText: lineText)
  }

  func saying(_ message: String) -> Diagnostic {
    Diagnostic(kind, message, at: place, remedy: remedy, lineText: lineText)
  }
}

extension Diagnostic {
  package static func == (one: Diagnostic, other: Diagnostic) -> Bool {
    one.kind == other.kind && one.message == other.message && one.place == other.place
      && one.remedy == other.remedy
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(kind)
    hasher.combine(message)
    hasher.combine(place)
  }
}

extension Diagnostic.Place: CustomStringConvertible {
  package var description: String {
    if line == 0 { return file }
    return column == 0 ? "\(file):\(line)" : "\(file):\(line):\(column)"
  }
}
