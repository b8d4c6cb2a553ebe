/// The terms under which an indicator's figures may be reused, as the catalogue words them.
///
/// Open terms begin with one of the names in `openTerms`; without any text the terms are not known;
/// everything else is restricted. A licence nobody has looked at is never passed off as open.
package struct Licence: Sendable, Equatable {
  package let text: String

  package init(_ text: String) { self.text = text }

  /// Licences that allow anyone to use, change and share, for any purpose.
  package static let openTerms = [
    "CC0", "CC0 1.0", "CC BY 4.0", "CC BY 3.0", "CC BY 3.0 IGO", "CC BY-SA 4.0", "public domain", "ODbL 1.0",
  ]

  package var isUnknown: Bool { text.isEmpty }

  package var isOpen: Bool {
    Self.openTerms.contains { term in
      text == term || text.hasPrefix(term + ";") || text.hasPrefix(term + " (") || text.hasPrefix(term + ",")
    }
  }
}
