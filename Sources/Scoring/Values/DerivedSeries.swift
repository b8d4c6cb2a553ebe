import Diagnostics
import IndexModel
import Tabular

/// An indicator's figures as values are derived from them: ratio, then neighbours, then mean, prior or change.
package struct DerivedSeries {
  package let series: Series
  private let factors: [Series]
  private let denominators: [Series]
  /// Among whom the cases of a rate with a prior are counted.
  private let people: Series?
  private let definition: Indicator
  package let rule: NeighbourRule?
  package let landNeighbours: [[CountryIndex]]
  package let carryForward: Int

  package init(_ cube: ObservationCube, _ indicator: IndicatorIndex, carryForward: Int) {
    definition = cube.framework.indicators[indicator]
    self.carryForward = carryForward
    rule = definition.derivation.neighbours
    landNeighbours = cube.neighbours
    series = cube.series[indicator]
    factors = definition.derivation.factors.compactMap { cube.framework.indicator($0) }.map {
      cube.series[$0]
    }
    denominators = definition.derivation.denominators.compactMap { cube.framework.indicator($0) }.map {
      cube.series[$0]
    }
    people = definition.derivation.prior.flatMap { cube.framework.indicator($0.people) }.map {
      cube.series[$0]
    }
  }

  /// The derived value at a year that has a figure; nil where it cannot be derived.
  package func value(_ country: CountryIndex, _ year: Year) -> Double? {
    guard let current = beforeMeans(country, year) else { return nil }
    if let prior = definition.derivation.prior { return pooled(country, year, with: prior) }
    if let years = definition.derivation.meanOver { return mean(country, year, over: years) }
    if let years = definition.derivation.changeOver {
      guard let before = beforeMeans(country, year - years), before > 0 else { return nil }
      return 100 * (current - before) / before
    }
    return current
  }

  private func beforeMeans(_ country: CountryIndex, _ year: Year) -> Double? {
    rule == nil ? ratio(country, year) : amongNeighbours(country, year)
  }

  /// x × factors / Σ denominators × per, with the factors and denominators of the same year, else of
  /// the nearest earlier one within the years carried forward.
  package func ratio(_ country: CountryIndex, _ year: Year) -> Double? {
    guard var figure = series.value(country, year) else { return nil }
    for factor in factors {
      guard let at = latest(factor, country, year), let value = factor.value(country, at) else { return nil }
      figure *= value
    }
    if definition.derivation.denominators.isEmpty { return figure * definition.derivation.per }
    guard let divisor = divisor(country, year), divisor != 0 else { return nil }
    return figure / divisor * definition.derivation.per
  }

  /// The sum of the denominators; nil where one is missing.
  private func divisor(_ country: CountryIndex, _ year: Year) -> Double? {
    var sum = 0.0
    for denominator in denominators {
      guard let at = latest(denominator, country, year), let value = denominator.value(country, at) else {
        return nil
      }
      sum += value
    }
    return denominators.isEmpty ? nil : sum
  }

  /// The mean over [y − k + 1, y], of at least half of the k years.
  private func mean(_ country: CountryIndex, _ year: Year, over years: Int) -> Double? {
    var sum = 0.0
    var count = 0
    for candidate in window(year) {
      guard let value = beforeMeans(country, candidate) else { continue }
      sum += value
      count += 1
    }
    return count >= (years + 1) / 2 ? sum / Double(count) : nil
  }

  /// (Σ people × rate + exposure × prior rate) / (Σ people + exposure) over the years of the mean, of which one is
  /// enough: how little it says is in its people.
  private func pooled(_ country: CountryIndex, _ year: Year, with prior: RatePrior) -> Double? {
    let years = pooledYears(country, year, with: prior)
    guard years.last?.year == year else { return nil }
    var (cases, exposed) = (prior.exposure * prior.rate, prior.exposure)
    for (_, rate, people) in years {
      cases += people * rate
      exposed += people
    }
    return cases / exposed
  }

  /// The years that are pooled, in their order, and how many people of each count.
  private func pooledYears(_ country: CountryIndex, _ year: Year, with prior: RatePrior) -> [(
    year: Year, rate: Double, people: Double
  )] {
    var wanted = prior.enough
    var years: [(year: Year, rate: Double, people: Double)] = []
    for candidate in window(year).reversed() where wanted > 0 {
      guard let rate = beforeMeans(country, candidate), let people = exposure(country, candidate) else {
        continue
      }
      years.append((candidate, rate, candidate == year ? people : min(people, wanted)))
      wanted -= people
    }
    return years.reversed()
  }

  private func exposure(_ country: CountryIndex, _ year: Year) -> Double? {
    guard let people, let at = latest(people, country, year), let count = people.value(country, at), count > 0
    else { return nil }
    return count
  }

  private func window(_ year: Year) -> ClosedRange<Year> {
    (year - (definition.derivation.meanOver ?? 1) + 1)...year
  }

  /// The years whose figures a value is made of, in their order.
  package func years(_ country: CountryIndex, behind year: Year) -> [Year] {
    if let prior = definition.derivation.prior { return pooledYears(country, year, with: prior).map(\.year) }
    if definition.derivation.meanOver != nil {
      return window(year).filter { beforeMeans(country, $0) != nil }
    }
    return (definition.derivation.changeOver.map { [year - $0] } ?? []) + [year]
  }

  /// The latest year up to a year, and no further back than is carried forward.
  private func latest(_ other: Series, _ country: CountryIndex, _ year: Year) -> Year? {
    guard let found = other.latestYear(country, upTo: year) else { return nil }
    return found >= year - carryForward ? found : nil
  }

  /// The figures that a value was multiplied by, in the order of the catalogue.
  package func factorPlaces(_ country: CountryIndex, _ year: Year) -> [Provenance] {
    factors.compactMap { factor in latest(factor, country, year).flatMap { factor.provenance(country, $0) } }
  }

  /// Warns of each country whose latest figure cannot be divided because the denominator is 0.
  package func reportZeroDenominators(
    _ countries: [CountryIndex], _ year: Year, into findings: inout Findings
  ) {
    guard let denominator = denominators.first else { return }
    for country in countries {
      guard let latest = series.latestYear(country, upTo: year), latest >= year - carryForward,
        divisor(country, latest) == 0, let at = self.latest(denominator, country, latest),
        let place = denominator.provenance(country, at)
      else { continue }
      findings.append(
        .scoring.zeroDenominator, "the denominator of \(definition.id) is 0, so its value is missing",
        at: .init(file: place.file, line: place.line), remedy: "correct the denominator")
    }
  }

  /// Where the people stand by whom a rate with a prior is weighted; nil without a prior.
  func peoplePlace(_ country: CountryIndex, _ year: Year) -> Provenance? {
    people.flatMap { people in latest(people, country, year).flatMap { people.provenance(country, $0) } }
  }

  /// The figures that a value was divided by the sum of, in the order of the catalogue.
  package func denominatorPlaces(_ country: CountryIndex, _ year: Year) -> [Provenance] {
    denominators.compactMap { denominator in
      latest(denominator, country, year).flatMap { denominator.provenance(country, $0) }
    }
  }
}
