import IndexModel
import Scoring

/// What countries bear for their arms beside what their land neighbours bear, year by year.
///
/// John H. Herz, Idealist Internationalism and the Security Dilemma, World Politics 2 (2), 1950: what
/// one state does for its safety makes its neighbours less safe, and they do likewise. A shared rise
/// is what that would show, and no proof of it: both may answer to a third, or to nothing in common.
package struct SecurityDilemma: Sendable {
  /// Which way a country and its neighbours went since the year before.
  package enum Course: String, Sendable {
    case bothRose = "both rose"
    case bothFell = "both fell"
    case apart = "apart"
    /// One of the two, or both, stayed as it was.
    case unchanged
  }

  package struct Point: Sendable {
    package let year: Year
    /// The country's own figure of that very year; nil where there is none.
    package let own: Double?
    /// The mean of the neighbours that have a figure of that year; nil where less than half have.
    package let neighbours: Double?
    /// How many neighbours have a figure of that year.
    package let known: Int
    /// The change of its own figure since the year before; nil where either year has none.
    package let ownChange: Double?
    /// The mean change of the neighbours that have figures of both years; nil where less than half
    /// have. Not the change of `neighbours`, which may rest on other countries each year.
    package let neighboursChange: Double?

    /// Which way both went; nil where either change is not known.
    package var course: Course? {
      guard let ownChange, let neighboursChange else { return nil }
      if ownChange == 0 || neighboursChange == 0 { return .unchanged }
      if (ownChange > 0) != (neighboursChange > 0) { return .apart }
      return ownChange > 0 ? .bothRose : .bothFell
    }
  }

  package struct CountryCourse: Sendable {
    package let country: CountryIndex
    package let neighbours: Int
    /// A point a year, ascending.
    package let points: [Point]

    /// In how many years both changes are known.
    package var compared: Int { points.count { $0.course != nil } }
    /// In how many of them the two went so.
    package func years(_ course: Course) -> Int { points.count { $0.course == course } }
    /// The share of the years compared in which both rose, 0–1; nil where none is compared.
    package var shareBothRose: Double? { compared > 0 ? Double(years(.bothRose)) / Double(compared) : nil }
    /// Pearson's correlation of the two changes; nil for fewer than three, or where one never varies.
    package var correlation: Double? {
      let pairs = points.compactMap { point in
        point.ownChange.flatMap { own in point.neighboursChange.map { (own, $0) } }
      }
      return SecurityDilemma.pearson(pairs)
    }
  }

  /// A course of each country that has a land neighbour, in the order of codes.
  package let countries: [CountryCourse]
  package let years: ClosedRange<Year>

  /// Looks at the ratios of an indicator, before any rule for neighbours, mean or change.
  /// - Parameters:
  ///   - chosen: which countries, ascending.
  ///   - carryForward: how old a denominator may be, in years; figures themselves are never carried.
  package init(
    _ cube: ObservationCube, indicator: IndicatorIndex, countries chosen: [CountryIndex],
    years: ClosedRange<Year>, carryForward: Int
  ) {
    let series = DerivedSeries(cube, indicator, carryForward: carryForward)
    self.years = years
    countries = chosen.filter { !cube.neighbours[$0].isEmpty }.map { country in
      CountryCourse(
        country: country, neighbours: cube.neighbours[country].count,
        points: years.map { Self.point(series, country, cube.neighbours[country], $0) })
    }
  }

  private static func point(
    _ series: DerivedSeries, _ country: CountryIndex, _ neighbours: [CountryIndex], _ year: Year
  ) -> Point {
    func change(_ country: CountryIndex) -> Double? {
      guard let now = series.ratio(country, year), let before = series.ratio(country, year - 1) else {
        return nil
      }
      return now - before
    }
    let known = neighbours.compactMap { series.ratio($0, year) }
    return Point(
      year: year, own: series.ratio(country, year), neighbours: mean(known, ofAtLeastHalf: neighbours.count),
      known: known.count, ownChange: change(country),
      neighboursChange: mean(neighbours.compactMap(change), ofAtLeastHalf: neighbours.count))
  }

  private static func mean(_ values: [Double], ofAtLeastHalf count: Int) -> Double? {
    guard !values.isEmpty, 2 * values.count >= count else { return nil }
    return values.reduce(0, +) / Double(values.count)
  }

  static func pearson(_ pairs: [(Double, Double)]) -> Double? {
    guard pairs.count > 2 else { return nil }
    let n = Double(pairs.count)
    let (left, right) = (pairs.reduce(0) { $0 + $1.0 } / n, pairs.reduce(0) { $0 + $1.1 } / n)
    var (both, one, other) = (0.0, 0.0, 0.0)
    for (a, b) in pairs {
      both += (a - left) * (b - right)
      one += (a - left) * (a - left)
      other += (b - right) * (b - right)
    }
    guard one > 0, other > 0 else { return nil }
    return min(max(both / (one * other).squareRoot(), -1), 1)
  }

  /// All pairs of country and year together.
  package struct World: Sendable {
    /// The pairs in which both changes are known.
    package let compared: Int
    /// The countries that have at least one.
    package let countries: Int
    /// The shares of pairs, 0–1; what is left to 1 is unchanged.
    package let bothRose, bothFell, apart: Double
    /// The share in which both would have risen were the two independent: the share in which the
    /// country's own rose times that in which its neighbours' did.
    package let expected: Double
  }

  /// All countries together; nil where nothing can be compared.
  package var world: World? {
    let points = countries.flatMap(\.points).filter { $0.course != nil }
    guard !points.isEmpty else { return nil }
    func share(_ condition: (Point) -> Bool) -> Double {
      Double(points.count(where: condition)) / Double(points.count)
    }
    return World(
      compared: points.count, countries: countries.count { $0.compared > 0 },
      bothRose: share { $0.course == .bothRose }, bothFell: share { $0.course == .bothFell },
      apart: share { $0.course == .apart },
      expected: share { ($0.ownChange ?? 0) > 0 } * share { ($0.neighboursChange ?? 0) > 0 })
  }
}
