import Diagnostics
import Foundation
import IndexModel
import Ingest
import Scoring
import Tabular
import Testing

/// A small world for tests: tables as text, read by the same readers as the shipped figures.
struct World {
  var countries = "iso3,name\nARC,Arcadia\nLIL,Lilliput\nUTO,Utopia\n"
  var indicators: String
  var files: [String: String]
  var lens: String
  /// Pairs such as `ARC-LIL`, each a border in both directions.
  var borders: [String] = []

  struct Broken: Error { let findings: Findings }

  func cube() throws -> ObservationCube {
    var findings = Findings()
    let table = CountryTable.read(SourceText(name: "countries.csv", countries), into: &findings)
    let framework = CatalogueReader.read(SourceText(name: "indicators.csv", indicators), into: &findings)
    let texts = Dictionary(uniqueKeysWithValues: files.map { ($0.key, SourceText(name: $0.key, $0.value)) })
    let cube = CubeReader.read(
      framework, countries: table, neighbours: neighbours(table, &findings), texts: texts, into: &findings)
    if findings.hasErrors { throw Broken(findings: findings) }
    return cube
  }

  private func neighbours(_ table: CountryTable, _ findings: inout Findings) -> [[CountryIndex]] {
    if borders.isEmpty { return [] }
    let rows = borders.map { $0.split(separator: "-") }.map { "\($0[0]),\($0[1])\n\($0[1]),\($0[0])\n" }
    let text = SourceText(name: "borders.csv", "iso3,neighbour\n" + rows.joined())
    return BorderReader.read(text, table, into: &findings)
  }

  func judgements() throws -> Lens {
    var findings = Findings()
    let framework = try cube().framework
    let read = LensReader.read(
      SourceText(name: "test.toml", lens), name: "test", framework: framework, into: &findings)
    guard let read else { throw Broken(findings: findings) }
    return read
  }

  func score(_ year: Int = 2020) throws -> ScoreTable { try cube().score(year, by: judgements()) }
}

extension ScoreTable {
  /// A country by its code.
  func place(_ code: String) throws -> RowIndex {
    try #require(rows.first { country($0).code.description == code })
  }

  /// The first node that fulfils a condition.
  func node(where condition: (Framework.Node) -> Bool) -> NodeIndex? {
    framework.nodeIndices.first { condition(framework.nodes[$0]) }
  }

  /// The score of a dimension or component for a country.
  func score(_ path: String, of code: String) throws -> Double? {
    let path = try #require(DimensionPath(path))
    let node = try #require(framework.node(path))
    return score(node, try place(code))
  }

  /// The index score of a country.
  func score(of code: String) throws -> Double? { score(try place(code)) }

  /// The column of an indicator.
  func column(_ id: String) throws -> IndicatorColumn {
    let id = try #require(IndicatorID(id))
    let indicator = try #require(framework.indicator(id))
    return try #require(columns[indicator])
  }
}
