import IndexModel

package enum YearRuns {
  /// Years as runs, such as `1990–1994, 2031`.
  /// - Parameter years: in ascending order.
  package static func text(_ years: [Year]) -> String {
    var runs: [ClosedRange<Year>] = []
    for year in years {
      if let last = runs.last, last.upperBound == year - 1 {
        runs[runs.count - 1] = last.lowerBound...year
      } else {
        runs.append(year...year)
      }
    }
    return runs.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" }.joined(
      separator: ", ")
  }
}

extension YearRuns {
  /// A span of years, such as `1990–2024`, or the one year.
  static func span(_ years: ClosedRange<Year>) -> String {
    years.count == 1 ? "\(years.lowerBound)" : "\(years.lowerBound)–\(years.upperBound)"
  }
}
