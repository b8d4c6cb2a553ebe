import Analysis
import IndexModel
import Scoring
import Tabular

/// What the codebook says of one indicator: its row of the catalogue, its figures, what its scores go with.
struct CodebookEntry {
  /// By so much a Spearman correlation has to be greater to be called greater: less would not show in print.
  static let margin = 0.01

  let table: ScoreTable
  let profile: IndicatorProfile
  let companions: ScoreCompanions?

  var framework: Framework { table.framework }
  var definition: Indicator { framework.indicators[profile.indicator] }

  /// The name, or the identifier where the catalogue has none.
  var name: String { definition.name.isEmpty ? definition.id.rawValue : definition.name }

  /// The dimension that its scores go with more than with their own without it.
  var elsewhere: Int? { companions?.elsewhere(by: Self.margin) }

  func dimensionName(_ place: Int) -> String { framework.nodes[table.dimensions[place]].name }

  func country(_ row: RowIndex) -> Country { table.country(row) }
}
