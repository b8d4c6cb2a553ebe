import Foundation
import Testing

@Suite("hsi trace") struct TraceCommandTests {
  @Test("a mean of ratios leads to each figure, each denominator, their lines and publishers") func mean()
    throws
  {
    // Violent deaths over 2018 to 2020, each year divided by the people of that year.
    let sandbox = try Sandbox()
    try sandbox.write(
      "Data/imports.toml",
      "# a plan\n\n[violence]\nsource = [ { file = \"deaths.csv\", column = \"n\", origin = \"https://lagado.example/d\" } ]\n"
    )
    let run = try sandbox.hsi("trace", "ARC.violence")
    #expect(run.status == 0, "\(run.errors)")
    for text in [
      "Arcadia (ARC), Violent deaths, 2020: 2 per 100 000 people", "Observed in 2020.",
      "Data/personal/violence.csv:2", "Data/personal/violence.csv:4", "> ARC,2020,30", "> ARC,2018,1000000",
      "denominator", "deaths.csv, column n", "Data/imports.toml:3", "https://lagado.example/d",
      "Ministry of Plenty", "CC BY 4.0 (open)", "Source of People", "Academy of Lagado",
    ] { #expect(run.output.contains(text), "\(text) is not in\n\(run.output)") }
  }

  @Test("as CSV each figure is a row with its line, in the order of years") func rows() throws {
    let csv = try Sandbox().hsi("trace", "ARC.violence", "--format", "csv").output
    let lines = csv.split(separator: "\n").dropFirst().map(String.init)
    let first =
      "ARC,violence,2020,2,75,observed,figure,violence,ARC,2018,10,personal/violence.csv,2,\"ARC,2018,10\",,,"
      + "Ministry of Plenty,CC BY 4.0"
    #expect(lines.count == 6 && lines.first == first)
    let roles = ScoreCommandTests.rows(csv).dropFirst().map { row in row[6] }
    #expect(roles.joined(separator: " ") == "figure denominator figure denominator figure denominator")
  }

  @Test("a country lists its values with their places, a dimension its own, and what is missing why")
  func several() throws {
    let sandbox = try Sandbox()
    let country = try sandbox.hsi("trace", "Lilliput").output
    #expect(country.hasPrefix("Lilliput (LIL), 2020: 3 values of 4 indicators\n"))
    #expect(country.contains("no figure") && country.contains("Data/economic/jobless.csv:5 (2020)"))
    let dimension = try sandbox.hsi("trace", "LIL.economic").output
    #expect(dimension.hasPrefix("Lilliput (LIL), economic, 2020: 2 values of 2 indicators\n"))
    #expect(!dimension.contains("violence"))
  }

  @Test("a value of an earlier year is carried, and --year goes back") func years() throws {
    let sandbox = try Sandbox()
    #expect(try sandbox.hsi("trace", "UTO.jobless").output.contains("Carried forward from 2018."))
    let before = try sandbox.hsi("trace", "ARC.income", "--year", "2019").output
    #expect(before.contains("> ARC,2019,900") && !before.contains("ARC,2020"))
  }

  @Test("a series that others are divided by is traced as well, by its name too") func denominator() throws {
    let run = try Sandbox().hsi("trace", "ARC.People")
    #expect(run.status == 0 && run.output.contains("> ARC,2020,1000000"), "\(run.errors)")
  }

  @Test("all that is wrong with a name is said at once, with the nearest") func unknown() throws {
    let run = try Sandbox().hsi("trace", "Utopio.violense")
    #expect(run.status == 2)
    #expect(run.errors.contains("[unknown-country]") && run.errors.contains("did you mean \"Utopia\"?"))
    #expect(run.errors.contains("[unknown-indicator]") && run.errors.contains("\"violence\""))
  }

  @Test("a country whose name has a point is known as a whole") func point() throws {
    let sandbox = try Sandbox()
    try sandbox.edit("Data/countries.csv", "Kingdom of Utopia", "K. of Utopia")
    #expect(try sandbox.hsi("trace", "K. of Utopia").status == 0)
    #expect(try sandbox.hsi("trace", "K. of Utopia.food").output.hasPrefix("Utopia (UTO), food, 2020"))
  }
}
