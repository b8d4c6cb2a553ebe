import Foundation
import Testing

@Suite("What hsi import --indicator is told, and remembers") struct ImportChoiceTests {
  @Test("conditions may be given in any order, each column once") func conditions() throws {
    let sandbox = try Sandbox()
    try sandbox.write(
      "jobs.csv",
      "DATAFLOW,REF_AREA,SEX,AGE,TIME_PERIOD,OBS_VALUE\nX,ARC,F,Y,2020,1\nX,ARC,_T,Y,2020,2\n"
        + "X,ARC,_T,_T,2020,3\n")
    let arguments = ["import", "jobs.csv", "--indicator", "jobless", "--force", "--where", "SEX=_T"]
    let run = try sandbox.hsi.run(arguments + ["--where", "AGE=_T"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(try sandbox.read("Data/economic/jobless.csv") == "iso3,year,value\nARC,2020,3\n")
    #expect(try sandbox.read("Data/imports.toml").contains("where = { \"AGE\" = \"_T\", \"SEX\" = \"_T\" }"))
    #expect(try sandbox.hsi("import", "jobs.csv").output.contains("nothing changed"))
    let twice = try sandbox.hsi.run(arguments + ["--where", "SEX=F"])
    #expect(twice.status == 2)
    #expect(twice.errors.contains("--where names the column SEX twice"))
  }

  @Test("what is said of a table's form is remembered, so that the next import needs no options") func form()
    throws
  {
    let sandbox = try Sandbox()
    try sandbox.write(
      "events.csv", "id;state;dead\na;Arcadia;1.500\nb;Arcadia;2.250\nc;Utopia;7.125\nd;Atlantis;9.125\n")
    let arguments = [
      "import", "events.csv", "--indicator", "jobless", "--force", "--column", "dead", "--country-column",
      "state", "--year", "2020", "--decimal", "point", "--rows", "sum", "--where", "state!=Atlantis",
    ]
    let run = try sandbox.hsi.run(arguments)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("1 row added to others of the same country and year"))
    let figures = "iso3,year,value\nARC,2020,3.75\nUTO,2020,7.125\n"
    #expect(try sandbox.read("Data/economic/jobless.csv") == figures)
    #expect(
      try sandbox.read("Data/imports.toml").contains(
        "where_not = { \"state\" = \"Atlantis\" }, country_column = \"state\", year = 2020, "
          + "decimal = \"point\", rows = \"sum\""))
    #expect(try sandbox.hsi("import", "events.csv").output.contains("nothing changed"))
    #expect(try sandbox.hsi.run(arguments + ["--year-column", "x"]).status == 2)
    #expect(try sandbox.hsi("import", "events.csv", "--year", "2020").status == 2)
  }

  @Test("a column that is remembered and not there is told with the option, and can be taken back")
  func column() throws {
    let sandbox = try Sandbox()
    try sandbox.write("old.csv", "Country,Year,a,b\nArcadia,2019,1,2\n")
    try sandbox.write("new.csv", "Country,2019,2020\nArcadia,1,3\n")
    let arguments = ["import", "new.csv", "--indicator", "jobless", "--force"]
    #expect(
      try sandbox.hsi("import", "old.csv", "--indicator", "jobless", "--force", "--column", "a").status == 0)
    let refused = try sandbox.hsi.run(arguments)
    #expect(refused.status == 1 && refused.errors.contains("import with --column ''"))
    #expect(try sandbox.hsi.run(arguments + ["--column", ""]).status == 0)
    #expect(try sandbox.read("Data/economic/jobless.csv") == "iso3,year,value\nARC,2019,1\nARC,2020,3\n")
    #expect(!(try sandbox.read("Data/imports.toml").contains("column")))
  }

  @Test("figures that are kept stay with the file that they came from") func keptSource() throws {
    let sandbox = try Sandbox()
    try sandbox.write("all.csv", "iso3,year,value\nARC,2018,1\nARC,2019,2\n")
    try sandbox.write("new.csv", "iso3,year,value\nARC,2020,3\n")
    let arguments = ["--indicator", "jobless", "--force"]
    #expect(try sandbox.hsi.run(["import", "all.csv"] + arguments).status == 0)
    let kept = try sandbox.hsi.run(["import", "new.csv", "--keep"] + arguments)
    let note = "imports.toml still names the source of the figures that were kept"
    #expect(kept.status == 0 && kept.output.contains(note))
    #expect(try sandbox.read("Data/economic/jobless.csv").contains("ARC,2018,1\nARC,2019,2\nARC,2020,3"))
    #expect(try sandbox.read("Data/imports.toml").contains("all.csv"))
    let renewed = try sandbox.hsi.run(["import", "new.csv"] + arguments)
    #expect(renewed.status == 0 && !renewed.output.contains(note))
    #expect(try sandbox.read("Data/imports.toml").contains("new.csv"))
  }

  @Test("a file of a new name has no origin but what --origin says; the url stays") func origin() throws {
    let sandbox = try Sandbox()
    try sandbox.write("new.csv", "iso3,year,value\nARC,2020,1\n")
    let old = """
      [jobless]
      source = [ { file = "old.csv", url = "https://a.org/x.csv", origin = "https://b.org" } ]

      """
    func plan(_ options: String...) throws -> String {
      try sandbox.write("Data/imports.toml", old)
      let run = try sandbox.hsi.run(["import", "new.csv", "--indicator", "jobless", "--force"] + options)
      #expect(run.status == 0, "\(run.errors)")
      return try sandbox.read("Data/imports.toml")
    }
    let start = "[jobless]\nsource = [ { file = \"new.csv\", url = \"https://a.org/x.csv\""
    #expect(try plan() == start + " } ]\n")
    #expect(try plan("--origin", "by post") == start + ", origin = \"by post\" } ]\n")
  }

  @Test("texts that stand for missing values are remembered, until others are given") func missing() throws {
    let sandbox = try Sandbox()
    try sandbox.write("jobs.csv", "iso3,year,value\nARC,2020,1\n")
    let arguments = ["import", "jobs.csv", "--indicator", "jobless", "--force"]
    let first = try sandbox.hsi.run(arguments + ["--missing", "-99", "--missing", "n.d."])
    #expect(first.status == 0, "\(first.errors)")
    let remembered = "{ file = \"jobs.csv\", missing = [ \"-99\", \"n.d.\" ] }"
    #expect(try sandbox.read("Data/imports.toml").contains(remembered))
    #expect(try sandbox.hsi.run(arguments).status == 0)
    #expect(try sandbox.read("Data/imports.toml").contains(remembered))
    #expect(try sandbox.hsi.run(arguments + ["--missing", "-1"]).status == 0)
    #expect(try sandbox.read("Data/imports.toml").contains("missing = [ \"-1\" ]"))
    #expect(try sandbox.hsi("import", "jobs.csv", "--missing", "-1").status == 2)
    #expect(try sandbox.hsi.run(arguments + ["--missing", ""]).status == 2)
  }

  @Test("two files of different years are not added up to nothing, and no figure is lost") func yearlyFiles()
    throws
  {
    let sandbox = try Sandbox()
    let before = try sandbox.read("Data/economic/jobless.csv")
    try sandbox.write("a.csv", "iso3,year,value\nARC,2019,1\n")
    try sandbox.write("b.csv", "iso3,year,value\nARC,2020,2\n")
    let arguments = ["import", "a.csv", "b.csv", "--indicator", "jobless", "--force"]
    let run = try sandbox.hsi.run(arguments)
    #expect(run.status == 1)
    #expect(run.errors.contains("[nothing-in-common]"))
    #expect(try sandbox.read("Data/economic/jobless.csv") == before)
    #expect(!sandbox.exists("Data/imports.toml"))
    #expect(try sandbox.hsi.run(arguments + ["--combine", "sum_present"]).status == 0)
    #expect(try sandbox.read("Data/economic/jobless.csv") == "iso3,year,value\nARC,2019,1\nARC,2020,2\n")
  }

  @Test("a text that stands for missing is no figure, now and next time") func missingIsNoFigure() throws {
    let sandbox = try Sandbox()
    try sandbox.write("jobs.csv", "iso3,year,value\nARC,2020,1\nBEN,2020,-99\n")
    let run = try sandbox.hsi("import", "jobs.csv", "--indicator", "jobless", "--force", "--missing", "-99")
    #expect(run.status == 0, "\(run.errors)")
    #expect(try sandbox.read("Data/economic/jobless.csv") == "iso3,year,value\nARC,2020,1\n")
    #expect(try sandbox.hsi("import", "jobs.csv").output.contains("nothing changed"))
  }

  @Test("no name and password of an origin is kept or printed") func credentials() throws {
    let sandbox = try Sandbox()
    try sandbox.write("jobs.csv", ImportCommandTests.download)
    let run = try sandbox.hsi(
      "import", "jobs.csv", "--indicator", "jobless", "--origin", "see https://me:secret@example.org/a@b.csv")
    #expect(run.status == 0 && !(run.output + run.errors).contains("secret"))
    let plan = try sandbox.read("Data/imports.toml")
    #expect(plan.contains("origin = \"see https://example.org/a@b.csv\"") && !plan.contains("secret"))
  }
}
