import Diagnostics
import Tabular

/// A sheet as the text of a table, parted by commas: line N is row N, and each line with cells has as many fields as the
/// sheet has columns.
package struct SheetTable {
  package let sheet: Workbook.Sheet
  /// Named `FILE.xlsx#Sheet`.
  package let text: SourceText
  /// What is to be said of how the sheet was read.
  package let findings: Findings

  init(_ cells: consuming SheetCells, of sheet: Workbook.Sheet, in file: String, limits: WorkbookLimits)
    throws(Diagnostic)
  {
    self.sheet = sheet
    let name = "\(file)#\(sheet.name)"
    guard let repeated = cells.repeatMerged(most: limits.size >> 8),
      let bytes = Self.csv(cells, atMost: limits.size)
    else { throw Self.oversized(name, limits) }
    text = SourceText(name: name, bytes: bytes)
    findings = Self.findings(cells, sheet, name, repeated: repeated)
  }

  static func oversized(_ name: String, _ limits: WorkbookLimits) -> Diagnostic {
    Diagnostic(
      .spreadsheets.oversizedWorkbook, "the sheet makes a table of more than \(limits.size) bytes",
      at: .init(file: name))
  }

  /// The text; nil where it would be too long.
  private static func csv(_ cells: SheetCells, atMost limit: Int) -> [UInt8]? {
    let padding = cells.rows.count.multipliedReportingOverflow(by: cells.width)
    let size = padding.partialValue + cells.bytes.count + (cells.rows.last?.number ?? 0)
    guard !padding.overflow, size <= limit else { return nil }
    var out: [UInt8] = []
    out.reserveCapacity(size + cells.cells.count)
    var line = 1
    for row in cells.rows {
      while line < row.number {
        out.append(UInt8(ascii: "\n"))
        line += 1
      }
      var column = 0
      for cell in cells.cells[row.cells] {
        while column < cell.column {
          out.append(UInt8(ascii: ","))
          column += 1
        }
        append(cells.bytes[cell.text], to: &out)
      }
      for _ in (column + 1)..<max(column + 1, cells.width) { out.append(UInt8(ascii: ",")) }
    }
    if !cells.rows.isEmpty { out.append(UInt8(ascii: "\n")) }
    return out.count <= limit ? out : nil
  }

  /// Adds a field, within quotation marks where it holds what could part fields.
  private static func append(_ field: ArraySlice<UInt8>, to out: inout [UInt8]) {
    guard field.contains(where: { ",;\"".utf8.contains($0) }) else { return out += field }
    let quote = UInt8(ascii: "\"")
    out.append(quote)
    for byte in field { out += byte == quote ? [quote, quote] : [byte] }
    out.append(quote)
  }

  private static func findings(_ cells: SheetCells, _ sheet: Workbook.Sheet, _ name: String, repeated: Int)
    -> Findings
  {
    var findings = Findings()
    func add(_ kind: FindingKind, _ message: String) { findings.append(kind, message, at: .init(file: name)) }
    var hidden: [String] = []
    if cells.hiddenRows > 0 { hidden.append(CountWords.of(cells.hiddenRows, "row")) }
    let columns = cells.hiddenColumnCount
    if columns > 0 { hidden.append(CountWords.of(columns, "column")) }
    if sheet.isHidden { add(.spreadsheets.hiddenCells, "the sheet is hidden, and is read") }
    if !hidden.isEmpty {
      let isOne = cells.hiddenRows + columns == 1
      add(
        .spreadsheets.hiddenCells,
        "\(CountWords.list(hidden)) \(isOne ? "is hidden, and is" : "are hidden, and are") read like the others"
      )
    }
    if repeated > 0 {
      add(
        .spreadsheets.mergedCells,
        "\(CountWords.of(repeated, "merged cell")) \(repeated == 1 ? "counts" : "count") for each of the rows "
          + "that \(repeated == 1 ? "it covers" : "they cover")")
    }
    if cells.percents.count > 0 {
      let (count, text) = (cells.percents.count, cells.percents.text)
      add(
        .spreadsheets.percentCells,
        "\(CountWords.of(count, "number")) \(count == 1 ? "is" : "are") shown as per cent and read as stored, "
          + "as shares of 1: the first is \(text) in \(cells.percents.first)")
    }
    if cells.errors.count > 0 {
      let count = cells.errors.count
      add(
        .spreadsheets.cellErrors,
        "\(CountWords.of(count, "cell")) \(count == 1 ? "holds" : "hold") an error of a formula and \(count == 1 ? "is" : "are") read as empty: "
          + "the first is \(cells.errors.text) in \(cells.errors.first)")
    }
    if cells.formulas.count > 0 {
      let count = cells.formulas.count
      add(
        .spreadsheets.formulaValues,
        "\(CountWords.of(count, "formula")) \(count == 1 ? "has no stored result and is" : "have no stored results and are") read as empty: "
          + "the first is in \(cells.formulas.first)")
    }
    return findings
  }
}

extension SheetTable {
  /// Findings about the table, with the cell's name before what is wrong with it: a column on a line of the text is
  /// counted in characters, and is none of the sheet.
  package static func naming(_ findings: Findings, in tables: [SheetTable]) -> Findings {
    let names = tables.map(\.text.name)
    if names.isEmpty { return findings }
    return findings.reworded { finding in
      guard let place = finding.place, place.line > 0, place.column > 1, names.contains(place.file) else {
        return finding.message
      }
      let column = column(ofCharacter: place.column, on: finding.excerpt)
      return "cell \(CellName.name(row: place.line, column: column)): \(finding.message)"
    }
  }

  /// The field, from 0, in which a character from 1 of a line stands.
  private static func column(ofCharacter column: Int, on line: String) -> Int {
    var (field, isQuoted) = (0, false)
    for character in line.prefix(column - 1) {
      if character == "\"" { isQuoted.toggle() }
      if character == ",", !isQuoted { field += 1 }
    }
    return field
  }
}
