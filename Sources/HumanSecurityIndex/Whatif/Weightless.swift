import IndexModel
import Scoring

/// Why a node takes no part in the scores, and what would make it take part.
package struct Weightless {
  /// A clause.
  package let reason: String
  package let remedy: String

  /// - Parameters:
  ///   - node: one whose weight in the table is 0.
  ///   - openOnly: whether indicators of restricted licence are left out.
  package init(_ table: ScoreTable, _ node: NodeIndex, openOnly: Bool) {
    let framework = table.framework
    let name = framework.nodes[node].name
    let closed = framework.leaves(below: node).allSatisfy { leaf in
      framework.nodes[leaf].indicator.map { !framework.indicators[$0].licence.isOpen } ?? false
    }
    if openOnly, closed {
      reason = "--open-only leaves \(name) out"
      remedy = "leave --open-only out"
      return
    }
    let nominal = table.lens.nominalWeights(in: framework)
    var path = [node]
    while let above = framework.nodes[path[0]].parent { path.insert(above, at: 0) }
    // Where the nominal weights are above 0, it is the figures that gave the weight 0.
    let zeros = path.filter { $0 != Framework.root && nominal[$0] == 0 }
    let cause = zeros.first ?? path.first { table.weights[$0] == 0 } ?? node
    let part = cause == node ? "" : "\(name) is part of \(framework.nodes[cause].name), which "
    let own = cause == node ? "\(name) " : ""
    if let scheme = table.lens.weightScheme, scheme.isDerived {
      reason =
        part + own
        + (zeros.isEmpty
          ? "gets no weight from the figures, by \(scheme.rawValue)"
          : "has no weight in the lens \(table.lens.name)")
      remedy = "choose a lens that weighs it"
    } else {
      reason = part + own + "has no weight in the lens \(table.lens.name)"
      let weights = zeros.map { "--weight \(framework.nodes[$0].name)=1" }
      remedy = "give it a weight with \(weights.joined(separator: " ")), or choose a lens that weighs it"
    }
  }
}
