import Glibc
import Tabular

/// A PDF as Chromium writes it, made the same for the same page, and marked as ours.
struct PDFBytes {
  private(set) var bytes: [UInt8]

  /// nil for what is not a whole PDF.
  init?(_ bytes: [UInt8]) {
    guard bytes.starts(with: "%PDF-".utf8), bytes.suffix(1024).lastRange(of: Array("%%EOF".utf8)) != nil
    else { return nil }
    self.bytes = bytes
  }

  /// Puts fixed digits in place of the times of writing and of identifiers of the file, which may be made
  /// from them. Lengths stay, so that all offsets in the file stay true.
  mutating func removeClock() {
    for key in ["/CreationDate", "/ModDate"] { overwrite(after: key, between: "(", ")", Self.withoutTime) }
    overwrite(after: "/ID", between: "[", "]") { $0.map { Self.isHexDigit($0) ? UInt8(ascii: "0") : $0 } }
  }

  /// `D:20261129175033+00'00'` becomes `D:19700101000000+00'00'`.
  private static func withoutTime(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var rest = Array("19700101000000".utf8)[...]
    return text.map { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): rest.popFirst() ?? UInt8(ascii: "0")
      case UInt8(ascii: "-"): UInt8(ascii: "+")
      default: byte
      }
    }
  }

  private static func isHexDigit(_ byte: UInt8) -> Bool { Character(Unicode.Scalar(byte)).isHexDigit }

  /// Changes what stands in brackets behind a key, wherever the key is followed by the opening one.
  private mutating func overwrite(
    after key: String, between open: Unicode.Scalar, _ close: Unicode.Scalar,
    _ change: (ArraySlice<UInt8>) -> [UInt8]
  ) {
    var place = 0
    while let found = Self.find(Array(key.utf8), in: bytes, from: place) {
      place = found + key.utf8.count
      let start = bytes[place...].drop { $0 == UInt8(ascii: " ") }
      // No date and no identifier is longer.
      guard start.first == UInt8(ascii: open), let end = start.prefix(200).firstIndex(of: UInt8(ascii: close))
      else { continue }
      let range = (start.startIndex + 1)..<end
      bytes.replaceSubrange(range, with: change(bytes[range]))
    }
  }

  private static func find(_ key: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    bytes.withUnsafeBytes { all in
      guard let base = all.baseAddress else { return nil }
      var place = start
      while all.count - place >= key.count,
        let found = memchr(base + place, Int32(key[0]), all.count - place - key.count + 1)
      {
        if memcmp(found, key, key.count) == 0 { return UnsafeRawPointer(found) - base }
        place = UnsafeRawPointer(found) - base + 1
      }
      return nil
    }
  }
}

// MARK: - The mark

extension PDFBytes {
  /// A comment behind the end of the file, which readers of PDF pass over: it tells files that hsi has printed
  /// from those of the user, and of which page they are.
  private static let markStart = "%hsi page sha256 "
  private static let markSize = markStart.utf8.count + 65

  static func digest(ofPage page: String) -> String { Digest.text(of: Array(page.utf8)) }

  mutating func mark(digest: String) { bytes += Array("\n\(Self.markStart)\(digest)\n".utf8) }

  /// The digest of the page that a file was printed from; nil for a file that hsi did not print.
  static func markedDigest(_ path: String) -> String? {
    let end = try? FileReading.withFile(path) { descriptor throws(FileReading.Problem) -> [UInt8] in
      guard let state = FileState(of: descriptor), state.size > markSize else { return [] }
      var bytes = [UInt8](repeating: 0, count: markSize)
      var failure: FileReading.Problem?
      bytes.withUnsafeMutableBytes { buffer in
        do throws(FileReading.Problem) {
          _ = try FileReading.fill(buffer, from: descriptor, at: state.size - markSize)
        } catch { failure = error }
      }
      if let failure { throw failure }
      return bytes
    }
    let text = String(decoding: end ?? [], as: UTF8.self)
    return text.hasPrefix(markStart) ? String(text.dropFirst(markStart.count).dropLast()) : nil
  }
}
