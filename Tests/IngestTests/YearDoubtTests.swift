import Diagnostics
import IndexModel
import Ingest
import Tabular
import Testing

@Suite("Which years the figures are of") struct YearDoubtTests {
  /// A reading under a choice of the form.
  private func reading(_ text: String, _ choice: TableChoice = TableChoice(), column: String? = nil)
    -> Reading
  {
    var selection = FigureSelection(column: column)
    selection.form = choice
    return Reading(SourceText(name: "t.csv", text), selection)
  }

  @Test(
    "Two columns of years that differ are refused, and each that is named is read",
    arguments: [
      ("iso3", "Report year", "Data year"), ("country", "Edition", "Reference Year"),
      ("country", "Start year", "End year"),
    ]) func twoColumns(country: String, one: String, other: String)
  {
    let text = "\(country),\(one),\(other),x\nNOR,2020,2018,1\nROU,2021,2019,2\nCAN,2021,2019,3\n"
    let refused = reading(text, column: "x")
    #expect(refused.errors == ["t.csv:1:1 ambiguous-years"])
    #expect(refused.found.all.first?.remedy.contains("--year-column '\(other)'") == true)
    #expect(
      reading(text, TableChoice(yearColumn: other), column: "x").figures == [
        "CAN 2019 3", "NOR 2018 1", "ROU 2019 2",
      ])
  }

  @Test("A column that is called year is read, with a warning of an edition that holds others") func edition()
  {
    let found = reading("country,Edition,Year,x\nNorway,2020,2018,1\nRomania,2020,2018,2\n")
    #expect(found.figures == ["NOR 2018 1", "ROU 2018 2"])
    #expect(found.found.all.map(\.identifier) == ["ambiguous-years"])
    #expect(found.found.all.first?.severity == .warning)
  }

  @Test("Years that are those of editions alone are read with a warning, unless they are named")
  func onlyEdition() {
    let text = "country,Edition,x\nNorway,2018,1\nRomania,2018,2\n"
    #expect(reading(text).figures == ["NOR 2018 1", "ROU 2018 2"])
    #expect(reading(text).found.all.map(\.identifier) == ["ambiguous-years"])
    #expect(reading(text, TableChoice(yearColumn: "Edition")).found.isEmpty)
  }

  @Test(
    "The years of other things, and the same years again, are no doubt",
    arguments: [
      "country,year,start year,x\nNorway,2018,1905,1\nRomania,2018,1947,2\n",
      "country,year,Founded,x\nNorway,2018,1905,1\nRomania,2018,1947,2\n",
      "country,year,edition,x\nNorway,2018,2018,1\nRomania,2019,2019,2\n",
    ]) func harmless(text: String)
  {
    let found = reading(text, column: "x")
    #expect(found.figures.count == 2)
    #expect(found.found.isEmpty)
  }

  @Test("A year that is given for all rows is held against a column that says others") func given() {
    let text = "country,Date of Information,x\nNorway,2018 est.,1\nRomania,2016 est.,2\n"
    let given = reading(text, TableChoice(year: 2019), column: "x")
    #expect(given.figures == ["NOR 2019 1", "ROU 2019 2"])
    #expect(given.found.all.first?.message.contains("holds \"2018 est.\"") == true)
    #expect(given.found.all.first?.remedy.contains("--year-column 'Date of Information'") == true)
    #expect(
      reading(text, TableChoice(yearColumn: "Date of Information")).figures == ["NOR 2018 1", "ROU 2016 2"])
    #expect(reading(text.replacing("2016", with: "2018"), TableChoice(year: 2018)).found.isEmpty)
  }

  @Test(
    "Columns of the last or first days of years are columns of years",
    arguments: [("2018-12-31", "2019-12-31"), ("31/12/2018", "31/12/2019"), ("01.01.2018", "01.01.2019")])
  func days(one: String, other: String) {
    #expect(
      reading("country,\(one),\(other)\nNorway,1,2\nRomania,3,4\n").figures == [
        "NOR 2018 1", "NOR 2019 2", "ROU 2018 3", "ROU 2019 4",
      ])
    #expect(
      reading("date,Norway,Romania\n\(one),1,2\n\(other),3,4\n").figures == [
        "NOR 2018 1", "NOR 2019 3", "ROU 2018 2", "ROU 2019 4",
      ])
  }

  @Test("Columns of other days are parts of years") func otherDays() {
    let months = reading("country,2018-01-01,2018-02-01,2019-01-01\nNorway,1,2,3\nRomania,4,5,6\n")
    #expect(months.errors == ["t.csv:1:1 unknown-layout"])
  }

  @Test("A year that two columns are of is told once", arguments: ["2018,2018", "2018 [YR2018],X2018"])
  func repeated(years: String) {
    let found = reading("country,\(years),2019\nNorway,1,2,3\nRomania,4,5,6\n")
    #expect(found.errors == ["t.csv:1:1 duplicate-column"])
    #expect(found.found.all.first?.message.contains("column 2, and") == true)
  }

  @Test("A text that is no year is told once, with the number of rows") func sameText() {
    let found = reading("country,year,x\nNorway,2018Q1,1\nRomania,2018Q1,2\nCanada,20x8,3\nMexico,2018,4\n")
    #expect(found.errors == ["t.csv:2:8 part-of-year", "t.csv:4:8 bad-year"])
    #expect(found.found.all.first?.message.hasSuffix("here and in 1 more row") == true)
  }
}
