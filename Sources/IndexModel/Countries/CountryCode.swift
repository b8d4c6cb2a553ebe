/// The key of everything said about a country: its ISO 3166-1 alpha-3 code, such as `NOR`, or a user-assigned one such as
/// `XKX`. In an index of other units, the id of one, such as `06037-1011.10`.
///
/// Compared and ordered alphabetically, whatever the case of its letters.
package struct CountryCode: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// A country's in capital letters, another unit's as its table writes it.
  package let description: String

  /// Reads exactly three ASCII letters of either case; anything else is nil.
  package init?(_ text: some StringProtocol) {
    var text = String(text)
    guard let packed = text.withUTF8({ Self.packed($0) }) else { return nil }
    let letters = [packed >> 10, packed >> 5 & 31, packed & 31]
    description = String(decoding: letters.map { UInt8($0) + 64 }, as: UTF8.self)
  }

  /// Three letters of five bits each, first letter highest, so that order is alphabetical; nil for what is no code of a
  /// country. Rows are looked up by it without making a text of each.
  @inline(__always) package static func packed(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt16? {
    guard bytes.count == 3 else { return nil }
    var packed: UInt16 = 0
    for byte in bytes {
      let letter = byte & 0xDF
      guard letter >= 65, letter <= 90 else { return nil }
      packed = packed << 5 | UInt16(letter - 64)
    }
    return packed
  }

  /// That number of a country's code; nil for the id of another unit.
  package var packed: UInt16? {
    var text = description
    return text.withUTF8 { Self.packed($0) }
  }

  /// A letter in lower case, by which ids are compared.
  @inlinable @inline(__always) package static func folded(_ byte: UInt8) -> UInt8 {
    byte &- 65 < 26 ? byte | 0x20 : byte
  }

  package static func == (one: Self, other: Self) -> Bool {
    one.description == other.description
      || one.description.utf8.elementsEqual(other.description.utf8) { folded($0) == folded($1) }
  }

  package static func < (one: Self, other: Self) -> Bool {
    one.description.utf8.lexicographicallyPrecedes(other.description.utf8) { folded($0) < folded($1) }
  }

  package func hash(into hasher: inout Hasher) {
    for byte in description.utf8 { hasher.combine(Self.folded(byte)) }
  }
}

// MARK: - Ids of other units

extension CountryCode {
  /// So many bytes an id may have. With letters that differ in more than case it is then a name of a file everywhere.
  package static let longestID = 64

  /// Reads the id of a unit that is no country: letters of ASCII, digits, `-`, `_` and `.`, the first a letter or a digit.
  package init?(unit text: String) {
    guard Self.problem(withID: text) == nil else { return nil }
    description = text
  }

  /// What keeps a text from being the id of a unit; nil for one that is.
  package static func problem(withID text: String) -> String? {
    let bytes = text.utf8
    guard let first = bytes.first else { return "it is empty" }
    if bytes.count > longestID { return "it has \(bytes.count) characters" }
    guard isAlphanumeric(first) else { return "it begins with \"\(text.prefix(1))\"" }
    let other = text.unicodeScalars.first { scalar in
      !(scalar.isASCII && (isAlphanumeric(UInt8(scalar.value)) || "-_.".unicodeScalars.contains(scalar)))
    }
    return other.map { "it holds \"\($0)\"" }
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    byte >= 48 && byte <= 57 || folded(byte) >= 97 && folded(byte) <= 122
  }
}
