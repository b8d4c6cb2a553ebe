import Diagnostics
import Foundation
import Spreadsheets
import Tabular
import Testing

@Suite("Workbooks that are damaged, hostile or of another kind") struct WorkbookDamageTests {
  private static let good = WorkbookText(
    ("Data", "visible", WorkbookText.data([["iso3", "year"], ["ARC", "2020"]])))

  /// What is wrong with a workbook or its first sheet; nil when both are read.
  private func problem(_ bytes: [UInt8], _ limits: WorkbookLimits = WorkbookLimits()) -> Diagnostic? {
    do throws(Diagnostic) {
      let workbook = try Workbook(bytes, file: "w.xlsx", limits: limits)
      _ = try workbook.table(workbook.sheets[0])
      return nil
    } catch { return error }
  }

  private func problem(_ other: [String: String?]) -> Diagnostic? {
    var workbook = Self.good
    workbook.other = other
    return problem(workbook.bytes)
  }

  private func problem(xml: String) -> Diagnostic? { problem(WorkbookText(("Data", "visible", xml)).bytes) }

  private func problem(rows: String) -> Diagnostic? { problem(WorkbookText(rows: rows).bytes) }

  @Test(
    "what is written before 2007, has a password or is of another program is refused by its name",
    arguments: [
      ("Workbook", "Excel before 2007 (.xls)", ".xlsx or the sheet as CSV"),
      ("EncryptedPackage", "protected with a password", "save it without one"),
      ("WordDocument", "an office document before 2007", "look for the figures"),
    ]) func compound(_ stream: String, _ reason: String, _ remedy: String) throws
  {
    let bytes = WorkbookText.compound(stream)
    #expect(Workbook.recognises(bytes))
    let found = try #require(problem(bytes))
    #expect(found.identifier == "unread-workbook")
    #expect(found.message.contains(reason) && found.remedy.contains(remedy), "\(found.text)")
  }

  @Test(
    "so are packages of other documents",
    arguments: [
      ("application/vnd.ms-excel.sheet.binary.macroEnabled.main", "(.xlsb)"),
      (
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        "a document of Word"
      ),
      (
        "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml", "a presentation"
      ),
    ]) func packages(_ type: String, _ reason: String)
  {
    var workbook = Self.good
    workbook.type = type
    let found = problem(workbook.bytes)
    #expect(found?.identifier == "unread-workbook" && found?.message.contains(reason) == true)
    workbook.type = "text/css"
    let other = problem(workbook.bytes)
    #expect(other?.identifier == "broken-workbook")
    #expect(other?.message.contains("of the type \"text/css\", which is no workbook's") == true)
  }

  @Test("so are spreadsheets of OpenDocument and of Apple; an archive of tables is no workbook")
  func archives() {
    let sheet = ZIPText.archive([
      ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", ""),
    ])
    #expect(Workbook.recognises(sheet))
    #expect(problem(sheet)?.message.contains("OpenDocument spreadsheet (.ods)") == true)
    let text = ZIPText.archive([("mimetype", "application/vnd.oasis.opendocument.text")])
    #expect(problem(text)?.message.contains("OpenDocument document") == true)
    let numbers = ZIPText.archive([("Index/Document.iwa", "")])
    #expect(Workbook.recognises(numbers) && problem(numbers)?.identifier == "unread-workbook")
    #expect(!Workbook.recognises(ZIPText.archive([("a.csv", "x")])))
    #expect(!Workbook.recognises(Array("iso3,year,value\n".utf8)) && !Workbook.recognises([]))
  }

  @Test("a workbook that is cut or changed anywhere gives one error, or the right table") func damaged()
    throws
  {
    let bytes = Self.good.bytes
    #expect(problem(bytes) == nil)
    for count in stride(from: 0, to: bytes.count, by: 7) {
      let found = problem(Array(bytes[..<count]))
      #expect(found?.identifier == "broken-workbook", "cut after \(count)")
    }
    #expect(
      Workbook.recognises(Array(bytes[..<(bytes.count / 2)])), "half a workbook is told from an archive")
    let right = "iso3,year\nARC,2020\n"
    for place in stride(from: 0, to: bytes.count, by: 5) {
      var changed = bytes
      changed[place] ^= 0x11
      do {
        let workbook = try Workbook(changed, file: "w.xlsx")
        let table = try workbook.table(workbook.sheets[0])
        #expect(String(decoding: table.text.bytes, as: UTF8.self) == right, "changed at \(place)")
      } catch { #expect(!error.message.isEmpty && !error.remedy.isEmpty) }
    }
  }

  @Test("a part that does not fit its checksum is damaged") func checksum() throws {
    var bytes = Self.good.bytes
    let place = try #require(bytes.firstRange(of: "2020".utf8)?.lowerBound)
    bytes[place] = UInt8(ascii: "3")
    let found = problem(bytes)
    #expect(found?.identifier == "broken-workbook" && found?.message.contains("CRC error") == true)
  }

  @Test(
    "no entity is taken in: a workbook that declares any is refused",
    arguments: [
      "<!DOCTYPE a [<!ENTITY b 'x'><!ENTITY c '&b;&b;&b;&b;'>]><worksheet>&c;</worksheet>",
      "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><worksheet>&b;</worksheet>",
      "<!DOCTYPE a SYSTEM 'http://127.0.0.1:9/a.dtd'><worksheet/>",
    ]) func entities(_ xml: String)
  {
    let found = problem(["xl/worksheets/sheet0.xml": xml])
    #expect(found?.identifier == "broken-workbook")
    #expect(found?.message.contains("line 1: it declares a document type, which no workbook does") == true)
  }

  @Test("XML that is not well formed, too deep or endless is told with its line") func xml() {
    #expect(problem(xml: "<sheetData>\n<row><c></row>")?.message.contains("line 2: mismatched tag") == true)
    #expect(problem(xml: "<sheetData>&nbsp;")?.message.contains("undefined entity") == true)
    let deep = String(repeating: "<a>", count: 300)
    #expect(problem(xml: deep)?.message.contains("nested more than 256 deep") == true)
    let long = "<c a='" + String(repeating: "x", count: 18 << 20)
    #expect(problem(xml: long)?.message.contains("a tag in it is longer than") == true)
    #expect(problem(["xl/workbook.xml": ""])?.message.contains("no element found") == true)
  }

  @Test("parts that do not fit together are told by their names") func parts() {
    let cases: [(other: [String: String?], message: String)] = [
      (["[Content_Types].xml": nil], "it has no part \"[Content_Types].xml\""),
      (["_rels/.rels": nil], "it does not say where its workbook stands"),
      (["xl/workbook.xml": nil], "it has no part \"xl/workbook.xml\""),
      (["xl/_rels/workbook.xml.rels": nil], "it does not say where its sheet \"Data\" stands"),
      (["xl/worksheets/sheet0.xml": nil], "its sheet \"Data\" is not in it"),
      (["xl/workbook.xml": "<workbook/>"], "it has no sheet with cells"),
      (
        [
          "xl/_rels/workbook.xml.rels":
            "<a><Relationship Id='s0' Type='t/worksheet' Target='../../../etc/passwd'/></a>"
        ], "its sheet \"Data\" is not in it"
      ),
    ]
    for (other, message) in cases {
      let found = problem(other)
      #expect(
        found?.identifier == "broken-workbook" && found?.message.hasSuffix(": " + message) == true,
        "\(message)")
    }
    #expect(
      problem(["xl/styles.xml": nil, "xl/sharedStrings.xml": nil]) == nil, "styles and texts may be missing")
  }

  @Test("rows and cells that contradict each other are told by their names") func contradictions() {
    let cases = [
      ("<row r=\"2\"/><row r=\"2\"/>", "row 2 stands below row 2"),
      ("<row r=\"1048577\"/>", "a sheet has no row 1048577"), ("<row r=\"x\"/>", "row x stands below row 0"),
      ("<row r=\"1\"><c r=\"B2\"/></row>", "cell B2 stands in row 1"),
      ("<row><c r=\"B1\"/><c r=\"A1\"/></row>", "cell A1 stands behind a later one, or twice"),
      ("<row><c r=\"A1\"/><c r=\"A1\"/></row>", "cell A1 stands behind a later one, or twice"),
      ("<row><c r=\"1A\"/></row>", "\"1A\" is the name of no cell"),
      ("<row><c r=\"XFE1\"/></row>", "\"XFE1\" is the name of no cell"),
      ("<row><c r=\"XFD1\"/><c/></row>", "a cell stands outside of all rows"),
      ("<c><v>1</v></c>", "a cell stands outside of all rows"),
      ("<row><c t=\"s\"><v>0</v></c></row>", "cell A1 has a text that is not among the workbook's"),
      ("<row><c t=\"s\"><v>-1</v></c></row>", "cell A1 has a text that is not among the workbook's"),
    ]
    for (rows, message) in cases {
      let found = problem(rows: rows)
      #expect(found?.message == "the workbook is damaged: " + message, "\(found?.text ?? rows)")
    }
  }

  @Test("what unpacks to more than it may is not unpacked") func sizes() throws {
    var limits = WorkbookLimits()
    let longest = Self.good.parts.map(\.text.utf8.count).max() ?? 0
    limits.size = longest
    #expect(problem(Self.good.bytes, limits) == nil)
    limits.size = longest - 1
    #expect(problem(Self.good.bytes, limits)?.identifier == "oversized-workbook")
    // A sheet of 200,000 blanks, packed to a few hundred bytes.
    let bomb = Array(try #require(Data(base64Encoded: Self.bomb)))
    #expect(problem(bomb) == nil, "small parts may be packed as well as they like")
    limits = WorkbookLimits()
    (limits.ratio, limits.ratioFrom) = (100, 100_000)
    #expect(problem(bomb, limits)?.message == "its part \"s.xml\" unpacks to more than 100 times the file")
    limits.ratioFrom = 300_000
    #expect(problem(bomb, limits) == nil)
  }

  @Test("a table that few cells blow up is not made") func sparse() {
    let rows = (1...3000).map { "<row r=\"\($0)\"><c r=\"XFD\($0)\"><v>1</v></c></row>" }.joined()
    var limits = WorkbookLimits()
    limits.size = 1 << 20
    #expect(
      problem(WorkbookText(rows: rows).bytes, limits)?.message
        == "the sheet makes a table of more than 1048576 bytes")
    // Each of 200 merged names would be put into each row.
    let merged = (0..<200).map { _ in "<mergeCell ref=\"A1:A3000\"/>" }.joined()
    let tall = (1...3000).map {
      "<row r=\"\($0)\">\($0 == 1 ? "<c t=\"str\"><v>a</v></c>" : "")<c r=\"B\($0)\"><v>1</v></c></row>"
    }
    let xml = "<sheetData>\(tall.joined())</sheetData><mergeCells>\(merged)</mergeCells>"
    #expect(problem(WorkbookText(("Data", "visible", xml)).bytes, limits)?.identifier == "oversized-workbook")
    #expect(problem(xml: xml) == nil)
  }

  private static let bomb = """
    UEsDBBQAAAAIAAAAIQDwgpAmbgAAAH0AAAATAAAAW0NvbnRlbnRfVHlwZXNdLnhtbB2MQQ4CIQxFrzKZrREugGzcqwsu0ECJJLQl\
    UGf09jKz+snLe98F754b9l4SLi/o+gDC22p386W6LndhRdbwaxNCa7VE0CJsN05GGvK0snQCHVfJuURMEj80EzNaR0jjjahUzbmG\
    oPDlOLbe2eD/UEsDBBQAAAAIAAAAIQB30dZERQAAAEQAAAALAAAAX3JlbHMvLnJlbHOzCbKzCUrNSSzJzM8rzsgsUPBMsVVKVFII\
    qSxItVUq0c9PS8tMTnXJTy7NTc0rAYonFqWnltgqletV5OYo6dvZ6AfZAQBQSwMEFAAAAAgAAAAhALEePXEmAAAAJAAAAAUAAAB3\
    LnhtbLMpt7MpzkhNLVHIS8xNtVVySSxJVFIosspMsVVKVNK3s9EvtwMAUEsDBBQAAAAIAAAAIQBxbws3QAAAAD8AAAAQAAAAX3Jl\
    bHMvdy54bWwucmVsc7MJsrMJSs1JLMnMzyvOyCxQ8EyxVUpUUgipLEi1VSrRL88vyi7OSE0tAQolFqWnltgqFetV5OYo6dvZ6AfZ\
    AQBQSwMEFAAAAAgAAAAhADEKXpzxAAAAYQ0DAAUAAABzLnhtbO3IwQmAMBBFwVbsYPH+2WYsQDAQ208swfvM6fEyOs/9dq7O7DM1\
    O7W7vnkAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
    AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
    AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAL+lRi9QSwECFAMUAAAACAAAACEA8IKQJm4A\
    AAB9AAAAEwAAAAAAAAAAAAAAgAEAAAAAW0NvbnRlbnRfVHlwZXNdLnhtbFBLAQIUAxQAAAAIAAAAIQB30dZERQAAAEQAAAALAAAA\
    AAAAAAAAAACAAZ8AAABfcmVscy8ucmVsc1BLAQIUAxQAAAAIAAAAIQCxHj1xJgAAACQAAAAFAAAAAAAAAAAAAACAAQ0BAAB3Lnht\
    bFBLAQIUAxQAAAAIAAAAIQBxbws3QAAAAD8AAAAQAAAAAAAAAAAAAACAAVYBAABfcmVscy93LnhtbC5yZWxzUEsBAhQDFAAAAAgA\
    AAAhADEKXpzxAAAAYQ0DAAUAAAAAAAAAAAAAAIABxAEAAHMueG1sUEsFBgAAAAAFAAUAHgEAANgCAAAAAA==
    """
}
