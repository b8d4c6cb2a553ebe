import CLibCSV

/// Reads delimited text row by row with libcsv (RFC 4180, strict about quotes).
///
/// Streaming: one row is in memory at a time, no cell becomes a String unless it is asked for.
/// libcsv is fed one physical line after the other, which is how each row knows its line.
public struct CSVReader {
  /// What the caller of `read` wants after a row.
  public enum Continuation: Sendable {
    case next
    case stop
  }

  private let text: SourceText
  private let separator: UInt8

  /// A reader of a text.
  /// - Parameter separator: the byte between fields; told from the text when nil.
  public init(_ text: SourceText, separator: UInt8? = nil) {
    self.text = text
    self.separator = separator ?? Self.separator(of: text)
  }

  /// Calls `onRow` for each row that is not blank, in order, and notes broken quoting in `findings`.
  public func read(
    into findings: inout Findings, onRow: (CSVRow) throws -> Continuation
  ) rethrows {
    guard let parser = Parser(separator: separator) else {
      findings.append(Diagnostic(.error, "out-of-memory", "libcsv could not start"))
      return
    }
    var place = (line: 1, offset: 0)
    while place.offset < text.bytes.count {
      let next = text.lineEnd(from: place.offset)?.next ?? text.bytes.count
      if parser.isBetweenRows { parser.startRow(line: place.line, offset: place.offset) }
      if let broken = parser.feed(text.bytes, place.offset..<next) {
        findings.append(brokenQuote(line: place.line, offset: broken, lineStart: place.offset))
        parser.reset()
      } else if try deliver(parser, onRow) == .stop {
        return
      }
      place = (place.line + 1, next)
    }
    if parser.finish() {
      _ = try deliver(parser, onRow)
    } else {
      findings.append(openQuote(parser))
    }
  }

  private func deliver(_ parser: Parser, _ onRow: (CSVRow) throws -> Continuation) rethrows
    -> Continuation
  {
    guard parser.takeRow() else { return .next }
    defer { parser.clear() }
    return try onRow(CSVRow(parser.cells, line: parser.line, offset: parser.offset, in: self))
  }

  private func brokenQuote(line: Int, offset: Int, lineStart: Int) -> Diagnostic {
    let column = String(decoding: text.bytes[lineStart..<offset], as: UTF8.self).count + 1
    return Diagnostic(
      .error, "broken-quote", "a quotation mark stands where none may", in: text, line: line,
      column: column,
      remedy: "put the whole field in quotation marks and double each mark inside it")
  }

  private func openQuote(_ parser: Parser) -> Diagnostic {
    Diagnostic(
      .error, "open-quote", "a quotation mark is opened here and never closed", in: text,
      line: parser.line, column: 1, remedy: "close the quoted field, or remove the mark")
  }

  /// The separator: whichever of comma, semicolon and tab stands most often, outside quotes, in
  /// the first line that has any; comma when none does.
  static func separator(of text: SourceText) -> UInt8 {
    var counts: [(byte: UInt8, count: Int)] = [
      (ASCII.comma, 0), (ASCII.semicolon, 0), (ASCII.tab, 0),
    ]
    var quoted = false
    for byte in text.bytes.prefix(65_536) {
      if byte == ASCII.quote { quoted.toggle() }
      if quoted { continue }
      if byte == ASCII.lineFeed || byte == ASCII.carriageReturn,
        counts.contains(where: { $0.count > 0 })
      {
        break
      }
      for index in counts.indices where counts[index].byte == byte { counts[index].count += 1 }
    }
    let best = counts.max { $0.count < $1.count }
    guard let best, best.count > 0 else { return ASCII.comma }
    // max(by:) keeps the last of equals; a comma is the likelier of two.
    return counts.first { $0.count == best.count }?.byte ?? ASCII.comma
  }

  /// Where field `index` of the row that starts at `line` and `offset` stands.
  func place(ofField index: Int, line: Int, offset: Int) -> (line: Int, column: Int) {
    var field = 0
    var quoted = false
    var (line, lineStart, position) = (line, offset, offset)
    while position < text.bytes.count, field < index {
      let byte = text.bytes[position]
      if byte == ASCII.quote { quoted.toggle() }
      if byte == separator, !quoted { field += 1 }
      position += 1
      if byte == ASCII.lineFeed {
        line += 1
        lineStart = position
      }
    }
    let before = String(decoding: text.bytes[lineStart..<position], as: UTF8.self)
    return (line, before.count + 1)
  }
}
