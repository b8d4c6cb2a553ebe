import Audit
import HumanSecurity
import Scoring
import Tabular

extension AlterationPage {
  private static let columns = [
    "record", "iso3", "country", "subject", "unit", "before", "after", "change", "score_before",
    "score_after", "status", "file", "line",
  ]

  /// One row a fact, told apart by `record`: `assumed` (a figure behind what was assumed each),
  /// `weight` (share of the index), `world`, `rank`, `score` (the index, and each dimension), and
  /// `crossing` (iso3 passes the country of `subject`; before and after are the gap in points).
  public var csv: String {
    var out = CSVText(header: Self.columns)
    for trace in alteration.traces { write(trace, to: &out) }
    for node in alteration.reweighed {
      write(
        "weight", nil, framework.nodes[node].name,
        (before.effectiveWeights[node], after.effectiveWeights[node]), to: &out)
    }
    write("world", nil, "index", alteration.world, to: &out)
    for country in before.order {
      write(
        "rank", country, "index",
        (before.rank(country).map(Double.init), after.rank(country).map(Double.init)), to: &out)
      write("score", country, "index", (before.score(country), after.score(country)), to: &out)
      for node in dimensions {
        write(
          "score", country, framework.nodes[node].name,
          (before.score(node, country), after.score(node, country)), to: &out)
      }
    }
    for crossing in crossings {
      write(
        "crossing", crossing.ahead, before.country(crossing.behind).code.description,
        (crossing.gapBefore, crossing.gapAfter), to: &out)
    }
    return out.text
  }

  private var framework: Framework { before.framework }

  private var dimensions: [Int] {
    framework.dimensions.filter { before.weights[$0] + after.weights[$0] > 0 }
  }

  private func write(_ trace: Alteration.Trace, to out: inout CSVText) {
    let indicator = framework.nodes[trace.node].indicator
    let figures = indicator.map { before.figures($0, trace.country) } ?? []
    // What has no figure behind it still has its row.
    for figure in figures.isEmpty ? [nil] : figures.map(Optional.some) {
      out.field("assumed")
      out.field(before.country(trace.country).code.description)
      out.field(before.country(trace.country).name)
      out.field(framework.nodes[trace.node].name)
      out.field(indicator.map { framework.indicators[$0].unit } ?? "score")
      let isScore = indicator == nil
      write(
        (
          isScore ? trace.scoreBefore : trace.valueBefore,
          isScore ? trace.scoreAfter : trace.valueAfter
        ), to: &out)
      out.field(trace.scoreBefore)
      out.field(trace.scoreAfter)
      out.field(status(trace))
      out.field(figure?.place.file ?? "")
      out.field(figure?.place.line)
      out.endRow()
    }
  }

  private func status(_ trace: Alteration.Trace) -> String {
    let column = framework.nodes[trace.node].indicator.flatMap { before.columns[$0] }
    return column?.cells[trace.country].word ?? (trace.scoreBefore == nil ? "missing" : "scored")
  }

  private func write(
    _ record: String, _ country: Int?, _ subject: String, _ pair: (Double?, Double?),
    to out: inout CSVText
  ) {
    out.field(record)
    out.field(country.map { before.country($0).code.description } ?? "")
    out.field(country.map { before.country($0).name } ?? "")
    out.field(subject)
    out.field("")
    write(pair, to: &out)
    for _ in 0..<2 { out.field(nil as Double?) }
    out.field(country.map { ScoreCSV.status(after.standings[$0]) } ?? "")
    out.field("")
    out.field(nil as Int?)
    out.endRow()
  }

  private func write(_ pair: (Double?, Double?), to out: inout CSVText) {
    out.field(pair.0)
    out.field(pair.1)
    var change: Double?
    if let old = pair.0, let new = pair.1 { change = new - old }
    out.field(change)
  }

  /// One object: lens, year, what was assumed and what it replaces, every country's scores and ranks
  /// before and after, the crossings, and the world.
  public var json: JSONText {
    .object([
      ("lens", .string(before.lens.name)), ("year", .integer(before.year)),
      ("assumptions", .array(assumptions.map { .string($0) })),
      ("assumed", .array(alteration.traces.map(trace))),
      (
        "weights",
        .array(
          alteration.reweighed.map { node in
            .object(
              [("node", .string(framework.nodes[node].name))]
                + pair(before.effectiveWeights[node], after.effectiveWeights[node]))
          })
      ),
      ("world", .object(pair(alteration.world.before, alteration.world.after))),
      ("countries", .array(before.order.map(country))),
      (
        "crossings",
        .array(
          crossings.map { crossing in
            .object([
              ("ahead", .string(before.country(crossing.ahead).code.description)),
              ("behind", .string(before.country(crossing.behind).code.description)),
              ("gap_before", .number(crossing.gapBefore)),
              ("gap_after", .number(crossing.gapAfter)),
            ])
          })
      ),
    ])
  }

  private func pair(_ old: Double?, _ new: Double?) -> [(String, JSONText)] {
    [("before", .optional(old)), ("after", .optional(new))]
  }

  private func trace(_ trace: Alteration.Trace) -> JSONText {
    let indicator = framework.nodes[trace.node].indicator
    let figures = indicator.map { before.figures($0, trace.country) } ?? []
    return .object([
      ("iso3", .string(before.country(trace.country).code.description)),
      ("node", .string(framework.nodes[trace.node].name)),
      ("unit", .string(indicator.map { framework.indicators[$0].unit } ?? "score")),
      ("value", .object(pair(trace.valueBefore, trace.valueAfter))),
      ("score", .object(pair(trace.scoreBefore, trace.scoreAfter))),
      ("status", .string(status(trace))),
      ("figures", .array(figures.map(FigureText.json))),
    ])
  }

  private func country(_ place: Int) -> JSONText {
    .object([
      ("iso3", .string(before.country(place).code.description)),
      ("country", .string(before.country(place).name)),
      ("assumed", .boolean(alteration.subjects.contains(place))),
      (
        "rank",
        .object([
          ("before", .optional(before.rank(place))), ("after", .optional(after.rank(place))),
        ])
      ),
      ("score", .object(pair(before.score(place), after.score(place)))),
      (
        "dimensions",
        .object(
          dimensions.map {
            (
              framework.nodes[$0].name,
              .object(pair(before.score($0, place), after.score($0, place)))
            )
          })
      ),
      ("coverage", .object(pair(before.coverage(place), after.coverage(place)))),
      ("status", .string(ScoreCSV.status(after.standings[place]))),
    ])
  }
}

extension FigureText {
  private static func places(_ places: [Provenance]) -> JSONText {
    .array(
      places.map { .object([("file", .string($0.file)), ("line", .integer($0.line))]) })
  }

  /// Year, figure, file and line, and where its factors and denominators stand.
  static func json(_ figure: FigureBehind) -> JSONText {
    .object([
      ("year", .integer(figure.year)), ("figure", .number(figure.figure)),
      ("file", .string(figure.place.file)), ("line", .integer(figure.place.line)),
      ("factors", places(figure.factors)), ("denominators", places(figure.denominators)),
    ])
  }
}
