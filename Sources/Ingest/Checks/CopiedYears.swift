import Diagnostics
import IndexModel
import Tabular

extension DataChecks {
  /// How many countries need figures of both years: in fewer, chance makes them alike.
  private static let leastShared = 20
  /// The share of them whose figure has to be the same.
  private static let copiedShare = 0.9
  /// Where this share of figures had stayed the same from the year before as well, the series is one that repeats
  /// by nature, such as a grade or a count that is 0 nearly everywhere.
  private static let repeatingShare = 0.5

  /// A year whose figures are those of an earlier one.
  private struct Copy {
    let year: Year
    let source: Year
    let shared: Shared
    let before: Shared
  }

  /// In how many countries the figures of two years are the same, of those that have both.
  private struct Shared {
    var equal = 0
    var both = 0
    /// The first country, by code, that has the same figure.
    var first: CountryIndex?

    var share: Double { Double(equal) / Double(both) }
  }

  /// Finds series of which a year is the copy of an earlier one, one finding a series: a model or a compiler
  /// filled the year in, or an import read a column twice.
  package static func copiedYears(_ figures: CheckedFigures, into findings: inout Findings) {
    for indicator in figures.distinct {
      let copies = copies(figures.cube.series[indicator])
      guard let first = copies.first, let country = first.shared.first else { continue }
      let more = copies.count == 1 ? "" : "; \(CountWords.of(copies.count - 1, "more year")) like it"
      findings.append(
        figures.finding(
          .checks.copiedYear,
          "in \(first.shared.equal) of \(first.shared.both) countries the figure of \(first.year) is that of "
            + "\(first.source), while that of \(first.source) was the one before in \(first.before.equal) of "
            + "\(first.before.both)\(more)", indicator, country, first.year,
          remedy:
            "compare with the publisher's figures: a year that was filled in is no observation, so leave it out"
        ))
    }
  }

  /// Each year that copies an earlier one, with the earliest that it copies.
  private static func copies(_ series: Series) -> [Copy] {
    guard let last = series.lastYear else { return [] }
    return (series.firstYear...last).compactMap { year in
      for source in series.firstYear..<year {
        guard let shared = shared(series, year, source), shared.share >= copiedShare else { continue }
        let before = (series.firstYear..<source).reversed().lazy.compactMap {
          Self.shared(series, source, $0)
        }.first
        guard let before, before.share < repeatingShare else { continue }
        return Copy(year: year, source: source, shared: shared, before: before)
      }
      return nil
    }
  }

  /// Nil where fewer than `leastShared` countries have both years.
  private static func shared(_ series: Series, _ year: Year, _ other: Year) -> Shared? {
    var shared = Shared()
    for country in CountryIndex.all(series.countryCount) {
      guard let one = series.value(country, year), let two = series.value(country, other) else { continue }
      shared.both += 1
      guard one == two else { continue }
      shared.equal += 1
      shared.first = shared.first ?? country
    }
    return shared.both >= leastShared ? shared : nil
  }
}
