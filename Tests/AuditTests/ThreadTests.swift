import Reporting
import Tabular
import Testing

@testable import Audit

@Suite("An audit on several threads") struct ThreadTests {
  /// Enough draws that each part has several pieces, the last of them short.
  private static func tables() throws -> [String] {
    let table = try JudgedWorld.table()
    var settings = AuditSettings()
    settings.samples = 20_001
    let findings = AuditRun(table, lenses: [table, table], settings)()
    // There is no published index in this world, and no error is known.
    return AuditAnalysis.tables.filter { ![.external, .confidenceSets].contains($0) }.map {
      $0.table(findings).csv
    } + [AuditPage(findings).markdown]
  }

  @Test("finds the same to the last digit as on all cores", arguments: [1, 2, 7]) func same(threads: Int)
    throws
  {
    let own = try Threads.$count.withValue(threads) { try Self.tables() }
    #expect(try own == Self.tables())
    #expect(own.allSatisfy { $0.split(separator: "\n").count > 1 })
  }
}
