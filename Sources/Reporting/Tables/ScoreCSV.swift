import Scoring
import Tabular

/// Scores as CSV in full precision. The columns are a contract with other programs.
package enum ScoreCSV {
  /// One row a country: rank, iso3, country, score, the dimensions, coverage, status.
  /// - Parameter places: which of the table's countries, in order.
  package static func countries(_ table: ScoreTable, _ places: [Int]) -> String {
    CSVText.table(countryColumns(table), places.map { countryRow(table, $0) })
  }

  static func countryColumns(_ table: ScoreTable) -> [String] {
    ["rank", "iso3", "country", "score"] + table.dimensions.map { table.framework.nodes[$0].name } + [
      "coverage", "status",
    ]
  }

  static func countryRow(_ table: ScoreTable, _ place: Int) -> [JSONText] {
    let country = table.country(place)
    return [
      .optional(table.rank(place)), .string(country.code.description), .string(country.name),
      .optional(table.score(place)),
    ] + table.dimensions.map { .optional(table.score($0, place)) } + [
      .number(table.coverage(place)), .string(status(table.standings[place])),
    ]
  }

  /// One row a country and indicator: every cell's working.
  ///
  /// `raw` is the figure as it stands at file and line, `value` what was derived from it;
  /// `weight` is the share of the dimension's score that the indicator carried, and
  /// `contribution` = its points of that score: they sum to the dimension's score.
  package static func indicators(_ table: ScoreTable, _ places: [Int]) -> String {
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
    _ table: ScoreTable, _ place: Int, _ column: IndicatorColumn, _ share: Contribution
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
