import Diagnostics
import IndexModel
import Reporting
import Scoring

/// What is doubtful about years, and about comparing them.
package enum YearDoubts {
  /// Warns of years that lie before or after the figures of most of the weight.
  /// - Parameter named: whether to say of which lens, where there are several.
  package static func ofFigures(_ years: [Year], _ cube: ObservationCube, _ lens: Lens, named: Bool = false)
    -> Findings
  {
    let spans = FigureSpans(cube, lens)
    let lacking = years.filter { !spans.suffice($0) }
    guard !lacking.isEmpty else { return Findings() }
    let reach = spans.years.map { ": figures suffice from \($0.lowerBound) to \($0.upperBound)" } ?? ""
    return Findings(
      Diagnostic(
        .folders.yearWithoutFigures,
        (named ? "under \(lens.name), " : "")
          + "in \(YearRuns.text(lacking)) less than half of the weight lies with indicators whose "
          + "figures reach that year", remedy: "choose another year" + reach))
  }

  /// Why there is nothing to show: in none of the years has any country a score of anything.
  package static func ofNothing(_ years: [Year], _ cube: ObservationCube, _ lens: Lens) -> Failure {
    let reach = FigureSpans(cube, lens).years.map {
      ": figures suffice from \($0.lowerBound) to \($0.upperBound)"
    }
    return Failure.one(
      .scores.nothingToScore, "in \(YearRuns.text(years)) no country has a score in any dimension",
      remedy: reach.map { "choose another year" + $0 })
  }

  /// Warns where scores of different years cannot be compared.
  package static func ofComparing(_ years: [Year], _ lens: Lens) -> Findings {
    guard years.count > 1, !lens.scoresAreComparableOverYears else { return Findings() }
    return Findings(
      Diagnostic(
        .folders.yearsNotComparable,
        "the lens compares countries with each other within a year: a score may change from one year "
          + "to the next because others change",
        remedy: "use a lens of normalisation \"goalposts\", without Copeland's rule, whose weights are "
          + "numbers or equal"))
  }

  /// Warns of countries that count in no group because their people are not known.
  /// - Parameter uncounted: for each year, the names of the countries.
  package static func ofPopulation(_ uncounted: [(year: Year, names: [String])]) -> Findings {
    var findings = Findings()
    var years: [String: [Year]] = [:]
    for (year, names) in uncounted { for name in Set(names) { years[name, default: []].append(year) } }
    for (name, years) in years.sorted(by: { $0.key < $1.key }) {
      findings.append(
        .folders.noPopulation, "\(name) has no population in \(YearRuns.text(years)) and counts in no group",
        remedy: "add its figures to the population of indicators.csv")
    }
    return findings
  }
}
