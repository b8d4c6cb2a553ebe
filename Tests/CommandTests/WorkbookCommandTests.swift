import Foundation
import Testing

@Suite("Workbooks in hsi sniff, import and update") struct WorkbookCommandTests {
  private static let jobs = WorkbookText.data([
    ["Jobless people"], [""], ["Country", "Year", "Rate"], ["Arcadia", "2020", "4.75"],
    ["Bensalem", "2020", "8"], ["Erewhon", "2020", "10"], ["Lilliput", "2020", "20"],
    ["Utopia", "2018", "0"],
  ])
  private static let notes = WorkbookText.data([["Notes"], ["Nothing to be read"]])

  private func sandbox(_ workbook: WorkbookText) throws -> Sandbox {
    let sandbox = try Sandbox()
    try Data(workbook.bytes).write(to: sandbox.folder.appending(path: "jobs.xlsx"))
    return sandbox
  }

  @Test("the sheet that holds a table is told and imported, whatever others there are") func oneTable() throws
  {
    let workbook = WorkbookText(
      ("Read me", "visible", Self.notes), ("Rates", "visible", Self.jobs), ("Old", "hidden", Self.jobs))
    let sandbox = try sandbox(workbook)
    let told = try sandbox.hsi("sniff", "jobs.xlsx")
    #expect(told.status == 0, "\(told.errors)")
    #expect(
      told.output == """
        jobs.xlsx
          layout      country-year table, header on line 3
          sheet       "Rates", number 2 of 3 sheets, of which "Old" is hidden
          numbers     decimal point
          countries   5, by Country
          years       2018 to 2020, in Year
          series      Rate: 5 figures of 5 countries, 2018–2020

        """)
    let run = try sandbox.hsi("import", "jobs.xlsx", "--indicator", "jobless")
    #expect(run.status == 0, "\(run.errors)")
    #expect(try sandbox.read("Data/economic/jobless.csv").contains("ARC,2020,4.75\n"))
    #expect(
      try sandbox.read("Data/imports.toml").contains("{ file = \"jobs.xlsx\" }"), "nobody named the sheet")
  }

  @Test("of several tables none is guessed; the one that was named is remembered") func several() throws {
    let women = Self.jobs.replacingOccurrences(of: "4.75", with: "5.25")
    let workbook = WorkbookText(("Men", "visible", Self.jobs), ("Women", "visible", women))
    let sandbox = try sandbox(workbook)
    let refused = try sandbox.hsi("import", "jobs.xlsx", "--indicator", "jobless")
    #expect(refused.status == 1)
    #expect(
      refused.errors == """
        jobs.xlsx: error: 2 sheets hold a table: "Men" and "Women" [sheet-wanted]
          = name the one that is wanted, such as --sheet "Men"

        """)
    let told = try sandbox.hsi("sniff", "jobs.xlsx")
    #expect(
      told.output.contains("\"Men\", number 1 of 2") && told.output.contains("\"Women\", number 2 of 2"))
    let one = try sandbox.hsi("sniff", "jobs.xlsx", "--sheet", "women", "--format", "json")
    let parsed = try JSONSerialization.jsonObject(with: Data(one.output.utf8)) as? [[String: Any]]
    #expect(parsed?.map { $0["sheet"] as? String } == ["Women"])
    let unknown = try sandbox.hsi("import", "jobs.xlsx", "--indicator", "jobless", "--sheet", "Woman")
    #expect(unknown.status == 1)
    #expect(unknown.errors.contains("the workbook has no sheet \"Woman\" [unknown-sheet]"))
    #expect(unknown.errors.contains("did you mean \"Women\"?"), "\(unknown.errors)")
    let run = try sandbox.hsi("import", "jobs.xlsx", "--indicator", "jobless", "--sheet", "Women")
    #expect(run.status == 0, "\(run.errors)")
    #expect(try sandbox.read("Data/economic/jobless.csv").contains("ARC,2020,5.25\n"))
    #expect(
      try sandbox.read("Data/imports.toml")
        == "[jobless]\nsource = [ { file = \"jobs.xlsx\", sheet = \"Women\" } ]\n")
    let again = try sandbox.hsi("import", "jobs.xlsx")
    #expect(again.status == 0 && again.output.contains("nothing changed"), "\(again.errors)")
    let forgotten = try sandbox.hsi("import", "jobs.xlsx", "--indicator", "jobless", "--sheet", "")
    #expect(forgotten.errors.contains("[sheet-wanted]"))
  }

  @Test("two indicators are fed by two sheets of one workbook") func twoSheets() throws {
    let income = WorkbookText.data([["Country", "Year", "Income"], ["Arcadia", "2020", "9000"]])
    let sandbox = try sandbox(WorkbookText(("A", "visible", Self.jobs), ("B", "visible", income)))
    try sandbox.write(
      "Data/imports.toml",
      "[jobless]\nsource = [{ file = \"jobs.xlsx\", sheet = \"A\" }]\n[income]\nsource = [{ file = \"jobs.xlsx\", sheet = \"B\" }]\n"
    )
    let run = try sandbox.hsi("import", "jobs.xlsx", "--force")
    #expect(run.status == 0, "\(run.errors)")
    #expect(try sandbox.read("Data/economic/income.csv") == "iso3,year,value\nARC,2020,9000\n")
    #expect(try sandbox.read("Data/economic/jobless.csv").contains("ARC,2020,4.75\n"))
  }

  @Test("an error names file, sheet, row and cell, and what the sheet is like is told with the change")
  func addresses() throws {
    let bad = Self.jobs.replacingOccurrences(
      of: "<c><v>8</v></c>", with: "<c t=\"str\"><v>much, more</v></c>")
    let sandbox = try sandbox(WorkbookText(("Rates", "visible", bad)))
    let run = try sandbox.hsi("import", "jobs.xlsx", "--indicator", "jobless")
    #expect(run.status == 1)
    #expect(
      run.errors.contains(
        """
        jobs.xlsx#Rates:5:15: error: cell C5: "much, more" is not a number [not-a-number]
          | Bensalem,2020,"much, more"
          |               ^
        """), "\(run.errors)")
    let hidden = WorkbookText(
      (
        "Rates", "visible",
        Self.jobs.replacingOccurrences(
          of: "<row><c t=\"inlineStr\"><is><t>Utopia",
          with: "<row hidden=\"1\"><c t=\"inlineStr\"><is><t>Utopia")
      ))
    try Data(hidden.bytes).write(to: sandbox.folder.appending(path: "jobs.xlsx"))
    let told = try sandbox.hsi("import", "jobs.xlsx", "--indicator", "jobless")
    #expect(told.status == 0, "\(told.errors)")
    #expect(told.output.contains("\n  1 row is hidden, and is read like the others\n"), "\(told.output)")
    let sniffed = try sandbox.hsi("sniff", "jobs.xlsx")
    #expect(
      sniffed.output.contains("  note        1 row is hidden, and is read like the others"),
      "\(sniffed.output)")
  }

  @Test("where no sheet holds a table, all are named") func none() throws {
    let sandbox = try sandbox(
      WorkbookText(("Read me", "visible", Self.notes), ("More", "visible", "<sheetData/>")))
    for command in [["sniff", "jobs.xlsx"], ["import", "jobs.xlsx", "--indicator", "jobless"]] {
      let run = try sandbox.hsi.run(command)
      #expect(run.status == 1)
      #expect(
        run.errors.contains(
          "jobs.xlsx: error: none of its 2 sheets holds a table that is recognised: \"Read me\" and \"More\" [sheet-wanted]"
        ), "\(run.errors)")
    }
  }

  @Test("a sheet of a file that is no workbook is an error, and so is a workbook that is not read")
  func otherFiles() throws {
    let sandbox = try sandbox(WorkbookText(("Rates", "visible", Self.jobs)))
    try sandbox.write("jobs.csv", "iso3,year,value\nARC,2020,5\n")
    for command in [
      ["sniff", "jobs.csv", "--sheet", "A"],
      ["import", "jobs.csv", "--indicator", "jobless", "--sheet", "A"],
    ] {
      let run = try sandbox.hsi.run(command)
      #expect(run.status == 1)
      #expect(
        run.errors.contains("the file is no workbook, and has no sheet \"A\" [unknown-sheet]"),
        "\(run.errors)")
    }
    try Data(WorkbookText.compound("Workbook")).write(to: sandbox.folder.appending(path: "old.xls"))
    for command in [["sniff", "old.xls"], ["import", "old.xls", "--indicator", "jobless"]] {
      let run = try sandbox.hsi.run(command)
      #expect(run.status == 1)
      #expect(
        run.errors == """
          old.xls: error: the workbook cannot be read: it is a workbook of Excel before 2007 (.xls) [unread-workbook]
            = open it in a spreadsheet program, and save it as .xlsx or the sheet as CSV

          """, "\(run.errors)")
    }
    let alone = try sandbox.hsi("import", "jobs.xlsx", "--sheet", "Rates")
    #expect(alone.status == 2 && alone.errors.contains("go with --indicator"))
  }

  @Test("a workbook among the files of Data/ is refused, with what to do") func inData() throws {
    let sandbox = try sandbox(WorkbookText(("Rates", "visible", Self.jobs)))
    try Data(WorkbookText(("Rates", "visible", Self.jobs)).bytes).write(
      to: sandbox.folder.appending(path: "Data/economic/jobless.csv"))
    let run = try sandbox.hsi("score")
    #expect(run.status == 1)
    #expect(run.errors.contains("the file is a workbook or a ZIP archive, not text"), "\(run.errors)")
    #expect(run.errors.contains("import it with `hsi import FILE --indicator ID`"))
  }

  @Test("a workbook is fetched, and the sheet that is remembered is read") func update() throws {
    let other = Self.jobs.replacingOccurrences(of: "4.75", with: "5.25")
    let workbook = WorkbookText(("A", "visible", Self.jobs), ("B", "visible", other)).bytes
    func plan(_ sheet: String) -> String {
      "[jobless]\nsource = [ { file = \"jobs.xlsx\"\(sheet), url = \"SERVER/jobs.xlsx\" } ]\n"
    }
    let trial = try UpdateTrial(plan(", sheet = \"B\"")) { _ in [.reply(200, [:], workbook)] }
    let run = try trial.update()
    #expect(run.status == 0, "\(run.errors)")
    #expect(try trial.jobless.contains("ARC,2020,5.25\n"))
    #expect(try trial.plan.contains("file = \"jobs.xlsx\", sheet = \"B\""))
    let open = try UpdateTrial(plan("")) { _ in [.reply(200, [:], workbook)] }
    let refused = try open.update()
    #expect(refused.status == 1)
    #expect(
      refused.errors.contains("2 sheets hold a table: \"A\" and \"B\" [sheet-wanted]"), "\(refused.errors)")
    let text = try UpdateTrial(plan(", sheet = \"B\"")) { _ in
      [.reply(200, [:], "iso3,year,value\nARC,2020,5\n")]
    }
    #expect(try text.update().errors.contains("[unknown-sheet]"))
    let broken = try UpdateTrial(plan("")) { _ in [.reply(200, [:], Array(workbook[..<900]))] }
    #expect(try broken.update().errors.contains("[broken-workbook]"))
  }
}
