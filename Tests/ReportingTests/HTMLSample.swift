import Analysis
import Audit
import IndexModel
import Scoring
import Testing

@testable import Reporting

/// A report of two dimensions and three countries, small enough to read.
enum HTMLSample {
  static let hostile = #"<script>alert("1")</script> & 'co'"#

  static func indicator(_ id: String, in path: String, licence: String) throws -> Indicator {
    Indicator(
      id: try #require(IndicatorID(id)), dimension: DimensionPath(path), name: "Name of \(id)",
      unit: "unit of \(id)", goalposts: Goalposts(worst: 50, best: 0), threat: "a threat", source: "a source",
      producer: hostile, licence: Licence(licence), reference: "a reference")
  }

  static func report(countryName: String = "Norway", secondLicence: String = "restricted: ask") throws
    -> Report
  {
    let lines = try [
      Report.IndicatorLine(
        definition: indicator("first", in: "economic", licence: "CC BY 4.0"), dimension: 0,
        effectiveWeight: 0.5, goalposts: #require(Goalposts(worst: 50, best: 0)), countriesCovered: 2),
      Report.IndicatorLine(
        definition: indicator("second", in: "mother-and-child", licence: secondLicence), dimension: 1,
        effectiveWeight: 0.5, goalposts: #require(Goalposts(worst: 0, best: 9)), countriesCovered: 1),
    ]
    var lens = Lens(name: "sample")
    lens.title = hostile
    return Report(
      lens: lens, year: 2023,
      dimensions: [.init(name: "economic", weight: 0.5), .init(name: "mother-and-child", weight: 0.5)],
      indicators: lines,
      ranked: [
        try page("NOR", countryName, rank: 1, second: .tooOld(latest: 1999)),
        try page("TUV", "Tuvalu", rank: 2, second: .notDerivable),
      ], withheld: [try page("LIE", "Liechtenstein", rank: nil, second: .neverObserved)], rankedCount: 2,
      scopeCount: 3, dimensionsRequired: 1, intervalDraws: 2000)
  }

  private static func page(_ code: String, _ name: String, rank: Int?, second: Absence) throws
    -> Report.CountryPage
  {
    Report.CountryPage(
      country: Country(
        code: try #require(CountryCode(code)), name: name, region: "Europe", incomeGroup: "High income"),
      rank: rank, interval: rank.map { RankIntervals.Interval(low: $0, high: $0 + 2, tier: $0) },
      outlying: nil, range: rank.map { RankRange(best: $0, worst: $0 + 1) },
      score: rank.map { 90 - Double($0) }, withheldBecause: rank == nil ? "too few figures" : nil,
      coverage: 0.5,
      reliability: Reliability(observed: 0.5, carried: 0, meanAge: nil, imputed: 0, missing: 0.5),
      dimensions: [.init(score: 82.25, points: 80, rank: rank), .init(score: nil, points: nil, rank: nil)],
      cells: [
        .init(
          cell: .carried(age: 3), year: 2020, raw: 12, value: 12, score: 82.25, weight: 1, points: 82.25,
          places: [Provenance(file: "economic/first one.csv", line: 7)]),
        .init(
          cell: .absent(second), year: nil, raw: nil, value: nil, score: nil, weight: 0, points: 0, places: []
        ),
      ])
  }

  static func outlines() throws -> [(code: CountryCode, outline: Outline)] {
    let square = [(0, 0), (100, 0), (100, 100), (0, 100)].map {
      Outline.MapPoint(longitude: $0.0, latitude: $0.1)
    }
    let cut = [(1700, 600), (1800, 600), (1800, 700), (1700, 700)].map {
      Outline.MapPoint(longitude: $0.0, latitude: $0.1)
    }
    return [
      (try #require(CountryCode("NOR")), .area([square, cut])),
      (try #require(CountryCode("TUV")), .point(.init(longitude: 1791, latitude: -85))),
      (try #require(CountryCode("XXX")), .area([square])),
    ]
  }

  static func render(_ report: Report, dataFolder: String = "../Data") throws -> String {
    HTMLReport.render(
      report, outlines: try outlines(),
      edition: ReportEdition(toolVersion: "1.0", vintage: "0123456789abcdef", dataFolder: dataFolder))
  }
}
