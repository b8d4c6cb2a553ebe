package struct FindingCatalogue: Sendable {
  package typealias Chapter = (title: String, kinds: [FindingKind])

  /// The parts of the catalogue, in the order in which the documentation has them.
  package let chapters: [Chapter]
  package let all: [FindingKind]

  package init(_ chapters: KeyValuePairs<String, [any FindingKinds]>) {
    self.chapters = chapters.map { ($0.key, $0.value.flatMap(\.all)) }
    all = self.chapters.flatMap(\.kinds).sorted { $0.identifier < $1.identifier }
  }

  /// The place of a kind in `all`; nil for an identifier that is not in the catalogue.
  package func index(of identifier: String) -> Int? { all.firstIndex { $0.identifier == identifier } }
}
