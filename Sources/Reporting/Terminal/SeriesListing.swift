import IndexModel
import Tabular

/// Scores over years for people: years across, the change behind them, and what moved most.
package struct SeriesListing: Sendable {
  /// One line of the table: the texts of the columns before the years, what rises and falls (in a
  /// sentence), and a score each year, nil where there is none.
  package struct Row: Sendable {
    let labels: [String]
    let name: String
    let scores: [Double?]
    /// How much the score changes from the first year to the last by the figures alone that both have; nil where unknown.
    let commonChange: Double?

    package init(labels: [String], name: String, scores: [Double?], commonChange: Double? = nil) {
      (self.labels, self.name, self.scores, self.commonChange) = (labels, name, scores, commonChange)
    }
  }

  private let years: [Year]
  private let labels: [TextTable.Column]
  private let rows: [Row]

  /// - Precondition: each row has one label a column of labels and one score a year.
  package init(years: [Year], labels: [TextTable.Column], rows: [Row]) {
    precondition(rows.allSatisfy { $0.scores.count == years.count })
    (self.years, self.labels, self.rows) = (years, labels, rows)
  }

  /// The table, of at most so many years: the first, the last, and some in equal steps before it.
  /// Years in which no row has a score are not shown, but for the first and the last.
  package func table(atMost count: Int) -> TextTable {
    let known = years.indices.filter { year in
      year == 0 || year == years.count - 1 || rows.contains { $0.scores[year] != nil }
    }
    let shown = Self.shown(known.count, atMost: max(2, count)).map { known[$0] }
    let hasChange = years.count > 1
    let hasCoverage = rows.contains { $0.commonChange != nil }
    return TextTable(
      labels + shown.map { .number(String(years[$0])) } + (hasChange ? [.number("change")] : [])
        + (hasCoverage ? [.number("by coverage")] : []),
      rows.map { row in
        row.labels + shown.map { NumberFormat.fixed(row.scores[$0], 1) }
          + (hasChange ? [NumberFormat.signed(Self.change(row), 1)] : [])
          + (hasCoverage ? [NumberFormat.signed(Self.coverageEffect(row), 1)] : [])
      })
  }

  /// What of a change is left when only figures count that both years have: the effect of those that begin or end.
  static func coverageEffect(_ row: Row) -> Double? {
    guard let change = change(row), let common = row.commonChange else { return nil }
    return change - common
  }

  /// The last year's score less the first's; nil where either is missing.
  private static func change(_ row: Row) -> Double? {
    guard let first = row.scores.first ?? nil, let last = row.scores.last ?? nil else { return nil }
    return last - first
  }

  /// How many years fit beside the other columns into a width; ten where nothing limits it.
  package static func yearsThatFit(_ width: Int?) -> Int {
    // Label columns and the change take about 42 characters, a year six or seven.
    width.map { min(10, ($0 - 38) / 7) } ?? 10
  }

  /// Which of so many years are shown: the last, every so-manieth before it, and the first.
  static func shown(_ years: Int, atMost count: Int) -> [Int] {
    guard years > count else { return Array(0..<years) }
    let step = (years - 2) / (count - 1) + 1
    let back = stride(from: years - 1, to: 0, by: -step).reversed()
    return [0] + back.filter { 2 * $0 >= step }
  }

  /// What rose and what fell, the furthest first; what rounds to nothing, and what lacks the first or the last
  /// year, did neither.
  struct Movers: Equatable {
    struct Change: Equatable {
      let name: String
      let points: Double
    }
    let rises: [Change]
    let falls: [Change]

    /// What is less is printed as 0.0.
    static let least = 0.05

    init(_ changes: [Change]) {
      rises = changes.filter { $0.points >= Self.least }.sorted {
        (-$0.points, $0.name) < (-$1.points, $1.name)
      }
      falls = changes.filter { $0.points <= -Self.least }.sorted {
        ($0.points, $0.name) < ($1.points, $1.name)
      }
    }
  }

  /// The largest rises and falls, a sentence each: `largest` where not all are named. Nothing of a single year,
  /// or of a single row, whose change stands in the table.
  package func movers(atMost count: Int) -> [String] {
    guard let first = years.first, let last = years.last, first < last, rows.count > 1 else { return [] }
    let found = Movers(rows.compactMap { row in Self.change(row).map { .init(name: row.name, points: $0) } })
    func sentence(_ title: String, _ moved: [Movers.Change]) -> [String] {
      if moved.isEmpty { return [] }
      let parts = moved.prefix(count).map { change in
        let effect = rows.first { $0.name == change.name }.flatMap(Self.coverageEffect)
        let isLarge = abs(effect ?? 0) > abs(change.points) / 2
        return "\(change.name) \(NumberFormat.signed(change.points, 1))"
          + (isLarge ? " (mostly by coverage)" : "")
      }
      let which = moved.count > count ? "largest \(title) of those shown" : "\(title) of those shown"
      return ["\(which), \(first) to \(last): " + parts.joined(separator: ", ")]
    }
    return sentence("rises", found.rises) + sentence("falls", found.falls)
  }
}
