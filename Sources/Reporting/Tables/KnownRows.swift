import Audit
import IndexModel
import Scoring

/// What tables say of every row of scores, found for all at once: quicker than asked row by row.
struct KnownRows: Sendable {
  let intervals: [RankIntervals.Interval?]
  let coverages: [Double]
  let reliabilities: [Reliability]

  init(_ table: ScoreTable, _ intervals: RankIntervals?) {
    self.intervals = RankIntervals.byRow(intervals, table)
    coverages = table.coverages
    reliabilities = table.reliabilities(of: Array(table.rows))
  }
}
