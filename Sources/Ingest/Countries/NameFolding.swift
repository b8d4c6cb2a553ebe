import Diagnostics

/// A name as it is compared: without case, accents and punctuation.
struct FoldedName {
  /// The words, with one space between two.
  private let spaced: [UInt8]

  /// No name of a country is longer, in bytes.
  private static let longest = 4096

  /// Folds a name. Nil for text that is no name: with control characters or characters that mean
  /// nothing, with bytes that are no UTF-8, or longer than any name.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count <= Self.longest else { return nil }
    var isName = false
    // Nothing grows more than & does, to three letters and two spaces.
    spaced = Array(unsafeUninitializedCapacity: bytes.count * 5 + 8) { room, count in
      var writer = FoldedWriter(room: room)
      let isASCII = bytes.allSatisfy { $0 < 0x80 }
      isName = isASCII ? writer.add(ascii: bytes) : writer.add(String(decoding: bytes, as: UTF8.self))
      count = writer.count
    }
    if !isName { return nil }
  }

  init?(_ name: String) {
    var name = name
    guard let folded = name.withUTF8({ FoldedName($0) }) else { return nil }
    self = folded
  }

  /// The letters alone: `Côte d’Ivoire` and `COTE D'IVOIRE` both have `cotedivoire`; `&` counts as
  /// `and`.
  var letters: String {
    String(unsafeUninitializedCapacity: spaced.count) { room in
      var count = 0
      for byte in spaced where byte != Self.space {
        room[count] = byte
        count += 1
      }
      return count
    }
  }

  /// The words in one order, for names that are written in another: `Korea, Rep. of` and `the
  /// Republic of Korea` both have `korea republic`. Nil for a single word.
  var words: String? {
    guard spaced.contains(Self.space) else { return nil }
    let written = Self.joiningInitials(spaced.split(separator: Self.space))
    var kept = written.compactMap(Self.inFull)
    if kept.isEmpty { kept = written }
    kept.sort { $0.lexicographicallyPrecedes($1) }
    return String(decoding: Array(kept.joined(separator: [Self.space])), as: UTF8.self)
  }

  private static let space = UInt8(ascii: " ")

  /// Initials are one word: U. S.
  private static func joiningInitials(_ words: [ArraySlice<UInt8>]) -> [ArraySlice<UInt8>] {
    guard words.contains(where: { $0.count == 1 }) else { return words }
    var joined: [ArraySlice<UInt8>] = []
    var afterLetter = false
    for word in words {
      if afterLetter, word.count == 1, let initials = joined.popLast() {
        joined.append(initials + word)
      } else {
        joined.append(word)
      }
      afterLetter = word.count == 1
    }
    return joined
  }

  /// A word in full; nil for one that does not tell countries apart.
  private static func inFull(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard word.count < 7 else { return word }
    let text = String(decoding: word, as: UTF8.self)
    return particles.contains(text) ? nil : abbreviated[text] ?? word
  }

  private static let particles: Set = ["the", "of", "and", "la", "le", "les", "el", "los", "las", "l"]
  private static let abbreviated = [
    "st": "saint", "rep": "republic", "dem": "democratic", "is": "islands", "isl": "islands",
    "island": "islands", "n": "north", "s": "south", "e": "east", "brit": "british",
  ].mapValues { Array($0.utf8)[...] }
}

/// The folded form of a name while it is written.
private struct FoldedWriter {
  private let room: UnsafeMutableBufferPointer<UInt8>
  private(set) var count = 0
  private var atBreak = false

  init(room: UnsafeMutableBufferPointer<UInt8>) { self.room = room }

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
        put(scalar)
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
    // Of these, some turn the text after them round, so that a line shows other than it is.
    case .format: return !Diagnostic.isControl(scalar)
    case .nonspacingMark, .enclosingMark: break
    case .decimalNumber: put(scalar)
    case _ where properties.isAlphabetic:
      for lower in properties.lowercaseMapping.unicodeScalars {
        if let base = NameLetters.bases[lower] {
          put(base)
        } else if lower.properties.isAlphabetic {
          put(lower)
        }
      }
    // What stands for bytes that could not be read.
    case .otherSymbol where scalar == "\u{FFFD}": return false
    default: atBreak = true
    }
    return true
  }

  private mutating func put(_ text: String) { for byte in text.utf8 { put(byte) } }

  private mutating func put(_ scalar: Unicode.Scalar) {
    for byte in UTF8.encode(scalar) ?? .init() { put(byte) }
  }

  private mutating func put(_ byte: UInt8) {
    guard count + 2 <= room.count else { return }
    if atBreak {
      if count > 0 {
        room[count] = UInt8(ascii: " ")
        count += 1
      }
      atBreak = false
    }
    room[count] = byte
    count += 1
  }
}
