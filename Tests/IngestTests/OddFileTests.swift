import Ingest
import Tabular
import Testing

@Suite("Odd files that analysts have") struct OddFileTests {
  @Test(
    "A row whose figures may stand in the wrong columns is an error in every layout",
    arguments: [
      ("iso3,country,a_2001,b_2001\nNOR,Norway, Kingdom of,7,8\n", "b"),
      ("iso3,country,a_2001,b_2001\nNOR,8\n", "b"),
      ("Country Name,Country Code,Indicator Code,2001,2002\nNorway,NOR,AB,1,2,3\n", "AB"),
      ("Entity,Code,Year,x\nNorway,NOR,2001,1,5\n", "x"), ("geo,time,x\nnor,2001,1,5\n", "x"),
      ("gwno,year,x,y\n385,2001,1\n", "x"),
    ]) func raggedRows(text: String, column: String)
  {
    let reading = Reading(text, column: column)
    #expect(reading.errors == ["t.csv:2:1 ragged-row"])
    #expect(reading.figures == [])
  }

  @Test(
    "Empty fields too many or too few at the end of a row do no harm",
    arguments: [
      "Country Name,Country Code,2001,\nNorway,NOR,1\n", "Country Name,Country Code,2001\nNorway,NOR,1,\n",
      "iso3,year,value,,\nNOR,2001,1,,\n", "Country Name,Country Code,2001\nNorway,NOR,1,,,,\n",
    ]) func emptyEnds(text: String)
  {
    let reading = Reading(text)
    #expect(reading.errors == [])
    #expect(reading.figures == ["NOR 2001 1"])
  }

  @Test(
    "A number of a country with a decimal point is never taken for another country's number",
    arguments: [
      // Without its point, 2.0 would be Canada's 20, 70.0 Afghanistan's 700.
      ("gwno,year,x\n2.0,2001,1\n", ["USA 2001 1"]), ("gwno,year,x\n70.0,2001,1\n", ["MEX 2001 1"]),
      ("gwno,year,x\n2.5,2001,1\n", []), ("gwno,year,x\n-2,2001,1\n", []),
      // 84.0 would be the United States' 840.
      ("m49,year,x\n840,2001,1\n", ["USA 2001 1"]), ("m49,year,x\n084,2001,1\n", ["BLZ 2001 1"]),
      ("m49,year,x\n84.0,2001,1\n", ["BLZ 2001 1"]), ("m49,year,x\n84,2001,1\n", ["BLZ 2001 1"]),
      ("m49,year,x\n'084,2001,1\n", ["BLZ 2001 1"]), ("m49,year,x\n84.5,2001,1\n", []),
      ("m49,year,x\n-840,2001,1\n", []), ("m49,year,x\n\"84,0\",2001,1\n", []),
    ]) func decimalCountryNumbers(text: String, figures: [String])
  {
    let reading = Reading(text)
    #expect(reading.figures == figures)
    #expect(reading.found.hasErrors == figures.isEmpty)
  }

  @Test("The years before 1500 of a long-run table are left out, with a note") func ancientYears() {
    let reading = Reading(
      "Entity,Code,Year,x\nNorway,NOR,-10000,1\nNorway,NOR,0,1\nNorway,NOR,1499,1\nNorway,NOR,1500,2\n")
    #expect(reading.errors == [])
    #expect(reading.figures == ["NOR 1500 2"])
    #expect(reading.found.all.map(\.message) == ["rows left out: 3 of years before 1500"])
  }

  @Test("A workbook that was not saved as text is called by its name") func workbook() {
    let bytes: [UInt8] = Array("PK".utf8) + [3, 4, 20, 0, 6, 0, 8, 0, 0x22, 0x2C, 0xFF, 0x22, 0x61]
    let reading = Reading(SourceText(name: "t.xlsx", bytes: bytes), FigureSelection())
    #expect(reading.errors == ["t.xlsx:1:1 unknown-layout"])
    #expect(reading.found.all.first?.remedy.contains("hsi import") == true)
  }

  @Test("A separator that is announced on the first line, as spreadsheets have it, is heeded")
  func announcedSeparator() {
    #expect(Reading("sep=;\niso3;year;value\nNOR;2001;1\n").figures == ["NOR 2001 1"])
  }

  @Test("The header may stand below twenty lines of notes, not further down") func preamble() {
    let table = "iso3,year,value\nNOR,2001,1\n"
    #expect(Reading(String(repeating: "a note\n", count: 19) + table).figures.count == 1)
    #expect(Reading(String(repeating: "a note\n", count: 20) + table).errors == ["t.csv:1:1 unknown-layout"])
  }

  @Test("A column that stands twice is not read as either of the two", arguments: ["share", "SHARE"])
  func columnTwice(column: String) {
    let text = "Country,Year,share,share\nNorway,2001,1,2\n"
    #expect(Reading(text, column: column).errors == ["t.csv:1:1 duplicate-column"])
  }

  @Test("UTF-16, as spreadsheets export it, is read like any other text") func utf16() {
    let bytes = "\u{FEFF}iso3\tyear\tvalue\r\nNOR\t2001\t1\r\n".utf16.flatMap {
      [UInt8($0 & 0xFF), UInt8($0 >> 8)]
    }
    let reading = Reading(SourceText(name: "t.csv", bytes: bytes), FigureSelection())
    #expect(reading.figures == ["NOR 2001 1"])
    #expect(reading.found.isEmpty)
  }

  @Test(
    "What cannot be read right below the header is told, and ends the reading",
    arguments: [("", "too-long"), ("\"", "too-long"), ("NOR,2001,1\n", "too-long")])
  func nothingReadableBelowHeader(start: String, identifier: String) {
    let text = "iso3,year,value\n" + start + String(repeating: "\"\"", count: 9 << 20) + "\n"
    let line = start.hasSuffix("\n") ? 3 : 2
    #expect(Reading(text).errors == ["t.csv:\(line):1 \(identifier)"])
  }

  @Test("A file that cannot be read further than its header is an error") func failureBelowHeader() throws {
    let head = Array("iso3,year,value\n".utf8)
    let text = try SourceText(name: "t.csv", size: 1000) { (offset, buffer) throws(SourceText.ReadFailure) in
      if offset >= head.count { throw SourceText.ReadFailure("it changed while it was read") }
      let count = min(buffer.count, head.count - offset)
      head[offset..<(offset + count)].withUnsafeBytes { buffer.copyMemory(from: $0) }
      return count
    }
    #expect(Reading(text, FigureSelection()).errors == ["t.csv:2 unreadable-file"])
  }

  @Test("A hundred thousand bad rows take no more than a moment each") func manyBadRows() {
    let rows = (0..<100_000).map { "QQ\($0 % 977),2001,x" }.joined(separator: "\n")
    let all = Reading("iso3,year,value\nNOR,2001,1\n" + rows).found.all
    #expect(all.count == 21)
    #expect(all.last?.message == "and 957 more like this in the same file")
  }
}
