/// The bytes of a page in the making.
///
/// Markup can only be a literal or a file of this program, see `Markup`.
struct HTMLWriter {
  private(set) var bytes: [UInt8] = []

  init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

  var string: String { String(decoding: bytes, as: UTF8.self) }

  /// Adds markup with the values in it.
  mutating func markup(_ markup: Markup) { bytes.append(contentsOf: markup.bytes) }

  /// Adds a file that was built into the program, as it stands.
  mutating func embedded(_ file: [UInt8]) { bytes.append(contentsOf: file) }

  /// Adds text, escaped for content as well as for attributes in quotes of either kind.
  mutating func text(_ value: String) {
    for byte in value.utf8 {
      switch byte {
      case UInt8(ascii: "&"): literal("&amp;")
      case UInt8(ascii: "<"): literal("&lt;")
      case UInt8(ascii: ">"): literal("&gt;")
      case UInt8(ascii: "\""): literal("&quot;")
      case UInt8(ascii: "'"): literal("&#39;")
      default: bytes.append(byte)
      }
    }
  }

  mutating func integer(_ value: Int) {
    guard value < 0 || value > 9 else { return bytes.append(UInt8(48 + value)) }
    bytes.append(contentsOf: String(value).utf8)
  }

  /// Adds a literal as it stands.
  mutating func literal(_ literal: StaticString) { literal.withUTF8Buffer { bytes.append(contentsOf: $0) } }

  /// Adds a path to a link, all but the slash and what RFC 3986 leaves unreserved percent-encoded.
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
