import IndexModel
import Scoring

/// The countries beside which a country is set.
package struct Peers: Sendable, Equatable {
  /// By what countries are peers.
  package enum Kind: String, Sendable, CaseIterable {
    /// The World Bank income group.
    case income
    /// The UN M49 region.
    case region
    /// The UN M49 sub-region.
    case subregion
    /// A land border.
    case neighbours
  }

  package enum Choice: Sendable, Equatable {
    case kind(Kind)
    case countries([RowIndex])
  }

  /// By what they are its peers; nil for countries that were named.
  package let kind: Kind?
  /// The name of the group; empty for neighbours and for countries that were named.
  package let group: String
  /// Its peers within the lens's scope, ranked or not, without itself.
  package let members: [RowIndex]

  /// - Parameter choice: nil for the usual ones: the income group, or the region of a country that is in none. The page
  ///   of the report has the same rule (`peersOf` in App/measures.js).
  package init(of row: RowIndex, in table: ScoreTable, _ choice: Choice? = nil) {
    let own = table.country(row)
    let kind: Kind
    switch choice {
    case .countries(let rows):
      (self.kind, group) = (nil, "")
      members = Array(Set(rows)).sorted().filter { $0 != row }
      return
    case .kind(let chosen): kind = chosen
    case nil: kind = own.incomeGroup.isEmpty ? .region : .income
    }
    self.kind = kind
    guard let grouping = Grouping(rawValue: kind.rawValue) else {
      group = ""
      let rows = table.rowByCountry
      let neighbours = table.cube.neighbours
      let place = table.countries[row]
      members = place.value < neighbours.count ? neighbours[place].compactMap { rows[$0] } : []
      return
    }
    let name = grouping.group(of: own)
    group = name
    members =
      name.isEmpty ? [] : table.rows.filter { $0 != row && grouping.group(of: table.country($0)) == name }
  }
}

extension ScoreTable {
  /// The indicators of weight, in framework order.
  package var weighedLeaves: [NodeIndex] {
    dimensions.flatMap { framework.leaves(below: $0) }.filter {
      effectiveWeights[$0] > 0 && column(of: $0) != nil
    }
  }

  /// A country's score of an indicator where it rests on a figure, observed or carried forward; else nil.
  package func measuredScore(_ leaf: NodeIndex, _ row: RowIndex) -> Double? {
    guard let column = column(of: leaf), column.cells[row].isMeasured, !column.scores[row].isNaN else {
      return nil
    }
    return column.scores[row]
  }

  /// What a share of some countries has at most: of an indicator by their figures, of the index by those that are ranked.
  /// - Parameter share: 0–1; 0.5 for the median.
  /// - Returns: nil where none of them has a score.
  package func quantile(_ share: Double, of node: NodeIndex, among rows: [RowIndex]) -> Double? {
    let scores = rows.compactMap { row in
      if framework.nodes[node].indicator != nil { return measuredScore(node, row) }
      return node == Framework.root ? score(row) : score(node, row)
    }
    return Quantile.of(scores.sorted(), share)
  }
}

/// A country's score of a node beside the median of its peers.
package struct PeerGap: Sendable, Equatable {
  package let node: NodeIndex
  /// Its own score; nil where it has none, or none that rests on a figure.
  package let score: Double?
  /// Nil where no peer has one.
  package let median: Double?

  /// Its own less the median, in points of score; nil where either is missing.
  package var difference: Double? { score.flatMap { own in median.map { own - $0 } } }

  package init(_ table: ScoreTable, _ node: NodeIndex, _ row: RowIndex, _ peers: Peers) {
    self.node = node
    let isLeaf = table.framework.nodes[node].indicator != nil
    score = isLeaf ? table.measuredScore(node, row) : table.score(node, row)
    median = table.quantile(0.5, of: node, among: peers.members)
  }

  /// Where a country is furthest above its peers, the furthest first; by the same rule as `gapsOf` in App/country.js.
  package static func strengths(_ gaps: [PeerGap], atMost limit: Int) -> [PeerGap] {
    Array(gaps.filter { ($0.difference ?? 0) > 0 }.descending { $0.difference ?? 0 }.prefix(limit))
  }

  /// Where it is furthest below them, the furthest first.
  package static func weaknesses(_ gaps: [PeerGap], atMost limit: Int) -> [PeerGap] {
    Array(gaps.filter { ($0.difference ?? 0) < 0 }.descending { -($0.difference ?? 0) }.prefix(limit))
  }
}
