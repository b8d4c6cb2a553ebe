import IndexModel

extension StatementPlan {
  /// The statement that lists what the program calls errors in the tables: a row a fault, no row where there is none.
  package var checks: String {
    let queries = CheckQueries(plan: self)
    let named = shape == .long ? queries.long : queries.wide
    let query = named.enumerated().map { place, check in
      "-- \(check.comment)\n" + check.query(isFirst: place == 0)
    }.joined(separator: "\nUNION ALL\n")
    return """
      -- Faults in the tables that `hsi sql` scores under the lens \(comment(lens.name)) for \(year), in \(dialect.title)'s SQL.
      -- Gives a row a fault: what it is, where it stands, and the value. No row means that there is none.
      \(query)
      ORDER BY 1, 2, 3, 4;

      """
  }
}

/// A query of one kind of fault.
private struct Check {
  let comment: String
  let fault: String
  var unit = "unit"
  let indicator: String
  let year: String
  let value: String
  /// What follows the columns, from FROM on.
  let rest: String
  var isDistinct = false

  /// The first query of a union names the columns of all.
  func query(isFirst: Bool) -> String {
    let columns = [
      ("fault", "'\(fault)'"), ("unit", unit), ("indicator", indicator), ("year", year), ("value", value),
    ].map { name, text in isFirst && text != name ? "\(text) AS \(name)" : text }
    return "SELECT \(isDistinct ? "DISTINCT " : "")\(columns.joined(separator: ", "))\n\(rest)"
  }
}

/// The queries of each kind of fault.
private struct CheckQueries {
  let plan: StatementPlan
  private var dialect: SQLDialect { plan.dialect }
  private var missing: String { "CAST(NULL AS INTEGER)" }
  private var noValue: String { dialect.asDouble("NULL") }
  private var noText: String { dialect.asText("NULL") }

  /// The series that play a part: those of weight, and what they are divided or multiplied by.
  private var series: [Indicator] {
    let ids = plan.leaves.map(\.id) + DerivationSteps(plan: plan).others
    return plan.framework.indicators.filter { ids.contains($0.id.rawValue) }
  }

  var long: [Check] {
    let value = dialect.asDouble("value")
    return [
      Check(
        comment: "Two figures of one unit, indicator and year: which of them counts is left to chance.",
        fault: "duplicate", indicator: "indicator", year: "year", value: noValue,
        rest: "FROM figures\nGROUP BY unit, indicator, year\nHAVING COUNT(*) > 1"),
      Check(
        comment: "NaN and infinity: the statement takes them for missing.", fault: "not finite",
        indicator: "indicator", year: "year", value: value,
        rest: "FROM figures\nWHERE NOT (\(dialect.isFinite(value)))"),
      Check(
        comment: "Units that `units` does not list: nobody scores them.", fault: "unknown unit",
        unit: "f.unit", indicator: noText, year: missing, value: noValue,
        rest: "FROM figures AS f\nLEFT JOIN units AS u ON u.unit = f.unit\nWHERE u.unit IS NULL",
        isDistinct: true),
      Check(
        comment: "Indicators that the catalogue does not know.", fault: "unknown indicator", unit: "NULL",
        indicator: "indicator", year: missing, value: noValue,
        rest: "FROM figures\nWHERE indicator NOT IN (\n"
          + "\(FigureSteps.lines(plan.framework.indicators.map { plan.text($0.id.rawValue) }))\n)",
        isDistinct: true), duplicateUnits("units"),
    ] + domains(value)
  }

  var wide: [Check] {
    [duplicateUnits("figures")]
      + plan.leaves.map { leaf in
        let value = dialect.asDouble(plan.name(leaf.id))
        let conditions = ["NOT (\(dialect.isFinite(value)))"] + transformFault(value, leaf.indicator)
        let more = conditions.count > 1 ? ", or what its transform cannot take" : ""
        return Check(
          comment: "\(plan.comment(leaf.id)): NaN, infinity\(more).", fault: "out of domain",
          indicator: plan.text(leaf.id), year: missing, value: value,
          rest: "FROM figures\nWHERE " + conditions.joined(separator: " OR "))
      }
  }

  private func duplicateUnits(_ table: String) -> Check {
    Check(
      comment: "A unit that stands twice in `\(table)`.", fault: "duplicate unit", indicator: noText,
      year: missing, value: noValue, rest: "FROM \(table)\nGROUP BY unit\nHAVING COUNT(*) > 1")
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
      Check(
        comment:
          "Values outside the range that the catalogue calls plausible, or that a transform cannot take.",
        fault: "out of domain", indicator: "indicator", year: "year", value: value,
        rest: "FROM figures\nWHERE \(dialect.isFinite(value))\n  AND (\n    "
          + conditions.joined(separator: "\n    OR ") + "\n  )")
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
