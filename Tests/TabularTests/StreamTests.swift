import Diagnostics
import Tabular
import Testing

/// Bytes as a file gives them: in blocks, some of them short.
private func stream(_ bytes: [UInt8], atMost size: Int = .max) throws -> SourceText {
  try SourceText(name: "t.csv", size: bytes.count) { offset, buffer in
    let end = min(offset + min(size, buffer.count), bytes.count)
    guard offset < end else { return 0 }
    bytes[offset..<end].withUnsafeBytes { buffer.copyMemory(from: $0) }
    return end - offset
  }
}

/// A text in UTF-16 with its byte-order mark.
private func littleEndian(_ text: String) -> [UInt8] {
  ("\u{FEFF}" + text).utf16.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
}

/// What pieces of a text of any size were read into: rows, and findings with their lines.
private func pieces(_ text: SourceText, of size: Int) -> (rows: [ReadRow], found: Findings) {
  let segments = CSVReader(text, separator: UInt8(ascii: ",")).readSegments(
    from: 0, lines: 0, size: size, into: { [ReadRow]() }
  ) { row, rows in rows.append(ReadRow(row.line, row.strings)) }
  var all: [ReadRow] = []
  var found = Findings()
  for segment in segments {
    all += segment.rows.map { ReadRow($0.line + segment.linesBefore, $0.fields) }
    found.append(contentsOf: segment.findings)
  }
  return (all, found)
}

@Suite("Texts that are read in blocks") struct StreamTests {
  /// Texts in which quotes, line ends and separators stand wherever they may, and may not.
  private func randomText(_ random: inout SeededGenerator, wellFormed: Bool) -> String {
    let parts =
      wellFormed
      ? ["a", "1.5", ",", ",", "\n", "\r\n", "\r", "\"x,y\"", "\"l\nm\"", "\"q\"\"q\"", "é", " "]
      : ["a", ",", "\n", "\r\n", "\r", "\"", "\"\"", "b\"", "é", "\"x\ny\"", "\n"]
    var text = ""
    var afterQuote = false
    for _ in 0..<Int(random.next() % 60) {
      let part = parts[Int(random.next() % UInt64(parts.count))]
      // Right behind a quoted field, only a separator or a line end is well-formed.
      if wellFormed {
        let isText = !["\n", "\r\n", "\r", ","].contains(part)
        if isText, !text.isEmpty, !afterQuote { text += "," }
        if isText { afterQuote = false } else { afterQuote = true }
      }
      text += part
    }
    return text
  }

  @Test("Pieces of any size give the rows of one reading from end to end", arguments: [true, false])
  func piecesAsOne(wellFormed: Bool) {
    var random = SeededGenerator(wellFormed ? 3 : 4)
    for _ in 0..<2000 {
      let text = SourceText(name: "t.csv", randomText(&random, wellFormed: wellFormed))
      let whole = readRows(text, separator: UInt8(ascii: ","))
      for size in [2, 3, 7, 16, 64] {
        let parts = pieces(text, of: size)
        #expect(parts.rows == whole.rows, "\(text.bytes)")
        #expect(parts.found.all == whole.found.all, "\(text.bytes)")
      }
    }
  }

  @Test("Short blocks, and marks broken between two, change nothing", arguments: [1, 2, 3, 5, 1000])
  func shortBlocks(size: Int) throws {
    let text = "iso3,näme\r\nNOR,\"Ålesund\r\n€\"\rCIV,𝄞\n\nROU,x"
    let utf8 = Array(text.utf8)
    let utf16 = littleEndian(text)
    let expected = readRows(text).rows
    #expect(readRows(try stream(utf8, atMost: size)).rows == expected)
    #expect(readRows(try stream([0xEF, 0xBB, 0xBF] + utf8, atMost: size)).rows == expected)
    #expect(readRows(try stream(utf16, atMost: size)).rows == expected)
    #expect(try stream(utf16, atMost: size).bytes == utf8)
    #expect(try stream(utf16, atMost: size).line(2) == "NOR,\"Ålesund")
  }

  @Test("A text of several megabytes is read like a small one, in either encoding") func manyBlocks() throws {
    let rows = (0..<120_000).map { "NOR,\(1000 + $0),\"\($0)\n\",é" }
    let text = rows.joined(separator: "\n")
    let utf16 = littleEndian(text)
    for bytes in [Array(text.utf8), utf16] {
      let source = try stream(bytes)
      let read = readRows(source).rows
      #expect(read.count == 120_000)
      #expect(read.last == ReadRow(239_999, ["NOR", "120999", "119999\n", "é"]))
      #expect(pieces(source, of: 1 << 19).rows == read)
    }
  }

  @Test("A cell in another encoding than the rest is understood by itself") func mixedEncodings() throws {
    let bytes = Array("Côte,1\n".utf8) + [0x43, 0xF4, 0x74, 0x65] + Array(",2\n".utf8)
    #expect(readRows(try stream(bytes)).rows.map(\.fields) == [["Côte", "1"], ["Côte", "2"]])
  }

  @Test("A failure to read further is an error after the rows that were read") func failure() throws {
    let block = Array(String(repeating: "a,b\n", count: 1 << 18).utf8)
    let text = try SourceText(name: "t.csv", size: 2 << 20) {
      (offset, buffer) throws(SourceText.ReadFailure) in
      if offset >= block.count { throw SourceText.ReadFailure("it changed while it was read") }
      let count = min(buffer.count, block.count - offset)
      block[offset..<(offset + count)].withUnsafeBytes { buffer.copyMemory(from: $0) }
      return count
    }
    let (rows, found) = readRows(text)
    #expect(rows.count == 1 << 18)
    #expect(found.all.map(\.identifier) == ["unreadable-file"])
    #expect(found.all.first?.message.contains("changed while it was read") == true)
  }

  @Test("A line longer than any row of a table ends the reading, with little memory") func longLine() throws {
    let bytes = Array("a,b\n".utf8) + [UInt8](repeating: 0x78, count: 20 << 20)
    let (rows, found) = readRows(try stream(bytes))
    #expect(rows.map(\.fields) == [["a", "b"]])
    #expect(places(found) == ["t.csv:2:1 too-long"])
  }

  @Test("A quote that is open for megabytes is found where it was opened, and lines below are read")
  func longQuote() throws {
    let line = String(repeating: "x", count: 2000) + ",d\n"
    let text = "a,\"b\n" + String(repeating: line, count: 10_000)
    let (rows, found) = readRows(try stream(Array(text.utf8)))
    #expect(rows.count == 10_000)
    #expect(places(found) == ["t.csv:1:3 open-quote"])
  }

  @Test("Nothing is read from where nothing more can be read") func beyondTheEnd() throws {
    let text = try stream(Array("a,b\nc,d\n".utf8))
    var findings = Findings()
    CSVReader(text).read(Int.max..<Int.max, into: &findings) { _ in .next }
    let segments = CSVReader(text).readSegments(from: Int.max, lines: 2, into: { 0 }) { _, rows in rows += 1 }
    #expect(segments.reduce(0) { $0 + $1.rows } == 0)
    #expect(findings.isEmpty)
  }

  @Test("A header below which quotes are hopelessly mixed up is an error, not a crash") func hopelessQuotes()
    throws
  {
    let quotes = String(repeating: "\"\n", count: 40)
    let (rows, found) = readRows(SourceText(name: "t.csv", "a,b\n" + quotes + "c,\"d\n"))
    #expect(rows.first?.fields == ["a", "b"])
    #expect(found.hasErrors)
  }
}
