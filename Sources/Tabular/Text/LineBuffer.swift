import Glibc

/// Hands out a text line by line, holding no more of it than the row at hand: its one buffer keeps
/// what stands between the start of that row and the end of the block last read.
struct LineBuffer: ~Copyable {
  /// A row of more bytes is no row of a table; a quotation mark that is never closed would
  /// otherwise take the rest of the file into memory.
  static let rowLimit = 16 << 20
  private static let block = 1 << 20
  /// At least so many bytes are asked for at a time.
  private static let spare = 4096

  private let text: SourceText
  private var buffer: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  /// Where the bytes end that are filled in.
  private var filled = 0
  /// Where the next line starts.
  private var position = 0
  /// Where the row at hand starts: what stands before may go.
  private var kept = 0
  /// The offset in the text of the buffer's first byte.
  private var base: Int
  /// The offset in the file of the next block.
  private var nextBlock: Int
  private var isAtEnd = false
  private var isCutShort = false
  private var lineStart = 0
  /// The next line feed at or after `position`; `filled` when there is none in the buffer.
  private var lineFeed = -1

  /// Why reading stopped short; nil when it did not.
  private(set) var failure: SourceText.ReadFailure?

  /// Lines from an offset on, which is the start of a line.
  init(_ text: SourceText, at offset: Int = 0) {
    self.text = text
    // Small texts get small buffers: each excerpt of a finding reads its text anew.
    capacity = min(Self.block, text.size) + Self.spare
    buffer = .allocate(capacity: capacity)
    // Where nothing more can be read, the offset is beyond all sizes.
    base = text.isUTF16 ? 0 : min(offset, text.size)
    nextBlock = base
    // Where UTF-8 comes out of UTF-16, an offset can only be found by reading up to it.
    while text.isUTF16, self.offset < offset, next() { endRow() }
  }

  deinit { buffer.deallocate() }

  /// The offset in the text (UTF-8) of the next line.
  var offset: Int { base + position }

  /// The line last handed out, with its end.
  var line: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: buffer + lineStart, count: position - lineStart)
  }

  /// All from the start of the row to the end of the line last handed out.
  var row: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: buffer + kept, count: position - kept) }

  /// Says that a row starts at the line last handed out.
  mutating func startRow() { kept = lineStart }

  /// Says that what was handed out is done with.
  mutating func endRow() { kept = position }

  /// Moves on to the next line; false at the end, and after a failure.
  mutating func next() -> Bool {
    lineStart = position
    while true {
      if let end = lineEnd() {
        position = end
        return true
      }
      guard fill() else { break }
    }
    position = filled
    return position > lineStart
  }

  /// Moves on to the next line, if it is in the buffer as a whole and a row by itself.
  @inline(__always) mutating func next(_ splitter: inout RowSplitter) -> Bool {
    guard splitter.split(buffer + position, filled - position) else { return false }
    lineStart = position
    position += splitter.size
    return true
  }

  /// Whether the row at hand is longer than any row of a table.
  var isTooLong: Bool { isCutShort || position - kept > Self.rowLimit }

  /// Where the line at `position` ends, its end included; nil when more bytes are needed to tell.
  private mutating func lineEnd() -> Int? {
    if lineFeed < position {
      let found = memchr(buffer + position, Int32(ASCII.lineFeed), filled - position)
      lineFeed = found.map { $0 - UnsafeMutableRawPointer(buffer) } ?? filled
    }
    let limit = lineFeed - position
    guard let found = memchr(buffer + position, Int32(ASCII.carriageReturn), limit) else {
      return lineFeed < filled ? lineFeed + 1 : nil
    }
    let end = found - UnsafeMutableRawPointer(buffer) + 1
    if end == lineFeed, end < filled { return end + 1 }
    // A line feed that belongs to it may stand in the next block.
    return end < filled || isAtEnd ? end : nil
  }

  /// Reads another block behind what is still needed; false at the end.
  private mutating func fill() -> Bool {
    guard !isAtEnd, failure == nil else { return false }
    dropDone()
    // No line ends in what is here, so the row goes on to its end at least.
    isCutShort = filled > Self.rowLimit
    if isCutShort { return false }
    reserve()
    let room = UnsafeMutableRawBufferPointer(start: buffer + filled, count: capacity - filled)
    do throws(SourceText.ReadFailure) {
      let (count, written) = try text.readUTF8(at: nextBlock, into: room)
      if count == 0 { isAtEnd = true }
      lineFeed = min(lineFeed, position - 1)
      (nextBlock, filled) = (nextBlock + count, filled + written)
      return true
    } catch {
      failure = error
      return false
    }
  }

  private mutating func dropDone() {
    guard kept > 0 else { return }
    memmove(buffer, buffer + kept, filled - kept)
    base += kept
    filled -= kept
    position -= kept
    lineStart -= kept
    kept = 0
    lineFeed = -1
  }

  private mutating func reserve() {
    guard capacity - filled < Self.spare else { return }
    capacity = max(Self.block, capacity * 2)
    buffer.grow(to: capacity, keeping: filled)
  }
}

extension UnsafeMutablePointer where Pointee: BitwiseCopyable {
  /// Moves to where there is more room, with so many values.
  package mutating func grow(to room: Int, keeping count: Int) {
    let grown = Self.allocate(capacity: room)
    grown.initialize(from: self, count: count)
    deallocate()
    self = grown
  }
}
