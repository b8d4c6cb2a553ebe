import Audit
import HumanSecurity
import Lens
import Scoring
import Tabular

/// Scores as JSON in full precision.
public enum ScoreJSON {
  /// One object: lens, year, and an array of countries with their dimensions.
  public static func countries(_ table: ScoreTable, _ places: [Int], ranges: [RankRange?])
    -> JSONText
  {
    .object([
      ("lens", .string(table.lens.name)),
      ("title", .string(table.lens.title)),
      ("year", .integer(table.year)),
      ("dimensions_required", .integer(table.dimensionsRequired)),
      ("countries", .array(places.map { country(table, $0, ranges[$0]) })),
    ])
  }

  private static func country(_ table: ScoreTable, _ place: Int, _ range: RankRange?) -> JSONText {
    let country = table.country(place)
    let dimensions = table.dimensions.map {
      (table.framework.nodes[$0].name, JSONText.optional(table.score($0, place)))
    }
    return .object([
      ("rank", .optional(table.rank(place))),
      ("rank_best_leaving_one_out", .optional(range?.best)),
      ("rank_worst_leaving_one_out", .optional(range?.worst)),
      ("iso3", .string(country.code.description)),
      ("country", .string(country.name)),
      ("score", .optional(table.score(place))),
      ("dimensions", .object(dimensions)),
      ("coverage", .number(table.coverage(place))),
      ("reliability", ReliabilityText.json(table.reliability(place))),
      ("status", .string(ScoreCSV.status(table.standings[place]))),
    ])
  }

  /// One object: lens, year, and an array of cells with their working.
  /// - Parameter withFigures: whether every figure behind a value is listed, not the latest alone.
  public static func indicators(
    _ table: ScoreTable, _ places: [Int], withFigures: Bool = false
  ) -> JSONText {
    var cells: [JSONText] = []
    for place in places {
      for part in table.indicatorShares(place) {
        var members = cell(table, place, part.column, part.share)
        if withFigures {
          let figures = table.figures(part.column.indicator, place).map(FigureText.json)
          members.append(("figures", .array(figures)))
        }
        cells.append(.object(members))
      }
    }
    return .object([
      ("lens", .string(table.lens.name)), ("year", .integer(table.year)), ("cells", .array(cells)),
    ])
  }

  private static func cell(
    _ table: ScoreTable, _ place: Int, _ column: IndicatorColumn, _ share: Contribution
  ) -> [(String, JSONText)] {
    let definition = table.framework.indicators[column.indicator]
    let isPresent = column.cells[place].isPresent
    let provenance = table.provenance(column.indicator, place)
    return [
      ("iso3", .string(table.country(place).code.description)),
      ("indicator", .string(definition.id.rawValue)),
      ("dimension", .string(definition.dimension?.description ?? "")),
      ("year", .optional(column.cells[place].isMeasured ? column.years[place] : nil)),
      ("raw", .number(column.raw[place])),
      ("value", .number(column.values[place])),
      ("normalised", .number(column.scores[place])),
      ("weight", .number(share.weight)),
      ("contribution", .optional(isPresent ? share.points : nil)),
      ("status", .string(column.cells[place].word)),
      ("file", provenance.map { .string($0.file) } ?? .null),
      ("line", .optional(provenance?.line)),
      ("neighbours", neighbours(table, place, column)),
    ]
  }

  /// The figures of land neighbours behind a cell; null where there are none.
  private static func neighbours(_ table: ScoreTable, _ place: Int, _ column: IndicatorColumn)
    -> JSONText
  {
    let figures = table.neighbourFigures(column.indicator, place)
    if figures.isEmpty { return .null }
    return .array(
      figures.map { figure in
        .object([
          ("iso3", .string(table.cube.countries[figure.country].code.description)),
          ("year", .integer(figure.year)), ("value", .number(figure.value)),
          ("file", .string(figure.place.file)), ("line", .integer(figure.place.line)),
        ])
      })
  }
}
