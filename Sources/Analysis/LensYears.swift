import Diagnostics
import IndexModel
import Tabular

/// How far the ranks of two lenses agree, year by year.
package struct LensYears: Sendable {
  /// What two lenses have in common in one year.
  package struct Point: Sendable {
    package let year: Year
    /// How many countries both lenses rank in it.
    package let countries: Int
    /// Kendall's tau-b and Spearman's rho over them; nil where there is nothing to compare.
    package let kendall, spearman: Double?
    /// Spearman's rho over the countries that both lenses rank in every year.
    package let spearmanOfSame: Double?
  }

  /// A point a year, ascending.
  package let points: [Point]
  /// How many countries both lenses rank in every year.
  package let sameCountries: Int
  /// The two lenses in the last year.
  package let last: LensComparison

  /// The slope of Spearman's rho over the years by least squares, per ten years; nil for fewer than
  /// three years. Over the countries of each year, or over those that are ranked in every year.
  package func trend(ofSame: Bool) -> Double? {
    Self.slope(
      points.compactMap { point in
        (ofSame ? point.spearmanOfSame : point.spearman).map { (Double(point.year), $0) }
      }
    ).map { 10 * $0 }
  }

  static func slope(_ points: [(x: Double, y: Double)]) -> Double? {
    guard points.count > 2 else { return nil }
    let n = Double(points.count)
    let x = points.reduce(0) { $0 + $1.x } / n
    let y = points.reduce(0) { $0 + $1.y } / n
    let square = points.reduce(0) { $0 + ($1.x - x) * ($1.x - x) }
    return square > 0 ? points.reduce(0) { $0 + ($1.x - x) * ($1.y - y) } / square : nil
  }

  /// Compares each of several lenses with each that follows it, in every year, on all cores.
  /// - Parameters:
  ///   - years: ascending; at least one.
  ///   - lenses: of the cube's framework; at least two.
  /// - Returns: a value for each two lenses, and what was noticed while scoring.
  package static func pairs(_ cube: ObservationCube, _ lenses: [Lens], _ years: [Year]) -> (
    pairs: [LensYears], findings: Findings
  ) {
    let taken = inParallel(years.count) { index in
      lenses.map { lens in
        let table = cube.score(years[index], by: lens)
        return (scores: table.scoreByCountry, findings: table.findings)
      }
    }
    var findings = Findings()
    var seen: Set<Diagnostic> = []
    for finding in taken.flatMap({ $0 }).flatMap(\.findings.all) where seen.insert(finding).inserted {
      findings.append(finding)
    }
    guard let lastYear = years.last else { return ([], findings) }
    let last = LensComparison.pairs(lenses.map { cube.score(lastYear, by: $0) })
    let places = Array(lenses.indices).pairs
    let pairs = inParallel(places.count) { index in
      let (first, second) = places[index]
      return LensYears(
        years, taken.map { $0[first].scores }, taken.map { $0[second].scores }, last: last[index])
    }
    return (pairs, findings)
  }

  private init(
    _ years: [Year], _ first: [[CountryIndex: Double]], _ second: [[CountryIndex: Double]],
    last: LensComparison
  ) {
    let common = zip(first, second).map { one, other in one.keys.filter { other[$0] != nil }.sorted() }
    let same = (common.first ?? []).filter { country in common.allSatisfy { $0.contains(country) } }
    sameCountries = same.count
    self.last = last
    points = years.indices.map { index in
      let one = common[index].map { first[index][$0] ?? 0 }
      let other = common[index].map { second[index][$0] ?? 0 }
      return Point(
        year: years[index], countries: common[index].count, kendall: RankCorrelation.kendall(one, other),
        spearman: RankCorrelation.spearman(one, other),
        spearmanOfSame: RankCorrelation.spearman(
          same.map { first[index][$0] ?? 0 }, same.map { second[index][$0] ?? 0 }))
    }
  }
}
