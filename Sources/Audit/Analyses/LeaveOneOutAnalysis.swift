import Analysis

extension AuditAnalysis {
  /// What the ranks are without each dimension and indicator.
  package static let leaveOneOut = AuditAnalysis(
    "omissions", name: "leave-one-out", question: "What each node does: the ranks without it",
    work: Work(
      name: "what each node does", progress: "leaving out one by one",
      run: { $0.findings.omissions = NodeOmission.all($0.table) })
  ) { $0.leaveOneOutTable }
}

extension AuditFindings {
  fileprivate var leaveOneOutTable: AuditTable {
    var out = AuditTable(
      omissions ?? [],
      [
        .text("node") { node($0.node) }, .number("mean_shift", as: "mean shift", decimals: 2, \.meanShift),
        .integer("max_shift", as: "max shift", \.maxShift),
        .text("most_moved", as: "most moved") {
          $0.mostMoved.map { code($0.country) }.joined(separator: ";")
        },
      ])
    out.notes = [
      "A dimension or indicator left out, the others keeping their relative weights: the mean and the "
        + "greatest move of a rank, among the countries that have one with and without it, and up to five that "
        + "move most."
    ]
    guard let omissions, table.ranksAnyone else { return out }
    let others = NodeOmission.nodes(table).filter { node in !omissions.contains { $0.node == node } }
    if !others.isEmpty {
      out.notes.append(
        "Without any one of these nobody keeps a rank: \(others.map(node).joined(separator: ", ")).")
    }
    return out
  }
}
