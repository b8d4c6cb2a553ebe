import Foundation
import Testing

@Suite("hsi sniff") struct SniffCommandTests {
  @Test("a file is told by what it holds, as text and as JSON") func told() throws {
    let sandbox = try Sandbox()
    try sandbox.write("any name.txt", "Gebiet;Jahr;Quote\nArcadia;2019;1,5\n")
    let text = try sandbox.hsi("sniff", "any name.txt")
    #expect(text.status == 1)
    #expect(
      text.errors.contains(
        "the header has \"Jahr\", but no column is known that names countries, such as iso3"))
    try sandbox.write(
      "any name.txt",
      "Land;Jahr;Quote\nArcadia;2019;1,5\nArcadia;2020;1.234,5\nUtopia;2020;7\nNowhere;2020;1\n")
    let run = try sandbox.hsi("sniff", "any name.txt")
    #expect(run.status == 0)
    for part in [
      "country-year table, header on line 1", "UTF-8, fields parted by semicolons",
      "decimal comma, as \"1,5\" on line 2 proves", "2, by Land", "2019 to 2020, in Jahr",
      "3 figures of 2 countries, 2019–2020", "\"Nowhere\", first on line 5",
    ] { #expect(run.output.contains(part), "\(run.output)") }
    let json = try sandbox.hsi("sniff", "any name.txt", "--format", "json")
    let parsed = try JSONSerialization.jsonObject(with: Data(json.output.utf8))
    let file = try #require((parsed as? [[String: Any]])?.first)
    #expect(file["layout"] as? String == "country-year table")
    #expect(file["decimal_mark"] as? String == "comma")
    #expect((file["unknown_names"] as? [[String: Any]])?.first?["line"] as? Int == 5)
  }

  @Test("the page on reading tables shows what sniff prints") func page() throws {
    let sandbox = try Sandbox()
    try sandbox.write(
      "quote.csv", "Land;Jahr;Quote\nArcadia;2019;1,5\nArcadia;2020;1.234,5\nUtopia;2020;7\nNowhere;2020;1\n")
    let shown = try sandbox.hsi("sniff", "quote.csv").output
    let page = try String(
      contentsOf: repository.appending(path: "Documentation/reading-tables.md"), encoding: .utf8)
    #expect(page.contains("$ hsi sniff quote.csv\n" + shown), "\(shown)")
  }

  @Test("a file is told where there is no data folder, with the names that hsi was built with") func nowhere()
    throws
  {
    let sandbox = try Sandbox()
    try sandbox.remove("Data")
    try sandbox.write("a.csv", "Land,Jahr,x\nNorwegen,2020,1\nKenia,2020,2\n")
    let run = try sandbox.hsi("sniff", "a.csv")
    #expect(run.status == 0 && run.output.contains("2, by Land"), "\(run.errors)")
    #expect(try sandbox.hsi("sniff", "a.csv", "--data", "Nowhere").status == 1)
  }

  @Test("JSON says why a file is not recognised") func reason() throws {
    let sandbox = try Sandbox()
    try sandbox.write("b.csv", "nothing of interest\n")
    let run = try sandbox.hsi("sniff", "b.csv", "gone.csv", "--format", "json")
    let parsed = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]]
    let kinds = parsed?.map { ($0["findings"] as? [[String: Any]])?.first?["identifier"] as? String }
    #expect(kinds == ["unknown-layout", "unreadable-file"], "\(run.output)")
  }

  @Test("what cannot be read is an error for its file, and the other files are told") func unreadable() throws
  {
    let sandbox = try Sandbox()
    try sandbox.write("a.csv", "iso3,year,value\nARC,2020,1\n")
    try sandbox.write("b.csv", "nothing of interest\n")
    let run = try sandbox.hsi("sniff", "gone.csv", "b.csv", "a.csv", "Data")
    #expect(run.status == 1)
    #expect(run.output.contains("canonical"))
    #expect(run.errors.contains("gone.csv: error: the file cannot be read"))
    #expect(run.errors.contains("b.csv:1:1: error: no layout"))
    #expect(run.errors.contains("Data: error: the file cannot be read: not a regular file"))
  }

  @Test("names of any length are told in short") func longNames() throws {
    let sandbox = try Sandbox()
    let name = String(repeating: "x", count: 400_000)
    try sandbox.write("a.csv", "country,year,\(name),y\nArcadia,2020,1,2\n\(name),2020,1,2\n")
    for format in ["table", "json"] {
      let run = try sandbox.hsi("sniff", "a.csv", "--format", format)
      #expect(run.status == 0 && run.output.contains("xxxxx…"))
      #expect(run.output.utf8.count + run.errors.utf8.count < 30_000)
    }
  }
}
