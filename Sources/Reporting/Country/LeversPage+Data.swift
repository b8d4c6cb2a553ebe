import Analysis
import IndexModel
import Scoring
import Tabular

extension LeversPage {
  /// What a row is about.
  private enum Line {
    case single(Lever)
    case together(Lever)
    case unknown(Levers.Unknown)

    var record: String {
      switch self {
      case .single: "lever"
      case .together: "together"
      case .unknown: "unknown"
      }
    }

    var lever: Lever? {
      switch self {
      case .single(let lever), .together(let lever): lever
      case .unknown: nil
      }
    }

    /// The one indicator that is raised.
    var raise: Lever.Raise? { if case .single(let lever) = self { lever.raised.first } else { nil } }

    var node: NodeIndex? { if case .unknown(let unknown) = self { unknown.node } else { raise?.node } }

    var target: Double? { if case .unknown(let unknown) = self { unknown.target } else { raise?.target } }
  }

  private func lines(_ levers: Levers) -> [Line] {
    levers.levers.map { .single($0) } + (levers.together.map { [.together($0)] } ?? [])
      + levers.unknown.map { .unknown($0) }
  }

  /// A line with the country that it is of.
  private struct Row {
    let levers: Levers
    let line: Line
    var country: RowIndex { levers.country }
  }

  /// One row a lever, one of all together, and one an indicator without a figure, told apart by `record`.
  package var csv: String {
    let rows = all.flatMap { levers in lines(levers).map { Row(levers: levers, line: $0) } }
    return CSVText.table(rows, standing + indicator + gains)
  }

  private var standing: Fields<Row> {
    [
      ("iso3", { .string(code($0.country)) }), ("country", { .string(table.country($0.country).name) }),
      ("rank", { .optional(table.rank($0.country)) }),
      ("rank_p05", { .optional(intervals[$0.country]?.low) }),
      ("rank_p95", { .optional(intervals[$0.country]?.high) }), ("record", { .string($0.line.record) }),
    ]
  }

  private var indicator: Fields<Row> {
    let framework = table.framework
    return [
      ("indicator", { row in .optional(row.line.node.map { framework.identifier(of: $0) }) }),
      ("unit", { row in .optional(row.line.node.flatMap { framework.unit(of: $0) }) }),
      ("value", { .optional($0.line.raise?.value) }), ("target", { .optional($0.line.target) }),
      ("score", { .optional($0.line.raise?.score) }),
      ("score_target", { .optional($0.line.raise?.targetScore) }),
    ]
  }

  private var gains: Fields<Row> {
    [
      ("points", { .optional($0.line.lever?.points) }), ("ranks_gained", { .optional($0.line.lever?.ranks) }),
      ("effort", { .optional($0.line.raise?.effort) }), ("overtaken", { .optional(overtaken($0.line)) }),
      ("to", { .string($0.levers.target.rawValue) }),
      ("peers", { .string(PeerWords.field($0.levers.peers, in: table)) }),
    ]
  }

  private func overtaken(_ line: Line) -> String? {
    line.lever.map { lever in lever.overtaken.map { code($0) }.joined(separator: ";") }
  }

  private func code(_ row: RowIndex) -> String { table.country(row).code.description }

  /// One object: lens, year, target, and an array of countries with their levers.
  package var json: JSONText {
    .object([
      ("lens", .string(table.lens.name)), ("title", .string(table.lens.title)),
      ("year", .integer(table.year)), ("to", .optional(all.first?.target.rawValue)),
      ("countries", .list(all, members)),
    ])
  }

  private func members(_ levers: Levers) -> [(String, JSONText)] {
    let interval = intervals[levers.country]
    let framework = table.framework
    let standing: [(String, JSONText)] = [
      ("rank", .optional(table.rank(levers.country))), ("rank_p05", .optional(interval?.low)),
      ("rank_p95", .optional(interval?.high)), ("score", .optional(table.score(levers.country))),
      ("peers", PeerWords.json(levers.peers, in: table)),
    ]
    func names(_ nodes: [NodeIndex]) -> JSONText { .strings(nodes.map { framework.identifier(of: $0) }) }
    let unknown = JSONText.list(levers.unknown) { one in
      [("indicator", .string(framework.identifier(of: one.node))), ("target", .number(one.target))]
    }
    let found: [(String, JSONText)] = [
      ("levers", .list(levers.levers, members)),
      ("together", levers.together.map { .object(members($0)) } ?? .null), ("unknown", unknown),
      ("attained", names(levers.attained)), ("idle", names(levers.idle)),
    ]
    return table.country(levers.country).members + standing + found
  }

  private func members(_ lever: Lever) -> [(String, JSONText)] {
    let raised = JSONText.list(lever.raised) { raise in
      [
        ("indicator", .string(table.framework.identifier(of: raise.node))),
        ("unit", .string(table.framework.unit(of: raise.node) ?? "")), ("value", .number(raise.value)),
        ("target", .number(raise.target)), ("score", .number(raise.score)),
        ("score_target", .number(raise.targetScore)), ("effort", .optional(raise.effort)),
      ]
    }
    return [
      ("raised", raised), ("points", .number(lever.points)), ("ranks_gained", .integer(lever.ranks)),
      ("overtaken", .strings(lever.overtaken.map(code))),
    ]
  }
}
