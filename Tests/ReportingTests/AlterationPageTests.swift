import Analysis
import Audit
import IndexModel
import Reporting
import Scoring
import Testing

@Suite("The page of what would be if") struct AlterationPageTests {
  /// Norway scores 40 and Tuvalu 60 of one indicator; Norway is assumed to have 90.
  private func page() throws -> AlterationPage {
    let id = try #require(IndicatorID("safety"))
    let framework = Framework([
      Indicator(
        id: id, dimension: DimensionPath("one"), name: "Safety", unit: "points of a long scale",
        goalposts: Goalposts(worst: 0, best: 100))
    ])
    var block = FigureBlock(countryCount: 2, years: 2020...2020, files: ["one/safety.csv"])
    block.fill(CountryIndex(0), 2020, with: 40, file: 0, line: 2)
    block.fill(CountryIndex(1), 2020, with: 60, file: 0, line: 3)
    let countries = try [("NOR", "Norway"), ("TUV", "Tuvalu")].map {
      Country(code: try #require(CountryCode($0.0)), name: $0.1)
    }
    let cube = ObservationCube(countries: countries, framework: framework, series: [Series(block)])
    let lens = Lens(name: "test")
    let leaf = try #require(framework.leaves(below: Framework.root).first)
    let assumption = Intervention(node: leaf, country: CountryIndex(0), change: .set(90))
    return AlterationPage(
      Alteration(before: cube.score(2020, by: lens), after: cube.score(2020, by: lens, with: [assumption])),
      assumptions: ["--set NOR.safety=90"], dataFolder: "Data", limit: 10)
  }

  @Test("where there is no room beside a figure that is replaced, its place stands below, whole")
  func narrow() throws {
    let narrow = try page().plain(width: 60, bold: false)
    #expect(narrow.contains("\n  NOR safety instead of: Data/one/safety.csv:2 (2020)\n"))
    let wide = try page().plain(width: nil, bold: false)
    #expect(wide.contains("Data/one/safety.csv:2 (2020)\n"))
    #expect(!wide.contains("NOR safety instead of:"))
  }

  @Test("who passes whom is told with the gap before and after, and a list may be cut short") func crossing()
    throws
  {
    let text = try page().plain(width: nil, bold: false)
    #expect(text.contains("1 pair exchanges order"))
    #expect(text.contains("Norway  Tuvalu  −20.00  30.00"))
    #expect(try page().markdown.contains("| Norway | Tuvalu | −20.00 | 30.00 |"))
  }
}
