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
    var out = AuditTable([
      .text("node"), .number("mean_shift", "mean shift", 2), .number("max_shift", "max shift"),
      .text("most_moved", "most moved"),
    ])
    out.rows = (omissions ?? []).map { own in
      [
        .text(node(own.node)), .number(own.meanShift), .integer(own.maxShift),
        .text(own.mostMoved.map { code($0.country) }.joined(separator: ";")),
      ]
    }
    out.notes = [
      "A dimension or indicator left out, the others keeping their relative weights: the mean and the "
        + "greatest move of a rank, and the five countries that move most."
    ]
    return out
  }
}
