import Diagnostics
import Tabular

extension HeadSearch {
  /// Why no header was found, and what would make one of the row that is nearest to it.
  func refusal() -> Diagnostic {
    let looks = (0..<TableHead.preamble).compactMap { look($0) }
    guard let first = looks.first else { return RecordReader.emptyFile(text) }
    if isData(first.header) {
      return refused(
        first, "figures of a country stand on this line, and no header above them",
        "write a header into the first line, such as iso3,year,value")
    }
    var (nearest, columns) = (first, [Int]())
    for look in looks {
      let found = countryColumns(look)
      if found.isEmpty, look.header.first(of: ColumnNames.years) == nil { continue }
      (nearest, columns) = (look, found)
      break
    }
    let names = nearest.header.names.filter { !$0.isEmpty }
    for chosen in [choice.country, choice.yearColumn].compactMap({ $0 })
    where nearest.header.column(called: chosen) == nil && choice.countryColumn(of: nearest.header) == nil {
      return unknown(chosen, nearest.header)
    }
    if let column = columns.first { return withoutYears(nearest, countries: column) }
    if let year = nearest.header.first(of: ColumnNames.years) ?? nearest.header.yearColumns.first?.index {
      if choice.isOfUnits {
        return refused(
          nearest, "no column is known that holds ids of units, such as id",
          "call it id, or where figures are imported say --country-column NAME: "
            + LayoutRecogniser.sample(names))
      }
      return refused(
        nearest,
        "the header has \"\(nearest.header.names[year])\", but no column is known that names countries, such as "
          + "iso3 or country",
        "say which of these does, as --country-column NAME: " + LayoutRecogniser.sample(names))
    }
    let places = names.count { if case .country? = countries.key($0) { true } else { false } }
    if places > 1, 2 * places > names.count {
      return refused(
        nearest, "the columns are countries, and no column has years",
        "make a table with a row for each country and a column of years, or one for each year")
    }
    if choice.isOfUnits {
      return Diagnostic(
        .figures.unknownLayout, "no layout of figures of units is recognised", in: text, line: 1, column: 1,
        remedy: "the header should name a column of ids and one of years, such as id,year,value")
    }
    return Diagnostic(
      .figures.unknownLayout, "no layout of country figures is recognised", in: text, line: 1, column: 1,
      remedy: "the header should name a country column and a year column (iso3,year,value), "
        + "or be that of a World Bank, DDF, OWID, WGI, HDR or SDMX-CSV download")
  }

  /// Whether a row names one country, and holds numbers alone besides.
  private func isData(_ header: TableHeader) -> Bool {
    let names = header.names.filter { !$0.isEmpty }
    // Small numbers are codes of countries too.
    let words = names.filter { NumberText($0) == .malformed }
    guard words.count == 1, names.count > 1, case .country? = countries.key(words[0]) else { return false }
    return true
  }

  private func countryColumns(_ look: Look) -> [Int] {
    if choice.isOfUnits, let id = choice.countryColumn(of: look.header) { return [id.index] }
    let known = look.header.countryColumns
    return (known.isEmpty ? CountryColumns(look.header, look.sample, countries).found([], except: []) : known)
      .map(\.index)
  }

  private func withoutYears(_ look: Look, countries column: Int) -> Diagnostic {
    let header = look.header
    let named = "\"\(header.names[column])\" names the \(choice.isOfUnits ? "units" : "countries"), but "
    let dated = header.names.indices.filter { look.sample.holdsYears($0) }.map { header.names[$0] }
    if let first = dated.first {
      let which = dated.count > 1 ? "the right one of \(LayoutRecogniser.sample(dated))" : "\"\(first)\""
      return refused(
        look, named + "no column is called years",
        "if \(which) holds the years of the figures, say so, as --year-column '\(first)'")
    }
    let spans = header.unreadYearColumns.map { header.names[$0] }
    if !spans.isEmpty {
      return refused(
        look, named + "its columns are no calendar years: \(LayoutRecogniser.sample(spans))",
        "name each column by the calendar year that its figures stand for")
    }
    return refused(
      look, named + "no column says which year the figures are of",
      choice.isOfUnits
        ? "add a column year, or write the year of the whole table into the column year of indicators.csv"
        : "add a column of years, or say --year, such as --year 2015")
  }

  private func refused(_ look: Look, _ message: String, _ remedy: String) -> Diagnostic {
    Diagnostic(.figures.unknownLayout, message, in: text, line: look.header.line, column: 1, remedy: remedy)
  }

  private func unknown(_ name: String, _ header: TableHeader) -> Diagnostic {
    Diagnostic(
      .tables.unknownColumn, "no column is called \"\(name)\"", in: text, line: header.line, column: 1,
      remedy: NearestName.remedy(for: name, among: header.names.filter { !$0.isEmpty }))
  }
}
