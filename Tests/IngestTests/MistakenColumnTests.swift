import Ingest
import Tabular
import Testing

@Suite("Columns that could be mistaken for others") struct MistakenColumnTests {
  private func kinds(_ text: String, column: String? = nil, _ form: TableChoice = TableChoice()) -> [String] {
    var selection = FigureSelection(column: column)
    selection.form = form
    return Reading(SourceText(name: "t.csv", text), selection).found.all.map(\.identifier)
  }

  @Test(
    "Numbers alone are no country's under a header that does not say whose they are",
    arguments: [
      "country_id", "country_code", "Country Code", "ref_area", "geo", "country_text_id", "country",
    ]) func bareNumbers(header: String)
  { #expect(kinds("\(header),year,value\n76,2019,1\n578,2019,2\n") == ["ambiguous-codes"]) }

  @Test("Numbers of ISO are believed where the header says so", arguments: ["iso", "m49", "iso_numeric"])
  func numbersOfISO(header: String) {
    #expect(
      Reading("\(header),year,value\n578,2019,1\n642,2019,2\n").figures == ["NOR 2019 1", "ROU 2019 2"])
  }

  @Test("To choose a column of numbers is not to say whose they are") func chosen() {
    let text = "location_id,year,val\n578,2019,1\n642,2019,2\n"
    #expect(kinds(text, TableChoice(country: "location_id")) == ["ambiguous-codes"])
    #expect(kinds(text, TableChoice(country: "location_id=m49")) == [])
  }

  @Test("A header of other years begins another table; a repeated one does not") func otherHeader() {
    let head = "Country,2018,2019\nNorway,3.4,3.1\n"
    #expect(kinds(head + "Country,2010,2011\nRomania,4.2,5\n") == ["stacked-tables"])
    #expect(kinds(head + "Country,2018,2019\nRomania,4.2,5\n") == ["left-out"])
  }

  @Test("Two columns of one name with different years are an error, and no option chooses one")
  func twoYears() {
    let text = "Country,a,Year,b,Year\nNorway,5,2019,6,2018\nRomania,7,2018,8,2019\n"
    #expect(kinds(text, column: "a").contains("duplicate-column"))
    #expect(kinds(text, column: "b", TableChoice(yearColumn: "Year")).contains("duplicate-column"))
  }

  @Test(
    "A span of years in a name is no year",
    arguments: ["x (2018-2020)", "x 2018 to 2020", "x 2015-2019", "Growth 2019/2018", "x 2018 bis 2020"])
  func span(name: String) { #expect(kinds("Country,\(name)\nNorway,5\nRomania,7\n") == ["unknown-layout"]) }

  @Test("A year in a name is one beside other numbers", arguments: ["x 2018", "SDG 3 2018", "x (2018)"])
  func year(name: String) {
    #expect(Reading("Country,\(name)\nNorway,5\nRomania,7\n").figures == ["NOR 2018 5", "ROU 2018 7"])
  }

  @Test(
    "Codes that contradict all names are told", arguments: ["Entity Code,Entity", "code,name", "Code,Label"])
  func contradiction(columns: String) {
    let found = kinds("\(columns),Year,Value\nNOR,Romania,2019,4\nROU,Norway,2019,5\n")
    #expect(found.filter { $0 == "contradiction" }.count == 2)
  }

  @Test(
    "What is beside the whole of a column divides figures, also where each country has one row",
    arguments: [
      ("Area", "Bergen,National"), ("Definition", "Women aged 15-24,Everyone"),
      ("Alter", "unter 25,insgesamt"), ("Geschlecht", "m,w,i"),
      ("Price base", "constant 2015 US$,current US$"), ("Disability", "With disability,All persons"),
    ]) func divided(header: String, texts: String)
  {
    let texts = texts.split(separator: ",")
    let rows = ["Norway", "Romania", "Canada", "Mexico"].enumerated().map { place, country in
      "\(country),2019,\(texts[place % texts.count]),\(place)\n"
    }
    #expect(kinds("Country,Year,\(header),Value\n" + rows.joined()) == ["breakdown"])
  }

  @Test("What stands beside the rows of a group alone divides nothing") func groups() {
    let text =
      "Country,Year,Region,Value\nWorld,2019,All,9\nNorway,2019,Europe,1\nCanada,2019,America,2\n"
      + "Romania,2019,Europe,3\nMexico,2019,America,4\n"
    #expect(kinds(text) == ["left-out"])
  }

  @Test("Figures of a part alone are told, unless they were asked for") func part() {
    let text = "Country,Year,Sex,Value\nNorway,2019,Male,1\nRomania,2019,Male,2\n"
    #expect(Reading(text).found.all.map { "\($0.severity) \($0.identifier)" } == ["note breakdown"])
    #expect(Reading(text, conditions: [("Sex", "Male")]).found.isEmpty)
  }

  @Test(
    "Rows of data without a header are told as such",
    arguments: ["NOR,2019,3.1\nROU,2019,5\n", "Norway,3,4\nRomania,5,6\n"]) func noHeader(text: String)
  {
    let found = Reading(text).found.all
    #expect(found.map(\.identifier) == ["unknown-layout"])
    #expect(found.first?.remedy.hasPrefix("write a header into the first line") == true)
  }
}
