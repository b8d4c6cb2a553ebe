import Analysis

extension AuditAnalysis {
  /// How far the rankings of all lenses agree, two by two.
  package static let lenses = AuditAnalysis(
    "lenses", formerNames: ["schools"], question: "How far the ranks of lenses agree", needsLenses: true,
    work: Work(
      name: "how far lenses agree", progress: "comparing lenses",
      run: { run in run.findings.lenses = run.lenses.count > 1 ? LensComparison.pairs(run.lenses) : nil })
  ) { $0.lensesTable }
}

extension AuditFindings {
  fileprivate var lensesTable: AuditTable {
    var out = AuditTable([
      .text("a"), .text("b"), .number("kendall"), .number("spearman"), .number("mean_shift", "mean shift", 1),
      .number("max_shift", "max shift"), .text("most_moved", "most moved"),
    ])
    let pairs = lenses ?? []
    out.rows = pairs.map { pair in
      let most = pair.shifts.first.map { pair.first.cube.countries[$0.country].code.description }
      return [
        .text(pair.first.lens.name), .text(pair.second.lens.name), .number(pair.kendall),
        .number(pair.spearman), .number(pair.meanShift), .integer(pair.shifts.first?.distance),
        .text(most ?? ""),
      ]
    }
    out.shown = pairs.indices.filter { place in
      [pairs[place].first.lens.name, pairs[place].second.lens.name].contains(table.lens.name)
    }
    out.notes =
      [
        "The pairs with \(table.lens.name); --format csv and json have all, hsi compare says what sets "
          + "them apart."
      ] + AuditNotes.leftOut(leftOut)
    return out
  }
}
