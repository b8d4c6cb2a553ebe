import Foundation
import Testing

@Suite("hsi score --years and --aggregate") struct ScoreBreadthTests {
  /// The small world with a census of it: Arcadia 1 000 000, Bensalem 500 000, Utopia 2 000 000;
  /// of Lilliput none.
  static func peopled() throws -> Sandbox {
    let sandbox = try Sandbox()
    let catalogue = try sandbox.read("Data/indicators.csv")
    try sandbox.write(
      "Data/indicators.csv",
      catalogue + "population,,Population,people,,,none,,,,,0,,,Census,Academy,CC0 1.0,,\n")
    try sandbox.write(
      "Data/population.csv",
      "iso3,year,value\nARC,2019,1000000\nARC,2020,1000000\nBEN,2019,500000\nUTO,2019,2000000\n")
    return sandbox
  }

  @Test("the rows of a year are those of that year alone, with the year in front") func slices() throws {
    let sandbox = try Sandbox()
    let series = try sandbox.hsi("score", "--years", "2019-2020", "--intervals", "--format", "csv")
    #expect(series.status == 0, "\(series.errors)")
    // Unasked there are no intervals of years, and else the same.
    let plain = try sandbox.hsi("score", "--years", "2019-2020", "--format", "csv")
    let unasked = ScoreCommandTests.rows(plain.output).dropFirst()
    #expect(unasked.allSatisfy { row in [4, 3, 1].allSatisfy { row[row.count - $0].isEmpty } })
    #expect(unasked.map { $0[..<10] } == ScoreCommandTests.rows(series.output).dropFirst().map { $0[..<10] })
    let lines = series.output.split(separator: "\n").map(String.init)
    var expected: [String] = []
    for year in ["2019", "2020"] {
      let alone = try sandbox.hsi("score", "--year", year, "--format", "csv").output.split(separator: "\n")
        .map(String.init)
      if expected.isEmpty { expected.append("year," + alone[0]) }
      expected += alone.dropFirst().map { year + "," + $0 }
    }
    #expect(lines == expected)
  }

  @Test("--country and --top choose in each year") func chosen() throws {
    let sandbox = try Sandbox()
    let run = try sandbox.hsi(
      "score", "--years", "2019-2020", "--country", "Arkadia", "--country", "LIL", "--format", "csv")
    let rows = ScoreCommandTests.rows(run.output).dropFirst()
    #expect(rows.map { $0[0] + $0[2] }.sorted() == ["2019ARC", "2019LIL", "2020ARC", "2020LIL"])
    let top = try sandbox.hsi("score", "--years", "2020", "--top", "2", "--format", "csv")
    #expect(ScoreCommandTests.rows(top.output).dropFirst().map { $0[2] } == ["UTO", "BEN"])
  }

  @Test("the working of several years names the year of the score and that of the figure") func working()
    throws
  {
    let run = try Sandbox().hsi(
      "score", "--years", "2019-2020", "--level", "indicator", "--country", "UTO", "--format", "csv")
    let rows = ScoreCommandTests.rows(run.output)
    #expect(Array(rows[0].prefix(5)) == ["year", "iso3", "indicator", "dimension", "figure_year"])
    let jobless = rows.filter { $0[2] == "jobless" }
    #expect(jobless.map { [$0[0], $0[4]] } == [["2019", "2018"], ["2020", "2018"]])
  }

  @Test("an open end reaches as far as figures suffice", arguments: [("2019-", "2019"), ("-2019", "")])
  func openEnds(_ span: String, _ first: String) throws {
    let run = try Sandbox().hsi("score", "--years", span, "--format", "csv")
    #expect(run.status == 0, "\(run.errors)")
    let years = Set(ScoreCommandTests.rows(run.output).dropFirst().map { $0[0] })
    // 2018: jobless people 1/9 of the weight and violence 1/3, too little; 2019: with income, 2/3.
    #expect(years == (first.isEmpty ? ["2019"] : ["2019", "2020"]))
    #expect(!run.errors.contains("year-without-figures"))
  }

  @Test(
    "years that are none are refused",
    arguments: ["2020-2019", "20-21", "2019-2020-2021", "-", "x", "1066-1067", "2019-x", ""]) func badYears(
      _ span: String
    ) throws
  {
    let run = try Sandbox().hsi("score", "--years", span)
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
  }

  @Test("what cannot be combined is refused") func conflicts() throws {
    let sandbox = try Sandbox()
    for arguments in [
      ["--years", "2019-2020", "--year", "2020"], ["--level", "country"],
      ["--aggregate", "world", "--level", "indicator"], ["--aggregate", "world", "--top", "1"],
      ["--aggregate", "world", "--country", "ARC"], ["--aggregate", "planet"],
    ] { #expect(try sandbox.hsi.run(["score"] + arguments).status == 2, "\(arguments)") }
    let late = try sandbox.hsi("score", "--years", "2050-")
    #expect(late.status == 2 && late.errors.contains("[no-such-years]"))
  }

  @Test("a year that the figures do not reach is warned of, once for all such years") func withoutFigures()
    throws
  {
    let sandbox = try Sandbox()
    let one = try sandbox.hsi("score", "--year", "2021")
    #expect(one.status == 0)
    #expect(one.errors.contains("warning: in 2021 less than half"))
    #expect(one.errors.contains("[year-without-figures]"))
    let many = try sandbox.hsi("score", "--years", "2015-2022")
    #expect(many.errors.contains("in 2015–2018, 2021–2022 less than half"))
    #expect(try sandbox.hsi("explain", "ARC", "--year", "2030").errors.contains("2030"))
    #expect(try sandbox.hsi("score").errors.isEmpty)
  }

  @Test("scores that rest on the other countries of a year are not set side by side in silence")
  func notComparable() throws {
    let sandbox = try Sandbox()
    try sandbox.edit("Weights/undp-1994.toml", "carry_forward = 5", "normalisation = \"rank\"")
    let run = try sandbox.hsi("score", "--years", "2019-2020")
    #expect(run.status == 0 && run.errors.contains("[years-not-comparable]"))
    #expect(try !sandbox.hsi("score", "--years", "2020").errors.contains("comparable"))
  }

  @Test("the table has years across, the change, and what moved most") func table() throws {
    let sandbox = try Sandbox()
    let run = try sandbox.hsi("score", "--years", "2019-2020", "--level", "indicator")
    #expect(run.output.contains("2019 to 2020"))
    // Arcadia's income, on the logarithm: ln 9 / ln 100 = 0.477 in 2019, 0.5 in 2020.
    #expect(run.output.contains("ARC   income          47.7   50.0    +2.3"), "\(run.output)")
    #expect(run.output.contains("rises of those shown, 2019 to 2020: ARC income +2.3"))
    let markdown = try sandbox.hsi("score", "--years", "2019-2020", "--format", "md").output
    #expect(markdown.contains("| rank | range | country | 2019 | 2020 | change |"))
  }

  @Test("JSON of several years holds an object a year, that of one year alone") func json() throws {
    let sandbox = try Sandbox()
    let text = try sandbox.hsi("score", "--years", "2019-2020", "--intervals", "--format", "json").output
    let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let years = try #require(object["years"] as? [NSDictionary])
    let alone = try sandbox.hsi("score", "--format", "json").output
    let last = try JSONSerialization.jsonObject(with: Data(alone.utf8)) as? NSDictionary
    #expect(years.compactMap { $0["year"] as? Int } == [2019, 2020])
    #expect(years.last == last)
  }

  @Test("the world's score is the mean by population, as worked by hand") func aggregate() throws {
    let sandbox = try Self.peopled()
    let run = try sandbox.hsi("score", "--aggregate", "world", "--format", "csv")
    #expect(run.status == 0, "\(run.errors)")
    let rows = ScoreCommandTests.rows(run.output)
    #expect(rows[0] == ["group", "population", "covered", "score", "economic", "food", "personal"])
    // food: (1·60 + 0.5·80 + 2·100)/3.5 = 300/3.5; personal (75 + 45 + 200)/3.5.
    #expect(Array(rows[1].prefix(3)) == ["World", "3500000", "1"])
    let food = try #require(Double(rows[1][5]))
    let personal = try #require(Double(rows[1][6]))
    #expect(abs(food - 300.0 / 3.5) < 1e-10)
    #expect(abs(personal - 320.0 / 3.5) < 1e-10)
    #expect(run.errors.contains("Lilliput has no population in 2020 and counts in no group"))
  }

  @Test("each country's contribution is in every format, and a country left out is listed")
  func contributions() throws {
    let sandbox = try Self.peopled()
    let run = try sandbox.hsi("score", "--aggregate", "world", "--level", "country", "--format", "csv")
    let rows = ScoreCommandTests.rows(run.output)
    #expect(
      rows[0] == ["group", "iso3", "country", "population", "share", "score", "contribution", "status"])
    #expect(rows.dropFirst().map { $0[1] } == ["ARC", "BEN", "LIL", "UTO"])
    #expect(rows[3][3].isEmpty && rows[3][6].isEmpty)
    let total = rows.dropFirst().compactMap { Double($0[6]) }.reduce(0, +)
    let score = ScoreCommandTests.rows(
      try sandbox.hsi("score", "--aggregate", "world", "--format", "csv").output)[1][3]
    #expect(abs(total - (Double(score) ?? 0)) < 1e-10)
    let table = try sandbox.hsi("score", "--aggregate", "region").output
    #expect(table.contains("Utopia"))
    #expect(table.contains("share of the group's population"))
    let json = try sandbox.hsi("score", "--aggregate", "income", "--format", "json").output
    #expect(json.contains("\"contribution\": null") && json.contains("\"group\": \"High income\""))
  }

  @Test("groups over years have the year in front") func groupYears() throws {
    let sandbox = try Self.peopled()
    let run = try sandbox.hsi("score", "--aggregate", "region", "--years", "2019-2020", "--format", "csv")
    let rows = ScoreCommandTests.rows(run.output)
    #expect(Array(rows[0].prefix(2)) == ["year", "group"])
    #expect(
      rows.dropFirst().map { $0[0] + $0[1] } == [
        "2019Americas", "2019Europe", "2019Oceania", "2020Americas", "2020Europe", "2020Oceania",
      ])
    let table = try sandbox.hsi("score", "--aggregate", "region", "--years", "2019-2020").output
    #expect(table.contains("group     2019"))
    #expect(try sandbox.hsi("score", "--years", "2019-2020", "--aggregate", "world").status == 0)
  }

  @Test("groups need a series population") func noPopulation() throws {
    let run = try Sandbox().hsi("score", "--aggregate", "world")
    #expect(run.status == 1)
    #expect(run.errors.contains("[no-population-series]"))
  }

  @Test("little coverage is marked in the table, and the mark explained, only where there is some")
  func coverageMark() throws {
    let sandbox = try Sandbox()
    #expect(try !sandbox.hsi("score").output.contains("¹"))
    try sandbox.edit("Data/economic/income.csv", "LIL,2020,100\n", "")
    #expect(try !sandbox.hsi("score").output.contains("¹"), "Lilliput has no rank to be read with care")
    try sandbox.edit("Weights/undp-1994.toml", "dimensions_required = 3", "dimensions_required = 1")
    let output = try sandbox.hsi("score").output
    #expect(output.contains("100 %"))
    #expect(output.contains(" 33 % ¹\n") || output.contains(" 44 % ¹\n"), "\(output)")
    #expect(output.contains("¹ less than 65 % covered: read rank and score with care"))
  }

  @Test("explain and JSON say how much is observed, carried and missing") func reliability() throws {
    let sandbox = try Sandbox()
    try sandbox.edit("Data/indicators.csv", ",reference,files\n", ",reference,files,kind\n")
    let table = try sandbox.read("Data/indicators.csv")
    try sandbox.write(
      "Data/indicators.csv",
      table.split(separator: "\n").enumerated().map { line, row in
        line == 0 ? "\(row)\n" : "\(row),\(row.hasPrefix("income") || row.contains("food") ? "expert" : "")\n"
      }.joined())
    // Utopia's jobless people are of 2018, a third of a third of the weight.
    let explain = try sandbox.hsi("explain", "UTO").output
    #expect(
      explain.contains(
        "89 % of the weight observed in 2020, 11 % carried forward (2.0 years old on average); "
          + "56 % of it, observed or carried forward, is the judgement of experts – reliability medium: more than a third of the weight by experts\n"
      ))
    let json = try sandbox.hsi("score", "--country", "LIL", "--format", "json").output
    #expect(json.contains("\"mean_age\": null") && json.contains("\"missing\": 0.333"))
    #expect(json.contains("\"level\": \"medium\"") && json.contains("\"conflict\": null"))
  }
}
