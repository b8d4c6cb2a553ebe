import Diagnostics
import IndexModel
import Tabular

@testable import Ingest

/// Tables of countries, countries elsewhere and areas, and names looked up in them: three tables and
/// some names, with a line of `%` between.
enum CountriesTarget {
  @Sendable static func run(_ bytes: [UInt8]) {
    let parts = split(bytes)
    func text(_ place: Int, _ name: String) -> SourceText? {
      parts.indices.contains(place) ? SourceText(name: name, bytes: parts[place]) : nil
    }
    var findings = Findings()
    let table = CountryTable.read(
      text(0, "countries.csv") ?? SourceText(name: "countries.csv", ""), elsewhere: text(1, "elsewhere.csv"),
      areas: text(2, "areas.csv"), into: &findings)
    _ = words(findings)
    for country in table.countries {
      expect(
        table.key(country.code.description) == table.index(of: country.code).map { .country($0) },
        "a country is known by its code")
    }
    for name in (parts.last ?? []).split(separator: 10).prefix(40) { look(Array(name), in: table) }
    for name in (parts.last ?? []).split(separator: 10).prefix(10) { look(Array(name), in: World.countries) }
  }

  private static func look(_ name: [UInt8], in table: CountryTable) {
    let columns = ["", "gw:", "fips:"].map { CountryColumn(index: 0, prefix: $0) }
    let lookup = CountryLookup(table, columns)
    let key = name.withUnsafeBufferPointer { lookup.key($0, 0) }
    expect(name.withUnsafeBufferPointer { lookup.key($0, 0) } == key, "twice the same")
    for rank in 1...2 { _ = name.withUnsafeBufferPointer { lookup.key($0, rank) } }
    switch key {
    case .country(let index): expect(table.countries.indices.contains(index.value), "a country")
    case .area(let index): expect(table.areas.indices.contains(index), "an area")
    case nil:
      let text = name.withUnsafeBufferPointer { TextEncoding.string($0) }
      _ = table.remedy(for: text)
    }
  }

  private static func split(_ bytes: [UInt8]) -> [[UInt8]] {
    var parts: [[UInt8]] = [[]]
    for line in bytes.split(separator: 10, omittingEmptySubsequences: false) {
      if line == [UInt8(ascii: "%")], parts.count < 4 {
        parts.append([])
      } else {
        parts[parts.count - 1] += line + [10]
      }
    }
    return parts
  }
}
