import Tabular

/// What the header of a table says before anybody asks for a series: which layout it is, and which
/// columns name country, year and series.
struct TableForm: Sendable {
  let kind: Layout.Kind
  let header: TableHeader
  /// The columns that may name the country, the surest first.
  var countryColumns: [Int]
  /// What stands before a key of the first country column in the country table: `gw:` for
  /// Gleditsch–Ward numbers.
  var keyPrefix = ""
  /// The column of years; nil where each year has a column of its own.
  var yearColumn: Int?
  /// The column that says which series a row belongs to; nil where there is none.
  var seriesColumn: Int?
  /// The column that holds the values unless another is asked for.
  var mainValue: Int?
  /// Columns that may hold values, where each series has one.
  var valueColumns: [Int] = []

  /// Columns that divide figures, such as by sex, or give their unit: where one holds several texts,
  /// the figures must not be mixed.
  var dividing: [Int] {
    let before = kind == .sdmx ? header.index("obs_value") ?? 0 : 0
    let keys = Set(countryColumns + [yearColumn, seriesColumn].compactMap { $0 })
    return header.names.indices.filter { index in
      let name = header.folded[index]
      if keys.contains(index) || name.hasSuffix("_label") || name.hasSuffix("_name") { return false }
      // In SDMX-CSV the dimensions stand before the value, the attributes behind it.
      if index < before, !ColumnNames.structure.contains(name) { return true }
      return ColumnNames.breakdowns.contains(name) || ColumnNames.units.contains(name)
        || name.hasPrefix("comp_breakdown")
    }
  }

  /// The column that says of an SDMX observation whether there is one; nil where there is none.
  var statusColumn: Int? { kind == .sdmx ? header.index("obs_status") : nil }

  var width: Int { header.names.count }

  /// Whether a row has the header's fields, give or take empty ones at the end: in a row with more
  /// or fewer, figures may stand in the wrong columns.
  func fits(_ row: CSVRow) -> Bool {
    if row.count == width { return true }
    return row.count >= header.namedWidth && (min(width, row.count)..<row.count).allSatisfy(row.isEmpty)
  }
}

extension TableForm {
  /// The form that a header announces; nil when it announces none.
  init?(_ header: TableHeader) {
    if let known = Self.published(header) ?? Self.general(header) { self = known } else { return nil }
  }

  /// The forms of publishers whose headers are their own.
  private static func published(_ header: TableHeader) -> TableForm? {
    if header.has("ref_area", "time_period", "obs_value"), header.has("structure") || header.has("dataflow") {
      return long(
        .sdmx, header, ["ref_area"], "time_period", series: ["indicator", "series"], value: "obs_value")
    }
    if header.has("country_name", "country_code"), !header.yearColumns.isEmpty {
      return TableForm(
        kind: .worldBank, header: header,
        countryColumns: ["country_code", "country_name"].compactMap(header.index),
        seriesColumn: header.first(of: ["indicator_code", "series_code"]))
    }
    if header.has("iso3", "year", "value"), header.first(of: ColumnNames.series) == nil {
      return long(.canonical, header, ["iso3"], "year", value: "value")
    }
    if header.has("entity", "year") { return long(.owid, header, ["code", "entity"], "year") }
    if header.has("code", "countryname", "year", "indicator", "estimate") {
      return long(.wgi, header, ["code", "countryname"], "year", series: ["indicator"], value: "estimate")
    }
    if header.has("iso3"), header.yearColumns.isEmpty, !header.stems.isEmpty {
      return TableForm(
        kind: .hdr, header: header, countryColumns: ["iso3", "country"].compactMap(header.index))
    }
    if header.names.count >= 3, ["geo", "country"].contains(header.names[0]),
      ["time", "year"].contains(header.names[1]), header.first(of: ColumnNames.series) == nil
    {
      return long(.ddf, header, [header.folded[0]], header.folded[1])
    }
    return nil
  }

  /// Any table that names countries and years.
  private static func general(_ header: TableHeader) -> TableForm? {
    guard let country = country(header) else { return nil }
    let names = ColumnNames.countryNames.compactMap(header.index).filter { $0 != country.index }
    let countries = [country.index] + names.prefix(2)
    if let year = ColumnNames.years.first(where: { header.has($0) }) {
      var form = long(
        .countryYear, header, [], year, series: ColumnNames.series, values: ColumnNames.mainValues)
      form.countryColumns = countries
      form.keyPrefix = country.prefix
      form.valueColumns.removeAll { countries.contains($0) }
      return form
    }
    guard header.yearColumns.count > 1 else { return nil }
    return TableForm(
      kind: .countryWide, header: header, countryColumns: countries, keyPrefix: country.prefix,
      seriesColumn: header.first(of: ColumnNames.series))
  }

  private static func long(
    _ kind: Layout.Kind, _ header: TableHeader, _ countries: [String], _ year: String, series: [String] = [],
    value: String? = nil, values: [String] = []
  ) -> TableForm {
    let main = value.flatMap(header.index) ?? header.first(of: values)
    // Rows name their series only where one column holds the values of all.
    let named = main == nil ? nil : header.first(of: series)
    let keys = Set(countries + [year] + ColumnNames.keys)
    return TableForm(
      kind: kind, header: header, countryColumns: countries.compactMap(header.index),
      yearColumn: header.index(year), seriesColumn: named, mainValue: main,
      valueColumns: header.names.indices.filter { index in
        !keys.contains(header.folded[index]) && !ColumnNames.labels.contains(header.folded[index])
          && !header.names[index].isEmpty && index != named
      })
  }

  /// The column that names the country, and what its keys begin with in the country table.
  private static func country(_ header: TableHeader) -> (index: Int, prefix: String)? {
    if let index = header.first(of: ColumnNames.gleditschWard) { return (index, "gw:") }
    if let index = header.first(of: ColumnNames.countryCodes + ColumnNames.countryNames) {
      return (index, "")
    }
    // Other codes only where nothing surer stands.
    for (prefix, columns) in ColumnNames.otherCodes {
      if let index = header.first(of: columns) { return (index, prefix) }
    }
    return nil
  }
}

extension TableHeader {
  /// What a row names of the two things that a header needs, and which it lacks; nil where it names
  /// neither.
  var half: (line: Int, named: String, lacks: String)? {
    let countries = ColumnNames.gleditschWard + ColumnNames.countryCodes + ColumnNames.countryNames
    if let index = first(of: countries) {
      return (line, names[index], "years, such as year, or one column a year")
    }
    if let index = first(of: ColumnNames.years) ?? yearColumns.first?.index {
      return (line, names[index], "countries, such as iso3 or country")
    }
    return nil
  }
}
