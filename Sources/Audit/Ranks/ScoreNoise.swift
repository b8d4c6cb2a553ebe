import Analysis
import IndexModel
import Scoring
import Tabular

/// How far each indicator's scores may be off, as far as the figures themselves show.
///
/// The standard deviation of its changes of score from one year to the next, over all countries, divided by
/// √2: as if all change but the common trend were the error of two independent readings. Where a quantity
/// truly moves that is too much; where a producer carries, interpolates or averages figures, too little.
package struct ScoreNoise: Sendable {
  /// So many years up to the reference year have their changes looked at.
  package static let years = 10
  /// Fewer changes say nothing: a standard deviation from 30 is itself off by some 13 per cent.
  package static let fewestChanges = 30

  /// The standard deviation of each indicator's error in points of its score; 0 for one that takes no part.
  package let deviations: [Double]
  /// How many changes each rests on.
  package let changes: [Int]
  /// The indicators that take part.
  package let indicators: [IndicatorIndex]

  /// The indicators that take the median of the others, for want of changes.
  package var borrowing: [IndicatorIndex] { indicators.filter { changes[$0] < Self.fewestChanges } }

  /// The median of the errors' standard deviations, in points of score.
  package var median: Double { Self.median(indicators.map { deviations[$0] }) ?? 0 }

  /// - Parameter isStopped: asked on any thread, before each year, whether to stop.
  /// - Returns: nil where no indicator has changes enough, or it was stopped.
  package init?(_ table: ScoreTable, isStopped: @Sendable () -> Bool = { false }) {
    let columns = table.columnsInOrder.map(\.indicator)
    guard let scores = Self.observedScores(table, columns, isStopped) else { return nil }
    var deviations = [Double](repeating: 0, count: table.framework.indicators.count)
    var changes = [Int](repeating: 0, count: deviations.count)
    var known: [Double] = []
    for (place, indicator) in columns.enumerated() {
      let own = Self.changes(scores.map { $0[place] })
      changes[indicator] = own.count
      guard own.count >= Self.fewestChanges else { continue }
      // A variance of changes is twice that of a reading.
      let variance = Moments.covariance(own, own) * Double(own.count) / Double(own.count - 1)
      deviations[indicator] = (variance / 2).squareRoot()
      known.append(deviations[indicator])
    }
    guard let median = Self.median(known) else { return nil }
    for indicator in columns where changes[indicator] < Self.fewestChanges { deviations[indicator] = median }
    self.deviations = deviations
    self.changes = changes
    indicators = columns
  }

  /// Year by year and indicator by indicator all scores, NaN where not of the year itself; nil if stopped.
  private static func observedScores(
    _ table: ScoreTable, _ columns: [IndicatorIndex], _ isStopped: @Sendable () -> Bool
  ) -> [[[Double]]]? {
    var lens = table.lens
    // Only the indicators' own scores are looked at: how the index is joined plays no part.
    lens.aggregation.dimensions = .arithmetic
    if lens.weightScheme?.isDerived == true { lens.weightScheme = .equal }
    let judged = lens
    let scores = inParallel(years + 1) { step -> [[Double]]? in
      if isStopped() { return nil }
      let year = table.cube.score(table.year - years + step, by: judged)
      return columns.map { indicator in
        guard let column = year.columns[indicator] else { return [] }
        return zip(column.cells, column.scores).map { $0 == .observed ? $1 : .nan }
      }
    }
    let whole = scores.compactMap { $0 }
    return whole.count == scores.count ? whole : nil
  }

  /// The differences of successive years, of whoever has both.
  private static func changes(_ years: [[Double]]) -> [Double] {
    zip(years, years.dropFirst()).flatMap { before, after in
      zip(before, after).map { $1 - $0 }.filter { !$0.isNaN }
    }
  }

  private static func median(_ values: [Double]) -> Double? {
    let sorted = values.sorted()
    guard !sorted.isEmpty else { return nil }
    return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
  }
}
