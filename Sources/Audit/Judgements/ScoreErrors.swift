import Analysis
import IndexModel
import Scoring
import Tabular

/// How far the dimension scores of countries are off where figures have published bounds or parts are estimated, draw
/// by draw.
///
/// Each draw scores the table of the lens with other figures (`ScoreTable.withDrawnFigures`) and other estimates
/// (`ScoreTable.withDrawnEstimates`). What that changes
/// of a dimension score is added to the score under every other combination of judgements, times the ratio of
/// the standard deviations of the dimension there and in the table: scoring each draw under each combination would take
/// twenty times as long. The draws are the same for every seed of an audit.
struct ScoreErrors: Sendable {
  /// How many draws there are, each as likely as the others.
  static let draws = 20
  /// Streams of the generator that neither replicates nor resamples use.
  private static let firstStream: UInt64 = 3 << 60

  /// The countries (places in order of rank) with an error in any draw, dimension by dimension.
  private let countries: [[Int]]
  /// Their errors in the table by dimension, draw and country.
  private let changes: [[[Double]]]
  /// The scores that errors are added to: by base and column, one for each of the dimension's `countries`.
  private let scores: [[Double]]
  /// By base and dimension: how much wider scores spread than in the table.
  private let scales: [[Double]]
  private let columnCount: Int

  /// - Parameters:
  ///   - columns: the scores of ranked countries, by base and column, of `CombinationPlan`.
  ///   - dimensionOfOmission: as in `CombinationPlan`.
  /// - Returns: nil where nothing is estimated and no figure has bounds.
  init?(_ table: ScoreTable, _ columns: [[[Double]]], _ dimensionOfOmission: [Int]) {
    guard Self.has(table) else { return nil }
    let (ranked, dimensions) = (table.ranked, table.dimensions)
    let drawn = inParallel(Self.draws) { draw -> [[Double]] in
      let other = Self.drawn(table, draw)
      return dimensions.map { node in
        ranked.map { (other.score(node, $0) ?? 0) - (table.score(node, $0) ?? 0) }
      }
    }
    let countries = dimensions.indices.map { node in
      ranked.indices.filter { place in drawn.contains { $0[node][place] != 0 } }
    }
    self.countries = countries
    changes = dimensions.indices.map { node in drawn.map { draw in countries[node].map { draw[node][$0] } } }
    let owners = Array(dimensions.indices) + dimensionOfOmission.dropFirst()
    columnCount = owners.count
    scores = columns.flatMap { base in
      zip(base, owners).map { column, node in node < 0 ? [] : countries[node].map { column[$0] } }
    }
    let spreads = dimensions.map { node in Self.deviation(ranked.map { table.score(node, $0) ?? .nan }) }
    scales = columns.map { base in
      dimensions.indices.map { spreads[$0] > 0 ? Self.deviation(base[$0]) / spreads[$0] : 1 }
    }
  }

  /// Whether any score of a table can be off.
  static func has(_ table: ScoreTable) -> Bool {
    table.estimates.map { !$0.parts.isEmpty } ?? false || !table.boundedIndicators.isEmpty
  }

  /// The table as it might be. Estimates and figures are drawn from streams of their own.
  static func drawn(_ table: ScoreTable, _ draw: Int, seed: UInt64 = 1) -> ScoreTable {
    var normal = CounterGenerator(seed: seed, stream: firstStream + (1 << 32) + UInt64(draw))
    var place = CounterGenerator(seed: seed, stream: firstStream + UInt64(draw))
    return table.withDrawnFigures({ normal.normals().0 }, estimates: { place.below($0) })
  }

  /// Adds to weighted sums what the errors of a draw change in them.
  /// - Parameters:
  ///   - columns: the column of each dimension.
  ///   - weights: one a dimension.
  ///   - mean: how scores enter the sums.
  func add(
    _ draw: Int, base: Int, _ columns: [Int], _ weights: [Double], _ mean: LinearMean,
    into sums: inout [Double]
  ) {
    for (node, column) in columns.enumerated() where weights[node] > 0 {
      let own = scores[base * columnCount + column]
      let scale = scales[base][node]
      for (place, country) in countries[node].enumerated() where !own[place].isNaN {
        let change = mean.term(own[place] + scale * changes[node][draw][place]) - mean.term(own[place])
        sums[country] += weights[node] * change
      }
    }
  }

  /// The standard deviation of the scores that there are.
  private static func deviation(_ scores: [Double]) -> Double {
    let known = scores.filter { !$0.isNaN }
    return Moments.covariance(known, known).squareRoot()
  }
}
