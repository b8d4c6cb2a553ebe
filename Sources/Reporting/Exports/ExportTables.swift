import Audit
import IndexModel
import Scoring
import Tabular

/// The tables of an export: scores, figures, and the tree that they hang in.
package struct ExportTables: Sendable {
  let table: ScoreTable
  let intervals: RankIntervals?
  private let nodesOfWeight: [NodeIndex]

  package init(_ table: ScoreTable, _ intervals: RankIntervals?) {
    (self.table, self.intervals) = (table, intervals)
    nodesOfWeight = table.framework.nodeIndices.filter {
      $0 == Framework.root || table.effectiveWeights[$0] > 0
    }
  }

  /// A table with what its columns are.
  struct Part: Sendable {
    let name: String
    let schema: TableSchema
    let rows: [[JSONText]]

    var csv: String { CSVText.table(schema.columns.map(\.name), rows) }
    var fileName: String { name + ".csv" }
  }

  /// Every table, by the names of their files.
  var parts: [Part] { [scores, figures, nodes, observations] }

  /// One row a country.
  var scores: Part {
    let fields = ScoreCSV.fields(table, intervals)
    let names = { (nodes: [NodeIndex]) in nodes.map { table.framework.nodes[$0].name } }
    return Part(
      name: "scores",
      schema: .scores(dimensions: names(table.dimensions), components: names(table.components)),
      rows: table.order.map { place in fields.map { $0.value(place) } })
  }

  /// One row a country and indicator, with its working.
  var figures: Part {
    Part(
      name: "indicators", schema: .cells,
      rows: table.order.flatMap { place in
        table.indicatorShares(place).map { ScoreCSV.indicatorRow(table, place, $0.column, $0.share) }
      })
  }

  /// One row a node of weight: the index, dimensions, components, indicators.
  var nodes: Part { Part(name: "nodes", schema: .nodes, rows: nodesOfWeight.map(row)) }

  private func row(_ node: NodeIndex) -> [JSONText] {
    let own = table.framework.nodes[node]
    let indicator = own.indicator.map { table.framework.indicators[$0] }
    let posts = table.column(of: node)?.goalposts
    return [
      .string(name(node)), .optional(own.parent.map(name)), .string(table.framework.level(of: node)),
      .number(table.weights[node]), .number(table.effectiveWeights[node]),
      .optional(indicator == nil ? table.aggregator(of: node).name : nil), .optional(indicator?.name),
      .optional(indicator?.unit), .optional(posts?.worst), .optional(posts?.best),
      .optional(indicator?.transform.rawValue), .optional(indicator?.producer), .optional(indicator?.source),
      .optional(indicator?.licence.text),
    ]
  }

  func name(_ node: NodeIndex) -> String { table.framework.named(node) }

  // MARK: - One observation a row

  /// One number that is known of a country: a score of a node, a value of an indicator, a rank or an end of its
  /// interval.
  struct Observation {
    let place: RowIndex
    let node: NodeIndex
    let measure: String
    let year: Year
    let value: Double
    let status: String
    var at: Provenance?
  }

  var known: [Observation] {
    let own = RankIntervals.byRow(intervals, table)
    return table.order.flatMap { place in
      nodesOfWeight.flatMap { observations(of: $0, place) } + ranks(place, own[place])
    }
  }

  /// Every number as a row: what SDMX, Parquet and databases take.
  var observations: Part {
    Part(
      name: "observations", schema: .observations,
      rows: known.map { one in
        [
          .string(table.country(one.place).code.description), .string(name(one.node)), .string(one.measure),
          .integer(one.year), .number(one.value), .string(one.status), .optional(one.at?.file),
          .optional(one.at?.line),
        ]
      })
  }

  private func observations(of node: NodeIndex, _ place: RowIndex) -> [Observation] {
    var found: [Observation] = []
    if let score = node == Framework.root ? table.score(place) : table.score(node, place) {
      found.append(
        Observation(
          place: place, node: node, measure: "score", year: table.year, value: score,
          status: table.status(node, place)))
    }
    if let column = table.column(of: node), column.cells[place].isMeasured {
      found.append(
        Observation(
          place: place, node: node, measure: "value", year: column.years[place], value: column.values[place],
          status: column.cells[place].word, at: table.provenance(column.indicator, place)))
    }
    return found
  }

  private func ranks(_ place: RowIndex, _ interval: RankIntervals.Interval?) -> [Observation] {
    [("rank", table.rank(place)), ("rank_p05", interval?.low), ("rank_p95", interval?.high)].compactMap {
      measure, rank in
      rank.map {
        Observation(
          place: place, node: Framework.root, measure: measure, year: table.year, value: Double($0),
          status: "ranked")
      }
    }
  }
}

extension ScoreTable {
  /// The components of weight above 0, at whatever depth, in framework order.
  package var components: [NodeIndex] {
    framework.nodeIndices.filter {
      framework.nodes[$0].depth > 1 && framework.nodes[$0].indicator == nil && effectiveWeights[$0] > 0
    }
  }
}
