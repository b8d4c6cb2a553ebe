import IndexModel

/// Years as the command line names them: `2000-2023`, `2015`, `2000-` or `-2010`.
package struct YearSpan: Equatable, Sendable {
  /// The first year; nil for the first that has figures enough.
  package let first: Year?
  /// The last year; nil for the last that has figures enough.
  package let last: Year?

  /// Reads `2000-2023`, `2015`, `2000-` or `-2010`; nil for anything else.
  package init?(_ text: String) {
    let parts = text.replacing("–", with: "-").split(separator: "-", omittingEmptySubsequences: false)
    let years = parts.map(Self.year)
    guard years.count <= 2, zip(parts, years).allSatisfy({ $0.isEmpty || $1 != nil }) else { return nil }
    (first, last) = (years[0], years[years.count - 1])
    if first == nil, last == nil { return nil }
  }

  private static func year(_ text: Substring) -> Year? {
    guard text.utf8.count == 4, text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
    return Int(text)
  }

  package func check() throws {
    for year in [first, last].compactMap({ $0 }) where !figureYears.contains(year) {
      throw WrongQuestion("--years: \(year) is not a year from 1500 to 2200")
    }
    if let first, let last, first > last {
      throw WrongQuestion("--years \(first)-\(last) ends before it begins")
    }
  }

  /// The years, the open end filled in; nil where figures suffice in none of them.
  package func years(within figures: ClosedRange<Year>?) -> [Year]? {
    guard let from = first ?? figures?.lowerBound, let to = last ?? figures?.upperBound, from <= to else {
      return nil
    }
    return Array(from...to)
  }

  /// The same; throws where figures suffice in none of them.
  /// - Parameter holders: who lacks them, such as `there are`.
  package func years(within figures: ClosedRange<Year>?, inWhich holders: String) throws -> [Year] {
    if let years = years(within: figures) { return years }
    throw Failure.one(
      .commands.noSuchYears, "--years names no year in which \(holders) figures enough",
      remedy: figures.map { "figures suffice from \($0.lowerBound) to \($0.upperBound)" }
        ?? "name both the first year and the last", status: 2)
  }
}
