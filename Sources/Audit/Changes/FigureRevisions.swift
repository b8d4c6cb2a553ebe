import IndexModel

/// The figures that differ between two states of an index, whatever year they are of.
package struct FigureRevisions: Sendable {
  package struct Revision: Sendable {
    package let indicator: IndicatorID
    package let country: CountryCode
    package let year: Year
    /// Nil where there was none.
    package let before: Double?
    /// Nil where there is none any more.
    package let after: Double?
    /// Where the figure after stands, or stood before where it is gone.
    package let place: Provenance?
  }

  package enum Kind: String, Sendable, CaseIterable { case added, revised, withdrawn }

  /// By indicator, country and year.
  package let all: [Revision]

  package init(_ before: ObservationCube, _ after: ObservationCube) {
    let (old, new) = (before.byCode, after.byCode)
    let ids = Set((before.framework.indicators + after.framework.indicators).map(\.id)).sorted()
    let codes = Set(old.keys).union(new.keys).sorted()
    all = ids.flatMap { id -> [Revision] in
      let (one, other) = (before.series(id), after.series(id))
      let years = [one, other].compactMap { $0 }.filter { !$0.isEmpty }
      guard let first = years.map(\.firstYear).min(), let last = years.compactMap(\.lastYear).max() else {
        return []
      }
      return codes.flatMap { code in
        (first...last).compactMap { year -> Revision? in
          let (was, now) = (Self.figure(one, old[code], year), Self.figure(other, new[code], year))
          guard was != now else { return nil }
          let place = now == nil ? (one, old[code]) : (other, new[code])
          return Revision(
            indicator: id, country: code, year: year, before: was, after: now,
            place: place.1.flatMap { place.0?.provenance($0, year) })
        }
      }
    }
  }

  private static func figure(_ series: Series?, _ country: CountryIndex?, _ year: Year) -> Double? {
    country.flatMap { series?.value($0, year) }
  }

  package func count(_ kind: Kind) -> Int { all.count { $0.kind == kind } }
}

extension FigureRevisions.Revision {
  package var kind: FigureRevisions.Kind { before == nil ? .added : after == nil ? .withdrawn : .revised }
}

extension ObservationCube {
  fileprivate var byCode: [CountryCode: CountryIndex] {
    Dictionary(zip(countries.map(\.code), countryIndices), uniquingKeysWith: { first, _ in first })
  }

  fileprivate func series(_ id: IndicatorID) -> Series? { framework.indicator(id).map { series[$0] } }
}
