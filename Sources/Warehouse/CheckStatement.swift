import IndexModel

extension StatementPlan {
  /// The statement that lists what the program calls errors in the tables: a row a fault, no row where there is none.
  package var checks: String {
    let queries = CheckQueries(plan: self)
    let named = shape == .long ? queries.long : queries.wide
    let query = named.map { "-- \($0.comment)\n\($0.query)" }.joined(separator: "\nUNION ALL\n")
    return """
      -- Faults in the tables that `hsi sql` scores under the lens \(comment(lens.name)) for \(year), in \(dialect.title)'s SQL.
      -- Gives a row a fault: what it is, where it stands, and the value. No row means that there is none.
      \(query)
      ORDER BY 1, 2, 3, 4;

      """
  }
}

/// The queries of each kind of fault, all with the columns fault, unit, indicator, year, value.
private struct CheckQueries {
  let plan: StatementPlan
  private var dialect: SQLDialect { plan.dialect }
  private var missing: String { "CAST(NULL AS INTEGER)" }
  private var noValue: String { dialect.asDouble("NULL") }
  private var noText: String { dialect.asText("NULL") }

  typealias Check = (comment: String, query: String)

  /// The series that play a part: those of weight, and what they are divided or multiplied by.
  private var series: [Indicator] {
    let ids = plan.leaves.map(\.id) + DerivationSteps(plan: plan).others
    return plan.framework.indicators.filter { ids.contains($0.id.rawValue) }
  }

  var long: [Check] {
    let value = dialect.asDouble("value")
    return [
      (
        "Two figures of one unit, indicator and year: which of them counts is left to chance.",
        "SELECT 'duplicate' AS fault, unit, indicator, year, \(noValue) AS value\nFROM figures\n"
          + "GROUP BY unit, indicator, year\nHAVING COUNT(*) > 1"
      ),
      (
        "NaN and infinity: the statement takes them for missing.",
        "SELECT 'not finite', unit, indicator, year, \(value)\nFROM figures\nWHERE NOT (\(dialect.isFinite(value)))"
      ),
      (
        "Units that `units` does not list: nobody scores them.",
        "SELECT DISTINCT 'unknown unit', f.unit, \(noText), \(missing), \(noValue)\nFROM figures AS f\n"
          + "LEFT JOIN units AS u ON u.unit = f.unit\nWHERE u.unit IS NULL"
      ),
      (
        "Indicators that the catalogue does not know.",
        "SELECT DISTINCT 'unknown indicator', NULL, indicator, \(missing), \(noValue)\nFROM figures\n"
          + "WHERE indicator NOT IN (\n\(FigureSteps.lines(plan.framework.indicators.map { plan.text($0.id.rawValue) }))\n)"
      ), duplicateUnits("units"),
    ] + domains(value)
  }

  var wide: [Check] {
    var checks = [duplicateUnits("figures")]
    for leaf in plan.leaves {
      let value = dialect.asDouble(plan.name(leaf.id))
      let conditions = ["NOT (\(dialect.isFinite(value)))"] + transformFault(value, leaf.indicator)
      checks.append(
        (
          "\(plan.comment(leaf.id)): NaN, infinity\(conditions.count > 1 ? ", or what its transform cannot take" : "").",
          "SELECT 'out of domain', unit, \(plan.text(leaf.id)), \(missing), \(value)\nFROM figures\n"
            + "WHERE " + conditions.joined(separator: " OR ")
        ))
    }
    return checks
  }

  private func duplicateUnits(_ table: String) -> Check {
    (
      "A unit that stands twice in `\(table)`.",
      "SELECT 'duplicate unit'\(table == "figures" ? " AS fault" : ""), unit, \(noText)"
        + "\(table == "figures" ? " AS indicator" : ""), \(missing)\(table == "figures" ? " AS year" : ""), \(noValue)"
        + "\(table == "figures" ? " AS value" : "")\nFROM \(table)\nGROUP BY unit\nHAVING COUNT(*) > 1"
    )
  }

  private func domains(_ value: String) -> [Check] {
    let conditions = series.compactMap { indicator -> String? in
      var faults: [String] = []
      let (least, most) = (indicator.plausible.lowerBound, indicator.plausible.upperBound)
      if least.isFinite { faults.append("\(value) < \(plan.number(least))") }
      if most.isFinite { faults.append("\(value) > \(plan.number(most))") }
      if indicator.derivation.isIdentity { faults += transformFault(value, indicator) }
      guard !faults.isEmpty else { return nil }
      return "indicator = \(plan.text(indicator.id.rawValue)) AND (\(faults.joined(separator: " OR ")))"
    }
    guard !conditions.isEmpty else { return [] }
    return [
      (
        "Values outside the range that the catalogue calls plausible, or that a transform cannot take.",
        "SELECT 'out of domain', unit, indicator, year, \(value)\nFROM figures\nWHERE \(dialect.isFinite(value))\n"
          + "  AND (\n    " + conditions.joined(separator: "\n    OR ") + "\n  )"
      )
    ]
  }

  private func transformFault(_ value: String, _ indicator: Indicator) -> [String] {
    switch indicator.transform {
    case .none: []
    case .log: ["\(value) <= \(plan.number(0))"]
    case .log1p, .sqrt: ["\(value) < \(plan.number(0))"]
    }
  }
}
