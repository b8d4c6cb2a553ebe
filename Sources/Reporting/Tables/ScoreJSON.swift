import Analysis
import Audit
import IndexModel
import Scoring
import Tabular

/// Scores as JSON in full precision.
package enum ScoreJSON {
  /// One object: lens, year, and an array of countries with their dimensions.
  /// - Parameters:
  ///   - intervals: the rank intervals; nil where none were computed.
  ///   - beside: what else is said before the countries.
  ///   - more: what else is said of each.
  package static func countries(
    _ table: ScoreTable, _ places: [RowIndex], _ intervals: RankIntervals?, beside: [(String, JSONText)] = [],
    more: (RowIndex) -> [(String, JSONText)] = { _ in [] }
  ) -> JSONText {
    let ranges = RankRange.leavingOutEachDimension(table)
    let known = KnownRows(table, intervals)
    return .object(
      [
        ("lens", .string(table.lens.name)), ("title", .string(table.lens.title)),
        ("year", .integer(table.year)), ("dimensions_required", .integer(table.dimensionsRequired)),
      ] + beside + [("countries", .list(places) { country(table, $0, known, ranges[$0]) + more($0) })])
  }

  private static func country(_ table: ScoreTable, _ place: RowIndex, _ known: KnownRows, _ range: RankRange?)
    -> [(String, JSONText)]
  {
    let interval = known.intervals[place]
    func scores(_ nodes: [NodeIndex]) -> JSONText {
      .object(nodes.map { (table.framework.nodes[$0].name, JSONText.optional(table.score($0, place))) })
    }
    return [
      ("rank", .optional(table.rank(place))), ("rank_best_leaving_one_out", .optional(range?.best)),
      ("rank_worst_leaving_one_out", .optional(range?.worst)),
    ] + table.country(place).members + [
      ("score", .optional(table.score(place))), ("dimensions", scores(table.dimensions)),
      ("coverage", .number(known.coverages[place])),
      ("reliability", ReliabilityText.json(known.reliabilities[place])),
      ("status", .string(ScoreCSV.status(table.standings[place]))), ("rank_p05", .optional(interval?.low)),
      ("rank_p95", .optional(interval?.high)), ("tier", .optional(interval?.tier)),
      ("components", scores(table.components)),
    ]
  }

  /// One object: lens, year, and an array of cells with their working.
  /// - Parameter withFigures: whether every figure behind a value is listed, not the latest alone.
  package static func indicators(_ table: ScoreTable, _ places: [RowIndex], withFigures: Bool = false)
    -> JSONText
  {
    let cells = places.flatMap { place in
      table.indicatorShares(place).map { column, share in
        let row = ScoreCSV.indicatorRow(table, place, column, share)
        var members = Array(zip(ScoreCSV.indicatorColumns, row))
        members.append(("neighbours", neighbours(table, place, column)))
        if withFigures {
          let figures = table.figures(column.indicator, place).map(FigureText.json)
          members.append(("figures", .array(figures)))
        }
        return JSONText.object(members)
      }
    }
    return .object([
      ("lens", .string(table.lens.name)), ("year", .integer(table.year)), ("cells", .array(cells)),
    ])
  }

  /// The figures of land neighbours behind a cell; null where there are none.
  private static func neighbours(_ table: ScoreTable, _ place: RowIndex, _ column: IndicatorColumn)
    -> JSONText
  {
    let figures = table.neighbourFigures(column.indicator, place)
    if figures.isEmpty { return .null }
    return .list(figures) { figure in
      [
        ("iso3", .string(table.cube.countries[figure.country].code.description)),
        ("year", .integer(figure.year)), ("value", .number(figure.value)),
        ("file", .string(figure.place.file)), ("line", .integer(figure.place.line)),
      ]
    }
  }
}
