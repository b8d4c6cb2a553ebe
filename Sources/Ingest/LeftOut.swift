/// How many rows were left out because they are not about a country of our time.
struct LeftOut {
  private var counts: [(kind: String, count: Int)] = []

  mutating func count(_ kind: String) {
    if let index = counts.firstIndex(where: { $0.kind == kind }) {
      counts[index].count += 1
    } else {
      counts.append((kind, 1))
    }
  }

  /// Adds the counts of another part of the table.
  mutating func append(_ other: LeftOut) {
    for (kind, number) in other.counts {
      if let index = counts.firstIndex(where: { $0.kind == kind }) {
        counts[index].count += number
      } else {
        counts.append((kind, number))
      }
    }
  }

  var message: String? {
    if counts.isEmpty { return nil }
    let words = [
      "aggregate": "of aggregates", "early": "of years before \(TableHeader.years.lowerBound)",
      "empty": "of unknown names without figures", "ended": "of states that ended",
      "header": "that repeat the header", "part": "of parts of countries",
    ]
    let parts = counts.sorted { $0.kind < $1.kind }
      .map { "\($0.count) \(words[$0.kind] ?? $0.kind)" }
    return "rows left out: " + parts.joined(separator: ", ")
  }
}
