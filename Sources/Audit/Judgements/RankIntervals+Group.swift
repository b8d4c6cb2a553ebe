import IndexModel
import Scoring

extension RankIntervals {
  /// The ranks among some countries between which each of them lies in the middle nine of ten combinations of all
  /// judgements, by the same draws as the intervals among all.
  /// - Parameter members: countries; those that are not ranked have none.
  /// - Returns: by row of the table; nil for all other countries.
  package func within(_ members: [RowIndex], rows: Int) -> [(low: Int, high: Int)?] {
    let own = countries.indices.filter { members.contains(countries[$0]) }
    var counts = RankCounts(countries: own.count)
    var standing = [UInt16](repeating: 0, count: countries.count + 1)
    for drawn in drawnRanks {
      // How many members stand at each rank, then how many before it.
      for place in standing.indices { standing[place] = 0 }
      for place in own { standing[Int(drawn[place]) + 1] += 1 }
      for place in standing.indices.dropFirst() { standing[place] += standing[place - 1] }
      counts.add(own.map { standing[Int(drawn[$0])] })
    }
    var out = [(low: Int, high: Int)?](repeating: nil, count: rows)
    for (member, place) in own.enumerated() {
      out[countries[place]] = (
        counts.quantile(member, Self.shares.low, of: samples),
        counts.quantile(member, Self.shares.high, of: samples)
      )
    }
    return out
  }
}
