import IndexModel
import Scoring

/// What the figures allow: how many there are, how old, and how many cells lack one, by subject.
///
/// All countries of the table count, ranked or not, and all indicators of weight, each once.
package struct DataAudit: Sendable {
  /// How those are named who belong to no group.
  package static let ungrouped = "(none)"

  package enum Kind: String, Sendable, CaseIterable { case index, dimension, indicator, region, country }

  /// What is counted of one subject. Observed, carried, imputed and missing sum to the cells.
  package struct Row: Sendable, Equatable {
    package let kind: Kind
    /// A dimension's path, an indicator's id, a region (or empty), a country's code, the lens's name.
    package let subject: String
    package let countries: Int
    /// Those of the countries that are ranked.
    package let ranked: Int
    package let cells: Int
    /// Cells with a figure of the reference year itself.
    package let observed: Int
    /// Cells with an earlier figure.
    package let carried: Int
    /// Cells that a rule of the lens filled.
    package let imputed: Int
    /// The median age of the figures in years, those of the reference year being 0; nil where there are
    /// none. Of an even count the mean of the middle two.
    package let medianAge: Double?
    /// The age in years of the oldest figure.
    package let oldestAge: Int?
    /// The indicators whose scores a few extreme ones make lopsided, as the check `skewed-scores` has it;
    /// nil for a region and a country, which have one score or few of each.
    package let outliers: Int?
    /// How reliably the score rests on figures; of a region and the index the lower median over countries:
    /// at least half of them are no better. Nil for a dimension and an indicator.
    package let reliability: Reliability.Level?

    /// Cells without anything.
    package var missing: Int { cells - observed - carried - imputed }
    /// The share of cells with a figure, 0–1; not `ScoreTable.coverage`, a share of weight.
    package var filled: Double { cells == 0 ? 0 : Double(observed + carried) / Double(cells) }
  }

  /// The index, dimensions and indicators in framework order, regions by name, countries by rank, then code.
  package let rows: [Row]
  private let table: ScoreTable

  package init(_ table: ScoreTable) {
    self.table = table
    let counter = CellCounter(table)
    let all = Array(table.rows)
    let columns = table.columnsInOrder
    var rows = [counter.row(.index, table.lens.name, all, columns)]
    for dimension in table.dimensions {
      let own = table.framework.leaves(below: dimension).compactMap { table.column(of: $0) }
      rows.append(counter.row(.dimension, table.framework.nodes[dimension].name, all, own))
    }
    for column in columns {
      let id = table.framework.indicators[column.indicator].id.rawValue
      rows.append(counter.row(.indicator, id, all, [column]))
    }
    for region in Set(all.map { table.country($0).region }).sorted() {
      let members = all.filter { table.country($0).region == region }
      rows.append(counter.row(.region, region, members, columns))
    }
    rows += table.order.map { country in
      counter.row(.country, table.country(country).code.description, [country], columns)
    }
    self.rows = rows
  }

  package func rows(_ kind: Kind) -> [Row] { rows.filter { $0.kind == kind } }

  /// The rows of a country and of the index.
  package func rows(of country: RowIndex) -> (own: Row, all: Row)? {
    let code = table.country(country).code.description
    guard let all = rows.first, let own = rows(.country).first(where: { $0.subject == code }) else {
      return nil
    }
    return (own, all)
  }
}

/// Counts the cells of some countries and some indicators.
private struct CellCounter {
  let table: ScoreTable
  let levels: [Reliability.Level?]

  init(_ table: ScoreTable) {
    self.table = table
    levels = table.rows.map { table.reliability($0).level }
  }

  func row(_ kind: DataAudit.Kind, _ subject: String, _ countries: [RowIndex], _ columns: [IndicatorColumn])
    -> DataAudit.Row
  {
    var (observed, imputed) = (0, 0)
    var ages: [Int] = []
    for column in columns {
      for country in countries {
        switch column.cells[country] {
        case .observed:
          observed += 1
          ages.append(0)
        case .carried(let age): ages.append(age)
        case .imputed, .assumed: imputed += 1
        case .absent: break
        }
      }
    }
    ages.sort()
    let middle = ages.isEmpty ? nil : (ages[(ages.count - 1) / 2] + ages[ages.count / 2])
    let isOfCountries = kind == .region || kind == .country
    let isOfIndicators = kind == .dimension || kind == .indicator
    return DataAudit.Row(
      kind: kind, subject: subject, countries: countries.count,
      ranked: countries.count { table.rank($0) != nil }, cells: countries.count * columns.count,
      observed: observed, carried: ages.count - observed, imputed: imputed,
      medianAge: middle.map { Double($0) / 2 }, oldestAge: ages.last,
      outliers: isOfCountries ? nil : columns.count { isLopsided($0) },
      reliability: isOfIndicators ? nil : lowerMedian(countries))
  }

  private func isLopsided(_ column: IndicatorColumn) -> Bool {
    column.shape.map { table.lens.audit.isLopsided($0.skewness, $0.kurtosis) } ?? false
  }

  private func lowerMedian(_ countries: [RowIndex]) -> Reliability.Level? {
    // Where that of one is not known, that of the middle one is not, unless all that are known settle it.
    let worstFirst: [Reliability.Level?] = [.low, nil, .medium, .high]
    var seen = 0
    for level in worstFirst {
      seen += countries.count { levels[$0] == level }
      if 2 * seen >= countries.count, seen > 0 { return level }
    }
    return nil
  }
}
