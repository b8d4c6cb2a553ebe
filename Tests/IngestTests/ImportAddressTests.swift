import IndexModel
import Ingest
import Tabular
import Testing

@Suite("Addresses of sources") struct ImportAddressTests {
  private func entry(first: Int? = 2000, last: Int? = nil) throws -> ImportPlan.Entry {
    ImportPlan.Entry(
      indicator: try #require(IndicatorID("gini")), sources: [], firstYear: first, lastYear: last)
  }

  @Test(
    "Short forms and templates become addresses in full",
    arguments: [
      ("worldbank:SI.POV.GINI", "https://api.worldbank.org/v2/country/all/indicator/SI.POV.GINI?format=json"),
      (
        "worldbank-csv:SI.POV.GINI",
        "https://api.worldbank.org/v2/country/all/indicator/SI.POV.GINI?downloadformat=csv"
      ),
      (
        "owid:homicide-rate-unodc",
        "https://ourworldindata.org/grapher/homicide-rate-unodc.csv?v=1&csvType=full&useColumnShortNames=false"
      ), ("HTTPS://a.org/{indicator}/{first_year}-{first_year}.csv", "HTTPS://a.org/gini/2000-2000.csv"),
    ]) func inFull(text: String, url: String) throws
  { #expect(try ImportAddress(text).url(for: try entry()) == url) }

  @Test("A year that is not set cannot be filled in") func noYear() throws {
    let address = try ImportAddress("http://a.org/{last_year}")
    #expect(throws: ImportAddress.Mistake.self) { try address.url(for: try entry()) }
    #expect(try address.url(for: try entry(last: 2020)) == "http://a.org/2020")
  }

  @Test(
    "What is no address is refused",
    arguments: [
      "", "owid:", "owid:a/b", "owid:../x", "worldbank:A B", "worldbank:{indicator}", "figures.csv",
      "file:///etc/passwd", "http://a b", "http://a/{", "http://a/}", "http://a/{}", "http://a/{x}",
      "http://a/{first_year", "http://a/\u{1B}", "OWID:x", "http://a/é",
    ]) func refused(text: String)
  { #expect(throws: ImportAddress.Mistake.self) { try ImportAddress(text) } }

  @Test("The World Bank's pages of JSON are told from its archives and from other addresses") func paged()
    throws
  {
    let address = "https://api.worldbank.org/v2/country/all/indicator/"
    #expect(try ImportAddress("worldbank:A.B").isPaged)
    #expect(try ImportAddress(address + "A.B?date=2000:2020&format=json").isPaged)
    #expect(try !ImportAddress(address + "A.B?downloadformat=csv").isPaged)
    #expect(try !ImportAddress("https://a.org/x?format=json").isPaged)
    #expect(try ImportAddress(address + "A.B?downloadformat=csv").series == "A.B")
    #expect(try ImportAddress("owid:a").series == nil)
  }

  @Test("A source tells its series by url or by the name of its file") func series() {
    #expect(ImportPlan.Source(file: "API_SI.POV.GINI_DS2_en_csv_v2_499.csv").series == "SI.POV.GINI")
    #expect(ImportPlan.Source(file: "a.csv", url: "worldbank:X.Y").series == "X.Y")
    #expect(ImportPlan.Source(file: "API_a.csv").series == nil)
  }

  @Test("A table tells its series when it holds one only") func codes() {
    let head = "\"Data Source\",\"WDI\",\n\nCountry Name,Country Code,Indicator Name,Indicator Code,2020\n"
    func code(_ rows: String) -> String? { SeriesCode.read(SourceText(name: "t", rows)) }
    #expect(code(head + "Norway,NOR,Gini,X.Y,1\nCanada,CAN,Gini,X.Y,2\n") == "X.Y")
    #expect(code(head + "Norway,NOR,Gini,X.Y,1\nNorway,NOR,Jobs,X.Z,2\n") == nil)
    #expect(code("iso3,year,value\nNOR,2020,1\n") == nil)
    #expect(code("") == nil)
  }
}
