import Tabular

/// The cells of a sheet that hold something, as texts, and what was met on the way.
struct SheetCells {
  struct Cell {
    /// From 0.
    let column: Int
    /// Where its text stands in `bytes`.
    let text: Range<Int>
  }

  struct Row {
    /// From 1.
    let number: Int
    /// In the order of their columns.
    let cells: Range<Int>
  }

  /// Cells of some kind: how many, and the first of them.
  struct Tally {
    private(set) var count = 0
    private(set) var first = ""
    private(set) var text = ""

    mutating func note(row: Int, column: Int, _ text: String) {
      if count == 0 { (first, self.text) = (CellName.name(row: row, column: column), text) }
      count += 1
    }
  }

  var bytes: [UInt8] = []
  var cells: [Cell] = []
  /// Those with cells, in order.
  var rows: [Row] = []
  /// How many columns there are up to the last with a cell.
  var width = 0
  var merged: [MergedRange] = []
  /// The columns that are hidden, from 0.
  var hiddenColumns: [Range<Int>] = []
  /// How many rows with cells are hidden.
  var hiddenRows = 0
  var errors = Tally()
  var formulas = Tally()
  var percents = Tally()

  /// How many hidden columns hold something.
  var hiddenColumnCount: Int {
    if hiddenColumns.isEmpty { return 0 }
    var isHidden = [Bool](repeating: false, count: width)
    for columns in hiddenColumns { for column in columns.clamped(to: 0..<width) { isHidden[column] = true } }
    var isUsed = [Bool](repeating: false, count: width)
    for cell in cells where isHidden[cell.column] { isUsed[cell.column] = true }
    return isUsed.count { $0 }
  }

  /// What a cell holds, for the question whether it is a head or a figure.
  enum Content { case text, year, figure }

  func content(_ cell: Cell) -> Content {
    let number = bytes[cell.text].withUnsafeBufferPointer { NumberText($0) }
    switch number {
    case .value(let value):
      return value == value.rounded() && value >= 1500 && value <= 2200 ? .year : .figure
    case .qualified, .localised: return .figure
    case .missing, .malformed: return .text
    }
  }

  /// The first row with a figure, before which only titles and heads stand; nil where there is none.
  private var firstFigures: Int? {
    rows.first { row in row.cells.contains { content(cells[$0]) == .figure } }?.number
  }

  /// Puts the text or the year of a merged cell into each row of figures that it covers, such as the name of a country
  /// beside its years. Heads that cover columns stay, since what reads tables lets a head stand above the columns up to the
  /// next; so do figures, which are of their first row.
  /// - Parameter most: so many cells may be filled.
  /// - Returns: how many merged cells were repeated; nil where too many cells would be filled.
  mutating func repeatMerged(most: Int) -> Int? {
    let tall = merged.filter { $0.rows.count > 1 }
    guard !tall.isEmpty, let start = firstFigures else { return 0 }
    var added: [Int: [Cell]] = [:]
    var (repeated, filled) = (0, 0)
    for range in tall {
      let first = place(ofRow: range.rows.lowerBound)
      guard first < rows.count, rows[first].number == range.rows.lowerBound,
        let cell = cell(at: range.column, in: rows[first]), content(cell) != .figure
      else { continue }
      var isRepeated = false
      var place = max(first + 1, self.place(ofRow: start))
      while place < rows.count, rows[place].number <= range.rows.upperBound {
        if self.cell(at: range.column, in: rows[place]) == nil {
          added[place, default: []].append(cell)
          isRepeated = true
        }
        (place, filled) = (place + 1, filled + 1)
        if filled > most { return nil }
      }
      if isRepeated { repeated += 1 }
    }
    if repeated > 0 { insert(added) }
    return repeated
  }

  /// The place in `rows` of the first row that has a number or a higher one.
  private func place(ofRow number: Int) -> Int {
    var (low, high) = (0, rows.count)
    while low < high {
      let middle = (low + high) / 2
      if rows[middle].number < number { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func cell(at column: Int, in row: Row) -> Cell? {
    cells[row.cells].first { $0.column >= column }.flatMap { $0.column == column ? $0 : nil }
  }

  /// Adds cells to rows, of which these have none yet in those columns.
  private mutating func insert(_ added: [Int: [Cell]]) {
    var (all, kept): ([Cell], [Row]) = ([], [])
    all.reserveCapacity(cells.count + added.count)
    for (place, row) in rows.enumerated() {
      let start = all.count
      var own = Array(cells[row.cells])
      for cell in added[place] ?? [] where !own.contains(where: { $0.column == cell.column }) {
        own.append(cell)
      }
      if added[place] != nil { own.sort { $0.column < $1.column } }
      all += own
      kept.append(Row(number: row.number, cells: start..<all.count))
    }
    (cells, rows) = (all, kept)
  }
}
