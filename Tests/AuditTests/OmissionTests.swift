import IndexModel
import Scoring
import Testing

@Suite("A table without some indicators") struct OmissionTests {
  @Test("It is what scoring by the lens without them gives, to the last bit", arguments: Imputation.allCases)
  func same(_ impute: Imputation) throws {
    let table = try JudgedWorld.table {
      $0.impute = impute
      $0.imputedLimit = 1
    }
    let framework = table.framework
    for gone in [[0], [3, 4], [6], [2, 3], [0, 5]] {
      let indicators = gone.map { framework.indicators[$0] }
      var lens = table.lens
      lens.leaveOut(indicators, framework)
      let (once, anew) = (table.leavingOut(indicators), table.cube.score(2020, by: lens))
      #expect(once.standings == anew.standings && once.dimensions == anew.dimensions)
      for node in framework.nodeIndices {
        for country in table.rows {
          #expect(once.score(node, country) == anew.score(node, country), "\(gone) \(node)")
        }
      }
      #expect(gone.allSatisfy { once.columns[$0] == nil })
    }
  }
}
