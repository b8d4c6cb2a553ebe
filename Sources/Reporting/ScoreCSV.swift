import HumanSecurity
import Lens
import Scoring
import Tabular

/// Scores as CSV in full precision. The columns are a contract with other programs.
public enum ScoreCSV {
  /// One row a country: rank, iso3, country, score, the dimensions, coverage, status.
  /// - Parameter places: which of the table's countries, in order.
  public static func countries(_ table: ScoreTable, _ places: [Int]) -> String {
    var out = CSVText(header: countryColumns(table))
    for place in places { countryRow(table, place, &out) }
    return out.text
  }

  static func countryColumns(_ table: ScoreTable) -> [String] {
    ["rank", "iso3", "country", "score"]
      + table.dimensions.map { table.framework.nodes[$0].name } + ["coverage", "status"]
  }

  static func countryRow(_ table: ScoreTable, _ place: Int, _ out: inout CSVText) {
    let country = table.country(place)
    out.field(table.rank(place))
    out.field(country.code.description)
    out.field(country.name)
    out.field(table.score(place))
    for dimension in table.dimensions { out.field(table.score(dimension, place)) }
    out.field(table.coverage(place))
    out.field(status(table.standings[place]))
    out.endRow()
  }

  /// One row a country and indicator: every cell's working.
  ///
  /// `raw` is the figure as it stands at file and line, `value` what was derived from it;
  /// `weight` is the share of the dimension's score that the indicator carried, and
  /// `contribution` = its points of that score: they sum to the dimension's score.
  public static func indicators(_ table: ScoreTable, _ places: [Int]) -> String {
    var out = CSVText(header: indicatorColumns)
    for place in places {
      for part in table.indicatorShares(place) {
        indicatorRow(table, place, part.column, part.share, &out)
      }
    }
    return out.text
  }

  static let indicatorColumns = [
    "iso3", "indicator", "dimension", "year", "raw", "value", "normalised", "weight",
    "contribution", "status", "file", "line",
  ]

  static func indicatorRow(
    _ table: ScoreTable, _ place: Int, _ column: IndicatorColumn, _ share: Contribution,
    _ out: inout CSVText
  ) {
    let definition = table.framework.indicators[column.indicator]
    let isPresent = column.cells[place].isPresent
    let provenance = table.provenance(column.indicator, place)
    out.field(table.country(place).code.description)
    out.field(definition.id.rawValue)
    out.field(definition.dimension?.description ?? "")
    out.field(column.cells[place].isMeasured ? column.years[place] : nil)
    out.field(column.raw[place])
    out.field(column.values[place])
    out.field(column.scores[place])
    out.field(share.weight)
    out.field(isPresent ? share.points : nil)
    out.field(column.cells[place].word)
    out.field(provenance?.file ?? "")
    out.field(provenance?.line)
    out.endRow()
  }

  /// `ranked`, or `withheld: ` and the reason.
  public static func status(_ standing: ScoreTable.Standing) -> String {
    switch standing {
    case .ranked: "ranked"
    case .withheld(let reason): "withheld: \(reason)"
    }
  }
}
