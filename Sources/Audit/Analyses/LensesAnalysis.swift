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
    let pairs = lenses ?? []
    var out = AuditTable(
      pairs,
      [
        .text("a", \.first.lens.name), .text("b", \.second.lens.name), .number("kendall", \.kendall),
        .number("spearman", \.spearman), .number("mean_shift", as: "mean shift", decimals: 1, \.meanShift),
        .integer("max_shift", as: "max shift") { $0.shifts.first?.distance },
        .text("most_moved", as: "most moved") { pair in
          pair.shifts.first.map { table.cube.countries[$0.country].code.description } ?? ""
        },
      ])
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
