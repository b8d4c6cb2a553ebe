import IndexModel

extension ScoreTable {
  /// Puts the estimates of missing parts in, and scores all nodes with them.
  mutating func put(_ estimates: ComponentEstimates) {
    for part in estimates.parts {
      for leaf in framework.leaves(below: part.node) where effectiveWeights[leaf] > 0 {
        guard let indicator = framework.nodes[leaf].indicator, var column = columns[indicator] else {
          continue
        }
        for row in part.rows where !column.cells[row].isPresent {
          column.cells[row] = .imputed(rule: Imputation.components.rawValue)
          column.scores[row] = estimates.scores[part.node]?[row.value] ?? .nan
        }
        columns[indicator] = column
      }
    }
    self.estimates = estimates
    scoreNodes()
  }

  /// This table as it might be if what is estimated were known: in each round of `ChainedRegression` each missing
  /// score is off by what the regression leaves of a known one, drawn at random.
  ///
  /// What it leaves is multiplied by √(n/(n − p − 1)), n known scores and p effective parameters
  /// (`NormalEquations.parameters`), since regressions fit better than they predict. Ranks are those of this table still; scores of nodes are the drawn ones.
  /// - Parameter draw: draws a place below a count.
  /// - Returns: nil where nothing is estimated.
  package func withDrawnEstimates(_ draw: @escaping (Int) -> Int) -> ScoreTable? {
    guard let estimates, !estimates.parts.isEmpty else { return nil }
    var table = self
    let mark = Cell.imputed(rule: Imputation.components.rawValue)
    for place in columns.indices {
      guard var column = columns[place] else { continue }
      for row in rows where column.cells[row] == mark {
        column.cells[row] = .absent(.neverObserved)
        column.scores[row] = .nan
      }
      table.columns[place] = column
    }
    table.scoreNodes()
    table.put(ComponentEstimates(table, drawing: draw))
    return table
  }
}
