import Audit
import IndexModel
import Scoring
import Testing

@testable import Analysis
@testable import Reporting

@Suite("The report in Markdown") struct MarkdownReportTests {
  private static let edition = ReportEdition(toolVersion: "1.0", vintage: "0123456789abcdef", dataFolder: "")

  /// One dimension of one indicator, so that scores are the values.
  private static func table(
    _ values: [Double], name: String = "test", regions: [String] = [],
    _ change: (inout Lens) -> Void = { _ in }
  ) throws -> ScoreTable {
    try SentenceWorld.table([.init(path: "a", values: values)], name: name, regions: regions, change)
  }

  private static func pages(_ table: ScoreTable, _ history: PageHistory? = nil) -> MarkdownReport {
    let report = Report(table, ranges: RankRange.leavingOutEachDimension(table), intervals: nil)
    return MarkdownReport(report, edition, history.map { ReportComparisons(table, $0) })
  }

  private static func history(
    _ table: ScoreTable, _ years: [(Year, [Double])] = [], lenses: [ScoreTable] = []
  ) throws -> PageHistory {
    let before = try years.map { ($0, PageHistory.Scores(try Self.table($1), in: table)) }
    return PageHistory(
      years: before + [(table.year, PageHistory.Scores(table, in: table))],
      comparisons: LensComparison.of(table, beside: lenses))
  }

  // MARK: - Changes

  @Test(
    "changes are counted from the latest year at least ten years before, or from the first",
    arguments: [
      ([2008, 2009, 2010, 2011], 2010), ([2009, 2011], 2009), ([2011, 2012], 2011), ([2019], 2019), ([], nil),
    ] as [([Year], Year?)]) func earlier(_ years: [Year], _ chosen: Year?) throws
  {
    let table = try Self.table([10, 20])
    #expect(try Self.history(table, years.map { ($0, [10, 20]) }).earlier?.year == chosen)
  }

  /// AAC has no score in the earlier year: the others were first, second and third then.
  @Test("a change is of the countries ranked in both years, places among them alone") func changes() throws {
    let table = try Self.table([50, 60, 90, 10])
    let changes = ScoreChanges(
      table, since: 2010, before: PageHistory.Scores(try Self.table([70, 40, .nan, 20]), in: table).index)
    #expect(changes.points == [-20, 20, nil, -10])
    #expect(changes.places == [-1, 1, nil, 0])
    #expect(changes.countries == 3)
    let text = MarkdownRanking(of: Self.pages(table, try Self.history(table, [(2010, [70, 40, .nan, 20])])))
      .text
    #expect(text.contains("| Rank | Country | Score | Since 2010 | Places | Coverage | Reliability |"))
    #expect(text.contains("| 1 | [AAC](countries/AAC.md) | 90.0 | – | – | 100 % |"))
    #expect(text.contains("| 2 | [AAB](countries/AAB.md) | 60.0 | +20.0 | +1 | 100 % |"))
    #expect(text.contains("| 4 | [AAD](countries/AAD.md) | 10.0 | −10.0 | 0 | 100 % |"))
    #expect(text.contains("among the 3 countries ranked in both years"))
  }

  @Test("countries that share a score share a place before and after") func ties() throws {
    let table = try Self.table([50, 50, 10])
    let changes = ScoreChanges(table, since: 2010, before: [60, 40, 40])
    #expect(changes.places == [0, 1, -1])
  }

  @Test("a country's page says what became of it, and nothing where a year has no rank of it") func own()
    throws
  {
    let table = try Self.table([50, 60, 90, 10])
    let pages = Self.pages(table, try Self.history(table, [(2010, [70, 40, .nan, 20])]))
    let texts = pages.report.ranked.map { MarkdownCountry($0, of: pages).text }
    #expect(!texts[0].contains("Since 2010"))
    #expect(
      texts[1].contains("Since 2010: +20.0 points, and 1 place up among the 3 countries ranked in both"))
    #expect(texts[2].contains("Since 2010: −20.0 points, and 1 place down among"))
    #expect(texts[3].contains("Since 2010: −10.0 points, and the same place among"))
    #expect(MarkdownCountry.words(places: -2) == "2 places down")
  }

  @Test("without an earlier year, or anybody ranked in both, there is no column of changes") func none()
    throws
  {
    let table = try Self.table([50, 60])
    for years in [[], [(2010, [Double.nan, .nan])]] {
      let text = MarkdownRanking(of: Self.pages(table, try Self.history(table, years))).text
      #expect(text.contains("| Rank | Country | Score | Coverage | Reliability |"))
      #expect(!text.contains("Since"))
    }
  }

  // MARK: - Regions

  @Test("a region's median is of its ranked countries, and equal extremes are all named") func regions()
    throws
  {
    let regions = ["East", "East", "East", "East", "West"]
    let table = try Self.table([80, 80, 30, .nan, 20, 40], regions: regions)
    let history = try Self.history(table, [(2010, [70, 60, 33, 50, .nan, .nan])])
    let text = MarkdownRanking(of: Self.pages(table, history)).text
    #expect(
      text.contains(
        "| East | 3 of 4 | 80.0 | [AAA](countries/AAA.md), [AAB](countries/AAB.md) 80.0 | "
          + "[AAC](countries/AAC.md) 30.0 | +10.0 |"))
    #expect(
      text.contains(
        "| West | 1 of 1 | 20.0 | [AAE](countries/AAE.md) 20.0 | [AAE](countries/AAE.md) 20.0 | – |"))
    #expect(text.contains("| (none) | 1 of 1 | 40.0 |"))
    let even = RegionScores.all(try Self.table([10, 20, 40, 80], regions: ["E", "E", "E", "E"]), nil)
    #expect(even.map(\.median) == [30] && even[0].medianChange == nil)
  }

  @Test("without regions there is no section of them") func noRegions() throws {
    let table = try Self.table([80, 30])
    #expect(!MarkdownRanking(of: Self.pages(table, try Self.history(table))).text.contains("## Regions"))
  }

  // MARK: - Lenses

  /// AAA goes from 1 to 5, the others up by one: AAB and AAC are named first by code.
  @Test("a lens is told by its title, with the three countries that move furthest") func lenses() throws {
    let table = try Self.table([90, 80, 70, 60, 50])
    let other = try Self.table([10, 80, 70, 60, 50], name: "other") { $0.title = "Another <view>" }
    let same = try Self.table([91, 81, 71, 61, 51], name: "same")
    let few = try Self.table([10, .nan, .nan, .nan, .nan], name: "few")
    let text = MarkdownRanking(of: Self.pages(table, try Self.history(table, lenses: [few, other, same])))
      .text
    let rows = text.split(separator: "\n").filter { $0.contains(" | Correlation | ") || $0.contains(" → ") }
    #expect(rows.count == 3, "head, one lens and the note")
    #expect(
      rows[1] == #"| Another \<view\> | 5 | 0.00 | [AAA](countries/AAA.md) 1 → 5, "#
        + "[AAB](countries/AAB.md) 2 → 1, [AAC](countries/AAC.md) 3 → 2 |")
    #expect(text.contains("| same | 5 | 1.00 | – |\n| Another"), "the most alike first")
    #expect(text.contains("| few | 1 | – | – |\n\n"), "what cannot be compared last")
  }

  // MARK: - Form

  @Test("a country's page begins with name, index, lens and year") func head() throws {
    let named = Self.pages(
      try Self.table([80]) { ($0.index.name, $0.title) = ("Index of *all*", "Seven securities") })
    let plain = Self.pages(try Self.table([80]))
    func text(_ pages: MarkdownReport) -> String { MarkdownCountry(pages.report.ranked[0], of: pages).text }
    #expect(
      text(named).hasPrefix("# AAA\n\n*Index of \\*all\\* · Seven securities · reference year 2020*\n\n"))
    #expect(text(plain).hasPrefix("# AAA\n\n*test · reference year 2020*\n\n"))
  }

  @Test("no table is wider than a page, however many dimensions there are") func width() throws {
    let columns = (0..<14).map {
      SentenceWorld.Column(path: "dimension-number-\($0)/part", values: [10, 20, 30])
    }
    let table = try SentenceWorld.table(columns, regions: ["East", "West", "West"])
    let scores = PageHistory.Scores(table, in: table)
    let history = PageHistory(
      years: [(2010, scores), (2020, scores)], comparisons: LensComparison.of(table, beside: [table]))
    let pages = Self.pages(table, history)
    for text in [MarkdownRanking(of: pages).text, MarkdownCountry(pages.report.ranked[0], of: pages).text] {
      for row in text.split(separator: "\n") where row.hasPrefix("|") {
        let shown = row.replacing(#/\]\([^)]*\)/#, with: "").replacing("[", with: "")
        #expect(shown.count <= 105, "\(shown)")
      }
    }
    let ranking = MarkdownRanking(of: pages).text
    for place in 0..<14 {
      #expect(ranking.occurrences(of: " Dimension number \(place) |") == 1)
      #expect(ranking.contains("| Dimension number \(place): part | i\(place) |"))
    }
    #expect(!ranking.contains("dimension-number"))
  }

  @Test("every link within the report has its page and its heading") func links() throws {
    let table = try Self.table([80, 30, .nan], regions: ["East", "West", "West"])
    let report = Self.pages(table, try Self.history(table, lenses: [table]))
    let audit = AuditPage(AuditRun(table, AuditSettings())([.pairs]))
    let pages = report.pages(audit).map { (name: $0.name, text: $0.text()) }
    let names = pages.map(\.name)
    #expect(names == ["audit.md", "ranking.md", "countries/AAA.md", "countries/AAB.md", "countries/AAC.md"])
    for page in pages {
      for match in page.text.matches(of: #/\]\(([^)<]+)\)/#) {
        let target = match.1.replacing("../", with: "").split(
          separator: "#", omittingEmptySubsequences: false)
        let name = target[0].isEmpty ? page.name : String(target[0])
        let found = try #require(pages.first { $0.name == name }, "\(match.1) of \(page.name)")
        guard target.count > 1 else { continue }
        let headings = found.text.split(separator: "\n").filter { $0.hasPrefix("## ") }.map {
          $0.dropFirst(3).lowercased().replacing(" ", with: "-")
        }
        #expect(headings.contains(String(target[1])), "\(match.1)")
      }
    }
  }

  @Test("names from data are text wherever they stand") func hostile() throws {
    let pages = MarkdownReport(try HTMLSample.report(countryName: HTMLSample.hostile), Self.edition)
    let texts =
      [MarkdownRanking(of: pages).text] + pages.report.ranked.map { MarkdownCountry($0, of: pages).text }
    for text in texts {
      #expect(text.contains(#"\<script\>alert("1")\</script\> & 'co'"#))
      #expect(!text.replacing(#"\<"#, with: "").contains("<"), "no tag; links to figures are off")
      #expect(!text.contains("&lt;") && !text.contains("&amp;"))
    }
  }

  @Test("why an indicator is missing stands beside its name") func missing() throws {
    let pages = MarkdownReport(try HTMLSample.report(), Self.edition)
    let text = MarkdownCountry(pages.report.ranked[0], of: pages).text
    #expect(text.contains("| Name of second | missing | unit of second | – | – | – | – |"))
    #expect(text.contains("- Name of second: missing, latest figure is of 1999, too old to carry forward\n"))
    #expect(text.contains("- Name of first: economic/first one.csv:7\n"))
    #expect(text.contains("## Mother and child: not scored"))
  }
}
