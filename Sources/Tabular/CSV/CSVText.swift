/// Writes RFC 4180 text, LF line ends, numbers in full precision.
package struct CSVText: Sendable {
  package private(set) var text = ""
  private var isAtLineStart = true

  package init(header: [String]) {
    for name in header { field(name) }
    endRow()
  }

  package init() {}

  /// Adds a field of text, quoted where RFC 4180 asks for it.
  ///
  /// A text that a spreadsheet would take for a formula (`=`, `+`, `-`, `@`, tab or carriage
  /// return in front) gets an apostrophe before it, so that it stays text there.
  package mutating func field(_ value: String) {
    separate()
    let guarded = Self.looksLikeFormula(value) ? "'" + value : value
    let needsQuotes = guarded.utf8.contains {
      $0 == ASCII.comma || $0 == ASCII.quote || $0 == ASCII.lineFeed || $0 == ASCII.carriageReturn
    }
    // Readers take blanks at the ends of a field for padding.
    let blanks: [UInt8?] = [UInt8(ascii: " "), ASCII.tab]
    let isPadded = blanks.contains(guarded.utf8.first) || blanks.contains(guarded.utf8.last)
    guard needsQuotes || isPadded else {
      text += guarded
      return
    }
    text += "\""
    for character in guarded.unicodeScalars {
      text.unicodeScalars.append(character)
      if character == "\"" { text += "\"" }
    }
    text += "\""
  }

  /// Adds a number: the shortest text that reads back to the same Double; nil and NaN are empty.
  package mutating func field(_ value: Double?) {
    separate()
    if let value, !value.isNaN { text += Self.shortest(value) }
  }

  /// Adds a whole number; nil is empty.
  package mutating func field(_ value: Int?) {
    separate()
    if let value { text += String(value) }
  }

  /// Adds a row of values; null is empty, and no value is an array or an object.
  package mutating func row(_ values: [JSONText]) {
    for value in values {
      switch value {
      case .string(let text): field(text)
      case .integer(let number): field(number)
      case .number(let number): field(number)
      case .boolean(let truth): field(truth ? "true" : "false")
      case .null, .array, .object: field(nil as Int?)
      }
    }
    endRow()
  }

  package mutating func endRow() {
    text += "\n"
    isAtLineStart = true
  }

  /// The shortest decimal text that reads back to the same Double; whole numbers without `.0`.
  package static func shortest(_ value: Double) -> String {
    if value == value.rounded(), abs(value) < 0x1p54 { return String(Int64(value)) }
    return String(describing: value)
  }

  private mutating func separate() {
    if !isAtLineStart { text += "," }
    isAtLineStart = false
  }

  private static func looksLikeFormula(_ value: String) -> Bool {
    guard let first = value.utf8.first else { return false }
    return [ASCII.tab, ASCII.carriageReturn].contains(first) || "=+-@".utf8.contains(first)
  }
}
