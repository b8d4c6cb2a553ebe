/// A text that may be made of runs, each with its letters: their joined text, on one line.
///
/// How it is to be pronounced is left out. Digits and letters that stand above the line are written so, as ¹ or ᵃ: without
/// that, the mark of a footnote would be read as a digit of the number before it.
struct RichText {
  private(set) var bytes: [UInt8] = []
  private var isInText = false
  private var isPhonetic = false
  private var isRaised = false
  /// The text of the tag at hand, which may come in pieces.
  private var piece: [UInt8] = []

  mutating func clear() { self = RichText() }

  mutating func begin(_ name: XMLName, _ attributes: XMLAttributes) {
    if name == "t" {
      isInText = !isPhonetic
    } else if name == "rPh" {
      isPhonetic = true
    } else if name == "r" {
      isRaised = false
    } else if name == "vertAlign" {
      isRaised = attributes.string("val") == "superscript"
    }
  }

  mutating func text(_ text: UnsafeRawBufferPointer) { if isInText { piece += text } }

  mutating func end(_ name: XMLName) {
    if name == "t" {
      if isInText { bytes += isRaised ? Self.raised(piece) : piece }
      (isInText, piece) = (false, [])
    } else if name == "rPh" {
      isPhonetic = false
    } else if name == "r" {
      isRaised = false
    }
  }

  private static let marks = Dictionary(
    uniqueKeysWithValues: zip("0123456789abcde".utf8, "⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉ".map { Array(String($0).utf8) }))

  /// Marks of footnotes as they stand above the line; a longer text, such as an ordinal's ending, as it is.
  private static func raised(_ text: [UInt8]) -> [UInt8] {
    let marked = text.filter { !", ()".utf8.contains($0) }
    let isMark = marked.count < 4 && marked.allSatisfy { marks[$0] != nil }
    return isMark ? marked.flatMap { marks[$0] ?? [] } : text
  }
}

/// A cell's text as it can stand on one line of a table.
enum CellText {
  /// Line ends, tabs and other control characters become blanks, and blanks at the ends go. `_x000D_` stands for
  /// the character of that number.
  static func plain(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var place = 0
    while place < bytes.count {
      if bytes[place] == UInt8(ascii: "_"), let unit = escaped(bytes, place) {
        out += unit < 0x20 ? [0x20] : Array(String(Character(Unicode.Scalar(unit) ?? "?")).utf8)
        place += 7
      } else {
        out.append(bytes[place] < 0x20 || bytes[place] == 0x7F ? 0x20 : bytes[place])
        place += 1
      }
    }
    let start = out.firstIndex { $0 != 0x20 } ?? out.count
    let end = (out.lastIndex { $0 != 0x20 } ?? start - 1) + 1
    return Array(out[start..<end])
  }

  /// The number in `_x000D_`, where one stands at a place.
  private static func escaped(_ bytes: [UInt8], _ place: Int) -> UInt16? {
    guard place + 6 < bytes.count, bytes[place + 1] == UInt8(ascii: "x"),
      bytes[place + 6] == UInt8(ascii: "_")
    else { return nil }
    let digits = String(decoding: bytes[(place + 2)..<(place + 6)], as: UTF8.self)
    return digits.allSatisfy(\.isHexDigit) ? UInt16(digits, radix: 16) : nil
  }
}
