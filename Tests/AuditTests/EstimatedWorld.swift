import Diagnostics
import IndexModel
import Ingest
import Scoring
import Tabular
import Testing

/// Twenty-four countries and three dimensions of one indicator each, whose values are its scores; four countries lack
/// some, which the lens estimates.
enum EstimatedWorld {
  static let estimated = ["QDQ", "QFQ", "QKQ", "QRQ"]

  private static let values: [(path: String, scores: [Double?])] = [
    (
      "one/a.csv",
      [
        50.8, 53.5, 33.3, nil, 42.9, 35.7, 43.3, 67.7, 37.7, 36.6, nil, 51.3, 51.4, 40.5, 46.6, 59.9, 30.4,
        43.5, 15.4, 31.0, 29.2, 38.7, 35.3, 54.7,
      ]
    ),
    (
      "two/b.csv",
      [
        51.2, 70.6, 56.3, 37.1, 50.0, nil, 54.6, 75.2, 48.7, 51.6, nil, 55.2, 57.5, 41.1, 55.4, 56.2, 35.4,
        48.3, 37.6, 46.4, 25.0, 47.4, 43.7, 46.3,
      ]
    ),
    (
      "three/c.csv",
      [
        55.8, 56.7, 73.5, 73.3, 60.7, 64.6, 57.3, 63.0, 60.1, 62.2, 59.3, 56.1, 57.4, 57.4, 60.1, 50.4, 81.2,
        nil, 75.0, 76.3, 71.7, 71.3, 70.1, 63.1,
      ]
    ),
  ]

  static func table() throws -> ScoreTable {
    var findings = Findings()
    let codes = "ABCDEFGHIJKLMNOPQRSTUVWX".map { "Q\($0)Q" }
    let countries = CountryTable.read(
      SourceText(name: "countries.csv", "iso3,name\n" + codes.map { "\($0),\($0)\n" }.joined()),
      into: &findings)
    let framework = CatalogueReader.read(
      SourceText(
        name: "indicators.csv", "id,dimension,worst,best\na,one,0,100\nb,two,0,100\nc,three,0,100\n"),
      into: &findings)
    let texts = values.map { path, scores in
      let rows = zip(codes, scores).compactMap { code, score in score.map { "\(code),2020,\($0)\n" } }
      return (path, SourceText(name: path, "iso3,year,value\n" + rows.joined()))
    }
    let cube = CubeReader.read(
      framework, countries: countries, texts: Dictionary(uniqueKeysWithValues: texts), into: &findings)
    let lens = """
      impute = "components"
      imputed_limit = 1
      dimensions_required = 2
      [aggregation]
      dimensions = "arithmetic"
      [weights]
      one = 1
      two = 1
      three = 1

      """
    let read = LensReader.read(
      SourceText(name: "test.toml", lens), name: "test", framework: framework, into: &findings)
    #expect(!findings.hasErrors, "\(findings.all)")
    return cube.score(2020, by: try #require(read))
  }
}
