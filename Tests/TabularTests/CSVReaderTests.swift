import Diagnostics
import Tabular
import Testing

@Suite("Reading rows of delimited text") struct CSVReaderTests {
  @Test(
    "A line ends with LF, CRLF or CR, and the last line need not end", arguments: ["\n", "\r\n", "\r"],
    [true, false]) func lineEnds(end: String, isTerminated: Bool)
  {
    let text = ["iso3,value", "NOR,1", "", "SWE,2"].joined(separator: end)
    let (rows, found) = readRows(text + (isTerminated ? end : ""))
    #expect(rows == [.init(1, ["iso3", "value"]), .init(2, ["NOR", "1"]), .init(4, ["SWE", "2"])])
    #expect(found.isEmpty)
  }

  @Test(
    "A field in quotation marks may hold separators, doubled marks and line ends",
    arguments: [
      ("\"a,b\",c", ["a,b", "c"]), ("\"a\"\"b\",c", ["a\"b", "c"]), ("\"\"\"a\"\"\",c", ["\"a\"", "c"]),
      ("\"\",c", ["", "c"]), ("\"a\nb\",c", ["a\nb", "c"]), ("\"a\r\nb\",c", ["a\r\nb", "c"]),
      ("\" a \",c", [" a ", "c"]), ("\"a\" , \"c\" ", ["a", "c"]), ("c,\"\"", ["c", ""]),
    ]) func quotes(line: String, fields: [String])
  {
    let (rows, found) = readRows(line)
    #expect(rows == [.init(1, fields)])
    #expect(found.isEmpty)
  }

  @Test(
    "Empty fields count, at either end too",
    arguments: [
      (",", ["", ""]), ("a,,", ["a", "", ""]), (",,a", ["", "", "a"]), (" , ", ["", ""]), ("a", ["a"]),
    ]) func emptyFields(line: String, fields: [String])
  { #expect(readRows(line + "\n").rows == [.init(1, fields)]) }

  @Test("Blank lines and lines of spaces are no rows, but count as lines") func blankLines() {
    let (rows, found) = readRows("\n\na,b\n   \n\nc,d\n\n\n")
    #expect(rows == [.init(3, ["a", "b"]), .init(6, ["c", "d"])])
    #expect(found.isEmpty)
  }

  @Test("A row after a quoted line end knows its own line", arguments: ["\n", "\r\n", "\r"])
  func linesAfterQuotedLineEnds(end: String) {
    let text = ["x,\"one", "two", "", "four\"", "y,z"].joined(separator: end)
    let (rows, _) = readRows(text)
    #expect(rows.map(\.line) == [1, 5])
    #expect(rows.last?.fields == ["y", "z"])
  }

  @Test(
    "The separator is the one that stands most often in the first line that has any",
    arguments: [
      ("a;b;c\n1,5;2;3", ["a", "b", "c"]), ("a\tb\n1,5\t2,5", ["a", "b"]), ("a,b;c,d", ["a", "b;c", "d"]),
      ("\"x;y;z\",b", ["x;y;z", "b"]), ("title\n\na;b", ["title"]), ("a,b;c", ["a", "b;c"]),
      ("plain", ["plain"]),
    ]) func separators(text: String, first: [String])
  { #expect(readRows(text).rows.first?.fields == first) }

  @Test("A separator that is asked for is not guessed") func givenSeparator() {
    let text = SourceText(name: "t.csv", "a,b;c,d")
    let rows = readRows(text, separator: UInt8(ascii: ";")).rows
    #expect(rows.first?.fields == ["a,b", "c,d"])
  }

  @Test("Empty tab-separated fields are not taken for space") func emptyTabFields() {
    #expect(readRows("a\tb\tc\n\t\tx").rows.last?.fields == ["", "", "x"])
  }

  @Test("A row of a hundred thousand fields is one row") func wideRow() {
    let (rows, found) = readRows((0..<100_000).map(String.init).joined(separator: ","))
    #expect(rows.count == 1)
    #expect(rows.first?.fields.count == 100_000)
    #expect(rows.first?.fields.last == "99999")
    #expect(found.isEmpty)
  }

  @Test("A field of a million characters is one field") func longField() {
    let long = String(repeating: "long ", count: 200_000)
    #expect(readRows("a,\"\(long)\"\nb,c").rows.map(\.fields) == [["a", long], ["b", "c"]])
  }

  @Test("Reading stops when the caller has seen enough") func stopping() {
    var seen = 0
    var findings = Findings()
    CSVReader(SourceText(name: "t.csv", "a\nb\nc\n")).read(into: &findings) { _ in
      seen += 1
      return seen == 2 ? .stop : .next
    }
    #expect(seen == 2)
  }

  @Test("A field past the end of the row is empty, not a crash") func absentField() {
    var findings = Findings()
    CSVReader(SourceText(name: "t.csv", "a,b")).read(into: &findings) { row in
      #expect(row.string(2).isEmpty && row.isEmpty(7) && row.isEmpty(-1))
      #expect(!row.isEmpty(1))
      return .next
    }
  }

  @Test(
    "An empty text, blank lines or a byte-order mark alone give no rows", arguments: ["", "\n\n", "\u{FEFF}"])
  func nothing(text: String) {
    let (rows, found) = readRows(text)
    #expect(rows.isEmpty)
    #expect(found.isEmpty)
  }
}
