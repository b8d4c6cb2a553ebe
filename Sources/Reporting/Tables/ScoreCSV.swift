import Audit
import IndexModel
import Scoring
import Tabular

/// Scores as CSV in full precision. The columns are a contract with other programs.
package enum ScoreCSV {
  /// One row a country: rank, iso3, country, score, the dimensions, coverage, status, the rank interval, reliability,
  /// tier and the components.
  /// - Parameters:
  ///   - places: which of the table's countries, in order.
  ///   - intervals: the rank intervals; nil where none were computed.
  package static func countries(_ table: ScoreTable, _ places: [RowIndex], _ intervals: RankIntervals?)
    -> String
  {
    let rows = KnownRows(table, intervals)
    let starts = Array(stride(from: 0, to: places.count, by: pieceSize))
    let texts = inParallel(starts.count) { piece in
      let columns = Self.fields(table, rows)
      var out = CSVText()
      for place in places[starts[piece]..<min(starts[piece] + pieceSize, places.count)] {
        out.row(columns.map { $0.value(place) })
      }
      return out.text
    }
    return CSVText(header: Self.fields(table, rows).map(\.name)).text + texts.joined()
  }

  /// So many rows one core writes at a time.
  private static let pieceSize = 2000

  static func fields(_ table: ScoreTable, _ intervals: RankIntervals?) -> Fields<RowIndex> {
    Self.fields(table, KnownRows(table, intervals))
  }

  private static func fields(_ table: ScoreTable, _ known: KnownRows) -> Fields<RowIndex> {
    let own = known.intervals
    func scores(_ nodes: [NodeIndex]) -> Fields<RowIndex> {
      nodes.map { node in (table.framework.nodes[node].name, { .optional(table.score(node, $0)) }) }
    }
    return [
      ("rank", { .optional(table.rank($0)) }), ("iso3", { .string(table.country($0).code.description) }),
      ("country", { .string(table.country($0).name) }), ("score", { .optional(table.score($0)) }),
    ] + scores(table.dimensions) + [
      ("coverage", { .number(known.coverages[$0]) }), ("status", { .string(status(table.standings[$0])) }),
      ("rank_p05", { .optional(own[$0]?.low) }), ("rank_p95", { .optional(own[$0]?.high) }),
      ("reliability", { .optional(table.rank($0) == nil ? nil : known.reliabilities[$0].level?.rawValue) }),
      ("tier", { .optional(own[$0]?.tier) }),
    ] + scores(table.components)
  }

  /// One row a country and indicator: every cell's working.
  ///
  /// `raw` is the figure as it stands at file and line, `value` what was derived from it;
  /// `weight` is the share of the dimension's score that the indicator carried, and
  /// `contribution` = its points of that score: they sum to the dimension's score.
  package static func indicators(_ table: ScoreTable, _ places: [RowIndex]) -> String {
    CSVText.table(
      indicatorColumns,
      places.flatMap { place in
        table.indicatorShares(place).map { indicatorRow(table, place, $0.column, $0.share) }
      })
  }

  static let indicatorColumns = [
    "iso3", "indicator", "dimension", "year", "raw", "value", "normalised", "weight", "contribution",
    "status", "file", "line",
  ]

  static func indicatorRow(
    _ table: ScoreTable, _ place: RowIndex, _ column: IndicatorColumn, _ share: Contribution
  ) -> [JSONText] {
    let definition = table.framework.indicators[column.indicator]
    let cell = column.cells[place]
    let provenance = table.provenance(column.indicator, place)
    return [
      .string(table.country(place).code.description), .string(definition.id.rawValue),
      .string(definition.dimension?.description ?? ""),
      .optional(cell.isMeasured ? column.years[place] : nil), .number(column.raw[place]),
      .number(column.values[place]), .number(column.scores[place]), .number(share.weight),
      .optional(cell.isPresent ? share.points : nil), .string(cell.word), .optional(provenance?.file),
      .optional(provenance?.line),
    ]
  }

  /// `ranked`, or `withheld: ` and the reason.
  package static func status(_ standing: ScoreTable.Standing) -> String {
    switch standing {
    case .ranked: "ranked"
    case .withheld(let reason): "withheld: \(reason)"
    }
  }
}
