import Diagnostics
@testable import Tabular

/// Delimited text: rows are the same in memory, out of blocks of any size, and in pieces of any size.
enum StreamTarget {
  @Sendable static func run(_ bytes: [UInt8]) {
    var choices = Choices(bytes)
    let text = SourceText(name: "t.csv", bytes: bytes)
    let separator = CSVReader.separators(of: text)[choices.next(below: 3)]
    let (step, size) = (1 + choices.next(below: 9), choices.pieceSize(of: bytes))
    for source in [text, stream(bytes, step)] {
      let whole = rows(source, separator)
      expectSame(whole.all, rows(source, separator, asksLibcsvAlways: true).all, "libcsv alone")
      expectSame(whole.all, pieces(source, separator, size).all, "pieces of \(size)")
      if isSameInMemory(text, bytes) { expectSame(rows(text, separator).all, whole.all, "blocks of \(step)") }
    }
    if isSameInMemory(text, bytes) {
      expect(stream(bytes, step).bytes == text.bytes, "blocks of \(step) give the same bytes")
    }
    read(text)
  }

  private static let seen = FindingKind("seen", .warning, "A row was read", remedy: "Nothing has to be done.")

  /// Records with a header, and the lines of findings.
  private static func read(_ text: SourceText) {
    var findings = Findings()
    RecordReader.read(text, columns: ["a", "b", "iso3"], required: ["a"], into: &findings) {
      record, findings in findings.append(record, seen, record["a"] + record["b"], at: "b")
    }
    _ = words(findings)
  }

  /// Whether a text in memory and the same in blocks are read alike: bytes that are not UTF-8 are
  /// taken for Windows-1252 all together in memory, and cell by cell in blocks.
  static func isSameInMemory(_ text: SourceText, _ bytes: [UInt8]) -> Bool { text.encoding != .windows1252 }

  /// The bytes as a file gives them that has read errors of no kind and short blocks.
  static func stream(_ bytes: [UInt8], _ step: Int) -> SourceText {
    do {
      return try SourceText(name: "t.csv", size: bytes.count) { offset, buffer in
        let end = min(offset + min(step, buffer.count), bytes.count)
        guard offset < end else { return 0 }
        bytes[offset..<end].withUnsafeBytes { buffer.copyMemory(from: $0) }
        return end - offset
      }
    } catch {
      expect(false, "nothing fails")
      return SourceText(name: "t.csv", bytes: bytes)
    }
  }

  private struct Row {
    let line: Int
    let fields: [String]
    let places: [String]
  }

  private struct Result {
    var rows: [Row] = []
    var words: [String] = []

    var all: [String] { rows.map { "\($0)" } + words }
  }

  private static func row(_ row: CSVRow, _ lines: Int) -> Row {
    Row(
      line: row.line + lines, fields: row.strings,
      places: (0...row.count).map { index in
        let place = row.place(ofField: index)
        return "\(place.line + lines):\(place.column)"
      })
  }

  private static func rows(_ text: SourceText, _ separator: UInt8, asksLibcsvAlways: Bool = false) -> Result {
    var (result, findings) = (Result(), Findings())
    var reader = CSVReader(text, separator: separator)
    reader.asksLibcsvAlways = asksLibcsvAlways
    reader.read(into: &findings) { row in
      result.rows.append(Self.row(row, 0))
      return .next
    }
    result.words = words(findings)
    return result
  }

  private static func pieces(_ text: SourceText, _ separator: UInt8, _ size: Int) -> Result {
    let segments = CSVReader(text, separator: separator).readSegments(
      from: 0, lines: 0, size: size, into: { [Row]() }
    ) { row, rows in rows.append(Self.row(row, 0)) }
    var (result, findings) = (Result(), Findings())
    for segment in segments {
      let lines = segment.linesBefore
      result.rows += segment.rows.map { row in
        Row(
          line: row.line + lines, fields: row.fields,
          places: row.places.map { place in
            let colon = place.firstIndex(of: ":") ?? place.endIndex
            return "\((Int(place[..<colon]) ?? 0) + lines)\(place[colon...])"
          })
      }
      findings.append(contentsOf: segment.findings)
    }
    result.words = words(findings)
    return result
  }
}
