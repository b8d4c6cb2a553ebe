/// How the characters of a file stood as bytes.
public enum TextEncoding: String, Sendable {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16 little-endian"
  case utf16BigEndian = "UTF-16 big-endian"
  case windows1252 = "Windows-1252"

  /// Tells the encoding by byte-order mark, else by validity as UTF-8, and returns UTF-8 bytes.
  static func decode(_ bytes: [UInt8]) -> ([UInt8], TextEncoding) {
    var marks = 0
    while bytes[marks...].starts(with: [0xEF, 0xBB, 0xBF]) { marks += 3 }
    if marks > 0 { return decode(Array(bytes[marks...])) }
    if bytes.starts(with: [0xFF, 0xFE]) {
      return (utf8(fromUTF16: bytes, highByteFirst: false), .utf16LittleEndian)
    }
    if bytes.starts(with: [0xFE, 0xFF]) {
      return (utf8(fromUTF16: bytes, highByteFirst: true), .utf16BigEndian)
    }
    if isValidUTF8(bytes) { return (bytes, .utf8) }
    return (utf8(fromWindows1252: bytes), .windows1252)
  }

  private static func isValidUTF8(_ bytes: [UInt8]) -> Bool {
    if !bytes.contains(where: { $0 >= 0x80 }) { return true }
    return String(validating: bytes, as: UTF8.self) != nil
  }

  private static func utf8(fromUTF16 bytes: [UInt8], highByteFirst: Bool) -> [UInt8] {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var index = 2
    while index + 1 < bytes.count {
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      units.append(highByteFirst ? first << 8 | second : second << 8 | first)
      index += 2
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  private static func utf8(fromWindows1252 bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      if byte < 0x80 {
        text.append(byte)
      } else {
        let scalar =
          byte < 0xA0
          ? windows1252Controls[Int(byte) - 0x80] : Unicode.Scalar(byte)
        text.append(contentsOf: Array(String(Character(scalar)).utf8))
      }
    }
    return text
  }

  /// What Windows-1252 has where Latin-1 has control characters; the five unassigned bytes keep
  /// a replacement character.
  private static let windows1252Controls: [Unicode.Scalar] = [
    "€", "\u{FFFD}", "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "\u{FFFD}", "Ž",
    "\u{FFFD}", "\u{FFFD}", "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ",
    "\u{FFFD}", "ž", "Ÿ",
  ]
}
