import IndexModel
import Scoring
import Tabular

/// Who is ranked, and where: the last step and the query that ends the statement.
struct StandingSteps {
  let plan: StatementPlan
  private var dialect: SQLDialect { plan.dialect }
  private var lens: Lens { plan.lens }
  private var dimensions: [NodeIndex] { plan.scoring.dimensions }
  var required: Int { max(1, plan.scoring.dimensionsRequired) }
  private static let tolerance = 1e-12

  /// More than this share imputed withholds a unit.
  var imputedLimit: String { number(lens.imputedLimit + Self.tolerance) }
  /// Less coverage than this withholds a unit.
  var leastCoverage: String { number(lens.coverageRequired - Self.tolerance) }

  private func number(_ value: Double) -> String { plan.number(value) }

  func steps(from source: String) -> [Step] {
    let scored = dimensions.map { "CASE WHEN \(plan.column($0)) IS NULL THEN 0 ELSE 1 END" }
    var columns = [Step.Column("*"), Step.Column(Step.sum(scored), as: "scored_dimensions")]
    if lens.coverageRequired > 0 {
      columns.append(
        Step.Column(
          "CAST(FLOOR(\(number(1000)) * coverage + \(number(5e-10))) AS BIGINT)", as: "tenths_covered"))
    }
    return [
      Step(
        name: "counted", comment: ["Missing data: what decides whether a unit is ranked."],
        query: Step.select(columns, "FROM \(source)")),
      Step(
        name: "standing",
        comment: ["A unit is ranked, or withheld for the first reason that holds; it is never left out."],
        query: Step.select([Step.Column("*"), Step.Column(status, as: "status")], "FROM counted")),
      Step(
        name: "placed", comment: ["Only a ranked unit has a score."],
        query: Step.select(
          [
            Step.Column("*"),
            Step.Column("CASE WHEN status = 'ranked' THEN \(plan.column(Framework.root)) END", as: "score"),
          ], "FROM standing")),
    ]
  }

  // MARK: - Status

  private var status: String {
    var cases: [String] = []
    if lens.impute != .none {
      let percent = whole("FLOOR(\(number(100)) * imputed + \(number(0.5)))")
      cases.append(
        "WHEN imputed > \(imputedLimit) THEN\n      'withheld: ' || \(percent)\n"
          + "      || ' per cent of the weight is imputed, more than the lens allows'")
    }
    if lens.coverageRequired > 0 {
      let percent = CSVText.shortest((1000 * lens.coverageRequired).rounded(.toNearestOrEven) / 10)
      cases.append(
        "WHEN coverage < \(leastCoverage) THEN\n"
          + "      'withheld: figures carry ' || \(whole("FLOOR(tenths_covered / \(number(10)))"))\n"
          + "      || CASE WHEN tenths_covered % 10 = 0 THEN '' ELSE '.' || \(dialect.asText("tenths_covered % 10")) END\n"
          + "      || ' per cent of the weight, \(percent) required'")
    }
    cases.append(
      "WHEN scored_dimensions < \(required) THEN\n"
        + "      'withheld: only ' || \(dialect.asText("scored_dimensions")) || ' of \(dimensions.count) dimensions scored, "
        + "\(required) required (missing: '\n      || CONCAT_WS(', ',\n        \(missing)) || ')'")
    cases.append("WHEN \(plan.column(Framework.root)) IS NULL THEN 'withheld: no score can be computed'")
    return "CASE\n    " + cases.joined(separator: "\n    ") + "\n    ELSE 'ranked'\n  END"
  }

  private var missing: String {
    dimensions.map { node in
      "CASE WHEN \(plan.column(node)) IS NULL THEN \(plan.text(plan.framework.nodes[node].name)) END"
    }.joined(separator: ",\n        ")
  }

  /// A whole number as text.
  private func whole(_ expression: String) -> String { dialect.asText("CAST(\(expression) AS BIGINT)") }

  // MARK: - The result

  var ending: (comment: [String], query: String) {
    let nodes = plan.scoring.joined.filter { $0 != Framework.root } + plan.scoring.leaves
    let columns =
      [
        Step.Column("unit"),
        Step.Column(
          "CASE WHEN status = 'ranked' THEN RANK() OVER (ORDER BY score DESC NULLS LAST) END",
          as: plan.name("rank")), Step.Column("score"),
      ] + nodes.map { Step.Column(plan.column($0)) } + [
        Step.Column("coverage"), Step.Column(lens.impute == .none ? number(0) : "imputed", as: "imputed"),
        Step.Column("status"),
      ]
    return (
      [
        "Ranks: 1 for the most secure; equal scores share a rank, and the next one is left out. Missing scores stand",
        "last, so that no rank counts them.",
      ], Step.select(columns, "FROM placed\nORDER BY \(plan.name("rank")) NULLS LAST, unit")
    )
  }
}
