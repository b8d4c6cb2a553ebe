/// What separates a whole number from its fraction.
package enum DecimalMark: String, Sendable {
  case point, comma

  var byte: UInt8 { self == .comma ? ASCII.comma : ASCII.point }
  var other: DecimalMark { self == .comma ? .point : .comma }
}

/// What the cells of a column prove of their decimal mark.
///
/// `1,234` may be a thousand and more or one and a bit; it takes another cell, such as `0,5` or
/// `1,234.5`, to tell. Nothing is guessed from the language of a file.
package struct DecimalEvidence: Sendable {
  /// A cell that was met, and where.
  package struct Witness: Sendable, Equatable {
    package let text: String
    package let line: Int
    package let field: Int
  }

  typealias Kind = WritableKeyPath<DecimalEvidence, Witness?>

  /// The first cell that can only have a decimal point.
  package internal(set) var point: Witness?
  /// The first cell that can only have a decimal comma.
  package internal(set) var comma: Witness?
  /// The first cell with one comma that may be either.
  package internal(set) var unclear: Witness?
  /// The first cell with one point that may be either.
  package internal(set) var unclearPoint: Witness?

  package init() {}

  /// The mark that is proved; nil when none is, or both are.
  package var mark: DecimalMark? {
    if (point == nil) == (comma == nil) { return nil }
    return comma == nil ? .point : .comma
  }

  package mutating func note(_ cell: UnsafeBufferPointer<UInt8>, line: Int, field: Int) {
    var (points, commas) = (0, 0)
    for byte in cell {
      if byte == UInt8(ascii: ".") { points += 1 }
      if byte == ASCII.comma { commas += 1 }
    }
    // Nearly every cell has nothing new to say: no mark, or a point where one is proved already.
    if commas == 0, points == 0 || points == 1 && point != nil { return }
    guard let kind = QualifiedNumber.evidence(cell), self[keyPath: kind] == nil else { return }
    self[keyPath: kind] = Witness(text: TextEncoding.string(cell), line: line, field: field)
  }

  /// Adds what a part of the column below proves.
  /// - Parameter lines: how many lines stand before that part.
  package mutating func append(_ other: DecimalEvidence, lines: Int) {
    for kind in [\Self.point, \.comma, \.unclear, \.unclearPoint] where self[keyPath: kind] == nil {
      self[keyPath: kind] = other[keyPath: kind].map {
        Witness(text: $0.text, line: $0.line + lines, field: $0.field)
      }
    }
  }
}
