/// A ZIP archive of members that are stored as they are, made by hand after PKWARE's APPNOTE.
enum ZIPText {
  static func archive(_ members: [(name: String, text: String)]) -> [UInt8] {
    var out: [UInt8] = []
    var directory: [UInt8] = []
    for member in members {
      let (name, bytes) = (Array(member.name.utf8), Array(member.text.utf8))
      let offset = out.count
      let facts =
        two(20) + two(0) + two(0) + two(0) + two(0) + four(crc(bytes)) + four(UInt32(bytes.count))
        + four(UInt32(bytes.count)) + two(name.count) + two(0)
      out += [0x50, 0x4B, 3, 4] + facts + name + bytes
      directory +=
        [0x50, 0x4B, 1, 2] + two(20) + facts + two(0) + two(0) + two(0) + four(0) + four(UInt32(offset))
        + name
    }
    let start = UInt32(out.count)
    return out + directory + [0x50, 0x4B, 5, 6] + two(0) + two(0) + two(members.count) + two(members.count)
      + four(UInt32(directory.count)) + four(start) + two(0)
  }

  private static func two(_ value: Int) -> [UInt8] { [UInt8(value & 255), UInt8(value >> 8 & 255)] }

  private static func four(_ value: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  private static func crc(_ bytes: [UInt8]) -> UInt32 {
    var value = ~UInt32(0)
    for byte in bytes {
      value ^= UInt32(byte)
      for _ in 0..<8 { value = value & 1 == 1 ? (value >> 1) ^ 0xEDB8_8320 : value >> 1 }
    }
    return ~value
  }
}
