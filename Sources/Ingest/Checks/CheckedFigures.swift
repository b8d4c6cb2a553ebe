import Diagnostics
import Glibc
import IndexModel
import Tabular

/// All figures with the texts that they stand in: what the checks of figures look through.
package struct CheckedFigures: Sendable {
  package let cube: ObservationCube
  /// The files of figures, by path under Data/.
  package let texts: [String: SourceText]
  package let catalogue: SourceText
  /// The indicators that have figures, but only the first of those that share their files: what is
  /// wrong with a file is said once.
  let distinct: [IndicatorIndex]

  package init(_ cube: ObservationCube, texts: [String: SourceText], catalogue: SourceText) {
    (self.cube, self.texts, self.catalogue) = (cube, texts, catalogue)
    var seen: Set<[FigureFile]> = []
    distinct = cube.framework.indicatorIndices.filter { index in
      !cube.series[index].isEmpty && seen.insert(cube.framework.indicators[index].files).inserted
    }
  }

  func indicator(_ index: IndicatorIndex) -> Indicator { cube.framework.indicators[index] }

  func code(_ country: CountryIndex) -> CountryCode { cube.countries[country].code }

  func history(_ indicator: IndicatorIndex, _ country: CountryIndex) -> [(year: Year, value: Double)] {
    let series = cube.series[indicator]
    guard let last = series.lastYear else { return [] }
    return (series.firstYear...last).compactMap { year in series.value(country, year).map { (year, $0) } }
  }

  /// A finding at a figure, or at the indicator's row of the catalogue where there is none.
  package func finding(
    _ kind: FindingKind, _ message: String, _ indicator: IndicatorIndex, _ country: CountryIndex,
    _ year: Year, remedy: String
  ) -> Diagnostic {
    guard let origin = cube.series[indicator].provenance(country, year), let text = texts[origin.file] else {
      return self.finding(kind, message, indicator, remedy: remedy)
    }
    return Diagnostic(kind, message, in: text, line: origin.line, remedy: remedy)
  }

  /// A finding at an indicator's row of the catalogue.
  package func finding(_ kind: FindingKind, _ message: String, _ indicator: IndicatorIndex, remedy: String)
    -> Diagnostic
  {
    Diagnostic(kind, message, in: catalogue, line: self.indicator(indicator).line, column: 1, remedy: remedy)
  }
}

/// The way from one figure of a country to its next.
struct Step {
  let country: CountryIndex
  let from: (year: Year, value: Double)
  let to: (year: Year, value: Double)
  /// The decimal logarithm of the factor between the two: 3 for a thousand times.
  let magnitude: Double

  /// The further apart two figures are, the less their ratio says about the unit.
  static let widest = 5

  /// Nil where there is no ratio to speak of: a figure is 0, the sign changes, or more than `widest`
  /// years lie between the two.
  init?(_ country: CountryIndex, _ from: (year: Year, value: Double), _ to: (year: Year, value: Double)) {
    guard to.year - from.year <= Self.widest, from.value * to.value > 0 else { return nil }
    (self.country, self.from, self.to) = (country, from, to)
    magnitude = log10(to.value / from.value)
  }

  /// What happened, in words: `12.3 in 2014, 12300 in 2015`.
  var words: String {
    "\(CSVText.shortest(from.value)) in \(from.year), \(CSVText.shortest(to.value)) in \(to.year)"
  }
}

extension CheckedFigures {
  /// The steps of an indicator, by country, then year.
  func steps(_ indicator: IndicatorIndex) -> [Step] {
    cube.countryIndices.flatMap { country in
      let history = history(indicator, country)
      return zip(history, history.dropFirst()).compactMap { Step(country, $0, $1) }
    }
  }
}
