import IndexModel
import Scoring
import Tabular

/// Which tables have to be scored for all combinations of judgements, and what is taken out of each.
struct CombinationPlan: Sendable {
  /// The combinations that differ, each by its levels.
  let bases: [[Int]]
  /// The place in `bases` of every combination.
  let baseOfCombination: [Int]
  /// How many columns are taken of each base.
  let columnCount: Int
  /// The dimension (place in the table's `dimensions`) of each omission; −1 for none.
  let dimensionOfOmission: [Int]
  /// The indicators of weight of each dimension: places in `omissions`.
  private let omissionsOfDimension: [[Int]]
  private let judgements: Judgements
  /// The values of indicators by imputation and carry-forward, which alone change them.
  private let values: [[IndicatorColumn?]]

  init(_ table: ScoreTable, _ judgements: Judgements) {
    var bases: [[Int]] = []
    var places: [Int] = []
    for levels in Self.combinations(judgements) {
      // Goalposts that only give directions may stand as far apart as they like.
      if levels[5] > 0, judgements.normalisations[levels[0]] != .goalposts {
        places.append(places[places.count - levels[5]])
      } else {
        places.append(bases.count)
        bases.append(levels)
      }
    }
    self.bases = bases
    baseOfCombination = places
    self.judgements = judgements
    dimensionOfOmission = judgements.omissions.map { leaf in
      table.dimensions.firstIndex { dimension in
        leaf.map { table.framework.leaves(below: dimension).contains($0) } ?? false
      } ?? -1
    }
    omissionsOfDimension = table.dimensions.indices.map { [dimensionOfOmission] dimension in
      judgements.omissions.indices.filter { dimensionOfOmission[$0] == dimension }
    }
    columnCount = table.dimensions.count + judgements.omissions.count - 1
    let carried = judgements.carryForwards.count
    values = inParallel(judgements.imputations.count * carried) { place in
      let lens = judgements.lens(table, [0, 0, place / carried, 0, place % carried, 0])
      return table.cube.values(table.year, by: lens)
    }
  }

  /// All combinations of what tables differ in, the last judgement changing fastest.
  private static func combinations(_ judgements: Judgements) -> [[Int]] {
    let counts = judgements.counts
    var all = [[Int](repeating: 0, count: counts.count)]
    for judgement in [0, 2, 3, 4, 5] {
      all = all.flatMap { levels in
        (0..<counts[judgement]).map { level in
          var next = levels
          next[judgement] = level
          return next
        }
      }
    }
    return all
  }

  /// The place of a combination among all.
  @inline(__always) static func combination(_ levels: [Int], _ judgements: Judgements) -> Int {
    var place = levels[0]
    place = place * judgements.imputations.count + levels[2]
    place = place * judgements.outliers.count + levels[3]
    place = place * judgements.carryForwards.count + levels[4]
    return place * judgements.widths.count + levels[5]
  }

  /// The dimension scores of countries under a combination: the dimensions whole, then one column for
  /// each indicator left out, of its dimension. NaN where there is no score.
  func columns(_ table: ScoreTable, _ levels: [Int], _ countries: [RowIndex]) -> [[Double]] {
    let lens = judgements.lens(table, levels)
    var whole = table.cube.score(
      table.year, by: lens, with: table.interventions, isRanked: false,
      values: values[levels[2] * judgements.carryForwards.count + levels[4]])
    var columns = table.dimensions.map { Self.column(whole, $0, countries) }
    columns += judgements.omissions.dropFirst().map { _ in [Double](repeating: .nan, count: countries.count) }
    // A dimension without its only indicator has no score.
    let divisible = omissionsOfDimension.indices.filter { omissionsOfDimension[$0].count > 1 }
    if whole.keepsOtherNodes {
      let nominal = lens.nominalWeights(in: table.framework)
      for dimension in divisible {
        for omission in omissionsOfDimension[dimension] {
          guard let leaf = judgements.omissions[omission] else { continue }
          let scores = whole.scores(of: table.dimensions[dimension], without: leaf, nominal: nominal)
          columns[table.dimensions.count + omission - 1] = countries.map { scores[$0.value] }
        }
      }
      return columns
    }
    for turn in 0..<(divisible.map { omissionsOfDimension[$0].count }.max() ?? 0) {
      let gone = divisible.filter { turn < omissionsOfDimension[$0].count }
      let indicators = gone.compactMap { judgements.omissions[omissionsOfDimension[$0][turn]] }.compactMap {
        table.framework.nodes[$0].indicator
      }
      let without = whole.leavingOut(
        indicators.map { table.framework.indicators[$0] }, keepingEstimates: true, isRanked: false)
      for dimension in gone {
        columns[table.dimensions.count + omissionsOfDimension[dimension][turn] - 1] = Self.column(
          without, table.dimensions[dimension], countries)
      }
    }
    return columns
  }

  private static func column(_ table: ScoreTable, _ node: NodeIndex, _ countries: [RowIndex]) -> [Double] {
    countries.map { table.score(node, $0) ?? .nan }
  }
}
