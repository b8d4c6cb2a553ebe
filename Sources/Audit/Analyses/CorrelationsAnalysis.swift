import Analysis

extension AuditAnalysis {
  /// Whether each indicator goes with its own dimension more than with any other.
  package static let correlations = AuditAnalysis(
    "correlations", question: "Whether indicators go with their own dimension"
  ) { $0.correlationsTable }
}

extension AuditFindings {
  fileprivate var correlationsTable: AuditTable {
    let names = table.dimensions.map(node)
    var out = AuditTable(
      [.text("indicator"), .text("dimension")] + names.map { .number("r_\($0)", $0, 2) } + [
        .text("highest"), .text("elsewhere"), .text("opposed"),
      ] + names.map { .number("n_\($0)", isShown: false) })
    let found = DimensionCorrelations.all(table)
    out.rows = found.map { own in
      [.text(node(own.leaf)), .text(names[own.own])] + own.pearson.map { .number($0) } + [
        .text(own.highest.map { names[$0] } ?? ""), .truth(own.isElsewhere), .truth(own.isOpposed),
      ] + own.countries.map { .integer($0) }
    }
    out.shown = found.indices.filter { found[$0].isElsewhere || found[$0].isOpposed }
    let (elsewhere, opposed) = (found.count { $0.isElsewhere }, found.count { $0.isOpposed })
    let counts = found.flatMap(\.countries)
    out.notes = [
      "Pearson's correlation of each indicator's normalised score with the score of each dimension, over the "
        + "ranked countries that have both: \(counts.min() ?? 0) to \(counts.max() ?? 0); fewer than 3 give "
        + "none. An indicator is a part of its own dimension's score, which raises that correlation.",
      "elsewhere: another dimension has a higher correlation than its own, of "
        + "\(elsewhere) of \(found.count) indicators; opposed: the correlation with its own is below 0, of "
        + "\(opposed). Shown are these; --format csv and json have all, and in n_ the countries.",
    ]
    return out
  }
}
