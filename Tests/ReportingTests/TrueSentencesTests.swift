import Audit
import IndexModel
import Scoring
import Testing

@testable import Analysis
@testable import Reporting

@Suite("Sentences that claim most, all or nothing") struct TrueSentencesTests {
  private func cause(_ share: Double, isShared: Bool = false) -> LensComparison.Cause {
    LensComparison.Cause(dimension: NodeIndex(1), first: 1, second: nil, share: share, isShared: isShared)
  }

  @Test("mostly is more than half") func mostly() {
    #expect(ComparisonPage.reason(cause(0.501), "state") == "mostly for its state dimension (just over 50 %)")
    #expect(ComparisonPage.reason(cause(0.51), "state") == "mostly for its state dimension (51 %)")
    #expect(
      ComparisonPage.reason(cause(0.5), "state") == "for its state dimension (50 %) more than for any other")
    #expect(
      ComparisonPage.reason(cause(0.5, isShared: true), "state")
        == "for its state dimension (50 %) as much as for any other")
  }

  @Test("what is missing is no average") func lift() throws {
    let table = try SentenceWorld.table([
      .init(path: "a", values: [1, 2]), .init(path: "b", values: [3, 4]),
    ]) { $0.weights[DimensionPath("b")!] = 0 }
    let (a, b) = (table.framework.dimensions[0], table.framework.dimensions[1])
    #expect(ComparisonPage.lift(nil, a, table) == "not scored under test")
    #expect(ComparisonPage.lift(nil, b, table) == "not counted under test")
    #expect(ComparisonPage.lift(0.04, a, table) == "at the average under test")
    #expect(ComparisonPage.lift(0.06, a, table) == "0.1 points above the average under test")
    #expect(ComparisonPage.lift(-0.06, a, table) == "0.1 points below the average under test")
  }

  @Test("only lenses of several dimensions join them differently") func joining() throws {
    let columns = ["a", "b"].map { SentenceWorld.Column(path: $0, values: [10, 20, 40]) }
    func sentence(_ change: (inout Lens) -> Void) throws -> [String] {
      let tables = [
        try SentenceWorld.table(columns) { $0.aggregation.dimensions = .arithmetic },
        try SentenceWorld.table(columns, name: "other", change),
      ]
      return ComparisonPage.joining(try #require(LensComparison.pairs(tables).first))
    }
    #expect(
      try sentence { $0.aggregation.dimensions = .geometric } == [
        "They join dimensions differently, arithmetic and geometric: no dimension accounts for that."
      ])
    #expect(try sentence { $0.aggregation.dimensions = .arithmetic }.isEmpty)
    let alone = try sentence {
      $0.aggregation.dimensions = .geometric
      $0.weights[DimensionPath("b")!] = 0
    }
    #expect(alone.isEmpty)
  }

  @Test("nothing speaks for a country only where no indicator does") func nothing() throws {
    func words(_ second: [Double]) throws -> String {
      let table = try SentenceWorld.table([
        .init(path: "a", values: [90, second[0]]), .init(path: "a", values: [40, second[1]]),
      ])
      let difference = try #require(Difference(table, RowIndex(0), RowIndex(1)))
      return DifferencePage(difference, only: nil).plain(width: nil, bold: false)
    }
    #expect(try words([30, 39]).contains("Nothing speaks for AAB."))
    #expect(try words([30, 40]).contains("Nothing speaks for AAB."))
    #expect(try words([30, 41]).contains("No dimension speaks for AAB; 1 indicator does."))
  }

  @Test("over random worlds, who is said to speak for a country does") func speaking() throws {
    for seed in 0..<40 {
      let table = try SentenceWorld.random(UInt64(seed), dimensions: 2, countries: 2)
      let difference = try #require(Difference(table, RowIndex(0), RowIndex(1)))
      let text = DifferencePage(difference, only: nil).plain(width: nil, bold: false)
      for (row, sign) in [(RowIndex(0), 1.0), (RowIndex(1), -1)] {
        let ahead = table.dimensions.contains { node in
          sign * ((table.score(node, RowIndex(0)) ?? 0) - (table.score(node, RowIndex(1)) ?? 0)) > 1e-6
        }
        #expect(text.contains("For \(table.country(row).name): ") == ahead, "\(seed)")
        #expect(text.contains("speaks for \(table.country(row).name)") == !ahead, "\(seed)")
      }
    }
  }

  @Test("reliability names its own line, and only shares of one whole stand in one sum") func reliability() {
    func found(_ observed: Double, expert: Double = 0) -> Reliability {
      Reliability(
        observed: observed, carried: 0, meanAge: nil, imputed: 0, missing: 1 - observed, expert: expert)
    }
    #expect(
      ReliabilityText.verdict(found(0.64), 2020)
        == "reliability low: less than 65 % of the weight with a figure")
    #expect(
      ReliabilityText.verdict(found(0.65), 2020)
        == "reliability medium: more than a tenth of the weight without a figure")
    #expect(ReliabilityText.verdict(found(0.9), 2020) == "reliability high")
    #expect(
      ReliabilityText.sentence(found(0.9, expert: 0.2), 2020)
        == "90 % of the weight observed in 2020, 10 % missing; 20 % of it, observed or carried forward, is the "
        + "judgement of experts")
  }

  @Test("only who has a rank is told to have it read with care") func care() throws {
    let report = try HTMLSample.report()
    let edition = ReportEdition(toolVersion: "1.0", vintage: "0123456789abcdef", dataFolder: "")
    for page in report.ranked + report.withheld {
      let text = MarkdownCountry(page, of: MarkdownReport(report, edition)).text
      #expect(text.contains("read rank and score with care") == (page.rank != nil))
    }
  }

  @Test("shares of pairs of countries are parts of one whole") func pairs() throws {
    for seed in 0..<20 {
      let table = try SentenceWorld.random(UInt64(seed))
      var settings = AuditSettings()
      settings.kind = .box(0.25)
      let found = AuditRun(table, settings)([.pairs])
      let words = AuditSentences(table: table, words: WeightSetWords(kind: settings.kind, set: found.set))
      let text = try #require(found.fixedPairs.map(words.pairs)?.first)
      let shares = text.split(separator: " %").dropLast().compactMap { part in
        part.split(separator: " ").last.flatMap { Double($0) }
      }.filter { $0 != 25 }
      if shares.count == 3 { #expect(abs(shares.reduce(0, +) - 100) <= 1.5, "\(text)") }
      #expect(shares.count != 2 || text.contains("further"), "\(text)")
    }
  }

  @Test("a score is said to be a place on a scale where one is not linear") func scale() throws {
    let linear = SentenceWorld.Column(path: "a", values: [10, 20])
    var log = linear
    (log.transform, log.worst) = (.log, 1)
    let plain = MethodText(try SentenceWorld.table([linear]))
    #expect(plain.score == "0 to 100, the value's place between worst and best")
    #expect(!plain.scale.contains("linear"))
    let mixed = MethodText(try SentenceWorld.table([linear, log]))
    #expect(mixed.score == plain.score + " on the scale that is named, else on a linear one")
    #expect(mixed.scale.contains("For 1 of 2 indicators the scale between them is not linear"))
    // No scale is named that no indicator has.
    #expect(mixed.scale.contains("not linear (logarithm), as"))
    var root = linear
    root.transform = .sqrt
    let three = MethodText(try SentenceWorld.table([linear, root, log]))
    #expect(
      three.scale.contains(
        "For 2 of 3 indicators the scale between them is not linear (logarithm; square root), as"))
  }
}
