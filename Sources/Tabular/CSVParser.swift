import CLibCSV

/// libcsv's parser with the row it is filling: the only code that touches the C library.
final class Parser {
  let cells = CellStore()
  private(set) var line = 1
  private(set) var offset = 0
  private var state: csv_parser

  private static let options =
    UInt8(CSV_STRICT) | UInt8(CSV_STRICT_FINI)

  init?(separator: UInt8) {
    state = csv_parser()
    guard csv_init(&state, Self.options) == 0 else { return nil }
    csv_set_delim(&state, separator)
    cells.bytes.reserveCapacity(4096)
  }

  deinit { csv_free(&state) }

  /// libcsv's state 0: no byte of a row was seen since the last row ended.
  var isBetweenRows: Bool { state.pstate == 0 }

  func startRow(line: Int, offset: Int) {
    self.line = line
    self.offset = offset
  }

  /// Feeds a range of bytes; the offset of the byte that may not stand there, or nil.
  func feed(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    bytes.withUnsafeBytes { all in
      guard let start = all.baseAddress else { return nil }
      let context = Unmanaged.passUnretained(cells).toOpaque()
      let read = csv_parse(
        &state, start + range.lowerBound, range.count, cellEnded, rowEnded, context)
      return read == range.count ? nil : range.lowerBound + read
    }
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

  func takeRow() -> Bool { cells.isComplete }

  func clear() { cells.clear() }
}

private func cellEnded(
  _ field: UnsafeMutableRawPointer?, _ count: Int, _ context: UnsafeMutableRawPointer?
) {
  guard let context else { return }
  let cells = Unmanaged<CellStore>.fromOpaque(context).takeUnretainedValue()
  if let field {
    cells.bytes.append(contentsOf: UnsafeRawBufferPointer(start: field, count: count))
  }
  cells.ends.append(cells.bytes.count)
}

private func rowEnded(_ terminator: Int32, _ context: UnsafeMutableRawPointer?) {
  guard let context else { return }
  Unmanaged<CellStore>.fromOpaque(context).takeUnretainedValue().isComplete = true
}
