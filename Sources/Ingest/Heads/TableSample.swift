import Tabular

/// The first rows below a header as text: what columns hold, whatever they are called.
struct TableSample: Sendable {
  /// So many rows and columns are looked at: whoever names a country does so near the left edge.
  private static let depth = 60
  private static let breadth = 60

  private(set) var rows: [[String]] = []

  var isFull: Bool { rows.count >= Self.depth }

  mutating func note(_ row: CSVRow) {
    if isFull { return }
    rows.append((0..<min(row.count, Self.breadth)).map(row.string))
  }

  /// Whether most rows have as many fields as a header: what stands above a table has not.
  func fits(_ width: Int) -> Bool { 2 * rows.count { $0.count == min(width, Self.breadth) } > rows.count }

  func cell(_ row: Int, _ column: Int) -> String { column < rows[row].count ? rows[row][column] : "" }

  /// The texts of a column, in order of first appearance, without empty ones and marks of missing values.
  func texts(_ column: Int) -> [String] {
    var seen: Set<String> = []
    return rows.indices.map { cell($0, column) }.filter { text in
      !text.isEmpty && NumberText(text) != .missing && seen.insert(text).inserted
    }
  }

  /// Whether a column holds calendar years and nothing else.
  func holdsYears(_ column: Int) -> Bool {
    let texts = texts(column)
    return !texts.isEmpty && texts.allSatisfy { TableHeader.year($0) != nil }
  }

  /// Whether a column is not known to hold more words than numbers.
  func mayHoldNumbers(_ column: Int) -> Bool {
    let texts = texts(column)
    return 2 * texts.count { NumberText($0) != .malformed } >= texts.count
  }
}
