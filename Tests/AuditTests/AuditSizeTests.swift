import Testing

@testable import Audit

@Suite("How many countries an analysis takes") struct AuditSizeTests {
  /// So many countries, each with a score of its own in two dimensions.
  private static func trial(_ count: Int) -> Trial {
    Trial(rows: (0..<count).map { [100 * Double($0) / Double(count), Double($0 % 100)] })
  }

  @Test(
    "is done of as many as it states, and left out by name of one more",
    arguments: [
      (AuditAnalysis.rankBounds, 1000), (.benefitOfTheDoubt, 1000), (.pairs, 2000), (.acceptability, 4096),
      (.sensitivity, 4096),
    ]) func edge(_ analysis: AuditAnalysis, _ most: Int) throws
  {
    #expect(analysis.mostRanked == most)
    #expect(try !analysis.isTooLarge(Self.trial(most).table()))
    let large = try Self.trial(most + 1).table()
    #expect(analysis.isTooLarge(large))
    let found = AuditRun(large)([analysis])
    #expect(found.tooLarge == [analysis])
    #expect(analysis.absence(found) == AuditNotes.tooLarge([analysis], large))
  }

  @Test("is printed in full of as many, and of none of one more", arguments: [4096, 4097]) func ranks(
    _ count: Int
  ) throws {
    var settings = AuditSettings()
    settings.samples = 10
    let found = AuditRun(try Self.trial(count).table(), settings)([.acceptability])
    #expect(found.acceptability?.countries.count == (count > 4096 ? nil : count))
  }
}
