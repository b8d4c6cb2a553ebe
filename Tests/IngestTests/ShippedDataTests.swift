import Foundation
import HumanSecurity
import Ingest
import Tabular
import Testing

/// The tables in Data/ that everything else is read with.
@Suite("The tables that are shipped")
struct ShippedDataTests {
  private static func text(_ name: String) throws -> SourceText {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let file = root.appending(path: "Data").appending(path: name)
    return SourceText(name: name, bytes: Array(try Data(contentsOf: file)))
  }

  private static func countries() throws -> CountryTable {
    var findings = Findings()
    let table = CountryTable.read(
      try text("countries.csv"), areas: try text("areas.csv"), into: &findings)
    #expect(places(findings) == [])
    return table
  }

  @Test("Every code, name and alias of a country stands for that country and no other")
  func names() throws {
    let table = try Self.countries()
    #expect(table.countries.count { $0.isUNMember } == 193)
    for (index, country) in table.countries.enumerated() {
      let names = [country.code.description, country.alpha2, country.m49, country.name]
      for name in names + country.aliases where !name.isEmpty {
        #expect(table.key(name) == .country(index), "\(name)")
        #expect(table.key(name.uppercased()) == .country(index), "\(name)")
      }
    }
  }

  @Test("Every area that is no country is known as one, under a kind that the notes have words for")
  func areas() throws {
    let table = try Self.countries()
    var findings = Findings()
    let text = try Self.text("areas.csv")
    RecordReader.read(
      text, columns: ["name", "kind", "note"], required: ["name", "kind"], into: &findings
    ) { record, findings in
      if table.key(record["name"]) != .area(kind: record["kind"])
        || !["aggregate", "ended", "part"].contains(record["kind"])
      {
        findings.append(record.finding(.error, "area", record["name"], at: "name"))
      }
    }
    #expect(places(findings) == [])
  }

  @Test("Every row of a country says where it belongs")
  func groups() throws {
    for country in try Self.countries().countries where country.isUNMember {
      #expect(!country.region.isEmpty && !country.subregion.isEmpty, "\(country.code)")
      #expect(country.alpha2.utf8.count == 2 && country.m49.utf8.count == 3, "\(country.code)")
    }
  }

  @Test("Every member of the United Nations has an outline on the map")
  func outlines() throws {
    var findings = Findings()
    let outlines = OutlineReader.read(try Self.text("boundaries.csv"), into: &findings)
    #expect(places(findings) == [])
    let drawn = outlines.map(\.code)
    #expect(Set(drawn).count == drawn.count)
    let missing = try Self.countries().countries.filter {
      $0.isUNMember && !drawn.contains($0.code)
    }
    #expect(missing.map(\.code) == [])
  }

  @Test("The catalogue and the plan of imports are read without a finding")
  func catalogue() throws {
    var findings = Findings()
    let framework = CatalogueReader.read(try Self.text("indicators.csv"), into: &findings)
    let plan = ImportPlan.read(
      try Self.text("imports.toml"), framework: framework, into: &findings)
    #expect(places(findings) == [])
    #expect(!plan.entries.isEmpty && framework.dimensions.count >= 7)
  }
}
