/// Names as they are compared: without case, accents, punctuation and spaces.
enum NameFolding {
  /// No name of a country is longer, in bytes.
  private static let longest = 4096

  /// `Côte d’Ivoire` and `COTE D'IVOIRE` both become `cotedivoire`; `&` counts as `and`.
  ///
  /// - Returns: nil for text that is no name: with control characters or characters that mean
  ///   nothing, with bytes that are no UTF-8, or longer than any name.
  static func fold(_ bytes: UnsafeBufferPointer<UInt8>) -> String? { fold(bytes, spaced: false) }

  /// The same for a text.
  static func fold(_ name: String) -> String? {
    var name = name
    return name.withUTF8 { fold($0) }
  }

  /// The words of a name in one order, for names that are written in another: `Korea, Rep. of` and
  /// `the Republic of Korea` both become `korea republic`.
  ///
  /// - Returns: nil for names too short to be anything but a code, and for what cannot be folded.
  static func words(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    guard bytes.count > 3, let spaced = fold(bytes, spaced: true) else { return nil }
    guard spaced.utf8.contains(space) else { return expanded(spaced[...]).map(String.init) }
    var words: [Substring] = []
    var afterLetter = false
    for word in spaced.split(separator: " ") {
      // Initials are one word: U. S.
      let isLetter = word.utf8.count == 1
      if isLetter, afterLetter, let initials = words.popLast() {
        words.append(initials + word)
      } else {
        words.append(word)
      }
      afterLetter = isLetter
    }
    let kept = words.compactMap(expanded)
    return (kept.isEmpty ? words : kept).sorted().joined(separator: " ")
  }

  /// A word as it is written in full; nil for one that does not tell countries apart.
  private static func expanded(_ word: Substring) -> Substring? {
    guard word.utf8.count < 7 else { return word }
    return switch word {
    case "the", "of", "and", "la", "le", "les", "el", "los", "las", "l": nil
    case "st": "saint"
    case "rep": "republic"
    case "dem": "democratic"
    case "is", "isl", "island": "islands"
    case "n": "north"
    case "s": "south"
    case "e": "east"
    case "brit": "british"
    default: word
    }
  }

  private static let space = UInt8(ascii: " ")

  private static func fold(_ bytes: UnsafeBufferPointer<UInt8>, spaced: Bool) -> String? {
    guard bytes.count <= longest else { return nil }
    // Nothing grows more than & does, to three letters and two spaces.
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes.count * 5 + 8) { room in
      var folded = FoldedBytes(room: room, spaced: spaced)
      let isASCII = bytes.allSatisfy { $0 < 0x80 }
      let isName =
        isASCII ? folded.add(ascii: bytes) : folded.add(String(decoding: bytes, as: UTF8.self))
      return isName ? folded.text : nil
    }
  }
}

/// The folded form of a name while it is written.
private struct FoldedBytes {
  private let room: UnsafeMutableBufferPointer<UInt8>
  private let spaced: Bool
  private var count = 0
  private var atBreak = false

  init(room: UnsafeMutableBufferPointer<UInt8>, spaced: Bool) {
    self.room = room
    self.spaced = spaced
  }

  var text: String {
    String(decoding: UnsafeBufferPointer(rebasing: room[..<count]), as: UTF8.self)
  }

  /// - Returns: whether it can be a name.
  mutating func add(ascii bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    for byte in bytes where !add(byte) { return false }
    return true
  }

  private mutating func add(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): put(byte)
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): put(byte | 0x20)
    case UInt8(ascii: "'"), UInt8(ascii: "`"): break
    case UInt8(ascii: "&"):
      atBreak = true
      put("and")
      atBreak = true
    // A name may be broken over lines in its cell; no other control character stands in one.
    case 0x09, 0x0A, 0x0D, 0x20..<0x7F: atBreak = true
    default: return false
    }
    return true
  }

  /// - Returns: whether it can be a name.
  mutating func add(_ name: String) -> Bool {
    for scalar in name.unicodeScalars {
      if scalar.isASCII {
        guard add(UInt8(truncatingIfNeeded: scalar.value)) else { return false }
      } else if let base = NameLetters.bases[scalar] {
        put(base)
      } else if NameLetters.isPlain(scalar) {
        put(String(Character(scalar)))
      } else {
        guard add(rare: scalar) else { return false }
      }
    }
    return true
  }

  private mutating func add(rare scalar: Unicode.Scalar) -> Bool {
    let properties = scalar.properties
    switch properties.generalCategory {
    case .control, .privateUse, .surrogate, .unassigned: return false
    case .format: return !NameLetters.reordersLine(scalar)
    case .nonspacingMark, .enclosingMark: break
    case .decimalNumber: put(String(Character(scalar)))
    case _ where properties.isAlphabetic:
      for lower in properties.lowercaseMapping.unicodeScalars {
        if let base = NameLetters.bases[lower] {
          put(base)
        } else if lower.properties.isAlphabetic {
          put(String(Character(lower)))
        }
      }
    case .otherSymbol:
      // What stands for bytes that could not be read.
      if scalar == "\u{FFFD}" { return false }
    default: atBreak = true
    }
    return true
  }

  private mutating func put(_ text: String) {
    for byte in text.utf8 { put(byte) }
  }

  private mutating func put(_ byte: UInt8) {
    guard count + 2 <= room.count else { return }
    if atBreak {
      if spaced, count > 0 {
        room[count] = UInt8(ascii: " ")
        count += 1
      }
      atBreak = false
    }
    room[count] = byte
    count += 1
  }
}
