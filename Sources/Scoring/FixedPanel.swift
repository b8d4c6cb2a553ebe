import IndexModel
import Tabular

/// The cells, each an indicator of a country, that have a figure in all of several years: what changes over these years
/// where only they count is no effect of figures that begin or end.
package struct FixedPanel: Sendable {
  /// Of each indicator, whether it is known of each country within the scope; empty for one that is not scored.
  private let isCommon: [[Bool]]

  /// - Precondition: `tables` are of one cube and lens.
  package init(_ tables: [ScoreTable]) {
    let first = tables.first
    isCommon = (first?.columns ?? []).indices.map { indicator in
      guard tables.allSatisfy({ $0.columns[indicator] != nil }) else { return [] }
      return (first?.rows ?? RowIndex.all(0)).map { row in
        tables.allSatisfy { $0.columns[indicator]?.cells[row].isMeasured ?? false }
      }
    }
  }

  /// A table's columns without the cells outside the panel.
  func columns(of table: ScoreTable) -> [IndicatorColumn?] {
    table.columns.enumerated().map { indicator, column in
      guard var column else { return nil }
      for row in table.rows where !(row.value < isCommon[indicator].count && isCommon[indicator][row.value]) {
        column.leaveOut(row)
      }
      return column
    }
  }
}

extension IndicatorColumn {
  fileprivate mutating func leaveOut(_ row: RowIndex) {
    guard cells[row].isPresent else { return }
    (cells[row], years[row]) = (.absent(.outsidePanel), 0)
    (raw[row], values[row], scores[row]) = (.nan, .nan, .nan)
  }
}

extension ObservationCube {
  /// Scores a year by the cells of a panel alone.
  /// - Precondition: scores of the lens compare over years, and it imputes nothing by other countries' values.
  package func score(_ year: Year, by lens: Lens, within panel: FixedPanel) -> ScoreTable {
    ScoreTable(self, lens, year, [], known: panel.columns(of: score(year, by: lens)))
  }
}

extension Lens {
  /// Whether a panel can be fixed: a score rests on the country's own figures and fixed goalposts, and what is missing is
  /// left out, or estimated after scoring.
  package var allowsFixedPanel: Bool {
    scoresAreComparableOverYears && [.none, .nodeMean, .components].contains(impute)
  }
}
