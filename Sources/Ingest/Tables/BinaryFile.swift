import Diagnostics
import Tabular

/// Files that are no text, told by their first bytes.
enum BinaryFile {
  /// What to say of a workbook, an archive or other bytes that are no text; nil for text.
  static func finding(_ text: SourceText) -> Diagnostic? {
    let start = text.prefix(4096)
    let place = Diagnostic.Place(file: text.name, line: 1, column: 1)
    if let kind = kinds.first(where: { start.starts(with: $0.start) || start.starts(with: $0.text) }) {
      return Diagnostic(
        .figures.unknownLayout, "the file is \(kind.name), not text", at: place, remedy: kind.remedy)
    }
    guard let zero = start.firstIndex(of: 0) else { return nil }
    // Every other byte of Latin letters in UTF-16 is zero.
    let isUTF16 = start.count > 3 && (start[0] == 0) != (start[1] == 0) && zero < 2
    return Diagnostic(
      .figures.unknownLayout,
      isUTF16
        ? "the file looks like UTF-16 without its byte-order mark"
        : "the file holds zero bytes, which no text does", at: place,
      remedy: isUTF16 ? "save it as UTF-8" : "look for the figures as CSV")
  }

  private struct Kind {
    let start: [UInt8]
    let name: String
    let remedy: String

    /// How the bytes read when they are taken for Windows-1252.
    var text: [UInt8] { Array(start.withUnsafeBufferPointer { TextEncoding.string($0) }.utf8) }
  }

  private static let kinds = [
    Kind(
      start: Array("PK\u{3}\u{4}".utf8), name: "a workbook or a ZIP archive",
      remedy: "save the sheet as CSV, or unpack the archive and name the file in it"),
    Kind(
      start: [0xD0, 0xCF, 0x11, 0xE0], name: "a workbook of an old spreadsheet program",
      remedy: "save the sheet as CSV"),
    Kind(start: [0x1F, 0x8B], name: "compressed by gzip", remedy: "decompress it"),
    Kind(start: Array("%PDF-".utf8), name: "a PDF", remedy: "look for the figures as CSV"),
  ]
}
