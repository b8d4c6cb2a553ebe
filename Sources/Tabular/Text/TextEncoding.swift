/// How the characters of a file stood as bytes.
package enum TextEncoding: String, Sendable {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16 little-endian"
  case utf16BigEndian = "UTF-16 big-endian"
  case windows1252 = "Windows-1252"

  /// The encoding that a byte-order mark tells, and how long the mark is; nil without one.
  static func mark(in bytes: [UInt8]) -> (encoding: TextEncoding, length: Int)? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    return nil
  }

  /// Tells the encoding by byte-order mark, else by validity as UTF-8, and returns UTF-8 bytes.
  static func decode(_ bytes: [UInt8]) -> ([UInt8], TextEncoding) {
    var rest = bytes[...]
    while let mark = mark(in: Array(rest.prefix(3))) {
      rest = rest.dropFirst(mark.length)
      if mark.encoding != .utf8 { return (utf8(fromUTF16: Array(rest), mark.encoding), mark.encoding) }
    }
    let text = rest.count == bytes.count ? bytes : Array(rest)
    // Nearly every text is plain ASCII.
    let isUTF8 = !text.contains { $0 >= 0x80 } || String(validating: text, as: UTF8.self) != nil
    if isUTF8 { return (text, .utf8) }
    return (text.withUnsafeBufferPointer(utf8(fromWindows1252:)), .windows1252)
  }

  /// The text of some bytes: UTF-8 where they are that, else Windows-1252.
  package static func string(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    return String(decoding: utf8(fromWindows1252: bytes), as: UTF8.self)
  }

  static func utf8(fromUTF16 bytes: [UInt8], _ encoding: TextEncoding) -> [UInt8] {
    let high = encoding == .utf16BigEndian ? 0 : 1
    var units = stride(from: 0, to: bytes.count - 1, by: 2).map { index in
      UInt16(bytes[index + high]) << 8 | UInt16(bytes[index + 1 - high])
    }
    // An odd byte at the end is half a character.
    if bytes.count % 2 == 1 { units.append(0xFFFD) }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  static func utf8(fromWindows1252 bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      let isControl = (0x80..<0xA0).contains(byte)
      let scalar = isControl ? windows1252Controls[Int(byte) - 0x80] : Unicode.Scalar(byte)
      if byte < 0x80 { text.append(byte) } else { text += String(scalar).utf8 }
    }
    return text
  }

  /// What Windows-1252 has where Latin-1 has control characters; the five unassigned bytes keep
  /// a replacement character.
  private static let windows1252Controls: [Unicode.Scalar] = [
    "€", "\u{FFFD}", "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "\u{FFFD}", "Ž", "\u{FFFD}",
    "\u{FFFD}", "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", "\u{FFFD}", "ž", "Ÿ",
  ]
}
