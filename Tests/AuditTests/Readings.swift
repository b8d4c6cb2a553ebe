import IndexModel
import Scoring
import Testing

/// A small world of several years: an indicator a dimension, goalposts of 0 and 100, so that a figure is the
/// score of its dimension.
struct Readings {
  /// Country by country and dimension by dimension the figures of successive years, the last of 2020; nil
  /// where missing.
  var figures: [[[Double?]]]
  /// The weights of the dimensions; equal where none are given.
  var weights: [Double] = []
  var judge: (inout Lens) -> Void = { _ in }

  /// A figure that ends at a value and was so much more in every other of the ten years before.
  static func zigzag(_ end: Double, _ height: Double, years: Int = 11) -> [Double?] {
    (0..<years).map { end + ((years - 1 - $0) % 2 == 0 ? 0 : height) }
  }

  func table() throws -> ScoreTable {
    let codes = ["ARC", "BEN", "CAM", "DUN", "ELD", "FEN"]
    let countries = try figures.indices.map { place in
      Country(code: try #require(CountryCode(codes[place])), name: codes[place])
    }
    let columns = (figures.first ?? []).indices
    let framework = Framework(
      try columns.map { column in
        Indicator(
          id: try #require(IndicatorID("i\(column)")), dimension: DimensionPath("d\(column)"), name: "",
          unit: "", goalposts: Goalposts(worst: 0, best: 100))
      })
    let series = columns.map { column in
      var block = FigureBlock(countryCount: figures.count, years: 2000...2020, files: ["f.csv"])
      for (country, rows) in zip(CountryIndex.all(figures.count), figures) {
        for (place, value) in rows[column].enumerated() {
          guard let value else { continue }
          let year = 2021 - rows[column].count + place
          block.fill(country, year, with: value, file: 0, line: 2)
        }
      }
      return Series(block)
    }
    var lens = Lens(name: "readings")
    lens.dimensionsRequired = 1
    lens.aggregation.dimensions = .arithmetic
    for (column, weight) in weights.enumerated() {
      if let path = DimensionPath("d\(column)") { lens.weights[path] = weight }
    }
    judge(&lens)
    return ObservationCube(countries: countries, framework: framework, series: series).score(2020, by: lens)
  }
}
