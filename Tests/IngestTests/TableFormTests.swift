import Diagnostics
import Ingest
import Tabular
import Testing

@Suite("Tables in the forms that publishers give them") struct TableFormTests {
  private func read(_ text: String, _ change: (inout FigureSelection) -> Void = { _ in }) -> Reading {
    var selection = FigureSelection()
    change(&selection)
    return Reading(SourceText(name: "t.csv", text), selection)
  }

  @Test(
    "Years in the names of columns are read, before or behind what they are of",
    arguments: [
      "Country,2001 cpi,2002 cpi\nNorway,1,2\n", "Country,cpi_2001,cpi_2002\nNorway,1,2\n",
      "Country,CPI score 2001,CPI score 2002\nNorway,1,2\n",
      "Country,Y2001,Y2001F,Y2002,Y2002F\nNorway,1,E,2,E\n",
      "Country,CPI (2001),Note 2001,CPI (2002),Note 2002\nNorway,1,low,2,high\n",
    ]) func yearsInNames(text: String)
  { #expect(read(text).figures == ["NOR 2001 1", "NOR 2002 2"]) }

  @Test(
    "Quarters, halves and months in names are no years",
    arguments: [
      "2018 Q4,2019 Q4", "December 2018,December 2019", "H1 2019,H1 2020", "2018 (Jan-Mar),2019 (Jan-Mar)",
      "2018-Q1,2018-Q2", "Jan 2018,Feb 2018",
    ]) func partsOfYears(columns: String)
  {
    let reading = read("Country,\(columns)\nNorway,1,2\n")
    #expect(reading.errors == ["t.csv:1:1 unknown-layout"])
    #expect(reading.found.all.first?.message.contains("no calendar years") == true)
  }

  @Test("Two letters at the head of a column are no country") func lettersOfTwo() {
    let reading = read("Name,NO,CA,Year\nNorway,2,3,2001\nRomania,4,5,2001\n") { $0.column = "NO" }
    #expect(reading.figures == ["NOR 2001 2", "ROU 2001 4"])
  }

  @Test("Events of provinces are added up where that is asked for, women and men are not") func provinces() {
    let text = "Country,Province,Sex,Year,Deaths\nNorway,A,F,2001,1\nNorway,B,F,2001,2\n"
    func sum(_ text: String) -> Reading {
      read(text) {
        $0.column = "Deaths"
        $0.addsRows = true
      }
    }
    #expect(sum(text).figures == ["NOR 2001 1", "NOR 2001 2"] && !sum(text).found.hasErrors)
    #expect(sum(text + "Romania,C,M,2001,2\n").errors == ["t.csv:1:1 breakdown"])
  }

  @Test("Series may be called by a letter and a number") func shortStems() {
    let text = "iso3,s0_2001,s1_2001,t2_2001\nNOR,1,2,3\n"
    #expect(
      ["s0", "s1", "t2"].map { stem in read(text) { $0.column = stem }.figures } == [
        ["NOR 2001 1"], ["NOR 2001 2"], ["NOR 2001 3"],
      ])
  }

  @Test("Several series with years in their names have to be chosen from") func severalStems() {
    let text = "Country / Territory,ISO3,Score 2001,Rank 2001\nNorway,NOR,84,5\n"
    #expect(read(text).errors == ["t.csv:1:1 column-wanted"])
    #expect(read(text) { $0.column = "Rank" }.figures == ["NOR 2001 5"])
  }

  @Test("A table of one year is read by its header, or by what is said; else it is refused with the option")
  func oneYear() {
    #expect(read("Country,2001\nNorway,5\n").figures == ["NOR 2001 5"])
    let text = "Country,Value\nNorway,5\nBelize,7\n"
    let refused = read(text)
    #expect(refused.errors == ["t.csv:1:1 unknown-layout"])
    #expect(refused.found.all.first?.remedy == "add a column of years, or say --year, such as --year 2015")
    #expect(read(text) { $0.form.year = 2001 }.figures == ["BLZ 2001 7", "NOR 2001 5"])
  }

  @Test("A table with countries as columns is read across") func across() {
    let reading = read("Year,Norway,Romania,World\n2001,1,2,3\n2002,4,,6\n")
    #expect(reading.figures == ["NOR 2001 1", "NOR 2002 4", "ROU 2001 2"])
    #expect(reading.found.all.map(\.identifier) == ["left-out"])
    #expect(read("Year,Norway,Romania,Atlantis\n2001,1,2,3\n").errors == ["t.csv:2:10 unknown-country"])
  }

  @Test("Eurostat's joined keys are parted, its flags told, its missing values left out") func eurostat() {
    let reading = read("unit,item,geo\\time\t2001 \t2002 \nEUR,B1,NO\t37 \t38 b\nEUR,B1,RO\t17 p\t: c\n")
    #expect(reading.figures == ["NOR 2001 37", "NOR 2002 38", "ROU 2001 17"])
    #expect(reading.found.all.map(\.identifier) == ["footnote"])
    let two = "unit,geo\\time\t2001 \nEUR,NO\t37 \nPPS,RO\t17 \n"
    #expect(read(two).errors == ["t.csv:1:1 mixed-units"])
  }

  @Test("Columns of countries and years are found by what they hold") func byContent() {
    let reading = read("Name,Index Year,Score\nNorway,2001,5\nRomania,2001,6\n")
    #expect(reading.figures == ["NOR 2001 5", "ROU 2001 6"])
    #expect(reading.found.all.map(\.identifier) == ["by-content"])
    #expect(read("Name,When,Score\nNorway,2001,5\nRomania,2001,6\n").errors == ["t.csv:1:1 unknown-layout"])
    let said = read("Name,When,Score\nNorway,2001,5\nRomania,2001,6\n") { $0.form.yearColumn = "When" }
    #expect(said.figures == ["NOR 2001 5", "ROU 2001 6"])
    #expect(
      read("Name,When,Score\nNorway,2001,5\n") { $0.form.yearColumn = "Wen" }.errors == [
        "t.csv:1:1 unknown-column"
      ])
  }

  @Test("A row of data that says COUNTRY and YEAR is not the header") func dataRowIsNoHeader() {
    let text = """
      Id,Kind,Place,TimeKind,TimeDim,Value
      11,COUNTRY,NOR,YEAR,2001,5
      12,COUNTRY,ROU,YEAR,2001,6
      13,REGION,WLD,YEAR,2001,7

      """
    #expect(read(text) { $0.column = "Value" }.figures == ["NOR 2001 5", "ROU 2001 6"])
  }

  @Test("What is said of the decimal mark is believed where the cells do not prove it") func decimal() {
    let text = "iso3;2001;2002\nNOR;33.111;30.222\n"
    #expect(read(text).errors == ["t.csv:2:5 unclear-decimal-mark"])
    #expect(read(text) { $0.decimal = .point }.figures == ["NOR 2001 33.111", "NOR 2002 30.222"])
    #expect(read(text) { $0.decimal = .comma }.figures == ["NOR 2001 33111", "NOR 2002 30222"])
    #expect(read("iso3,year,x\nNOR,2001,\"1,234\"\n") { $0.decimal = .comma }.figures == ["NOR 2001 1.234"])
  }

  @Test("Rows can be left out by what stands in a column") func exclusion() {
    let text = "iso3,year,x,kind\nNOR,2001,5,low\nNOR,2001,6,high\nROU,2001,7,middle\n"
    let reading = read(text) {
      $0.column = "x"
      $0.conditions = [RowCondition(column: "kind", text: "HIGH", isExclusion: true)]
    }
    #expect(reading.figures == ["NOR 2001 5", "ROU 2001 7"])
  }

  @Test("Where each row has a text of its own, adding rows up is what is advised") func events() {
    let text = "Event,Year,ISO,Deaths\nE1,2001,NOR,12\nE2,2001,NOR,30\nE3,2002,ROU,3\n"
    let finding = read(text) { $0.column = "Deaths" }.found.all.first
    #expect(finding?.identifier == "breakdown" && finding?.remedy.contains("--rows sum") == true)
    #expect(finding?.remedy.contains("--where") == false)
  }

  @Test("Unknown names in years that are not wanted do no harm, and are counted") func otherYears() {
    let text = "country,year,score\nGran Norway,1825,3\nNorway,1826,x\nNorway,2001,9\n"
    let reading = read(text) { $0.wanted = 1990...2025 }
    #expect(reading.figures == ["NOR 2001 9"] && !reading.found.hasErrors)
    #expect(
      reading.found.all.first?.message.contains("1 of unknown names in years that are left out") == true)
    #expect(read(text).errors.count == 2)
  }

  @Test("Footers padded to the table's width are no series") func paddedFooter() {
    let text = "iso3,year,indicator,value\nNOR,2001,a,1\nROU,2001,a,2\nSource: an office,,,\n"
    #expect(read(text).figures == ["NOR 2001 1", "ROU 2001 2"])
  }

  @Test("A block of numbered footnotes ends a table") func footnotes() {
    let text =
      "Country or Area,Year,Value,Notes\nNorway,2001,5,1\n\"noteID\",\"Note\"\n1,Projected.\n2,With others.\n"
    let reading = read(text)
    #expect(
      reading.figures == ["NOR 2001 5"]
        && reading.found.all.map(\.message) == ["3 lines below the table are taken for footnotes"])
  }
}
