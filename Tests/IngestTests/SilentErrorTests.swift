import Diagnostics
import IndexModel
import Ingest
import Tabular
import Testing

/// What would give wrong figures without a word, if nobody looked.
@Suite("Tables that could be misread in silence") struct SilentErrorTests {
  /// The first finding of a kind that is no note.
  private func first(_ text: String, column: String? = nil) -> Diagnostic? {
    Reading(text, column: column).found.all.first { $0.severity != .note }
  }

  @Test(
    "Figures divided by a column are refused, though no country has two of them",
    arguments: [
      "country,year,Sex,share\nNorway,2001,M,1\nRomania,2001,F,2\n",
      "iso3,year,age_group,share\nNOR,2001,15-24,1\nROU,2001,25+,2\n",
      "country,year,month,share\nNorway,2001,1,1\nRomania,2001,2,2\n",
      "country,province,year,share\nNorway,Oslo,2001,1\nRomania,Arad,2001,2\n",
      "DATAFLOW,REF_AREA,MEASURE_KIND,TIME_PERIOD,OBS_VALUE\nX,NOR,A,2001,1\nX,ROU,B,2001,2\n",
      "Country Name,Country Code,Sex,2001,2002\nNorway,NOR,M,1,2\nRomania,ROU,F,3,4\n",
    ]) func divided(text: String)
  {
    let finding = first(text, column: text.contains("month") ? "share" : nil)
    #expect(finding?.identifier == "breakdown")
    #expect(finding?.place?.line == 1)
    #expect(finding?.remedy.contains("--where '") == true)
  }

  @Test("A column that divides nothing, or is chosen from, does no harm") func notDivided() {
    #expect(first("country,year,sex,share\nNorway,2001,T,1\nRomania,2001,T,2\n") == nil)
    let chosen = Reading(
      "country,year,sex,share\nNorway,2001,Total,1\nRomania,2001,F,2\n", conditions: [("sex", "total")])
    #expect(chosen.figures == ["NOR 2001 1"])
    #expect(chosen.errors == [])
  }

  @Test(
    "Figures in several units are refused",
    arguments: [
      "DATAFLOW,REF_AREA,TIME_PERIOD,OBS_VALUE,UNIT_MULT\nX,NOR,2001,5,6\nX,ROU,2001,5000,3\n",
      "country,year,unit,amount\nNorway,2001,thousand,2\nRomania,2001,million,3\n",
    ]) func units(text: String)
  { #expect(first(text)?.identifier == "mixed-units") }

  @Test("A column of subjects is a column of series") func subjects() {
    let text = "ISO,WEO Subject Code,Country,2001,2002\nNOR,NGDPD,Norway,1,2\nROU,LUR,Romania,3,4\n"
    #expect(first(text)?.identifier == "column-wanted")
    #expect(Reading(text, column: "LUR").figures == ["ROU 2001 3", "ROU 2002 4"])
  }

  @Test("Among semicolons, points before three digits have to prove that they are decimal points")
  func semicolons() {
    let unclear = first("country;year;x\nNorway;2001;67.571\nRomania;2001;83.160\n")
    #expect(unclear?.identifier == "unclear-decimal-mark")
    #expect(unclear?.place?.line == 2)
    #expect(
      Reading("country;year;x\nNorway;2001;67.571\nRomania;2001;83.16\n").figures == [
        "NOR 2001 67.571", "ROU 2001 83.16",
      ])
    let two = "country;year;people;share\nNorway;2001;67.571;1,5\nRomania;2001;83.166;3,5\n"
    #expect(Reading(two, column: "people").figures == ["NOR 2001 67571", "ROU 2001 83166"])
    #expect(Reading("country,year,x\nNorway,2001,67.571\n").figures == ["NOR 2001 67.571"])
  }

  @Test(
    "A number that stands for a missing value is doubted where every other figure denies it",
    arguments: [("-99", true), ("-9", true), ("9999", true), ("-98", false), ("99", false), ("-1", true)])
  func missingCodes(code: String, isDoubted: Bool) {
    let text = "iso3,year,value\nNOR,2001,3\nNOR,2002,\(code)\nROU,2001,7.5\nROU,2002,\(code)\n"
    let finding = first(text)
    #expect((finding?.identifier == "missing-code") == isDoubted)
    #expect(!isDoubted || finding?.place?.line == 3)
    let both = "iso3,year,value\nNOR,2001,-3\nNOR,2002,-99\n"
    #expect(first(both) == nil, "other figures are negative too")
  }

  @Test("Texts that the selection names stand for missing values") func ownMissing() {
    var selection = FigureSelection()
    selection.missing = ["-99", "x"]
    let reading = Reading(
      SourceText(name: "t.csv", "iso3,year,value\nNOR,2001,3\nNOR,2002,-99\nROU,2001,X\n"), selection)
    #expect(reading.figures == ["NOR 2001 3"])
    #expect(reading.found.isEmpty)
  }

  @Test("Years with a mark are years, and what only looks like one is named") func markedYears() {
    let text = "country,2018,X2019,2020p,2021*,2022 (est.)\nNorway,1,2,3,4,5\n"
    #expect(Reading(text).figures.map { $0.suffix(6) } == ["2018 1", "2019 2", "2020 3", "2021 4", "2022 5"])
    let unread = first("country,2018,2019,2020/21,2021Q1\nNorway,1,2,3,4\n")
    #expect(unread?.identifier == "unread-column")
    #expect(unread?.message.contains("2020/21, 2021Q1") == true)
  }

  @Test("A code and a name that contradict each other are an error") func contradiction() {
    let reading = Reading(
      "Country Name,Country Code,2001\nNorway,ROU,1\nRomania,NOR,2\nCanada,CAN,3\nCanada!,CAN,3\n")
    #expect(reading.errors == ["t.csv:2:1 contradiction", "t.csv:3:1 contradiction"])
    #expect(Reading("Entity,Code,Year,x\nNowhere I know,NOR,2001,1\n").figures == ["NOR 2001 1"])
  }

  @Test("An observation whose status says that there is none is none") func status() {
    let text = "DATAFLOW,REF_AREA,TIME_PERIOD,OBS_VALUE,OBS_STATUS\nX,NOR,2001,5,A\nX,ROU,2001,0,M\n"
    let reading = Reading(text)
    #expect(reading.figures == ["NOR 2001 5"])
    #expect(reading.found.all.first?.message.contains("status says that nothing was observed") == true)
  }

  @Test("Percent signs on some figures only are doubted") func percentSigns() {
    #expect(first("iso3,year,value\nNOR,2001,45%\nROU,2001,0.45\n")?.identifier == "mixed-percent")
    #expect(first("iso3,year,value\nNOR,2001,45%\nROU,2001,44 %\n") == nil)
  }

  @Test("Numbers are taken from their own column, not from the words beside it") func wordsAndNumbers() {
    let text =
      "IndicatorCode,SpatialDim,TimeDim,Dim1,Value,NumericValue\n"
      + "LE,NOR,2001,SEX_BTSX,66.1 [65-67],66.1\n"
    #expect(Reading(text).figures == ["NOR 2001 66.1"])
  }

  @Test("A column of words is told once, not row by row") func words() {
    let rows = (0..<50).map { "Norway,\(1900 + $0),\($0 % 2 == 0 ? "Legal" : "Illegal")\n" }
    let reading = Reading("country,year,status\n" + rows.joined())
    #expect(reading.errors == ["t.csv:2:13 not-numbers"])
    #expect(reading.found.all.first?.message.hasSuffix("holds words: Legal, Illegal") == true)
  }

  @Test("What stands between figures without being one is named") func headings() {
    let reading = Reading("country,year,x\nNorway,2001,1\nTable 2: Poverty,,\nRomania,2001,2\n")
    #expect(reading.found.all.map(\.message).contains { $0.contains("(Table 2: Poverty)") })
    let wide = Reading("country,2001,2002\nNorway,1,2\nTable 2: Poverty,,\nRomania,2,3\n")
    #expect(wide.found.all.map(\.message).contains { $0.contains("(Table 2: Poverty)") })
  }

  @Test("A table that ends in quotes without end is an error, not a crash", arguments: [1, 30])
  func quotesWithoutEnd(count: Int) {
    let text = "iso3,year,value\n" + String(repeating: "NOR,\"2001,1\n\"\"x\"\n", count: count)
    var findings = Findings()
    let source = SourceText(name: "t.csv", text)
    _ = TableSurvey.read(source, countries: World.countries, segmentSize: 64, into: &findings)
    #expect(SeriesCode.read(source) == nil)
    #expect(Reading(source, FigureSelection()).found.hasErrors)
  }
}
