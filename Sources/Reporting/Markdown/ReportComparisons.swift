import Analysis
import IndexModel
import Scoring

/// What a report says beside the scores of its year: changes since an earlier year, regions, other lenses.
package struct ReportComparisons: Sendable {
  let table: ScoreTable
  /// Nil where no earlier year compares, or nobody is ranked in both.
  let changes: ScoreChanges?
  let regions: [RegionScores]
  /// The most alike first; those that cannot be compared last.
  let lenses: [LensComparison]
  private let rows: [CountryCode: RowIndex]

  package init(_ table: ScoreTable, _ history: PageHistory) {
    let changes = history.earlier.map { ScoreChanges(table, since: $0.year, before: $0.scores.index) }.flatMap
    { $0.countries > 0 ? $0 : nil }
    (self.table, self.changes) = (table, changes)
    regions = RegionScores.all(table, changes)
    lenses = history.comparisons.descending { $0.spearman ?? -2 }
    rows = Dictionary(
      table.rows.map { (table.country($0).code, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The points and places that a country gained; nil where it is not ranked in both years.
  func change(of country: CountryCode) -> (points: Double, places: Int)? {
    guard let changes, let row = rows[country], let points = changes.points[row.value],
      let places = changes.places[row.value]
    else { return nil }
    return (points, places)
  }
}
