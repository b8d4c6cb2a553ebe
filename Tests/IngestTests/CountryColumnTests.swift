import Diagnostics
import Ingest
import Tabular
import Testing

@Suite("Columns that name countries are believed when they agree") struct CountryColumnTests {
  @Test(
    "A code and a name of different countries are a contradiction in every layout",
    arguments: [
      "iso3,country,year,value\nNOR,Norway,2001,1\nAFG,Belize,2001,2\n",
      "iso3,year,value,country\nNOR,2001,1,Norway\nAFG,2001,2,Belize\n",
      "iso3,country,year,rate\nNOR,Norway,2001,1\nAFG,Belize,2001,2\n",
      "country,year,iso3,rate\nNorway,2001,NOR,1\nBelize,2001,AFG,2\n",
      "Entity,Code,Year,rate\nNorway,NOR,2001,1\nBelize,AFG,2001,2\n",
      "Country Name,Country Code,2001,2002\nNorway,NOR,1,1\nBelize,AFG,2,2\n",
      "iso3,Land der Welt,year,value\nNOR,Norway,2001,1\nAFG,Belize,2001,2\n",
      "country,year,m49,rate\nNorway,2001,578,1\nBelize,2001,4,2\n",
    ]) func contradictions(text: String)
  {
    let reading = Reading(text)
    #expect(reading.errors.count == 1 && reading.errors.allSatisfy { $0.hasSuffix("contradiction") })
    #expect(reading.figures.allSatisfy { $0.hasPrefix("NOR") })
  }

  @Test("A pair of code and name is told once, at its first row, with the number of rows") func onePair() {
    let rows = (2001...2009).map { "AFG,Belize,\($0),1\nCAN,Mexico,\($0),2\n" }.joined()
    let found = Reading("iso3,country,year,value\nNOR,Norway,2001,1\n" + rows).found.all
    #expect(found.map { $0.place?.line } == [3, 4])
    #expect(
      found.first?.message
        == "iso3 \"AFG\" is Afghanistan, country \"Belize\" is Belize, here and in 8 more rows")
  }

  @Test("A country's code beside the name of a group or a part of a country is a contradiction") func groups()
  {
    for name in ["World", "Scotland"] {
      #expect(
        Reading("iso3,country,year,value\nNOR,Norway,2001,1\nCAN,\(name),2001,2\n").errors == [
          "t.csv:3:5 contradiction"
        ])
    }
    #expect(
      Reading("iso3,country,year,value\nNOR,Norway,2001,1\nWLD,Belize,2001,2\n").errors == [
        "t.csv:3:5 contradiction"
      ])
  }

  @Test("A state that is no more may stand beside the code of the one that goes on") func formerName() {
    let reading = Reading("iso3,country,year,value\nNOR,Norway,2001,1\nROU,Yugoslavia,2001,2\n")
    #expect(reading.found.isEmpty && reading.figures == ["NOR 2001 1", "ROU 2001 2"])
  }

  @Test("Numbers of an office of its own are left aside where names stand beside them") func ownNumbers() {
    // 4, 84 and 124 are Afghanistan, Belize and Canada to the United Nations.
    let text = "year,country,country_txt,deaths\n2001,4,Norway,3\n2001,84,Romania,1\n2001,124,Mexico,9\n"
    let reading = Reading(text, column: "deaths")
    #expect(reading.figures == ["MEX 2001 9", "NOR 2001 3", "ROU 2001 1"] && !reading.found.hasErrors)
  }

  @Test("Numbers are those of the office with whose names they agree, whatever the header says")
  func otherOffice() {
    let text = "ccode,name,year,x\n4,Afghanistan,2001,1\n84,Belize,2001,2\n578,Norway,2001,3\n"
    #expect(Reading(text).figures == ["AFG 2001 1", "BLZ 2001 2", "NOR 2001 3"])
    let gleditsch = "id,land,year,x\n700,Afghanistan,2001,1\n80,Belize,2001,2\n385,Norway,2001,3\n"
    #expect(Reading(gleditsch, column: "x").figures == ["AFG 2001 1", "BLZ 2001 2", "NOR 2001 3"])
  }

  @Test("Numbers alone are ambiguous until somebody says whose they are") func numbersAlone() {
    let text = "country,year,x\n20,2001,1\n70,2001,2\n385,2001,3\n"
    #expect(Reading(text).errors == ["t.csv:1:1 ambiguous-codes"])
    var said = FigureSelection()
    said.form.country = "country=gw"
    #expect(
      Reading(SourceText(name: "t.csv", text), said).figures == ["CAN 2001 1", "MEX 2001 2", "NOR 2001 3"])
  }

  @Test("A code NA is Namibia beside its name or alone, and else no code") func namibia() {
    var findings = Findings()
    let countries = CountryTable.read(
      SourceText(
        name: "countries.csv", World.countryText + "\nNAM,NA,516,Namibia,true,Africa,Southern Africa,,\n"),
      into: &findings)
    func read(_ text: String) -> [String] {
      let text = SourceText(name: "t.csv", text)
      let reading = FigureReader.read(text, FigureSelection(), countries: countries, into: &findings)
      return reading.figures.map { "\(countries.countries[$0.country].code) \($0.value)" }
    }
    #expect(read("iso2,country,year,x\nNA,Namibia,2001,1\nNO,Norway,2001,2\n") == ["NAM 1.0", "NOR 2.0"])
    #expect(read("iso2,year,x\nNA,2001,1\nNO,2001,2\n") == ["NAM 1.0", "NOR 2.0"])
    #expect(read("iso2,country,year,x\nNA,Romania,2001,1\nNO,Norway,2001,2\n") == ["ROU 1.0", "NOR 2.0"])
    #expect(findings.isEmpty)
  }

  @Test("An office's own numbers, and figures that look like numbers of countries, are neither")
  func noNumbers() {
    let ids = "country_name,country_id,year,x\nNorway,4,2001,1\nRomania,84,2001,2\nMexico,124,2001,3\n"
    #expect(Reading(ids, column: "x").figures == ["MEX 2001 3", "NOR 2001 1", "ROU 2001 2"])
    let share = "country,year,share,x\nNorway,2001,4,1\nRomania,2001,84.5,2\nMexico,2001,124,3\n"
    #expect(Reading(share, column: "x").found.isEmpty)
  }

  @Test("Where somebody comes from is not whom the row is about") func otherPart() {
    let text = """
      iso3,year,value,Country of origin
      NOR,2001,1,Afghanistan
      NOR,2002,2,Romania
      CAN,2001,3,Afghanistan
      CAN,2002,4,Mexico

      """
    #expect(Reading(text).errors == ["t.csv:1:1 two-countries"])
    var selection = FigureSelection()
    selection.form = TableChoice(country: "iso3")
    let reading = Reading(SourceText(name: "t.csv", text), selection)
    #expect(reading.figures == ["CAN 2001 3", "CAN 2002 4", "NOR 2001 1", "NOR 2002 2"])
  }

  @Test("FAO's China with its islands is left out beside China itself") func groupWithItsName() {
    var findings = Findings()
    let countries = CountryTable.read(
      SourceText(name: "countries.csv", World.countryText),
      areas: SourceText(name: "areas.csv", "name,kind,note,aliases\nNorway (FAO),aggregate,,159\n"),
      into: &findings)
    let text = SourceText(
      name: "t.csv",
      "Area Code (M49),Area,Year,x\n'159,Norway,2001,9\n'578,Norway,2001,1\n'004,Afghanistan,2001,2\n")
    let reading = FigureReader.read(text, FigureSelection(), countries: countries, into: &findings)
    #expect(Array(reading.figures).map(\.value) == [1, 2] && !findings.hasErrors)
    #expect(findings.all.map(\.identifier) == ["left-out"])
  }
}
