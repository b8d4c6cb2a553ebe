import Analysis
import IndexModel
import Scoring
import Tabular

extension AlterationPage {
  private typealias Pair = (before: Double?, after: Double?)

  private static let columns = [
    "record", "iso3", "country", "subject", "unit", "before", "after", "change", "score_before",
    "score_after", "status", "file", "line",
  ]

  /// One row a fact, told apart by `record`: `assumed` (a figure behind what was assumed each),
  /// `weight` (share of the index), `world`, `rank`, `score` (the index, and each dimension), and
  /// `crossing` (iso3 passes the country of `subject`; before and after are the gap in points).
  package var csv: String {
    let weighed = alteration.reweighed.map { row("weight", nil, framework.nodes[$0].name, weights(of: $0)) }
    let crossed = crossings.map {
      row("crossing", $0.ahead, before.country($0.behind).code.description, ($0.gapBefore, $0.gapAfter))
    }
    return CSVText.table(
      Self.columns,
      alteration.traces.flatMap(rows) + weighed + [row("world", nil, "index", alteration.world)]
        + before.order.flatMap(rows) + crossed)
  }

  private func weights(of node: NodeIndex) -> Pair {
    (before.effectiveWeights[node], after.effectiveWeights[node])
  }

  private func rows(_ country: RowIndex) -> [[JSONText]] {
    let ranks = (before.rank(country).map(Double.init), after.rank(country).map(Double.init))
    return [row("rank", country, "index", ranks), row("score", country, "index", scores(country))]
      + dimensions.map { row("score", country, framework.nodes[$0].name, scores(country, $0)) }
  }

  private func scores(_ country: RowIndex) -> Pair { (before.score(country), after.score(country)) }

  private func scores(_ country: RowIndex, _ node: NodeIndex) -> Pair {
    (before.score(node, country), after.score(node, country))
  }

  private func rows(_ trace: Alteration.Trace) -> [[JSONText]] {
    let figures = figures(trace)
    let isScore = framework.nodes[trace.node].indicator == nil
    // What has no figure behind it still has its row.
    return (figures.isEmpty ? [nil] : figures.map(Optional.some)).map { figure in
      row(
        "assumed", trace.country, framework.nodes[trace.node].name, unit: unit(trace),
        isScore ? (trace.scoreBefore, trace.scoreAfter) : (trace.valueBefore, trace.valueAfter),
        scores: (trace.scoreBefore, trace.scoreAfter), status: before.status(trace.node, trace.country),
        figure?.place)
    }
  }

  private func figures(_ trace: Alteration.Trace) -> [FigureBehind] {
    framework.nodes[trace.node].indicator.map { before.figures($0, trace.country) } ?? []
  }

  private func row(
    _ record: String, _ country: RowIndex?, _ subject: String, unit: String = "", _ pair: Pair,
    scores: Pair = (nil, nil), status: String? = nil, _ place: Provenance? = nil
  ) -> [JSONText] {
    let change = pair.before.flatMap { old in pair.after.map { $0 - old } }
    let standing = country.map { ScoreCSV.status(after.standings[$0]) }
    return [.string(record)] + (country.map { before.country($0).members.map(\.1) } ?? [.null, .null]) + [
      .string(subject), .string(unit),
    ] + [pair.before, pair.after, change, scores.before, scores.after].map { .optional($0) } + [
      .optional(status ?? standing), .optional(place?.file), .optional(place?.line),
    ]
  }

  /// One object: what was assumed and replaced, scores and ranks before and after, the crossings, the world.
  package var json: JSONText {
    let crossings = JSONText.list(crossings) { crossing in
      [
        ("ahead", .string(before.country(crossing.ahead).code.description)),
        ("behind", .string(before.country(crossing.behind).code.description)),
        ("gap_before", .number(crossing.gapBefore)), ("gap_after", .number(crossing.gapAfter)),
      ]
    }
    let weighed = JSONText.list(alteration.reweighed) { node in
      [("node", .string(framework.nodes[node].name))] + members(weights(of: node))
    }
    return .object([
      ("lens", .string(before.lens.name)), ("year", .integer(before.year)),
      ("assumptions", .strings(assumptions)), ("assumed", .list(alteration.traces, members)),
      ("weights", weighed), ("world", .object(members(alteration.world))),
      ("countries", .list(before.order, members)), ("crossings", crossings),
    ])
  }

  private func members(_ pair: Pair) -> [(String, JSONText)] {
    [("before", .optional(pair.before)), ("after", .optional(pair.after))]
  }

  private func members(_ trace: Alteration.Trace) -> [(String, JSONText)] {
    [
      ("iso3", .string(before.country(trace.country).code.description)),
      ("node", .string(framework.nodes[trace.node].name)), ("unit", .string(unit(trace))),
      ("value", .object(members((trace.valueBefore, trace.valueAfter)))),
      ("score", .object(members((trace.scoreBefore, trace.scoreAfter)))),
      ("status", .string(before.status(trace.node, trace.country))),
      ("figures", .array(figures(trace).map(FigureText.json))),
    ]
  }

  private func members(_ place: RowIndex) -> [(String, JSONText)] {
    let ranks: [(String, JSONText)] = [
      ("before", .optional(before.rank(place))), ("after", .optional(after.rank(place))),
    ]
    let parts = dimensions.map { (framework.nodes[$0].name, JSONText.object(members(scores(place, $0)))) }
    return before.country(place).members + [
      ("assumed", .boolean(alteration.subjects.contains(place))), ("rank", .object(ranks)),
      ("score", .object(members(scores(place)))), ("dimensions", .object(parts)),
      ("coverage", .object(members((before.coverage(place), after.coverage(place))))),
      ("status", .string(ScoreCSV.status(after.standings[place]))),
    ]
  }
}
