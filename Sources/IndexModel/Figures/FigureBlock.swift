/// A block of figures while it is filled: year × country, since those of one year are asked for together.
package struct FigureBlock: Sendable {
  package let countryCount: Int
  package let firstYear: Year
  /// How many years the block spans; 0 when there is no figure at all.
  package let yearCount: Int
  /// The files that the figures stand in: paths under Data/.
  let files: [String]
  @usableFromInline private(set) var values: [Double]
  /// A bit for each year that a country has a figure of: so many words a country, the first years in
  /// the lowest bits. Finding the latest figure is looking for the highest bit.
  @usableFromInline private(set) var known: [UInt64]
  @usableFromInline let wordCount: Int
  private var lines: [Int32]
  private var fileIndices: [UInt16]
  /// The ends of the producers' intervals, as `values`; empty where no figure has one.
  private var lows: [Double] = []
  private var highs: [Double] = []

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

  /// Where the figure of a country in a year stands; nil when there is none.
  package func provenance(_ country: CountryIndex, _ year: Year) -> Provenance? {
    guard let index = index(country, year), !values[index].isNaN else { return nil }
    let file = fileIndices.isEmpty ? 0 : Int(fileIndices[index])
    return Provenance(file: files[file], line: Int(lines[index]))
  }

  /// Puts a figure in, unless one of a file of higher precedence is there.
  /// - Returns: the figure that stands in the cell afterwards.
  @discardableResult package mutating func fill(
    _ country: CountryIndex, _ year: Year, with value: Double, file: Int, line: Int
  ) -> Double {
    guard let index = index(country, year) else { return .nan }
    guard values[index].isNaN else { return values[index] }
    guard !value.isNaN else { return value }
    values[index] = value
    let offset = year - firstYear
    known[country.value * wordCount + offset / 64] |= 1 << UInt64(offset % 64)
    lines[index] = Int32(clamping: line)
    if !fileIndices.isEmpty { fileIndices[index] = UInt16(clamping: file) }
    return value
  }

  package var hasBounds: Bool { !lows.isEmpty }

  /// The interval of a figure; nil for one without.
  package func bounds(_ country: CountryIndex, _ year: Year) -> Bounds? {
    guard hasBounds, let index = index(country, year), !lows[index].isNaN else { return nil }
    return Bounds(low: lows[index], high: highs[index])
  }

  /// Gives a figure that is there its interval.
  package mutating func bound(_ country: CountryIndex, _ year: Year, by bounds: Bounds) {
    guard let index = index(country, year), !values[index].isNaN else { return }
    if lows.isEmpty {
      lows = [Double](repeating: .nan, count: values.count)
      highs = lows
    }
    (lows[index], highs[index]) = (bounds.low, bounds.high)
  }

  /// The figures as they might be: each that has an interval moved by so many standard deviations of it.
  /// - Parameters:
  ///   - deviations: one a country, for all of its years: what is off in one year is likely to be off in the next.
  ///   - accepts: values that cannot be leave the figure as it is.
  package func moved(_ deviations: [Double], _ limits: ClosedRange<Double>, accepts: (Double) -> Bool)
    -> FigureBlock
  {
    guard hasBounds else { return self }
    var moved = self
    for index in values.indices where !lows[index].isNaN {
      let bounds = Bounds(low: lows[index], high: highs[index])
      let value = bounds.value(deviations[index % countryCount], from: values[index])
      let limited = min(max(value, limits.lowerBound), limits.upperBound)
      if accepts(limited) { moved.values[index] = limited }
    }
    return moved
  }

  @inlinable @inline(__always) func index(_ country: CountryIndex, _ year: Year) -> Int? {
    let offset = year - firstYear
    guard offset >= 0, offset < yearCount, (0..<countryCount).contains(country.value) else { return nil }
    return offset * countryCount + country.value
  }
}
