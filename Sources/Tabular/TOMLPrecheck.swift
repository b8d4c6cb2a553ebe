/// Finds what the parser below TOMLKit must never see.
///
/// toml++ ends the whole program, by a failed assertion instead of an error, at a table header that
/// does not begin with a key, such as `[=x]`, at a brace that closes a list, such as `[}`, at a
/// space or line end beyond ASCII in a list, and at a date with a T but no time; and a key of
/// ever so many parts exhausts its stack. Everything else that is wrong is left to the parser.
struct TOMLPrecheck {
  /// What is wrong, and at which byte.
  struct Problem: Equatable {
    let offset: Int
    let message: String
  }

  private let bytes: [UInt8]
  private var index = 0
  /// The brackets of values that are open: only outside them does `[` at a line's start open a
  /// header.
  private var open: [UInt8] = []
  private var isLineStart = true
  /// The dots since the last mark that is part of no key.
  private var dots = 0

  /// The first such place; nil when there is none.
  static func problem(in bytes: [UInt8]) -> Problem? {
    if let offset = escapedNUL(in: bytes) {
      return Problem(offset: offset, message: "the text contains an escaped NUL character")
    }
    var check = TOMLPrecheck(bytes: bytes)
    return check.run()
  }

  /// A key that contains `\u0000` ends the program in TOMLKit's iterator.
  private static func escapedNUL(in bytes: [UInt8]) -> Int? {
    for mark in ["\\u0000", "\\U00000000"] {
      let wanted = Array(mark.utf8)
      var start = 0
      while let backslash = bytes[start...].firstIndex(of: UInt8(ascii: "\\")) {
        if bytes[backslash...].starts(with: wanted) { return backslash }
        start = backslash + 1
      }
    }
    return nil
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func run() -> Problem? {
    while index < bytes.count {
      let byte = bytes[index]
      let opensHeader = isLineStart && open.isEmpty
      if byte != UInt8(ascii: " "), byte != ASCII.tab { isLineStart = false }
      if byte == UInt8(ascii: "=") || byte == ASCII.comma || byte == ASCII.lineFeed { dots = 0 }
      switch byte {
      case ASCII.lineFeed: isLineStart = true
      case UInt8(ascii: "#"): skip(to: ASCII.lineFeed)
      case ASCII.quote, UInt8(ascii: "'"): skipString(byte)
      case UInt8(ascii: "["):
        if opensHeader, let bad = badKey() {
          return Problem(offset: bad, message: "a table header must begin with a name")
        }
        open.append(byte)
      case UInt8(ascii: "{"): open.append(byte)
      case UInt8(ascii: "}"):
        if open.popLast() == UInt8(ascii: "[") {
          return Problem(offset: index, message: "a list is closed by ], not by }")
        }
      case UInt8(ascii: "]"): _ = open.popLast()
      case UInt8(ascii: "."):
        dots += 1
        if dots > 64 { return Problem(offset: index, message: "the key has too many parts") }
      case UInt8(ascii: "T"), UInt8(ascii: "t"):
        if followsDate(), index + 1 < bytes.count, !Self.isDigit(bytes[index + 1]) {
          return Problem(offset: index + 1, message: "a time must stand behind the T of a date")
        }
      case 0x80...:
        return Problem(
          offset: index, message: "only texts and comments may have characters beyond ASCII")
      default: break
      }
      index += 1
    }
    return nil
  }

  /// The place behind the brackets and blanks of a header, when no key begins there.
  private func badKey() -> Int? {
    func blanks(_ start: Int) -> Int {
      bytes[start...].firstIndex { $0 != UInt8(ascii: " ") && $0 != ASCII.tab } ?? bytes.count
    }
    var place = blanks(index + 1)
    if place == index + 1, place < bytes.count, bytes[place] == UInt8(ascii: "[") {
      place = blanks(place + 1)
    }
    guard place < bytes.count else { return nil }
    switch bytes[place] {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), ASCII.quote,
      UInt8(ascii: "'"), UInt8(ascii: "]"):
      return nil
    default: return place
    }
  }

  /// Whether a value that is a date stands in front.
  private func followsDate() -> Bool {
    guard index >= 10 else { return false }
    let date = bytes[(index - 10)..<index]
    let hasForm = date.enumerated().allSatisfy { place, byte in
      place == 4 || place == 7 ? byte == UInt8(ascii: "-") : Self.isDigit(byte)
    }
    guard hasForm else { return false }
    // A bare key may have the same form.
    let before = bytes[..<date.startIndex].last { $0 != UInt8(ascii: " ") && $0 != ASCII.tab }
    return before == UInt8(ascii: "=") || open.last == UInt8(ascii: "[")
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }

  /// Stops before the next such byte, or at the end.
  private mutating func skip(to byte: UInt8) {
    index = (bytes[index...].firstIndex(of: byte) ?? bytes.count) - 1
  }

  /// Stops at the last mark of a string; one that is not closed on its line ends there, as an error
  /// of which the parser will speak.
  private mutating func skipString(_ mark: UInt8) {
    let isLong = bytes[index...].starts(with: [mark, mark, mark])
    index += isLong ? 3 : 1
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "\\"), mark == ASCII.quote {
        index += 1
      } else if isLong, bytes[index...].starts(with: [mark, mark, mark]) {
        index += 2
        // Up to two more marks belong to the text.
        while index + 1 < bytes.count, bytes[index + 1] == mark { index += 1 }
        return
      } else if !isLong, bytes[index] == mark {
        return
      } else if !isLong, bytes[index] == ASCII.lineFeed {
        index -= 1
        return
      }
      index += 1
    }
  }
}
