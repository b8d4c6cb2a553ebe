import Audit
import Glibc
import IndexModel
import Reporting
import Scoring

/// One column of a table, in memory that stays where it is for as long as the column lives.
final class TableColumn {
  let title: String
  /// `unit`, `result`, `dimension`, `component` or `indicator`.
  let role: String
  /// Its name for people.
  let label: String
  let name: UnsafePointer<CChar>?
  private(set) var numbers: UnsafePointer<Double>?
  private(set) var texts: UnsafePointer<UnsafePointer<CChar>?>?
  private let count: Int

  private init(_ title: String, _ role: String, _ label: String?, count: Int) {
    (self.title, self.role, self.label, self.count) = (title, role, label ?? title, count)
    name = UnsafePointer(strdup(title))
  }

  private convenience init(_ title: String, _ role: String, _ label: String? = nil, numbers values: [Double?])
  {
    self.init(title, role, label, count: values.count)
    let place = UnsafeMutablePointer<Double>.allocate(capacity: max(1, values.count))
    for (row, value) in values.enumerated() { (place + row).initialize(to: value ?? .nan) }
    numbers = UnsafePointer(place)
  }

  private convenience init(_ title: String, _ role: String, texts values: [String]) {
    self.init(title, role, nil, count: values.count)
    let place = UnsafeMutablePointer<UnsafePointer<CChar>?>.allocate(capacity: max(1, values.count))
    for (row, value) in values.enumerated() { (place + row).initialize(to: UnsafePointer(strdup(value))) }
    texts = UnsafePointer(place)
  }

  deinit {
    free(UnsafeMutablePointer(mutating: name))
    numbers?.deallocate()
    guard let texts else { return }
    for row in 0..<count { free(UnsafeMutablePointer(mutating: texts[row])) }
    texts.deallocate()
  }

  /// What CSV has of a table, in its order, then the indicators of weight.
  static func all(of table: ScoreTable, withIntervals: Bool) -> [TableColumn] {
    let rows = table.order
    let intervals = withIntervals ? RankIntervals(table, ofAnyNumber: true) : nil
    let own = RankIntervals.byRow(intervals, table)
    func scores(_ nodes: [NodeIndex], _ role: String) -> [TableColumn] {
      nodes.map { node in
        TableColumn(table.framework.nodes[node].name, role, numbers: rows.map { table.score(node, $0) })
      }
    }
    var columns = [
      TableColumn("rank", "result", numbers: rows.map { table.rank($0).map(Double.init) }),
      TableColumn("iso3", "unit", texts: rows.map { table.country($0).code.description }),
      TableColumn("country", "unit", texts: rows.map { table.country($0).name }),
      TableColumn("score", "result", numbers: rows.map { table.score($0) }),
    ]
    columns += scores(table.dimensions, "dimension")
    columns += [
      TableColumn("coverage", "result", numbers: rows.map { table.coverage($0) }),
      TableColumn("status", "result", texts: rows.map { ScoreCSV.status(table.standings[$0]) }),
    ]
    if withIntervals {
      columns += [
        TableColumn("rank_p05", "result", numbers: rows.map { own[$0].map { Double($0.low) } }),
        TableColumn("rank_p95", "result", numbers: rows.map { own[$0].map { Double($0.high) } }),
      ]
    }
    columns.append(
      TableColumn(
        "reliability", "result",
        texts: rows.map { table.rank($0) == nil ? "" : table.reliability($0).level?.rawValue ?? "" }))
    if withIntervals {
      columns.append(TableColumn("tier", "result", numbers: rows.map { own[$0].map { Double($0.tier) } }))
    }
    columns += scores(table.components, "component")
    return columns + indicators(table, rows, beside: Set(columns.map(\.title)))
  }

  /// The normalised scores of the indicators of weight. An indicator may have the name of a dimension or of a
  /// column: its own then says that it is one.
  private static func indicators(_ table: ScoreTable, _ rows: [RowIndex], beside names: Set<String>)
    -> [TableColumn]
  {
    table.framework.nodeIndices.compactMap { node in
      guard let place = table.framework.nodes[node].indicator, table.effectiveWeights[node] > 0 else {
        return nil
      }
      let indicator = table.framework.indicators[place]
      let name = indicator.id.rawValue
      return TableColumn(
        names.contains(name) ? "indicator:" + name : name, "indicator", indicator.name,
        numbers: rows.map { table.score(node, $0) })
    }
  }
}
