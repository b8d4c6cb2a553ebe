import IndexModel
import Tabular

/// What somebody says of the form of a table, where its header does not.
package struct TableChoice: Sendable, Equatable {
  /// The column that names countries: its name, or with `=` and whose codes it holds, such as `id=gw`.
  package var country: String?
  /// The column of years.
  package var yearColumn: String?
  /// The year of all figures.
  package var year: Year?
  /// Whether rows are of units that are no countries: their ids are looked for by the name of a column.
  var isOfUnits = false

  package init(country: String? = nil, yearColumn: String? = nil, year: Year? = nil) {
    (self.country, self.yearColumn, self.year) = (country, yearColumn, year)
  }

  var isEmpty: Bool { self == TableChoice() }

  /// Whose codes a column may be said to hold, and what stands before them in the country table.
  static let systems = [
    "m49": "", "iso": "", "name": "", "gw": "gw:", "cow": "cow:", "fips": "fips:", "ioc": "ioc:",
  ]

  /// Whether it is said whose codes a column of countries holds.
  func saysCodes(in header: TableHeader) -> Bool {
    country.map { $0.contains("=") && header.column(called: $0) == nil } ?? false
  }

  func countryColumn(of header: TableHeader) -> CountryColumn? {
    guard let country else {
      return isOfUnits ? header.first(of: ColumnNames.unitIDs).map { CountryColumn(index: $0) } : nil
    }
    if let index = header.column(called: country) { return CountryColumn(index: index) }
    guard let mark = country.lastIndex(of: "="), let index = header.column(called: String(country[..<mark])),
      let prefix = Self.systems[country[country.index(after: mark)...].lowercased()]
    else { return nil }
    return CountryColumn(index: index, prefix: prefix)
  }

  func yearColumn(of header: TableHeader) -> Int? { yearColumn.flatMap(header.column(called:)) }
}
