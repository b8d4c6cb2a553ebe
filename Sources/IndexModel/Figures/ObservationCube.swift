/// All figures: country × indicator × year.
///
/// One contiguous block an indicator, over the years that it has figures for. NaN inside, optional
/// outside.
package struct ObservationCube: Sendable {
  /// The countries, by code.
  package let countries: [Country]
  package let framework: Framework
  /// The figures of each indicator of the framework.
  package let series: [Series]
  /// The land neighbours of each country: places in `countries`, ascending.
  package let neighbours: [[Int]]

  /// A cube.
  /// - Parameter neighbours: of each country; empty for none of any.
  /// - Precondition: one series an indicator, each over all the countries; neighbours of each.
  package init(countries: [Country], framework: Framework, series: [Series], neighbours: [[Int]] = []) {
    precondition(series.count == framework.indicators.count)
    precondition(neighbours.isEmpty || neighbours.count == countries.count)
    precondition(series.allSatisfy { $0.countryCount == countries.count })
    self.countries = countries
    self.framework = framework
    self.series = series
    self.neighbours = neighbours.isEmpty ? countries.map { _ in [] } : neighbours
  }

  /// The latest year of any figure; nil when there is none.
  package var latestYear: Year? { series.compactMap(\.lastYear).max() }

  /// The earliest year of any figure; nil when there is none.
  package var earliestYear: Year? { series.compactMap { $0.isEmpty ? nil : $0.firstYear }.min() }
}

/// The figures of one indicator: year × country, so that those of one year, which are asked for
/// together, stand together.
package struct Series: Sendable {
  package let countryCount: Int
  package let firstYear: Year
  /// How many years the block spans; 0 when there is no figure at all.
  package let yearCount: Int
  /// The files that the figures stand in: paths under Data/.
  package let files: [String]
  @usableFromInline private(set) var values: [Double]
  /// A bit for each year that a country has a figure of: so many words a country, the first years in
  /// the lowest bits. Finding the latest figure is looking for the highest bit.
  @usableFromInline private(set) var known: [UInt64]
  @usableFromInline let wordCount: Int
  private var lines: [Int32]
  private var fileIndices: [UInt16]

  package init(countryCount: Int, years: ClosedRange<Year>?, files: [String]) {
    self.countryCount = countryCount
    self.firstYear = years?.lowerBound ?? 0
    self.yearCount = years?.count ?? 0
    self.files = files
    let size = countryCount * yearCount
    values = [Double](repeating: .nan, count: size)
    wordCount = (yearCount + 63) / 64
    known = [UInt64](repeating: 0, count: countryCount * wordCount)
    lines = [Int32](repeating: 0, count: size)
    // Where there is one file, each figure is its.
    fileIndices = files.count > 1 ? [UInt16](repeating: 0, count: size) : []
  }

  package var isEmpty: Bool { yearCount == 0 }

  /// The last year of the block; nil when there is no figure.
  package var lastYear: Year? { isEmpty ? nil : firstYear + yearCount - 1 }

  /// The figure of a country (by its place in the cube) in a year.
  @inlinable package func value(_ country: Int, _ year: Year) -> Double? {
    guard let index = index(country, year) else { return nil }
    let value = values[index]
    return value.isNaN ? nil : value
  }

  /// Where that figure stands; nil when there is none.
  package func provenance(_ country: Int, _ year: Year) -> Provenance? {
    guard let index = index(country, year), !values[index].isNaN else { return nil }
    let file = fileIndices.isEmpty ? 0 : Int(fileIndices[index])
    return Provenance(file: files[file], line: Int(lines[index]))
  }

  /// The latest year up to and including `year` in which the country has a figure.
  @inlinable package func latestYear(_ country: Int, upTo year: Year) -> Year? {
    var offset = min(year - firstYear, yearCount - 1)
    guard offset >= 0, country >= 0, country < countryCount else { return nil }
    while offset >= 0 {
      let (word, bit) = (offset / 64, offset % 64)
      let upTo = known[country * wordCount + word] & (UInt64.max >> UInt64(63 - bit))
      if upTo != 0 { return firstYear + word * 64 + 63 - upTo.leadingZeroBitCount }
      offset = word * 64 - 1
    }
    return nil
  }

  /// Puts a figure in, unless one of a file of higher precedence is there.
  /// - Returns: the figure that stands in the cell afterwards.
  @discardableResult package mutating func fill(
    _ country: Int, _ year: Year, with value: Double, file: Int, line: Int
  ) -> Double {
    guard let index = index(country, year) else { return .nan }
    guard values[index].isNaN else { return values[index] }
    guard !value.isNaN else { return value }
    values[index] = value
    let offset = year - firstYear
    known[country * wordCount + offset / 64] |= 1 << UInt64(offset % 64)
    lines[index] = Int32(clamping: line)
    if !fileIndices.isEmpty { fileIndices[index] = UInt16(clamping: file) }
    return value
  }

  @inlinable func index(_ country: Int, _ year: Year) -> Int? {
    let offset = year - firstYear
    guard offset >= 0, offset < yearCount, country >= 0, country < countryCount else { return nil }
    return offset * countryCount + country
  }
}
