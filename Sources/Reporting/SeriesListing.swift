import HumanSecurity
import Scoring

/// Scores over years for people: years across, the change behind them, and what moved most.
public struct SeriesListing: Sendable {
  /// One line of the table.
  public struct Row: Sendable {
    /// The texts of the columns before the years.
    public let labels: [String]
    /// What rises and falls, in a sentence.
    public let name: String
    /// A score each year; nil where there is none.
    public let scores: [Double?]

    /// A line.
    public init(labels: [String], name: String, scores: [Double?]) {
      self.labels = labels
      self.name = name
      self.scores = scores
    }

    /// The last year's score less the first's; nil where either is missing.
    public var change: Double? {
      guard let first = scores.first ?? nil, let last = scores.last ?? nil else { return nil }
      return last - first
    }
  }

  private let years: [Year]
  private let labels: [TextTable.Column]
  private let rows: [Row]

  /// - Precondition: each row has one label a column of labels and one score a year.
  public init(years: [Year], labels: [TextTable.Column], rows: [Row]) {
    precondition(rows.allSatisfy { $0.scores.count == years.count })
    self.years = years
    self.labels = labels
    self.rows = rows
  }

  /// The table, of at most so many years: the first, the last, and some in equal steps before it.
  /// Years in which no row has a score are not shown, but for the first and the last.
  public func table(atMost count: Int) -> TextTable {
    let known = years.indices.filter { year in
      year == 0 || year == years.count - 1 || rows.contains { $0.scores[year] != nil }
    }
    let shown = Self.shown(known.count, atMost: max(2, count)).map { known[$0] }
    let hasChange = years.count > 1
    var out = TextTable(
      labels + shown.map { .number(String(years[$0])) } + (hasChange ? [.number("change")] : []))
    for row in rows {
      out.append(
        row.labels + shown.map { NumberFormat.fixed(row.scores[$0], 1) }
          + (hasChange ? [Self.signed(row.change)] : []))
    }
    return out
  }

  /// How many years fit beside the other columns into a width; ten where nothing limits it.
  public static func yearsThatFit(_ width: Int?) -> Int {
    // Label columns and the change take about 34 characters, a year seven.
    width.map { min(10, ($0 - 34) / 7) } ?? 10
  }

  /// Which of so many years are shown: the last, every so-manieth before it, and the first.
  static func shown(_ years: Int, atMost count: Int) -> [Int] {
    guard years > count else { return Array(0..<years) }
    let step = (years - 2) / (count - 1) + 1
    let back = stride(from: years - 1, to: 0, by: -step).reversed()
    return [0] + back.filter { 2 * $0 >= step }
  }

  /// The largest rises and falls, a sentence each; empty for a single year.
  public func movers(atMost count: Int) -> [String] {
    guard let first = years.first, let last = years.last, first < last else { return [] }
    let changes = rows.compactMap { row in row.change.map { (row.name, $0) } }
    func sentence(_ title: String, _ moved: [(String, Double)]) -> [String] {
      let parts = moved.prefix(count).map { "\($0.0) \(Self.signed($0.1))" }
      return parts.isEmpty
        ? [] : ["\(title), \(first) to \(last): " + parts.joined(separator: ", ")]
    }
    // What rounds to nothing is no rise.
    let rises = changes.filter { $0.1 >= 0.05 }.sorted { (-$0.1, $0.0) < (-$1.1, $1.0) }
    let falls = changes.filter { $0.1 <= -0.05 }.sorted { ($0.1, $0.0) < ($1.1, $1.0) }
    return sentence("largest rises", rises) + sentence("largest falls", falls)
  }

  private static func signed(_ change: Double?) -> String {
    let text = NumberFormat.fixed(change, 1)
    return (change ?? 0) > 0 && text != "0.0" ? "+" + text : text
  }
}

/// Years in words.
public enum YearRuns {
  /// Years as runs, such as `1990–1994, 2031`.
  /// - Parameter years: in ascending order.
  public static func text(_ years: [Year]) -> String {
    var runs: [ClosedRange<Year>] = []
    for year in years {
      if let last = runs.last, last.upperBound == year - 1 {
        runs[runs.count - 1] = last.lowerBound...year
      } else {
        runs.append(year...year)
      }
    }
    return runs.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" }
      .joined(separator: ", ")
  }
}
