import Audit
import IndexModel
import Scoring

/// The workbook of an index that calculates: figures, goalposts, weights and rules, which may be changed, and formulas
/// from there to every score and rank.
///
/// Each formula cell carries the program's number; a test recalculates all of them in LibreOffice.
package enum IndexWorkbook {
  /// - Parameters:
  ///   - intervals: the rank intervals; nil where none were computed.
  ///   - dataFolder: what the folder of figures is called in places.
  package static func make(
    _ table: ScoreTable, _ intervals: RankIntervals?, _ edition: ReportEdition, dataFolder: String
  ) -> Workbook {
    let layout = WorkbookLayout(table)
    let nodes = WorkbookNodes(layout)
    let sheets =
      [WorkbookGuide(layout: layout, edition: edition, intervals: intervals).sheet] + [
        WorkbookIndex(layout: layout, nodes: nodes, intervals: intervals).sheet
      ] + nodes.sheets.reversed() + WorkbookScores(layout: layout).sheets.reversed()
      + WorkbookInputs(layout: layout, dataFolder: dataFolder).sheets
    return Workbook(title: "\(table.lens.displayTitle) \(table.year)", sheets: sheets)
  }
}
