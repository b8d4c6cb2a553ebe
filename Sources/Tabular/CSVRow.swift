/// One row of a delimited text. Valid only inside the closure that it was handed to.
public struct CSVRow {
  /// The line on which the row starts, from 1.
  public let line: Int
  let offset: Int
  let reader: CSVReader
  private let cells: CellStore

  init(_ cells: CellStore, line: Int, offset: Int, in reader: CSVReader) {
    self.cells = cells
    self.line = line
    self.offset = offset
    self.reader = reader
  }

  /// How many fields the row has.
  public var count: Int { cells.ends.count }

  /// Lends the bytes of a field, unquoted, to `body`; an absent field is empty.
  @inline(__always)
  public func withField<Result>(_ index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result)
    -> Result
  {
    cells.bytes.withUnsafeBufferPointer { all in
      guard index >= 0, index < cells.ends.count else {
        return body(UnsafeBufferPointer(rebasing: all[0..<0]))
      }
      let start = index == 0 ? 0 : cells.ends[index - 1]
      return body(UnsafeBufferPointer(rebasing: all[start..<cells.ends[index]]))
    }
  }

  /// The text of a field; empty when the row is too short.
  public func string(_ index: Int) -> String {
    withField(index) { String(decoding: $0, as: UTF8.self) }
  }

  /// The texts of all fields.
  public var strings: [String] { (0..<count).map(string) }

  /// Whether a field is absent or empty.
  public func isEmpty(_ index: Int) -> Bool { withField(index) { $0.isEmpty } }

  /// Where a field stands, for a diagnostic. Costs a scan of the row.
  public func place(ofField index: Int) -> (line: Int, column: Int) {
    reader.place(ofField: index, line: line, offset: offset)
  }
}

/// The fields of one row: their bytes end to end, and where each ends.
final class CellStore {
  var bytes: [UInt8] = []
  var ends: [Int] = []
  var isComplete = false

  func clear() {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    isComplete = false
  }
}
