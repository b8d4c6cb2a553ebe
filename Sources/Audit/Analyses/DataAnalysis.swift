import Analysis
import Tabular

extension AuditAnalysis {
  /// How much of the table is observed, old, imputed or missing.
  package static let data = AuditAnalysis("data", question: "What the figures allow") { $0.dataTable }
}

extension AuditFindings {
  fileprivate var dataTable: AuditTable {
    let found = DataAudit(table)
    var out = AuditTable(
      found.rows,
      [
        .text("kind", \.kind.rawValue),
        .text("subject") { $0.subject.isEmpty ? DataAudit.ungrouped : $0.subject },
        .integer("countries", \.countries), .integer("ranked", \.ranked), .integer("cells", \.cells),
        .integer("observed", \.observed), .integer("carried", \.carried), .integer("imputed", \.imputed),
        .integer("missing", \.missing), .number("filled", \.filled),
        .number("median_age", as: "median age", decimals: 1, \.medianAge),
        .integer("oldest_age", as: "oldest", \.oldestAge), .integer("outliers", \.outliers),
        .text("reliability") { $0.reliability?.rawValue ?? "" },
      ])
    let line = table.lens.audit.coverage
    out.shown = found.rows.indices.filter { found.rows[$0].kind != .country || found.rows[$0].filled < line }
    out.notes = [
      "A cell is a country and an indicator; all countries that the lens considers count, ranked or not, and "
        + "all indicators of weight, each once. filled: the share of cells with a figure, observed in "
        + "\(table.year) or carried forward; the coverage of hsi score and of the checks is the share of weight "
        + "that such cells bear. Ages in years, of the figures used. Countries are shown where less than "
        + "\(NumberFormat.percent(line)) is filled; --format csv and json have all.",
      "outliers: indicators whose scores a few extreme ones make lopsided (the check skewed-scores). "
        + "reliability: as hsi score has it; of a region and of the index the lower median over countries.",
    ]
    return out
  }
}
