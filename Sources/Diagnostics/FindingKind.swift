/// One kind of finding that the program reports, declared beside the code that raises it.
package struct FindingKind: Sendable {
  /// A stable kebab-case name, such as `unknown-country`.
  package let identifier: String
  package let severity: Diagnostic.Severity
  /// What is wrong or doubtful, in one sentence without a full stop.
  package let meaning: String
  /// What to do about it, in a full sentence.
  package let remedy: String

  package init(_ identifier: String, _ severity: Diagnostic.Severity, _ meaning: String, remedy: String) {
    (self.identifier, self.severity, self.meaning, self.remedy) = (identifier, severity, meaning, remedy)
  }

  /// The remedy as a clause, for messages that know no better one.
  package var advice: String { remedy.prefix(1).lowercased() + remedy.dropFirst().dropLast() }

  /// The kind where it matters more, or less, than it does elsewhere.
  package func `as`(_ severity: Diagnostic.Severity) -> FindingKind {
    FindingKind(identifier, severity, meaning, remedy: remedy)
  }
}

extension FindingKind: Hashable {
  package static func == (one: FindingKind, other: FindingKind) -> Bool {
    one.severity == other.severity && one.identifier == other.identifier
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(identifier)
    hasher.combine(severity)
  }
}

/// The kinds of finding that one part of the program raises: its stored properties.
package protocol FindingKinds: Sendable {}

extension FindingKinds {
  /// Every kind, in the order in which they are declared.
  package var all: [FindingKind] { Mirror(reflecting: self).children.compactMap { $0.value as? FindingKind } }
}
