import IndexModel

/// A land neighbour's figure behind a country's value.
package struct NeighbourFigure: Sendable, Equatable {
  package let country: CountryIndex
  package let year: Year
  /// The ratio made of it: times its factors, divided by its denominator.
  package let value: Double
  package let place: Provenance
  /// Where its factors and its denominator stand; empty where it has none.
  package let others: [Provenance]

  /// Where all that the ratio is made of stands, the figure first.
  package var places: [Provenance] { [place] + others }
}

extension DerivedSeries {
  /// The figure that a value of a year would be called after: the country's own, or NaN for a mean of
  /// neighbours of whom one has a figure of that year; nil where there is none.
  func figure(_ country: CountryIndex, _ year: Year) -> Double? {
    guard let rule, !rule.needsOwnFigure else { return series.value(country, year) }
    return landNeighbours[country].contains { series.value($0, year) != nil } ? .nan : nil
  }

  /// What the rule for neighbours makes of the ratios of a year.
  ///
  /// Methodology: a neighbour's ratio is that of its nearest year at or before the year, within the
  /// years carried forward; at least half of the neighbours need one.
  func amongNeighbours(_ country: CountryIndex, _ year: Year) -> Double? {
    let neighbours = landNeighbours[country]
    guard let rule, !neighbours.isEmpty else { return nil }
    var (sum, known) = (0.0, 0)
    var hasFigureOfYear = false
    for neighbour in neighbours {
      guard let found = nearest(neighbour, year) else { continue }
      sum += found.value
      known += 1
      if found.year == year { hasFigureOfYear = true }
    }
    guard 2 * known >= neighbours.count else { return nil }
    if rule == .mean { return hasFigureOfYear ? sum / Double(known) : nil }
    guard let own = ratio(country, year) else { return nil }
    let others = rule == .share ? sum : sum / Double(known)
    return own + others > 0 ? 100 * (own / (own + others)) : nil
  }

  /// The neighbours' figures behind the value of a year, in the order of the neighbours' codes.
  func neighbourFigures(_ country: CountryIndex, _ year: Year) -> [NeighbourFigure] {
    guard rule != nil else { return [] }
    return landNeighbours[country].compactMap { neighbour in
      guard let found = nearest(neighbour, year), let place = series.provenance(neighbour, found.year) else {
        return nil
      }
      return NeighbourFigure(
        country: neighbour, year: found.year, value: found.value, place: place,
        others: factorPlaces(neighbour, found.year) + denominatorPlaces(neighbour, found.year))
    }
  }

  /// Why there is no value, where that lies with the neighbours; nil where it does not.
  func absence(_ country: CountryIndex, _ year: Year) -> Absence? {
    guard let rule else { return nil }
    let neighbours = landNeighbours[country]
    if neighbours.isEmpty { return .noNeighbours }
    let own = series.latestYear(country, upTo: year)
    if rule.needsOwnFigure, (own ?? .min) < year - carryForward { return nil }
    let known = neighbours.count { nearest($0, rule.needsOwnFigure ? own ?? year : year) != nil }
    return 2 * known < neighbours.count ? .fewNeighbours(known: known, of: neighbours.count) : nil
  }

  /// The ratio of the nearest year at or before a year, within the years carried forward.
  private func nearest(_ country: CountryIndex, _ year: Year) -> (year: Year, value: Double)? {
    var candidate = year
    while candidate >= year - carryForward {
      if let value = ratio(country, candidate) { return (candidate, value) }
      candidate -= 1
    }
    return nil
  }
}

extension ScoreTable {
  /// The land neighbours' figures behind an indicator's value; empty where there are none.
  package func neighbourFigures(_ indicator: IndicatorIndex, _ row: RowIndex) -> [NeighbourFigure] {
    guard let column = columns[indicator], column.cells[row].isMeasured else { return [] }
    return neighbourFigures(indicator, row, behind: column.years[row])
  }

  /// The same behind the value that an indicator has at a year, whatever the lens makes of it.
  package func neighbourFigures(_ indicator: IndicatorIndex, _ row: RowIndex, behind year: Year)
    -> [NeighbourFigure]
  { derived(indicator).neighbourFigures(countries[row], year) }
}
