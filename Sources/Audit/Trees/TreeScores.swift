import IndexModel
import Scoring

/// The scores of ranked countries under other weights of dimensions or of indicators, joined up the tree as
/// `ScoreTable.auditedScores` has it, whatever methods join its nodes.
///
/// Their order need not be linear in the weights, so that it can be drawn but not bounded. The tree is
/// gone through once: what does not depend on weights (gaps filled by `ScoreTable.standIn`, floors, the
/// first logarithms) is made then, parts that are joined by the mean of the node above become
/// parts of that node (`ScoreTable.nonLinearity` has the proof), and scoring is a few passes over columns.
package struct TreeScores: Sendable {
  package let level: AuditLevel
  /// The nodes of weight, in framework order.
  package let nodes: [NodeIndex]
  /// The ranked countries, in order of rank.
  package let countries: [RowIndex]
  /// The nominal weights of the nodes, summing to 1.
  package let weights: [Double]
  /// How long a column is: the countries, and what fills it to whole vectors.
  package let padded: Int
  /// What is joined, parts before wholes; the last is the index.
  let joins: [Join]
  /// The columns of the nodes, as they enter what they are parts of.
  let columns: [Double]

  /// A node above those that are weighed, and what it is made of.
  struct Join: Sendable {
    let aggregator: Aggregator
    /// What joins it with others; nil for the index.
    let parent: Aggregator?
    /// Places in `nodes`.
    var leaves: [Int] = []
    /// Places in `joins`.
    var inner: [Int] = []
    /// Whether it is a sum of its parts, each as its mean takes it in, and not made of their scores.
    var isMean: Bool { aggregator.isLinearInWeights }
  }

  /// Columns are of whole vectors of so many numbers.
  private static let lanes = 64

  /// - Returns: nil where each country has weights of its own or an inner score is assumed, so that one set of
  ///   weights does not give all scores.
  package init?(_ table: ScoreTable, level: AuditLevel = .dimension) {
    guard table.nonLinearity(level)?.allowsDraws ?? true else { return nil }
    self.level = level
    nodes = table.auditedNodes(level)
    countries = table.ranked
    weights = table.auditedWeights(level)
    padded = (countries.count + Self.lanes - 1) / Self.lanes * Self.lanes
    guard !nodes.isEmpty else { return nil }
    var compiler = TreeCompiler(table, nodes)
    compiler.join(Framework.root, into: nil)
    joins = compiler.joins
    var columns = [Double](repeating: 0, count: nodes.count * padded)
    for join in joins {
      for leaf in join.leaves {
        for (place, country) in countries.enumerated() {
          let score = table.standIn(nodes[leaf], country) ?? 0
          columns[leaf * padded + place] = join.isMean ? join.aggregator.linear(score) : score
        }
      }
    }
    self.columns = columns
  }

  /// The index scores under weights, one for each of `countries`.
  /// - Parameter weights: one for each of `nodes`, at least 0 and not all 0; need not sum to 1.
  package func scores(_ weights: [Double]) -> [Double] {
    var scorer = TreeScorer(self)
    return scorer.scores(weights)
  }

  /// The countries, of those in `countries`, whose score under the nominal weights is not that of the table.
  ///
  /// They lack something, whose `ScoreTable.standIn` leaves only a mean or minimum as it is.
  package func displaced(_ table: ScoreTable) -> [RowIndex] {
    zip(countries, scores(weights)).filter { country, score in
      abs(score - (table.score(country) ?? score)) > 1e-9
    }.map(\.0)
  }
}

/// Finds what each node is made of, once for all weights.
private struct TreeCompiler {
  let table: ScoreTable
  /// The places of the weighed nodes.
  let leaves: [NodeIndex: Int]
  /// Whether a node is weighed, or stands above one that is.
  let counts: [Bool]
  private(set) var joins: [TreeScores.Join] = []

  init(_ table: ScoreTable, _ nodes: [NodeIndex]) {
    self.table = table
    leaves = Dictionary(uniqueKeysWithValues: nodes.enumerated().map { ($1, $0) })
    var counts = [Bool](repeating: false, count: table.framework.nodes.count)
    for node in nodes { counts[node] = true }
    // In the framework's list children stand after their parents.
    for node in table.framework.nodeIndices.reversed() where counts[node] {
      if let parent = table.framework.nodes[node].parent { counts[parent] = true }
    }
    self.counts = counts
  }

  /// Appends a node after its parts; gives its place.
  @discardableResult mutating func join(_ node: NodeIndex, into parent: Aggregator?) -> Int {
    var own = TreeScores.Join(aggregator: table.aggregator(of: node), parent: parent)
    addParts(of: node, to: &own)
    joins.append(own)
    return joins.count - 1
  }

  private mutating func addParts(of node: NodeIndex, to own: inout TreeScores.Join) {
    for child in parts(node) {
      if let leaf = leaves[child] {
        own.leaves.append(leaf)
      } else if isFlat(child, under: own) {
        addParts(of: child, to: &own)
      } else {
        own.inner.append(join(child, into: own.aggregator))
      }
    }
  }

  private func parts(_ node: NodeIndex) -> [NodeIndex] {
    table.framework.childrenByName[node].filter { counts[$0] }
  }

  /// Whether the parts of a node may stand for it in the node above.
  private func isFlat(_ node: NodeIndex, under whole: TreeScores.Join) -> Bool {
    let own = table.aggregator(of: node)
    if own.isStepped { return false }
    if whole.isMean, own.method == whole.aggregator.method, own.isTurned == whole.aggregator.isTurned {
      return true
    }
    return own.method == .arithmetic && parts(node).count == 1
  }
}
