import IndexModel
import Scoring
import Tabular
import Warehouse

/// The tables that a statement reads, as CSV, made of the figures of an index.
package struct WarehouseTables {
  private let table: ScoreTable
  private let plan: StatementPlan

  package enum Name: String, Sendable, CaseIterable {
    /// Figures; where the lens estimates parts that a unit lacks, with its estimates beside them.
    case figures
    case units
  }

  /// A table: its name, its columns with their types in SQL, and its text.
  struct Part {
    let name: Name
    let columns: [(name: String, type: String)]
    let csv: String
  }

  package init(_ table: ScoreTable, _ plan: StatementPlan) { (self.table, self.plan) = (table, plan) }

  var parts: [Part] { [figures, units] }

  var figures: Part { plan.shape == .long ? longFigures : wideFigures }

  /// The text of a table.
  package func csv(_ name: Name) -> String {
    switch name {
    case .figures: figures.csv
    case .units: units.csv
    }
  }

  private static func part(
    _ name: Name, _ columns: [(name: String, type: String)], _ rows: (inout CSVText) -> Void
  ) -> Part {
    var csv = CSVText(header: columns.map(\.name))
    rows(&csv)
    return Part(name: name, columns: columns, csv: csv.text)
  }

  /// Every figure of the series that play a part, of all countries and years. An estimate stands in the row of its
  /// indicator at the reference year, so that no unit, indicator and year has two rows.
  private var longFigures: Part {
    let cube = table.cube
    let columns =
      [("unit", "VARCHAR"), ("indicator", "VARCHAR"), ("year", "INTEGER"), ("value", "DOUBLE")]
      + (plan.readsEstimates ? [("estimate", "DOUBLE")] : [])
    return Self.part(.figures, columns) { csv in
      for index in plan.series.compactMap(cube.framework.indicator) {
        let series = cube.series[index]
        for country in cube.countryIndices {
          let estimate = estimate(index, country)
          for year in years(of: series, with: estimate) {
            let value = series.value(country, year)
            let estimate = year == table.year ? estimate : nil
            if value == nil, estimate == nil { continue }
            csv.field(cube.countries[country].code.description)
            csv.field(cube.framework.indicators[index].id.rawValue)
            csv.field(year)
            csv.field(value)
            if plan.readsEstimates { csv.field(estimate) }
            csv.endRow()
          }
        }
      }
    }
  }

  private func years(of series: Series, with estimate: Double?) -> [Year] {
    let own = series.lastYear.map { Array(series.firstYear...$0) } ?? []
    return estimate == nil || own.contains(table.year) ? own : own + [table.year]
  }

  /// Each country's values at the reference year, none of them imputed, and after them what is estimated.
  private var wideFigures: Part {
    let indices = plan.scoring.leaves.compactMap { table.framework.nodes[$0].indicator }
    let ids = indices.map { table.framework.indicators[$0].id }
    let columns =
      [("unit", "VARCHAR")] + ids.map { ($0.rawValue, "DOUBLE") }
      + (plan.readsEstimates ? ids.map { (plan.estimateName($0), "DOUBLE") } : [])
    return Self.part(.figures, columns) { csv in
      for country in table.cube.countryIndices {
        let row = table.row(of: country)
        csv.field(table.cube.countries[country].code.description)
        for index in indices {
          let value = row.flatMap { row in
            table.columns[index].flatMap { $0.cells[row].isMeasured ? $0.values[row] : nil }
          }
          csv.field(value)
        }
        if plan.readsEstimates { for index in indices { csv.field(estimate(index, country)) } }
        csv.endRow()
      }
    }
  }

  /// The score that the program estimated of a part that a country lacks; nil where it has a figure of its own, or none
  /// of the two.
  private func estimate(_ index: IndicatorIndex, _ country: CountryIndex) -> Double? {
    guard plan.readsEstimates, let row = table.row(of: country), let column = table.columns[index],
      column.cells[row].isImputed
    else { return nil }
    return column.scores[row]
  }

  private var units: Part {
    let columns = [
      ("unit", "VARCHAR"), ("un_member", "BOOLEAN"), ("un_observer", "BOOLEAN"), ("region", "VARCHAR"),
      ("income_group", "VARCHAR"),
    ]
    // Further groups only where the statement reads them.
    let more: [(name: String, group: (Country) -> String)] = [
      ("subregion", { $0.subregion }), ("parent", { $0.parent }),
    ].filter { $0.name == plan.comparedColumn }
    return Self.part(.units, columns + more.map { ($0.name, "VARCHAR") }) { csv in
      for country in table.cube.countries {
        csv.row(
          [
            .string(country.code.description), .boolean(country.isUNMember), .boolean(country.isUNObserver),
            .string(country.region), .string(country.incomeGroup),
          ] + more.map { .string($0.group(country)) })
      }
    }
  }
}
