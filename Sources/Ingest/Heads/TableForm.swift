import IndexModel
import Tabular

/// What the top of a table says before anybody asks for a series: which layout it is, and which
/// columns name country, year and series.
struct TableForm: Sendable {
  private(set) var kind: Layout.Kind
  let header: TableHeader
  /// The columns that may name the country, the surest first.
  private(set) var countryColumns: [CountryColumn]
  /// The column of years; nil where each year has a column of its own.
  var yearColumn: Int?
  /// The year of all figures, where the table does not say it.
  var year: Year?
  /// The column that says which series a row belongs to; nil where there is none.
  var seriesColumn: Int?
  /// The column that holds the values unless another is asked for.
  var mainValue: Int?
  /// Columns that may hold values, where each series has one.
  var valueColumns: [Int] = []
  /// Columns that divide figures, such as by sex, or give their unit: where one holds several texts,
  /// the figures must not be mixed.
  private(set) var dividing: [Int] = []
  /// The countries that have a column each; empty where rows name countries.
  private(set) var across: [Layout.PlaceColumn] = []

  /// Columns of one series and year each, by series; without those that hold words, such as flags.
  private(set) var stems: [(stem: String, columns: [Layout.YearColumn])] = []

  var hasStems: Bool { kind == .hdr || kind == .stems }

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
  init?(_ header: TableHeader, _ choice: TableChoice) {
    if choice.isOfUnits {
      if let form = Self.ofUnits(header, choice) { self = form } else { return nil }
      return
    }
    let chosen = choice.isEmpty ? Self.published(header) : nil
    if let known = chosen ?? Self.general(header, choice) { self = known } else { return nil }
  }

  /// The forms of publishers whose headers are their own.
  private static func published(_ header: TableHeader) -> TableForm? {
    if header.has("ref_area", "time_period", "obs_value"), header.has("structure") || header.has("dataflow") {
      return long(
        .sdmx, header, ["ref_area"], "time_period", series: ["indicator", "series"], value: "obs_value")
    }
    if header.has("country_name", "country_code"), !header.yearColumns.isEmpty {
      return TableForm(
        kind: .worldBank, header: header, countryColumns: header.columns(["country_code", "country_name"]),
        seriesColumn: header.first(of: ["indicator_code", "series_code"]))
    }
    if header.has("iso3", "year", "value"), header.first(of: ColumnNames.series) == nil {
      return long(.canonical, header, ["iso3"], "year", value: "value")
    }
    if header.has("entity", "year") { return long(.owid, header, ["code", "entity"], "year") }
    if header.has("code", "countryname", "year", "indicator", "estimate") {
      return long(.wgi, header, ["code", "countryname"], "year", series: ["indicator"], value: "estimate")
    }
    if header.has("iso3"), header.yearColumns.isEmpty, !header.stems.isEmpty,
      header.first(of: ColumnNames.years) == nil
    {
      return TableForm(kind: .hdr, header: header, countryColumns: header.columns(["iso3", "country"]))
    }
    if header.names.count >= 3, ["geo", "country"].contains(header.names[0]),
      ["time", "year"].contains(header.names[1]), header.first(of: ColumnNames.series) == nil
    {
      return long(.ddf, header, [header.folded[0]], header.folded[1])
    }
    return nil
  }

  /// A table that names units that are no countries: by a column that is called after ids or that somebody names.
  private static func ofUnits(_ header: TableHeader, _ choice: TableChoice) -> TableForm? {
    guard let id = choice.countryColumn(of: header) else { return nil }
    let name = header.folded[id.index]
    if choice.country == nil, choice.yearColumn == nil, choice.year == nil, header.has("year", "value"),
      header.first(of: ColumnNames.series) == nil, header.index(name) == id.index
    {
      return long(.canonical, header, [name], "year", value: "value")
    }
    return form(
      header, [id], year: choice.yearColumn(of: header) ?? header.first(of: ColumnNames.years), choice)
  }

  /// Any table that names countries and years.
  private static func general(_ header: TableHeader, _ choice: TableChoice) -> TableForm? {
    let countries = choice.countryColumn(of: header).map { [$0] } ?? header.countryColumns
    if countries.isEmpty { return nil }
    return form(
      header, countries, year: choice.yearColumn(of: header) ?? header.first(of: ColumnNames.years), choice)
  }

  /// - Parameter year: the column of years; nil where years stand in the header, or nowhere.
  static func form(_ header: TableHeader, _ countries: [CountryColumn], year: Int?, _ choice: TableChoice)
    -> TableForm?
  {
    if year != nil || choice.year != nil {
      var form = long(
        .countryYear, header, [], nil, series: ColumnNames.series, values: ColumnNames.mainValues)
      (form.countryColumns, form.yearColumn, form.year) = (
        countries, choice.year == nil ? year : nil, choice.year
      )
      let keys = countries.map(\.index) + [year].compactMap { $0 }
      form.valueColumns.removeAll { keys.contains($0) }
      return form
    }
    let isWide = !header.yearColumns.isEmpty
    guard isWide || !header.stems.isEmpty else { return nil }
    return TableForm(
      kind: isWide ? .countryWide : .stems, header: header, countryColumns: countries,
      seriesColumn: header.first(of: ColumnNames.series))
  }

  private static func long(
    _ kind: Layout.Kind, _ header: TableHeader, _ countries: [String], _ year: String?, series: [String] = [],
    value: String? = nil, values: [String] = []
  ) -> TableForm {
    let main = value.flatMap(header.index) ?? header.first(of: values)
    // Rows name their series only where one column holds the values of all.
    let named = main == nil ? nil : header.first(of: series)
    let keys = Set(countries + [year].compactMap { $0 } + ColumnNames.keys)
    return TableForm(
      kind: kind, header: header, countryColumns: header.columns(countries),
      yearColumn: year.flatMap(header.index), seriesColumn: named, mainValue: main,
      valueColumns: header.names.indices.filter { index in
        !keys.contains(header.folded[index]) && !ColumnNames.labels.contains(header.folded[index])
          && !header.names[index].isEmpty && index != named
      })
  }

  /// A table whose rows are years and whose columns are countries.
  init(across places: [Layout.PlaceColumn], _ header: TableHeader, year: Int) {
    self.init(kind: .across, header: header, countryColumns: [], yearColumn: year)
    across = places
  }
}

// MARK: - What the rows say

extension TableForm {
  /// The form with what its first rows say: which columns name countries, and which divide figures.
  /// - Parameter isChosen: whether somebody named the column of countries.
  func completed(_ sample: TableSample, _ countries: CountryTable, isChosen: Bool, isOfUnits: Bool = false)
    -> TableForm
  {
    var form = self
    let keys = Set([yearColumn, seriesColumn, mainValue].compactMap { $0 } + header.yearColumns.map(\.index))
    if across.isEmpty, !isChosen, !isOfUnits, width > keys.count + 1 {
      form.countryColumns = CountryColumns(header, sample, countries).found(countryColumns, except: keys)
      if kind == .canonical, form.countryColumns.first != countryColumns.first {
        form.countryColumns.removeAll { $0.index == countryColumns[0].index }
        form.countryColumns.insert(countryColumns[0], at: 0)
      }
      let own = form.countryColumns.map(\.index)
      form.valueColumns.removeAll(where: own.contains)
    }
    if hasStems {
      let all = header.stems
      let numeric = all.filter { $0.columns.contains { sample.mayHoldNumbers($0.index) } }
      form.stems = numeric.isEmpty ? all : numeric
    }
    form.dividing = header.names.indices.filter { index in
      form.divides(index, sample, keys) && !(isOfUnits && ColumnNames.places.contains(header.folded[index]))
    }
    return form
  }

  private func divides(_ index: Int, _ sample: TableSample, _ keys: Set<Int>) -> Bool {
    if keys.contains(index) || countryColumns.contains(where: { $0.index == index }) { return false }
    let name = header.folded[index]
    // In SDMX-CSV the dimensions stand before the value, the attributes behind it.
    let before = kind == .sdmx ? header.index("obs_value") ?? 0 : 0
    if isLabel(name) { return false }
    if index < before, !ColumnNames.structure.contains(name) { return true }
    if Self.isNamedAfterDivision(name) { return true }
    if ColumnNames.labels.contains(name) { return false }
    return Division(sample.texts(index), rows: sample.rows.count) != nil
  }

  /// Whether a column that divides figures does so whatever it holds.
  func isDividingByName(_ index: Int) -> Bool {
    kind == .sdmx || Self.isNamedAfterDivision(header.folded[index])
  }

  private static func isNamedAfterDivision(_ name: String) -> Bool {
    ColumnNames.breakdowns.contains(name) || ColumnNames.units.contains(name)
      || name.hasPrefix("comp_breakdown")
  }

  /// Whether a column says the same as another one in other words.
  private func isLabel(_ name: String) -> Bool {
    ["_label", "_name"].contains { ending in
      name.hasSuffix(ending)
        && ["", "_id", "_code"].contains { header.has(name.dropLast(ending.count) + $0) }
    }
  }
}

extension TableHeader {
  func columns(_ names: [String]) -> [CountryColumn] {
    names.compactMap(index).map { CountryColumn(index: $0) }
  }

  /// What stands before the codes of a column in the country table, as far as its name tells.
  func prefix(ofCodes index: Int) -> String {
    if ColumnNames.gleditschWard.contains(folded[index]) { return "gw:" }
    return ColumnNames.otherCodes.first { $0.columns.contains(folded[index]) }?.prefix ?? ""
  }

  /// The columns that a header calls countries, the surest first: one of codes, two of names.
  var countryColumns: [CountryColumn] {
    let other = ColumnNames.otherCodes.lazy.compactMap { prefix, names in
      self.first(of: names).map { CountryColumn(index: $0, prefix: prefix) }
    }
    // Other codes only where nothing surer stands.
    guard
      let surest = first(of: ColumnNames.gleditschWard).map({ CountryColumn(index: $0, prefix: "gw:") })
        ?? first(of: ColumnNames.countryCodes + ColumnNames.countryNames).map({ CountryColumn(index: $0) })
        ?? other.first
    else { return [] }
    let names = columns(ColumnNames.countryNames).filter { $0.index != surest.index }
    return [surest] + names.prefix(2)
  }
}
