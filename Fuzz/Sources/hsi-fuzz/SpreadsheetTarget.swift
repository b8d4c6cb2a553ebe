import Diagnostics
import Tabular

@testable import Spreadsheets

/// Workbooks as they are, and the XML of a sheet by itself: within an archive its checksum would stop all but the seeds.
enum SpreadsheetTarget {
  @Sendable static func run(_ bytes: [UInt8]) {
    do throws(Diagnostic) {
      if Workbook.recognises(bytes) { try runWorkbook(bytes) } else { try runSheet(bytes) }
    } catch {
      let known = FindingKind.spreadsheets.all
      expect(known.contains(error.kind) && error.severity == .error, "a kind of its own: \(error.identifier)")
      expect(!error.remedy.isEmpty && words(Findings(error)).count == 1, "an error says what to do")
    }
  }

  private static func runWorkbook(_ bytes: [UInt8]) throws(Diagnostic) {
    let workbook = try Workbook(bytes, file: "w.xlsx", limits: limits)
    expect(!workbook.sheets.isEmpty, "a workbook that is read has sheets")
    for sheet in workbook.sheets.prefix(3) { try check(workbook.table(sheet)) }
  }

  private static func runSheet(_ bytes: [UInt8]) throws(Diagnostic) {
    let formats = CellFormats(countsFrom1904: false, meanings: [.number, .date, .year, .percent])
    let reader = SheetReader(file: "w.xlsx", strings: SharedStrings(), formats: formats, limits: limits)
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 1)
    defer { buffer.deallocate() }
    buffer.copyBytes(from: bytes)
    try XMLScanner.read("sheet.xml", file: "w.xlsx", into: reader) { take throws(Diagnostic) in
      try take(UnsafeRawBufferPointer(buffer))
    }
    let sheet = Workbook.Sheet(name: "Data", isHidden: false, part: "sheet.xml")
    try check(SheetTable(reader.cells, of: sheet, in: "w.xlsx", limits: limits))
  }

  private static let limits: WorkbookLimits = {
    var limits = WorkbookLimits()
    limits.size = 1 << 22
    return limits
  }()

  /// A table can be read as CSV, each of its rows with as many fields as the others.
  private static func check(_ table: SheetTable) {
    _ = words(table.findings)
    var findings = Findings()
    var width: Int?
    CSVReader(table.text, separator: UInt8(ascii: ",")).read(into: &findings) { row in
      expect(row.count == width ?? row.count, "row \(row.line) has \(row.count) fields and not \(width ?? 0)")
      width = row.count
      return .next
    }
    expect(findings.isEmpty, "what is written can be read: \(words(findings))")
  }
}
