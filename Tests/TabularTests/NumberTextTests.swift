import Tabular
import Testing

@Suite("Numbers in cells")
struct NumberTextTests {
  @Test(
    "A decimal number is read, with or without sign, fraction and exponent",
    arguments: [
      ("0", 0), ("1", 1), ("-1.5", -1.5), ("+2", 2), ("007", 7), (".5", 0.5), ("5.", 5),
      ("1e3", 1000), ("1E3", 1000), ("1e+3", 1000), ("1.5e-3", 0.0015), ("0e400", 0),
      ("1e-400", 0), ("0.000000000000000000000000001", 1e-27), ("1e22", 1e22), ("1e23", 1e23),
      ("9007199254740993", 9_007_199_254_740_992), ("18446744073709551616", 18446744073709551616),
    ] as [(String, Double)])
  func numbers(text: String, value: Double) {
    #expect(NumberText(text) == .value(value))
  }

  @Test("Minus nought keeps its sign")
  func minusNought() {
    guard case .value(let value) = NumberText("-0") else {
      Issue.record("-0 is a number")
      return
    }
    #expect(value == 0 && value.sign == .minus)
  }

  @Test(
    "Each of the usual marks stands for a missing value, in capitals or not",
    arguments: [
      "", "..", "NA", "na", "N/A", "n/a", "NaN", "nan", "NAN", "#N/A", "#n/a", "-", "…", "null",
      "NULL", "Null",
    ])
  func missing(mark: String) {
    #expect(NumberText(mark) == .missing)
  }

  @Test(
    "A qualified number is read as its bound",
    arguments: [("<2.5", 2.5), (">95", 95), ("<0", 0), (">1e3", 1000), ("<-1", -1)])
  func bounds(text: String, value: Double) {
    #expect(NumberText(text) == .bound(value))
  }

  @Test(
    "Anything else is malformed: it is never read as something near it",
    arguments: [
      "1,234", "1,5", "1.234,5", "1.2.3", "1'000", "1_000", "0x10", "0x1p3", "inf", "-inf",
      "infinity", "1e", "1e+", "e5", "--1", "+-1", "-+1", "1-", "+", ".", "-.", ".e1", "1 ", " 1",
      "1 000", "1\u{A0}000", "\u{2212}1", "1e400", "-1e400", "1e99999999999999999999", "12a",
      "a12", "<", ">", "<<1", "<NA", "<=5", "≤5", "1%", "$5", "...", "--", "nil", "none", " ",
      "\0", "1\0", "1\0002", "٣", "½",
    ])
  func malformed(text: String) {
    #expect(NumberText(text) == .malformed)
  }

  @Test("A tail of a million digits is read without overflow")
  func manyDigits() {
    let nines = String(repeating: "9", count: 1_000_000)
    #expect(NumberText("0." + nines) == .value(1))
    #expect(NumberText(nines) == .malformed)
    #expect(NumberText(nines + "e-1000000") == .value(1))
    #expect(NumberText(String(repeating: "0", count: 100_000) + "7") == .value(7))
  }
}
