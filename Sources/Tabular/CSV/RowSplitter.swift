import CRowSplitter

/// Splits rows whose fields can be lent where they stand: quotation marks, if any, stand right around a field,
/// and there is no mark nor line end in it.
///
/// All other rows are libcsv's. A test holds that both read the same out of what either can.
struct RowSplitter: ~Copyable {
  let separator: UInt8
  private let room: UnsafeMutablePointer<Int32>
  private let capacity: Int
  /// How many fields the row last split has, and how many bytes its line.
  private(set) var count = 0
  private(set) var size = 0
  private(set) var isASCII = true

  /// Rows with more fields are left to libcsv.
  private static let mostFields = 1 << 13

  init(separator: UInt8, mostFields: Int = RowSplitter.mostFields) {
    self.separator = separator
    capacity = mostFields
    room = .allocate(capacity: capacity + 1)
    // One before the first byte, as each other field starts one behind a separator.
    room[0] = -1
  }

  deinit { room.deallocate() }

  /// Where each field starts, less one, and where the last one ends; from the start of the row.
  var bounds: UnsafePointer<Int32> { UnsafePointer(room) }

  /// Splits the first line of some bytes; false where it ends behind them or is libcsv's.
  @inline(__always) mutating func split(_ bytes: UnsafePointer<UInt8>, _ available: Int) -> Bool {
    let shape = split_row(bytes, available, separator, room + 1, capacity)
    (count, size, isASCII) = (shape.fields, shape.size, shape.is_ascii != 0)
    return count > 0 && count <= capacity
  }

  /// Whether the line is blank, which is no row.
  func isBlank(_ bytes: UnsafePointer<UInt8>) -> Bool {
    count == 1
      && UnsafeBufferPointer(start: bytes, count: Int(room[1])).allSatisfy {
        $0 == UInt8(ascii: " ") || $0 == ASCII.tab
      }
  }
}
