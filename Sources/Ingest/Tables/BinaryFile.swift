import Diagnostics
import Tabular

/// Files that are no text, told by their first bytes.
enum BinaryFile {
  /// What to say of a workbook, an archive or other bytes that are no text; nil for text.
  static func finding(_ text: SourceText) -> Diagnostic? {
    let start = text.prefix(4096)
    func finding(_ message: String, _ remedy: String) -> Diagnostic {
      let place = Diagnostic.Place(file: text.name, line: 1, column: 1)
      return Diagnostic(.figures.unknownLayout, "the file \(message)", at: place, remedy: remedy)
    }
    if let kind = kinds.first(where: { start.starts(with: $0.start) || start.starts(with: $0.text) }) {
      return finding("is \(kind.name), not text", kind.remedy)
    }
    guard let zero = start.firstIndex(of: 0) else { return nil }
    // Every other byte of Latin letters in UTF-16 is zero.
    return start.count > 3 && (start[0] == 0) != (start[1] == 0) && zero < 2
      ? finding("looks like UTF-16 without its byte-order mark", "save it as UTF-8")
      : finding("holds zero bytes, which no text does", "look for the figures as CSV")
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
      remedy:
        "import it with `hsi import FILE --indicator ID`, which reads sheets of .xlsx; or unpack the archive"),
    Kind(
      start: [0xD0, 0xCF, 0x11, 0xE0], name: "a workbook of an old spreadsheet program",
      remedy: "save the sheet as CSV"),
    Kind(start: [0x1F, 0x8B], name: "compressed by gzip", remedy: "decompress it"),
    Kind(start: Array("%PDF-".utf8), name: "a PDF", remedy: "look for the figures as CSV"),
  ]
}
