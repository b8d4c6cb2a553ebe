import Diagnostics
import Tabular
import Testing

@Suite("Mistakes in TOML") struct TOMLMistakeTests {
  /// Places and messages of what is wrong with a text, such as `1:3 a key must stand here`.
  private func mistakes(_ text: SourceText) -> [String] {
    var findings = Findings()
    let document = TOMLDocument(text, into: &findings)
    #expect((document == nil) == findings.hasErrors)
    #expect(findings.all.allSatisfy { $0.identifier == "toml-syntax" && !$0.remedy.isEmpty })
    return findings.all.map { "\($0.place?.line ?? 0):\($0.place?.column ?? 0) \($0.message)" }
  }

  private func mistakes(_ text: String) -> [String] { mistakes(SourceText(name: "l.toml", text)) }

  @Test(
    "A wrong key or header is told at its line and column",
    arguments: [
      ("= 1", #"1:1 a key must stand here, not "=""#),
      ("a\nb = 1", "1:2 = must stand here, not the end of the line"),
      ("a", "1:2 = must stand here, not the end of the text"),
      ("a b = 1", #"1:3 = must stand here, not "b""#), ("a. = 1", #"1:4 a key must stand here, not "=""#),
      ("\"\"\"a\"\"\" = 1", #"1:3 = must stand here, not """"#),
      ("é = 1", #"1:1 a key must stand here, not "é""#), ("'a\n' = 1", "1:1 what opens here is not closed"),
      ("[a", "1:3 ] must stand here, not the end of the text"),
      ("[a]]", #"1:4 the line must end here, not go on with "]""#),
      ("[[a]", #"1:4 ]] must stand here, not "]""#),
      ("[a] b = 1", #"1:5 the line must end here, not go on with "b""#),
      ("[]", #"1:2 a key must stand here, not "]""#), ("[ [a] ]", #"1:3 a key must stand here, not "[""#),
    ]) func keys(text: String, mistake: String)
  { #expect(mistakes(text).first == mistake) }

  @Test(
    "A list that is not closed is told where it opens, and what stands below it is read",
    arguments: [
      ("a = [1, 2\nb = 3", 1, 5), ("a = [\n  1,\n  2,\n[b]\nc = 1", 1, 5),
      ("x = 1\na = [\n  [1]\n[[b]]", 2, 5), ("a = [ { b = 1 }\nc = 2", 1, 5), ("a = [1,", 1, 5),
    ]) func unclosed(text: String, line: Int, column: Int)
  { #expect(mistakes(text) == ["\(line):\(column) what opens here is not closed"]) }

  @Test(
    "A number that is too large is told so",
    arguments: ["99999999999999999999", "1e400", "-1_000e400", "9223372036854775808", "-9223372036854775809"])
  func tooLarge(number: String) { #expect(mistakes("a = \(number)") == ["1:5 \(number) is too large"]) }

  @Test(
    "What stands twice is told with the line of the first",
    arguments: [
      ("a = 1\n\n  a = 2", #"3:3 "a" stands here again, after line 1"#),
      ("a.b = 1\na.b = 2", #"2:1 "a.b" stands here again, after line 1"#),
      ("a = 1\n\"a\" = 2", #"2:1 "a" stands here again, after line 1"#),
      ("[a]\n[b]\n[a]\nc = 1", #"3:2 "a" stands here again, after line 1"#),
      ("a = { b = 1, b = 2 }", #"1:14 "b" stands here again, after line 1"#),
      ("[a.b]\n[a]\n[a]", #"3:2 "a" stands here again, after line 2"#),
      ("[[a]]\n[a]", #"2:2 "a" stands here again, after line 1"#),
      ("[a]\n[[a]]", #"2:3 "a" stands here again, after line 1"#),
      ("a = []\n[[a]]", #"2:3 "a" stands here again, after line 1"#),
      ("[a.b]\n[[a]]", #"2:3 "a" stands here again, after line 1"#),
      ("a.b = 1\n[a]", #"2:2 "a" stands here again, after line 1"#),
      ("a = 1\na.b = 2", #"2:1 "a" of line 1 takes no more keys"#),
      ("a = {}\n[a.b]", #"2:2 "a" of line 1 takes no more keys"#),
      ("a = {}\na.b = 2", #"2:1 "a" of line 1 takes no more keys"#),
      ("[a.b]\n[a]\nb.c = 1", #"3:1 "b" of line 1 takes no more keys"#),
      ("a = [{}]\n[a.b]", #"2:2 "a" of line 1 takes no more keys"#),
      ("[[a.b]]\n[a]\nb.c = 1", #"3:1 "b" of line 1 takes no more keys"#),
    ]) func repeated(text: String, mistake: String)
  { #expect(mistakes(text) == [mistake]) }

  @Test(
    "A wrong text, list or table is told at its line and column",
    arguments: [
      ("a = \"b", "1:5 what opens here is not closed"), ("a = '''b\n\n", "1:5 what opens here is not closed"),
      (#"a = "\q""#, "1:6 this backslash begins no escape sequence"),
      (#"a = "\u12""#, "1:6 this backslash begins no escape sequence"),
      (#"a = "\uD800""#, "1:6 this backslash begins no escape sequence"),
      (#"a = "\U00110000""#, "1:6 this backslash begins no escape sequence"),
      ("a = \"\"\"\nb\\ c\"\"\"", "2:2 this backslash begins no escape sequence"),
      ("a = \"\"\"\\UFFFFF\nFFF\"\"\"", "1:8 this backslash begins no escape sequence"),
      ("a = \"\"\"b\"\"\"\"\"\"", #"1:14 the line must end here, not go on with """"#),
      ("a = [1 2]", #"1:8 , or ] must stand here, not "2""#),
      ("a = [1,, 2]", #"1:8 a value must stand here, not ",""#),
      ("a = [\n1,\n", "1:5 what opens here is not closed"),
      ("a = { b = 1, }", "1:14 an inline table may not end in a comma"),
      ("a = { b = 1\n}", "1:5 what opens here is not closed"),
      ("a = { b = 1 c = 2 }", #"1:13 , or } must stand here, not "c""#),
      ("a =", "1:4 a value must stand here, not the end of the text"),
      ("a = # b", ##"1:5 a value must stand here, not "#""##), ("a = True", #"1:5 "True" is not a value"#),
      ("a = much", #"1:5 "much" is not a value"#),
      ("a = 1 b = 2", #"1:7 the line must end here, not go on with "b""#),
    ]) func values(text: String, mistake: String)
  { #expect(mistakes(text).first == mistake) }

  @Test(
    "A number, date or time of another form is not a value",
    arguments: [
      "01", "-01", "+0_1", "1__0", "_1", "1_", "1_.5", "1._5", "1.", ".5", "-.5", "1.e5", "1e", "1e+", "1e_5",
      "1e5_", "1e5.5", "1.2.3", "0x", "0xg", "0x_1", "0x1_", "+0x1", "-0b1", "0o8", "0b2", "0B1", "0X1",
      "0x10000000000000000", "--1", "+", "inF", "Inf", "+-inf", "NAN", "١", "1٢", "−1", "1\u{A0}",
      "1994-13-01", "1994-00-01", "1994-04-31", "1994-01-00", "1900-02-29", "1994-1-01", "94-01-01",
      "1994-01-01T", "1994-01-01T00:00", "07:32", "7:32:00", "24:00:00", "07:60:00", "07:32:61", "07:32:00.",
      "07:32:00Z", "1994-01-01Z", "1994-01-01T00:00:00+24:00", "1994-01-01T00:00:00+0100",
      "1994-01-01T00:00:00z1",
    ]) func noValue(word: String)
  { #expect(mistakes("a = \(word)\n") == ["1:5 \"\(word)\" is not a value"]) }

  @Test("Every statement that is wrong is told, and no more than what is wrong first in a list")
  func allMistakes() {
    let text = #"""
      a = 01
      b = "\q \w"
      c = [
        1,
        [2,
        ! ],
        "x",
        { y = 1 },
      ]
      ok = 1
      d ! 1
      [a
      a = 1
      d = [
        1
      e = yes
      f = 1
      f = 2
      """#
    let found = mistakes(text).map { String($0.prefix { $0 != " " }) }
    #expect(found == ["1:5", "2:6", "2:9", "6:3", "11:3", "12:3", "14:5", "16:5", "18:1"])
  }

  @Test(
    "A text that is not UTF-8 is an error where it is not",
    arguments: [
      (Array("a = 1\nb = \"x".utf8) + [0xE9, 0x22], "2:7 the text is not UTF-8"),
      ([0xFF, 0xFE, 0x61, 0, 0x3D, 0, 0x31, 0], "1:1 the text is not UTF-8"),
    ] as [([UInt8], String)]) func encodings(bytes: [UInt8], mistake: String)
  { #expect(mistakes(SourceText(name: "l.toml", bytes: bytes)) == [mistake]) }

  @Test(
    "Control characters may stand nowhere, but a tab and the ends of lines",
    arguments: [
      ("a = 1 # \u{0}", "1:9"), ("a = \"b\u{1F}\"", "1:7"), ("a = 'é\u{7F}'", "1:7"),
      ("a = '''\n\u{B}'''", "2:1"), ("\u{C}", "1:1"), ("a = 1\r", "1:6"), ("a = 1\rb = 1\r\n", "1:6"),
      ("# \r\r\n", "1:3"),
    ]) func controls(text: String, place: String)
  { #expect(mistakes(text) == ["\(place) a control character stands here"]) }

  @Test("Sixty-four keys and lists may be inside each other, and no more") func depth() {
    let deep = "a = " + String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
    #expect(mistakes(deep) == [])
    #expect(mistakes("a." + deep).count == 1)
    #expect(mistakes("[t]\n" + deep).count == 1)
  }

  @Test(
    "A mistake before any value is an error at its place",
    arguments: [
      ("[=x]", 1, 2), ("a = 1\n[!x]\n", 2, 2), ("[[=x]]", 1, 3), ("[\n", 1, 2), ("[#]", 1, 2),
      ("  [ ,]", 1, 5), ("[.a]", 1, 2), ("[é]", 1, 2), ("[{a = 1}]", 1, 2), ("[[[a]]]", 1, 3),
      ("a = [1]\r\n[=x]", 2, 2), ("a = \"[\"\n[=x]", 2, 2), ("a = '[' # [\n[=x]", 2, 2),
      ("a = \"\"\"\n[\n\"\"\"\"\n[=x]", 4, 2), ("a = '\\'\n[=x]", 2, 2), ("a = \"\\\"[\"\n[=x]", 2, 2),
      ("[\"]\"]\n[=x]", 2, 2), ("a = { b = [1] }\n[=x]", 2, 2), ("a = [}", 1, 6), ("a = [\u{2028}]", 1, 6),
      ("a = [\u{85} 1]", 1, 6), ("é = 1", 1, 1), ("a = 1994-01-01Tx:", 1, 5), ("a = [\n1994-01-01t:]", 2, 1),
      ("a = “x”", 1, 5), ("a = 1 \u{2003}", 1, 7), ("a = [[}]]", 1, 7), ("a = [ # x\n}", 2, 1),
      ("a = [{ b = 1 },}", 1, 16), ("a = [1, }", 1, 9), ("[a]\n[=x]", 2, 2), ("a = ''\n[=x]", 2, 2),
      ("a = \"\"\n[=x]", 2, 2),
    ]) func beforeValues(text: String, line: Int, column: Int)
  {
    var findings = Findings()
    #expect(TOMLDocument(SourceText(name: "l.toml", text), into: &findings) == nil)
    #expect(places(findings) == ["l.toml:\(line):\(column) toml-syntax"])
  }

  @Test(
    "What only looks like it is read",
    arguments: [
      "a = [\n[ [1], [2] ],\n[ { b = 1 } ],\n[+1],\n[\n1 ],\n]\n", "a = \"\"\"\n[=x]\n\"\"\"\n",
      "a = '''\n[=x]\n'''\n", "# [=x]\n", "[ a . b ]\n", "[[ a ]]\n", "[\"=x\"]\n", "['']\n", "[-]\n",
      "a = \"[}\"\n", "a = [] # } é\n", "1994-01-01t = 1\n",
      "a = { b = 1, 1994-01-01T = 1994-01-01T00:00:00 }\n", "a = 1994-01-01\n", "a = \"é\"\n\"é\" = 'é'\n",
      "a = [{}, {b = [{}]}]\n", "a = \"\"\"x\"\"\"\"\"\n[b]\n", "a = [ # [\n[ '[' ] ]\n[b]\n",
    ]) func harmless(text: String)
  {
    var findings = Findings()
    #expect(TOMLDocument(SourceText(name: "l.toml", text), into: &findings) != nil)
    #expect(findings.isEmpty)
  }

  @Test(
    "Nesting without end is an error, not a crash",
    arguments: [
      "a = " + String(repeating: "[", count: 100_000), "a = " + String(repeating: "{ a = ", count: 100_000),
      String(repeating: "a.", count: 1_000_000) + "a = 1",
      "[" + String(repeating: "a . ", count: 1_000_000) + "a]",
    ]) func deepNesting(text: String)
  {
    var findings = Findings()
    #expect(TOMLDocument(SourceText(name: "l", text), into: &findings) == nil)
    #expect(findings.hasErrors)
  }
}
