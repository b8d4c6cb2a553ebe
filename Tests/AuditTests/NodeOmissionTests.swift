import Analysis
import Reporting
import Scoring
import Testing

@testable import Audit

@Suite("What each node does") struct NodeOmissionTests {
  /// Two dimensions, the first of two indicators, equal weights throughout. Scores:
  /// A (90, 10 | 60) → 50, 60 → 55; B (40, 40 | 80) → 40, 80 → 60; C (20, 60 | 30) → 40, 30 → 35.
  /// Ranks B, A, C. Without a: B 80, A 60, C 30: none moves. Without b: A 50, B 40, C 40: A rises by
  /// one, B falls by one, C rises by one, level with B. Without i0: a is 10, 40, 60: A 35, B 60, C 45: A
  /// and C change places. Without i1: a is 90, 40, 20: A 75, B 60, C 25: A and B do. Without i2, b has
  /// nothing left: as without b.
  @Test("by hand") func byHand() throws {
    var trial = Trial(rows: [[90, 10, 60], [40, 40, 80], [20, 60, 30]])
    trial.dimensions = ["a", "a", "b"]
    let table = try trial.table()
    let all = NodeOmission.all(table)
    let names = all.map { table.framework.nodes[$0.node].name }
    #expect(names == ["a", "b", "i0", "i1", "i2"])
    #expect(all.map(\.maxShift) == [0, 1, 1, 1, 1])
    for (shift, expected) in zip(all.map(\.meanShift), [0, 1, 2 / 3.0, 2 / 3.0, 1]) {
      #expect(abs(shift - expected) < 1e-15)
    }
    #expect(all.allSatisfy { $0.countries == 3 })
    // Furthest first; as far, by rank.
    #expect(all[1].mostMoved.map(\.country.value) == [1, 0, 2])
    #expect(all[1].mostMoved.map(\.with) == [1, 2, 3])
    #expect(all[1].mostMoved.map(\.without) == [2, 1, 2])
    #expect(all[2].mostMoved.map(\.country.value) == [0, 2])
  }

  @Test("without a part of a ratio nobody is ranked, which is no move of 0") func ratio() throws {
    var trial = Trial(rows: [[50, 100], [80, 90], [30, 60]])
    trial.aggregation = .ratio
    let table = try trial.table()
    #expect(table.rankedCount == 3)
    #expect(NodeOmission.all(table).isEmpty)
    let found = AuditRun(table)([.leaveOneOut])
    let page = AuditAnalysis.leaveOneOut.table(found).plain(width: nil, bold: false)
    #expect(page.contains("Without any one of these nobody keeps a rank: d0, d1, i0, i1."))
  }

  @Test("nothing is left without the only indicator") func single() throws {
    #expect(NodeOmission.all(try Trial(rows: [[5], [6]]).table()).isEmpty)
  }
}
