import Tabular
import Testing

@Suite("Text with an address, whatever its encoding") struct SourceTextTests {
  private func decode(_ bytes: [UInt8]) -> (text: String, encoding: TextEncoding) {
    let source = SourceText(name: "t", bytes: bytes)
    return (String(decoding: source.bytes, as: UTF8.self), source.encoding)
  }

  @Test("UTF-8 is taken as it is, without its byte-order marks") func utf8() {
    #expect(decode(Array("Åland".utf8)) == ("Åland", .utf8))
    #expect(decode([0xEF, 0xBB, 0xBF] + Array("Åland".utf8)) == ("Åland", .utf8))
    #expect(decode([0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF, 0x61]) == ("a", .utf8))
    #expect(decode([0xEF, 0xBB, 0xBF]) == ("", .utf8))
    #expect(decode([]) == ("", .utf8))
  }

  @Test("A file of nothing but byte-order marks is empty") func manyByteOrderMarks() {
    let marks = [[UInt8]](repeating: [0xEF, 0xBB, 0xBF], count: 200_000).flatMap(\.self)
    #expect(decode(marks) == ("", .utf8))
  }

  @Test("UTF-16 is read in both orders, pairs of surrogates included", arguments: [false, true]) func utf16(
    highByteFirst: Bool
  ) {
    let bytes = "\u{FEFF}Åland €𝄞\n".utf16.flatMap { unit in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      return highByteFirst ? [high, low] : [low, high]
    }
    let expected: TextEncoding = highByteFirst ? .utf16BigEndian : .utf16LittleEndian
    #expect(decode(bytes) == ("Åland €𝄞\n", expected))
    // Half a character at the end, as a broken download has it, is seen.
    #expect(decode(bytes + [0x41]) == ("Åland €𝄞\n\u{FFFD}", expected))
  }

  @Test(
    "Bytes that are not UTF-8 are read as Windows-1252",
    arguments: [
      ([0xC5, 0x6C, 0x61, 0x6E, 0x64], "Åland"), ([0x80, 0x31], "€1"), ([0x54, 0xFC, 0x72, 0x6B], "Türk"),
      ([0x93, 0x94, 0x96, 0x85], "“”–…"), ([0x8E, 0x9E, 0x9F, 0xFF], "ŽžŸÿ"), ([0xA0, 0xE9], "\u{A0}é"),
      ([0x81, 0x8D, 0x8F, 0x90, 0x9D], "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"), ([0xC3], "Ã"),
      ([0xED, 0xA0, 0x80], "í\u{A0}€"),
    ] as [([UInt8], String)]) func windows1252(bytes: [UInt8], text: String)
  { #expect(decode(bytes) == (text, .windows1252)) }

  @Test("Every byte above 127 of Windows-1252 is one character") func everyByte() {
    let (text, _) = decode(Array(0x80...0xFF))
    #expect(text.unicodeScalars.count == 128)
  }

  @Test("A line is found by its number, without its end", arguments: ["\n", "\r\n", "\r"]) func lines(
    end: String
  ) {
    let text = SourceText(name: "t", ["one", "", "Åland"].joined(separator: end))
    #expect(text.line(1) == "one")
    #expect(text.line(2).isEmpty)
    #expect(text.line(3) == "Åland")
    #expect(text.line(4).isEmpty)
    #expect(text.line(Int.max).isEmpty)
  }

  @Test("A line end at the end of the text opens no further line") func lastLine() {
    let text = SourceText(name: "t", "one\ntwo\n")
    #expect(text.line(2) == "two")
    #expect(text.line(3).isEmpty)
    #expect(SourceText(name: "t", "").line(1).isEmpty)
  }
}
