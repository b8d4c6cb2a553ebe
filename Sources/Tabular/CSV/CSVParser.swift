import CLibCSV

/// libcsv's parser with the row it is filling: the only code that touches the C library.
final class Parser {
  let cells: UnsafeMutablePointer<CellStore>
  private let state: UnsafeMutablePointer<csv_parser>

  private static let options = UInt8(CSV_STRICT) | UInt8(CSV_STRICT_FINI)

  init?(separator: UInt8) {
    cells = .allocate(capacity: 1)
    cells.initialize(to: CellStore())
    state = .allocate(capacity: 1)
    state.initialize(to: csv_parser())
    guard csv_init(state, Self.options) == 0 else { return nil }
    csv_set_delim(state, separator)
  }

  deinit {
    csv_free(state)
    state.deallocate()
    cells.pointee.deallocate()
    cells.deallocate()
  }

  /// libcsv's state 0: no byte of a row was seen since the last row ended.
  var isBetweenRows: Bool { state.pointee.pstate == 0 }

  /// Feeds some bytes; the offset in them of the one that may not stand there, or nil.
  func feed(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    let read = csv_parse(state, bytes.baseAddress, bytes.count, cellEnded, rowEnded, cells)
    return read == bytes.count ? nil : read
  }

  /// Ends the text; false when a quoted field was still open.
  func finish() -> Bool { csv_fini(state, cellEnded, rowEnded, cells) == 0 }

  /// Forgets a row that cannot be read.
  func reset() {
    let separator = csv_get_delim(state)
    csv_free(state)
    csv_init(state, Self.options)
    csv_set_delim(state, separator)
    cells.pointee.clear()
  }
}

private func cellEnded(_ field: UnsafeMutableRawPointer?, _ count: Int, _ context: UnsafeMutableRawPointer?) {
  context?.assumingMemoryBound(to: CellStore.self).pointee.append(field, count)
}

private func rowEnded(_ terminator: Int32, _ context: UnsafeMutableRawPointer?) {
  context?.assumingMemoryBound(to: CellStore.self).pointee.isComplete = true
}

/// The fields of one row: their bytes end to end, and where each ends. Owned by a `Parser`, and
/// kept behind a pointer, since a class would be counted and checked at each of millions of cells.
struct CellStore {
  private(set) var bytes: UnsafeMutablePointer<UInt8>
  /// Where each field starts, and where the last one ends.
  private(set) var bounds: UnsafeMutablePointer<Int32>
  private(set) var count = 0
  private var byteRoom = 4096
  private var boundRoom = 256
  var isComplete = false

  init() {
    bytes = .allocate(capacity: byteRoom)
    bounds = .allocate(capacity: boundRoom)
    bounds[0] = 0
  }

  func deallocate() {
    bytes.deallocate()
    bounds.deallocate()
  }

  @inline(__always) mutating func append(_ field: UnsafeMutableRawPointer?, _ size: Int) {
    let used = Int(bounds[count])
    if used + size > byteRoom { growBytes(by: size) }
    if count + 2 > boundRoom { growBounds() }
    if let field, size > 0 { UnsafeMutableRawPointer(bytes + used).copyMemory(from: field, byteCount: size) }
    count += 1
    // A row is never as long as that: `LineBuffer.rowLimit`.
    bounds[count] = Int32(truncatingIfNeeded: used + size)
  }

  mutating func clear() {
    count = 0
    isComplete = false
  }

  @inline(never) private mutating func growBytes(by size: Int) {
    let used = Int(bounds[count])
    byteRoom = max(byteRoom * 2, used + size)
    bytes.grow(to: byteRoom, keeping: used)
  }

  @inline(never) private mutating func growBounds() {
    boundRoom *= 2
    bounds.grow(to: boundRoom, keeping: count + 1)
  }
}
