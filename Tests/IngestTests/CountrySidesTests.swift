import Ingest
import IndexModel
import Tabular
import Testing

@Suite("Tables of two countries a row") struct CountrySidesTests {
  private func reading(_ text: String, country: String? = nil) -> Reading {
    var selection = FigureSelection()
    selection.form = TableChoice(country: country)
    return Reading(SourceText(name: "t.csv", text), selection)
  }

  @Test(
    "Two columns that name different countries are refused, and the one that is named is read",
    arguments: [
      ("origin", "destination"), ("Country of origin", "Country of asylum"), ("country", "partner"),
      ("Reporter", "Partner"),
    ]) func refused(one: String, other: String)
  {
    let text =
      "\(one),\(other),year,x\nNorway,Mexico,2018,1\nRomania,Belize,2018,2\nCanada,Australia,2018,3\n"
    let found = reading(text)
    #expect(found.errors == ["t.csv:1:1 two-countries"])
    #expect(found.figures == [])
    #expect(found.found.all.first?.remedy.contains("--country-column '\(other)'") == true)
    #expect(reading(text, country: one).figures == ["CAN 2018 3", "NOR 2018 1", "ROU 2018 2"])
    #expect(reading(text, country: other).figures == ["AUS 2018 3", "BLZ 2018 2", "MEX 2018 1"])
  }

  @Test("Codes of two countries whose parts never meet are refused") func codes() {
    #expect(
      reading("Reporter,Partner,year,x\nNOR,MEX,2018,1\nROU,MEX,2018,2\nCAN,AUS,2018,3\n").errors == [
        "t.csv:1:1 two-countries"
      ])
  }

  @Test("Columns of the same country, of regions and of flags are no second country") func oneCountry() {
    let text = "iso3,country,region,flag,year,x\nNOR,Norway,World,A,2018,1\nROU,Romania,World,E,2018,2\n"
    #expect(Reading(text, column: "x").figures == ["NOR 2018 1", "ROU 2018 2"])
  }
}
