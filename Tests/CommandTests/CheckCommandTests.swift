import Foundation
import Testing

@Suite("hsi check") struct CheckCommandTests {
  /// Something doubtful done to the small world, and the finding that answers it.
  struct Doubt: CustomTestStringConvertible, Sendable {
    let name: String
    let file: String
    let text: String
    let finding: String
    var testDescription: String { name }
  }

  static let doubts = [
    Doubt(
      name: "a file of figures that no indicator names", file: "Data/food/hunger.csv",
      text: "iso3,year,value\nARC,2020,1\n",
      finding: "Data/food/hunger.csv: warning: no indicator names this file [unused-file]"),
    Doubt(
      name: "a border that stands in one direction only", file: "Data/borders.csv",
      text: "iso3,neighbour\nARC,UTO\n",
      finding: "Data/borders.csv:2:1: error: ARC borders UTO but not the reverse"),
    Doubt(
      name: "a border with a country that is not there", file: "Data/borders.csv",
      text: "iso3,neighbour\nARC,XYZ\nXYZ,ARC\n",
      finding: "Data/borders.csv:2:5: error: no country has the code \"XYZ\"; the same in 1 more place"),
    Doubt(
      name: "a member without an outline", file: "Data/boundaries.csv",
      text: "iso3,kind,path\nARC,point,1 2\n",
      finding: "warning: the map has no outline of BEN, LIL, UTO [no-outline]"),
    Doubt(
      name: "an outline that cannot be read", file: "Data/boundaries.csv",
      text: "iso3,kind,path\nARC,area,1 2 3\n",
      finding: "Data/boundaries.csv:2:10: error: the outline of ARC cannot be read [bad-outline]"),
    Doubt(
      name: "a second outline of a country", file: "Data/boundaries.csv",
      text: "iso3,kind,path\nARC,point,1 2\nBEN,point,1 2\nARC,point,1 3\n",
      finding: "Data/boundaries.csv:4:1: error: ARC has an outline on line 2 already"),
    Doubt(
      name: "an outline of a country that is not there", file: "Data/boundaries.csv",
      text: "iso3,kind,path\nARC,point,1 2\nXYZ,point,1 2\n",
      finding: "Data/boundaries.csv:3:1: error: no country has the code \"XYZ\""),
    Doubt(
      name: "a value that the last report had", file: "Reports/indicators.csv",
      text: "iso3,indicator,year,status\nARC,income,2020,observed\nERE,income,2021,observed\n",
      finding: "warning: income has lost 1 country since the last report: ERE [coverage-fell]"),
    Doubt(
      name: "a report that is none", file: "Reports/indicators.csv", text: "income\n",
      finding: "Reports/indicators.csv: warning: the last report cannot be read"),
    Doubt(
      name: "a second lens with a mistake", file: "Weights/other.toml", text: "[weights]\nfoot = 1\n",
      finding: "Weights/other.toml:2:1: error: no dimension or component is called \"foot\""),
    Doubt(
      name: "an import of an unknown indicator", file: "Data/imports.toml",
      text: "[jobles]\nsource = [{ file = \"a.csv\" }]\n",
      finding: "Data/imports.toml:1:2: error: no indicator is called \"jobles\""),
  ]

  @Test("what is doubtful is found at its place", arguments: doubts) func found(_ doubt: Doubt) throws {
    let sandbox = try Sandbox()
    try sandbox.write(doubt.file, doubt.text)
    let run = try sandbox.hsi("check", "--as-of", "2021")
    #expect(run.output.contains(doubt.finding), "\(run.output)")
    #expect(run.status == (doubt.finding.contains("error:") ? 1 : 0))
  }

  @Test("an indicator that no lens weighs is noted, and so is one that few countries have") func notes()
    throws
  {
    let sandbox = try Sandbox()
    try sandbox.edit("Weights/undp-1994.toml", "food = 1.0", "food = 0.0")
    try sandbox.edit("Weights/undp-1994.toml", "dimensions_required = 3", "dimensions_required = 2")
    try sandbox.write("Data/economic/jobless.csv", "iso3,year,value\nARC,2020,5\nBEN,2003,5\n")
    let output = try sandbox.hsi("check", "--as-of", "2021").output
    #expect(output.contains("no lens gives famine-deaths any weight [unweighed]"))
    #expect(output.contains("jobless has a figure since 2011 for 1 of 4 members"))
  }

  @Test("--fail-on ends with status 3 at or above a severity", arguments: ["note", "warning"]) func failOn(
    _ severity: String
  ) throws {
    let sandbox = try Sandbox()
    #expect(try sandbox.hsi("check", "--fail-on", "error").status == 0)
    #expect(try sandbox.hsi("check", "--fail-on", severity).status == 3)
  }

  @Test("the JSON is one array of findings with their places") func json() throws {
    let sandbox = try Sandbox()
    let text = try sandbox.hsi("check", "--format", "json").output
    let array = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
    #expect(array.first?["identifier"] as? String == "undocumented")
    #expect(array.first?["line"] as? Int == 6)
  }

  @Test("a file whose name is not UTF-8 is found, since no report can be made with it") func oddName() throws
  {
    let sandbox = try Sandbox()
    let name = Array((sandbox.folder.path + "/Data/h").utf8) + [0xE9, 0]
    let descriptor = open(name.map { CChar(bitPattern: $0) }, O_CREAT | O_WRONLY, 0o644)
    try #require(descriptor >= 0)
    close(descriptor)
    let run = try sandbox.hsi("check")
    #expect(run.status == 1)
    #expect(run.output.contains("its name is not UTF-8 [unreadable-file]"), "\(run.output)")
    #expect(try sandbox.hsi("report").status == 1)
  }

  @Test("what a lens weighs by name and nothing is known of is found at its key") func lensWithoutData()
    throws
  {
    let sandbox = try Sandbox()
    try sandbox.remove("Data/food/famine-deaths.csv")
    try sandbox.edit("Weights/undp-1994.toml", "income = 2.0", "income = 2.0\nfamine-deaths = 1.0")
    let output = try sandbox.hsi("check", "--only", "no-data").output
    #expect(
      output.contains(
        "Weights/undp-1994.toml:21:1: warning: there is no figure of famine-deaths, which this lens "
          + "names [no-data]"), "\(output)")
    #expect(output.contains("there is no figure of anything under \"food\", which this lens weighs"))
    #expect(output.hasSuffix("errors: 0, warnings: 2, notes: 0\n"))
    try sandbox.edit("Weights/undp-1994.toml", "famine-deaths = 1.0", "famine-deaths = 0.0")
    try sandbox.edit("Weights/undp-1994.toml", "food = 1.0", "food = 0.0")
    #expect(try sandbox.hsi("check", "--only", "no-data").output.hasPrefix("errors: 0, warnings: 0"))
  }

  @Test("--lens checks that lens and no other") func oneLens() throws {
    let sandbox = try Sandbox()
    try sandbox.write("Weights/other.toml", "[weights]\nfoot = 1\n")
    #expect(try sandbox.hsi("check", "--lens", "undp-1994").status == 0)
    #expect(try sandbox.hsi("check", "--lens", "other").status == 1)
    #expect(try sandbox.hsi("check", "--lens", "othr").output.contains("did you mean \"other\"?"))
  }

  @Test("--only and --ignore choose findings; what is left out does not count") func choice() throws {
    let sandbox = try Sandbox()
    try sandbox.write("Data/people.csv", "iso3,year,value\nXXX,2020,1\n")
    #expect(try sandbox.hsi("check").status == 1)
    let only = try sandbox.hsi("check", "--only", "undocumented", "--fail-on", "error")
    #expect(only.status == 0)
    #expect(only.output.hasSuffix("errors: 0, warnings: 1, notes: 0\n"))
    let ignored = try sandbox.hsi("check", "--ignore", "unknown-country", "--ignore", "undocumented")
    #expect(!ignored.output.contains("unknown-country") && !ignored.output.contains("undocumented"))
    let unknown = try sandbox.hsi("check", "--only", "undocumentd")
    #expect(unknown.status == 2)
    #expect(unknown.errors.contains("did you mean \"undocumented\"?"))
  }

  @Test("errors end with status 1, or with 3 where --fail-on asks for it") func statusOfErrors() throws {
    let sandbox = try Sandbox()
    try sandbox.write("Data/people.csv", "iso3,year,value\nXXX,2020,1\n")
    #expect(try sandbox.hsi("check").status == 1)
    for severity in ["note", "warning", "error"] {
      #expect(try sandbox.hsi("check", "--fail-on", severity).status == 3)
    }
  }

  @Test("the totals count what is past the limit of a kind") func totals() throws {
    let sandbox = try Sandbox()
    let rows = (0..<50).map { "ARC,20x\($0),1\n" }.joined()
    try sandbox.write("Data/people.csv", "iso3,year,value\n" + rows)
    let output = try sandbox.hsi("check", "--only", "bad-year").output
    #expect(output.contains("and 30 more like this in the same file"))
    #expect(output.hasSuffix("errors: 50, warnings: 0, notes: 0\n"))
  }

  @Test("several lenses are checked, and a finding is not asked for and left out at once") func chosen()
    throws
  {
    let sandbox = try Sandbox()
    for name in ["one", "two"] { try sandbox.write("Weights/\(name).toml", "[weights]\n\(name) = 1\n") }
    let run = try sandbox.hsi("check", "--lens", "one", "--lens", "two")
    #expect(run.output.contains("Weights/one.toml:2:1") && run.output.contains("Weights/two.toml:2:1"))
    #expect(try sandbox.hsi("check", "--only", "leap", "--ignore", "leap").status == 2)
  }

  @Test("what stands where a file should is told, and the file itself is not suggested") func noFile() throws
  {
    let sandbox = try Sandbox()
    try sandbox.remove("Data/people.csv")
    try FileManager.default.createDirectory(
      at: sandbox.folder.appending(path: "Data/people.csv"), withIntermediateDirectories: false)
    let run = try sandbox.hsi("check")
    #expect(
      run.output.contains("people.csv cannot be read") && !run.output.contains("did you mean \"people.csv\""))
    #expect(run.output.contains("in place of what has its name"))
  }

  @Test("--as-of says what the present is") func present() throws {
    let sandbox = try Sandbox()
    #expect(try sandbox.hsi("check", "--as-of", "2019").output.contains("[future-year]"))
    #expect(!(try sandbox.hsi("check", "--as-of", "2021").output.contains("[future-year]")))
    #expect(try sandbox.hsi("check", "--as-of", "2040").output.contains("[stale-series]"))
    #expect(try sandbox.hsi("check", "--as-of", "12").status == 2)
  }

  @Test("a problem before any check is written as JSON where that is asked for") func diagnostics() throws {
    let run = try (try Sandbox()).hsi("check", "--data", "Nowhere", "--diagnostics", "json")
    #expect(run.status == 1)
    #expect(run.errors.hasPrefix("{\"severity\":\"error\",\"identifier\":\"no-data-folder\""))
  }

  @Test("--output writes a file, but none among the figures") func output() throws {
    let sandbox = try Sandbox()
    #expect(try sandbox.hsi("check", "--format", "sarif", "--output", "hsi.sarif").output == "")
    #expect(try sandbox.read("hsi.sarif").contains("\"version\": \"2.1.0\""))
    #expect(try sandbox.hsi("check", "--output", "Data/found.txt").status == 2)
  }
}
