/// The bytes of a page in the making.
///
/// Markup can only be a literal of this program; everything else passes through `text` and is
/// escaped, so no name in a data file can become a tag or leave an attribute.
struct HTMLWriter {
  private(set) var bytes: [UInt8] = []

  init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

  /// The page as a string.
  var string: String { String(decoding: bytes, as: UTF8.self) }

  /// Adds a literal as it stands.
  mutating func markup(_ literal: StaticString) {
    literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Adds text, escaped for content as well as for attributes in quotes of either kind.
  mutating func text(_ value: String) {
    for byte in value.utf8 {
      switch byte {
      case UInt8(ascii: "&"): markup("&amp;")
      case UInt8(ascii: "<"): markup("&lt;")
      case UInt8(ascii: ">"): markup("&gt;")
      case UInt8(ascii: "\""): markup("&quot;")
      case UInt8(ascii: "'"): markup("&#39;")
      default: bytes.append(byte)
      }
    }
  }

  /// Adds a whole number.
  mutating func integer(_ value: Int) {
    guard value < 0 || value > 9 else { return bytes.append(UInt8(48 + value)) }
    bytes.append(contentsOf: String(value).utf8)
  }

  /// Adds a number for a machine: unrounded, nothing where there is none.
  mutating func key(_ value: Double?) {
    guard let value, value.isFinite else { return }
    bytes.append(contentsOf: String(describing: value).utf8)
  }

  /// Adds a path as part of a link, percent-encoded where a link asks for it.
  mutating func path(_ value: String) {
    for byte in value.utf8 {
      if Self.standsInPath(byte) {
        bytes.append(byte)
      } else {
        bytes.append(UInt8(ascii: "%"))
        bytes.append(Self.hexDigit(byte >> 4))
        bytes.append(Self.hexDigit(byte & 15))
      }
    }
  }

  /// Adds what another writer holds.
  mutating func append(_ fragment: HTMLWriter) { bytes.append(contentsOf: fragment.bytes) }

  private static func standsInPath(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "-")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "~"):
      true
    default: false
    }
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") - 10 + value
  }
}
