import Diagnostics
import IndexModel
import Ingest
import Tabular
import Testing

/// The tables in Data/ that everything else is read with.
@Suite("The tables that are shipped") struct ShippedDataTests {
  private static func text(_ name: String) throws -> SourceText { try Shipped.text(name) }
  private static func countries() throws -> CountryTable { try Shipped.countries() }

  @Test("Every row of a country says where it belongs") func groups() throws {
    for country in try Self.countries().countries where country.isUNMember {
      #expect(!country.region.isEmpty && !country.subregion.isEmpty, "\(country.code)")
      #expect(country.alpha2.utf8.count == 2 && country.m49.utf8.count == 3, "\(country.code)")
    }
  }

  @Test("Every member of the United Nations has an outline on the map") func outlines() throws {
    var findings = Findings()
    let outlines = OutlineReader.read(try Self.text("boundaries.csv"), into: &findings)
    #expect(places(findings) == [])
    let drawn = outlines.map(\.code)
    #expect(Set(drawn).count == drawn.count)
    let missing = try Self.countries().countries.filter { $0.isUNMember && !drawn.contains($0.code) }
    #expect(missing.map(\.code) == [])
  }

  @Test("The catalogue and the plan of imports are read without a finding") func catalogue() throws {
    var findings = Findings()
    let framework = CatalogueReader.read(try Self.text("indicators.csv"), into: &findings)
    let plan = ImportPlan.read(try Self.text("imports.toml"), framework: framework, into: &findings)
    #expect(places(findings) == [])
    #expect(!plan.entries.isEmpty && framework.dimensions.count >= 7)
  }
}
