import Foundation
import IndexModel
import Scoring
import Testing

@testable import Audit

/// A small world of scores: each dimension has one indicator between goalposts of 0 and 100, so that a
/// figure is the score of its dimension.
struct Trial {
  /// Country by country the scores of the dimensions d0, d1, …; nil where missing.
  var rows: [[Double?]]
  /// The weights of the dimensions; equal where none are given.
  var weights: [Double] = []
  var aggregation = Aggregation.arithmetic
  /// How the parts of a dimension are joined.
  var inside = Aggregation.arithmetic
  var power = 0.5
  /// The dimension of each column, where it is not one of its own.
  var dimensions: [String] = []

  func table() throws -> ScoreTable {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    let countries = try rows.indices.map { place in
      let code = String([letters[place / 676], letters[place / 26 % 26], letters[place % 26]])
      return Country(code: try #require(CountryCode(code)), name: code)
    }
    let columns = (rows.first ?? []).indices
    let names = columns.map { dimensions.isEmpty ? "d\($0)" : dimensions[$0] }
    let framework = Framework(
      try columns.map { column in
        Indicator(
          id: try #require(IndicatorID("i\(column)")), dimension: DimensionPath(names[column]), name: "",
          unit: "", goalposts: Goalposts(worst: 0, best: 100))
      })
    let series = columns.map { column in
      var block = FigureBlock(countryCount: rows.count, years: 2020...2020, files: ["f.csv"])
      for (country, row) in zip(CountryIndex.all(rows.count), rows) {
        if let value = row[column] { block.fill(country, 2020, with: value, file: 0, line: 2) }
      }
      return Series(block)
    }
    var lens = Lens(name: "trial")
    lens.dimensionsRequired = 1
    lens.aggregation.dimensions = aggregation
    lens.aggregation.indicators = inside
    lens.aggregation.power = power
    for (column, weight) in weights.enumerated() {
      if let path = DimensionPath(names[column]) { lens.weights[path] = weight }
    }
    return ObservationCube(countries: countries, framework: framework, series: series).score(2020, by: lens)
  }

  func scores() throws -> LinearScores { try #require(LinearScores(try table())) }
}

extension Trial {
  private static func fixture(_ name: String) -> URL {
    URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/" + name)
  }

  static func text(_ name: String) throws -> String { try String(contentsOf: fixture(name), encoding: .utf8) }

  static func data(_ name: String) throws -> Data { try Data(contentsOf: fixture(name)) }

  /// The weights of Fixtures/rank_bounds.py.
  static let nominal = [0.25, 0.20, 0.15, 0.15, 0.10, 0.10, 0.05]

  /// The 60 countries of Fixtures/scores.csv.
  static func sixty() throws -> Trial {
    let rows = try text("scores.csv").split(separator: "\n").dropFirst().map { line in
      line.split(separator: ",").map { Double($0) }
    }
    return Trial(rows: rows, weights: nominal)
  }

  /// The 30 countries of Fixtures/wide_scores.csv: eight dimensions of five indicators.
  static func wide() throws -> Trial {
    let rows = try text("wide_scores.csv").split(separator: "\n").dropFirst().map { line in
      line.split(separator: ",").map { Double($0) }
    }
    return Trial(rows: rows, dimensions: (0..<40).map { "d\($0 / 5)" })
  }

  /// Scores that are whole numbers from 0 to 100, by a seed.
  static func random(_ countries: Int, _ nodes: Int, seed: UInt64) -> Trial {
    var generator = CounterGenerator(seed: seed, stream: 0)
    return Trial(rows: (0..<countries).map { _ in (0..<nodes).map { _ in Double(generator.below(101)) } })
  }
}

/// Mean and standard error of numbers that are counted one by one.
struct Tally {
  private var count = 0.0
  private var sum = 0.0
  private var squares = 0.0

  mutating func add(_ value: Double) {
    count += 1
    sum += value
    squares += value * value
  }

  var mean: Double { sum / count }
  var error: Double { ((squares / count - mean * mean) / count).squareRoot() }

  /// Whether the mean is within four standard errors of what it should be.
  func agrees(with expected: Double) -> Bool { abs(mean - expected) <= 4 * error }
}
