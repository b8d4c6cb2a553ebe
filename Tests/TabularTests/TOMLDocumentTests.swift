import Diagnostics
import Tabular
import Testing

@Suite("TOML whose keys have places") struct TOMLDocumentTests {
  private func place(_ path: [String], isValue: Bool = false, in text: String) throws -> String {
    var findings = Findings()
    let document = try #require(TOMLDocument(SourceText(name: "l.toml", text), into: &findings))
    findings.append(document, .made("e"), "so", at: path, isValue: isValue)
    return String(findings.all.first?.place?.description.dropFirst("l.toml".count) ?? "")
  }

  private static let lens = """
    # a comment with an = sign
    title = "a = b"   # and = another

    [aggregation]
    floor = 1.0

    [weights]
      economic = 1.0
    "food" = 2.0
    'personal' = 3
    a.b = 4

    [goalposts]
    military-expenditure = { worst = 0.5, best = 10.0 }

    [deep.er]
    key = 1

    [[list]]
    item = 1
    """

  @Test(
    "A key is found at its line and column, with line ends of either kind",
    arguments: [
      (["title"], ":2:1"), (["aggregation"], ":4:2"), (["aggregation", "floor"], ":5:1"),
      (["weights", "economic"], ":8:3"), (["weights", "food"], ":9:1"), (["weights", "personal"], ":10:1"),
      (["weights", "a", "b"], ":11:1"), (["goalposts", "military-expenditure"], ":14:1"),
      (["goalposts", "military-expenditure", "worst"], ":14:26"),
      (["goalposts", "military-expenditure", "best"], ":14:39"), (["deep", "er", "key"], ":17:1"),
      (["list"], ":19:3"),
    ], ["\n", "\r\n"]) func places(key: (path: [String], place: String), end: String) throws
  {
    let text = Self.lens.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: end)
    #expect(try place(key.path, in: text) == key.place)
  }

  @Test("A key without a place of its own is told at the nearest one above it") func nearest() throws {
    #expect(try place(["weights", "unknown"], in: Self.lens) == ":7:2")
    #expect(try place(["nowhere"], in: Self.lens).isEmpty)
  }

  @Test("An item of a list is found by its number, and a value behind its key") func values() throws {
    let text = "a = [ 1, { b = 2 } ]\n[[c]]\nd = 3\n[[c]]\nd = 4\n"
    #expect(try place(["a", "0"], in: text) == ":1:7")
    #expect(try place(["a", "1", "b"], in: text) == ":1:12")
    #expect(try place(["c", "1", "d"], in: text) == ":5:1")
    #expect(try place(["a", "1", "b"], isValue: true, in: text) == ":1:16")
    #expect(try place(["c", "0", "d"], isValue: true, in: text) == ":3:5")
  }

  @Test("What stands in a text of several lines is no key") func longText() throws {
    let text = "why = \"\"\"\nfloor = 2\n[weights]\n\"\"\"\nfloor = 1\n"
    #expect(try place(["floor"], in: text) == ":5:1")
  }

  @Test("Values keep their kinds") func kinds() throws {
    var findings = Findings()
    let text = """
      s = "x"
      i = 3
      f = 1.5
      b = true
      a = [1, "two"]
      t = { y = 1, x = 2 }
      d = 1994-01-01
      """
    let root = try #require(TOMLDocument(SourceText(name: "l", text), into: &findings)).root
    #expect(root[key: "s"]?.string == "x")
    #expect(root[key: "i"]?.number == 3 && root[key: "f"]?.number == 1.5)
    #expect(root[key: "b"] == .boolean(true))
    #expect(root[key: "a"] == .array([.integer(1), .string("two")]))
    #expect(root[key: "t"]?.members?.map(\.key) == ["x", "y"])
    #expect(
      root.members?.map(\.value.kind) == [
        "a list", "true or false", "a date or time", "a number", "a whole number", "a text", "a table",
      ])
    #expect(root[key: "q"] == nil && root[key: "s"]?.members == nil)
  }

  @Test(
    "A syntax error is told at its place",
    arguments: [
      ("a = 1\nb = \n", 2), ("a = 1\na = 2\n", 2), ("[x\n", 1), ("a = \"open\n", 1), ("a = 1\n\nb ! 2\n", 3),
      ("a = 99999999999999999999\n", 1),
    ]) func syntaxErrors(text: String, line: Int) throws
  {
    var findings = Findings()
    #expect(TOMLDocument(SourceText(name: "l.toml", text), into: &findings) == nil)
    let finding = try #require(findings.all.first)
    #expect(finding.identifier == "toml-syntax")
    #expect(finding.place?.line == line)
    #expect((finding.place?.column ?? 0) > 0)
  }

  @Test("A NUL byte is an error at its place, not the end of the text") func nul() {
    var findings = Findings()
    let text = SourceText(name: "l.toml", "a = 1\nbé\0 = 2\n")
    #expect(TOMLDocument(text, into: &findings) == nil)
    #expect(TabularTests.places(findings) == ["l.toml:2:3 toml-syntax"])
  }

  @Test("A table of many keys on one line is read in time that grows with its length") func wideTable() throws
  {
    let keys = (1...20_000).map { "k\($0) = 1" }.joined(separator: ", ")
    #expect(try place(["a", "k20000"], in: "a = { \(keys) }") == ":1:\(6 + keys.count - 9)")
  }

  @Test("A statement knows its lines and its table, and what is between statements belongs to none")
  func statements() throws {
    var findings = Findings()
    let text = "a.b = 1\n# c\n\n[\"d\\u0065\".f]\ng = [\n1,\n]\n"
    let document = try #require(TOMLDocument(SourceText(name: "l", text), into: &findings))
    #expect(document.statements.map(\.lines) == [0..<1, 3..<4, 4..<7])
    #expect(document.statements.map(\.table) == ["a", "de", "de"])
    #expect(document.statements.map(\.isHeader) == [false, true, false])
  }

  @Test("An empty text is an empty table") func empty() {
    var findings = Findings()
    let document = TOMLDocument(SourceText(name: "l", ""), into: &findings)
    #expect(document?.root.members?.isEmpty == true)
    #expect(findings.isEmpty)
  }
}
