import Tabular
import Testing

@Suite("Numbers in cells") struct NumberTextTests {
  @Test(
    "A decimal number is read, with or without sign, fraction and exponent",
    arguments: [
      ("0", 0), ("1", 1), ("-1.5", -1.5), ("+2", 2), ("007", 7), (".5", 0.5), ("5.", 5), ("1e3", 1000),
      ("1E3", 1000), ("1e+3", 1000), ("1.5e-3", 0.0015), ("0e400", 0), ("1e-400", 0),
      ("0.000000000000000000000000001", 1e-27), ("1e22", 1e22), ("1e23", 1e23),
      ("9007199254740993", 9_007_199_254_740_992), ("18446744073709551616", 18446744073709551616),
    ] as [(String, Double)]) func numbers(text: String, value: Double)
  { #expect(NumberText(text) == .value(value)) }

  @Test("Minus nought keeps its sign") func minusNought() {
    guard case .value(let value) = NumberText("-0") else {
      Issue.record("-0 is a number")
      return
    }
    #expect(value == 0 && value.sign == .minus)
  }

  @Test(
    "Each of the usual marks stands for a missing value, in capitals or not",
    arguments: [
      "", "..", "NA", "na", "N/A", "n/a", "NaN", "nan", "NAN", "#N/A", "#n/a", "-", "…", "null", "NULL",
      "Null", "n.a.", "N.A.", "n.d.", ":", ".", "--", "---", "–", "...", "(NA)", "n.a",
    ]) func missing(mark: String)
  { #expect(NumberText(mark) == .missing) }

  @Test(
    "A number with something beside it is read, and how it is meant is told",
    arguments: [
      ("<2.5", 2.5, .bound), (">95", 95, .bound), ("<0", 0, .bound), (">1e3", 1000, .bound),
      ("<-1", -1, .bound), ("< 2.5", 2.5, .bound), ("≤5", 5, .bound), (">=5", 5, .bound),
      ("12.3*", 12.3, .footnote), ("12.3 **", 12.3, .footnote), ("12.3†", 12.3, .footnote),
      ("7²", 7, .footnote), ("12.3 [a]", 12.3, .footnote), ("12.3[12]", 12.3, .footnote),
      ("12.3(b)", 12.3, .footnote), ("(34)", 34, .brackets), ("( 3.4 )", 3.4, .brackets),
      ("12.3%", 12.3, .percent), ("12.3 %", 12.3, .percent), ("1 234", 1234, .grouped),
      ("1\u{A0}234\u{A0}567.5", 1_234_567.5, .grouped), ("1\u{202F}000", 1000, .grouped),
      ("1'234.5", 1234.5, .grouped), ("1’000", 1000, .grouped), ("-1 234", -1234, .grouped),
      ("<1 000*", 1000, [.bound, .grouped, .footnote]), ("(34)*", 34, [.brackets, .footnote]),
    ] as [(String, Double, NumberText.Qualifier)]) func qualified(
      text: String, value: Double, qualifier: NumberText.Qualifier
    )
  { #expect(NumberText(text) == .qualified(value, qualifier)) }

  @Test(
    "A minus sign of typography and spaces around a number change nothing",
    arguments: [("\u{2212}1.5", -1.5), ("1 ", 1), (" 1", 1), ("\u{A0}12.5\u{A0}", 12.5)]) func typography(
      text: String, value: Double
    )
  { #expect(NumberText(text) == .value(value)) }

  @Test(
    "Commas and several points wait for the column to tell what they mean",
    arguments: [
      "1,234", "1,5", "1.234,5", "1,234.5", "1,234,567", "1.234.567", ",5", "1 234,5", "<2,5", "12,3*",
      "-0,5", "1,5e3",
    ]) func localised(text: String)
  { #expect(NumberText(text) == .localised) }

  @Test(
    "Bytes of Windows-1252 beside a number are understood",
    arguments: [([0x31, 0xA0, 0x32, 0x33, 0x34], 1234), ([0x35, 0x86], 5)] as [([UInt8], Double)])
  func otherEncoding(bytes: [UInt8], value: Double) {
    let number = bytes.withUnsafeBufferPointer { NumberText($0) }
    guard case .qualified(let read, _) = number else {
      Issue.record("\(number)")
      return
    }
    #expect(read == value)
    #expect([0x85].withUnsafeBufferPointer { NumberText($0) } == .missing)
  }

  @Test(
    "Anything else is malformed: it is never read as something near it",
    arguments: [
      "1.2.3", "1_000", "0x10", "0x1p3", "inf", "-inf", "infinity", "1e", "1e+", "e5", "--1", "+-1", "-+1",
      "1-", "+", "-.", ".e1", "1e400", "-1e400", "1e99999999999999999999", "12a", "a12", "<", ">", "<<1",
      "<NA", "$5", "nil", "none", " ", "\0", "1\0", "1\0002", "٣", "½", "1 23", "1 2345", "12 34 567", "1'23",
      "1 234'567", "1,23,456", "1,234,56", "1.23,456.7", ",", "1,,2", "(12", "12)", "()", "(a)", "[a]",
      "12.3abc", "*", "%", "1%%", "1 000 ,5,", "1,2,3.4", "12.3 [abcd]", "12.3(12)", "1 2", "2020-01",
    ]) func malformed(text: String)
  { #expect(NumberText(text) == .malformed) }

  @Test(
    "Once the column has proved its mark, the other one parts thousands or is wrong",
    arguments: [
      ("1,5", DecimalMark.comma, 1.5), ("1.234", .comma, 1234), ("1.234,5", .comma, 1234.5),
      ("1.234.567", .comma, 1_234_567), ("12", .comma, 12), ("-0,25", .comma, -0.25),
      ("1 234,5", .comma, 1234.5), ("1.5", .comma, nil), ("1,234.5", .comma, nil), ("12.34,5", .comma, nil),
      ("1,234", .point, 1234), ("1,234.5", .point, 1234.5), ("1.5", .point, 1.5), ("1,5", .point, nil),
      ("1.234,5", .point, nil), ("1,23", .point, nil), ("1,5e3", .comma, 1500), ("1.5e3", .comma, nil),
      ("..", .comma, nil), ("0,234", .point, nil), ("0.234", .comma, nil), ("1,234e2", .point, nil),
    ] as [(String, DecimalMark, Double?)]) func provedMarks(text: String, mark: DecimalMark, value: Double?)
  {
    var text = text
    let number = text.withUTF8 { NumberText($0, mark) }
    let read: Double? =
      switch number {
      case .value(let value), .qualified(let value, _): value
      default: nil
      }
    #expect(read == value)
  }

  @Test(
    "A column proves its mark by one cell that can be read in one way only",
    arguments: [
      (["1,5"], DecimalMark.comma), (["1,234", "0,5"], .comma), (["1,234", "1.5"], .point),
      (["1,234,567"], .point), (["1.234.567"], .comma), (["1.234,5"], .comma), (["1,234.5"], .point),
      (["0,123"], .comma), (["1234,567"], .comma), (["1,234"], nil), (["1,234", "12", ".."], nil),
      (["1,5", "1.5"], nil), (["1 234,567"], .comma), ([",123"], .comma), (["<0,5*"], .comma),
      (["1,234e2"], .comma),
    ] as [([String], DecimalMark?)]) func evidence(cells: [String], mark: DecimalMark?)
  {
    var evidence = DecimalEvidence()
    for (line, cell) in cells.enumerated() {
      var cell = cell
      cell.withUTF8 { evidence.note($0, line: line + 1, field: 0) }
    }
    #expect(evidence.mark == mark)
  }

  @Test("A tail of a million digits is read without overflow") func manyDigits() {
    let nines = String(repeating: "9", count: 1_000_000)
    #expect(NumberText("0." + nines) == .value(1))
    #expect(NumberText(nines) == .malformed)
    #expect(NumberText(nines + "e-1000000") == .value(1))
    #expect(NumberText(String(repeating: "0", count: 100_000) + "7") == .value(7))
  }
}
