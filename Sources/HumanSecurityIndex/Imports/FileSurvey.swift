import Diagnostics
import IndexModel
import Ingest
import Spreadsheets
import Tabular

/// What a file, or a sheet of it, turned out to be.
package struct FileSurvey {
  package let file: String
  /// The sheet of a workbook, and which there are; nil for any other file.
  package private(set) var sheet: (name: String, among: String)?
  /// Nil where no table was recognised.
  package private(set) var survey: TableSurvey?
  /// Why none was.
  package private(set) var refusals = Findings()

  private init(_ file: String) { self.file = file }

  /// Looks a file over: one result, or one for each sheet of a workbook that holds a table.
  package static func read(
    _ file: String, sheet: String?, _ selection: FigureSelection, countries: CountryTable
  ) -> [FileSurvey] {
    var failed = FileSurvey(file)
    do {
      let text = try FileReading.table(file)
      guard let workbook = try WorkbookTables.workbook(file, startingWith: text) else {
        if let sheet { throw WorkbookTables.noWorkbook(file, sheet) }
        failed.survey = TableSurvey.read(text, selection, countries: countries, into: &failed.refusals)
        return [failed]
      }
      let tables = WorkbookTables(workbook, countries: countries)
      let found = try sheet == nil ? tables.recognised(selection) : []
      let chosen = found.isEmpty ? [try tables.table(sheet, selection)] : found
      return chosen.map { table in
        var own = FileSurvey(file)
        own.look(at: table, among: workbook.sheets, selection, countries)
        return own
      }
    } catch let finding as Diagnostic { failed.refusals.append(finding) } catch {
      let reason = (error as? FileReading.Problem)?.reason ?? "\(error)"
      failed.refusals.append(
        .tables.unreadableFile, "the file cannot be read: \(reason)", at: .init(file: file),
        remedy: "check the path")
    }
    return [failed]
  }

  private mutating func look(
    at table: SheetTable, among sheets: [Workbook.Sheet], _ selection: FigureSelection,
    _ countries: CountryTable
  ) {
    sheet = (table.sheet.name, Self.words(table.sheet, sheets))
    survey = TableSurvey.read(table.text, selection, countries: countries, into: &refusals)
    refusals = SheetTable.naming(refusals, in: [table])
    var findings = table.findings
    findings.append(contentsOf: SheetTable.naming(survey?.findings ?? Findings(), in: [table]))
    if survey == nil { refusals.append(contentsOf: table.findings) } else { survey?.findings = findings }
  }

  /// Which of how many sheets, and which are hidden.
  private static func words(_ sheet: Workbook.Sheet, _ sheets: [Workbook.Sheet]) -> String {
    if sheets.count == 1 { return "the only sheet" }
    let place = (sheets.firstIndex(of: sheet) ?? 0) + 1
    let hidden = sheets.filter(\.isHidden).map { "\"\($0.name)\"" }
    let count = "number \(place) of \(CountWords.of(sheets.count, "sheet"))"
    return hidden.isEmpty
      ? count : "\(count), of which \(CountWords.list(hidden)) \(hidden.count == 1 ? "is" : "are") hidden"
  }
}
