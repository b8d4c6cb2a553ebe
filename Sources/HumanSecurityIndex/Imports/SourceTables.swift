import Ingest
import Spreadsheets
import Tabular

/// The tables that the sources of an entry are read from.
package struct SourceTables {
  /// By `table` of their sources.
  package var texts: [String: SourceText]
  /// Those of them that are sheets of workbooks.
  package private(set) var sheets: [SheetTable] = []

  package init(texts: [String: SourceText] = [:]) { self.texts = texts }

  mutating func add(_ sheet: SheetTable, as key: String) {
    texts[key] = sheet.text
    sheets.append(sheet)
  }
}

extension FigureSelection {
  /// What is said of the form of a source's table, by which one is recognised.
  init(of source: ImportPlan.Source) {
    self.init(column: source.column)
    (form, conditions) = (source.form, source.conditions)
  }
}
