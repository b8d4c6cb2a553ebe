import HumanSecurity
import Ingest
import Tabular
import Testing

@Suite("The table of countries")
struct CountryTableTests {
  private func read(_ rows: String, areas: String? = nil) -> (table: CountryTable, found: [String])
  {
    var findings = Findings()
    let table = CountryTable.read(
      SourceText(name: "c.csv", "iso3,name,un_member,m49,aliases\n" + rows),
      areas: areas.map { SourceText(name: "a.csv", $0) }, into: &findings)
    return (table, places(findings))
  }

  @Test(
    "A country is known by its codes, its name, its aliases and its old code, in any spelling",
    arguments: [
      ("CIV", "CIV"), ("civ", "CIV"), ("CI", "CIV"), ("384", "CIV"), ("Côte d’Ivoire", "CIV"),
      ("IVORY COAST", "CIV"), ("Ivory-Coast", "CIV"), ("gw:437", "CIV"), ("ROM", "ROU"),
      ("Trinidad & Tobago", "TTO"), ("Norvege", "NOR"), ("004", "AFG"),
    ])
  func names(name: String, code: String) throws {
    let key = try #require(World.countries.key(name))
    let parsed = try #require(CountryCode(code))
    let index = try #require(World.countries.index(of: parsed))
    #expect(key == .country(index))
  }

  @Test(
    "What is no country is known for what it is",
    arguments: [
      ("World", "aggregate"), ("wld", "aggregate"), ("Yugoslavia", "ended"), ("SCOTLAND", "part"),
    ])
  func areas(name: String, kind: String) {
    #expect(World.countries.key(name) == .area(kind: kind))
  }

  @Test(
    "What nobody knows is nothing", arguments: ["Atlantis", "", "???", "QQQ", "4", "4.0", "38.4"])
  func unknown(name: String) {
    #expect(World.countries.key(name) == nil)
  }

  @Test("Countries stand in the order of their codes, with all that is said of them")
  func order() {
    let table = read("SWE,Sweden,false,752,\nNOR,Norway,true,578,Norge; Noreg \n").table
    #expect(table.countries.map(\.code.description) == ["NOR", "SWE"])
    #expect(table.countries[0].aliases == ["Norge", "Noreg"])
    #expect(table.countries.map(\.isUNMember) == [true, false])
  }

  @Test(
    "A table in which a name or a row is wrong is told at its place",
    arguments: [
      ("NOR,Norway,true,578,\nNOR,Norge,true,,\n", ["c.csv:3:1 duplicate-country"]),
      ("NOR,Norway,true,578,Noreg\nSWE,Sweden,true,752,Nóreg\n", ["c.csv:3:21 ambiguous-name"]),
      ("NOR,Norway,true,578,\nSWE,Sweden,true,578,\n", ["c.csv:3:21 ambiguous-name"]),
      ("NOR,Norway,true,578,SWE\nSWE,Sweden,true,752,\n", ["c.csv:3:21 ambiguous-name"]),
      ("N0R,Norway,true,578,\n", ["c.csv:2:1 bad-country-code"]),
      ("NOR,Norway,yes,578,\n", ["c.csv:2:12 bad-truth-value"]),
      ("NOR,Norway,true,578\n", ["c.csv:2:1 ragged-row"]),
      ("", ["c.csv:1:1 only-header"]),
      ("NOR,Norway,true,578,Norway;norway\n", []),
    ])
  func errors(rows: String, found: [String]) {
    #expect(read(rows).found == found)
  }

  @Test("A code that is some country's own is never taken for another's alias")
  func codeBeforeAlias() {
    let table = read("NOR,Norway,true,578,SWE\nSWE,Sweden,true,752,\n").table
    #expect(table.key("SWE") == .country(1))
  }

  @Test("A name of nothing but marks stands for no country")
  func emptyName() {
    let table = read("NOR,Norway,true,578,???\n", areas: "name,kind\n---,aggregate\n").table
    #expect(table.key("!!!") == nil)
    #expect(table.key("") == nil)
  }

  @Test("An unknown name comes with those that are near, and with what to do")
  func remedy() {
    #expect(World.countries.remedy(for: "Norwy").hasPrefix("did you mean \"Norway\""))
    #expect(
      World.countries.remedy(for: "Brobdingnag").hasPrefix("a new spelling goes into the aliases"))
  }
}
