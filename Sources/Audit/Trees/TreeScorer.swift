import Scoring

/// Scores a tree under one set of weights after another, in buffers of its own: nothing is allocated where
/// all nodes are joined by weighted means. One for each thread.
///
/// Equals `ScoreTable.auditedScores`, which joins by `Aggregator`, but for rounding.
package struct TreeScorer {
  private let tree: TreeScores
  /// The columns of inner nodes, as they enter what they are parts of; the last is the index.
  private var values: [Double]
  /// The weight that each of them carries.
  private var carried: [Double]

  package init(_ tree: TreeScores) {
    self.tree = tree
    values = [Double](repeating: 0, count: tree.joins.count * tree.padded)
    carried = [Double](repeating: 0, count: tree.joins.count)
  }

  /// Numbers that order countries as their index scores do; equal rows get equal numbers.
  /// - Parameters:
  ///   - weights: one for each of `TreeScores.nodes`, at least 0 and not all 0.
  ///   - order: room for `TreeScores.padded` numbers, the first of which are those of its `countries`.
  package mutating func callAsFunction(_ weights: [Double], into order: inout [Double]) {
    join(weights)
    let start = (tree.joins.count - 1) * tree.padded
    for place in 0..<tree.padded { order[place] = values[start + place] }
  }

  /// The index scores themselves.
  mutating func scores(_ weights: [Double]) -> [Double] {
    join(weights)
    let last = tree.joins.count - 1
    return values.suffix(tree.padded).prefix(tree.countries.count).map { value in
      tree.joins[last].isMean ? tree.joins[last].aggregator.score(ofLinear: value / carried[last]) : value
    }
  }

  /// Joins every node, parts before wholes.
  private mutating func join(_ weights: [Double]) {
    for place in tree.joins.indices {
      let join = tree.joins[place]
      var total = 0.0
      for leaf in join.leaves { total += weights[leaf] }
      for inner in join.inner { total += carried[inner] }
      carried[place] = total
      guard total > 0 else { continue }
      if join.isMean { add(join, place, weights) } else { aggregate(join, place, weights) }
      if let parent = join.parent { enter(parent, from: join, place) }
    }
  }

  /// Sums the parts of a mean, country after country: what a mean's least and greatest part would correct of
  /// its rounding is left, as it moves no score by more than the last digits.
  private mutating func add(_ join: TreeScores.Join, _ place: Int, _ weights: [Double]) {
    let (padded, start) = (tree.padded, place * tree.padded)
    values.withUnsafeMutableBufferPointer { values in
      tree.columns.withUnsafeBufferPointer { columns in
        for country in 0..<padded { values[start + country] = 0 }
        for leaf in join.leaves {
          let (weight, from) = (weights[leaf], leaf * padded)
          for country in 0..<padded { values[start + country] += weight * columns[from + country] }
        }
      }
      for inner in join.inner where carried[inner] > 0 {
        let (weight, from) = (carried[inner], inner * padded)
        for country in 0..<padded { values[start + country] += weight * values[from + country] }
      }
    }
  }

  /// Leaves what is no sum to the method of the node.
  private mutating func aggregate(_ join: TreeScores.Join, _ place: Int, _ weights: [Double]) {
    let count = tree.countries.count
    let leaves = join.leaves.filter { weights[$0] > 0 }.map { leaf in
      (scores: tree.columns[leaf * tree.padded..<leaf * tree.padded + count], weight: weights[leaf])
    }
    let inner = join.inner.filter { carried[$0] > 0 }.map { inner in
      (scores: values[inner * tree.padded..<inner * tree.padded + count], weight: carried[inner])
    }
    let scores = join.aggregator(leaves + inner, scored: [Bool](repeating: true, count: count))
    for country in 0..<count { values[place * tree.padded + country] = scores[country] }
  }

  /// Turns what a node was joined to into what the node above takes in.
  private mutating func enter(_ parent: Aggregator, from join: TreeScores.Join, _ place: Int) {
    let (count, start) = (tree.countries.count, place * tree.padded)
    let (own, share, isMean) = (join.aggregator, 1 / carried[place], join.isMean)
    values.withUnsafeMutableBufferPointer { values in
      if isMean {
        for country in start..<start + count {
          values[country] = own.score(ofLinear: values[country] * share)
        }
      }
      if parent.isLinearInWeights {
        for country in start..<start + count { values[country] = parent.linear(values[country]) }
      }
    }
  }
}
