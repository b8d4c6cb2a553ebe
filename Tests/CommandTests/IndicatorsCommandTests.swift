import Foundation
import Testing

@Suite("hsi indicators") struct IndicatorsCommandTests {
  /// The one row of the CSV of one indicator, by column.
  private static func row(_ sandbox: Sandbox, _ arguments: [String]) throws -> [String: String] {
    let run = try sandbox.hsi.run(["indicators"] + arguments + ["--format", "csv"])
    let lines = run.output.split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    try #require(lines.count == 3, "\(run.errors)")
    return Dictionary(zip(lines[0], lines[1]), uniquingKeysWith: { first, _ in first })
  }

  @Test("an indicator can be called by its identifier or its name, and is described once") func names() throws
  {
    let sandbox = try Sandbox()
    let run = try sandbox.hsi("indicators", "violence", "Violent Deaths", "income")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.components(separatedBy: "derivation ").count == 3)
  }

  @Test("the values of all countries stand the safest first, with what they rest on") func countries() throws
  {
    let sandbox = try Sandbox()
    let page = try sandbox.hsi("indicators", "jobless", "--countries").output
    #expect(page.hasPrefix("Jobless people, % of workers, 2020\n"), "\(page)")
    #expect(page.contains("the best end of the scale."))
    // 0, 5, 8 and 20: the goalpost itself is reached, what lies a hair beyond it is not.
    let row = "jobless,economic,Jobless people,% of workers,20,"
    for (best, said) in [
      ("0", "1 of them is at 0 or less"), ("8", "3 of them are at 8 or less"),
      ("7.99", "2 of them are at 7.99 or less"),
    ] {
      let moved = try Sandbox()
      try moved.edit("Data/indicators.csv", row + "0,", row + best + ",")
      let text = try moved.hsi("indicators", "jobless", "--countries").output
      #expect(
        text.contains(
          "4 countries of 4 have a figure; the median is 6.50. \(said), the best end of the scale."),
        "\(text)")
    }
    let rows = try sandbox.hsi("indicators", "jobless", "--countries", "--format", "csv").output.split(
      separator: "\n")
    #expect(rows.first == "indicator,iso3,country,value,unit,year,score,file,line")
    let values = rows.dropFirst().compactMap { Double($0.split(separator: ",")[3]) }
    #expect(values.count > 1 && values == values.sorted())
    let file = try sandbox.read("Data/economic/jobless.csv")
    for row in rows.dropFirst() {
      let cells = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      let line = file.split(separator: "\n")[(Int(cells[8]) ?? 0) - 1].split(separator: ",")
      #expect(line[0] == cells[1] && Double(line[2]) == Double(cells[3]), "\(row)")
    }
    let people = try sandbox.hsi("indicators", "people", "--countries", "--format", "csv").output
    #expect(people.contains(",people,2020,,"), "an indicator without goalposts has no score: \(people)")
    #expect(try sandbox.hsi("indicators", "--countries").status == 2)
  }

  @Test("an unknown indicator is answered with the nearest name, and every one of several") func unknown()
    throws
  {
    let sandbox = try Sandbox()
    let run = try sandbox.hsi("indicators", "violense", "Jobles people")
    #expect(run.status == 2)
    #expect(run.errors.contains("no indicator is called \"violense\" [unknown-indicator]"))
    #expect(run.errors.contains("did you mean \"violence\"?"))
    #expect(run.errors.contains("did you mean \"Jobless people\"?"))
  }

  @Test("an indicator whose file has no figures is the same error as in other commands") func noFigures()
    throws
  {
    let sandbox = try Sandbox()
    try sandbox.write("Data/economic/jobless.csv", "iso3,year,value\nARC,2020,\n")
    let run = try sandbox.hsi("indicators", "jobless")
    #expect(run.status == 1 && run.errors.contains("Data/economic/jobless.csv:1: error:"), "\(run.errors)")
  }

  @Test("figures that are too old are told from none") func oldFigures() throws {
    let sandbox = try Sandbox()
    try sandbox.write("Data/economic/jobless.csv", "iso3,year,value\nARC,2001,5\nBEN,2003,6\n")
    let page = try sandbox.hsi("indicators", "jobless").output
    #expect(
      page.contains("has a value in 2020: its figures are of 2001–2003, and 5 years are carried forward."),
      "\(page)")
  }

  @Test("a constant indicator has no correlation") func constant() throws {
    let sandbox = try Sandbox()
    try sandbox.write(
      "Data/economic/jobless.csv", "iso3,year,value\nARC,2020,5\nBEN,2020,5\nLIL,2020,5\nUTO,2020,5\n")
    let page = try sandbox.hsi("indicators", "jobless").output
    #expect(page.contains("All have the same value: nothing can correlate with it."))
    let row = page.split(separator: "\n").first { $0.hasPrefix("the index ") }
    #expect(row?.split(separator: " ").dropFirst(2).prefix(2) == ["–", "–"], "\(page)")
  }

  @Test("what the lens gives no weight is described all the same") func unweighed() throws {
    let sandbox = try Sandbox()
    try sandbox.edit("Weights/undp-1994.toml", "income = 2.0", "income = 0.0")
    let row = try Self.row(sandbox, ["income"])
    #expect(row["effective_weight"] == "0" && row["countries"] != "0" && row["median"] != "")
    #expect(try sandbox.hsi("indicators", "income").output.contains("weight      none under undp-1994"))
    let listing = try sandbox.hsi("indicators").output
    #expect(
      !listing.contains("Income per person") && listing.contains("2 series of the catalogue have no weight"))
  }

  @Test("--lens, --year and --open-only choose as for other commands; two lenses are refused") func options()
    throws
  {
    let sandbox = try Sandbox()
    #expect(try sandbox.hsi("indicators", "--year", "2019").output.contains(", 2019\n"))
    #expect(try sandbox.hsi("indicators", "--lens", "a", "--lens", "b").status == 2)
    let page = try sandbox.hsi("indicators", "famine-deaths").output
    #expect(page.contains("– restricted: --open-only leaves it out"), "\(page)")
    try sandbox.edit("Weights/undp-1994.toml", "dimensions_required = 3", "dimensions_required = 2")
    #expect(!(try sandbox.hsi("indicators", "--open-only").output.contains("Famine")))
  }

  @Test("the JSON has every indicator with what it correlates with") func json() throws {
    let sandbox = try Sandbox()
    let text = try sandbox.hsi("indicators", "--format", "json").output
    let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let rows = try #require(object["indicators"] as? [[String: Any]])
    #expect(
      rows.map { $0["indicator"] as? String } == ["income", "jobless", "famine-deaths", "violence", "people"])
    let own = (rows[0]["dimensions"] as? [[String: Any]])?.first { $0["own"] as? Bool == true }
    #expect(own?["dimension"] as? String == "economic")
  }
}
