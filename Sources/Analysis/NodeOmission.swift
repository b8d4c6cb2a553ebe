import IndexModel
import Scoring
import Tabular

/// What a node does: the ranks without it.
package struct NodeOmission: Sendable {
  /// The dimension, component or indicator that is left out.
  package let node: NodeIndex
  /// The mean of |rank without − rank with|, among the countries ranked both ways and ranked anew.
  package let meanShift: Double
  package let maxShift: Int
  /// Every country ranked both ways, those that move most first, with both ranks.
  package let moves: [(country: RowIndex, with: Int, without: Int)]
  package var countries: Int { moves.count }

  /// The mean shift as a share of the countries: what can be compared where these are not the same.
  package var meanShare: Double { countries == 0 ? 0 : meanShift / Double(countries) }

  /// How many countries move as far as the one that moves furthest.
  package var furthest: Int { moves.count { abs($0.without - $0.with) == maxShift } }

  /// The five countries that move most, furthest first.
  package var mostMoved: [(country: RowIndex, with: Int, without: Int)] {
    Array(moves.prefix(5).filter { $0.with != $0.without })
  }

  /// Every dimension of weight and every indicator below, each left out in turn; on all cores. A node
  /// whose parent would be left with nothing is left out with it.
  package static func all(_ table: ScoreTable) -> [NodeOmission] {
    let nodes = nodes(table)
    return inParallel(nodes.count) { NodeOmission(table, nodes[$0]) }.compactMap { $0 }
  }

  /// Those that are left out.
  package static func nodes(_ table: ScoreTable) -> [NodeIndex] {
    table.dimensions
      + table.dimensions.flatMap { table.framework.leaves(below: $0) }.filter {
        table.effectiveWeights[$0] > 0
      }
  }

  /// - Returns: nil where nothing of weight would be left, or nobody would be ranked that is ranked with it.
  private init?(_ table: ScoreTable, _ node: NodeIndex) {
    let framework = table.framework
    var lens = table.lens
    lens.leaveOut(framework.indicators(below: node), framework)
    let left = lens.nominalWeights(in: framework)
    guard framework.dimensions.contains(where: { left[$0] > 0 }) else { return nil }
    lens.dimensionsRequired = min(table.dimensionsRequired, framework.dimensions.count { left[$0] > 0 })
    let other = table.cube.score(table.year, by: lens)
    let common = table.rows.filter { table.rank($0) != nil && other.rank($0) != nil }
    if common.isEmpty, table.ranksAnyone { return nil }
    let with = Ranking.competition(common.map { table.score($0) ?? 0 })
    let without = Ranking.competition(common.map { other.score($0) ?? 0 })
    let shifts = common.indices.map { abs(without[$0] - with[$0]) }
    self.node = node
    meanShift = common.isEmpty ? 0 : Double(shifts.reduce(0, +)) / Double(common.count)
    maxShift = shifts.max() ?? 0
    moves = shifts.indices.sorted { (-shifts[$0], with[$0], $0) < (-shifts[$1], with[$1], $1) }.map {
      (common[$0], with[$0], without[$0])
    }
  }
}
