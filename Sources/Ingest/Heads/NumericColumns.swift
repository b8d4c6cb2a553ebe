import Tabular

/// Tells columns of numbers from columns of words by their first cells.
struct NumericColumns {
  private(set) var rows = 0
  /// How many more cells hold numbers than words.
  private var balance: [Int] = []

  mutating func note(_ row: CSVRow) {
    rows += 1
    if balance.count < row.count { balance += repeatElement(0, count: row.count - balance.count) }
    for column in 0..<row.count {
      switch row.number(column) {
      case .missing: break
      case .malformed: balance[column] -= 1
      default: balance[column] += 1
      }
    }
  }

  func holdsNumbers(_ column: Int) -> Bool { column < balance.count && balance[column] > 0 }
}
