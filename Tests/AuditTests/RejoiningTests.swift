import IndexModel
import Scoring
import Testing

@testable import Audit

@Suite("Joining other scores by the same rules") struct RejoiningTests {
  @Test(
    "the indicators' own scores give every score of the table, to the last bit",
    arguments: Aggregation.allCases) func same(method: Aggregation) throws
  {
    for impute in [Imputation.none, .regionMedian, .nodeMean] {
      let table = try JudgedWorld.table {
        $0.aggregation.dimensions = method
        $0.aggregation.indicators = method
        $0.impute = impute
      }
      var rejoining = try #require(Rejoining(table))
      rejoining { _, _, _ in 50 }
      rejoining { _, _, score in score }
      for node in table.framework.nodeIndices {
        for country in table.rows {
          #expect(rejoining.table.score(node, country) == table.score(node, country))
        }
      }
    }
  }

  @Test("other scores give what they would give as figures", arguments: Aggregation.allCases) func other(
    method: Aggregation
  ) throws {
    var trial = Trial(rows: [[10, 70, 40], [50, nil, 90], [30, 20, 60]], aggregation: method)
    trial.dimensions = ["a", "a", "b"]
    var rejoining = try #require(Rejoining(try trial.table()))
    rejoining { indicator, row, score in
      // Beyond the bounds a score stays at them.
      switch (indicator.value, row.value) {
      case (0, 2): 120
      case (2, 0): score - 25
      default: score
      }
    }
    trial.rows[2][0] = 100
    trial.rows[0][2] = 15
    let expected = try trial.table()
    for node in expected.framework.nodeIndices {
      for row in expected.rows { #expect(rejoining.table.score(node, row) == expected.score(node, row)) }
    }
  }
}
