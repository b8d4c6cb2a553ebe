import Tabular

/// The vintages that are kept, for people and for programs.
package struct VintageListing: WrittenPage, Sendable {
  package struct Entry: Sendable {
    let (name, saved, figures, citation): (String, String, String, String)
    let files: Int

    package init(name: String, saved: String, figures: String, citation: String, files: Int) {
      (self.name, self.saved, self.figures, self.citation) = (name, saved, figures, citation)
      self.files = files
    }

    fileprivate static var fields: Fields<Entry> {
      [
        ("vintage", { .string($0.name) }), ("saved", { .string($0.saved) }),
        ("files", { .integer($0.files) }), ("figures", { .string($0.figures) }),
        ("citation", { .string($0.citation) }),
      ]
    }
  }

  private let entries: [Entry]

  package init(_ entries: [Entry]) { self.entries = entries }

  package func write(to out: inout PageText) {
    out.title(CountWords.of(entries.count, "vintage"))
    if entries.isEmpty { return out.line("Keep one with hsi vintage save NAME.") }
    out.table(
      TextTable(
        [
          .text("vintage"), .text("saved"), .number("files"), .text("figures"),
          .text("citation", shrinksTo: 12),
        ], entries.map { [$0.name, $0.saved, String($0.files), String($0.figures.prefix(12)), $0.citation] }))
    out.paragraph("figures: the first letters of the digest that names the state of the data folder.")
  }

  package var csv: String { CSVText.table(entries, Entry.fields) }
  package var json: JSONText { .list(entries) { JSONText.members($0, Entry.fields) } }
}

/// The files of one vintage.
package struct VintagePage: WrittenPage, Sendable {
  private let vintage: VintageListing.Entry
  private let files: [(name: String, digest: String)]

  package init(_ vintage: VintageListing.Entry, _ files: [(name: String, digest: String)]) {
    (self.vintage, self.files) = (vintage, files)
  }

  package func write(to out: inout PageText) {
    let cited = vintage.citation.isEmpty ? "" : "; cite as \(vintage.citation)"
    out.title(
      "Vintage \(vintage.name), saved \(vintage.saved): \(CountWords.of(files.count, "file"))\(cited)",
      wraps: true)
    out.table(
      TextTable([.text("file"), .text("SHA-256", shrinksTo: 12)], files.map { [$0.name, $0.digest] }))
  }

  private var fields: Fields<(name: String, digest: String)> {
    [("file", { .string($0.name) }), ("sha256", { .string($0.digest) })]
  }

  package var csv: String { CSVText.table(files, fields) }
  package var json: JSONText { .list(files) { JSONText.members($0, fields) } }
}
