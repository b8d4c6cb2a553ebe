import IndexModel
import Scoring

/// The rank that a score would have among the countries ranked in a table.
struct RankCurve: Sendable {
  let rows: [CountryCode: RowIndex]
  /// Of the ranked countries, descending.
  private let scores: [Double]
  private let own: [Double?]

  init(_ table: ScoreTable) {
    rows = Dictionary(uniqueKeysWithValues: table.rows.map { (table.country($0).code, $0) })
    own = table.rows.map { table.score($0) }
    scores = own.compactMap { $0 }.sorted(by: >)
  }

  /// 1 and one more for each other country with a higher score.
  func rank(_ score: Double, of row: RowIndex) -> Int {
    var (low, high) = (0, scores.count)
    while low < high {
      let middle = (low + high) / 2
      if scores[middle] > score { low = middle + 1 } else { high = middle }
    }
    return 1 + low - (own[row.value].map { $0 > score } == true ? 1 : 0)
  }
}
