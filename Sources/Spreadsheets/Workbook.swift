// Spreadsheets: the bytes of an .xlsx workbook → its sheets, each as the text of a table. Knows no word of the domain.

import Diagnostics
import Tabular

/// A workbook of Excel's format since 2007 (ECMA-376, SpreadsheetML), in memory.
package final class Workbook {
  package struct Sheet: Sendable, Equatable {
    package let name: String
    package let isHidden: Bool
    /// The part of the package that holds it.
    let part: String
  }

  /// The file's name in messages.
  package let file: String
  /// The sheets with cells, in the order of their tabs; charts are none.
  package let sheets: [Sheet]
  let archive: ZipArchive
  let parts: WorkbookParts
  let limits: WorkbookLimits
  private var strings: SharedStrings?
  private var formats: CellFormats?

  /// Whether bytes are a workbook, be it one that is read or one that `init` refuses by its name.
  package static func recognises(_ bytes: [UInt8]) -> Bool {
    OfficeFile.isCompound(bytes) || OfficeFile.isPackage(bytes)
  }

  /// Opens a workbook and lists its sheets.
  /// - Throws: a finding where the bytes are damaged, or no workbook that is read.
  package init(_ bytes: [UInt8], file: String, limits: WorkbookLimits = WorkbookLimits()) throws(Diagnostic) {
    (self.file, self.limits) = (file, limits)
    if let refusal = OfficeFile.refusal(ofCompound: bytes, file) { throw refusal }
    archive = try ZipArchive(bytes, file: file, limits: limits)
    if let refusal = OfficeFile.refusal(of: archive, file) { throw refusal }
    parts = try WorkbookParts(archive, file: file)
    sheets = try parts.sheets(of: archive)
    if sheets.isEmpty { throw ZipArchive.broken(file, "it has no sheet with cells") }
  }

  package var visibleSheets: [Sheet] { sheets.filter { !$0.isHidden } }

  /// The sheet of a name, in any case and without blanks around it.
  /// - Throws: a finding with the nearest names.
  package func sheet(named name: String) throws(Diagnostic) -> Sheet {
    func folded(_ text: String) -> String { String(text.trimmingSpaces).lowercased() }
    let found = sheets.first { $0.name == name } ?? sheets.first { folded($0.name) == folded(name) }
    if let found { return found }
    throw Diagnostic(
      .spreadsheets.unknownSheet, "the workbook has no sheet \"\(name)\"", at: .init(file: file),
      remedy: NearestName.remedy(for: name, among: sheets.map(\.name)))
  }

  /// A sheet as a table.
  /// - Throws: a finding where the sheet is damaged, or larger than a table may be.
  package func table(_ sheet: Sheet) throws(Diagnostic) -> SheetTable {
    let strings = try sharedStrings()
    let formats = try cellFormats()
    let reader = SheetReader(file: file, strings: strings, formats: formats, limits: limits)
    try XMLScanner.read(sheet.part, of: archive, file: file, into: reader)
    return try SheetTable(reader.cells, of: sheet, in: file, limits: limits)
  }

  private func sharedStrings() throws(Diagnostic) -> SharedStrings {
    if let strings { return strings }
    let made = SharedStrings()
    if let part = parts.sharedStrings, archive.has(part) {
      try XMLScanner.read(part, of: archive, file: file, into: made)
    }
    strings = made
    return made
  }

  private func cellFormats() throws(Diagnostic) -> CellFormats {
    if let formats { return formats }
    let made = try CellFormats.read(parts, archive, file: file)
    formats = made
    return made
  }
}
