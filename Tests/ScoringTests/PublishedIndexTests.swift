import Foundation
import HumanSecurity
import Ingest
import Lens
import Scoring
import Tabular
import Testing

/// An index that this engine was not built for, reproduced from its components.
@Suite("Published indices are reproduced")
struct PublishedIndexTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Fixtures/HDI2022")

  static func text(_ path: String) throws -> String {
    try String(contentsOf: folder.appending(path: path), encoding: .utf8)
  }

  static func world() throws -> World {
    let files = [
      "health/life-expectancy.csv", "education/expected-schooling.csv",
      "education/mean-schooling.csv", "income/gni-per-capita.csv",
    ]
    return World(
      countries: try text("Data/countries.csv"), indicators: try text("Data/indicators.csv"),
      files: Dictionary(
        uniqueKeysWithValues: try files.map { ($0, try text("Data/\($0)")) }),
      lens: try text("Weights/hdi.toml"))
  }

  @Test("the HDI of 2022 comes out to three decimals for every country that has one")
  func hdi() throws {
    let table = try Self.world().score(2022)
    let published = try Self.text("published.csv").split(separator: "\n").dropFirst()
    var reproduced = 0
    for line in published {
      let fields = line.split(separator: ",")
      let score = try #require(try table.score(of: String(fields[0])))
      let rounded = (score * 10).rounded() / 1000
      let hdi = try #require(Double(fields[1]))
      #expect(abs(rounded - hdi) < 1e-9, "\(line) against \(score)")
      reproduced += 1
    }
    #expect(reproduced == 193)
  }

  @Test("the file of lens and figures needs no indicator known to the program")
  func ranks() throws {
    let table = try Self.world().score(2022)
    #expect(table.country(table.order[0]).code.description == "CHE")
    #expect(table.country(table.order[192]).code.description == "SOM")
  }
}
