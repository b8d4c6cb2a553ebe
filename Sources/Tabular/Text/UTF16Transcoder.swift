/// Turns blocks of UTF-16 into UTF-8, keeping what a block breaks off in the middle.
final class UTF16Transcoder {
  private let highByteFirst: Bool
  private var raw: [UInt8] = []
  private var used = 0
  /// The first half of a pair whose second half is in the next block.
  private var pendingHalf: UInt16?

  init(_ encoding: TextEncoding) { highByteFirst = encoding == .utf16BigEndian }

  /// Reads the next bytes of the text; gives how many.
  func read(_ text: SourceText, at offset: Int, atMost count: Int) throws(SourceText.ReadFailure) -> Int {
    if raw.count != count { raw = [UInt8](repeating: 0, count: count) }
    used = try SourceText.fill(&raw, least: 2) { (count, rest) throws(SourceText.ReadFailure) in
      try text.read(at: offset + count, into: rest)
    }
    // An odd byte is read again with its other half; alone at the end, it is a broken unit.
    if used > 1 { used &= ~1 }
    return used
  }

  /// Writes the bytes last read as UTF-8; gives how many came out.
  func transcode(into room: UnsafeMutableRawBufferPointer) -> Int {
    var out = Output(room)
    var index = 0
    while index < used {
      guard index + 1 < used else {
        out.append(Self.replacement)
        break
      }
      let (first, second) = (UInt16(raw[index]), UInt16(raw[index + 1]))
      append(highByteFirst ? first << 8 | second : second << 8 | first, to: &out)
      index += 2
    }
    return out.count
  }

  /// What is left at the end: half a pair that never found the other.
  func flush(into room: UnsafeMutableRawBufferPointer) -> Int {
    guard pendingHalf != nil else { return 0 }
    pendingHalf = nil
    var out = Output(room)
    out.append(Self.replacement)
    return out.count
  }

  private static let replacement: UInt32 = 0xFFFD

  private func append(_ unit: UInt16, to out: inout Output) {
    if let half = pendingHalf {
      pendingHalf = nil
      if UTF16.isTrailSurrogate(unit) {
        out.append(0x10000 + (UInt32(half) - 0xD800) << 10 + (UInt32(unit) - 0xDC00))
        return
      }
      out.append(Self.replacement)
    }
    if UTF16.isLeadSurrogate(unit) {
      pendingHalf = unit
    } else {
      out.append(UTF16.isTrailSurrogate(unit) ? Self.replacement : UInt32(unit))
    }
  }

  /// UTF-8 in a buffer that has room for three bytes a unit.
  private struct Output {
    private let room: UnsafeMutableRawBufferPointer
    private(set) var count = 0

    init(_ room: UnsafeMutableRawBufferPointer) { self.room = room }

    mutating func append(_ scalar: UInt32) {
      guard let scalar = Unicode.Scalar(scalar) else { return }
      for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter where count < room.count {
        room[count] = byte
        count += 1
      }
    }
  }
}
