import Tabular

/// The catalogue of findings as people and machines read it.
public enum FindingPage {
  /// A page of Markdown: a section for each finding, under its chapter.
  public static var markdown: String {
    let intro = """
      # Findings

      Everything that `hsi` can report about figures, lenses and files. The name in brackets at the
      end of a message is the identifier below; `hsi check --only` and `--ignore` take it. Errors stop
      a score, warnings and notes do not. Written by `hsi check --list --format md`.
      """
    return intro + "\n" + FindingCatalogue.chapters.map(chapter).joined()
  }

  private static func chapter(_ chapter: (title: String, kinds: [FindingKind])) -> String {
    "\n## \(chapter.title)\n" + chapter.kinds.map(section).joined()
  }

  private static func section(_ kind: FindingKind) -> String {
    """

    ### \(kind.identifier)

    \(MarkdownText.escape(kind.meaning)). Severity: \(kind.severity.rawValue).

    - Example: `\(kind.example.filter { $0 != "`" })`
    - Remedy: \(MarkdownText.escape(kind.remedy))

    """
  }

  /// A table of identifier, severity and meaning.
  public static func table(width: Int?, bold: Bool) -> String {
    var table = TextTable([
      .text("identifier"), .text("severity"), .text("meaning", shrinksTo: 20),
    ])
    for kind in FindingCatalogue.all {
      table.append([kind.identifier, kind.severity.rawValue, kind.meaning])
    }
    return table.plain(width: width, bold: bold)
  }

  /// One row a finding.
  public static var csv: String {
    var out = CSVText(header: ["identifier", "severity", "meaning", "example", "remedy"])
    for kind in FindingCatalogue.all {
      for text in [
        kind.identifier, kind.severity.rawValue, kind.meaning, kind.example, kind.remedy,
      ] { out.field(text) }
      out.endRow()
    }
    return out.text
  }

  /// One object a finding.
  public static var json: JSONText {
    .array(
      FindingCatalogue.all.map { kind in
        .object([
          ("identifier", .string(kind.identifier)), ("severity", .string(kind.severity.rawValue)),
          ("meaning", .string(kind.meaning)), ("example", .string(kind.example)),
          ("remedy", .string(kind.remedy)),
        ])
      })
  }
}
