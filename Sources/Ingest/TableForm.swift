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

  /// How many fields a row has.
  var width: Int { header.names.count }

  /// Whether a row has the header's fields, give or take empty ones at the end: in a row with more
  /// or fewer, figures may stand in the wrong columns.
  func fits(_ row: CSVRow) -> Bool {
    if row.count == width { return true }
    return row.count >= header.namedWidth
      && (min(width, row.count)..<row.count).allSatisfy(row.isEmpty)
  }
}

extension TableForm {
  /// The form that a header announces; nil when it announces none.
  init?(_ header: TableHeader) {
    if let known = Self.published(header) ?? Self.general(header) {
      self = known
    } else {
      return nil
    }
  }

  /// The forms of publishers whose headers are their own.
  private static func published(_ header: TableHeader) -> TableForm? {
    if header.has("ref_area", "time_period", "obs_value"),
      header.has("structure") || header.has("dataflow")
    {
      return long(
        .sdmx, header, ["ref_area"], "time_period", series: ["indicator", "series"],
        value: "obs_value")
    }
    if header.has("country_name", "country_code"), !header.yearColumns.isEmpty {
      return TableForm(
        kind: .worldBank, header: header,
        countryColumns: ["country_code", "country_name"].compactMap(header.index),
        seriesColumn: header.first(of: ["indicator_code", "series_code"]))
    }
    if header.has("iso3", "year", "value"), header.first(of: seriesColumns) == nil {
      return long(.canonical, header, ["iso3"], "year", value: "value")
    }
    if header.has("entity", "year") {
      return long(.owid, header, ["code", "entity"], "year")
    }
    if header.has("code", "countryname", "year", "indicator", "estimate") {
      return long(
        .wgi, header, ["code", "countryname"], "year", series: ["indicator"], value: "estimate")
    }
    if header.has("iso3"), header.yearColumns.isEmpty, !header.stems.isEmpty {
      return TableForm(
        kind: .hdr, header: header, countryColumns: ["iso3", "country"].compactMap(header.index))
    }
    if header.names.count >= 3, ["geo", "country"].contains(header.names[0]),
      ["time", "year"].contains(header.names[1]), header.first(of: seriesColumns) == nil
    {
      return long(.ddf, header, [header.folded[0]], header.folded[1])
    }
    return nil
  }

  /// Any table that names countries and years.
  private static func general(_ header: TableHeader) -> TableForm? {
    guard let country = country(header) else { return nil }
    let names = nameColumns.compactMap(header.index).filter { $0 != country.index }
    let countries = [country.index] + names.prefix(2)
    if let year = yearColumns.first(where: { header.has($0) }) {
      var form = long(
        .countryYear, header, [], year, series: seriesColumns, values: mainValueColumns)
      form.countryColumns = countries
      form.keyPrefix = country.prefix
      form.valueColumns.removeAll { countries.contains($0) }
      return form
    }
    guard header.yearColumns.count > 1 else { return nil }
    return TableForm(
      kind: .countryWide, header: header, countryColumns: countries, keyPrefix: country.prefix,
      seriesColumn: header.first(of: seriesColumns))
  }

  private static func long(
    _ kind: Layout.Kind, _ header: TableHeader, _ countries: [String], _ year: String,
    series: [String] = [], value: String? = nil, values: [String] = []
  ) -> TableForm {
    let main = value.flatMap(header.index) ?? header.first(of: values)
    // Rows name their series only where one column holds the values of all.
    let named = main == nil ? nil : header.first(of: series)
    let keys = Set(countries + [year] + keyColumns)
    return TableForm(
      kind: kind, header: header, countryColumns: countries.compactMap(header.index),
      yearColumn: header.index(year), seriesColumn: named, mainValue: main,
      valueColumns: header.names.indices.filter { index in
        !keys.contains(header.folded[index]) && !labels.contains(header.folded[index])
          && !header.names[index].isEmpty && index != named
      })
  }

  /// The column that names the country, and what its keys begin with in the country table.
  private static func country(_ header: TableHeader) -> (index: Int, prefix: String)? {
    if let index = header.first(of: gleditschWardColumns) { return (index, "gw:") }
    if let index = header.first(of: codeColumns + nameColumns) { return (index, "") }
    // Other codes only where nothing surer stands.
    for (prefix, columns) in otherCodeColumns {
      if let index = header.first(of: columns) { return (index, prefix) }
    }
    return nil
  }

  /// Columns that accompany figures without being figures.
  private static let labels = [
    "world_region_according_to_owid", "continent", "note", "notes", "flag", "flags", "unit",
    "footnote", "footnotes", "source", "indicator_name",
  ]
  /// Columns of Gleditsch–Ward numbers.
  private static let gleditschWardColumns = ["country_id_cy", "gwno", "gwcode", "gw_id"]
  /// Columns of codes that are not ISO's, and what they are called in the country table.
  private static let otherCodeColumns: [(prefix: String, columns: [String])] = [
    ("cow:", ["cow", "cowcode", "cow_code", "ccode", "cow_code_n", "stateabb", "cow_code_a"]),
    ("fips:", ["fips", "fips104", "fips_10_4", "fips_code"]), ("ioc:", ["ioc", "fifa"]),
  ]
  /// Columns of codes of countries, the surest first.
  private static let codeColumns = [
    "iso3", "iso3c", "iso_a3", "iso_alpha3", "alpha3", "iso_code", "iso", "country_code",
    "countrycode", "country_iso3", "ref_area", "spatialdimvaluecode", "spatialdim", "geo", "iso2",
    "iso2c", "m49", "m49_code", "area_code_(m49)", "geoareacode",
  ]
  /// Columns of names, which help where a code is unknown.
  private static let nameColumns = [
    "country_cy", "country_name", "countryname", "country", "entity", "location", "area",
    "country_or_area", "reference_area", "geoareaname", "economy", "nation", "pays", "país",
  ]
  private static let yearColumns = [
    "year", "year_cy", "time", "time_period", "timedim", "timeperiod", "period", "date", "année",
    "annee", "año", "jahr",
  ]
  /// Columns that say which series a row belongs to.
  static let seriesColumns = [
    "indicator_code", "indicatorcode", "indicator_id", "series_code", "seriescode", "indicator",
    "series", "variable", "item",
  ]
  /// Columns of values in tables that have a column of series.
  private static let mainValueColumns = ["value", "obs_value", "numericvalue", "numeric_value"]
  private static let keyColumns =
    gleditschWardColumns + codeColumns + nameColumns + yearColumns
    + otherCodeColumns.flatMap(\.columns)
}
