import CRankKernel
import Scoring

/// What ranks by comparing each with every other.
enum RankKernel {
  /// So many countries it ranks in vectors, and counts the ranks of in a table of all by all: 67 MB for each thread.
  static let most = 4096
}

/// Linear scores with each node's values padded to whole vectors.
struct PaddedScores: Sendable {
  let count: Int
  let nodes: Int
  let padded: Int
  private let values: [Double]

  init(_ scores: LinearScores) {
    let (count, nodes) = (scores.countries.count, scores.nodes.count)
    let padded = (count + 63) / 64 * 64
    var values = [Double](repeating: 0, count: padded * nodes)
    for node in 0..<nodes {
      for country in 0..<count { values[node * padded + country] = scores.values[node * count + country] }
    }
    (self.count, self.nodes, self.padded, self.values) = (count, nodes, padded, values)
  }

  /// The ranks, from 0, under weights. Both buffers hold `padded` entries.
  func rank(_ weights: [Double], _ scores: inout [Double], _ ranks: inout [UInt16]) {
    rank_countries(values, nodes, padded, count, weights, &scores, &ranks)
  }
}

/// Ranks countries, from 0, under weights, in buffers of its own, into whole vectors; one a thread.
typealias Ranker = (_ weights: [Double], _ ranks: inout [UInt16]) -> Void

extension PaddedScores {
  /// What ranks by these sums.
  func ranker() -> Ranker {
    var scores = [Double](repeating: 0, count: padded)
    return { weights, ranks in rank(weights, &scores, &ranks) }
  }
}

extension TreeScores {
  /// What ranks by joining each draw up the tree.
  func ranker() -> Ranker {
    var scorer = TreeScorer(self)
    var order = [Double](repeating: 0, count: padded)
    return { [padded, count = countries.count] weights, ranks in
      scorer(weights, into: &order)
      rank_scores(order, padded, count, &ranks)
    }
  }
}
