import Tabular

/// The first rows below a header as text: what columns hold, whatever they are called.
struct TableSample: Sendable {
  /// So many rows and columns are looked at: whoever names a country does so near the left edge.
  private static let depth = 60
  private static let breadth = 60

  private(set) var rows: [[String]] = []
  /// The texts of each column, in order of first appearance, without empty ones and marks of missing values.
  private var distinct: [(texts: [String], seen: Set<String>)] = []

  mutating func note(_ row: CSVRow) {
    if rows.count >= Self.depth { return }
    let texts = (0..<min(row.count, Self.breadth)).map(row.string)
    rows.append(texts)
    for _ in distinct.count..<max(distinct.count, texts.count) { distinct.append(([], [])) }
    for (column, text) in texts.enumerated() where !text.isEmpty {
      if distinct[column].seen.insert(text).inserted, NumberText(text) != .missing {
        distinct[column].texts.append(text)
      }
    }
  }

  /// Whether most rows have as many fields as a header: what stands above a table has not.
  func fits(_ width: Int) -> Bool { 2 * rows.count { $0.count == min(width, Self.breadth) } > rows.count }

  func cell(_ row: Int, _ column: Int) -> String { column < rows[row].count ? rows[row][column] : "" }

  func texts(_ column: Int) -> [String] { column < distinct.count ? distinct[column].texts : [] }

  /// Whether a column holds calendar years and nothing else.
  func holdsYears(_ column: Int) -> Bool {
    let texts = texts(column)
    return !texts.isEmpty && texts.allSatisfy { if case .year = YearText($0) { true } else { false } }
  }

  /// Whether a column holds calendar years, but for what stands in a few rows, such as a footnote.
  func mostlyHoldsYears(_ column: Int) -> Bool {
    let texts = texts(column)
    let years = texts.count { if case .year = YearText($0) { true } else { false } }
    return years > 0 && years >= texts.count - 2 && 2 * years >= texts.count
  }

  /// Whether a column numbers the rows, as programs write them out.
  func countsRows(_ column: Int) -> Bool {
    let numbers = rows.indices.map { Int(cell($0, column)) }
    guard let first = numbers.first ?? nil else { return false }
    return numbers.enumerated().allSatisfy { $1 == first + $0 }
  }

  /// Whether a column is not known to hold more words than numbers.
  func mayHoldNumbers(_ column: Int) -> Bool {
    let texts = texts(column)
    return 2 * texts.count { NumberText($0) != .malformed } >= texts.count
  }
}
