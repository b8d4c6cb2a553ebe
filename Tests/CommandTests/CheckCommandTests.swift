import Foundation
import Testing

@Suite("hsi check")
struct CheckCommandTests {
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
      finding: "Data/borders.csv:2:5: error: no country has the code \"XYZ\" [unknown-country]"),
    Doubt(
      name: "a member without an outline", file: "Data/boundaries.csv",
      text: "iso3,kind,path\nARC,point,1 2\n",
      finding: "warning: the map has no outline of BEN, LIL, UTO [no-outline]"),
    Doubt(
      name: "an outline that cannot be read", file: "Data/boundaries.csv",
      text: "iso3,kind,path\nARC,area,1 2 3\n",
      finding: "Data/boundaries.csv:2:10: error: the outline of ARC cannot be read [bad-outline]"),
    Doubt(
      name: "a second lens with a mistake", file: "Weights/other.toml",
      text: "[weights]\nfoot = 1\n",
      finding: "Weights/other.toml:2:1: error: no dimension or component is called \"foot\""),
    Doubt(
      name: "an import of an unknown indicator", file: "Data/imports.toml",
      text: "[jobles]\nsource = [{ file = \"a.csv\" }]\n",
      finding: "Data/imports.toml:1:2: error: no indicator is called \"jobles\""),
  ]

  @Test("what is doubtful is found at its place", arguments: doubts)
  func found(_ doubt: Doubt) throws {
    let sandbox = try Sandbox()
    try sandbox.write(doubt.file, doubt.text)
    let run = try sandbox.hsi("check")
    #expect(run.output.contains(doubt.finding), "\(run.output)")
    #expect(run.status == (doubt.finding.contains("error:") ? 1 : 0))
  }

  @Test("an indicator that no lens weighs is noted, and so is one that few countries have")
  func notes() throws {
    let sandbox = try Sandbox()
    try sandbox.edit("Weights/undp-1994.toml", "food = 1.0", "food = 0.0")
    try sandbox.edit("Weights/undp-1994.toml", "dimensions_required = 3", "dimensions_required = 2")
    try sandbox.write("Data/economic/jobless.csv", "iso3,year,value\nARC,2020,5\nBEN,2003,5\n")
    let output = try sandbox.hsi("check").output
    #expect(output.contains("no lens gives famine-deaths any weight [unweighed]"))
    #expect(output.contains("jobless has a figure since 2011 for 1 of 4 members"))
  }

  @Test("--fail-on ends with status 3 at or above a severity", arguments: ["note", "warning"])
  func failOn(_ severity: String) throws {
    let sandbox = try Sandbox()
    #expect(try sandbox.hsi("check", "--fail-on", "error").status == 0)
    #expect(try sandbox.hsi("check", "--fail-on", severity).status == 3)
  }

  @Test("the JSON is one array of findings with their places")
  func json() throws {
    let sandbox = try Sandbox()
    let text = try sandbox.hsi("check", "--format", "json").output
    let array = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
    #expect(array.first?["identifier"] as? String == "undocumented")
    #expect(array.first?["line"] as? Int == 6)
  }
}
