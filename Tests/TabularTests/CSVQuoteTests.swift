import Diagnostics
import Tabular
import Testing

@Suite("Broken quoting, and where fields stand") struct CSVQuoteTests {
  @Test(
    "A quotation mark where none may stand is found at its line and column",
    arguments: [
      ("a,b\nc,d\"e\nf,g", "t.csv:2:4 broken-quote"), ("a,b\nc,\"d\"e\nf,g", "t.csv:2:6 broken-quote"),
      ("a,b\nÅø,d\"e\nf,g", "t.csv:2:5 broken-quote"), ("a,b\r\nc,d\"e\r\nf,g", "t.csv:2:4 broken-quote"),
      ("a,b\n\nc,\"x\ny \"z\" w\"\nf,g", "t.csv:4:4 broken-quote"),
    ]) func brokenQuote(text: String, place: String)
  {
    let (rows, found) = readRows(text)
    #expect(places(found) == [place])
    #expect(rows.first?.fields == ["a", "b"])
    #expect(rows.last?.fields == ["f", "g"])
  }

  @Test("A broken quote names the line on which its row began") func brokenQuoteOfLongRow() {
    let found = readRows("a,b\nc,\"x\ny\nz\"w\nf,g").found
    #expect(found.all.first?.message.contains("starts 2 lines above") == true)
  }

  @Test(
    "A quote that is never closed is found where it was opened, and later rows are still read",
    arguments: [
      ("a,b\nc,\"d\ne,f\ng,h", "t.csv:2:3 open-quote"), ("a,b\n\"c,d\ne,f\ng,h", "t.csv:2:1 open-quote"),
      ("a,b\nÅø,\"d\ne,f\ng,h", "t.csv:2:4 open-quote"),
      ("a,b\r\nc,\"d\r\ne,f\r\ng,h\r\n", "t.csv:2:3 open-quote"),
    ]) func openQuote(text: String, place: String)
  {
    let (rows, found) = readRows(text)
    #expect(places(found) == [place])
    #expect(rows.map(\.fields) == [["a", "b"], ["e", "f"], ["g", "h"]])
    #expect(rows.map(\.line) == [1, 3, 4])
  }

  @Test("A quote left open on the last line is found there") func openQuoteAtEnd() {
    let (rows, found) = readRows("a,b\nc,\"")
    #expect(places(found) == ["t.csv:2:3 open-quote"])
    #expect(rows.count == 1)
  }

  @Test("Twenty broken quotes are told and the rest are counted, quickly") func manyBrokenQuotes() {
    let (rows, found) = readRows("a,b\n" + String(repeating: "c,d\"e\n", count: 100_000) + "f,g")
    #expect(rows.map(\.fields) == [["a", "b"], ["f", "g"]])
    #expect(found.all.count == Findings.limit + 1)
    #expect(found.all.last?.message == "and 99980 more like this in the same file")
  }

  @Test("Many quotes left open do not take time in proportion to their square") func manyOpenQuotes() {
    // Each pair of lines leaves a quote open up to a mark that breaks it.
    let (_, found) = readRows(String(repeating: "a,\"b\nc,d\n\"e\"f,g\n", count: 30_000))
    #expect(found.hasErrors)
    #expect(found.all.count <= 2 * (Findings.limit + 1))
  }

  @Test(
    "The place of a field is its line and its column in characters",
    arguments: [
      ("a,b,c", 0, 1, 1), ("a,b,c", 2, 1, 5), ("Åland,Côte,c", 1, 1, 7), ("Åland,Côte,c", 2, 1, 12),
      ("\"a,b\",c", 1, 1, 7), ("\"a\"\"b\",c", 1, 1, 8), ("\"a\nbc\",d", 1, 2, 5), ("\"a\r\nbc\",d", 1, 2, 5),
      ("\"a\rbc\",d", 1, 2, 5), ("e\u{301}e\u{301},d", 1, 1, 4), ("👩‍👩‍👧,d", 1, 1, 3),
    ]) func placeOfField(text: String, field: Int, line: Int, column: Int)
  { #expect(placeOfLastRow(text, field: field) == [line, column]) }

  @Test(
    "The place of a field that the row lacks is the end of the row, not one of another row",
    arguments: ["\n", "\r\n", "\r"]) func placeOfAbsentField(end: String)
  {
    var found: [[Int]] = []
    var findings = Findings()
    let text = ["a,b,c", "de", "f,g,h"].joined(separator: end)
    CSVReader(SourceText(name: "t.csv", text)).read(into: &findings) { row in
      let place = row.place(ofField: 2)
      found.append([place.line, place.column])
      return .next
    }
    #expect(found == [[1, 5], [2, 3], [3, 5]])
  }

  private func placeOfLastRow(_ text: String, field: Int) -> [Int] {
    var result: [Int] = []
    var findings = Findings()
    CSVReader(SourceText(name: "t.csv", text)).read(into: &findings) { row in
      let place = row.place(ofField: field)
      result = [place.line, place.column]
      return .next
    }
    return result
  }
}
