import Diagnostics
import Tabular

/// Reads the part of a sheet: `row` and `c` of its `sheetData`, the merged cells below it, and what is hidden.
///
/// What a sheet says of its own dimensions is not believed, and nothing is kept of cells that hold nothing.
final class SheetReader: XMLTaker {
  private(set) var cells = SheetCells()
  private(set) var problem: Diagnostic?
  private let file: String
  private let strings: SharedStrings
  private let formats: CellFormats
  private let limits: WorkbookLimits

  private var row = 0
  private var isRowHidden = false
  private var rowStart = 0
  private var column = -1
  /// The cell at hand; nil between cells.
  private var cell: OpenCell?
  private var isInValue = false
  private var isInline = false
  private var value: [UInt8] = []
  private var rich = RichText()

  private struct OpenCell {
    var kind = Kind.number
    var style = 0
    var hasFormula = false
  }

  /// The `t` of a cell.
  private enum Kind {
    case number, shared, inline, formulaText, boolean, error, date

    init(_ name: String?) {
      switch name {
      case "s": self = .shared
      case "inlineStr": self = .inline
      case "str": self = .formulaText
      case "b": self = .boolean
      case "e": self = .error
      case "d": self = .date
      default: self = .number
      }
    }
  }

  init(file: String, strings: SharedStrings, formats: CellFormats, limits: WorkbookLimits) {
    (self.file, self.strings, self.formats, self.limits) = (file, strings, formats, limits)
  }

  func begin(_ name: XMLName, _ attributes: XMLAttributes) {
    if cell != nil { return beginInCell(name, attributes) }
    if name == "c" {
      beginCell(attributes)
    } else if name == "row" {
      beginRow(attributes)
    } else if name == "mergeCell" {
      if let range = attributes.string("ref").flatMap({ MergedRange($0) }) { cells.merged.append(range) }
    } else if name == "col", attributes.isTrue("hidden"), let first = attributes.number("min"),
      let last = attributes.number("max"), first > 0, first <= last
    {
      cells.hiddenColumns.append((first - 1)..<min(last, CellName.mostColumns + first))
    }
  }

  private func beginInCell(_ name: XMLName, _ attributes: XMLAttributes) {
    if isInline {
      rich.begin(name, attributes)
    } else if name == "v" {
      isInValue = true
    } else if name == "f" {
      cell?.hasFormula = true
    } else if name == "is" {
      isInline = true
    }
  }

  private func beginRow(_ attributes: XMLAttributes) {
    let number = attributes["r"] == nil ? row + 1 : attributes.number("r") ?? 0
    if number > CellName.mostRows { return stop("a sheet has no row \(number)") }
    guard number > row else {
      return stop("row \(attributes.string("r") ?? String(number)) stands below row \(row)")
    }
    (row, column, rowStart) = (number, -1, cells.cells.count)
    isRowHidden = attributes.isTrue("hidden")
  }

  private func beginCell(_ attributes: XMLAttributes) {
    if let name = attributes.string("r") {
      guard let place = CellName.place(name.utf8) else { return stop("\"\(name)\" is the name of no cell") }
      guard place.row == row else { return stop("cell \(name) stands in row \(row)") }
      guard place.column > column else { return stop("cell \(name) stands behind a later one, or twice") }
      column = place.column
    } else {
      column += 1
    }
    guard row > 0, column < CellName.mostColumns else { return stop("a cell stands outside of all rows") }
    cell = OpenCell(kind: Kind(attributes.string("t")), style: attributes.number("s") ?? 0)
    value.removeAll(keepingCapacity: true)
    rich.clear()
  }

  func text(_ bytes: UnsafeRawBufferPointer) {
    if isInValue { value += bytes } else if isInline { rich.text(bytes) }
  }

  func end(_ name: XMLName) {
    if name == "c" {
      if let cell { take(cell) }
      (cell, isInValue, isInline) = (nil, false, false)
    } else if name == "row" {
      endRow()
    } else if isInline {
      if name == "is" { isInline = false } else { rich.end(name) }
    } else if name == "v" {
      isInValue = false
    }
  }

  private func endRow() {
    guard cells.cells.count > rowStart else { return }
    cells.rows.append(SheetCells.Row(number: row, cells: rowStart..<cells.cells.count))
    rowStart = cells.cells.count
    if isRowHidden { cells.hiddenRows += 1 }
  }

  private func take(_ cell: OpenCell) {
    switch cell.kind {
    case .inline: keep(CellText.plain(rich.bytes))
    case .formulaText: keep(CellText.plain(value))
    case .boolean: keep(value == [UInt8(ascii: "1")] ? "TRUE" : value.isEmpty ? "" : "FALSE")
    case .date: keep(value.prefix { $0 != UInt8(ascii: "T") })
    case .error: cells.errors.note(row: row, column: column, String(decoding: value, as: UTF8.self))
    case .shared:
      guard let text = Int(String(decoding: value, as: UTF8.self)).flatMap({ strings[$0] }) else {
        return stop(
          "cell \(CellName.name(row: row, column: column)) has a text that is not among the workbook's")
      }
      keep(text)
    case .number: takeNumber(cell)
    }
  }

  /// A number as the shortest text that reads back to it: what is stored has up to 17 digits, as in
  /// 94.299999999999997 for 94.3.
  private func takeNumber(_ cell: OpenCell) {
    let written = CellText.plain(value)
    if written.isEmpty {
      if cell.hasFormula { cells.formulas.note(row: row, column: column, "") }
      return
    }
    guard let number = Double(String(decoding: written, as: UTF8.self)), number.isFinite else {
      return keep(written)
    }
    let shortest = CSVText.shortest(number)
    switch formats.meaning(ofStyle: cell.style) {
    case .number: keep(shortest)
    case .percent:
      cells.percents.note(row: row, column: column, shortest)
      keep(shortest)
    case .date: keep(SerialDate.text(number, from1904: formats.countsFrom1904) ?? shortest)
    case .year:
      keep(SerialDate.text(number, from1904: formats.countsFrom1904).map { String($0.prefix(4)) } ?? shortest)
    }
  }

  private func keep(_ text: String) { keep(Array(text.utf8)) }

  private func keep(_ text: some Collection<UInt8>) {
    if text.isEmpty { return }
    let start = cells.bytes.count
    cells.bytes += text
    guard cells.bytes.count <= limits.size else { return problem = SheetTable.oversized(file, limits) }
    cells.cells.append(SheetCells.Cell(column: column, text: start..<cells.bytes.count))
    cells.width = max(cells.width, column + 1)
  }

  private func stop(_ reason: String) { if problem == nil { problem = ZipArchive.broken(file, reason) } }
}
