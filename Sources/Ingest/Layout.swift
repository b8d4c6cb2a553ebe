import Tabular

/// How a table of figures is laid out: told from its header, never from its name.
public struct Layout: Sendable, Equatable {
  /// The layouts that are read.
  public enum Kind: String, Sendable {
    /// Our own: iso3,year,value.
    case canonical
    /// Gapminder's DDF: geo or country, time, one column an indicator.
    case ddf = "DDF"
    /// Our World in Data's grapher: Entity, Code, Year, values; also without Code.
    case owid = "OWID"
    /// The World Bank's indicator download or bulk file: one column a year.
    case worldBank = "World Bank"
    /// The World Bank's Worldwide Governance Indicators: one row a country, year and indicator.
    case wgi = "WGI"
    /// UNDP's time series: columns named stem_year.
    case hdr = "HDR"
    /// SDMX-CSV.
    case sdmx = "SDMX-CSV"
    /// Any other table with a country column and a year column.
    case countryYear = "country-year table"
  }

  /// How years and values are arranged.
  enum Shape: Equatable {
    /// One row a country and year.
    case long(year: Int, value: Int)
    /// One row a country, one column a year.
    case wide([YearColumn])
  }

  struct YearColumn: Equatable {
    let index: Int
    let year: Int
  }

  /// A column that must hold a certain text for a row to count.
  struct Filter: Equatable {
    let index: Int
    let text: String
  }

  /// Which layout it is.
  public let kind: Kind
  /// The columns that may name the country, the surest first.
  let countryColumns: [Int]
  /// What stands before a key of the first country column in the country table: `gw:` for
  /// Gleditsch–Ward numbers.
  let keyPrefix: String
  let shape: Shape
  var filters: [Filter] = []
  /// How many fields the header has.
  let width: Int
  /// How many of them are left when unnamed ones at its end are not counted.
  let namedWidth: Int

  /// Whether a row has the header's fields, give or take empty ones at the end: in a row with more
  /// or fewer, figures may stand in the wrong columns.
  func fits(_ row: CSVRow) -> Bool {
    row.count >= namedWidth && (min(width, row.count)..<row.count).allSatisfy(row.isEmpty)
  }
}

/// The header of a table, its names folded to lower case for comparison.
struct TableHeader {
  let names: [String]
  let lowered: [String]
  let line: Int

  /// Whether the names are HXL hashtags.
  let isTagged: Bool

  init(_ fields: [String], line: Int) {
    let names = fields.map(\.trimmingSpaces)
    let written = names.filter { !$0.isEmpty }
    isTagged = written.count > 1 && written.allSatisfy { $0.hasPrefix("#") }
    self.names = isTagged ? names.map(Self.name(ofTag:)) : names
    lowered = self.names.map { $0.lowercased() }
    self.line = line
  }

  /// What a hashtag calls its column; see hxlstandard.org.
  private static func name(ofTag tag: String) -> String {
    let parts = tag.lowercased().split(separator: "+").map(\.trimmingSpaces)
    return switch parts.first {
    case "#country" where parts.contains("code"): "iso3"
    case "#country": "country_name"
    case "#date": "year"
    case "#indicator" where parts.contains("value"): "value"
    default: tag
    }
  }

  /// How many fields there are up to the last that has a name.
  var namedWidth: Int { (names.lastIndex { !$0.isEmpty } ?? -1) + 1 }

  func index(_ name: String) -> Int? { lowered.firstIndex(of: name) }

  func has(_ wanted: String...) -> Bool { wanted.allSatisfy(lowered.contains) }

  /// The columns whose whole name is a year.
  var yearColumns: [Layout.YearColumn] {
    names.enumerated().compactMap { index, name in
      Self.year(name).map { Layout.YearColumn(index: index, year: $0) }
    }
  }

  /// The columns named `stem_year`, by stem, in order of first appearance.
  var stems: [(stem: String, columns: [Layout.YearColumn])] {
    var order: [String] = []
    var columns: [String: [Layout.YearColumn]] = [:]
    for (index, name) in names.enumerated() {
      guard let underscore = name.lastIndex(of: "_"),
        let year = Self.year(name[name.index(after: underscore)...])
      else { continue }
      let stem = String(name[..<underscore])
      if columns[stem] == nil { order.append(stem) }
      columns[stem, default: []].append(Layout.YearColumn(index: index, year: year))
    }
    return order.map { ($0, columns[$0] ?? []) }
  }

  /// Four digits from 1500 to 2200.
  static func year(_ text: some StringProtocol) -> Int? {
    guard text.utf8.count == 4, let year = Int(text), years.contains(year) else { return nil }
    return year
  }

  static let years = 1500...2200
}
