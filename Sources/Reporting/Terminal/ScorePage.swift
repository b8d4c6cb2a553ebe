import Audit
import IndexModel
import Scoring
import Tabular

/// The scores of one year under one lens, or the indicators behind them.
package struct ScorePage: WrittenPage {
  private let table: ScoreTable
  private let places: [RowIndex]
  private let hasIndicators: Bool
  private let intervals: RankIntervals?

  /// - Parameters:
  ///   - places: which countries, in which order.
  ///   - hasIndicators: whether each row is an indicator of a country, with its working.
  ///   - intervals: the rank intervals; nil where none were computed.
  package init(_ table: ScoreTable, _ places: [RowIndex], hasIndicators: Bool, _ intervals: RankIntervals?) {
    (self.table, self.places, self.hasIndicators, self.intervals) = (table, places, hasIndicators, intervals)
  }

  package func write(to out: inout PageText) {
    out.title(
      "\(table.lens.displayTitle), \(table.year): "
        + "\(table.rankedCount) of \(table.countries.count) \(table.lens.index.units) ranked")
    out.table(content)
    out.blank()
    out.lines(
      hasIndicators ? ["points: of the dimension's score"] : ScoreListing.notes(table, places, intervals))
    for place in out.isMarkdown ? [] : places {
      guard case .withheld(let reason) = table.standings[place] else { continue }
      out.line("\(table.country(place).name) is unranked: \(reason)")
    }
  }

  package var csv: String {
    hasIndicators ? ScoreCSV.indicators(table, places) : ScoreCSV.countries(table, places, intervals)
  }

  package var json: JSONText {
    hasIndicators ? ScoreJSON.indicators(table, places) : ScoreJSON.countries(table, places, intervals)
  }

  private var content: TextTable {
    hasIndicators ? ScoreListing.indicators(table, places) : ScoreListing.countries(table, places, intervals)
  }
}
