/// What separates a whole number from its fraction.
public enum DecimalMark: String, Sendable {
  case point
  case comma
}

/// What the cells of a column prove of their decimal mark.
///
/// `1,234` may be a thousand and more or one and a bit; it takes another cell, such as `0,5` or
/// `1,234.5`, to tell. Nothing is guessed from the language of a file.
public struct DecimalEvidence: Sendable {
  /// A cell that was met, and where.
  public struct Witness: Sendable, Equatable {
    /// The cell.
    public let text: String
    /// Its line.
    public let line: Int
    /// The number of its field.
    public let field: Int
  }

  /// The first cell that can only have a decimal point.
  public private(set) var point: Witness?
  /// The first cell that can only have a decimal comma.
  public private(set) var comma: Witness?
  /// The first cell with one comma that may be either.
  public private(set) var unclear: Witness?
  /// The first cell with one point that may be either.
  public private(set) var unclearPoint: Witness?

  /// Nothing met yet.
  public init() {}

  /// The mark that is proved; nil when none is, or both are.
  public var mark: DecimalMark? {
    switch (point, comma) {
    case (nil, nil), (.some, .some): nil
    case (.some, nil): .point
    case (nil, .some): .comma
    }
  }

  /// Takes note of a cell of the column.
  public mutating func note(_ cell: UnsafeBufferPointer<UInt8>, line: Int, field: Int) {
    var (points, commas) = (0, 0)
    for byte in cell {
      if byte == UInt8(ascii: ".") { points += 1 }
      if byte == ASCII.comma { commas += 1 }
    }
    // Nearly every cell has nothing new to say: no mark, or a point where one is proved already.
    if commas == 0, points == 0 || points == 1 && point != nil { return }
    guard let kind = QualifiedNumber.evidence(cell) else { return }
    let isNew =
      switch kind {
      case .point: point == nil
      case .comma: comma == nil
      case .unclear: unclear == nil
      case .unclearPoint: unclearPoint == nil
      }
    guard isNew else { return }
    let witness = Witness(text: TextEncoding.string(cell), line: line, field: field)
    switch kind {
    case .point: point = witness
    case .comma: comma = witness
    case .unclear: unclear = witness
    case .unclearPoint: unclearPoint = witness
    }
  }

  /// Adds what a part of the column below proves.
  /// - Parameter lines: how many lines stand before that part.
  public mutating func append(_ other: DecimalEvidence, lines: Int) {
    func moved(_ witness: Witness?) -> Witness? {
      witness.map { Witness(text: $0.text, line: $0.line + lines, field: $0.field) }
    }
    point = point ?? moved(other.point)
    comma = comma ?? moved(other.comma)
    unclear = unclear ?? moved(other.unclear)
    unclearPoint = unclearPoint ?? moved(other.unclearPoint)
  }

  enum Kind {
    case point, comma, unclear, unclearPoint
  }
}
