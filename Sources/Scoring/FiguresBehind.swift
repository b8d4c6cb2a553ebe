import HumanSecurity

/// One of the figures that a value is made of.
public struct FigureBehind: Sendable, Equatable {
  /// The year it speaks of.
  public let year: Year
  /// The figure as it stands in the file.
  public let figure: Double
  /// Where it stands.
  public let place: Provenance
  /// Where the figure stands that it is divided by; nil where there is none.
  public let denominator: Provenance?
}

extension ScoreTable {
  /// Every figure behind an indicator's value, by year: one, those of a mean, or the two of a change.
  /// Empty where the value is missing, imputed or assumed.
  public func figures(_ indicator: Int, _ country: Int) -> [FigureBehind] {
    guard let column = columns[indicator], column.cells[country].isMeasured else { return [] }
    let derived = DerivedSeries(
      cube, framework.indicators[indicator], indicator, carryForward: lens.carryForward)
    let (series, place) = (derived.series, countries[country])
    return derived.years(place, behind: column.years[country]).compactMap { year in
      guard let figure = series.value(place, year), let at = series.provenance(place, year) else {
        return nil
      }
      return FigureBehind(
        year: year, figure: figure, place: at,
        denominator: derived.denominatorYearAndPlace(place, year)?.place)
    }
  }

  /// What a share of countries has at most, in the direction of security: at 0.75 the value that a
  /// quarter of the countries that have one is at least as secure as.
  ///
  /// Of values x₀ ≤ … ≤ xₙ₋₁, the least secure first, the one at the place share·(n − 1), between two
  /// places in proportion (Hyndman and Fan, *The American Statistician* 50, 1996, definition 7).
  /// - Parameters:
  ///   - share: 0–1.
  ///   - node: a leaf, for values in the indicator's unit; else for scores.
  /// - Returns: nil where no country has a value, or the indicator takes no part.
  public func quantile(_ share: Double, of node: Int) -> Double? {
    var values: [Double]
    var moreIsSafer = true
    if let indicator = framework.nodes[node].indicator {
      guard let column = columns[indicator] else { return nil }
      moreIsSafer = column.goalposts.moreIsSafer
      values = countries.indices.filter { column.cells[$0].isMeasured }.map { column.values[$0] }
    } else {
      values = countries.indices.compactMap { score(node, $0) }
    }
    values.sort { moreIsSafer ? $0 < $1 : $0 > $1 }
    guard let last = values.indices.last else { return nil }
    let place = min(max(share, 0), 1) * Double(last)
    let below = Int(place)
    let above = min(below + 1, last)
    return values[below] + (place - Double(below)) * (values[above] - values[below])
  }
}
