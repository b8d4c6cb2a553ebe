import IndexModel
import Scoring

/// A country's index score over the years up to that of a table, under a lens whose scores compare over years.
package struct CountryCourse: Sendable {
  /// So many years back, or from the first year in which figures suffice.
  package static let span = 10
  /// So many years lie between those that are shown.
  private static let step = 2

  /// The years that are shown, ascending, the table's own last; nil where the country is not ranked.
  package let scores: [(year: Year, score: Double?)]
  /// What became of all countries since the first of them.
  package let changes: ScoreChanges
  /// The points that each of the table's dimensions gained since then; nil where it was not scored.
  package let dimensions: [Double?]
  /// The points that the index gained by the figures alone that both years have; nil where a panel cannot be fixed.
  package let common: Double?

  package var since: Year { changes.since }

  /// - Returns: nil where years do not compare, or figures suffice in no earlier one.
  package init?(of row: RowIndex, in table: ScoreTable) {
    let (lens, cube, year) = (table.lens, table.cube, table.year)
    guard lens.scoresAreComparableOverYears, let known = FigureSpans(cube, lens).years else { return nil }
    let first = max(known.lowerBound, year - Self.span)
    guard first < year else { return nil }
    let then = cube.score(first, by: lens)
    let between = stride(from: year - Self.step, to: first, by: -Self.step).reversed()
    let inner = cube.score(Array(between), by: lens) { ($0.year, $0.score(row)) }
    scores = [(first, then.score(row))] + inner.map { (year: $0.0, score: $0.1) } + [(year, table.score(row))]
    changes = ScoreChanges(table, since: first, before: table.rows.map { then.score($0) })
    dimensions = table.dimensions.map { node in
      table.score(node, row).flatMap { now in then.score(node, row).map { now - $0 } }
    }
    common = lens.allowsFixedPanel ? Self.common(row, then, table) : nil
  }

  private static func common(_ row: RowIndex, _ then: ScoreTable, _ now: ScoreTable) -> Double? {
    let panel = FixedPanel([then, now])
    let scores = [then, now].map {
      $0.cube.score($0.year, by: $0.lens, within: panel).score(Framework.root, row)
    }
    return scores[1].flatMap { now in scores[0].map { now - $0 } }
  }
}
