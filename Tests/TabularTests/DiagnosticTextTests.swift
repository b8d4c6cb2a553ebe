import Diagnostics
import Tabular
import Testing

@Suite("Diagnostics as text and as JSON") struct DiagnosticTextTests {
  private func caret(of diagnostic: Diagnostic) throws -> (line: String, column: Int) {
    let lines = diagnostic.text.split(separator: "\n", omittingEmptySubsequences: false)
    let line = try #require(lines.count > 1 ? lines[1] : nil)
    let mark = try #require(lines.count > 2 ? lines[2].firstIndex(of: "^") : nil)
    return (String(line), lines[2].distance(from: lines[2].startIndex, to: mark))
  }

  @Test("A finding is place, severity, message, identifier, excerpt with caret, remedy") func wholeText() {
    let source = SourceText(name: "Data/t.csv", "iso3,year\nNOR,20x3\n")
    let finding = Diagnostic(
      .made("bad-year"), "\"20x3\" is not a year", in: source, line: 2, column: 5, remedy: "write four digits"
    )
    #expect(
      finding.text == """
        Data/t.csv:2:5: error: "20x3" is not a year [bad-year]
          | NOR,20x3
          |     ^
          = write four digits
        """)
  }

  @Test("What has no place, line, column or remedy leaves it out") func partial() {
    #expect(Diagnostic(.made("n", .note), "so").text == "note: so [n]")
    #expect(Diagnostic(.made("w", .warning), "so", at: .init(file: "f")).text == "f: warning: so [w]")
    let source = SourceText(name: "f", "abc")
    let doubt = FindingKind.made("w", .warning)
    #expect(Diagnostic(doubt, "so", in: source, line: 1).text == "f:1: warning: so [w]\n  | abc")
    #expect(Diagnostic(doubt, "so", in: source, line: 9, column: 2).text == "f:9:2: warning: so [w]")
    #expect(Diagnostic(.made("e"), "so").text == "error: so [e]\n  = do nothing", "an error never does")
  }

  @Test("The caret stands under the column", arguments: [1, 2, 7, 11]) func caretColumn(column: Int) throws {
    let source = SourceText(name: "f", "Åland,\tCôte,x")
    let finding = Diagnostic(.made("e"), "so", in: source, line: 1, column: column)
    let (line, mark) = try caret(of: finding)
    #expect(mark == 4 + column - 1)
    #expect(line == "  | Åland,·Côte,x")
  }

  @Test("A column past the end of the line puts the caret behind the line") func caretPastEnd() throws {
    let source = SourceText(name: "f", "abc")
    let finding = Diagnostic(.made("e"), "so", in: source, line: 1, column: 99)
    #expect(try caret(of: finding).column == 4 + 3)
  }

  @Test(
    "Of a long line a window of a hundred characters is shown, the column within it",
    arguments: [1, 30, 100, 101, 5000, 9950, 10_000]) func longLine(column: Int) throws
  {
    // Each character says which column it stands in, modulo ten.
    let digits = (1...10_000).map { String($0 % 10) }.joined()
    let source = SourceText(name: "f", digits)
    let finding = Diagnostic(.made("e"), "so", in: source, line: 1, column: column)
    let (line, mark) = try caret(of: finding)
    #expect(line.count <= 4 + 102)
    #expect(Array(line)[mark] == Character(String(column % 10)))
    #expect(line.hasPrefix("  | …") == (column > 51))
    #expect(line.hasSuffix("…") == (column <= 9950))
  }

  @Test("Text from a file cannot steer the terminal or reorder the line") func controlCharacters() {
    let nasty = "a\u{1B}[2Jb\u{9B}c\u{7}d\u{202E}e\u{2066}f\u{7F}g\u{0}h"
    let source = SourceText(name: "f\u{1B}.csv", nasty)
    let finding = Diagnostic(
      .made("e"), "\(nasty) is wrong", in: source, line: 1, column: 1, remedy: "not \(nasty)")
    let steering = finding.text.unicodeScalars.filter {
      ($0.value < 0x20 && $0 != "\n") || (0x7F...0x9F).contains($0.value)
        || (0x202A...0x202E).contains($0.value) || (0x2066...0x2069).contains($0.value)
    }
    #expect(steering.isEmpty)
    #expect(finding.text.contains("| a·[2Jb·c·d·e·f·g·h\n"))
    #expect(finding.text.split(separator: "\n").count == 4)
  }

  @Test("A line end in a message does not forge a line of output") func lineEndInMessage() {
    let finding = Diagnostic(.made("w", .warning), "\"a\nf:1: error: b\" is wrong", at: .init(file: "f"))
    #expect(finding.text == "f: warning: \"a·f:1: error: b\" is wrong [w]")
  }

  @Test("As JSON a finding keeps everything, and null stands for what is not known") func json() {
    let source = SourceText(name: "f", "a\"b\u{1}")
    #expect(
      Diagnostic(.made("e"), "so", in: source, line: 1, column: 2, remedy: "thus").json.compact
        == #"{"severity":"error","identifier":"e","message":"so","file":"f","line":1,"column":2,"#
        + #""excerpt":"a\"b\u0001","remedy":"thus"}"#)
    #expect(
      Diagnostic(.made("n", .note), "so").json.compact
        == #"{"severity":"note","identifier":"n","message":"so","file":null,"line":null,"#
        + #""column":null,"excerpt":"","remedy":""}"#)
  }

  @Test("Severities are ordered by weight") func severities() {
    #expect(Diagnostic.Severity.allCases.shuffledAndSorted == [.note, .warning, .error])
  }

  @Test("Two findings are the same when all that is shown of them is") func equality() {
    let source = SourceText(name: "f", "abc\nabc")
    let one = Diagnostic(.made("e"), "so", in: source, line: 1)
    #expect(one == Diagnostic(.made("e"), "so", in: source, line: 1))
    #expect(one != Diagnostic(.made("e"), "so", in: source, line: 2))
    #expect(Set([one, one]).count == 1)
  }

  @Test(
    "However long the words of a file are, a finding is short",
    arguments: [String(repeating: "x", count: 50_000), "a" + String(repeating: "\u{301}", count: 50_000)])
  func longWords(word: String) {
    let text = SourceText(name: "t.csv", "a,\(word)\n")
    let finding = Diagnostic(
      .made("made-up"), "unknown \(word)", in: text, line: 1, column: 3, remedy: "known: \(word)")
    #expect(finding.text.utf8.count < 8000)
    #expect(finding.json.compact.utf8.count < 8000)
    #expect(finding.text.contains("unknown ") && finding.text.contains("…"))
  }
}

extension [Diagnostic.Severity] {
  fileprivate var shuffledAndSorted: [Diagnostic.Severity] { Array(reversed()).sorted() }
}
