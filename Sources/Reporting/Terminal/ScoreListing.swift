import Analysis
import Audit
import IndexModel
import Scoring
import Tabular

/// Scores as a table for people.
package enum ScoreListing {
  /// One row a country.
  package static func countries(_ table: ScoreTable, _ rows: [RowIndex], _ intervals: RankIntervals?)
    -> TextTable
  {
    let own = RankIntervals.byRow(intervals, table)
    let dimensions = table.dimensions
    let hasThin = hasThinCoverage(table, rows)
    return TextTable(
      [
        .number("rank"), .number("interval"), .number("tier"), .text(table.lens.index.unit, shrinksTo: 10),
        .number("score"), .number("reliability"),
      ] + dimensions.map { .number(table.framework.nodes[$0].name) } + [.number("coverage")],
      rows.map { place in
        [
          NumberFormat.rank(table.rank(place)), intervalText(own[place]), NumberFormat.rank(own[place]?.tier),
          table.country(place).name, NumberFormat.fixed(table.score(place), 1),
          table.rank(place) == nil ? "–" : ReliabilityText.word(table.reliability(place)),
        ] + dimensions.map { NumberFormat.fixed(table.score($0, place), 1) } + [
          coverage(table, place, besideMarks: hasThin)
        ]
      })
  }

  /// One row a country and indicator.
  package static func indicators(_ table: ScoreTable, _ places: [RowIndex]) -> TextTable {
    TextTable(
      [
        .text("iso3"), .text("indicator", shrinksTo: 14), .number("value"), .number("year"), .number("score"),
        .number("weight"), .number("points"), .text("status"), .text("figure", shrinksTo: 12),
      ],
      places.flatMap { place in table.indicatorShares(place).map { row(table, place, $0.column, $0.share) } })
  }

  private static func row(
    _ table: ScoreTable, _ place: RowIndex, _ column: IndicatorColumn, _ share: Contribution
  ) -> [String] {
    let cell = column.cells[place]
    let provenance = table.provenance(column.indicator, place)
    return [
      table.country(place).code.description, table.framework.indicators[column.indicator].id.rawValue,
      NumberFormat.value(column.values[place]), cell.isMeasured ? "\(column.years[place])" : "–",
      NumberFormat.fixed(column.scores[place], 1), NumberFormat.fixed(share.weight, 3),
      cell.isPresent ? NumberFormat.fixed(share.points, 1) : "–", cell.word,
      provenance.map { "\($0.file):\($0.line)" } ?? "–",
    ]
  }

  /// `12–15`, or one rank where nothing moves it.
  package static func rangeText(_ range: RankRange?) -> String {
    guard let range else { return "–" }
    return range.best == range.worst ? "\(range.best)" : "\(range.best)–\(range.worst)"
  }

  /// `12–15`, or a dash where there is none.
  package static func intervalText(_ interval: RankIntervals.Interval?) -> String { interval?.text ?? "–" }

  /// What the columns mean, for lines below the table of these countries.
  package static func notes(_ table: ScoreTable, _ places: [RowIndex], _ intervals: RankIntervals?)
    -> [String]
  {
    let thin = hasThinCoverage(table, places) ? ["\(CoverageHint.mark) \(CoverageHint.text)"] : []
    let ranked = places.filter { table.rank($0) != nil }.map { table.reliability($0) }
    return [MethodText(table).intervalNote(intervals?.samples)]
      + (intervals == nil ? [] : [MethodText.tierNote]) + [ReliabilityText.note(ranked)] + thin
  }

  private static func hasThinCoverage(_ table: ScoreTable, _ places: [RowIndex]) -> Bool {
    places.contains { isThin(table, $0) }
  }

  /// Whether a rank is to be read with care for want of figures: who is unranked has none.
  private static func isThin(_ table: ScoreTable, _ place: RowIndex) -> Bool {
    table.rank(place) != nil && CoverageHint.isThin(table.coverage(place))
  }

  /// The coverage with its mark, or with the room that the marks of others take.
  private static func coverage(_ table: ScoreTable, _ place: RowIndex, besideMarks: Bool) -> String {
    let room = String(repeating: " ", count: 1 + CoverageHint.mark.count)
    let after = isThin(table, place) ? " " + CoverageHint.mark : besideMarks ? room : ""
    return NumberFormat.percent(table.coverage(place)) + after
  }
}
