import Diagnostics
import IndexModel
import Ingest
import Tabular
import Testing

@Suite("Reading what countries are called in other languages") struct CountryNameReaderTests {
  static func read(_ text: String) -> (names: [[String]], findings: [Diagnostic]) {
    var findings = Findings()
    let countries = CountryTable.read(
      SourceText(name: "countries.csv", "iso3,name\nDEU,Germany\nFRA,France\n"),
      elsewhere: SourceText(name: "elsewhere.csv", "iso3,name\nKEN,Kenya\n"), areas: nil, into: &findings)
    let names = CountryNameReader.read(
      SourceText(name: "country-names.csv", text), countries, into: &findings)
    return (names, findings.all)
  }

  @Test("names stand by country, in the order of the languages, empty where there are none") func order() {
    let (names, findings) = Self.read("iso3,zh,fr\nFRA,法国,France\n")
    #expect(findings.isEmpty)
    #expect(CountryNameReader.languages == ["fr", "es", "ar", "ru", "zh"])
    #expect(names == [["", "", "", "", ""], ["France", "", "", "", "法国"]])
  }

  @Test("a country that is known from elsewhere is left aside") func elsewhere() {
    let (names, findings) = Self.read("iso3,fr\nKEN,Kenya\nFRA,France\n")
    #expect(findings.isEmpty && names.map(\.first) == ["", "France"])
  }

  @Test("a code of no country, a second row and an unknown language are told at their place") func faults() {
    let (_, findings) = Self.read("iso3,fr,xx\nFRX,France,\nDEU,Allemagne,\nDEU,Allemagne,\n")
    #expect(findings.map { $0.place?.line } == [1, 2, 4], "\(findings)")
    #expect(findings.map { $0.place?.column } == [9, 1, 1])
  }
}
