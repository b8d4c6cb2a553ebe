import Ingest
import Tabular
import Testing

@Suite("Headings between rows, above columns, and missing ones") struct StackedTableTests {
  @Test(
    "Tables below each other, each under its heading, are refused",
    arguments: [
      ("Males\ncountry,2018,2019\nNorway,1,2\nFemales\ncountry,2018,2019\nNorway,3,4\n", 5),
      ("country,2018,2019\nMales,,\nNorway,1,2\nFemales,,\nRomania,3,4\n", 2),
      ("country,year,x\nUrban areas,,\nNorway,2018,1\nRural areas,,\nRomania,2018,3\n", 2),
      ("country,year,x\nNorway,2018,1\nTable 2: Poverty,,\nRomania,2018,3\n", 3),
    ]) func stacked(text: String, line: Int)
  {
    let reading = Reading(text)
    #expect(reading.errors == ["t.csv:\(line):1 stacked-tables"])
    #expect(reading.figures == [])
  }

  @Test("Headings of regions divide nothing, and files put end to end are one table") func regions() {
    #expect(
      Reading("country,2018\nNORTHERN LANDS,\nNorway,1\nOther lands,\nRomania,2\n").figures == [
        "NOR 2018 1", "ROU 2018 2",
      ])
    #expect(Reading("country,2018\nBoth sexes,\nNorway,1\nRomania,2\n").figures.count == 2)
    #expect(
      Reading("iso3,year,value\nNOR,2018,1\niso3,year,value\nROU,2018,2\n").figures == [
        "NOR 2018 1", "ROU 2018 2",
      ])
  }

  @Test(
    "A header of two rows is read as one",
    arguments: [
      "Country,2018,,2019,\n,Male,Total,Male,Total\nNorway,9,1,9,2\nRomania,9,3,9,4\n",
      ",2018,,2019,\nCountry,Male,Total,Male,Total\nNorway,9,1,9,2\nRomania,9,3,9,4\n",
      "Country,Male,,Total,\n,2018,2019,2018,2019\nNorway,9,9,1,2\nRomania,9,9,3,4\n",
    ]) func twoRows(text: String)
  {
    #expect(Reading(text).errors == ["t.csv:1:1 column-wanted"])
    #expect(
      Reading(text, column: "Total").figures == ["NOR 2018 1", "NOR 2019 2", "ROU 2018 3", "ROU 2019 4"])
  }

  @Test("A row of units below the header is left out, with a note; a heading there is none") func units() {
    let reading = Reading("country,year,x\n,,percent\nNorway,2018,1\nRomania,2018,2\n")
    #expect(reading.figures == ["NOR 2018 1", "ROU 2018 2"])
    #expect(places(reading.found) == ["t.csv:2 left-out"])
    #expect(Reading("country,year,x\n,,Males\nNorway,2018,1\nRomania,2018,2\n").found.hasErrors)
  }

  @Test("A column of figures without a name is told; one that numbers the rows is not") func unnamed() {
    let reading = Reading("country,2018,,2020\nNorway,1,2,3\nRomania,4,5,6\n")
    #expect(reading.figures.count == 4)
    #expect(places(reading.found) == ["t.csv:1:1 unread-column"])
    #expect(Reading(",country,year,x\n1,Norway,2018,1\n2,Romania,2018,2\n").found.isEmpty)
    #expect(Reading("country,year,x,\nNorway,2018,1,\nRomania,2018,2,\n").found.isEmpty)
  }
}
