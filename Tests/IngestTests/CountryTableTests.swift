import Diagnostics
import IndexModel
import Tabular
import Testing

@testable import Ingest

@Suite("The table of countries") struct CountryTableTests {
  private func read(_ rows: String, elsewhere: String? = nil, areas: String? = nil) -> (
    table: CountryTable, found: [String]
  ) {
    let header = "iso3,name,un_member,m49,aliases\n"
    var findings = Findings()
    let table = CountryTable.read(
      SourceText(name: "c.csv", header + rows),
      elsewhere: elsewhere.map { SourceText(name: "e.csv", header + $0) },
      areas: areas.map { SourceText(name: "a.csv", "name,kind,note,aliases\n" + $0) }, into: &findings)
    return (table, places(findings))
  }

  @Test(
    "A country is known by its codes, its name, its aliases and its old code, in any spelling",
    arguments: [
      ("CIV", "CIV"), ("civ", "CIV"), ("CI", "CIV"), ("384", "CIV"), ("Côte d’Ivoire", "CIV"),
      ("IVORY COAST", "CIV"), ("Ivory-Coast", "CIV"), ("gw:437", "CIV"), ("ROM", "ROU"),
      ("Trinidad & Tobago", "TTO"), ("Norvege", "NOR"), ("004", "AFG"), ("4", "AFG"), ("'004", "AFG"),
      ("4.0", "AFG"), ("84.00", "BLZ"), ("000840", "USA"), ("Tobago and Trinidad", "TTO"),
      ("the United States", "USA"), ("States, United", "USA"), (" Ivory\nCoast ", "CIV"),
    ]) func names(name: String, code: String) throws
  {
    let key = try #require(World.countries.key(name))
    let parsed = try #require(CountryCode(code))
    let index = try #require(World.countries.index(of: parsed))
    #expect(key == .country(index))
  }

  @Test(
    "What is no country is known for what it is",
    arguments: [
      ("World", Area.Kind.aggregate), ("wld", .aggregate), ("1", .aggregate), ("Yugoslavia", .ended),
      ("SCOTLAND", .part),
    ]) func areas(name: String, kind: Area.Kind)
  { #expect(World.countries.kind(name) == kind) }

  @Test(
    "What nobody knows is nothing",
    arguments: [
      "Atlantis", "", "???", "QQQ", "38.4", "4.", ".4", "-840", "8 40", "84,0", "8400000", "Nor\0way",
      "NOR\u{1}", "Norway Sweden", "gw:", "385", "and",
    ]) func unknown(name: String)
  { #expect(World.countries.key(name) == nil) }

  @Test("Countries stand in the order of their codes, with all that is said of them") func order() {
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
      ("NOR,Norway,,578,\n", ["c.csv:2:12 bad-truth-value"]),
      ("NOR,Norway,true,578\n", ["c.csv:2:1 ragged-row"]), ("", ["c.csv:1:1 only-header"]),
      ("NOR,Norway,true,578,Norway;norway\n", []),
    ]) func errors(rows: String, found: [String])
  { #expect(read(rows).found == found) }

  @Test("A code that is some country's own is never taken for another's alias") func codeBeforeAlias() {
    let table = read("NOR,Norway,true,578,SWE\nSWE,Sweden,true,752,\n").table
    #expect(table.key("SWE") == .country(CountryIndex(1)))
  }

  @Test("A name of nothing but marks stands for no country") func emptyName() {
    let table = read("NOR,Norway,true,578,???\n", areas: "---,aggregate,,\n").table
    #expect(table.key("!!!") == nil)
    #expect(table.key("") == nil)
  }

  @Test(
    "A number or letters of another scheme are that scheme's alone",
    arguments: [
      ("385", "gw:", "NOR"), ("385.0", "gw:", "NOR"), ("2", "gw:", "USA"), ("CAN", "", "CAN"),
      ("CAN", "gw:", nil), ("-2", "gw:", nil), ("2.5", "gw:", nil), ("", "gw:", nil), ("g 2", "gw:", nil),
      ("Norway", "gw:", nil),
    ] as [(String, String, String?)]) func schemes(code: String, prefix: String, meant: String?)
  {
    let key = Array(code.utf8).withUnsafeBufferPointer { World.countries.key($0, prefix: prefix) }
    let index = meant.flatMap { CountryCode($0) }.flatMap { World.countries.index(of: $0) }
    #expect(key == index.map { .country($0) })
  }

  @Test("A name that could be either of two countries is neither, and the error names both") func ambiguous()
  {
    #expect(World.countries.key("Guayana") == nil)
    #expect(
      World.countries.remedy(for: "guiana").hasPrefix(
        "it could be Guyana (GUY) or French Guiana (GUF): write which"))
    let table = read("GUY,Guyana,true,328,Guiana\n", areas: "Guiana,ambiguous,one or two,\n")
    #expect(table.found == [])
    #expect(table.table.key("Guiana") == .country(CountryIndex(0)))
  }

  @Test("Words that two countries share in another order are nobody's") func sharedWords() {
    let table = read("AAA,Left of Right,true,,\nBBB,Right and Left,true,,\n").table
    #expect(table.key("Left of Right") == .country(CountryIndex(0)))
    #expect(table.key("right & left") == .country(CountryIndex(1)))
    #expect(table.key("Left Right") == nil)
  }

  @Test(
    "A table of areas in which a row is wrong is told at its place",
    arguments: [
      ("Norge,aggregate,,\n", ["a.csv:2:1 ambiguous-name"]),
      ("Nordics,aggregate,,NOR;north\n", ["a.csv:2:20 ambiguous-name"]),
      ("World,aggregate,,\nWorld,ended,,\n", ["a.csv:3:1 ambiguous-name"]),
      ("World,aggregate,,\nworld,aggregate,,\n", []), ("World,agregate,,\n", ["a.csv:2:7 unknown-kind"]),
      ("Sweden,elsewhere,,\n", ["a.csv:2:8 unknown-kind"]),
    ]) func areaErrors(rows: String, found: [String])
  { #expect(read("NOR,Norway,true,578,Norge\n", areas: rows).found == found) }

  @Test("A successor that is no code is an error at its place; the others count") func successors() {
    var findings = Findings()
    let table = CountryTable.read(
      SourceText(name: "c.csv", "iso3,name\nNOR,Norway\n"),
      areas: SourceText(name: "a.csv", "name,kind,successors\nOld Union,ended,NOR; Norway\n"), into: &findings
    )
    #expect(places(findings) == ["a.csv:2:17 unknown-country"])
    #expect(table.areas[0].successors.map(\.description) == ["NOR"])
  }

  @Test("A country elsewhere is known and not of the table; one of both lends its names") func elsewhere() {
    let (table, found) = read(
      "NOR,Norwegian Realm,true,,\n", elsewhere: "SWE,Sweden,true,752,Sverige\nNOR,Norway,true,578,Norge\n",
      areas: "World,aggregate,,\n")
    #expect(found == [])
    #expect(table.countries.map(\.name) == ["Norwegian Realm"])
    for name in ["NOR", "Norwegian Realm", "Norway", "norge", "578"] {
      #expect(table.key(name) == .country(CountryIndex(0)))
    }
    for name in ["SWE", "Sweden", "Sverige", "752"] { #expect(table.kind(name) == .elsewhere) }
    #expect(table.kind("World") == .aggregate)
    #expect(table.key("Swedn") == nil)
    #expect(table.remedy(for: "Swedn").hasPrefix("did you mean \"Sweden\""))
  }

  @Test("A name of a country elsewhere that another one has already is an error at its row")
  func elsewhereClash() {
    let found = read("NOR,Norway,true,,North\n", elsewhere: "SWE,Sweden,true,,North\n").found
    #expect(found == ["e.csv:2:18 ambiguous-name"])
  }

  @Test(
    "An unknown name comes with those that are near, and with what to do",
    arguments: [
      ("Norwy", "did you mean \"Norway\"? a new"), ("Norwey", "did you mean \"Norway\"? a new"),
      ("Untied States", "did you mean \"United States\"? a new"), ("Wrold", "did you mean \"World\"? a new"),
      ("NRO", "did you mean \"NOR\"? a new"), ("Ivory Coats", "did you mean \"Ivory Coast\"? a new"),
      ("COTE D'IVORE", "did you mean \"Côte d'Ivoire\"? a new"),
      ("Brobdingnag", "a new spelling goes into the aliases"),
      ("Nor\0way", "the text holds characters that stand in no name"),
    ]) func remedy(name: String, start: String)
  { #expect(World.countries.remedy(for: name).hasPrefix(start)) }

  @Test("A name of ten million letters is unknown like any other") func longName() {
    let long = String(repeating: "Norway ", count: 1_500_000)
    #expect(World.countries.key(long) == nil)
    #expect(!World.countries.remedy(for: long).contains("did you mean"))
  }
}
