import Audit
import Diagnostics
import Glibc
import HumanSecurityIndex
import IndexModel
import Reporting
import Scoring
import Tabular

/// Scores as columns that C programs look into without copying.
final class TableHandle {
  let workspace: Workspace
  let scores: ScoreTable
  /// What the figures were chosen by.
  let choice: FigureChoice
  let columns: [TableColumn]
  let description: UnsafePointer<CChar>?

  init(
    _ workspace: Workspace, _ scores: ScoreTable, _ choice: FigureChoice, _ findings: Findings,
    withIntervals: Bool
  ) {
    (self.workspace, self.scores, self.choice) = (workspace, scores, choice)
    columns = TableColumn.all(of: scores, withIntervals: withIntervals)
    let text = JSONText.object([
      ("lens", .string(scores.lens.name)), ("title", .string(scores.lens.title)),
      ("year", .integer(scores.year)),
      (
        "columns",
        .list(columns) {
          [("name", .string($0.title)), ("role", .string($0.role)), ("label", .string($0.label))]
        }
      ), ("findings", .array(findings.all.map(\.json))),
    ])
    description = UnsafePointer(strdup(text.compact))
  }

  deinit { free(UnsafeMutablePointer(mutating: description)) }

  func column(_ place: Int) -> TableColumn? { columns.indices.contains(place) ? columns[place] : nil }
}

@_cdecl("hsi_free_table") package func freeTable(_ table: UnsafeMutableRawPointer?) {
  Call.release(table, TableHandle.self)
}

@_cdecl("hsi_table_rows") package func tableRows(_ table: UnsafeRawPointer?) -> Int {
  let table: TableHandle? = Call.known(table)
  return table?.scores.countries.count ?? 0
}

@_cdecl("hsi_table_columns") package func tableColumns(_ table: UnsafeRawPointer?) -> Int {
  let table: TableHandle? = Call.known(table)
  return table?.columns.count ?? 0
}

@_cdecl("hsi_table_column_name") package func columnName(_ table: UnsafeRawPointer?, _ column: Int)
  -> UnsafePointer<CChar>?
{
  let table: TableHandle? = Call.known(table)
  return table?.column(column)?.name
}

@_cdecl("hsi_table_numbers") package func columnNumbers(_ table: UnsafeRawPointer?, _ column: Int)
  -> UnsafePointer<Double>?
{
  let table: TableHandle? = Call.known(table)
  return table?.column(column)?.numbers
}

@_cdecl("hsi_table_texts") package func columnTexts(_ table: UnsafeRawPointer?, _ column: Int)
  -> UnsafePointer<UnsafePointer<CChar>?>?
{
  let table: TableHandle? = Call.known(table)
  return table?.column(column)?.texts
}

@_cdecl("hsi_table_description") package func tableDescription(_ table: UnsafeRawPointer?) -> UnsafePointer<
  CChar
>? {
  let table: TableHandle? = Call.known(table)
  return table?.description
}
