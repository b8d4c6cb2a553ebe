import IndexModel
import Scoring
import Tabular

/// What a statement gives beside what the program does: every node, coverage, share imputed, rank and status.
struct StatementComparison {
  private(set) var greatest = 0.0
  private(set) var place = "nowhere"
  private(set) var faults: [String] = []
  let nodeCount: Int

  /// So many faults are worth telling.
  private static let mostFaults = 20

  init(_ table: ScoreTable, _ result: [String: [String: String]]) {
    let nodes = table.framework.nodeIndices.filter { table.weights[$0] > 0 && $0 != Framework.root }
    nodeCount = nodes.count + 1
    if result.count != table.countries.count {
      note(
        "it gives \(CountWords.of(result.count, "row")) for \(CountWords.of(table.countries.count, "unit"))")
    }
    for row in table.rows {
      let unit = table.country(row).code.description
      guard let given = result[unit] else {
        note("it gives no row for \(unit)")
        continue
      }
      compare(table.score(row), given["score"], "the score of \(unit)")
      for node in nodes {
        let name = table.framework.nodes[node].name
        compare(table.score(node, row), given[name], "\(name) of \(unit)")
      }
      compare(table.coverage(row), given["coverage"], "the coverage of \(unit)")
      compare(table.imputedShare(row), given["imputed"], "the share imputed of \(unit)")
      let (rank, status) = Self.standing(table, row)
      if given["rank"] != rank { note("the rank of \(unit) is \(given["rank"] ?? "missing"), not \(rank)") }
      if given["status"] != status {
        note("the status of \(unit) is \"\(given["status"] ?? "missing")\", not \"\(status)\"")
      }
    }
  }

  private static func standing(_ table: ScoreTable, _ row: RowIndex) -> (rank: String, status: String) {
    switch table.standings[row] {
    case .ranked(let rank): (String(rank), "ranked")
    case .withheld(let reason): ("", "withheld: \(reason)")
    }
  }

  private mutating func compare(_ own: Double?, _ given: String?, _ what: String) {
    let other = given.flatMap { $0.isEmpty ? nil : Double($0) }
    guard let own, let other else {
      if own != nil || other != nil || given == nil {
        note(
          "\(what) is \(given.map { $0.isEmpty ? "missing" : $0 } ?? "missing"), not \(own.map(CSVText.shortest) ?? "missing")"
        )
      }
      return
    }
    let difference = abs(own - other)
    if difference > greatest { (greatest, place) = (difference, what) }
    if !(difference <= StatementProof.tolerance) {
      note("\(what) is \(CSVText.shortest(other)), not \(CSVText.shortest(own))")
    }
  }

  private mutating func note(_ fault: String) { if faults.count < Self.mostFaults { faults.append(fault) } }
}
