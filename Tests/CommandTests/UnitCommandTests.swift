import Foundation
import Testing

@Suite("An index of units that are no countries") struct UnitCommandTests {
  /// The folder that `hsi init --units` makes.
  private func index() throws -> Program {
    let sandbox = try InitTests.emptyFolder()
    let run = try sandbox.hsi("init", "--units", "mine")
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    return Program(folder: sandbox.folder.appending(path: "mine"), owner: sandbox)
  }

  private func sandbox(_ program: Program) throws -> Sandbox { try #require(program.owner) }

  @Test("the new index scores, is reported, and nothing in it is wrong or doubtful") func scores() throws {
    let hsi = try index()
    let score = try hsi("score")
    #expect(score.status == 0 && score.errors.isEmpty, "\(score.errors)")
    #expect(score.output.contains("2024: 8 of 8 districts ranked"), "\(score.output)")
    #expect(score.output.contains("district") && !score.output.contains("  country"), "\(score.output)")
    let check = try hsi("check", "--as-of", "2026", "--fail-on", "note")
    #expect(check.status == 0 && check.output == "errors: 0, warnings: 0, notes: 0\n", "\(check.output)")
    let report = try hsi("report")
    #expect(report.status == 0 && report.errors.isEmpty, "\(report.errors)")
    let files = try sandbox(hsi).names(in: "mine/Reports/countries")
    #expect(files.count == 8 && files.contains("N-01.md"))
    #expect(try hsi("verify").status == 0)
    #expect(try hsi("report", "--check").output == "up to date\n")
  }

  @Test("a unit is named by id in either case and by name, in every command that takes a country")
  func commands() throws {
    let hsi = try index()
    for name in ["N-01", "n-01", "Arcadia", "arcadia"] {
      for command in [
        ["explain", name], ["country", name], ["levers", name], ["history", name], ["trace", name],
        ["trace", name + ".poverty"], ["score", "--country", name], ["audit", "--country", name],
        ["whatif", "--set", name + ".poverty=1"],
      ] {
        let run = try hsi.run(command)
        #expect(run.status == 0 && run.output.contains("Arcadia"), "\(command): \(run.errors)")
      }
    }
    let csv = try hsi("score", "--format", "csv").output
    #expect(csv.hasPrefix("rank,iso3,country,score,") && csv.contains(",N-01,Arcadia,"), "\(csv)")
  }

  @Test("what no unit is called, what several are and what is a group gets a remedy") func unknown() throws {
    let hsi = try index()
    let near = try hsi("explain", "N-1")
    #expect(near.status == 2 && near.errors.contains("no unit has the id or name \"N-1\" [unknown-unit]"))
    #expect(near.errors.contains("did you mean \"N-01\""), "\(near.errors)")
    let misspelt = try hsi("explain", "Arcadya")
    #expect(misspelt.errors.contains("did you mean \"Arcadia\"?"), "\(misspelt.errors)")
    let group = try hsi("explain", "N")
    #expect(group.status == 2 && group.errors.contains("is a group of units (Northern province), not one"))
    try sandbox(hsi).edit("mine/Data/units.csv", "Brobdingnag", "Arcadia")
    let two = try hsi("explain", "Arcadia")
    #expect(two.errors.contains("2 units are called \"Arcadia\" [unknown-unit]"), "\(two.errors)")
    #expect(two.errors.contains("say which by its id: N-01, N-02"), "\(two.errors)")
  }

  @Test("an id of figures that units.csv has not is an error in its place") func wrongFigures() throws {
    let hsi = try index()
    try sandbox(hsi).edit("mine/Data/income/poverty.csv", "N-01,2015", "N-1,2015")
    let run = try hsi("score")
    #expect(run.status == 1 && run.errors.contains("Data/income/poverty.csv:2:1: error:"), "\(run.errors)")
    #expect(run.errors.contains("no unit has the id \"N-1\" [unknown-unit]"), "\(run.errors)")
    #expect(run.errors.contains("did you mean \"N-01\""), "\(run.errors)")
  }

  @Test("groups are the parents, weighed by the column weight") func groups() throws {
    let hsi = try index()
    let run = try hsi("score", "--aggregate", "parent", "--format", "csv")
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    #expect(run.output.contains("\nNorthern province,4468800,1,"), "\(run.output)")
    let one = try hsi("score", "--region", "northern province")
    #expect(one.status == 0 && one.output.contains("Arcadia") && !one.output.contains("Utopia"))
    let none = try Program(folder: repository)("score", "--aggregate", "parent")
    #expect(none.status == 2 && none.errors.contains("no unit has a parent"), "\(none.errors)")
  }

  @Test("a folder has units or countries, not both") func both() throws {
    let hsi = try index()
    try sandbox(hsi).write("mine/Data/countries.csv", "iso3,name\nNOR,Norway\n")
    let run = try hsi("score")
    #expect(run.status == 1 && run.errors.contains("[units-and-countries]"), "\(run.errors)")
  }

  @Test("tables of countries are not used beside units, and that is said") func countryTables() throws {
    let hsi = try index()
    try sandbox(hsi).write("mine/Data/borders.csv", "iso3,neighbour\nNOR,SWE\nSWE,NOR\n")
    let check = try hsi("check", "--as-of", "2026")
    #expect(
      check.output.contains("Data/borders.csv: ") && check.output.contains("[unused-file]"), "\(check.output)"
    )
    try sandbox(hsi).write("mine/Data/groups.csv", "group,id\nPorts,N-01\nPorts,s-03\n")
    let group = try hsi("score", "--group", "ports")
    #expect(group.status == 0 && group.output.contains("Lilliput"), "\(group.errors)")
    try sandbox(hsi).write("mine/Data/groups.csv", "group,id\nPorts,N-9\n")
    #expect(
      try hsi("score", "--group", "ports").errors.contains(
        "groups.csv:2:7: error: no unit has the id \"N-9\""))
  }

  @Test("one table without years, a column an indicator, is read by the year of the catalogue") func years()
    throws
  {
    let hsi = try index()
    let folder = try sandbox(hsi)
    try folder.write(
      "mine/Data/indicators.csv",
      "id,dimension,worst,best,files,year\npoverty,income,60,0,all.csv#poverty,2021\n"
        + "child-deaths,health,100,0,all.csv#deaths,2021\n")
    try folder.write(
      "mine/Data/all.csv", "id,name,poverty,deaths\nN-01,Arcadia,10,20\nN-02,Brobdingnag,20,30\n")
    try folder.write(
      "mine/Weights/mine.toml",
      "title = \"Mine\"\nweights = \"equal\"\ndimensions_required = 2\nscope = \"un\"\n")
    let run = try hsi("score", "--year", "2021", "--format", "csv")
    #expect(run.status == 0 && run.output.contains("\n1,N-01,Arcadia,"), "\(run.errors)")
    try folder.edit("mine/Data/indicators.csv", "#deaths,2021", "#deaths,2022")
    let two = try hsi("score")
    #expect(
      two.errors.contains("Data/indicators.csv:3:") && two.errors.contains("[different-years]"),
      "\(two.errors)")
    try folder.edit("mine/Data/indicators.csv", "#deaths,2022", "#deaths,soon")
    #expect(try hsi("score").errors.contains("\"soon\" is not a year [bad-year]"))
  }

  @Test("a lens names its unit of reference by id") func reference() throws {
    let hsi = try index()
    let folder = try sandbox(hsi)
    let lens = try folder.read("mine/Weights/mine.toml")
    let ratio = lens.replacingOccurrences(
      of: "normalisation = \"goalposts\"\n# reference",
      with: "normalisation = \"ratio_to_reference\"\nreference")
    try folder.write("mine/Weights/mine.toml", ratio)
    #expect(try hsi("score").status == 0)
    try folder.write("mine/Weights/mine.toml", ratio.replacingOccurrences(of: "\"N-01\"", with: "\"N 01\""))
    let run = try hsi("score")
    #expect(
      run.errors.contains("\"N 01\" is not an id of a unit: it holds \" \" [bad-country-code]"),
      "\(run.errors)")
  }

  @Test("a form whose codes allow less than ids is refused by name") func exports() throws {
    let hsi = try index()
    #expect(try hsi("export", "--to", "sdmx", "--output", "out.csv").status == 0)
    let ddf = try hsi("export", "--to", "ddf", "--output", "out")
    #expect(ddf.status != 0 && ddf.errors.contains("the id \"N-01\" is no code of ddf"), "\(ddf.errors)")
    #expect(ddf.errors.contains("[not-expressible]"), "\(ddf.errors)")
  }

  @Test("vintages and differences are of units as they are of countries") func vintages() throws {
    let hsi = try index()
    #expect(try hsi("vintage", "save", "first").status == 0)
    try sandbox(hsi).edit("mine/Data/income/poverty.csv", "N-01,2024,17.1", "N-01,2024,47.1")
    let run = try hsi("diff", "first")
    #expect(run.status == 0 && run.output.contains("Arcadia"), "\(run.errors)")
  }
}
