import Diagnostics
import IndexModel
import Tabular

extension CountryTable {
  /// Reads countries.csv and, where there are such, elsewhere.csv and areas.csv.
  /// - Parameter elsewhere: countries that are known and not of the folder, in the columns of
  ///   countries.csv: rows about them are left out. One that is in countries.csv as well lends its
  ///   names and codes to it.
  package static func read(
    _ text: SourceText, elsewhere: SourceText? = nil, areas: SourceText? = nil, into findings: inout Findings
  ) -> CountryTable {
    var reader = CountryTableReader()
    reader.readCountries(text, elsewhere: false, into: &findings)
    if let elsewhere { reader.readCountries(elsewhere, elsewhere: true, into: &findings) }
    if let areas { reader.readAreas(areas, into: &findings) }
    return CountryTable(reader.builder)
  }
}

/// Reads the tables of countries and areas and tells what is wrong with them.
private struct CountryTableReader {
  private(set) var builder = CountryTableBuilder()
  /// Where each owner's row stands.
  private var places: [Diagnostic.Place] = []

  private static let columns = [
    "iso3", "iso2", "m49", "name", "un_member", "region", "subregion", "income_group", "aliases",
    "un_observer",
  ]

  mutating func readCountries(_ text: SourceText, elsewhere: Bool, into findings: inout Findings) {
    var lineByCode: [CountryCode: Int] = [:]
    RecordReader.read(text, columns: Self.columns, required: ["iso3", "name"], into: &findings) {
      record, findings in
      guard let code = CountryCode(record["iso3"]) else {
        findings.append(
          record, .framework.badCountryCode, "\"\(record["iso3"])\" is not an ISO 3166-1 alpha-3 code",
          at: "iso3", remedy: "write three letters, such as NOR")
        return
      }
      if let first = lineByCode[code] {
        findings.append(
          record, .countries.duplicateCountry, "\(code) stands on line \(first) already", at: "iso3")
        return
      }
      lineByCode[code] = record.line
      if record["name"].trimmingSpaces.isEmpty {
        findings.append(record, .countries.noName, "\(code) has no name", at: "name")
      }
      let country = Country(code, record, into: &findings)
      let clashes = elsewhere ? builder.add(elsewhere: country) : builder.add(country)
      notePlace(text, record)
      report(clashes, of: code.description, record, into: &findings)
    }
  }

  mutating func readAreas(_ text: SourceText, into findings: inout Findings) {
    RecordReader.read(
      text, columns: ["name", "kind", "note", "aliases", "successors"], required: ["name", "kind"],
      into: &findings
    ) { record, findings in
      let kinds = Area.Kind.listed
      guard let kind = kinds.first(where: { $0.rawValue == record["kind"] }) else {
        findings.append(
          record, .countries.unknownKind, "\"\(record["kind"])\" is no kind of area", at: "kind",
          remedy: NearestName.remedy(for: record["kind"], among: kinds.map(\.rawValue)))
        return
      }
      var area = Area(name: record["name"], kind: kind, note: record["note"], aliases: record.list("aliases"))
      area.successors = record.list("successors").compactMap { code in
        if let code = CountryCode(code) { return code }
        findings.append(
          record, .countries.unknownCountry, "\"\(code)\" is no code of a country", at: "successors",
          remedy: "write codes of three letters, with ; between them")
        return nil
      }
      let clashes = builder.add(area)
      notePlace(text, record)
      report(clashes, of: "the \(kind) \"\(area.name)\"", record, into: &findings)
    }
  }

  /// A row that lends its names to an owner that is there already has none of its own.
  private mutating func notePlace(_ text: SourceText, _ record: Record) {
    while places.count < builder.owners.count {
      places.append(Diagnostic.Place(file: text.name, line: record.line))
    }
  }

  private func report(
    _ clashes: [CountryTableBuilder.Clash], of owner: String, _ record: Record, into findings: inout Findings
  ) {
    for clash in clashes {
      findings.append(
        record, .countries.ambiguousName,
        "\"\(clash.name)\" is a name of \(describe(clash.other)) as well as of \(owner)",
        at: clash.name == record["name"] ? "name" : "aliases")
    }
  }

  private func describe(_ owner: Int) -> String {
    let place = places[owner]
    let name =
      switch builder.owners[owner] {
      case .country(let index): builder.countries[index].code.description
      case .area(let index): "\"\(builder.areas[index].name)\""
      }
    return "\(name) (\(place.file):\(place.line))"
  }
}

extension Country {
  fileprivate init(_ code: CountryCode, _ record: Record, into findings: inout Findings) {
    func isTrue(_ column: String) -> Bool {
      let text = record[column].lowercased()
      if record.has(column), !["true", "false"].contains(text) {
        findings.append(
          record, .countries.badTruthValue, "\"\(record[column])\" is neither true nor false", at: column)
      }
      return text == "true"
    }
    self.init(
      code: code, alpha2: record["iso2"], m49: record["m49"], name: record["name"],
      isUNMember: isTrue("un_member"), isUNObserver: isTrue("un_observer"), region: record["region"],
      subregion: record["subregion"], incomeGroup: record["income_group"], aliases: record.list("aliases"))
  }
}

extension Record {
  /// The texts of a field that holds several, with `;` between them.
  fileprivate func list(_ column: String) -> [String] {
    self[column].utf8.split(separator: UInt8(ascii: ";")).map { part in
      var part = part
      while part.first == 32 { part = part.dropFirst() }
      while part.last == 32 { part = part.dropLast() }
      return String(Substring(part))
    }
  }
}
