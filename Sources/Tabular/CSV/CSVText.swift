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
    let isFormula = value.utf8.first.map("=+-@\t\r".utf8.contains) ?? false
    let guarded = isFormula ? "'" + value : value
    let needsQuotes = guarded.utf8.contains {
      $0 == ASCII.comma || $0 == ASCII.quote || $0 == ASCII.lineFeed || $0 == ASCII.carriageReturn
    }
    // Readers take blanks at the ends of a field for padding.
    let ends = [guarded.utf8.first, guarded.utf8.last]
    if needsQuotes || ends.contains(UInt8(ascii: " ")) || ends.contains(ASCII.tab) {
      text += "\"\(guarded.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined())\""
    } else {
      text += guarded
    }
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
}
