import IndexModel
import Scoring

/// What of a lens formulas of cells do not express: a workbook would move otherwise than the program.
package enum WorkbookLimits {
  /// Each judgement that stands against a workbook, as the lens writes it, and why.
  package static func obstacles(_ table: ScoreTable) -> [(judgement: String, reason: String)] {
    let (lens, framework) = (table.lens, table.framework)
    var found: [(judgement: String, reason: String)] = []
    if let scheme = lens.weightScheme, scheme.isDerived {
      found.append(("weights = \"\(scheme.rawValue)\"", "the figures of all countries make the weights"))
    }
    if lens.outliers != .none {
      found.append(("outliers = \"\(lens.outliers.rawValue)\"", "extreme values are treated step by step"))
    }
    if lens.comparedWithin != .world {
      found.append(
        ("normalise_within = \"\(lens.comparedWithin.rawValue)\"", "the formulas compare all with all"))
    }
    if lens.impute == .nodeMean {
      found.append(("impute = \"node_mean\"", "estimates would have to follow every weight"))
    } else if lens.impute != .none, lens.impute != .components, lens.normalisation != .goalposts {
      found.append(
        (
          "impute = \"\(lens.impute.rawValue)\" with normalisation = \"\(lens.normalisation.rawValue)\"",
          "scores would have to be compared with estimates"
        ))
    }
    let joining = framework.nodeIndices.filter {
      framework.nodes[$0].indicator == nil && !table.childrenInSummationOrder($0).isEmpty
    }
    for node in joining where table.aggregator(of: node).method == .copeland {
      let name = node == Framework.root ? "dimensions" : framework.nodes[node].name
      found.append(("copeland for \(name)", "it counts over all pairs of countries"))
    }
    let capped = zip(table.columns, framework.indicators).filter { $0 != nil && lens.caps[$1.id] != nil }
    if !capped.isEmpty {
      let names = capped.map(\.1.id.rawValue).joined(separator: ", ")
      found.append(("caps of \(names)", "the formulas know goalposts alone"))
    }
    let cut = zip(table.columns, framework.indicators).filter { $0 != nil && lens.cutoffs[$1.id] != nil }
    if !cut.isEmpty {
      let names = cut.map(\.1.id.rawValue).joined(separator: ", ")
      found.append(("cutoffs of \(names)", "the formulas know goalposts alone"))
    }
    for node in joining {
      let name = node == Framework.root ? "dimensions" : framework.nodes[node].name
      let aggregator = table.aggregator(of: node)
      if aggregator.isTurned || aggregator.isStepped {
        found.append(
          (
            "\(aggregator.name) for \(name)",
            "the formulas neither turn nor round a node, nor count who is poor"
          ))
      }
      let rule = lens.aggregation[framework.nodes[node]].rule
      if node != Framework.root, rule.comparesUnits {
        found.append(("\(aggregator.name) for \(name)", "the formulas compare no scores of nodes"))
      }
      if rule.share != nil {
        found.append(("a share of its own for \(name)", "the formulas know one share for all nodes"))
      }
    }
    if !table.interventions.isEmpty { found.append(("assumptions", "they are no figures")) }
    return found
  }
}
