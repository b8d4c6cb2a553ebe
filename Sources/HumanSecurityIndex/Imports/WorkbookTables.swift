import Diagnostics
import IndexModel
import Ingest
import Spreadsheets
import Tabular

/// The sheets of a workbook, each read when it is first asked for.
package final class WorkbookTables {
  let workbook: Workbook
  private let countries: CountryTable
  private var tables: [String: SheetTable] = [:]

  init(_ workbook: Workbook, countries: CountryTable) {
    (self.workbook, self.countries) = (workbook, countries)
  }

  /// The workbook that a file is; nil where it is none.
  /// - Parameter text: the file as a text, of which only the first bytes are looked at.
  static func workbook(_ file: String, startingWith text: SourceText) throws -> Workbook? {
    // A ZIP archive, or a compound file.
    guard [[0x50, 0x4B], [0xD0, 0xCF]].contains(text.prefix(2)) else { return nil }
    let bytes = try FileReading.bytes(file)
    return Workbook.recognises(bytes) ? try Workbook(bytes, file: file) : nil
  }

  static func noWorkbook(_ file: String, _ sheet: String) -> Diagnostic {
    Diagnostic(
      .spreadsheets.unknownSheet, "the file is no workbook, and has no sheet \"\(sheet)\"",
      at: .init(file: file),
      remedy: "leave --sheet out; to forget one that imports.toml names, say --sheet ''")
  }

  /// The sheet of a name; without one, the only visible sheet, or the only one that holds a table.
  /// - Parameter selection: what is said of the form of the table.
  func table(_ name: String?, _ selection: FigureSelection) throws(Diagnostic) -> SheetTable {
    if let name { return try table(try workbook.sheet(named: name)) }
    let open = candidates
    if open.count == 1 { return try table(open[0]) }
    let found = try recognised(selection)
    if found.count == 1 { return found[0] }
    let names = (found.isEmpty ? open.map(\.name) : found.map(\.sheet.name)).map { "\"\($0)\"" }
    let list = CountWords.list(Array(names.prefix(12))) + (names.count > 12 ? " and others" : "")
    throw Diagnostic(
      .spreadsheets.sheetWanted,
      found.isEmpty
        ? "none of its \(open.count) sheets holds a table that is recognised: \(list)"
        : "\(found.count) sheets hold a table: \(list)", at: .init(file: workbook.file),
      remedy: found.isEmpty
        ? "see with `hsi sniff \(workbook.file) --sheet NAME` what is in the way"
        : "name the one that is wanted, such as --sheet \(names[0])")
  }

  /// The visible sheets that hold a table of figures.
  func recognised(_ selection: FigureSelection) throws(Diagnostic) -> [SheetTable] {
    var found: [SheetTable] = []
    for sheet in candidates {
      let table = try table(sheet)
      var unread = Findings()
      let survey = TableSurvey.read(table.text, selection, countries: countries, into: &unread)
      if let survey, survey.hasTooManySeries || !survey.series.isEmpty { found.append(table) }
    }
    return found
  }

  /// The sheets that people see; where all are hidden, all.
  var candidates: [Workbook.Sheet] {
    let visible = workbook.visibleSheets
    return visible.isEmpty ? workbook.sheets : visible
  }

  func table(_ sheet: Workbook.Sheet) throws(Diagnostic) -> SheetTable {
    if let known = tables[sheet.name] { return known }
    let made = try workbook.table(sheet)
    tables[sheet.name] = made
    return made
  }
}
