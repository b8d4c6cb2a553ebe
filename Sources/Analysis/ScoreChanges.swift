import IndexModel
import Scoring

/// What became of the scores of a table since an earlier year.
package struct ScoreChanges: Sendable {
  package let since: Year
  /// By row: the points gained, below 0 for those lost; nil for a country that is not ranked in both years.
  package let points: [Double?]
  /// By row: the places gained, below 0 for those lost, among the countries that are ranked in both years.
  package let places: [Int?]
  /// How many are ranked in both years.
  package let countries: Int

  /// - Parameter before: the index scores of the earlier year by the rows of the table, nil for who is not ranked.
  package init(_ table: ScoreTable, since: Year, before: [Double?]) {
    let pairs = table.rows.compactMap { row -> (row: RowIndex, now: Double, then: Double)? in
      guard let now = table.score(row), let then = before[row.value] else { return nil }
      return (row, now, then)
    }
    let now = Ranking.competition(pairs.map(\.now))
    let then = Ranking.competition(pairs.map(\.then))
    var points = [Double?](repeating: nil, count: table.countries.count)
    var places = [Int?](repeating: nil, count: table.countries.count)
    for (place, pair) in pairs.enumerated() {
      points[pair.row.value] = pair.now - pair.then
      places[pair.row.value] = then[place] - now[place]
    }
    (self.since, self.points, self.places, countries) = (since, points, places, pairs.count)
  }
}
