/// The figures of one indicator; a class, so that loops that hand it on count one reference.
package final class Series: Sendable {
  @usableFromInline let block: FigureBlock

  package init(_ block: FigureBlock) { self.block = block }

  @inlinable package var countryCount: Int { block.countryCount }
  @inlinable package var firstYear: Year { block.firstYear }
  @inlinable package var yearCount: Int { block.yearCount }
  package var files: [String] { block.files }
  package var isEmpty: Bool { yearCount == 0 }

  /// The last year of the block; nil when there is no figure.
  package var lastYear: Year? { isEmpty ? nil : firstYear + yearCount - 1 }

  /// The figure of a country in a year.
  @inlinable @inline(__always) package func value(_ country: CountryIndex, _ year: Year) -> Double? {
    guard let index = block.index(country, year) else { return nil }
    let value = block.values[index]
    return value.isNaN ? nil : value
  }

  /// Where that figure stands; nil when there is none.
  package func provenance(_ country: CountryIndex, _ year: Year) -> Provenance? {
    block.provenance(country, year)
  }

  /// The interval of that figure; nil for one without.
  package func bounds(_ country: CountryIndex, _ year: Year) -> Bounds? { block.bounds(country, year) }

  package var hasBounds: Bool { block.hasBounds }

  /// As `FigureBlock.moved`.
  package func moved(_ deviations: [Double], _ limits: ClosedRange<Double>, accepts: (Double) -> Bool)
    -> Series
  { Series(block.moved(deviations, limits, accepts: accepts)) }

  /// The latest year up to and including `year` in which the country has a figure.
  @inlinable @inline(__always) package func latestYear(_ country: CountryIndex, upTo year: Year) -> Year? {
    var offset = min(year - firstYear, yearCount - 1)
    guard offset >= 0, (0..<countryCount).contains(country.value) else { return nil }
    while offset >= 0 {
      let (word, bit) = (offset / 64, offset % 64)
      let upTo = block.known[country.value * block.wordCount + word] & (UInt64.max >> UInt64(63 - bit))
      if upTo != 0 { return firstYear + word * 64 + 63 - upTo.leadingZeroBitCount }
      offset = word * 64 - 1
    }
    return nil
  }
}
