import Audit
import IndexModel
import Scoring
import Tabular

/// Scores of several years as CSV in full precision: a column `year`, then those of one year.
///
/// Years are written one by one, so that they can be written on several cores: `header` and then the
/// `rows` of each year are the whole text.
package enum SeriesCSV {
  /// What a row stands for.
  package enum Level: Sendable {
    case countries
    /// A country and indicator. The year of the figure is in the column `figure_year`.
    case indicators
  }

  package static func header(_ table: ScoreTable, _ level: Level) -> String {
    let columns =
      switch level {
      case .countries: ScoreCSV.fields(table, nil).map(\.name)
      // Two columns of one name could not be told apart by it.
      case .indicators: ScoreCSV.indicatorColumns.map { $0 == "year" ? "figure_year" : $0 }
      }
    return CSVText(header: ["year"] + columns).text
  }

  /// The rows of one year.
  /// - Parameter places: which of the table's countries, in order.
  package static func rows(
    _ table: ScoreTable, _ places: [RowIndex], _ level: Level, _ intervals: RankIntervals?
  ) -> String {
    var out = CSVText()
    func write(_ row: [JSONText]) { out.row([.integer(table.year)] + row) }
    let fields = ScoreCSV.fields(table, intervals)
    for place in places {
      switch level {
      case .countries: write(fields.map { $0.value(place) })
      case .indicators:
        for part in table.indicatorShares(place) {
          write(ScoreCSV.indicatorRow(table, place, part.column, part.share))
        }
      }
    }
    return out.text
  }
}
