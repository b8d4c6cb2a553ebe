import Diagnostics

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
    for byte in Diagnostic.printableLines(value).utf8 {
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

  /// Adds a path to a link, percent-encoded.
  mutating func path(_ value: String) { bytes.append(contentsOf: LinkPath.bytes(value)) }
}
