import Diagnostics
import IndexModel
import Ingest
import Tabular
import Testing

@Suite("Land borders") struct BorderReaderTests {
  static func read(_ rows: String) -> (neighbours: [[Int]], findings: [String]) {
    var findings = Findings()
    let table = CountryTable.read(
      SourceText(name: "countries.csv", "iso3,name\nARC,Arcadia\nLIL,Lilliput\nUTO,Utopia\n"),
      elsewhere: SourceText(name: "elsewhere.csv", "iso3,name\nTHU,Thule\n"), areas: nil, into: &findings)
    let neighbours = BorderReader.read(
      SourceText(name: "borders.csv", "iso3,neighbour\n" + rows), table, into: &findings)
    return (
      neighbours.map { $0.map(\.value) }, findings.all.map { "\($0.place?.line ?? 0) \($0.identifier)" }
    )
  }

  @Test("each country has the places of its neighbours, in order") func read() {
    let (neighbours, findings) = Self.read("UTO,LIL\nLIL,UTO\nLIL,ARC\nARC,LIL\n")
    #expect(neighbours == [[1], [0, 2], [1]])
    #expect(findings.isEmpty)
  }

  @Test("a border with a country that is known from elsewhere is left aside") func elsewhere() {
    let (neighbours, findings) = Self.read("ARC,THU\nTHU,ARC\nARC,UTO\nUTO,ARC\n")
    #expect(neighbours == [[2], [], [0]])
    #expect(findings.isEmpty)
  }

  @Test("an unknown country, a border with oneself, a double and a one-sided one are told at once")
  func wrong() {
    let (_, findings) = Self.read("ARC,XYZ\nLIL,LIL\nARC,UTO\nARC,UTO\nUTO,ARC\nUTO,LIL\n")
    #expect(
      findings.sorted() == ["2 unknown-country", "3 own-border", "5 duplicate-border", "7 one-sided-border"])
  }

  static func rule(_ rule: String, _ least: String) -> (Derivation?, [String]) {
    var findings = Findings()
    let text = "id,dimension,worst,best,plausible_min,neighbours\narms,state,0,1,\(least),\(rule)\n"
    let catalogue = SourceText(name: "i.csv", text)
    let framework = CatalogueReader.read(catalogue, into: &findings)
    DataChecks.missingBorders(framework, catalogue, into: &findings)
    return (
      framework.indicators.first?.derivation,
      findings.all.map { "\($0.place?.line ?? 0):\($0.place?.column ?? 0) \($0.identifier)" }
    )
  }

  @Test("the catalogue names the rule for neighbours; without borders.csv that is an error") func catalogue()
  {
    let (derivation, findings) = Self.rule("balance", "0")
    #expect(derivation == Derivation(neighbours: .balance) && derivation?.isIdentity == false)
    #expect(findings == ["2:1 no-borders"])
    #expect(Self.rule("", "").1 == [])
  }

  @Test("an unknown rule, and a share of figures that may be negative, are told at their place")
  func wrongRules() {
    #expect(Self.rule("average", "0").1 == ["2:18 unknown-neighbour-rule"])
    #expect(Self.rule("share", "-1").1.first == "2:19 out-of-range")
    #expect(Self.rule("share", "").1.first == "2:17 out-of-range")
    #expect(Self.rule("mean", "-1").1 == ["2:1 no-borders"])
  }

  @Test("a factor that the catalogue does not have is told at its place") func factors() {
    var findings = Findings()
    let text = "id,dimension,worst,best,times\narms,state,0,1,incom;arms\n"
    _ = CatalogueReader.read(SourceText(name: "i.csv", text), into: &findings)
    #expect(findings.all.map(\.identifier) == ["unknown-indicator"])
    #expect(findings.all.first?.place?.column == 16)
  }
}
