import Analysis
import Tabular

extension AuditAnalysis {
  /// How much of the table is observed, old, imputed or missing.
  package static let data = AuditAnalysis("data", question: "What the figures allow") { $0.dataTable }
}

extension AuditFindings {
  fileprivate var dataTable: AuditTable {
    var out = AuditTable([
      .text("kind"), .text("subject"), .number("countries"), .number("ranked"), .number("cells"),
      .number("observed"), .number("carried"), .number("imputed"), .number("missing"), .number("filled"),
      .number("median_age", "median age", 1), .number("oldest_age", "oldest"), .number("outliers"),
      .text("reliability"),
    ])
    let found = DataAudit(table)
    out.rows = found.rows.map { row in
      [
        .text(row.kind.rawValue), .text(row.subject.isEmpty ? DataAudit.ungrouped : row.subject),
        .integer(row.countries), .integer(row.ranked), .integer(row.cells), .integer(row.observed),
        .integer(row.carried), .integer(row.imputed), .integer(row.missing), .number(row.filled),
        .number(row.medianAge), .integer(row.oldestAge), .integer(row.outliers),
        .text(row.reliability?.rawValue ?? ""),
      ]
    }
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
