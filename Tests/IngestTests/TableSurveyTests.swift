import IndexModel
import Diagnostics
import Ingest
import Tabular
import Testing

@Suite("Looking a table over") struct TableSurveyTests {
  private func survey(_ text: String, segmentSize: Int = 8 << 20) throws -> TableSurvey {
    var findings = Findings()
    let survey = TableSurvey.read(
      SourceText(name: "t.csv", text), countries: World.countries, segmentSize: segmentSize, into: &findings)
    #expect(findings.isEmpty)
    return try #require(survey)
  }

  /// A series as `name: figures/countries first–last`.
  private func series(_ survey: TableSurvey) -> [String] {
    survey.series.map { series in
      "\(series.name): \(series.figures)/\(series.countries) "
        + "\(series.firstYear ?? 0)–\(series.lastYear ?? 0)"
    }
  }

  private let wide = """
    "Data Source","Some bank",
    Country Name,Country Code,Indicator Name,Indicator Code,2000,2001,2002
    Norway,NOR,A,AA.A,1,2.5,
    Norway,NOR,B,BB.B,,,7
    World,WLD,A,AA.A,1,1,1
    Atlantis,ATL,A,AA.A,5,,
    Romania,ROU,A,AA.A,..,,<3
    """

  @Test("Series, countries, years and what is unknown are counted") func bulk() throws {
    let survey = try survey(wide)
    #expect(survey.kind == .worldBank)
    #expect(survey.headerLine == 2)
    #expect(series(survey) == ["AA.A: 3/2 2000–2002", "BB.B: 1/1 2002–2002"])
    #expect(survey.countries == 2)
    #expect(survey.years == 2000...2002)
    #expect(survey.unknown.map(\.name) == ["Atlantis"])
    #expect(survey.unknown.map(\.line) == [6])
    #expect(survey.leftOut?.contains("1 of aggregates") == true)
    #expect(survey.missing == 7)
    #expect(survey.decimals.mark == .point)
    #expect(survey.yearColumn == nil)
    #expect(survey.seriesColumn == "Indicator Code")
  }

  @Test("A survey in pieces is the survey of the whole", arguments: [20, 50, 90]) func pieces(size: Int)
    throws
  {
    let (whole, parts) = (try survey(wide), try survey(wide, segmentSize: size))
    #expect(parts.series == whole.series)
    #expect(parts.countries == whole.countries)
    #expect(parts.unknown.map(\.name) == whole.unknown.map(\.name))
    #expect(parts.unknown.map(\.line) == whole.unknown.map(\.line))
    #expect(parts.missing == whole.missing)
    #expect(parts.leftOut == whole.leftOut)
  }

  @Test("A header that stands there again is no unknown country") func repeatedHeader() throws {
    let survey = try survey("country,2018,2019\nNorway,1,2\ncountry,2018,2019\nRomania,3,4\n")
    #expect(survey.unknown.isEmpty)
    #expect(survey.series.first?.figures == 4)
  }

  @Test("Every column of numbers is a series, words are none") func columns() throws {
    let survey = try survey(
      "country,year,region,a,b,rating\nNorway,2001,north,1,2,high\nRomania,2003,east,,2,low\n")
    #expect(series(survey) == ["a: 1/1 2001–2001", "b: 2/2 2001–2003"])
    #expect(survey.yearColumn == "year")
  }

  @Test("Stems of an HDR file are series") func stems() throws {
    let survey = try survey("iso3,country,le_2001,le_2002,hdi_2002\nNOR,Norway,1,2,\nROU,Romania,,,3\n")
    #expect(survey.kind == .hdr)
    #expect(series(survey) == ["le: 2/1 2001–2002", "hdi: 1/1 2002–2002"])
  }

  @Test("What has to be chosen before the table can be read is told") func breakdown() throws {
    let survey = try survey("DATAFLOW,REF_AREA,SEX,TIME_PERIOD,OBS_VALUE\nX,NOR,F,2001,1\nX,NOR,_T,2001,2\n")
    let finding = try #require(survey.findings.all.first)
    #expect(finding.identifier == "breakdown")
    #expect(finding.remedy.contains("--where 'SEX=_T'"))
    #expect(finding.message == "the figures are divided by SEX (F, _T)")
  }

  @Test("The proof of a decimal comma is shown with its line") func decimalComma() throws {
    let survey = try survey("country;year;x\nNorway;2001;1,234\nNorway;2002;0,5\n")
    #expect(survey.decimals.mark == .comma)
    #expect(survey.decimals.comma?.line == 3)
  }

  @Test("What is no table of countries is an error, not a survey") func notATable() {
    var findings = Findings()
    let survey = TableSurvey.read(
      SourceText(name: "t.csv", "a,b\n1,2\n"), countries: World.countries, into: &findings)
    #expect(survey == nil)
    #expect(places(findings) == ["t.csv:1:1 unknown-layout"])
  }

  @Test("More series than a table can have are not told apart", arguments: [1 << 20, 100_000])
  func tooManySeries(size: Int) {
    let rows = (0..<20_001).map { "NOR,2001,s\($0),1\n" }.joined()
    var findings = Findings()
    let survey = TableSurvey.read(
      SourceText(name: "t.csv", "country,year,indicator,value\n" + rows), countries: World.countries,
      segmentSize: size, into: &findings)
    #expect(survey?.hasTooManySeries == true)
    #expect(survey?.series == [] && survey?.countries == 1)
    #expect(survey?.findings.all.map(\.identifier) == ["column-wanted"])
  }
}
