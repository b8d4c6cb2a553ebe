import Analysis
import IndexModel
import Testing

@testable import Reporting

@Suite("Claims of the security dilemma at the lines that it draws") struct DilemmaClaimTests {
  /// Two neighbours with figures of years from 2000 on, the second of fewer.
  private func page(
    _ years: Int, _ fewer: Int, of chosen: [CountryIndex]? = nil, named: [CountryIndex]? = nil
  ) throws -> String {
    let framework = Framework([
      Indicator(
        id: try #require(IndicatorID("arms")), dimension: DimensionPath("state"), name: "Arms", unit: "%",
        goalposts: Goalposts(worst: 0, best: 100))
    ])
    var block = FigureBlock(countryCount: 3, years: 2000...2030, files: ["arms.csv"])
    for year in 0..<years {
      block.fill(CountryIndex(0), 2000 + year, with: Double(year % 3), file: 0, line: 2)
      block.fill(CountryIndex(1), 2000 + year, with: Double(year % 5), file: 0, line: 3)
      if year < fewer { block.fill(CountryIndex(2), 2000 + year, with: Double(year % 2), file: 0, line: 4) }
    }
    let countries = try ["AAA", "BBB", "CCC"].map { Country(code: try #require(CountryCode($0)), name: $0) }
    let neighbours = [[CountryIndex(1)], [CountryIndex(0)], [CountryIndex(0)]]
    let cube = ObservationCube(
      countries: countries, framework: framework, series: [Series(block)], neighbours: neighbours)
    let found = SecurityDilemma(
      cube, indicator: IndicatorIndex(0), countries: chosen ?? Array(cube.countryIndices), years: 2000...2030,
      carryForward: 0)
    return DilemmaPage(found, cube, framework.indicators[0], countries: named).plain(width: nil, bold: false)
  }

  @Test("few years are fewer than ten, and said to stand last only where some do and others do not")
  func few() throws {
    let words = "fewer than 10 years stand last"
    #expect(try page(12, 10).contains(words), "nine of them are compared")
    #expect(try !page(12, 11).contains(words), "ten of them are compared")
    #expect(try !page(10, 10).contains(words), "all have nine")
    #expect(
      try !page(12, 10, named: [CountryIndex(0), CountryIndex(2)]).contains(words), "in the order asked for")
  }

  @Test("one year of one country is one") func single() throws {
    #expect(try page(2, 1, of: [CountryIndex(0)]).contains("World: of 1 year compared in 1 country, both"))
    #expect(try page(3, 1, of: [CountryIndex(0)]).contains("World: of 2 years compared in 1 country, both"))
    #expect(try page(2, 1).contains("World: of 2 years compared in 2 countries, both"))
  }
}
