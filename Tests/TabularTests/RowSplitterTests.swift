import Diagnostics
import Tabular
import Testing

@Suite("Rows split where they stand") struct RowSplitterTests {
  /// Everything that a reading tells of a text: rows with lines, offsets and places, and findings.
  private func reading(_ text: SourceText, _ separator: UInt8, asksLibcsvAlways: Bool) -> [String] {
    var reader = CSVReader(text, separator: separator)
    reader.asksLibcsvAlways = asksLibcsvAlways
    var seen: [String] = []
    var findings = Findings()
    reader.read(into: &findings) { row in
      seen.append("\(row.line) \(row.start) \(row.holdsOtherEncoding)")
      for index in 0...row.count {
        let place = row.place(ofField: index)
        let size = row.size(index)
        seen.append(
          "\(place) \(size) \(row.isEmpty(index)) \(row.number(index)) \(row.string(index).debugDescription)")
      }
      return .next
    }
    return seen + places(findings)
  }

  private func expectOneReading(_ bytes: [UInt8], _ separator: UInt8) {
    let text = SourceText(name: "t.csv", bytes: bytes)
    #expect(
      reading(text, separator, asksLibcsvAlways: false) == reading(text, separator, asksLibcsvAlways: true),
      "\(String(decoding: bytes, as: UTF8.self).debugDescription)")
  }

  @Test("libcsv reads the same out of any text of separators, marks, blanks and line ends") func anyText() {
    var random = SeededGenerator(13)
    let alphabets = ["a,\n", "ab1. \t,;\n\r", "a\",\n", "a\" ,;\t\n\r", "12.5e-,\n", "é€,\"\n"].map {
      Array($0.utf8)
    }
    for _ in 0..<4_000 {
      let alphabet = alphabets.randomElement(using: &random) ?? []
      let bytes = (0..<Int.random(in: 0...180, using: &random)).map { _ in
        alphabet.randomElement(using: &random) ?? 0
      }
      expectOneReading(bytes, [0x2C, 0x3B, 0x09].randomElement(using: &random) ?? 0x2C)
    }
  }

  @Test("libcsv reads the same out of rows of fields of any kind") func anyRows() {
    var random = SeededGenerator(14)
    let fields = [
      "", "a", " a ", "\"a\"", "\"a,b\"", "\" a \"", "\"a\"\"b\"", "\"\"", "\"a\nb\"", "a\"b", "\"a\"b",
      " \"a\"", "\"a\" ", "12.5", String(repeating: "x", count: 70),
      "\"" + String(repeating: "y,", count: 40) + "\"", "\u{E9}", "!",
    ]
    for _ in 0..<4_000 {
      var text = ""
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let row = (0..<Int.random(in: 1...5, using: &random)).map { _ in
          fields.randomElement(using: &random) ?? ""
        }
        text +=
          row.joined(separator: ",") + (["\n", "\r\n", "\r", "\n\n", ""].randomElement(using: &random) ?? "")
      }
      expectOneReading(Array(text.utf8), 0x2C)
    }
  }

  @Test("Bytes that are not UTF-8, and zero, are read as libcsv reads them") func bytes() {
    var random = SeededGenerator(15)
    for _ in 0..<1_000 {
      let bytes = (0..<Int.random(in: 0...100, using: &random)).map { _ in
        [0, 0x2C, 0x0A, 0x22, 0x80, 0xE9, 0xFF, 0x41].randomElement(using: &random) ?? UInt8(0)
      }
      expectOneReading(bytes, 0x2C)
    }
  }

  @Test(
    "A row that ends just before, at or just behind the end of a block of 64 bytes is one row",
    arguments: 60...132) func blocks(length: Int)
  {
    let row = String(repeating: "abc,", count: length / 4) + String(repeating: "d", count: length % 4)
    for end in ["\n", "\r\n", "\r"] { expectOneReading(Array((row + end + "e,f" + end).utf8), 0x2C) }
  }

  @Test("A row of more fields than are split at once is libcsv's") func manyFields() {
    let row = Array(repeating: "1", count: 9_000).joined(separator: ",")
    let (rows, found) = readRows(row + "\na,b\n")
    #expect(rows.map(\.fields.count) == [9_000, 2])
    #expect(found.isEmpty)
  }
}
