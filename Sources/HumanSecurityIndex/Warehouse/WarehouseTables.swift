import IndexModel
import Scoring
import Tabular
import Warehouse

/// The tables that a statement reads, as CSV, made of the figures of an index.
package struct WarehouseTables {
  private let table: ScoreTable
  private let plan: StatementPlan

  package enum Name: String, Sendable, CaseIterable {
    case figures, units
    /// What a lens estimates that says `impute = "components"`.
    case estimates
  }

  /// A table: its name, its columns with their types in SQL, and its text.
  struct Part {
    let name: Name
    let columns: [(name: String, type: String)]
    let csv: String
  }

  package init(_ table: ScoreTable, _ plan: StatementPlan) { (self.table, self.plan) = (table, plan) }

  var parts: [Part] {
    [plan.shape == .long ? longFigures : wideFigures, units]
      + (table.lens.impute == .components ? [estimates] : [])
  }

  /// The text of a table; nil where the statement does not read it.
  package func csv(_ name: Name) -> String? { parts.first { $0.name == name }?.csv }

  private static func part(
    _ name: Name, _ columns: [(name: String, type: String)], _ rows: (inout CSVText) -> Void
  ) -> Part {
    var csv = CSVText(header: columns.map(\.name))
    rows(&csv)
    return Part(name: name, columns: columns, csv: csv.text)
  }

  /// Every figure of the series that play a part, of all countries and years.
  private var longFigures: Part {
    let cube = table.cube
    let columns = [("unit", "VARCHAR"), ("indicator", "VARCHAR"), ("year", "INTEGER"), ("value", "DOUBLE")]
    return Self.part(.figures, columns) { csv in
      for index in plan.series.compactMap(cube.framework.indicator) {
        let series = cube.series[index]
        guard let last = series.lastYear else { continue }
        for country in cube.countryIndices {
          for year in series.firstYear...last {
            guard let value = series.value(country, year) else { continue }
            csv.field(cube.countries[country].code.description)
            csv.field(cube.framework.indicators[index].id.rawValue)
            csv.field(year)
            csv.field(value)
            csv.endRow()
          }
        }
      }
    }
  }

  /// Each country's values at the reference year, none of them imputed.
  private var wideFigures: Part {
    let indices = plan.scoring.leaves.compactMap { table.framework.nodes[$0].indicator }
    let columns =
      [("unit", "VARCHAR")] + indices.map { (table.framework.indicators[$0].id.rawValue, "DOUBLE") }
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
        csv.endRow()
      }
    }
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

  /// The scores that the program estimated of parts that a country lacks.
  private var estimates: Part {
    let columns = [("unit", "VARCHAR"), ("indicator", "VARCHAR"), ("score", "DOUBLE")]
    return Self.part(.estimates, columns) { csv in
      for column in table.columnsInOrder {
        for row in table.rows {
          guard case .imputed = column.cells[row] else { continue }
          csv.field(table.country(row).code.description)
          csv.field(table.framework.indicators[column.indicator].id.rawValue)
          csv.field(column.scores[row])
          csv.endRow()
        }
      }
    }
  }
}
