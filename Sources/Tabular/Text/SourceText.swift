// Tabular: text with addresses: CSV, encodings, numbers, TOML. Knows no word of the domain.

/// A text file with an address: every byte in it can be named as file:line:column.
///
/// Small texts are held in memory, decoded to UTF-8. A table of figures may be larger than memory:
/// it is read in blocks, in its own encoding, through `read(at:into:)`.
package struct SourceText: Sendable {
  /// Why bytes that were there a moment ago cannot be read.
  package struct ReadFailure: Error, Sendable {
    /// The reason in words, such as "Input/output error".
    package let reason: String

    package init(_ reason: String) { self.reason = reason }
  }

  /// Copies bytes from an offset on; gives how many, 0 at the end.
  package typealias Reading =
    @Sendable (_ offset: Int, _ buffer: UnsafeMutableRawBufferPointer) throws(ReadFailure) -> Int

  /// The path as it is shown to people.
  package let name: String
  /// How the characters stand as bytes, as far as a byte-order mark tells; a streamed text without
  /// one may hold cells that are Windows-1252 all the same.
  package let encoding: TextEncoding
  /// How many bytes there are to read, byte-order mark not counted.
  package let size: Int
  private let storage: Storage

  private enum Storage {
    case memory([UInt8])
    case stream(start: Int, Reading)
  }

  /// Decodes the bytes of a file. Never fails: bytes that are not UTF-8 are read as Windows-1252.
  package init(name: String, bytes: [UInt8]) {
    self.name = name
    let (decoded, encoding) = TextEncoding.decode(bytes)
    self.encoding = encoding
    size = decoded.count
    storage = .memory(decoded)
  }

  /// A text made in memory, chiefly for tests.
  package init(name: String, _ text: String) { self.init(name: name, bytes: Array(text.utf8)) }

  /// A text that is read in blocks, when its turn comes.
  /// - Parameter size: how many bytes the file has.
  package init(name: String, size: Int, read: @escaping Reading) throws(ReadFailure) {
    self.name = name
    var start = 0
    var mark = TextEncoding.utf8
    while let found = TextEncoding.mark(in: try Self.head(read, at: start)), mark == .utf8 {
      mark = found.encoding
      start += found.length
    }
    encoding = mark
    self.size = max(0, size - start)
    storage = .stream(start: start, read)
  }

  private static func head(_ read: Reading, at offset: Int) throws(ReadFailure) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 3)
    let count = try fill(&bytes, least: 3) { (count, rest) throws(ReadFailure) in
      try read(offset + count, rest)
    }
    return Array(bytes[..<count])
  }

  /// Reads into a buffer until there are so many bytes at least, or none come any more; gives how many.
  static func fill(
    _ bytes: inout [UInt8], least: Int,
    _ read: (_ count: Int, _ rest: UnsafeMutableRawBufferPointer) throws(ReadFailure) -> Int
  ) throws(ReadFailure) -> Int {
    let result = bytes.withUnsafeMutableBytes { buffer in
      Result<Int, ReadFailure> { () throws(ReadFailure) in
        var count = 0
        while count < least {
          let part = try read(count, UnsafeMutableRawBufferPointer(rebasing: buffer[count...]))
          if part == 0 { break }
          count += part
        }
        return count
      }
    }
    return try result.get()
  }

  /// Copies bytes from an offset on (after any byte-order mark), in the text's own encoding.
  /// - Returns: how many were copied; 0 at the end.
  func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(ReadFailure) -> Int {
    switch storage {
    case .memory(let bytes):
      let part = bytes[min(offset, bytes.count)..<min(offset + buffer.count, bytes.count)]
      part.withUnsafeBytes { buffer.copyMemory(from: $0) }
      return part.count
    case .stream(let start, let read): return try read(start + offset, buffer)
    }
  }

  /// Copies text from an offset on as UTF-8, of which UTF-16 may take three bytes a unit.
  /// - Returns: how many bytes of the text were read, 0 at the end, and how many written.
  func readUTF8(at offset: Int, into room: UnsafeMutableRawBufferPointer) throws(ReadFailure) -> (
    read: Int, written: Int
  ) {
    guard isUTF16 else {
      let count = try read(at: offset, into: room)
      return (count, count)
    }
    var bytes = [UInt8](repeating: 0, count: room.count / 3 & ~1)
    var used = try Self.fill(&bytes, least: 4) { (count, rest) throws(ReadFailure) in
      try read(at: offset + count, into: rest)
    }
    // An odd byte, or half a pair, is read again with its other half; alone at the end, it is broken.
    if used > 1 { used &= ~1 }
    let high = encoding == .utf16BigEndian ? used - 2 : used - 1
    if used > 2, bytes[high] & 0xFC == 0xD8 { used -= 2 }
    let text = TextEncoding.utf8(fromUTF16: Array(bytes[..<used]), encoding)
    room.copyBytes(from: text)
    return (used, text.count)
  }

  /// Whether the bytes are handed out as they stand in the file, in UTF-16.
  var isUTF16: Bool {
    if case .memory = storage { return false }
    return encoding == .utf16LittleEndian || encoding == .utf16BigEndian
  }

  /// All of the text as UTF-8. A streamed text is read anew, as far as it can be.
  package var bytes: [UInt8] {
    if case .memory(let bytes) = storage { return bytes }
    return prefix(Int.max)
  }

  /// The start of the text as UTF-8, up to some count of bytes.
  package func prefix(_ count: Int) -> [UInt8] {
    var lines = LineBuffer(self)
    var bytes: [UInt8] = []
    while bytes.count < count, lines.next() {
      bytes += lines.line.prefix(count - bytes.count)
      lines.endRow()
    }
    return bytes
  }

  /// The text of line `number` (from 1), without its line end; empty past the end.
  ///
  /// Takes time in proportion to the file: for diagnostics, not for reading.
  package func line(_ number: Int) -> String {
    var lines = LineBuffer(self)
    for _ in 1..<max(1, number) {
      guard lines.next() else { return "" }
      lines.endRow()
    }
    guard lines.next() else { return "" }
    let last = lines.line.lastIndex { $0 != ASCII.lineFeed && $0 != ASCII.carriageReturn }
    return TextEncoding.string(UnsafeBufferPointer(rebasing: lines.line[..<((last ?? -1) + 1)]))
  }
}

enum ASCII {
  static let tab = UInt8(ascii: "\t")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let quote = UInt8(ascii: "\"")
  static let comma = UInt8(ascii: ",")
  static let point = UInt8(ascii: ".")
  static let semicolon = UInt8(ascii: ";")
}
