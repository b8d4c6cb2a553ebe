import Analysis
import IndexModel
import Scoring
import Tabular

/// The scores of one year under one lens, or the indicators behind them.
package struct ScorePage: WrittenPage {
  private let table: ScoreTable
  private let places: [RowIndex]
  private let hasIndicators: Bool

  /// - Parameters:
  ///   - places: which countries, in which order.
  ///   - hasIndicators: whether each row is an indicator of a country, with its working.
  package init(_ table: ScoreTable, _ places: [RowIndex], hasIndicators: Bool) {
    (self.table, self.places, self.hasIndicators) = (table, places, hasIndicators)
  }

  package func write(to out: inout PageText) {
    out.title(
      "\(table.lens.displayTitle), \(table.year): "
        + "\(table.rankedCount) of \(table.countries.count) countries ranked")
    out.table(content)
    out.blank()
    out.lines(hasIndicators ? ["points: of the dimension's score"] : ScoreListing.notes(table, places))
    for place in out.isMarkdown ? [] : places {
      guard case .withheld(let reason) = table.standings[place] else { continue }
      out.line("\(table.country(place).name) is unranked: \(reason)")
    }
  }

  package var csv: String {
    hasIndicators ? ScoreCSV.indicators(table, places) : ScoreCSV.countries(table, places)
  }

  package var json: JSONText {
    hasIndicators ? ScoreJSON.indicators(table, places) : ScoreJSON.countries(table, places, ranges: ranges)
  }

  private var ranges: [RankRange?] { RankRange.leavingOutEachDimension(table) }

  private var content: TextTable {
    hasIndicators
      ? ScoreListing.indicators(table, places) : ScoreListing.countries(table, places, ranges: ranges)
  }
}
