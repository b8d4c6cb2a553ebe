import Analysis

extension AuditAnalysis {
  /// How far the index agrees with those that others publish.
  package static let external = AuditAnalysis(
    "external", question: "How far the ranks agree with published indices"
  ) { $0.externalTable }
}

extension AuditFindings {
  /// A published index and one of the countries that part most from it.
  private struct Row {
    let agreement: ExternalAgreement
    let parted: ExternalAgreement.Parted
  }

  /// So many countries of each are named.
  private static let named = 5

  fileprivate var externalTable: AuditTable {
    let found = ExternalAgreement.all(table)
    let rows = found.flatMap { agreement in
      agreement.parted.prefix(Self.named).map { Row(agreement: agreement, parted: $0) }
    }
    var out = AuditTable(
      rows,
      [
        .text("index") { table.framework.indicators[$0.agreement.indicator].id.rawValue },
        .integer("first_year", as: "first year", isShown: false) { $0.agreement.years.lowerBound },
        .integer("last_year", as: "last year", isShown: false) { $0.agreement.years.upperBound },
        .integer("countries") { $0.agreement.countries },
        .number("spearman", decimals: 2) { $0.agreement.spearman },
        .number("pearson", decimals: 2) { $0.agreement.pearson },
        .text("country") { table.country($0.parted.row).code.description },
        .integer("rank") { $0.parted.rank },
        .integer("external_rank", as: "external rank") { $0.parted.externalRank },
        .text("dimension") { row in row.parted.dimension.map(node) ?? "" },
        .integer("dimension_rank", as: "dimension rank") { $0.parted.dimensionRank },
      ])
    out.notes = [
      "Published indices are the series of the catalogue without a dimension whose files stand in external/. Compared are "
        + "the ranked countries with a figure of the last \(ExternalAgreement.oldest) years; ranks count among these, and "
        + "the five that part most are named, with the dimension that ranks furthest from the published index on the "
        + "side on which this index does. Ranks within a dimension have no range."
    ]
    if found.isEmpty { out.notes.append("There is none with figures of this year and countries enough.") }
    return out
  }
}
