/// The bytes of a text, of which one is next, on a line of which the number is known.
struct TOMLScanner {
  private let bytes: [UInt8]
  private var index = 0
  private(set) var line = 1
  private var lineStart = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var place: TOMLPlace { TOMLPlace(line: line, offset: index) }
  var isAtEnd: Bool { index == bytes.count }
  var byte: UInt8? { isAtEnd ? nil : bytes[index] }
  var rest: ArraySlice<UInt8> { bytes[index...] }
  /// A carriage return stands before a line feed only: others were refused before.
  var isAtNewline: Bool { byte == ASCII.lineFeed || byte == ASCII.carriageReturn }
  /// Whether the line ends here, or goes on with a comment.
  var isAtLineEnd: Bool { isAtEnd || isAtNewline || isAt("#") }
  var isAtQuote: Bool { isAt("\"") || isAt("'") }

  func isAt(_ mark: String) -> Bool { rest.starts(with: mark.utf8) }

  mutating func advance(by count: Int = 1) { index = min(index + count, bytes.count) }

  mutating func take(_ mark: String) -> Bool {
    let isThere = isAt(mark)
    if isThere { advance(by: mark.utf8.count) }
    return isThere
  }

  mutating func take(upTo count: Int = .max, while isWanted: (UInt8) -> Bool) -> String {
    let taken = rest.prefix(count).prefix(while: isWanted)
    index = taken.endIndex
    return String(decoding: taken, as: UTF8.self)
  }

  mutating func skipBlanks() { while isAt(" ") || isAt("\t") { index += 1 } }

  /// Skips blanks, comments and the ends of lines.
  mutating func skipSpace() {
    skipBlanks()
    while !isAtEnd, isAtLineEnd {
      skipLine()
      skipBlanks()
    }
  }

  mutating func skipLine() {
    let end = rest.firstIndex(of: ASCII.lineFeed)
    index = end.map { $0 + 1 } ?? bytes.count
    if end != nil { (line, lineStart) = (line + 1, index) }
  }

  mutating func returnToLineStart() { index = lineStart }

  var found: String {
    if isAtEnd { return "the end of the text" }
    if isAtNewline { return "the end of the line" }
    return "\"\(String(decoding: rest.prefix(64), as: UTF8.self).prefix(1))\""
  }
}
