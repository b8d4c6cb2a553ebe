import HumanSecurity
import Tabular

/// Every country, and every name and code under which figures may speak of it.
public struct CountryTable: Sendable {
  /// The countries, by code.
  public let countries: [Country]
  private let byCode: [Int16]
  private let byName: [String: Key]

  /// What a name or code in a file of figures stands for.
  public enum Key: Sendable, Equatable {
    /// The country at this place in `countries`.
    case country(Int)
    /// Something else that publishers put where a country stands: `aggregate` (World), `ended` (a
    /// state that is no more) or `part` (of a country).
    case area(kind: String)
  }

  /// A table of countries and of other areas.
  public init(_ countries: [Country], areas: [(name: String, kind: String)] = []) {
    self.countries = countries.sorted { $0.code < $1.code }
    var byCode = [Int16](repeating: -1, count: 1 << 15)
    var byName: [String: Key] = [:]
    func know(_ name: String, as key: Key) {
      let folded = NameFolding.fold(name)
      if !folded.isEmpty { byName[folded] = key }
    }
    for area in areas { know(area.name, as: .area(kind: area.kind)) }
    for (index, country) in self.countries.enumerated() {
      byCode[Int(country.code.packed)] = Int16(clamping: index)
      for name in Self.names(of: country) { know(name, as: .country(index)) }
    }
    self.byCode = byCode
    self.byName = byName
  }

  /// The country with a code.
  public func index(of code: CountryCode) -> Int? {
    let index = Int(byCode[Int(code.packed)])
    return index < 0 ? nil : index
  }

  /// What a cell stands for, by code first, then by name; nil when nobody knows it.
  func key(_ bytes: UnsafeBufferPointer<UInt8>) -> Key? {
    if let code = CountryCode(bytes: bytes), let index = index(of: code) { return .country(index) }
    return key(String(decoding: bytes, as: UTF8.self))
  }

  /// What a name or code stands for; nil when nobody knows it.
  public func key(_ name: String) -> Key? {
    if let code = CountryCode(name), let index = index(of: code) { return .country(index) }
    let folded = NameFolding.fold(name)
    // Without its point, 84.0 would be 840, another country's number.
    let isNumber = folded.utf8.allSatisfy { $0 >= 48 && $0 <= 57 }
    return isNumber && folded != name ? nil : byName[folded]
  }

  /// What could have been meant by an unknown name, in words.
  public func remedy(for name: String) -> String {
    let candidates = countries.flatMap { [$0.code.description, $0.name] + $0.aliases }
    let near = NearestName.suggestions(for: name, among: candidates)
    let hint =
      near.isEmpty ? "" : "did you mean \(near.map { "\"\($0)\"" }.joined(separator: " or "))? "
    return hint + "a new spelling goes into the aliases of countries.csv, "
      + "an area that is no country into areas.csv"
  }

  private static func names(of country: Country) -> [String] {
    [country.code.description, country.alpha2, country.m49, country.name] + country.aliases
  }
}

extension CountryTable {
  /// The columns of countries.csv.
  static let columns = [
    "iso3", "iso2", "m49", "name", "un_member", "region", "subregion", "income_group", "aliases",
  ]

  /// Reads countries.csv and, where there is one, areas.csv.
  public static func read(
    _ text: SourceText, areas areaText: SourceText? = nil, into findings: inout Findings
  ) -> CountryTable {
    var countries: [Country] = []
    var lineByCode: [CountryCode: Int] = [:]
    var names = NameRegister()
    RecordReader.read(text, columns: columns, required: ["iso3", "name"], into: &findings) {
      record, findings in
      guard let code = CountryCode(record["iso3"]) else {
        findings.append(
          record.finding(
            .error, "bad-country-code", "\"\(record["iso3"])\" is not an ISO 3166-1 alpha-3 code",
            at: "iso3", remedy: "write three letters, such as NOR"))
        return
      }
      if let first = lineByCode[code] {
        findings.append(
          record.finding(
            .error, "duplicate-country", "\(code) stands on line \(first) already", at: "iso3",
            remedy: "keep one of the two rows"))
        return
      }
      lineByCode[code] = record.line
      if record["name"].trimmingSpaces.isEmpty {
        findings.append(
          record.finding(
            .error, "no-name", "\(code) has no name", at: "name", remedy: "write its name"))
      }
      let country = Country(code, record, into: &findings)
      countries.append(country)
      names.claim(Self.names(of: country), for: code, record, into: &findings)
    }
    var areas: [(name: String, kind: String)] = []
    if let areaText {
      RecordReader.read(
        areaText, columns: ["name", "kind", "note"], required: ["name", "kind"], into: &findings
      ) { record, _ in areas.append((record["name"], record["kind"])) }
    }
    return CountryTable(countries, areas: areas)
  }
}

extension Country {
  fileprivate init(_ code: CountryCode, _ record: Record, into findings: inout Findings) {
    let member = record["un_member"].lowercased()
    if !["true", "false", ""].contains(member) {
      findings.append(
        record.finding(
          .error, "bad-truth-value", "\"\(record["un_member"])\" is neither true nor false",
          at: "un_member", remedy: "write true or false"))
    }
    self.init(
      code: code, alpha2: record["iso2"], m49: record["m49"], name: record["name"],
      isUNMember: member == "true", region: record["region"], subregion: record["subregion"],
      incomeGroup: record["income_group"],
      aliases: record["aliases"].split(separator: ";").map { $0.trimmingSpaces })
  }
}

/// Which country a folded name belongs to, so that none belongs to two.
private struct NameRegister {
  private var owners: [String: (code: CountryCode, line: Int)] = [:]

  mutating func claim(
    _ names: [String], for code: CountryCode, _ record: Record, into findings: inout Findings
  ) {
    for name in names where !name.isEmpty {
      let folded = NameFolding.fold(name)
      if let owner = owners[folded], owner.code != code {
        findings.append(
          record.finding(
            .error, "ambiguous-name",
            "\"\(name)\" is a name of \(owner.code) (line \(owner.line)) as well as of \(code)",
            at: "aliases", remedy: "take it out of one of the two rows"))
      } else {
        owners[folded] = (code, record.line)
      }
    }
  }
}
