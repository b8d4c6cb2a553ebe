import Analysis
import IndexModel
import Scoring
import Tabular

extension CountryPage {
  /// What a row is about.
  private struct Line {
    let record: String
    var subject = "index"
    var year: Year?
    var gap: PeerGap?
    var score: Double?

    var isIndex: Bool { record == "index" }

    /// Of the score and the peers' median.
    var difference: Double? { score.flatMap { own in gap?.median.map { own - $0 } } }
  }

  private var lines: [Line] {
    let framework = table.framework
    func lines(_ record: String, _ gaps: [PeerGap]) -> [Line] {
      gaps.map { gap in
        let year = table.column(of: gap.node).flatMap { column in
          column.cells[answer.row].isMeasured ? column.years[answer.row] : nil
        }
        return Line(
          record: record, subject: framework.identifier(of: gap.node), year: year, gap: gap, score: gap.score)
      }
    }
    let years = answer.course?.scores.dropLast() ?? []
    let index = PeerGap(table, Framework.root, answer.row, answer.peers)
    return [Line(record: "index", year: table.year, gap: index, score: table.score(answer.row))]
      + years.map { Line(record: "year", year: $0.year, score: $0.score) }
      + lines("dimension", answer.dimensions) + lines("indicator", answer.indicators)
  }

  /// One row a fact, told apart by `record`: `index`, `year` (an earlier index score), `dimension` and `indicator`.
  package var csv: String {
    let (row, country) = (answer.row, table.country(answer.row))
    let named: Fields<Line> = [
      ("record", { .string($0.record) }), ("iso3", { _ in .string(country.code.description) }),
      ("country", { _ in .string(country.name) }), ("subject", { .string($0.subject) }),
      ("year", { .optional($0.year) }),
    ]
    let scores: Fields<Line> = [
      ("value", { line in .optional(line.gap.flatMap { table.value($0.node, row) }) }),
      ("unit", { line in .optional(line.gap.flatMap { table.framework.unit(of: $0.node) }) }),
      ("score", { .optional($0.score) }), ("peers_median", { .optional($0.gap?.median) }),
      ("difference", { .optional($0.difference) }),
    ]
    let standing: Fields<Line> = [
      ("rank", { .optional($0.isIndex ? table.rank(row) : nil) }),
      ("rank_p05", { .optional($0.isIndex ? answer.interval?.low : nil) }),
      ("rank_p95", { .optional($0.isIndex ? answer.interval?.high : nil) }),
      ("status", { .optional(status($0)) }),
      ("peers", { _ in .string(PeerWords.field(answer.peers, in: table)) }),
    ]
    return CSVText.table(lines, named + scores + standing)
  }

  private func status(_ line: Line) -> String? {
    if line.isIndex { return ScoreCSV.status(table.standings[answer.row]) }
    return line.gap.flatMap { table.column(of: $0.node) }?.cells[answer.row].word
  }

  /// One object: the country with its standing, its course, its peers, and its dimensions and indicators beside them.
  package var json: JSONText {
    let (row, framework) = (answer.row, table.framework)
    let (strengths, weaknesses) = (answer.strengths, answer.weaknesses)
    func names(_ nodes: [NodeIndex]) -> JSONText { .strings(nodes.map { framework.identifier(of: $0) }) }
    let head: [(String, JSONText)] = [
      ("lens", .string(table.lens.name)), ("title", .string(table.lens.title)),
      ("year", .integer(table.year)),
    ]
    let standing: [(String, JSONText)] = [
      ("rank", .optional(table.rank(row))), ("rank_p05", .optional(answer.interval?.low)),
      ("rank_p95", .optional(answer.interval?.high)), ("tier", .optional(answer.interval?.tier)),
      ("ranked", .integer(table.rankedCount)), ("score", .optional(table.score(row))),
      ("status", .string(ScoreCSV.status(table.standings[row]))),
      ("reliability", ReliabilityText.json(table.reliability(row))), ("course", course),
    ]
    let beside: [(String, JSONText)] = [
      ("peers", PeerWords.json(answer.peers, in: table)), ("dimensions", .list(answer.dimensions, members)),
      ("indicators", .list(answer.indicators, members)), ("strengths", names(strengths.map(\.node))),
      ("weaknesses", names(weaknesses.map(\.node))),
    ]
    let carried = JSONText.list(answer.carried) { one in
      [("indicator", .string(framework.identifier(of: one.node))), ("year", .integer(one.year))]
    }
    let gaps: [(String, JSONText)] = [
      ("missing", names(answer.missing)), ("estimated", names(answer.estimated)), ("carried", carried),
      ("next", .strings(answer.next.map(\.command))),
    ]
    return .object(head + table.country(row).members + standing + beside + gaps)
  }

  private var course: JSONText {
    guard let course = answer.course else { return .null }
    let scores = JSONText.list(course.scores) {
      [("year", .integer($0.year)), ("score", .optional($0.score))]
    }
    let dimensions = zip(table.dimensions, course.dimensions).map { node, points in
      (table.framework.nodes[node].name, JSONText.optional(points))
    }
    return .object([
      ("scores", scores), ("since", .integer(course.since)),
      ("points", .optional(course.changes.points[answer.row])),
      ("places", .optional(course.changes.places[answer.row])),
      ("ranked_in_both", .integer(course.changes.countries)),
      ("points_of_common_figures", .optional(course.common)), ("dimensions", .object(dimensions)),
    ])
  }

  private func members(_ gap: PeerGap) -> [(String, JSONText)] {
    let framework = table.framework
    let column = table.column(of: gap.node)
    let name = column == nil ? "dimension" : "indicator"
    var members: [(String, JSONText)] = [(name, .string(framework.identifier(of: gap.node)))]
    if let column {
      let cell = column.cells[answer.row]
      members += [
        ("value", .optional(table.value(gap.node, answer.row))),
        ("unit", .optional(framework.unit(of: gap.node))),
        ("year", .optional(cell.isMeasured ? column.years[answer.row] : nil)), ("status", .string(cell.word)),
      ]
    }
    return members + [
      ("score", .optional(gap.score)), ("peers_median", .optional(gap.median)),
      ("difference", .optional(gap.difference)),
    ]
  }
}
