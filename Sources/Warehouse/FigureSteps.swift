import IndexModel

/// From the table of figures to one value a unit and indicator: derivation, carry-forward, and what counts as present.
struct FigureSteps {
  let plan: StatementPlan
  private var dialect: SQLDialect { plan.dialect }

  /// The steps up to `measured`: a row a unit, a column an indicator.
  var steps: [Step] {
    switch plan.shape {
    case .wide: [measuredOfColumns]
    case .long: longSteps
    }
  }

  private var longSteps: [Step] {
    let derived = DerivationSteps(plan: plan)
    return [usable(derived)] + derived.steps + [
      latest(from: derived.isNeeded ? "derived" : "usable"), measured,
    ]
  }

  private func usable(_ derived: DerivationSteps) -> Step {
    let ids = plan.leaves.map(\.id) + derived.others
    let first = derived.firstYear
    return Step(
      name: "usable",
      comment: [
        "Figures that may play a part: finite numbers of the years \(first) to \(plan.year).",
        "NaN and infinity count as missing.",
      ],
      query: """
        SELECT unit, indicator, year, \(dialect.asDouble("value")) AS value
        FROM figures
        WHERE year BETWEEN \(first) AND \(plan.year)
          AND \(dialect.isFinite(dialect.asDouble("value")))
          AND indicator IN (
        \(Self.lines(ids.map { plan.text($0) }))
          )
        """)
  }

  private func latest(from source: String) -> Step {
    Step(
      name: "latest",
      comment: [
        "Carry-forward: of each unit and indicator the value of the latest year, at most "
          + "\(plan.lens.carryForward) before \(plan.year)."
      ],
      query: """
        SELECT unit, indicator, value
        FROM (
          SELECT unit, indicator, value,
            ROW_NUMBER() OVER (PARTITION BY unit, indicator ORDER BY year DESC) AS place
          FROM \(source)
          WHERE year BETWEEN \(plan.earliest) AND \(plan.year)
        ) AS carried_forward
        WHERE place = 1
        """)
  }

  private static let meaning = [
    "One row a unit, one column an indicator: the value in its own unit, NULL where there is none."
  ]

  private var measured: Step {
    let group = groupColumns
    let columns = plan.leaves.map { leaf in
      let value =
        "latest.indicator = \(plan.text(leaf.id))"
        + (transformDomain("latest.value", leaf).map { " AND \($0)" } ?? "")
      return Step.Column("MAX(CASE WHEN \(value) THEN latest.value END)", as: plan.name(leaf.id), words(leaf))
    }
    let grouping = ["u.unit"] + plan.groupColumns.map { "u.\($0)" }
    return Step(
      name: "measured", comment: Self.meaning,
      query: Step.select(
        [Step.Column("u.unit")] + group + columns,
        "FROM units AS u\nLEFT JOIN latest ON latest.unit = u.unit\n" + (scope.map { "WHERE \($0)\n" } ?? "")
          + "GROUP BY \(grouping.joined(separator: ", "))"))
  }

  private var measuredOfColumns: Step {
    let group = groupColumns
    let columns = plan.leaves.map { leaf in
      let value = dialect.asDouble("f.\(plan.name(leaf.id))")
      let conditions = [dialect.isFinite(value), transformDomain(value, leaf)].compactMap { $0 }
      return Step.Column(
        "CASE WHEN \(conditions.joined(separator: " AND ")) THEN \(value) END", as: plan.name(leaf.id),
        words(leaf))
    }
    let needsUnits = !plan.groupColumns.isEmpty || scope != nil
    return Step(
      name: "measured", comment: Self.meaning + ["NaN and infinity count as missing."],
      query: Step.select(
        [Step.Column("f.unit")] + group + columns,
        "FROM figures AS f" + (needsUnits ? "\nJOIN units AS u ON u.unit = f.unit" : "")
          + (scope.map { "\nWHERE \($0)" } ?? "")))
  }

  // MARK: - What counts

  /// The condition under which a value can be transformed; nil where every finite number can.
  private func transformDomain(_ value: String, _ leaf: StatementPlan.Leaf) -> String? {
    switch leaf.indicator.transform {
    case .none: nil
    case .log: "\(value) > \(plan.number(0))"
    case .log1p, .sqrt: "\(value) >= \(plan.number(0))"
    }
  }

  private var scope: String? {
    switch plan.lens.scope {
    case .all: nil
    case .unMembers: "u.un_member"
    case .unitedNations: "(u.un_member OR u.un_observer)"
    }
  }

  /// The groups by which missing values are put in, and within which values are compared.
  private var groupColumns: [Step.Column] {
    (plan.groupColumn.map { [Step.Column("u.\($0)", as: "unit_group")] } ?? [])
      + (plan.comparedColumn.map { [Step.Column("u.\($0)", as: StatementPlan.compared)] } ?? [])
  }

  private func words(_ leaf: StatementPlan.Leaf) -> String {
    let unit = leaf.indicator.unit
    return plan.comment(
      (leaf.indicator.name.isEmpty ? leaf.id : leaf.indicator.name) + (unit.isEmpty ? "" : ", \(unit)"))
  }

  static func lines(_ texts: [String]) -> String {
    stride(from: 0, to: texts.count, by: 4).map { start in
      "    " + texts[start..<min(start + 4, texts.count)].joined(separator: ", ")
    }.joined(separator: ",\n")
  }
}

extension StatementPlan {
  /// Whether figures mark what the program has estimated of parts that a unit lacks.
  package var readsEstimates: Bool { lens.impute == .components }

  /// The column of wide figures that holds the estimated score of an indicator.
  package func estimateName(_ indicator: IndicatorID) -> String { "estimate of \(indicator.rawValue)" }

  func estimateColumn(_ leaf: Leaf) -> String { name(estimateName(leaf.indicator.id)) }

  var groupColumn: String? {
    switch lens.impute {
    case .regionMedian, .regionMean: "region"
    case .incomeMedian, .incomeMean: "income_group"
    case .worldMean, .none, .nodeMean, .regression, .components: nil
    }
  }

  /// The column of `units` within whose groups values are compared; nil where all are.
  package var comparedColumn: String? {
    guard lens.normalisation.compares else { return nil }
    return switch lens.comparedWithin {
    case .world: nil
    case .region: "region"
    case .subregion: "subregion"
    case .income: "income_group"
    case .parent: "parent"
    }
  }

  /// The groups of `units` that are read, each once.
  var groupColumns: [String] {
    [groupColumn, comparedColumn == groupColumn ? nil : comparedColumn].compactMap(\.self)
  }

  /// The column that carries the group within which values are compared.
  static let compared = "compared_group"

  /// What a statement reads, each table with the columns that it needs.
  package var tables: [String] {
    let scope =
      switch lens.scope {
      case .all: [String]()
      case .unMembers: ["un_member"]
      case .unitedNations: ["un_member", "un_observer"]
      }
    let about = scope + groupColumns
    var tables = [
      shape == .long
        ? "figures(unit, indicator, year, value\(readsEstimates ? ", estimate" : ""))"
        : "figures(unit, a column an indicator\(readsEstimates ? ", a column \"estimate of …\" for each" : ""))"
    ]
    if shape == .long || !about.isEmpty {
      tables.append("units(\((["unit"] + about).joined(separator: ", ")))")
    }
    return tables
  }
}
