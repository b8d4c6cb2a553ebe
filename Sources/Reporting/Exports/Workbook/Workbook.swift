/// A workbook as values: sheets of cells, each of which is a text, a number, or a formula with the value that it
/// has now. Whoever writes it decides on nothing.
package struct Workbook: Sendable {
  /// What a cell shows.
  package enum Value: Sendable, Equatable {
    case number(Double)
    case text(String)

    /// A number, or the empty text where there is none.
    static func score(_ number: Double?) -> Value {
      guard let number, number.isFinite else { return .text("") }
      return .number(number)
    }
  }

  package enum Content: Sendable, Equatable {
    case value(Value)
    /// A formula without its sign `=`, and the engine's value of it.
    case formula(String, Value)
  }

  /// How a cell looks, which says what it is.
  package enum Look: Int, Sendable, CaseIterable {
    case plain, title, head, note
    /// A number that the reader may change.
    case input
    /// A figure of Data/, which the reader may change too.
    case figure
    /// A score that was estimated: a value that nothing moves.
    case estimate
    /// A result of the program beside those of the workbook.
    case engine
    /// A score, a weight or share, a rank.
    case score, share, rank
  }

  package struct Cell: Sendable {
    package let row: Int
    package let column: Int
    package let content: Content
    package let look: Look
  }

  package struct Sheet: Sendable {
    package let name: String
    package private(set) var cells: [Cell] = []
    /// The widths of the first columns in characters; the last holds for all further ones.
    package let widths: [Double]
    /// How many rows and columns stay in sight.
    package let frozen: (rows: Int, columns: Int)

    init(_ name: String, widths: [Double], frozen: (rows: Int, columns: Int) = (0, 0)) {
      (self.name, self.widths, self.frozen) = (name, widths, frozen)
    }

    mutating func put(_ text: String, _ row: Int, _ column: Int, _ look: Look = .plain) {
      cells.append(Cell(row: row, column: column, content: .value(.text(text)), look: look))
    }

    /// Puts a number in; nothing where there is none.
    mutating func put(_ number: Double?, _ row: Int, _ column: Int, _ look: Look) {
      guard let number, number.isFinite else { return }
      cells.append(Cell(row: row, column: column, content: .value(.number(number)), look: look))
    }

    mutating func put(formula: String, _ value: Value, _ row: Int, _ column: Int, _ look: Look = .score) {
      cells.append(Cell(row: row, column: column, content: .formula(formula, value), look: look))
    }
  }

  package let title: String
  package let sheets: [Sheet]
}

/// Addresses of cells as formulas write them: rows and columns from 0 become `C7`, `C$7`, `$C$7`.
enum CellAddress {
  enum Fixed { case none, row, both }

  static func of(_ row: Int, _ column: Int, on sheet: String? = nil, fixed: Fixed = .none) -> String {
    let letters = (fixed == .both ? "$" : "") + name(ofColumn: column)
    return (sheet.map { $0 + "!" } ?? "") + letters + (fixed == .none ? "" : "$") + String(row + 1)
  }

  /// The cells of one row, or of one column, from the first to the last.
  static func range(
    _ first: (row: Int, column: Int), _ last: (row: Int, column: Int), on sheet: String? = nil,
    fixed: Fixed = .none
  ) -> String {
    of(first.row, first.column, on: sheet, fixed: fixed) + ":" + of(last.row, last.column, fixed: fixed)
  }

  /// A, …, Z, AA, …
  private static func name(ofColumn column: Int) -> String {
    var (rest, letters) = (column + 1, "")
    while rest > 0 {
      letters = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }
}
