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

  @Test("Decimal commas hide no division, no part alone and no unit") func decimalCommas() {
    let head = "Land;Geschlecht;Jahr;Quote\n"
    let mixed = kinds(head + "Norway;Frauen;2019;5,1\nRomania;Männer;2019;8,4\n")
    #expect(mixed.contains("breakdown"))
    let alone = Reading(head + "Norway;Frauen;2019;5,1\nRomania;Frauen;2019;8,4\n")
    #expect(alone.figures.count == 2)
    #expect(alone.found.all.map(\.identifier).sorted() == ["breakdown", "decimal-mark"])
  }

  @Test("A state that is no more stands beside codes of those that it went on as, and no others") func ended()
  {
    func read(_ code: String) -> [String] {
      kinds("name,iso3,year,x\nOld Union,\(code),1990,1\nNorway,NOR,1990,2\n", column: "x")
    }
    #expect(read("ROU") == [] && read("CAN") == ["contradiction"])
  }

  @Test("The header of another series begins another table") func secondSeries() {
    let text = "Country,Year,a\nNorway,2017,5\nCountry,Year,b\nRomania,2018,8\n"
    #expect(kinds(text) == ["stacked-tables"])
  }

  @Test(
    "Rows below a heading that nobody knows are doubted; below a title, a region or above a footnote they are not"
  ) func headings() {
    func found(_ rows: String) -> [String] { kinds("Country,2017,2018\n" + rows) }
    #expect(found("Norway,5,6\nInflation,,\nRomania,8,9\n").contains("stacked-tables"))
    #expect(!found("Unemployment,,\nNorway,5,6\nRomania,8,9\nSource: ILO,,\n").contains("stacked-tables"))
    #expect(!found("Norway,5,6\nWorld,,\nRomania,8,9\n").contains("stacked-tables"))
  }

  @Test("A month or quarter alone is an error, unless it was asked for") func partOfYear() {
    let text = "Country,Year,Quarter,x\nNorway,2019,Q1,1\nRomania,2019,Q1,2\n"
    #expect(kinds(text) == ["breakdown"])
    #expect(Reading(text, conditions: [("Quarter", "Q1")]).found.isEmpty)
    #expect(kinds(text.replacing("Q1", with: "total")) == [])
  }

  @Test("Numbers with a sign divide nothing") func signs() {
    #expect(Reading("Country,Year,x\nNorway,2019,5.1\nRomania,2019,+7.1\n").found.isEmpty)
  }

  @Test("A column of which any text is wanted divides nothing") func anyText() {
    let text = "Country,Year,Status,x\nNorway,2019,F,1\nRomania,2019,M,2\n"
    #expect(kinds(text) == ["breakdown"])
    #expect(Reading(text, conditions: [("Status", "*")]).figures == ["NOR 2019 1", "ROU 2019 2"])
  }

  @Test("Years as rows are known by most of them; a footnote below, also a padded one, is none") func across()
  {
    let table = "Year,Norway,Romania\n2017,5,9\n2018,6,8\n2019,7,7\n"
    #expect(Reading(table + "Source: ILO\n").figures.count == 6)
    #expect(Reading(table + "Source: ILO,,\n").figures.count == 6)
    #expect(kinds(table + "Average,6,8\n") == ["bad-year"])
  }

  @Test("A year may stand above each of its columns") func repeatedYears() {
    let text = "Country,2018,2018,2019,2019\n,Male,Female,Male,Female\nNorway,1,2,3,4\nRomania,5,6,7,8\n"
    #expect(
      Reading(text, column: "Female").figures == ["NOR 2018 2", "NOR 2019 4", "ROU 2018 6", "ROU 2019 8"])
  }

  @Test(
    "Sexes are known beside other words and in other languages",
    arguments: [
      ["Female 15-24", "Male 15-24"], ["Kobiety", "Mężczyźni"], ["% of women", "% of men"], ["男", "女"],
    ]) func sexes(texts: [String])
  {
    let text = "Country,Year,g,x\nNorway,2019,\(texts[0]),1\nRomania,2019,\(texts[1]),2\n"
    #expect(kinds(text) == ["breakdown"])
  }
}
