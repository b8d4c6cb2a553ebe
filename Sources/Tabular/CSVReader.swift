import CLibCSV

/// Reads delimited text row by row with libcsv (RFC 4180, strict about quotes).
///
/// Streaming: one row is in memory at a time, no cell becomes a String unless it is asked for.
/// libcsv is fed one physical line after the other, which is how each row knows its line.
public struct CSVReader: Sendable {
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
  ///
  /// A row that cannot be read is left out. One whose quote is never closed would take the rest of
  /// the text with it, so reading goes on below the line that it starts on.
  public func read(
    into findings: inout Findings, onRow: (CSVRow) throws -> Continuation
  ) rethrows {
    guard let parser = Parser(separator: separator) else {
      findings.append(Diagnostic(.error, "out-of-memory", "libcsv could not start"))
      return
    }
    var place = (line: 1, offset: 0)
    while try readRest(from: place, parser, into: &findings, onRow) == .next {
      if parser.finish() {
        _ = try deliver(parser, onRow)
        return
      }
      // Each further attempt reads to the end: only as many as there are findings to gain.
      let again = findings.wants(.error, "open-quote", in: text)
      findings.append(.error, "open-quote", in: text) { openQuote(parser) }
      guard again else { return }
      place = (parser.line + 1, nextLine(after: parser.offset))
      parser.reset()
    }
  }

  private func readRest(
    from start: (line: Int, offset: Int), _ parser: Parser, into findings: inout Findings,
    _ onRow: (CSVRow) throws -> Continuation
  ) rethrows -> Continuation {
    var (line, offset) = start
    while offset < text.bytes.count {
      let next = nextLine(after: offset)
      if parser.isBetweenRows { parser.startRow(line: line, offset: offset) }
      if let broken = parser.feed(text.bytes, offset..<next) {
        findings.append(.error, "broken-quote", in: text) {
          brokenQuote(line: line, offset: broken, lineStart: offset, rowLine: parser.line)
        }
        parser.reset()
      } else if try deliver(parser, onRow) == .stop {
        return .stop
      }
      (line, offset) = (line + 1, next)
    }
    return .next
  }

  private func nextLine(after offset: Int) -> Int {
    text.lineEnd(from: offset)?.next ?? text.bytes.count
  }

  private func deliver(_ parser: Parser, _ onRow: (CSVRow) throws -> Continuation) rethrows
    -> Continuation
  {
    guard parser.takeRow() else { return .next }
    defer { parser.clear() }
    return try onRow(CSVRow(parser.cells, line: parser.line, offset: parser.offset, in: self))
  }

  private func brokenQuote(line: Int, offset: Int, lineStart: Int, rowLine: Int) -> Diagnostic {
    let column = String(decoding: text.bytes[lineStart..<offset], as: UTF8.self).count + 1
    let row = rowLine < line ? ", in the row that starts on line \(rowLine)" : ""
    return Diagnostic(
      .error, "broken-quote", "a quotation mark stands where none may\(row)", in: text,
      line: line, column: column,
      remedy: "put the whole field in quotation marks and double each mark inside it")
  }

  private func openQuote(_ parser: Parser) -> Diagnostic {
    let field = parser.cells.ends.count
    let place = place(ofField: field, line: parser.line, offset: parser.offset)
    return Diagnostic(
      .error, "open-quote", "a quotation mark is opened here and never closed", in: text,
      line: place.line, column: place.column, remedy: "close the quoted field, or remove the mark")
  }

  /// The separator: whichever of comma, semicolon and tab stands most often, outside quotes, in
  /// the first line that has any; comma when none does.
  static func separator(of text: SourceText) -> UInt8 { separators(of: text)[0] }

  /// Comma, semicolon and tab, the likeliest first: where a title with a comma stands above a table
  /// with semicolons, the second is the right one.
  public static func separators(of text: SourceText) -> [UInt8] {
    let all = [ASCII.comma, ASCII.semicolon, ASCII.tab]
    var counts = [0, 0, 0]
    var quoted = false
    for byte in text.bytes.prefix(65_536) {
      if byte == ASCII.quote { quoted.toggle() }
      if quoted { continue }
      if byte == ASCII.lineFeed || byte == ASCII.carriageReturn, counts != [0, 0, 0] { break }
      if let index = all.firstIndex(of: byte) { counts[index] += 1 }
    }
    // Of equals, a comma is the likeliest, then a semicolon.
    return all.indices.sorted { (-counts[$0], $0) < (-counts[$1], $1) }.map { all[$0] }
  }

  /// Where field `index` of the row that starts at `line` and `offset` stands; the end of the row
  /// when it has no such field.
  func place(ofField index: Int, line: Int, offset: Int) -> (line: Int, column: Int) {
    var field = 0
    var quoted = false
    var (line, lineStart, position) = (line, offset, offset)
    scan: while position < text.bytes.count, field < index {
      switch text.bytes[position] {
      case ASCII.quote: quoted.toggle()
      case separator where !quoted: field += 1
      case ASCII.lineFeed, ASCII.carriageReturn:
        if !quoted { break scan }
        line += 1
        lineStart = nextLine(after: position)
        position = lineStart
        continue
      default: break
      }
      position += 1
    }
    let before = String(decoding: text.bytes[lineStart..<position], as: UTF8.self)
    return (line, before.count + 1)
  }
}
