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
    let found = DimensionCorrelations.all(table)
    var out = AuditTable(
      found, [.text("indicator") { node($0.leaf) }, .text("dimension") { names[$0.own] }],
      names.enumerated().map { place, name in
        .number("r_\(name)", as: name, decimals: 2) { $0.pearson[place] }
      },
      [
        .text("highest") { $0.highest.map { names[$0] } ?? "" }, .truth("elsewhere", \.isElsewhere),
        .truth("opposed", \.isOpposed),
      ],
      names.enumerated().map { place, name in .integer("n_\(name)", isShown: false) { $0.countries[place] } },
      [.number("excess_t", as: "t", decimals: 1) { $0.excess }])
    out.shown = found.indices.filter { found[$0].isElsewhere || found[$0].isOpposed }
    let (elsewhere, opposed) = (found.count { $0.isElsewhere }, found.count { $0.isOpposed })
    let counts = found.flatMap(\.countries)
    out.notes = [
      "Pearson's correlation of each indicator's normalised score with the score of each dimension, over the "
        + "ranked countries that have both: \(counts.min() ?? 0) to \(counts.max() ?? 0); fewer than 3 give "
        + "none\(table.lens.impute == .none ? "" : "; what is estimated or imputed counts"). An indicator is a part of its own dimension's score, which raises that correlation.",
      "elsewhere: another dimension has a higher correlation than its own, of "
        + "\(elsewhere) of \(found.count) indicators; opposed: the correlation with its own is below 0, of "
        + "\(opposed). Shown are these; --format csv and json have all, and in n_ the countries.",
      "t: how far the highest correlation is above that with its own dimension, in standard errors (Williams' test); "
        + "above 2 chance hardly explains it; \(found.count { $0.isSurelyElsewhere }) are.",
    ]
    return out
  }
}
