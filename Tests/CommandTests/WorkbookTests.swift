import Diagnostics
import Tabular
import Testing

@testable import Spreadsheets

@Suite("Sheets of workbooks") struct WorkbookTests {
  private func table(_ workbook: WorkbookText, _ sheet: Int = 0) throws -> SheetTable {
    let workbook = try Workbook(workbook.bytes, file: "w.xlsx")
    return try workbook.table(workbook.sheets[sheet])
  }

  private func text(_ workbook: WorkbookText) throws -> String {
    String(decoding: try table(workbook).text.bytes, as: UTF8.self)
  }

  private func text(_ rows: String) throws -> String { try text(WorkbookText(rows: rows)) }

  @Test("line N of the text is row N, whatever stands above, and a cell stands where its name says")
  func places() throws {
    #expect(
      try text(
        "<row r=\"3\"><c r=\"B3\"><v>1</v></c><c r=\"D3\"><v>2</v></c></row>"
          + "<row r=\"5\"><c r=\"A5\"/><c r=\"E5\"><v>3</v></c></row>") == "\n\n,1,,2,\n\n,,,,3\n")
    #expect(
      try text("<row><c><v>1</v></c><c/><c><v>2</v></c></row><row/><row><c><v>3</v></c></row>")
        == "1,,2\n\n3,,\n", "rows and cells without names follow each other")
    let sheet = try table(WorkbookText(rows: "<row r=\"7\"><c r=\"AB7\"><v>9</v></c></row>"))
    #expect(sheet.text.name == "w.xlsx#Data")
    #expect(sheet.text.line(7) == String(repeating: ",", count: 27) + "9")
  }

  @Test("what a sheet claims of its size takes no room") func dimension() throws {
    let xml =
      "<dimension ref=\"A1:XFD1048576\"/><cols><col min=\"1\" max=\"16384\"/></cols>"
      + WorkbookText.data([["a", "1"]]) + "<mergeCells><mergeCell ref=\"A1:XFD1048576\"/></mergeCells>"
    #expect(try text(WorkbookText(("Data", "visible", xml))) == "a,1\n")
    #expect(try text("<row r=\"1048576\"><c r=\"A1048576\"><v>1</v></c></row>").utf8.count == 1_048_577)
  }

  @Test("texts are joined from their runs, without how they are pronounced, on one line") func texts() throws
  {
    var workbook = WorkbookText(
      rows: "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"s\"><v>2</v></c>"
        + "<c t=\"inlineStr\"><is><r><t>in</t></r><r><t xml:space=\"preserve\"> line </t></r></is></c>"
        + "<c t=\"str\"><f>A1&amp;B1</f><v>made; of &lt;two&gt;</v></c></row>")
    workbook.strings =
      "<si><r><rPr><b/></rPr><t>Bread</t></r><r><t> and, \"salt\"</t></r></si>"
      + "<si><t>東京</t><rPh sb=\"0\" eb=\"2\"><t>トウキョウ</t></rPh><phoneticPr fontId=\"1\"/></si>"
      + "<si><t>two&#10;lines_x000D_ _x00e9_ _x12</t></si>"
    #expect(
      try text(workbook) == "\"Bread and, \"\"salt\"\"\",東京,two lines  é _x12,in line,\"made; of <two>\"\n")
  }

  @Test("the raised mark of a footnote is no digit of the number before it") func raised() throws {
    func run(_ text: String, _ mark: String) -> String {
      "<c t=\"inlineStr\"><is><r><t>\(text)</t></r><r><rPr><vertAlign val=\"superscript\"/></rPr>"
        + "<t>\(mark)</t></r><r><t>.</t></r></is></c>"
    }
    #expect(
      try text("<row>\(run("12.3", "1"))\(run("Chad", "a, 2"))\(run("5", "th"))</row>")
        == "12.3¹.,Chadᵃ².,5th.\n")
  }

  @Test("a number is the shortest text that reads back to what is stored") func numbers() throws {
    let stored = ["94.299999999999997", "0.1", "2015", "1.0E-3", "-7", "1e400", "0.30000000000000004"]
    #expect(
      try text("<row>" + stored.map { "<c><v>\($0)</v></c>" }.joined() + "</row>")
        == "94.3,0.1,2015,0.001,-7,1e400,0.30000000000000004\n")
  }

  @Test("truths are words, errors and formulas without a result are empty, and both are told") func others()
    throws
  {
    let sheet = try table(
      WorkbookText(
        rows: "<row><c t=\"b\"><v>1</v></c><c t=\"b\"><v>0</v></c><c t=\"e\"><v>#N/A</v></c>"
          + "<c><f>1+1</f><v>2</v></c><c><f>1+2</f></c><c t=\"str\"><f>\"\"</f><v></v></c>"
          + "<c t=\"d\"><v>2018-12-31T00:00:00</v></c></row><row><c t=\"e\"><v>#DIV/0!</v></c></row>"))
    #expect(sheet.text.line(1) == "TRUE,FALSE,,2,,,2018-12-31")
    #expect(
      sheet.findings.all.map(\.text) == [
        "w.xlsx#Data: warning: 2 cells hold an error of a formula and are read as empty: the first is #N/A in C1 "
          + "[cell-errors]",
        "w.xlsx#Data: warning: 1 formula has no stored result and is read as empty: the first is in E1 "
          + "[formula-values]",
      ])
  }

  /// Styles of the formats with these numbers, in order, and one of a differential style that holds for no cell.
  private func styles(_ numbers: Int..., codes: [Int: String] = [:]) -> String {
    let own = codes.keys.sorted().map { "<numFmt numFmtId=\"\($0)\" formatCode=\"\(codes[$0] ?? "")\"/>" }
    return "<numFmts>\(own.joined())</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>"
      + numbers.map { "<xf numFmtId=\"\($0)\"/>" }.joined() + "</cellXfs>"
      + "<dxfs><dxf><numFmt numFmtId=\"165\" formatCode=\"yyyy\"/></dxf></dxfs>"
  }

  @Test("days are told by the format of their cells, from 1900 or 1904") func dates() throws {
    let rows =
      "<row>" + (0..<5).map { "<c s=\"\($0)\"><v>43465.5</v></c>" }.joined()
      + "<c s=\"9\"><v>43465</v></c></row>"
    var workbook = WorkbookText(rows: rows)
    workbook.styles = styles(
      0, 14, 164, 165, 166, codes: [164: "dd/mm/yyyy;@", 165: "yyyy", 166: "0.0&quot; days&quot;"])
    // 43,465 days from 31 December 1899, with the day in 1900 that never was, are 31 December 2018.
    #expect(try text(workbook) == "43465.5,2018-12-31,2018-12-31,2018,43465.5,43465\n")
    workbook.settings = "date1904=\"1\""
    #expect(try text(workbook) == "43465.5,2023-01-01,2023-01-01,2023,43465.5,43465\n")
  }

  @Test(
    "a number of days is a day of the calendar",
    arguments: [
      (1.0, "1900-01-01"), (59, "1900-02-28"), (60, "1900-02-29"), (61, "1900-03-01"), (25_569, "1970-01-01"),
      (36_585, "2000-02-29"), (2_958_465, "9999-12-31"),
    ]) func days(_ serial: Double, _ day: String)
  {
    #expect(SerialDate.text(serial, from1904: false) == day)
    #expect(SerialDate.text(serial + 0.75, from1904: false) == day)
    // Between the two counts lie four years and a day; from 1 March 1900 on both agree.
    if serial >= 1462 { #expect(SerialDate.text(serial - 1462, from1904: true) == day) }
  }

  @Test("what is the number of no day stays a number") func noDays() {
    for serial in [-1.0, 0, 0.5, 2_958_466, 1e300, .nan] {
      #expect(SerialDate.text(serial, from1904: false) == nil)
    }
    #expect(SerialDate.text(0, from1904: true) == "1904-01-01")
  }

  @Test(
    "a format's code says whether a number is a day",
    arguments: [
      ("General", NumberMeaning.number), ("0.00E+00", .number), ("#,##0 \"d\"", .number),
      ("[Red]0.0", .number), ("[$USD] #,##0", .number), ("h:mm:ss", .number), ("[h]:mm", .number),
      ("[mm]", .number), ("0\\d", .number), ("0_d", .number), ("yyyy-mm-dd", .date),
      ("[$-409]mmm\\-yy;@", .date), ("mmm", .date), ("d/m/yy h:mm", .date), ("yyyy", .year),
      ("YYYY;;", .year), ("0.0%", .percent), ("0\"%\"", .number), ("0;0%", .number),
    ]) func codes(_ code: String, _ meaning: NumberMeaning)
  { #expect(NumberMeaning(code: code) == meaning) }

  @Test("shares that a sheet shows as per cent are read as stored, and that is told") func percents() throws {
    var workbook = WorkbookText(rows: "<row><c s=\"1\"><v>0.45</v></c><c s=\"0\"><v>3</v></c></row>")
    workbook.styles = styles(0, 10)
    let sheet = try table(workbook)
    #expect(sheet.text.line(1) == "0.45,3")
    #expect(
      sheet.findings.all.map(\.message) == [
        "1 number is shown as per cent and read as stored, as shares of 1: the first is 0.45 in A1"
      ])
  }

  @Test("a merged name counts for each of its rows of figures, a head or a figure does not") func merged()
    throws
  {
    let rows = [
      ["Title of 2020", "", "", ""], ["Country", "Year", "Rate", ""], ["", "", "Men", "Women"],
      ["Arcadia", "2019", "1.5", "2.5"], ["", "2020", "1.75", ""], ["Utopia", "2019", "3", "4"],
      ["", "2020", "", "5"],
    ]
    let merged = ["A1:D1", "A2:A3", "B2:B3", "C2:D2", "A4:A5", "A6:A7", "C6:C7", "Z1:Z9", "rubbish"]
    let xml =
      WorkbookText.data(rows) + "<mergeCells>" + merged.map { "<mergeCell ref=\"\($0)\"/>" }.joined()
      + "</mergeCells>"
    let sheet = try table(WorkbookText(("Data", "visible", xml)))
    #expect(
      String(decoding: sheet.text.bytes, as: UTF8.self) == """
        Title of 2020,,,
        Country,Year,Rate,
        ,,Men,Women
        Arcadia,2019,1.5,2.5
        Arcadia,2020,1.75,
        Utopia,2019,3,4
        Utopia,2020,,5

        """)
    #expect(
      sheet.findings.all.map(\.message) == ["2 merged cells count for each of the rows that they cover"])
  }

  @Test("hidden rows and columns are read, and told") func hidden() throws {
    let xml =
      "<cols><col min=\"2\" max=\"3\" hidden=\"1\"/><col min=\"9\" max=\"16384\" hidden=\"true\"/></cols><sheetData>"
      + "<row hidden=\"1\"><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>"
      + "<row hidden=\"1\"><c/></row></sheetData>"
    let sheet = try table(WorkbookText(("Data", "veryHidden", xml)))
    #expect(sheet.text.line(1) == "1,2" && sheet.text.line(2) == "3,")
    #expect(
      sheet.findings.all.map(\.message) == [
        "the sheet is hidden, and is read", "1 row and 1 column are hidden, and are read like the others",
      ])
  }

  @Test("sheets are found by their relations, under any prefix, and charts are none") func sheets() throws {
    var workbook = WorkbookText(
      ("One", "visible", WorkbookText.data([["1"]])), ("Two", "hidden", "<sheetData/>"))
    workbook.type = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
    workbook.other = [
      "xl/workbook.xml": """
      <?xml version="1.0" encoding="UTF-8"?><x:workbook xmlns:x="m" xmlns:q="r"><x:sheets>
      <x:sheet name="Chart" sheetId="9" q:id="c"/><x:sheet name="Daten &amp; mehr" sheetId="1" q:id="a"/>
      <x:sheet name="Two" sheetId="2" q:id="b" state="hidden"/></x:sheets></x:workbook>
      """,
      "xl/_rels/workbook.xml.rels": """
      <Relationships><Relationship Id="a" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet"
      Target="../xl/./worksheets/Sheet0.xml"/><Relationship Id="b" Type="t/worksheet" Target="/xl/other\u{5C}two.xml"/>
      <Relationship Id="c" Type="t/chartsheet" Target="chartsheets/sheet1.xml"/></Relationships>
      """,
      "xl\u{5C}other\u{5C}two.xml":
        "<x:worksheet xmlns:x='m'><x:sheetData><x:row><x:c><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>",
    ]
    let read = try Workbook(workbook.bytes, file: "w.xlsm")
    #expect(read.sheets.map(\.name) == ["Daten & mehr", "Two"])
    #expect(read.visibleSheets.map(\.name) == ["Daten & mehr"])
    #expect(try read.table(read.sheets[0]).text.line(1) == "1")
    #expect(try read.table(try read.sheet(named: " two ")).text.line(1) == "7")
    do {
      _ = try read.sheet(named: "Dateen & mehr")
      Issue.record("there is no such sheet")
    } catch {
      #expect(error.identifier == "unknown-sheet")
      #expect(error.remedy == "did you mean \"Daten & mehr\"?")
    }
  }

  @Test("a finding about a sheet names the cell") func cells() throws {
    let sheet = try table(
      WorkbookText(("Data", "visible", WorkbookText.data([["a, b", "c"], ["d", "e"]]))))
    let findings = Findings(
      Diagnostic(.figures, "it is wrong", in: sheet.text, line: 1, column: 8),
      Diagnostic(.figures, "so is this", in: sheet.text, line: 2, column: 1),
      Diagnostic(.figures, "and that", at: .init(file: "other.csv", line: 1, column: 8)))
    #expect(
      SheetTable.naming(findings, in: [sheet]).all.map(\.message) == [
        "cell B1: it is wrong", "so is this", "and that",
      ])
  }

  @Test(
    "the names of cells and columns",
    arguments: [("A1", 1, 0), ("Z9", 9, 25), ("AA10", 10, 26), ("XFD1048576", 1_048_576, 16_383)]) func names(
      _ name: String, _ row: Int, _ column: Int
    ) throws
  {
    let place = try #require(CellName.place(name.utf8))
    #expect(place.row == row && place.column == column)
    #expect(CellName.name(row: row, column: column) == name)
  }
}

extension FindingKind {
  fileprivate static let figures = FindingKind("made", .error, "It is made", remedy: "Mend it.")
}
