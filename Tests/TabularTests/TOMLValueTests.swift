import Diagnostics
import Tabular
import Testing

@Suite("What TOML means") struct TOMLValueTests {
  private func read(_ text: String) throws -> TOMLNode {
    var findings = Findings()
    let document = TOMLDocument(SourceText(name: "l", text), into: &findings)
    return try #require(document, "\(findings.all.map(\.text))").root
  }

  @Test(
    "A number is read in any of its forms",
    arguments: [
      ("0", .integer(0)), ("+0", .integer(0)), ("-0", .integer(0)), ("1_000", .integer(1000)),
      ("-17", .integer(-17)), ("9223372036854775807", .integer(.max)),
      ("-9223372036854775808", .integer(.min)), ("0xDEAD_beef", .integer(0xDEAD_BEEF)),
      ("0o0755", .integer(0o755)), ("0b1101", .integer(13)), ("0.5", .float(0.5)), ("-0.0", .float(0)),
      ("3.0", .float(3)), ("1e06", .float(1e6)), ("1E-2", .float(0.01)), ("6.626e-34", .float(6.626e-34)),
      ("9_224.45_1", .float(9224.451)), ("1e+1_0", .float(1e10)), ("5e-400", .float(0)),
      ("inf", .float(.infinity)), ("+inf", .float(.infinity)), ("-inf", .float(-.infinity)),
      ("true", .boolean(true)), ("false", .boolean(false)),
      ("0.1234567890123456789", .float(0.12345678901234568)),
    ] as [(String, TOMLNode)]) func numbers(text: String, value: TOMLNode) throws
  {
    #expect(try read("a = \(text)")[key: "a"] == value)
    #expect(try read("a=[\(text),\(text)]# b")[key: "a"] == .array([value, value]))
  }

  @Test("What is not a number is read as that", arguments: ["nan", "+nan", "-nan"]) func notANumber(
    text: String
  ) throws { #expect(try read("a = \(text)")[key: "a"]?.number?.isNaN == true) }

  @Test(
    "A date and a time of the calendar and the clock are read",
    arguments: [
      "1994-05-31", "2000-02-29", "0000-01-01", "07:32:00", "23:59:60.999999999999", "1994-05-31T07:32:00",
      "1994-05-31t07:32:00.5z", "1994-05-31 07:32:00+23:59", "1994-05-31 07:32:00Z # b", "1994-05-31  # b",
    ]) func moments(text: String) throws
  {
    #expect(try read("a = \(text)\nb = 1") == (try read("b = 1\na = 07:32:00")))
    #expect(try read("a = \(text)")[key: "a"] == .moment)
  }

  @Test(
    "A text is read in any of its forms",
    arguments: [
      (#""""#, ""), ("''", ""), (#""a # b""#, "a # b"), (#"'\q"'"#, #"\q""#),
      (#""\b\t\n\f\r\"\\""#, "\u{8}\t\n\u{C}\r\"\\"), (#""\u00e9\U0001F600\u0000""#, "é😀\0"),
      ("\"\"\"\"\"\"", ""), ("''''''", ""), ("\"\"\"\na\nb\"\"\"", "a\nb"),
      ("\"\"\"\r\na\r\nb\"\"\"", "a\nb"), ("'''\n\na\\'''", "\na\\"), ("\"\"\"a \\\n \t\n  b\"\"\"", "a b"),
      ("\"\"\"\\  \r\n  a\"\"\"", "a"), ("\"\"\"a\"\"\"\"\"", "a\"\""), ("'''''a'''''", "''a''"),
      ("\"\"\"\"a\"\"b\"\"\"", "\"a\"\"b"), ("\"\"\"a\\\"\"\"\"\"", "a\"\""),
      ("'\u{2028}\u{85}\tx'", "\u{2028}\u{85}\tx"),
    ]) func texts(text: String, value: String) throws
  {
    #expect(
      try read("a = \(text) # b\nc = 1")[key: "a"]?.string?.unicodeScalars.elementsEqual(value.unicodeScalars)
        == true)
  }

  /// A text and what means the same.
  @Test(
    "Keys and tables may be written in several ways",
    arguments: [
      ("", "# nothing\n\t\r\n"), ("a.b.c = 1", "[a.b]\nc = 1"), ("a . 'b' .\t\"c\" = 1", "[a.b]\nc = 1"),
      ("a = { b = { c = 1 } }", "[a]\nb.c = 1"), ("[ a . \"b\" ]", "a = { b = {} }"),
      ("3.14 = 1", "[3]\n14 = 1"), ("'' = 1", "\"\" = 1"), ("'a.b' = 1", "\"a\\u002Eb\" = 1"),
      ("-_9 = 1", "'-_9' = 1"), ("true = 1\ninf = 2", "'true' = 1\n'inf' = 2"),
      ("a.b = 1\na.c = 2", "a = { c = 2, b = 1 }"), ("a.b = 1\nd = 3\na.c = 2", "d=3\na={b=1,c=2}"),
      ("[a.b]\nc = 1\n[a]\nd = 2", "[a]\nd = 2\nb = { c = 1 }"),
      ("[a]\nb.c = 1\n[a.b.d]\ne = 2", "a.b = { c = 1, d.e = 2 }"),
      ("[a.b.c]\n[a]\nb.d = 1", "a = { b = { c = {}, d = 1 } }"),
      ("[[a]]\nb = 1\n[[a]]", "a = [ { b = 1 }, {} ]"),
      ("[[a]]\n[a.b]\nc = 1\n[[a]]\n[a.b]\nc = 2", "a = [{b.c=1},{b.c=2}]"),
      ("[[a]]\n[[a.b]]\n[[a.b]]\n[[a]]", "a = [ { b = [ {}, {} ] }, {} ]"),
      ("a = [ # x\n 1, # y\n\n [ ], ] # z", "a = [1,[]]"), ("a = {}", "[a]"),
      ("[a]\n[b]\n[a.c]", "b = {}\na.c = {}"), ("a = 1\r\nb = 2", "b=2\na=1"), ("a = 1", "\u{FEFF}a = 1"),
    ]) func sameMeaning(one: String, other: String) throws
  { #expect(try read(one) == read(other)) }

  @Test("Keys are the same only if all their characters are") func sameKeys() throws {
    #expect(try read("\"\\u00e9\" = 1\n\"e\\u0301\" = 2\nA = 3\na = 4").members?.count == 4)
  }
}
