import CRankKernel
import IndexModel
import Scoring
import Tabular

/// The dimension scores of a table's ranked countries under every combination of judgements, ready to be
/// weighed and ranked some hundred thousand times a second.
///
/// Scored by `ObservationCube.score` once for each normalisation, imputation, outlier rule, carry-forward
/// and width of goalposts. Of each of these the dimensions are joined again without each of their indicators, which enters
/// its own dimension alone; where figures give weights or fill in others, tables are scored without the first, second, …
/// indicator of every dimension, eight instead of the forty that leaving out one by one would take.
package struct JudgementSpace: Sendable {
  package let judgements: Judgements
  package private(set) var set: WeightSet
  /// The dimensions, as in the table.
  package let nodes: [NodeIndex]
  /// The countries that the table ranks, in order of rank.
  package let countries: [RowIndex]
  /// Their ranks in the table.
  package let ranks: [Int]
  /// How many numbers a column has: countries, and what fills whole vectors.
  let padded: Int
  /// One for each aggregation.
  let means: [LinearMean]
  /// What a country without any dimension score stands there with: for each aggregation a column.
  let standIns: [Double]
  /// Where, by combination, the columns of a base are.
  private let bases: [Int]
  /// The columns of a base: the dimensions whole, then one for each indicator left out.
  private let columnCount: Int
  /// The dimension (place in `nodes`) that each indicator left out belongs to; −1 for none.
  private let dimensionOfOmission: [Int]
  /// Terms by base, aggregation and column; 0 where a country has no score.
  private let values: [Double]
  /// The countries (places in `countries`) without a score, by base and column; where they start.
  private let lacking: [UInt16]
  private let lackingStarts: [Int32]
  /// How far dimensions are off where figures have bounds or parts are estimated; nil where neither is.
  private let errors: ScoreErrors?

  /// Scores all combinations, on all cores; nil where not all are wanted any more.
  /// - Parameter mayGoOn: told how many tables of dimension scores are made, and of how many.
  /// - Precondition: the set has a weight for each of the table's `dimensions`.
  package init?(
    _ table: ScoreTable, _ set: WeightSet, mayGoOn: (_ done: Int, _ count: Int) -> Bool = { _, _ in true }
  ) {
    precondition(set.count == table.dimensions.count)
    let (judgements, countries) = (Judgements(table), table.ranked)
    let plan = CombinationPlan(table, judgements)
    var columns: [[[Double]]] = []
    inWaves(plan.bases.count, mayGoOn: { mayGoOn($0, plan.bases.count) }) { bases in
      plan.columns(table, plan.bases[bases.lowerBound], countries)
    } take: {
      columns.append($0)
    }
    guard columns.count == plan.bases.count else { return nil }
    let padded = (countries.count + 63) / 64 * 64
    let rules = table.lens.aggregation
    let means = judgements.aggregations.compactMap { LinearMean($0, rules) }
    var values: [Double] = []
    values.reserveCapacity(columns.count * means.count * plan.columnCount * padded)
    var lacking: [UInt16] = []
    var starts: [Int32] = [0]
    for base in columns {
      for mean in means {
        for column in base {
          values += column.map { $0.isNaN ? 0 : mean.term($0) }
          values += repeatElement(0, count: padded - countries.count)
        }
      }
      for column in base {
        lacking += column.indices.filter { column[$0].isNaN }.map { UInt16(truncatingIfNeeded: $0) }
        starts.append(Int32(lacking.count))
      }
    }
    (self.judgements, self.set, self.countries, self.padded) = (judgements, set, countries, padded)
    (self.means, self.values, self.lacking, lackingStarts) = (means, values, lacking, starts)
    nodes = table.dimensions
    ranks = countries.map { table.rank($0) ?? 0 }
    standIns = means.flatMap { mean in countries.map { mean.term(table.score($0) ?? 0) } }
    bases = plan.baseOfCombination
    columnCount = plan.columnCount
    dimensionOfOmission = plan.dimensionOfOmission
    errors = ScoreErrors(table, columns, plan.dimensionOfOmission)
  }

  /// The same combinations over other weights.
  /// - Precondition: as many weights as before.
  func over(_ other: WeightSet) -> JudgementSpace {
    precondition(other.count == set.count)
    var space = self
    space.set = other
    return space
  }

  /// The weighted sums of all countries under a combination of judgements.
  ///
  /// The weight of a dimension that a country lacks goes to those it has. Equals `Aggregator`, and so
  /// `PresentMean`, over the dimensions' scores, but for rounding.
  /// - Parameters:
  ///   - levels: which alternative of each judgement, in the order of `Judgements.counts`.
  ///   - weights: one a dimension, of sum 1.
  ///   - room: to work in.
  ///   - sums: room for `padded` numbers.
  func add(_ levels: [Int], _ weights: [Double], _ room: inout Room, into sums: inout [Double]) {
    let base = bases[CombinationPlan.combination(levels, judgements)]
    let first = (base * means.count + levels[1]) * columnCount
    let omission = levels[6]
    for node in nodes.indices { room.columns[node] = node }
    let dimension = dimensionOfOmission[omission]
    if dimension >= 0 { room.columns[dimension] = nodes.count + omission - 1 }
    for node in nodes.indices { room.offsets[node] = (first + room.columns[node]) * padded }
    add_columns(values, room.offsets, nodes.count, padded, weights, &sums)
    if let errors, levels[7] < judgements.estimateDraws {
      errors.add(levels[7], base: base, room.columns, weights, means[levels[1]], into: &sums)
    }
    renormalise(base * columnCount, levels[1], weights, &room, &sums)
  }

  private func renormalise(
    _ first: Int, _ aggregation: Int, _ weights: [Double], _ room: inout Room, _ sums: inout [Double]
  ) {
    for node in nodes.indices {
      let column = first + room.columns[node]
      for place in Int(lackingStarts[column])..<Int(lackingStarts[column + 1]) {
        room.lack[Int(lacking[place])] += weights[node]
      }
    }
    for node in nodes.indices {
      let column = first + room.columns[node]
      for place in Int(lackingStarts[column])..<Int(lackingStarts[column + 1]) {
        let country = Int(lacking[place])
        let lack = room.lack[country]
        guard lack > 0 else { continue }
        room.lack[country] = 0
        sums[country] =
          lack < 1 - 1e-9 ? sums[country] / (1 - lack) : standIns[aggregation * countries.count + country]
      }
    }
  }

  /// Room for one thread.
  struct Room {
    fileprivate var columns: [Int]
    fileprivate var offsets: [Int]
    fileprivate var lack: [Double]

    init(_ space: JudgementSpace) {
      columns = [Int](repeating: 0, count: space.nodes.count)
      offsets = columns
      lack = [Double](repeating: 0, count: space.countries.count)
    }
  }
}
