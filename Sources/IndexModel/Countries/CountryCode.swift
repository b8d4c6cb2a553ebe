/// A country's ISO 3166-1 alpha-3 code, such as `NOR`: the key of everything said about a country.
///
/// Also holds user-assigned codes such as `XKX`. Ordered alphabetically.
package struct CountryCode: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Three letters of five bits each, first letter highest, so that order is alphabetical.
  package let packed: UInt16

  /// Reads exactly three ASCII letters of either case; anything else is nil.
  package init?(_ text: some StringProtocol) {
    var text = String(text)
    guard let packed = text.withUTF8({ Self.pack($0) }) else { return nil }
    self.packed = packed
  }

  /// Reads exactly three ASCII letters of either case; anything else is nil.
  @inline(__always) package init?(bytes: UnsafeBufferPointer<UInt8>) {
    guard let packed = Self.pack(bytes) else { return nil }
    self.packed = packed
  }

  package var description: String {
    let letters = [packed >> 10, packed >> 5 & 31, packed & 31]
    return String(decoding: letters.map { UInt8($0) + 64 }, as: UTF8.self)
  }

  package static func < (one: CountryCode, other: CountryCode) -> Bool { one.packed < other.packed }

  @inline(__always) private static func pack(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt16? {
    guard bytes.count == 3 else { return nil }
    var packed: UInt16 = 0
    for byte in bytes {
      let letter = byte & 0xDF
      guard letter >= 65, letter <= 90 else { return nil }
      packed = packed << 5 | UInt16(letter - 64)
    }
    return packed
  }
}
