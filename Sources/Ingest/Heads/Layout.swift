import IndexModel

/// How a table of figures is laid out: told from its header, never from its name.
package struct Layout: Sendable, Equatable {
  package enum Kind: String, Sendable, CaseIterable {
    /// Our own: iso3,year,value.
    case canonical
    /// Gapminder's DDF: geo or country, time, one column an indicator.
    case ddf = "DDF"
    /// Our World in Data's grapher: Entity, Code, Year, values; also without Code.
    case owid = "OWID"
    /// The World Bank's indicator download, bulk file or DataBank export: one column a year.
    case worldBank = "World Bank"
    /// The World Bank's Worldwide Governance Indicators: one row a country, year and indicator.
    case wgi = "WGI"
    /// UNDP's time series: columns named stem_year.
    case hdr = "HDR"
    case sdmx = "SDMX-CSV"
    /// Any other table with a country column and a year column.
    case countryYear = "country-year table"
    /// Any other table with a country column and one column a year.
    case countryWide = "table with one column a year"
    /// Any other table with a country column and columns that name a series and a year.
    case stems = "table with one column a series and year"
    /// One row a year, one column a country.
    case across = "table with one column a country"
  }

  enum Shape: Equatable {
    /// One row a country and year; no column of years where one holds for all.
    case long(year: Int?, value: Int)
    /// One row a country, one column a year.
    case wide([YearColumn])
    /// One row a year, one column a country.
    case across(year: Int, [PlaceColumn])
  }

  /// A column of one country, or of what is none; nil for a name that nobody knows.
  struct PlaceColumn: Equatable {
    let index: Int
    let key: CountryTable.Key?
  }

  struct YearColumn: Equatable {
    let index: Int
    let year: Int
  }

  /// A column that must hold a certain text for a row to count; ASCII letters in either case.
  struct Filter: Equatable {
    let index: Int
    let text: String
    /// Whether rows with that text are left out, and all others taken.
    var isExclusion = false
  }

  package let kind: Kind
  let shape: Shape
  /// The series that is taken where rows name one; nil for the only one.
  var series: String?
  var filters: [Filter] = []
  /// Columns that somebody says divide nothing.
  var free: [Int] = []

  /// Whether somebody has said what is wanted of a column.
  func isChosen(_ column: Int) -> Bool { free.contains(column) || filters.contains { $0.index == column } }
}
