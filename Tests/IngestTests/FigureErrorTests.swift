import IndexModel
import Ingest
import Tabular
import Testing

@Suite("What is wrong with a table of figures") struct FigureErrorTests {
  @Test(
    "A cell that cannot be true is an error at its line and column",
    arguments: [
      ("iso3,year,value\nNOR,2001,1\nXXX,2002,2\n", "t.csv:3:1 unknown-country"),
      ("iso3,year,value\n,2001,1\n", "t.csv:2:1 unknown-country"),
      ("iso3,year,value\nNOR,2001,many\n", "t.csv:2:10 not-a-number"),
      ("iso3,year,value\nNOR,2001,\"1,234\"\n", "t.csv:2:10 unclear-decimal-mark"),
      ("iso3;year;value\nNOR;2001;1,5\nNOR;2002;1.5\n", "t.csv:2:10 mixed-decimal-marks"),
      ("iso3;year;value\nNOR;2001;1,5\nNOR;2002;1,234.5\n", "t.csv:2:10 mixed-decimal-marks"),
      ("iso3,year,value\nNOR,2001/02,1\n", "t.csv:2:5 year-span"),
      ("iso3,year,value\nNOR,2001-02,1\n", "t.csv:2:5 part-of-year"),
      ("iso3,year,value\nNOR,2001-Q2,1\n", "t.csv:2:5 part-of-year"),
      ("iso3,year,value\nNOR,,1\n", "t.csv:2:5 bad-year"),
      ("iso3,year,value\nNOR,02001,1\n", "t.csv:2:5 bad-year"),
      ("iso3,year,value\nNOR,1203,1\n", "t.csv:2:5 bad-year"),
      ("iso3,year,value\nNOR,9999,1\n", "t.csv:2:5 bad-year"),
      ("iso3,year,value\nNOR,99999999999999999999,1\n", "t.csv:2:5 bad-year"),
      ("iso3,year,value\nNOR,-2001,1\n", "t.csv:2:5 bad-year"),
      ("iso3,year,value\nNOR,2001\n", "t.csv:2:1 ragged-row"),
      ("iso3,year,value\nNOR,2001,1,5\n", "t.csv:2:1 ragged-row"),
      ("iso3,year,value\nNOR,2001,\"1\n", "t.csv:2:10 open-quote"),
      ("iso3,year,value\nNOR,2001,1\"\n", "t.csv:2:11 broken-quote"),
      ("Entity,Year,x\n\"Côte\nd'Ivoire\",2001,many\n", "t.csv:3:16 not-a-number"),
      ("Entity,Code,Year,x\nAtlantis,ATL,2001,1\n", "t.csv:2:1 unknown-country"),
      ("Country Name,Country Code,2001,2002\nNorway,NOR,1,z\n", "t.csv:2:14 not-a-number"),
    ]) func cells(text: String, place: String)
  {
    #expect(Reading(text).errors == [place])
    #expect(Reading(text).figures.allSatisfy { $0.hasPrefix("NOR 2001 1") })
  }

  @Test("A row of more than fifty thousand fields is refused at once, one of as many is read") func wide() {
    let names = (0..<50_000).map { "c\($0)" }.joined(separator: ",")
    let values = String(repeating: ",1", count: 49_998)
    let wide = Reading("iso3,year,\(names)\nNOR,2001,1\n", column: "c1")
    #expect(wide.errors == ["t.csv:1:1 too-long"])
    let most = Reading(
      "iso3,year,\(names.split(separator: ",").dropLast(2).joined(separator: ","))\nNOR,2001\(values)\n",
      column: "c1")
    #expect(most.errors == [])
    #expect(most.figures == ["NOR 2001 1"])
  }

  @Test("The rows around a bad one are read") func otherRows() {
    let reading = Reading("iso3,year,value\nNOR,2001,x\nNOR,2002,2\nQQQ,2002,2\nCIV,2002,3\n")
    #expect(reading.figures == ["CIV 2002 3", "NOR 2002 2"])
    #expect(reading.errors.count == 2)
  }

  @Test("An unknown country comes with the nearest names", arguments: ["Norwai", "Cote d'Ivore", "Romainia"])
  func nearestNames(name: String) throws {
    let finding = try #require(Reading("Entity,Year,x\n\(name),2001,1\n").found.all.first)
    #expect(finding.message == "no country is known as \"\(name)\"")
    #expect(finding.remedy.hasPrefix("did you mean \""))
    #expect(finding.remedy.contains("aliases of countries.csv"))
  }

  @Test(
    "A table whose header does not say what is meant is an error",
    arguments: [
      ("", "t.csv:1:1 empty-file"), ("\n \n", "t.csv:1:1 empty-file"),
      ("iso3,year,value\n", "t.csv:1:1 only-header"), ("a,b,c\n1,2,3\n", "t.csv:1:1 unknown-layout"),
      ("<!DOCTYPE html>\n<html><body>Not found</body></html>\n", "t.csv:1:1 unknown-layout"),
      ("{\"error\": 404}\n", "t.csv:1:2 broken-quote"),
      ("Country,Year\nNorway,2001\n", "t.csv:1:1 column-wanted"),
      ("Country,Year,a,b\nNorway,2001,1,2\n", "t.csv:1:1 column-wanted"),
      ("geo,time,a,b\nnor,2001,1,2\n", "t.csv:1:1 column-wanted"),
      ("iso3,country,a_2001,b_2001\nNOR,Norway,1,2\n", "t.csv:1:1 column-wanted"),
      ("code,countryname,year,indicator,estimate\nNOR,Norway,2001,cc,1\n", "t.csv:1:1 column-wanted"),
      ("iso3,year,value,value\nNOR,2001,1,2\n", "t.csv:1:1 duplicate-column"),
      ("iso3,year,value\nNOR,2001,..\n", "t.csv:1 no-figures"),
      ("iso3,year,value\nWLD,2001,1\n", "t.csv:1 no-figures"),
    ]) func headers(text: String, place: String)
  {
    let reading = Reading(text)
    #expect(reading.errors.first == place)
    #expect(reading.figures == [])
  }

  @Test("A table of several value columns says which there are") func severalColumns() {
    let finding = Reading("Country,Year,a,b\nNorway,2001,1,2\n").found.all.first
    #expect(finding?.message == "the table has 2 columns of values")
    #expect(finding?.remedy == "say which: a, b")
  }

  @Test(
    "A column that is not there is an error with the nearest one",
    arguments: [
      "Country,Year,deaths,wounded\nNorway,2001,1,2\n", "geo,time,deaths,x\nnor,2001,1,2\n",
      "Entity,Code,Year,deaths\nNorway,NOR,2001,1\n", "iso3,country,deaths_2001\nNOR,Norway,1\n",
      "iso3,year,value,deaths\nNOR,2001,1,2\n",
      "DATAFLOW,REF_AREA,TIME_PERIOD,OBS_VALUE,deaths\nX,NOR,2001,1,2\n",
    ]) func unknownColumn(text: String)
  {
    let reading = Reading(text, column: "death")
    #expect(reading.errors == ["t.csv:1:1 unknown-column"])
    #expect(reading.found.all.first?.remedy == "did you mean \"deaths\"?")
    #expect(reading.figures == [])
  }

  @Test("A column that a canonical file has besides its value is the one that is read") func otherColumn() {
    let text = "iso3,year,value,low\nNOR,2001,1,0.5\n"
    #expect(Reading(text, column: "low").figures == ["NOR 2001 0.5"])
    #expect(Reading(text, column: "value").figures == ["NOR 2001 1"])
  }

  @Test("A series or a condition that no row fulfils is an error, not an empty success") func emptySelection()
  {
    let bank = "Country Name,Country Code,Indicator Code,2001\nNorway,NOR,AB,1\n"
    #expect(Reading(bank, column: "AC").errors == ["t.csv:1 no-figures"])
    let sdmx = "DATAFLOW,REF_AREA,SEX,TIME_PERIOD,OBS_VALUE\nX,NOR,F,2001,1\n"
    #expect(Reading(sdmx, conditions: [("SEX", "_T")]).errors == ["t.csv:1 no-figures"])
    #expect(Reading(sdmx, conditions: [("SEXX", "_T")]).errors == ["t.csv:1:1 unknown-column"])
  }

  @Test("A value outside the plausible range is an error that names the range") func implausible() {
    let text = SourceText(name: "t.csv", "iso3,year,value\nNOR,2001,100\nNOR,2002,100.1\nCIV,2001,-1\n")
    let reading = Reading(text, FigureSelection(plausible: 0...100))
    #expect(reading.errors == ["t.csv:3:10 implausible", "t.csv:4:10 implausible"])
    #expect(reading.figures == ["NOR 2001 100"])
    #expect(reading.found.all.first?.message == "100.1 is outside the plausible range 0 to 100")
  }

  @Test(
    "A value that its transform does not take is an error",
    arguments: [(Transform.log, 2), (.log1p, 1), (.sqrt, 1), (.none, 0)]) func transforms(
      transform: Transform, errors: Int
    )
  {
    let text = SourceText(name: "t.csv", "iso3,year,value\nNOR,2001,0\nNOR,2002,-1\nCIV,2001,1\n")
    let reading = Reading(text, FigureSelection(transform: transform))
    #expect(reading.errors.count == errors)
    #expect(reading.errors.allSatisfy { $0.hasSuffix("transform") })
    #expect(reading.figures.count == 3 - errors)
  }

  @Test(
    "A thousand bad cells of a kind are twenty findings and a summary",
    arguments: [("NOR,2001", "ragged-row"), ("NOR,2001,1\"", "broken-quote")]) func manyBadCells(
      row: String, identifier: String
    )
  {
    let rows = [String](repeating: row, count: 1000).joined(separator: "\n")
    let all = Reading("iso3,year,value\nCIV,1999,1\n" + rows + "\n").found.all
    #expect(all.count { $0.identifier == identifier } == 21)
    #expect(all.last?.message == "and 980 more like this in the same file")
  }

  @Test(
    "A thousand rows that are wrong for one cause are one finding, with their number",
    arguments: [("NOR,2001,x", "not-a-number"), ("QQQ,2001,1", "unknown-country")]) func oneCause(
      row: String, identifier: String
    )
  {
    let rows = [String](repeating: row, count: 1000).joined(separator: "\n")
    let all = Reading("iso3,year,value\nCIV,1999,1\n" + rows + "\n").found.all
    #expect(all.map(\.identifier) == [identifier])
    #expect(all.first?.message.hasSuffix(", here and in 999 more rows") == true)
    #expect(all.first?.place?.line == 3)
  }

  @Test("Qualified numbers are read as their bound, with a note") func bounds() {
    let reading = Reading("iso3,year,value\nNOR,2001,<2.5\nNOR,2002,>95\n")
    #expect(reading.figures == ["NOR 2001 2.5", "NOR 2002 95"])
    #expect(places(reading.found) == ["t.csv:2:10 bound"])
    #expect(!reading.found.hasErrors)
  }

  @Test("Aggregates, states that ended and parts are left out, with a note of how many") func leftOut() {
    let reading = Reading(
      "Entity,Year,x\nNorway,2001,1\nWorld,2001,2\nWorld,2002,2\nYugoslavia,2001,3\nScotland,2001,4\n")
    #expect(reading.figures == ["NOR 2001 1"])
    #expect(
      reading.found.all.map(\.message) == [
        "rows left out: 2 of aggregates (World), 1 of states that ended (Yugoslavia), "
          + "1 of parts of countries (Scotland)"
      ])
    #expect(!reading.found.hasErrors)
  }
}
