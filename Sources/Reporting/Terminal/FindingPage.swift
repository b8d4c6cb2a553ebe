import Diagnostics
import Tabular

/// The catalogue of findings as people and machines read it.
package struct FindingPage {
  private let catalogue: FindingCatalogue

  package init(_ catalogue: FindingCatalogue) { self.catalogue = catalogue }

  /// A page of Markdown: a section for each finding, under its chapter.
  package var markdown: String {
    let intro = """
      # Findings

      Everything that `hsi` can report about figures, lenses and files. The name in brackets at the
      end of a message is the identifier below; `hsi check --only` and `--ignore` take it. Errors stop
      a score, warnings and notes do not. Written by `hsi check --list --format md`.
      """
    return intro + "\n" + catalogue.chapters.map(chapter).joined()
  }

  private func chapter(_ chapter: FindingCatalogue.Chapter) -> String {
    "\n## \(chapter.title)\n" + chapter.kinds.map(section).joined()
  }

  private func section(_ kind: FindingKind) -> String {
    """

    ### \(kind.identifier)

    \(MarkdownText.escape(kind.meaning)). Severity: \(kind.severity.rawValue).

    Remedy: \(MarkdownText.escape(kind.remedy))

    """
  }

  /// A table of identifier, severity and meaning.
  package func table(width: Int?, bold: Bool) -> String {
    TextTable(
      [.text("identifier"), .text("severity"), .text("meaning", shrinksTo: 20)],
      catalogue.all.map { [$0.identifier, $0.severity.rawValue, $0.meaning] }
    ).plain(width: width, bold: bold)
  }

  private static var fields: Fields<FindingKind> {
    [
      ("identifier", { .string($0.identifier) }), ("severity", { .string($0.severity.rawValue) }),
      ("meaning", { .string($0.meaning) }), ("remedy", { .string($0.remedy) }),
    ]
  }

  package var csv: String { CSVText.table(catalogue.all, Self.fields) }

  package var json: JSONText { .list(catalogue.all) { JSONText.members($0, Self.fields) } }
}
