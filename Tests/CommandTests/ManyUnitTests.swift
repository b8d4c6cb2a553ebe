import Foundation
import Testing

@Suite("Indices of thousands of units") struct ManyUnitTests {
  /// An index of so many units with two indicators in two dimensions, each with a score of its own.
  private func index(_ units: Int) throws -> Program {
    let sandbox = try InitTests.emptyFolder()
    let ids = (0..<units).map { "u-\($0)" }
    try sandbox.write("Data/units.csv", "id,name\n" + ids.map { "\($0),Place \($0)\n" }.joined())
    try sandbox.write(
      "Data/indicators.csv", "id,dimension,worst,best\nhunger,food,100,0\nincome,economic,0,100000\n")
    func figures(_ value: (Int) -> Int) -> String {
      "id,year,value\n" + ids.enumerated().map { "\($1),2020,\(value($0))\n" }.joined()
    }
    try sandbox.write("Data/food/hunger.csv", figures { $0 * 7919 % 101 })
    try sandbox.write("Data/economic/income.csv", figures { $0 * 6151 % 99991 })
    try sandbox.write(
      "Weights/many.toml",
      "title = \"Many\"\nweights = \"equal\"\ndimensions_required = 2\n[index]\nname = \"Many\"\nunit = \"place\"\nunits = \"places\"\n"
    )
    return Program(folder: sandbox.folder, owner: sandbox)
  }

  @Test("a report has pages of the first thousand alone, says so, and its tables have all") func report()
    throws
  {
    let hsi = try index(1500)
    let run = try hsi("report")
    #expect(run.status == 0, "\(run.errors)")
    let part = "the first 1000 of 1500 places"
    #expect(run.output.hasPrefix("1500 of 1500 places ranked") && run.output.contains(part), "\(run.output)")
    let sandbox = try #require(hsi.owner)
    #expect(!(try sandbox.names(in: "Reports")).contains("countries"))
    let page = try sandbox.read("Reports/index.html")
    #expect(page.contains(part) && page.contains("<dd>1500 <span>of 1500</span>"))
    #expect(page.components(separatedBy: "<tr id=\"r-").count == 1001)
    #expect(page.utf8.count < 1_000_000 && !page.contains("<script") && !page.contains("href=\"#c-"))
    let markdown = try sandbox.read("Reports/ranking.md")
    #expect(markdown.contains(part) && !markdown.contains("](countries/"))
    #expect(try sandbox.read("Reports/scores.csv").split(separator: "\n").count == 1501)
    #expect(try sandbox.read("Reports/indicators.csv").split(separator: "\n").count == 3001)
    #expect(try hsi("verify").status == 0)
    let brief = try hsi("report", "--country", "u-1")
    #expect(brief.status == 2 && brief.errors.contains("hsi country NAME shows one"), "\(brief.errors)")
    #expect(try hsi("country", "u-1").status == 0 && hsi("explain", "u-1").status == 0)
  }

  @Test("what compares each with every other is left out of an audit beyond its limit, by name") func audit()
    throws
  {
    let hsi = try index(4200)
    let page = try hsi("audit", "--samples", "200", "--budget", "1s")
    #expect(page.status == 0, "\(page.errors)")
    #expect(page.output.contains("4200 places are ranked, too many"), "\(page.output)")
    #expect(page.output.contains("how likely each rank is (at most 4096)"), "\(page.output)")
    for table in ["acceptability", "central-weights", "pairs", "rank-bounds", "uncertainty", "sensitivity"] {
      let run = try hsi("audit", "--table", table, "--format", "csv")
      #expect(run.status == 0 && run.output.split(separator: "\n").count <= 1, "\(table)")
      #expect(run.errors.contains("the table \(table) has no rows: 4200 places are ranked"), "\(run.errors)")
      #expect(run.errors.contains("[too-many-ranked]"))
    }
    let importance = try hsi("audit", "--table", "importance")
    #expect(importance.output.contains("one of every 2 in order of rank"), "\(importance.output)")
    let one = try hsi("audit", "--country", "u-1", "--samples", "200", "--budget", "1s")
    #expect(one.status == 0 && one.output.contains("of 4200"), "\(one.errors)")
    let score = try hsi("score", "--intervals", "--top", "1")
    #expect(score.status == 0 && score.errors.contains("of 4096 at most"), "\(score.errors)")
  }
}
