/// The names of cells, such as `AB12`: a column in letters, a row from 1.
enum CellName {
  /// A sheet has no more (ECMA-376 leaves it open; Excel 2007 and later have 2 to the 20th and 2 to the 14th).
  static let mostRows = 1_048_576
  static let mostColumns = 16_384

  /// The letters of a column from 0.
  static func letters(_ column: Int) -> String {
    var (rest, letters) = (column + 1, "")
    while rest > 0 {
      letters = String(Unicode.Scalar(UInt8(65 + (rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }

  static func name(row: Int, column: Int) -> String { letters(column) + String(row) }

  /// The column from 0 and the row from 1 of a name; nil where it is none, or is of no cell of a sheet.
  static func place(_ name: some Sequence<UInt8>) -> (row: Int, column: Int)? {
    var (column, row) = (0, 0)
    for byte in name {
      let letter = byte & 0xDF
      if row == 0, (65...90).contains(letter), byte >= 65 {
        column = column * 26 + Int(letter) - 64
      } else if (48...57).contains(byte), column > 0 {
        row = row * 10 + Int(byte) - 48
      } else {
        return nil
      }
      guard column <= mostColumns, row <= mostRows else { return nil }
    }
    return row > 0 && column > 0 ? (row, column - 1) : nil
  }
}

/// Cells that are merged into one: its text stands in the first of them.
struct MergedRange {
  let rows: ClosedRange<Int>
  let column: Int

  /// The range of a text such as `A3:B12`; nil where it is none.
  init?(_ text: String) {
    let ends = text.utf8.split(separator: UInt8(ascii: ":"))
    guard ends.count == 2, let first = CellName.place(ends[0]), let last = CellName.place(ends[1]),
      first.row <= last.row
    else { return nil }
    (rows, column) = (first.row...last.row, first.column)
  }
}
