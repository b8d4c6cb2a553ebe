import Tabular

/// Tells the layout of a table from its header and picks the column that is wanted.
struct LayoutRecogniser {
  let header: TableHeader
  let text: SourceText
  /// The value column, stem or series that is wanted; nil for the only one.
  let wanted: String?
  /// Equality filters: column name and text.
  var conditions: [(column: String, text: String)] = []

  /// Whether the row can be the header of a table of figures.
  static func looksLikeHeader(_ header: TableHeader) -> Bool {
    kind(of: header) != nil
  }

  /// The layout that a header announces.
  static func kind(of header: TableHeader) -> Layout.Kind? {
    if header.has("structure", "ref_area", "time_period", "obs_value")
      || header.has("dataflow", "ref_area", "time_period", "obs_value")
    {
      return .sdmx
    }
    if header.has("country name", "country code"), !header.yearColumns.isEmpty { return .worldBank }
    if header.has("iso3", "year", "value") { return .canonical }
    if header.has("entity", "year") { return .owid }
    if header.has("code", "countryname", "year", "indicator", "estimate") { return .wgi }
    if header.has("iso3"), !header.stems.isEmpty { return .hdr }
    if header.names.count >= 3, ["geo", "country"].contains(header.names[0]),
      ["time", "year"].contains(header.names[1])
    {
      return .ddf
    }
    if countryColumn(header) != nil, yearColumn(header) != nil { return .countryYear }
    return nil
  }

  /// The layout, or nil with a finding that says what is missing or ambiguous.
  func layout(into findings: inout Findings) -> Layout? {
    guard let kind = Self.kind(of: header), var layout = layout(kind, into: &findings) else {
      return nil
    }
    for condition in conditions {
      guard let index = header.index(condition.column.lowercased()) else {
        findings.append(
          unknownColumn(condition.column, among: header.names, "no column is called"))
        return nil
      }
      layout.filters.append(Layout.Filter(index: index, text: condition.text))
    }
    return layout
  }

  private func layout(_ kind: Layout.Kind, into findings: inout Findings) -> Layout? {
    switch kind {
    case .canonical:
      return named(wanted ?? "value", except: ["iso3", "year"], into: &findings).flatMap {
        long(kind, ["iso3"], "year", value: $0)
      }
    case .wgi: return series(into: &findings)
    case .sdmx:
      let keys = ["ref_area", "time_period"]
      return named(wanted ?? "obs_value", except: keys, into: &findings).flatMap {
        long(kind, [keys[0]], keys[1], value: $0)
      }
    case .worldBank: return worldBank()
    case .hdr: return stem(into: &findings)
    case .owid:
      let keys = ["code", "entity"].filter(header.lowered.contains)
      return valueColumn(except: keys + ["year"], into: &findings).flatMap {
        long(kind, keys, "year", value: $0)
      }
    case .ddf:
      return valueColumn(except: Array(header.lowered.prefix(2)), into: &findings).flatMap {
        long(kind, [header.lowered[0]], header.lowered[1], value: $0)
      }
    case .countryYear: return countryYear(into: &findings)
    }
  }

  private func long(
    _ kind: Layout.Kind, _ countries: [String], _ year: String, value: Int?, prefix: String = ""
  ) -> Layout? {
    guard let year = header.index(year), let value else { return nil }
    return Layout(
      kind: kind, countryColumns: countries.compactMap(header.index), keyPrefix: prefix,
      shape: .long(year: year, value: value), width: header.names.count,
      namedWidth: header.namedWidth)
  }

  private func worldBank() -> Layout? {
    guard let code = header.index("country code"), let name = header.index("country name") else {
      return nil
    }
    var layout = Layout(
      kind: .worldBank, countryColumns: [code, name], keyPrefix: "",
      shape: .wide(header.yearColumns), width: header.names.count,
      namedWidth: header.namedWidth)
    if let wanted, let series = header.index("indicator code") {
      layout.filters = [Layout.Filter(index: series, text: wanted)]
    }
    return layout
  }

  private func series(into findings: inout Findings) -> Layout? {
    guard let wanted, let indicator = header.index("indicator") else {
      findings.append(
        ambiguous("the table holds several series", "say which, such as #cc or --column cc"))
      return nil
    }
    var layout = long(.wgi, ["code", "countryname"], "year", value: header.index("estimate"))
    layout?.filters = [Layout.Filter(index: indicator, text: wanted)]
    return layout
  }

  private func stem(into findings: inout Findings) -> Layout? {
    let stems = header.stems
    let known = stems.map(\.stem)
    guard let chosen = wanted ?? (known.count == 1 ? known.first : nil) else {
      findings.append(
        ambiguous("the table holds \(known.count) series", "say which: \(sample(known))"))
      return nil
    }
    guard let columns = stems.first(where: { $0.stem == chosen })?.columns,
      let code = header.index("iso3")
    else {
      findings.append(unknownColumn(chosen, among: known, "no series is called"))
      return nil
    }
    let name = header.index("country")
    return Layout(
      kind: .hdr, countryColumns: [code] + (name.map { [$0] } ?? []), keyPrefix: "",
      shape: .wide(columns), width: header.names.count,
      namedWidth: header.namedWidth)
  }

  private func countryYear(into findings: inout Findings) -> Layout? {
    guard let country = Self.countryColumn(header), let year = Self.yearColumn(header) else {
      return nil
    }
    let name = Self.nameColumns.compactMap(header.index).first { $0 != country.index }
    let keys = Self.numberColumns + Self.countryColumns + Self.nameColumns + Self.yearColumns
    guard let value = valueColumn(except: keys, into: &findings) else { return nil }
    return Layout(
      kind: .countryYear, countryColumns: [country.index] + (name.map { [$0] } ?? []),
      keyPrefix: country.prefix, shape: .long(year: year, value: value),
      width: header.names.count,
      namedWidth: header.namedWidth)
  }

  /// The column that was asked for, or the only one that can hold values.
  private func valueColumn(except keys: [String], into findings: inout Findings) -> Int? {
    if let wanted { return named(wanted, except: keys, into: &findings) }
    let candidates = candidates(except: keys)
    if candidates.count == 1 { return candidates[0] }
    let names = candidates.map { header.names[$0] }
    findings.append(
      names.isEmpty
        ? ambiguous("the table has no column of values", "add one")
        : ambiguous("the table has \(names.count) columns of values", "say which: \(sample(names))")
    )
    return nil
  }

  private func candidates(except keys: [String]) -> [Int] {
    header.names.indices.filter { index in
      !keys.contains(header.lowered[index]) && !Self.labels.contains(header.lowered[index])
        && !header.names[index].isEmpty
    }
  }

  /// The one column of a name, as it is written or else in any case.
  private func named(_ name: String, except keys: [String], into findings: inout Findings) -> Int? {
    var found = header.names.indices.filter { header.names[$0] == name }
    if found.isEmpty {
      found = header.names.indices.filter { header.lowered[$0] == name.lowercased() }
    }
    if found.count == 1 { return found[0] }
    if found.isEmpty {
      let known = candidates(except: keys).map { header.names[$0] }
      findings.append(unknownColumn(name, among: known, "no column is called"))
    } else {
      findings.append(
        Diagnostic(
          .error, "duplicate-column", "\(found.count) columns are called \"\(name)\"", in: text,
          line: header.line, column: 1, remedy: "keep one of them, or give them different names"))
    }
    return nil
  }

  /// Columns that accompany figures without being figures.
  private static let labels = ["world region according to owid", "continent", "note"]

  /// Columns of Gleditsch–Ward numbers.
  private static let numberColumns = ["country_id_cy", "gwno", "gwcode", "gw_id"]
  /// Columns of codes or names of countries, the surest first.
  private static let countryColumns = [
    "iso3", "iso3c", "iso_a3", "iso_code", "country_code", "countrycode", "ref_area", "geo",
    "country", "country_name", "countryname", "entity", "location", "iso2", "m49",
  ]
  /// Columns of names, which help where a code is unknown.
  private static let nameColumns = ["country_cy", "country_name", "countryname", "country"]
  private static let yearColumns = ["year", "year_cy", "time", "time_period", "date"]

  private static func countryColumn(_ header: TableHeader) -> (index: Int, prefix: String)? {
    if let index = numberColumns.compactMap(header.index).first { return (index, "gw:") }
    return countryColumns.compactMap(header.index).first.map { ($0, "") }
  }

  private static func yearColumn(_ header: TableHeader) -> Int? {
    yearColumns.compactMap(header.index).first
  }

  private func unknownColumn(_ name: String, among known: [String], _ what: String) -> Diagnostic {
    Diagnostic(
      .error, "unknown-column", "\(what) \"\(name)\"", in: text, line: header.line, column: 1,
      remedy: NearestName.remedy(for: name, among: known))
  }

  private func ambiguous(_ message: String, _ remedy: String) -> Diagnostic {
    Diagnostic(
      .error, "column-wanted", message, in: text, line: header.line, column: 1, remedy: remedy)
  }

  private func sample(_ names: [String]) -> String {
    names.prefix(12).joined(separator: ", ") + (names.count > 12 ? ", …" : "")
  }
}
