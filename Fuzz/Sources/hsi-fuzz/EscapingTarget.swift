import Diagnostics
import Foundation
import IndexModel
import Tabular

@testable import Reporting

/// Text from data in what is written: it reads back, and is never markup.
enum EscapingTarget {
  @Sendable static func run(_ bytes: [UInt8]) {
    let text = bytes.withUnsafeBufferPointer { TextEncoding.string($0) }
    let parts = text.split(separator: "\u{1}", omittingEmptySubsequences: false).map(String.init)
    checkCSV(parts)
    checkJSON(parts)
    checkMarkup(text)
    checkTables(parts)
    expect(
      !Diagnostic.printable(text).unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F },
      "nothing steers the terminal")
  }

  private static func checkCSV(_ parts: [String]) {
    var out = CSVText(header: ["a"])
    for part in parts { out.field(part) }
    out.field(1.5)
    out.endRow()
    var (findings, rows) = (Findings(), [[String]]())
    let source = SourceText(name: "t.csv", out.text)
    CSVReader(source, separator: UInt8(ascii: ",")).read(into: &findings) { row in
      rows.append(row.strings)
      return .next
    }
    expect(findings.isEmpty, "what is written can be read: \(words(findings))")
    expect(rows.count == 2, "\(rows.count) rows were written")
    let read = rows.last ?? []
    expect(read.count == parts.count + 1, "no field is lost")
    for (part, field) in zip(parts, read) {
      expect(field == part || field == "'" + part, "\(part.debugDescription) reads back")
      if let first = field.first { expect(!"=+-@".contains(first), "a field is no formula") }
    }
  }

  private static func checkJSON(_ parts: [String]) {
    let json = JSONText.object([
      ("texts", .array(parts.map { .string($0) })), (parts[0], .null), ("number", .number(1e300)),
    ])
    for text in [json.compact, json.pretty] {
      expect(!text.contains("<"), "no tag in JSON")
      let object = try? JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
      let texts = object?["texts"] as? [String]
      expect(texts == parts || parts[0] == "texts", "JSON reads back: \(text)")
    }
  }

  private static func checkMarkup(_ text: String) {
    let markdown = MarkdownText.escape(text)
    checkMarkdown(Array(markdown.unicodeScalars))
    expect(!markdown.unicodeScalars.contains { $0 == "\n" || $0 == "\r" }, "one line stays one")
    var html = HTMLWriter()
    html.text(text)
    expect(!html.bytes.contains { "<>\"'".utf8.contains($0) }, "no tag in HTML")
    var path = HTMLWriter()
    path.path(text)
    expect(!path.bytes.contains { "<>\"' ".utf8.contains($0) }, "no tag in a link")
  }

  /// Without the pairs that a backslash begins, nothing is left that could open a tag, a link, code or a cell.
  private static func checkMarkdown(_ scalars: [Unicode.Scalar]) {
    var place = 0
    while place < scalars.count {
      let after = place + 1 < scalars.count ? scalars[place + 1] : nil
      switch scalars[place] {
      case "\\":
        expect(
          after?.isASCII == true && after?.properties.isAlphabetic == false, "a backslash escapes a mark")
        place += 1
      case "<": expect(after == " ", "no tag in Markdown")
      case "`", "*", "[", "]", "|", "~": expect(false, "no markup in Markdown")
      default: break
      }
      place += 1
    }
  }

  private static func checkTables(_ parts: [String]) {
    var table = TextTable([.text("a", shrinksTo: 5), .number("b"), .text("c")])
    for part in parts { table.append([part, part, "x"]) }
    _ = table.plain(width: nil)
    _ = table.plain(width: 30, bold: true)
    let lines = table.escaped.markdown.split(separator: "\n", omittingEmptySubsequences: false)
    expect(lines.count == parts.count + 3, "a row is a line")
  }
}
