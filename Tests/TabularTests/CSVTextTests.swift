import Tabular
import Testing

@Suite("Writing CSV") struct CSVTextTests {
  private func written(_ value: String) -> String {
    var out = CSVText(header: [])
    out.field("x")
    out.field(value)
    out.endRow()
    return String(out.text.dropFirst(3).dropLast())
  }

  @Test("A table is a header and rows, each ended by LF") func table() {
    var out = CSVText(header: ["iso3", "value", "n"])
    out.field("NOR")
    out.field(1.5)
    out.field(3)
    out.endRow()
    out.field("SWE")
    out.field(Double?.none)
    out.field(Int?.none)
    out.endRow()
    #expect(out.text == "iso3,value,n\nNOR,1.5,3\nSWE,,\n")
  }

  @Test(
    "A field is quoted where it has to be",
    arguments: [
      ("plain", "plain"), ("", ""), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), ("a\nb", "\"a\nb\""),
      ("a\r\nb", "\"a\r\nb\""), (" a", "\" a\""), ("a ", "\"a \""), ("a;b", "a;b"), ("Åland", "Åland"),
      ("a\t", "\"a\t\""), (" ", "\" \""), (" \u{301}a", "\" \u{301}a\""),
    ]) func quoting(value: String, text: String)
  { #expect(written(value) == text) }

  @Test(
    "A text that a spreadsheet would take for a formula stays a text",
    arguments: [
      ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@SUM(A1)", "'@SUM(A1)"), ("=a,b", "\"'=a,b\""),
      ("\tx", "'\tx"), ("\t", "\"'\t\""), ("\rx", "\"'\rx\""), ("a=b", "a=b"),
    ]) func formulas(value: String, text: String)
  { #expect(written(value) == text) }

  @Test("A negative number is not taken for a formula") func negativeNumber() {
    var out = CSVText(header: ["v"])
    out.field(-1.5)
    out.endRow()
    #expect(out.text == "v\n-1.5\n")
  }

  @Test(
    "A number is the shortest text that reads back",
    arguments: [
      (0, "0"), (5, "5"), (-3, "-3"), (0.1, "0.1"), (1e15, "1000000000000000"), (1e22, "1e+22"),
      (1e16, "10000000000000000"), (-1e17, "-1e+17"), (Double.leastNonzeroMagnitude, "5e-324"),
      (999_999_999_999_999, "999999999999999"), (0.1 + 0.2, "0.30000000000000004"),
    ] as [(Double, String)]) func shortest(value: Double, text: String)
  {
    #expect(CSVText.shortest(value) == text)
    #expect(NumberText(text) == .value(value))
  }

  @Test("NaN is an empty field") func notANumber() {
    var out = CSVText(header: ["v", "w"])
    out.field(Double.nan)
    out.field(1.0)
    out.endRow()
    #expect(out.text == "v,w\n,1\n")
  }

  @Test("A hundred thousand random numbers read back to the same bits") func randomNumbers() {
    var random = SeededGenerator(2024)
    let wrong = (0..<100_000).compactMap { _ -> Double? in
      let value = Double(bitPattern: random.next())
      guard value.isFinite else { return nil }
      return NumberText(CSVText.shortest(value)) == .value(value) ? nil : value
    }
    #expect(wrong.prefix(5) == [])
  }

  @Test("What is written reads back field by field") func roundTrip() {
    let fields = ["a", "b,c", "d\"e\"", "", "f\ng", " h ", "i;j", "k\t", "Côte d'Ivoire"]
    var out = CSVText(header: fields)
    for field in fields { out.field(field) }
    out.endRow()
    #expect(readRows(out.text).rows.map(\.fields) == [fields, fields])
  }
}
