import ArgumentParser
import HumanSecurity
import Scoring

/// Years as the command line names them: `2000-2023`, `2015`, `2000-` or `-2010`.
struct YearSpan: ExpressibleByArgument, Equatable {
  /// The first year; nil for the first that has figures enough.
  let first: Year?
  /// The last year; nil for the last that has figures enough.
  let last: Year?

  init?(argument: String) {
    let parts = argument.replacing("–", with: "-")
      .split(separator: "-", omittingEmptySubsequences: false)
    let years = parts.map { Self.year($0) }
    switch years.count {
    case 1: (first, last) = (years[0], years[0])
    case 2: (first, last) = (years[0], years[1])
    default: return nil
    }
    for (part, year) in zip(parts, years) where !part.isEmpty && year == nil { return nil }
    guard first != nil || last != nil else { return nil }
  }

  private static func year(_ text: Substring) -> Year? {
    guard text.utf8.count == 4, text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
    return Int(text)
  }

  /// Refuses years that are none.
  func check() throws {
    for year in [first, last].compactMap({ $0 }) where !(1500...2200).contains(year) {
      throw ValidationError("--years: \(year) is not a year from 1500 to 2200")
    }
    if let first, let last, first > last {
      throw ValidationError("--years \(first)-\(last) ends before it begins")
    }
  }

  /// The years, the open end filled in; nil where figures suffice in none of them.
  func years(within figures: ClosedRange<Year>?) -> [Year]? {
    guard let from = first ?? figures?.lowerBound, let to = last ?? figures?.upperBound, from <= to
    else { return nil }
    return Array(from...to)
  }
}

extension Grouping: ExpressibleByArgument {}

/// More than one year, or more than one country at a time.
struct BreadthOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Each of several years: 2000-2023, 2015, 2000- or -2010. An open end reaches as far as there "
        + "are figures enough. CSV and JSON hold every year; --top counts in each year.",
      valueName: "a-b"))
  var years: YearSpan?

  @Option(
    help: ArgumentHelp(
      "The scores of groups of countries, each country weighed by its population: world, region, "
        + "subregion or income.", valueName: "group"))
  var aggregate: Grouping?

  /// Whether the result is more than the countries of one year.
  var isGiven: Bool { years != nil || aggregate != nil }

  /// Refuses what cannot be combined.
  func check(against score: Score) throws {
    if let years {
      if score.options.year != nil { throw ValidationError("choose --year or --years") }
      try years.check()
    }
    guard aggregate != nil else {
      if score.level == .country { throw ValidationError("--level country needs --aggregate") }
      return
    }
    if score.level == .indicator {
      throw ValidationError("--aggregate has --level dimension or country, not indicator")
    }
    if !score.country.isEmpty || score.top != nil {
      throw ValidationError("--aggregate takes all countries: leave out --country and --top")
    }
  }
}
