/// A text file with an address: every byte in it can be named as file:line:column.
///
/// The bytes are UTF-8 whatever the file's own encoding was; `encoding` says what it was.
public struct SourceText: Sendable {
  /// The path as it is shown to people.
  public let name: String
  /// UTF-8, without byte-order mark.
  public let bytes: [UInt8]
  /// How the bytes stood in the file.
  public let encoding: TextEncoding

  /// Decodes the bytes of a file. Never fails: bytes that are not UTF-8 are read as Windows-1252.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    (self.bytes, self.encoding) = TextEncoding.decode(bytes)
  }

  /// A text made in memory, chiefly for tests.
  public init(name: String, _ text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }

  /// The text of line `number` (from 1), without its line end; empty past the end.
  ///
  /// Takes time in proportion to the file: for diagnostics, not for reading.
  public func line(_ number: Int) -> String {
    var current = 1
    var start = 0
    while current < number {
      guard let end = lineEnd(from: start), end.next < bytes.count else { return "" }
      start = end.next
      current += 1
    }
    let stop = lineEnd(from: start)?.end ?? bytes.count
    return String(decoding: bytes[start..<stop], as: UTF8.self)
  }

  /// The end of the physical line that starts at `start`, and where the next one starts.
  func lineEnd(from start: Int) -> (end: Int, next: Int)? {
    var index = start
    while index < bytes.count {
      switch bytes[index] {
      case ASCII.lineFeed:
        return (index, index + 1)
      case ASCII.carriageReturn:
        let paired = index + 1 < bytes.count && bytes[index + 1] == ASCII.lineFeed
        return (index, index + (paired ? 2 : 1))
      default:
        index += 1
      }
    }
    return nil
  }
}

/// The bytes that structure a table.
enum ASCII {
  static let tab = UInt8(ascii: "\t")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let quote = UInt8(ascii: "\"")
  static let comma = UInt8(ascii: ",")
  static let semicolon = UInt8(ascii: ";")
}
