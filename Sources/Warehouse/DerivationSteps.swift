import IndexModel
import Tabular

/// Values that are made of several figures: rates, means and changes, as the catalogue says.
struct DerivationSteps {
  let plan: StatementPlan
  private var dialect: SQLDialect { plan.dialect }
  private var carryForward: Int { plan.lens.carryForward }

  private var derived: [StatementPlan.Leaf] { plan.leaves.filter { !$0.indicator.derivation.isIdentity } }

  var isNeeded: Bool { !derived.isEmpty }

  /// The series by which figures are divided, multiplied or weighed, in the order of the catalogue.
  var others: [String] {
    let ids = Set(derived.flatMap(\.indicator.derivation.others))
    let own = Set(plan.leaves.map(\.indicator.id))
    return plan.framework.indicators.map(\.id).filter { ids.contains($0) && !own.contains($0) }.map(
      \.rawValue)
  }

  /// All of them, also those that are scored themselves.
  private var carried: [String] {
    let ids = Set(derived.flatMap(\.indicator.derivation.others))
    return plan.framework.indicators.map(\.id).filter(ids.contains).map(\.rawValue)
  }

  /// The first year whose figures may play a part.
  var firstYear: Year {
    let furthest = plan.leaves.map { leaf in
      let derivation = leaf.indicator.derivation
      let back = derivation.changeOver ?? max(0, (derivation.meanOver ?? 1) - 1)
      return back + (derivation.others.isEmpty ? 0 : carryForward)
    }.max()
    return plan.earliest - (furthest ?? 0)
  }

  var steps: [Step] {
    guard isNeeded else { return [] }
    return carriedSteps + [ratios] + (pooled.isEmpty ? [] : [exposed]) + [values]
  }

  // MARK: - Rates

  /// A step a series: PostgreSQL would expect next to no rows of a part of one step for all, and join by loops.
  private var carriedSteps: [Step] {
    carried.enumerated().map { place, id in
      let comment =
        place > 0
        ? ["The same of \(id)."]
        : [
          "What figures are divided, multiplied or weighed by, each with the years that it serves: until the next",
          "figure, at most \(carryForward) years.",
        ]
      return Step(
        name: carriedName(id), comment: comment,
        query: """
          SELECT unit, year, value,
            LEAST(
              year + \(carryForward),
              COALESCE(LEAD(year) OVER (PARTITION BY unit ORDER BY year) - 1, year + \(carryForward))
            ) AS last_year
          FROM usable
          WHERE indicator = \(plan.text(id))
          """)
    }
  }

  private func carriedName(_ id: String) -> String { plan.name("carried \(id)") }

  /// What a rate is made of beside a figure; those of one recipe stand in one query.
  private struct Recipe: Hashable {
    let factors: [IndicatorID]
    let denominators: [IndicatorID]
    let per: Double

    init(_ derivation: Derivation) {
      (factors, denominators, per) = (derivation.factors, derivation.denominators, derivation.per)
    }

    var isPlain: Bool { factors.isEmpty && denominators.isEmpty && per == 1 }
  }

  private var ratios: Step {
    Step(
      name: "ratios",
      comment: [
        "Rates: figure × factors / sum of denominators × per. A denominator is of the same year or the nearest",
        "earlier one. Where their sum is 0 there is no value.",
      ],
      query: grouped(plan.leaves) { Recipe($0.indicator.derivation) }.map { ratio($0, $1) }.joined(
        separator: "\nUNION ALL\n"))
  }

  private func ratio(_ recipe: Recipe, _ ids: [String]) -> String {
    if recipe.isPlain { return rest("usable") { Recipe($0.indicator.derivation).isPlain } }
    let factors = recipe.factors.enumerated().map { ("f\($0 + 1)", $1) }
    let denominators = recipe.denominators.enumerated().map { ("d\($0 + 1)", $1) }
    let divisor = denominators.map { "\($0.0).value" }.joined(separator: " + ")
    var value = (["x.value"] + factors.map { "\($0.0).value" }).joined(separator: " * ")
    if !denominators.isEmpty { value += " / " + (denominators.count > 1 ? "(\(divisor))" : divisor) }
    if recipe.per != 1 { value += " * \(plan.number(recipe.per))" }
    let joins = (factors + denominators).map { name, id in
      "JOIN \(carriedName(id.rawValue)) AS \(name) ON \(name).unit = x.unit\n"
        + "  AND x.year BETWEEN \(name).year AND \(name).last_year\n"
    }
    let isDivided = denominators.isEmpty ? "" : "\n  AND \(divisor) <> \(plan.number(0))"
    return "SELECT x.unit, x.indicator, x.year, \(value) AS value\nFROM usable AS x\n" + joins.joined()
      + "WHERE x.indicator IN (\(plan.list(ids)))\(isDivided)"
  }

  /// The figures of a step that stay as they are: those of all indicators but a few, which are named.
  private func rest(_ source: String, _ stays: (StatementPlan.Leaf) -> Bool) -> String {
    let others = plan.leaves.filter { !stays($0) }.map { plan.text($0.id) }
    return "SELECT unit, indicator, year, value\nFROM \(source)"
      + (others.isEmpty ? "" : "\nWHERE indicator NOT IN (\n\(FigureSteps.lines(others))\n  )")
  }

  // MARK: - Means and changes

  /// How a value comes out of ratios of several years.
  private enum Course: Hashable {
    case none
    case mean(Int)
    case change(Int)
    case pooled(Pooling)

    init(_ derivation: Derivation) {
      if let prior = derivation.prior {
        self = .pooled(Pooling(prior, over: derivation.meanOver ?? 1))
      } else if let years = derivation.meanOver {
        self = .mean(years)
      } else if let years = derivation.changeOver {
        self = .change(years)
      } else {
        self = .none
      }
    }
  }

  private struct Pooling: Hashable {
    let people: IndicatorID
    let rate: Double
    let exposure: Double
    let enough: Double
    let years: Int

    init(_ prior: RatePrior, over years: Int) {
      (people, rate, exposure, enough) = (prior.people, prior.rate, prior.exposure, prior.enough)
      self.years = years
    }
  }

  private var pooled: [(Pooling, [String])] {
    grouped(plan.leaves) { Course($0.indicator.derivation) }.compactMap { course, ids in
      guard case .pooled(let pooling) = course else { return nil }
      return (pooling, ids)
    }
  }

  private var values: Step {
    Step(
      name: "derived",
      comment: [
        "Means and changes over years, each at a year that has a figure of its own. A mean over k years needs at",
        "least half of them; a change needs a value above 0 in exactly the year before.",
      ],
      query: grouped(plan.leaves) { Course($0.indicator.derivation) }.map { course($0, $1) }.joined(
        separator: "\nUNION ALL\n"))
  }

  /// Years further back play no part in what follows. PostgreSQL would expect next to no rows of so few, and join by
  /// loops; it works all of them out.
  private var years: String {
    dialect == .postgres ? "" : " AND x.year BETWEEN \(plan.earliest) AND \(plan.year)"
  }

  private func course(_ course: Course, _ ids: [String]) -> String {
    let list = plan.list(ids)
    switch course {
    case .none: return rest("ratios") { Course($0.indicator.derivation) == .none }
    case .mean(let count):
      return """
        SELECT x.unit, x.indicator, x.year, \(dialect.sum("b.value", inOrderOf: "b.year")) / COUNT(*) AS value
        FROM ratios AS x
        JOIN ratios AS b ON b.unit = x.unit AND b.indicator = x.indicator
          AND b.year BETWEEN x.year - \(count - 1) AND x.year
        WHERE x.indicator IN (\(list))\(years)
        GROUP BY x.unit, x.indicator, x.year
        HAVING COUNT(*) >= \((count + 1) / 2)
        """
    case .change(let count):
      return """
        SELECT x.unit, x.indicator, x.year, \(plan.number(100)) * (x.value - b.value) / b.value AS value
        FROM ratios AS x
        JOIN ratios AS b ON b.unit = x.unit AND b.indicator = x.indicator
          AND b.year = x.year - \(count) AND b.value > \(plan.number(0))
        WHERE x.indicator IN (\(list))\(years)
        """
    case .pooled(let pooling):
      let supposed = plan.number(pooling.exposure * pooling.rate)
      return """
        -- \(words(pooling))
        SELECT unit, indicator, year,
          (\(supposed) + \(dialect.sum("people * rate", inOrderOf: "of_year")))
            / (\(plan.number(pooling.exposure)) + \(dialect.sum("people", inOrderOf: "of_year"))) AS value
        FROM exposed
        WHERE indicator IN (\(list))
        GROUP BY unit, indicator, year
        HAVING MAX(of_year) = year
        """
    }
  }

  /// What the constants of a pooled rate are made of.
  private func words(_ pooling: Pooling) -> String {
    let (exposure, rate) = (CSVText.shortest(pooling.exposure), CSVText.shortest(pooling.rate))
    let enough = pooling.enough.isFinite ? "; \(CSVText.shortest(pooling.enough)) are enough" : ""
    return "Supposed beforehand: \(exposure) of \(pooling.people.rawValue) at a rate of \(rate), in product "
      + "\(CSVText.shortest(pooling.exposure * pooling.rate))\(enough)."
  }

  private var exposed: Step {
    Step(
      name: "exposed",
      comment: [
        "Rates that are pooled with a rate supposed beforehand: the years of the window, each with the people that",
        "count of it. Once enough people are counted, earlier years play no part.",
      ], query: pooled.map { exposure($0, $1) }.joined(separator: "\nUNION ALL\n"))
  }

  private func exposure(_ pooling: Pooling, _ ids: [String]) -> String {
    let isLimited = pooling.enough.isFinite
    let enough = isLimited ? plan.number(pooling.enough) : ""
    let later = plan.number(0)
    let counted =
      isLimited
      ? "\n  CASE WHEN of_year = year THEN people ELSE LEAST(people, \(enough) - people_later) END"
      : " people"
    let limit = isLimited ? "\nWHERE people_later < \(enough)" : ""
    return """
      SELECT unit, indicator, year, of_year, rate,\(counted) AS people
      FROM (
        SELECT x.unit, x.indicator, x.year, b.year AS of_year, b.value AS rate, p.value AS people,
          COALESCE(SUM(p.value) OVER (
            PARTITION BY x.unit, x.indicator, x.year ORDER BY b.year DESC
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), \(later)) AS people_later
        FROM ratios AS x
        JOIN ratios AS b ON b.unit = x.unit AND b.indicator = x.indicator
          AND b.year BETWEEN x.year - \(pooling.years - 1) AND x.year
        JOIN \(carriedName(pooling.people.rawValue)) AS p ON p.unit = b.unit
          AND b.year BETWEEN p.year AND p.last_year AND p.value > \(later)
        WHERE x.indicator IN (\(plan.list(ids)))\(years)
      ) AS pooled\(limit)
      """
  }

  /// Indicators by what they have in common, in the order of the first of each.
  private func grouped<Key: Hashable>(_ leaves: [StatementPlan.Leaf], _ key: (StatementPlan.Leaf) -> Key)
    -> [(Key, [String])]
  {
    var order: [Key] = []
    var ids: [Key: [String]] = [:]
    for leaf in leaves {
      let own = key(leaf)
      if ids[own] == nil { order.append(own) }
      ids[own, default: []].append(leaf.id)
    }
    return order.map { ($0, ids[$0] ?? []) }
  }
}
