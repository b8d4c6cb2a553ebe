package enum Ranking {
  /// Competition ranking ("1224"): 1 for the highest score; equal Doubles share a rank.
  package static func competition(_ scores: [Double]) -> [Int] {
    let order = scores.indices.sorted { (-scores[$0], $0) < (-scores[$1], $1) }
    var ranks = [Int](repeating: 0, count: scores.count)
    for (place, index) in order.enumerated() {
      let isTie = place > 0 && scores[order[place - 1]] == scores[index]
      ranks[index] = isTie ? ranks[order[place - 1]] : place + 1
    }
    return ranks
  }
}
