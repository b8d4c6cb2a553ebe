import Analysis
import Audit
import IndexModel
import Scoring
import Tabular

/// One country along years, and why it moved from each to the next, for people and for programs.
package struct HistoryPage: WrittenPage, Sendable {
  private let code: CountryCode
  private let whole: IndexChange
  private let rows: [Row]
  private let intervals: (before: [RankIntervals.Interval?], after: [RankIntervals.Interval?])

  /// The country in one year.
  private struct Row: Sendable {
    let table: ScoreTable
    let row: RowIndex
    let range: RankRange?
    /// Since the year before; nil for the first year.
    let change: CountryChange?
  }

  /// - Parameters:
  ///   - code: a country that is scored in every year.
  ///   - steps: from each year to the next.
  ///   - whole: from the first year to the last.
  package init(_ code: CountryCode, _ steps: [IndexChange], whole: IndexChange) {
    (self.code, self.whole) = (code, whole)
    let tables = (steps.first.map { [$0.before] } ?? []) + steps.map(\.after)
    rows = tables.enumerated().compactMap { place, table in
      guard let row = table.rows.first(where: { table.country($0).code == code }) else { return nil }
      let change = place == 0 ? nil : steps[place - 1].countries.first { $0.country.code == code }
      return Row(table: table, row: row, range: RankRange.leavingOutEachDimension(table)[row], change: change)
    }
    intervals = (
      RankIntervals.byRow(RankIntervals(whole.before), whole.before),
      RankIntervals.byRow(RankIntervals(whole.after), whole.after)
    )
  }

  package func write(to out: inout PageText) {
    guard let last = rows.last, let first = rows.first else { return }
    out.title(
      "\(last.table.country(last.row).name) from \(first.table.year) to \(last.table.year): "
        + last.table.lens.displayTitle, wraps: true)
    out.blankInMarkdown()
    out.line(conclusion)
    out.table(table)
    out.paragraph(
      "Range: the ranks that it takes when any one dimension, or part of the only one, is left out; brackets above the table "
        + "hold rank intervals, which vary all judgements. Places (upwards) and points are since the year before; points mostly "
        + "by: the cause that accounts for most of the points, and the figure that makes up more than half of it. Others move as "
        + "well, so that places need not follow points. hsi explain COUNTRY --from A --to B has all parts.")
  }

  private var conclusion: String {
    guard let change = whole.countries.first(where: { $0.country.code == code }), change.rise != nil else {
      return "It is not ranked in both the first year and the last, so that there is no change to divide"
        + (rows.last.flatMap { one in
          if case .withheld(let reason) = one.table.standings[one.row] {
            ": in \(one.table.year) \(reason)."
          } else {
            nil
          }
        } ?? ".")
    }
    return ChangeWords.sentence(
      change, whole.after.framework, intervals.before[change.old], intervals.after[change.new])
  }

  private var table: TextTable {
    TextTable(
      [
        .number("year"), .number("rank"), .number("range"), .number("score"), .number("places"),
        .number("points"), .text("points mostly by", shrinksTo: 16),
      ],
      rows.map { one in
        [
          String(one.table.year), NumberFormat.rank(one.table.rank(one.row)),
          ScoreListing.rangeText(one.range), NumberFormat.fixed(one.table.score(one.row), 2),
          one.change?.rise.map { NumberFormat.signed(Double($0), 0) } ?? "–",
          NumberFormat.signed(one.change?.gain, 2),
          one.change.flatMap { ChangeWords.mostPoints($0, one.table.framework) } ?? "–",
        ]
      })
  }

  // MARK: - For programs

  private var fields: Fields<Row> {
    let causes: Fields<Row> = ChangeCause.allCases.map { cause in
      (
        "points_\(cause.rawValue)",
        { row in .optional(row.change?.causes.first { $0.cause == cause }?.points) }
      )
    }
    return [
      ("iso3", { .string($0.table.country($0.row).code.description) }),
      ("country", { .string($0.table.country($0.row).name) }), ("year", { .integer($0.table.year) }),
      ("rank", { .optional($0.table.rank($0.row)) }), ("rank_best", { .optional($0.range?.best) }),
      ("rank_worst", { .optional($0.range?.worst) }), ("score", { .optional($0.table.score($0.row)) }),
      ("places", { .optional($0.change?.rise) }), ("points", { .optional($0.change?.gain) }),
    ] + causes
  }

  package var csv: String { CSVText.table(rows, fields) }

  package var json: JSONText {
    .object([
      ("lens", .string(whole.after.lens.name)),
      ("years", .list(rows) { row in fields.map { ($0.name, $0.value(row)) } }),
    ])
  }
}
