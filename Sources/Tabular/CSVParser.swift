import CLibCSV

/// libcsv's parser with the row it is filling: the only code that touches the C library.
final class Parser {
  let cells = CellStore()
  private var state: csv_parser
  private var needsStart = true

  private static let options =
    UInt8(CSV_STRICT) | UInt8(CSV_STRICT_FINI)

  init?(separator: UInt8) {
    state = csv_parser()
    guard csv_init(&state, Self.options) == 0 else { return nil }
    csv_set_delim(&state, separator)
  }

  deinit { csv_free(&state) }

  /// libcsv's state 0: no byte of a row was seen since the last row ended.
  var isBetweenRows: Bool { state.pstate == 0 }

  /// Feeds some bytes; the offset in them of the one that may not stand there, or nil.
  func feed(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    let context = Unmanaged.passUnretained(cells).toOpaque()
    let read = csv_parse(&state, bytes.baseAddress, bytes.count, cellEnded, rowEnded, context)
    return read == bytes.count ? nil : read
  }

  /// Ends the text; false when a quoted field was still open.
  func finish() -> Bool {
    csv_fini(&state, cellEnded, rowEnded, Unmanaged.passUnretained(cells).toOpaque()) == 0
  }

  /// Forgets a row that cannot be read.
  func reset() {
    let separator = csv_get_delim(&state)
    csv_free(&state)
    csv_init(&state, Self.options)
    csv_set_delim(&state, separator)
    cells.clear()
  }
}

private func cellEnded(
  _ field: UnsafeMutableRawPointer?, _ count: Int, _ context: UnsafeMutableRawPointer?
) {
  guard let context else { return }
  Unmanaged<CellStore>.fromOpaque(context)._withUnsafeGuaranteedRef {
    $0.append(UnsafeRawPointer(field), count)
  }
}

private func rowEnded(_ terminator: Int32, _ context: UnsafeMutableRawPointer?) {
  guard let context else { return }
  Unmanaged<CellStore>.fromOpaque(context)._withUnsafeGuaranteedRef { $0.isComplete = true }
}

/// The fields of one row: their bytes end to end, and where each ends.
final class CellStore {
  private(set) var bytes: UnsafeMutablePointer<UInt8>
  private(set) var ends: UnsafeMutablePointer<Int>
  private(set) var count = 0
  private var used = 0
  private var byteRoom = 4096
  private var endRoom = 256
  var isComplete = false

  init() {
    bytes = .allocate(capacity: byteRoom)
    ends = .allocate(capacity: endRoom)
  }

  deinit {
    bytes.deallocate()
    ends.deallocate()
  }

  @inline(__always)
  func append(_ field: UnsafeRawPointer?, _ size: Int) {
    if used + size > byteRoom { growBytes(by: size) }
    if count == endRoom { growEnds() }
    if let field, size > 0 {
      UnsafeMutableRawPointer(bytes + used).copyMemory(from: field, byteCount: size)
    }
    used += size
    ends[count] = used
    count += 1
  }

  /// The bytes of a field, until the next row; an absent field is empty.
  @inline(__always)
  func field(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    guard index >= 0, index < count else { return UnsafeBufferPointer(start: bytes, count: 0) }
    let start = index == 0 ? 0 : ends[index - 1]
    return UnsafeBufferPointer(start: bytes + start, count: ends[index] - start)
  }

  func clear() {
    count = 0
    used = 0
    isComplete = false
  }

  private func growBytes(by size: Int) {
    byteRoom = max(byteRoom * 2, used + size)
    let grown = UnsafeMutablePointer<UInt8>.allocate(capacity: byteRoom)
    grown.update(from: bytes, count: used)
    bytes.deallocate()
    bytes = grown
  }

  private func growEnds() {
    endRoom *= 2
    let grown = UnsafeMutablePointer<Int>.allocate(capacity: endRoom)
    grown.update(from: ends, count: count)
    ends.deallocate()
    ends = grown
  }
}
