import CLibCSV
import Diagnostics

/// Reads delimited text row by row (RFC 4180, strict about quotes): with libcsv, and where a line has no
/// quotation mark but right around fields, by its separators alone.
///
/// Streaming: one row is in memory at a time, no cell becomes a String unless it is asked for.
/// libcsv is fed one physical line after the other, which is how each row knows its line.
package struct CSVReader: Sendable {
  /// What the caller of `read` wants after a row.
  package enum Continuation: Sendable { case next, stop }

  /// How the reading of a part of a text ended.
  package struct End: Sendable, Equatable {
    /// Where the next row would start, in bytes; `Int.max` when nothing more can be read.
    package var offset: Int
    package var lines: Int

    package init(offset: Int, lines: Int) { (self.offset, self.lines) = (offset, lines) }
  }

  let text: SourceText
  package let separator: UInt8
  /// Whether libcsv reads all rows, also those that `RowSplitter` can split.
  package var asksLibcsvAlways = false

  /// A reader of a text.
  /// - Parameter separator: the byte between fields; told from the text when nil.
  package init(_ text: SourceText, separator: UInt8? = nil) {
    self.text = text
    self.separator = separator ?? Self.separators(of: text)[0]
  }

  /// Calls `onRow` for each row that is not blank, in order, and notes broken quoting in `findings`.
  ///
  /// A row that cannot be read is left out. One whose quote is never closed would take the rest of
  /// the text with it, so reading goes on below the line that it starts on.
  package func read(into findings: inout Findings, onRow: (CSVRow) throws -> Continuation) rethrows {
    _ = try read(0..<Int.max, into: &findings, onRow: onRow)
  }

  /// Reads the rows that start in a part of the text; its lower bound is the start of a row.
  /// Lines count from 1 there.
  /// - Returns: where the row starts that comes next. It lies past the upper bound where a row
  ///   started in the part and ended behind it.
  @discardableResult package func read(
    _ part: Range<Int>, into findings: inout Findings, onRow: (CSVRow) throws -> Continuation
  ) rethrows -> End {
    guard let parser = Parser(separator: separator) else {
      findings.append(.tables.outOfMemory, "libcsv could not start")
      return End(offset: part.upperBound, lines: 0)
    }
    var run = Run(
      reader: self, parser: parser, splitter: RowSplitter(separator: separator),
      lines: LineBuffer(text, at: part.lowerBound))
    while try run.readRows(upTo: part.upperBound, into: &findings, onRow) {
      // Each further attempt reads to the end: only as many as there are findings to gain.
      let again = findings.wants(.tables.openQuote, inFile: text.name)
      findings.append(.tables.openQuote, inFile: text.name) { run.openQuote() }
      guard again else { return End(offset: Int.max, lines: run.line - 1) }
      run.goOnBelowFirstLineOfRow()
    }
    return End(offset: run.isOver ? Int.max : run.lines.offset, lines: run.line - 1)
  }

  /// Comma, semicolon and tab, the likeliest first: whichever stands most often, outside quotes, in
  /// the first line that has any. Where a title with a comma stands above a table with semicolons,
  /// the second is the right one.
  package static func separators(of text: SourceText) -> [UInt8] {
    let all = [ASCII.comma, ASCII.semicolon, ASCII.tab]
    var counts = [0, 0, 0]
    var quoted = false
    for byte in text.prefix(65_536) {
      if byte == ASCII.quote { quoted.toggle() }
      if quoted { continue }
      if byte == ASCII.lineFeed || byte == ASCII.carriageReturn, counts != [0, 0, 0] { break }
      if let index = all.firstIndex(of: byte) { counts[index] += 1 }
    }
    // Of equals, a comma is the likeliest, then a semicolon.
    return all.indices.sorted { (-counts[$0], $0) < (-counts[$1], $1) }.map { all[$0] }
  }
}

/// One reading of a part of a text: where it has got to.
private struct Run: ~Copyable {
  let reader: CSVReader
  let parser: Parser
  var splitter: RowSplitter
  var lines: LineBuffer
  /// The line to be read next, from 1.
  var line = 1
  var rowLine = 1
  var rowOffset = 0
  /// Where the line after the first line of the row starts.
  var belowRow = 0
  /// Whether nothing more can be read, though the text may go on.
  var isOver = false
  var openPlace: (line: Int, column: Int) = (1, 1)

  /// Reads on; true when the text ended, or a row grew past all bounds, inside a quoted field.
  mutating func readRows(
    upTo end: Int, into findings: inout Findings, _ onRow: (CSVRow) throws -> CSVReader.Continuation
  ) rethrows -> Bool {
    while !parser.isBetweenRows || lines.offset < end {
      if parser.isBetweenRows, !reader.asksLibcsvAlways {
        if try readPlainRows(upTo: end, onRow) == .stop { return false }
        if lines.offset >= end { break }
      }
      let offset = lines.offset
      guard lines.next() else { break }
      if parser.isBetweenRows {
        lines.startRow()
        (rowLine, rowOffset, belowRow) = (line, offset, lines.offset)
      }
      if lines.isTooLong { return endTooLong(into: &findings) }
      if let broken = parser.feed(lines.line) {
        findings.append(.tables.brokenQuote, inFile: reader.text.name) { brokenQuote(broken) }
        parser.reset()
      } else if try deliver(onRow) == .stop {
        return false
      }
      if parser.isBetweenRows { lines.endRow() }
      line += 1
    }
    if let failure = lines.failure {
      findings.append(
        .tables.unreadableFile, "the file cannot be read further: \(failure.reason)",
        at: .init(file: reader.text.name, line: line),
        remedy: "wait until nothing writes to it any more, and try again")
      isOver = true
      return false
    }
    noteOpenField()
    if parser.finish() {
      _ = try deliver(onRow)
      lines.endRow()
      return false
    }
    return true
  }

  /// Reads rows as long as each is a line in the buffer that can be split where it stands.
  private mutating func readPlainRows(upTo end: Int, _ onRow: (CSVRow) throws -> CSVReader.Continuation)
    rethrows -> CSVReader.Continuation
  {
    while lines.offset < end {
      let offset = lines.offset
      guard lines.next(&splitter) else { break }
      lines.startRow()
      defer {
        lines.endRow()
        line += 1
      }
      guard let bytes = lines.line.baseAddress, !splitter.isBlank(bytes) else { continue }
      let row = CSVRow(splitter, lines.line, bytes, line: line, offset: offset)
      if try onRow(row) == .stop { return .stop }
    }
    return .next
  }

  private func deliver(_ onRow: (CSVRow) throws -> CSVReader.Continuation) rethrows -> CSVReader.Continuation
  {
    guard parser.cells.pointee.isComplete else { return .next }
    defer { parser.cells.pointee.clear() }
    return try onRow(
      CSVRow(
        parser.cells.pointee, line: rowLine, offset: rowOffset, separator: reader.separator, raw: lines.row))
  }

  /// A row of many megabytes: a quotation mark that was opened by mistake, or no table at all.
  private mutating func endTooLong(into findings: inout Findings) -> Bool {
    if !parser.isBetweenRows, rowLine < line {
      noteOpenField()
      return true
    }
    findings.append(
      .tables.tooLong, "the line is longer than \(LineBuffer.rowLimit >> 20) MiB",
      at: .init(file: reader.text.name, line: line, column: 1),
      remedy: "a table has a line end after each row: check that the file is a table")
    isOver = true
    return false
  }

  private mutating func noteOpenField() {
    openPlace = CSVPlace.place(
      ofField: parser.cells.pointee.count, in: lines.row, line: rowLine, separator: reader.separator)
  }

  mutating func goOnBelowFirstLineOfRow() {
    line = rowLine + 1
    lines = LineBuffer(reader.text, at: belowRow)
    parser.reset()
  }

  private func brokenQuote(_ offset: Int) -> Diagnostic {
    let before = UnsafeBufferPointer(rebasing: lines.line[..<offset])
    // Lines may count from the start of a part, so that only their distance can be told.
    let above = line - rowLine
    let row = above > 0 ? ", in a row that starts \(above) line\(above == 1 ? "" : "s") above" : ""
    return Diagnostic(
      .tables.brokenQuote, "a quotation mark stands where none may\(row)", in: reader.text, line: line,
      column: TextEncoding.string(before).count + 1,
      remedy: "put the whole field in quotation marks and double each mark inside it")
  }

  func openQuote() -> Diagnostic {
    Diagnostic(
      .tables.openQuote, "a quotation mark is opened here and never closed", in: reader.text,
      line: openPlace.line, column: openPlace.column, remedy: "close the quoted field, or remove the mark")
  }
}
