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

  @Test(
    "A dimension joined again without an indicator is that of the table without it, to the last bit",
    arguments: Imputation.allCases) func rejoined(_ impute: Imputation) throws
  {
    var table = try JudgedWorld.table {
      $0.impute = impute
      $0.imputedLimit = 1
    }
    guard table.keepsOtherNodes else {
      #expect([.nodeMean, .regression].contains(impute))
      return
    }
    let (framework, whole) = (table.framework, table.nodeScores)
    let nominal = table.lens.nominalWeights(in: framework)
    var compared = 0
    for dimension in table.dimensions {
      let leaves = framework.leaves(below: dimension).filter { table.effectiveWeights[$0] > 0 }
      for leaf in leaves where leaves.count > 1 {
        let indicator = try #require(framework.nodes[leaf].indicator)
        let without = table.leavingOut([framework.indicators[indicator]], keepingEstimates: true)
        let scores = table.scores(of: dimension, without: leaf, nominal: nominal)
        #expect(
          scores.map(\.bitPattern) == table.rows.map { (without.score(dimension, $0) ?? .nan).bitPattern })
        compared += 1
      }
    }
    #expect(compared > 4)
    // What was joined anew is put back.
    #expect(table.nodeScores.map(\.bitPattern) == whole.map(\.bitPattern))
  }
}
