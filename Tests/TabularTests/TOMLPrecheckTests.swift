import Tabular
import Testing

/// The parser below TOMLKit aborts the process at some texts; these must come back as findings.
@Suite("TOML that would end the program")
struct TOMLPrecheckTests {
  @Test(
    "What would end the program inside the parser is an error at its place",
    arguments: [
      ("[=x]", 1, 2), ("a = 1\n[!x]\n", 2, 2), ("[[=x]]", 1, 3), ("[\n]", 1, 2), ("[#]", 1, 2),
      ("  [ ,]", 1, 5), ("[.a]", 1, 2), ("[é]", 1, 2), ("[{a = 1}]", 1, 2), ("[[[a]]]", 1, 3),
      ("a = [1]\r\n[=x]", 2, 2), ("a = \"[\"\n[=x]", 2, 2), ("a = '[' # [\n[=x]", 2, 2),
      ("a = \"\"\"\n[\n\"\"\"\"\n[=x]", 4, 2), ("a = '\\'\n[=x]", 2, 2),
      ("a = \"\\\"[\"\n[=x]", 2, 2), ("[\"]\"]\n[=x]", 2, 2), ("a = { b = [1] }\n[=x]", 2, 2),
      ("a = [}", 1, 6), ("a = [\u{2028}]", 1, 6),
      ("a = [\u{85} 1]", 1, 6), ("é = 1", 1, 1), ("a = 1994-01-01Tx:", 1, 16),
      ("a = [\n1994-01-01t:]", 2, 12), ("a = “x”", 1, 5), ("a = 1 \u{2003}", 1, 7),
      ("a = [[}]]", 1, 7),
      ("a = [ # x\n}", 2, 1), ("a = [{ b = 1 },}", 1, 16),
      ("a = [1, }", 1, 9), ("[a]\n[=x]", 2, 2), ("a = ''\n[=x]", 2, 2), ("a = \"\"\n[=x]", 2, 2),
    ])
  func fatalToParser(text: String, line: Int, column: Int) {
    var findings = Findings()
    #expect(TOMLDocument(SourceText(name: "l.toml", text), into: &findings) == nil)
    #expect(places(findings) == ["l.toml:\(line):\(column) toml-syntax"])
  }

  @Test(
    "What only looks like it is read",
    arguments: [
      "a = [\n[ [1], [2] ],\n[ { b = 1 } ],\n[+1],\n[\n1 ],\n]\n", "a = \"\"\"\n[=x]\n\"\"\"\n",
      "a = '''\n[=x]\n'''\n", "# [=x]\n", "[ a . b ]\n", "[[ a ]]\n", "[\"=x\"]\n", "['']\n",
      "[-]\n", "a = \"[}\"\n", "a = [] # } é\n", "1994-01-01t = 1\n",
      "a = { b = 1, 1994-01-01T = 1994-01-01T00:00:00 }\n", "a = 1994-01-01\n",
      "a = \"é\"\n\"é\" = 'é'\n",
      "a = [{}, {b = [{}]}]\n", "a = \"\"\"x\"\"\"\"\"\n[b]\n",
      "a = [ # [\n[ '[' ] ]\n[b]\n",
    ])
  func harmless(text: String) {
    var findings = Findings()
    #expect(TOMLDocument(SourceText(name: "l.toml", text), into: &findings) != nil)
    #expect(findings.isEmpty)
  }

  @Test(
    "Nesting without end is an error, not a crash",
    arguments: [
      "a = " + String(repeating: "[", count: 100_000),
      "a = " + String(repeating: "{ a = ", count: 100_000),
      String(repeating: "a.", count: 1_000_000) + "a = 1",
      "[" + String(repeating: "a . ", count: 1_000_000) + "a]",
    ])
  func deepNesting(text: String) {
    var findings = Findings()
    #expect(TOMLDocument(SourceText(name: "l", text), into: &findings) == nil)
    #expect(findings.hasErrors)
  }
}
