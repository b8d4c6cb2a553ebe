import Reporting
import Tabular
import Testing

@Suite("Tables for people") struct TextTableTests {
  static func sample() -> TextTable {
    var table = TextTable([
      .number("rank"), .text("country", shrinksTo: 6), .number("score"), .number("coverage"),
    ])
    table.append(["1", "Arcadia the Great", "93.5", "100 %"])
    table.append(["12", "Utopia", "8.0", "5 %"])
    return table
  }

  @Test("numbers align on the decimal point, texts to the left") func alignment() {
    let expected = """
      rank  country            score  coverage
         1  Arcadia the Great   93.5     100 %
        12  Utopia               8.0       5 %

      """
    #expect(Self.sample().plain(width: nil) == expected)
  }

  @Test("numbers with different decimals align on the point; what is no number aligns right")
  func decimalPoint() {
    var table = TextTable([.text("of"), .number("value")])
    for (name, value) in [("a", "4 808"), ("b", "0.400"), ("c", "−12.5"), ("d", "missing")] {
      table.append([name, value])
    }
    let expected = """
      of      value
      a   4 808
      b       0.400
      c     −12.5
      d     missing

      """
    #expect(table.plain(width: nil) == expected)
  }

  @Test("no line is wider than the terminal", arguments: [16, 20, 25, 30, 34, 38]) func width(_ width: Int) {
    let lines = Self.sample().plain(width: width).split(separator: "\n")
    #expect(lines.prefix(3).allSatisfy { $0.count <= width })
  }

  @Test("where room is scarce heads are broken first, then texts are cut") func order() {
    let some = Self.sample().plain(width: 36).split(separator: "\n")
    #expect(some[0].hasSuffix("cove-") && some[1].hasSuffix("rage"), "\(some)")
    #expect(some[2].contains("Arcadia the Great"))
    let less = Self.sample().plain(width: 30).split(separator: "\n")
    #expect(less[2].contains("Arcadia the …"), "\(less)")
  }

  @Test("a column without room is left out and named") func omission() {
    let text = Self.sample().plain(width: 20)
    #expect(text.hasSuffix("(no room for: coverage)\n"))
  }

  @Test("Markdown escapes what a cell could break", arguments: ["|", "<b>", "*", "`", "[x](y)"])
  func markdown(_ hostile: String) {
    let escaped = MarkdownText.escape(hostile)
    #expect(!escaped.contains("<b>"))
    for mark in ["|", "*", "`", "[", "]"] where hostile.contains(mark) {
      #expect(escaped.contains("\\" + mark))
    }
  }
}

@Suite("Sentences for the terminal") struct ProseTests {
  @Test("lines break between words and are no wider than the terminal") func wrapped() {
    #expect(Prose.wrapped("one two three four", width: 9) == "one two\nthree\nfour")
    #expect(Prose.wrapped("unbreakable word", width: 4) == "unbreakable\nword")
    #expect(Prose.wrapped("one two three", width: nil) == "one two three")
  }
}

@Suite("Numbers as people read them") struct NumberFormatTests {
  @Test(
    "fixed decimals round half away from zero and keep the sign",
    arguments: [
      (12.25, 1, "12.3"), (-0.04, 1, "0.0"), (-0.06, 1, "−0.1"), (99.95, 1, "100.0"), (5.0, 0, "5"),
      (0.005, 2, "0.01"),
    ]) func fixed(_ value: Double, _ decimals: Int, _ text: String)
  { #expect(NumberFormat.fixed(value, decimals) == text) }

  @Test("what is not there is a dash, never a zero") func missing() {
    #expect(NumberFormat.fixed(nil, 1) == "–")
    #expect(NumberFormat.value(.nan) == "–")
  }

  @Test(
    "values keep about three digits",
    arguments: [
      (0.1234, "0.123"), (1.234, "1.23"), (12.34, "12.3"), (123.4, "123"),
      (1_234_567.0, "1\u{202F}234\u{202F}567"), (-25.0, "−25"), (1e300, "1e+300"), (-2.5e300, "−2.5e+300"),
    ]) func value(_ value: Double, _ text: String)
  { #expect(NumberFormat.value(value) == text) }
}
