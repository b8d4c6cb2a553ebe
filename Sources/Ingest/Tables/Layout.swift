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
  }

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

  /// A column that must hold a certain text for a row to count; ASCII letters in either case.
  struct Filter: Equatable {
    let index: Int
    let text: String
  }

  package let kind: Kind
  let shape: Shape
  /// The series that is taken where rows name one; nil for the only one.
  var series: String?
  var filters: [Filter] = []
}
