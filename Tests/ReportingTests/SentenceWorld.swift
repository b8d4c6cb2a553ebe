import Audit
import IndexModel
import Scoring
import Testing

/// Small tables to say sentences of.
enum SentenceWorld {
  /// An indicator and its figure of each country, NaN where there is none.
  struct Column {
    var path: String
    var values: [Double]
    var transform = Transform.none
    var worst = 0.0
    var best = 100.0
    var plausible = 0...Double.infinity
  }

  /// The lens "test", or another name, that weighs each dimension of the columns alike; indicators are called
  /// `i0`, `i1` and so on, countries AAA, AAB and so on.
  /// - Parameter regions: of the first countries; the others belong to none.
  static func table(
    _ columns: [Column], name: String = "test", regions: [String] = [],
    _ change: (inout Lens) -> Void = { _ in }
  ) throws -> ScoreTable {
    let count = columns[0].values.count
    let indicators = try columns.enumerated().map { place, own in
      Indicator(
        id: try #require(IndicatorID("i\(place)")), dimension: DimensionPath(own.path), name: "i\(place)",
        unit: "%", goalposts: Goalposts(worst: own.worst, best: own.best), transform: own.transform,
        plausible: own.plausible)
    }
    let countries = try (0..<count).map { place in
      let code = "A" + [place / 26, place % 26].map { String(UnicodeScalar(UInt8(65 + $0))) }.joined()
      let region = place < regions.count ? regions[place] : ""
      return Country(code: try #require(CountryCode(code)), name: code, region: region)
    }
    let series = columns.map { own in
      var block = FigureBlock(countryCount: count, years: 2020...2020, files: ["f.csv"])
      for (country, value) in own.values.enumerated() where !value.isNaN {
        block.fill(CountryIndex(country), 2020, with: value, file: 0, line: country + 2)
      }
      return Series(block)
    }
    var lens = Lens(name: name)
    for path in columns.map(\.path) {
      let dimension = String(path.prefix { $0 != "/" })
      lens.weights[try #require(DimensionPath(dimension))] = 1
    }
    change(&lens)
    return ObservationCube(countries: countries, framework: Framework(indicators), series: series).score(
      2020, by: lens)
  }

  /// So many dimensions with figures drawn at random.
  static func random(_ seed: UInt64, dimensions: Int = 3, countries: Int = 8) throws -> ScoreTable {
    var generator = CounterGenerator(seed: seed, stream: 0)
    return try table(
      (0..<dimensions).map { place in
        Column(
          path: "d\(place)", values: (0..<countries).map { _ in .random(in: 0...100, using: &generator) })
      })
  }
}
