import Tabular

/// Files that are no text, told by their first bytes.
enum BinaryFile {
  /// What to say of a workbook or an archive; nil when the file is neither.
  static func finding(_ text: SourceText) -> Diagnostic? {
    guard let kind = kinds.first(where: { text.bytes.starts(with: $0.start.utf8) }) else {
      return nil
    }
    return Diagnostic(
      .error, "unknown-layout", "the file is \(kind.name), not text",
      at: .init(file: text.name, line: 1, column: 1), remedy: kind.remedy)
  }

  /// As they read when their bytes are taken for Windows-1252.
  private static let kinds: [(start: String, name: String, remedy: String)] = [
    (
      "PK\u{3}\u{4}", "a workbook or a ZIP archive",
      "save the sheet as CSV, or unpack the archive and name the file in it"
    ),
    ("ÐÏ\u{11}à", "a workbook of an old spreadsheet program", "save the sheet as CSV"),
    ("\u{1F}‹", "compressed by gzip", "decompress it"),
    ("%PDF-", "a PDF", "look for the figures as CSV"),
  ]
}
