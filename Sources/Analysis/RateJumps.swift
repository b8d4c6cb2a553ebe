import IndexModel
import Scoring

/// A rate that changes by a multiple in a country of few people, where a handful of cases is a high rate.
package struct RateJump: Sendable {
  package let country: CountryIndex
  package let from: (year: Year, value: Double)
  package let to: (year: Year, value: Double)
  /// The people of the country in the later year.
  package let people: Double

  /// Below so many people a country is small: one death is a rate of more than 1 per 100 000.
  package static let fewPeople = 100_000.0
  /// By more than this factor, up or down, a rate has to change.
  package static let factor = 3.0
  /// Values further apart than so many years are not compared.
  private static let widest = 5

  /// The jumps of one indicator, by country, then year; empty for one that is no rate, and without a series of the
  /// population. A rate of 0 is no multiple of anything and is passed over.
  package static func all(_ cube: ObservationCube, _ indicator: IndicatorIndex, carryForward: Int)
    -> [RateJump]
  {
    guard let population = cube.population, isRate(cube.framework.indicators[indicator]) else { return [] }
    let derived = DerivedSeries(cube, indicator, carryForward: carryForward)
    guard let last = derived.series.lastYear else { return [] }
    return cube.countryIndices.flatMap { country in
      let values = (derived.series.firstYear...last).compactMap { year in
        derived.value(country, year).map { (year: year, value: $0) }
      }
      return zip(values, values.dropFirst()).compactMap { from, to -> RateJump? in
        guard to.year - from.year <= widest, isJump(from.value, to.value),
          let known = population.latestYear(country, upTo: to.year), known >= to.year - carryForward,
          let people = population.value(country, known), people > 0, people < fewPeople
        else { return nil }
        return RateJump(country: country, from: from, to: to, people: people)
      }
    }
  }

  private static func isJump(_ one: Double, _ other: Double) -> Bool {
    one > 0 && other > 0 && max(one, other) > factor * min(one, other)
  }

  /// Whether an indicator counts cases per 1000 or more: of people by its derivation, or by what its unit says.
  private static func isRate(_ indicator: Indicator) -> Bool {
    let derivation = indicator.derivation
    guard derivation.neighbours == nil, derivation.changeOver == nil else { return false }
    if derivation.denominators.contains(where: { $0.rawValue == ScoreTable.populationID }) {
      return derivation.per >= 1000
    }
    // 100 000, 100,000 and 100000 are written alike once all but letters and digits is gone.
    let unit = String(indicator.unit.lowercased().filter { $0.isLetter || $0.isNumber })
    return ["per1000", "permillion"].contains { unit.contains($0) }
  }
}

extension ObservationCube {
  /// The figures of the population; nil where the catalogue has none.
  fileprivate var population: Series? {
    IndicatorID(ScoreTable.populationID).flatMap { framework.indicator($0) }.map { series[$0] }
  }
}
