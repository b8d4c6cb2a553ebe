/// One row of delimited text, valid until `onRow` returns.
///
/// Fields are bytes until somebody asks for text: most cells of a table of figures are numbers. What runs for each
/// cell is `public`, since the compiler puts nothing that is `package` into the code of another module.
public struct CSVRow {
  /// The line on which the row starts, from 1.
  package let line: Int
  /// Where the row starts, in bytes from the start of the text.
  package let start: Int
  let separator: UInt8
  let raw: UnsafeBufferPointer<UInt8>
  @usableFromInline package let count: Int
  @usableFromInline let bytes: UnsafePointer<UInt8>
  /// Where each field starts, less `gap`, and where the last one ends.
  @usableFromInline let bounds: UnsafePointer<Int32>
  /// How many bytes part a field from the next: 0 where libcsv put them end to end.
  @usableFromInline let gap: Int
  @usableFromInline let isASCII: Bool

  /// A row of which libcsv has made fields.
  init(_ cells: CellStore, line: Int, offset: Int, separator: UInt8, raw: UnsafeBufferPointer<UInt8>) {
    (count, bytes, bounds) = (cells.count, UnsafePointer(cells.bytes), UnsafePointer(cells.bounds))
    (gap, isASCII) = (0, false)
    (self.line, start, self.separator, self.raw) = (line, offset, separator, raw)
  }

  /// A row whose fields are lent where they stand.
  init(
    _ splitter: borrowing RowSplitter, _ raw: UnsafeBufferPointer<UInt8>, _ bytes: UnsafePointer<UInt8>,
    line: Int, offset: Int
  ) {
    (count, bounds, isASCII) = (splitter.count, splitter.bounds, splitter.isASCII)
    (self.bytes, gap) = (bytes, 1)
    (self.line, start, separator, self.raw) = (line, offset, splitter.separator, raw)
  }

  /// The bytes of a field, without the blanks around it that libcsv drops too; an absent field is empty.
  @inlinable @inline(__always) public func field(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    guard index >= 0, index < count else { return UnsafeBufferPointer(start: bytes, count: 0) }
    let start = bytes + Int(bounds[index]) + gap
    let field = UnsafeBufferPointer(start: start, count: Int(bounds[index + 1]) - Int(bounds[index]) - gap)
    // No letter, digit or sign of a number is at or before the quotation mark.
    guard gap > 0, let first = field.first, min(first, field[field.count - 1]) <= 0x22 else { return field }
    return Self.bare(field)
  }

  /// A field as it stands on its line, without quotation marks or blanks around it.
  @usableFromInline static func bare(_ field: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    var (start, end) = (0, field.count)
    if field[0] == ASCII.quote {
      (start, end) = (1, end - 1)
    } else {
      while start < end, isBlank(field[start]) { start += 1 }
      while start < end, isBlank(field[end - 1]) { end -= 1 }
    }
    return UnsafeBufferPointer(rebasing: field[start..<end])
  }

  @inline(__always) private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == ASCII.tab
  }

  /// Lends the bytes of a field, unquoted, to `body`; an absent field is empty.
  @inlinable @inline(__always) public func withField<Result>(
    _ index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result { body(field(index)) }

  /// The text of a field; empty when the row is too short.
  package func string(_ index: Int) -> String { TextEncoding.string(field(index)) }

  package func number(_ index: Int) -> NumberText { NumberText(field(index)) }

  package var strings: [String] { (0..<count).map(string) }

  /// How many bytes a field has; 0 when it is absent.
  @inlinable @inline(__always) public func size(_ index: Int) -> Int { field(index).count }

  /// Whether a field is empty or absent.
  @inlinable @inline(__always) public func isEmpty(_ index: Int) -> Bool { field(index).isEmpty }

  /// Whether a field is some text in lower case, whatever the case of its own ASCII letters.
  package func field(_ index: Int, isIgnoringCase text: [UInt8]) -> Bool {
    let field = self.field(index)
    return field.count == text.count
      && field.elementsEqual(text) { $0 == $1 || ((65...90).contains($0) && $0 | 0x20 == $1) }
  }

  /// Whether any field holds bytes that are not UTF-8.
  @inlinable @inline(__always) public var holdsOtherEncoding: Bool { isASCII ? false : isInOtherEncoding }

  @usableFromInline var isInOtherEncoding: Bool {
    let all = gap > 0 ? raw : UnsafeBufferPointer(start: bytes, count: Int(bounds[count]))
    // Nearly every row is plain ASCII; without a way out of the loop, many bytes are looked at at once.
    return all.reduce(0, |) >= 0x80 && String(validating: all, as: UTF8.self) == nil
  }

  /// Where a field stands, for a diagnostic. Costs a scan of the row.
  package func place(ofField index: Int) -> (line: Int, column: Int) {
    CSVPlace.place(ofField: index, in: raw, line: line, separator: separator)
  }
}

extension SourceText {
  /// The column of a field on a line that is a row by itself.
  package func column(ofField index: Int, onLine line: Int, separator: UInt8) -> Int {
    var text = self.line(line)
    return text.withUTF8 { CSVPlace.place(ofField: index, in: $0, line: line, separator: separator).column }
  }

  /// Where a field of the row stands that starts at a line and an offset.
  func place(ofField index: Int, line: Int, offset: Int, separator: UInt8) -> (line: Int, column: Int) {
    bytes.withUnsafeBufferPointer { all in
      CSVPlace.place(
        ofField: index, in: UnsafeBufferPointer(rebasing: all[min(offset, all.count)...]), line: line,
        separator: separator)
    }
  }
}

/// A line, and a column in characters, both from 1.
package typealias TextPlace = (line: Int, column: Int)

/// Finds a field in the bytes of a row.
enum CSVPlace {
  /// Where field `index` of a row that starts at `line` stands; the end of the row when it has no
  /// such field. Columns count characters from 1.
  static func place(ofField index: Int, in row: UnsafeBufferPointer<UInt8>, line: Int, separator: UInt8)
    -> TextPlace
  {
    var field = 0
    var quoted = false
    var (line, lineStart, position) = (line, 0, 0)
    scan: while position < row.count, field < index {
      switch row[position] {
      case ASCII.quote: quoted.toggle()
      case separator where !quoted: field += 1
      case ASCII.lineFeed, ASCII.carriageReturn:
        if !quoted { break scan }
        let isPair = row[position...].starts(with: [ASCII.carriageReturn, ASCII.lineFeed])
        position += isPair ? 2 : 1
        (line, lineStart) = (line + 1, position)
        continue
      default: break
      }
      position += 1
    }
    let before = UnsafeBufferPointer(rebasing: row[lineStart..<position])
    return (line, TextEncoding.string(before).count + 1)
  }
}
