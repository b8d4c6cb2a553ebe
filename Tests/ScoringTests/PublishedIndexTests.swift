import Foundation
import IndexModel
import Ingest
import Scoring
import Tabular
import Testing

/// Indices that this engine was not built for, computed from Examples/ by a folder of figures and a
/// lens alone, against what their publishers print.
@Suite("Published indices are reproduced") struct PublishedIndexTests {
  /// A folder of Examples/ and one of its lenses.
  private struct Example {
    let folder: URL
    let lens: String

    init(_ name: String, _ lens: String) {
      folder =
        URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Examples/\(name)")
        .standardizedFileURL
      self.lens = lens
    }

    func text(_ path: String) throws -> String {
      try String(contentsOf: folder.appending(path: path), encoding: .utf8)
    }

    func world() throws -> World {
      let catalogue = try text("Data/indicators.csv")
      let files = try catalogue.split(separator: "\n").dropFirst().map { line in
        let cells = line.split(separator: ",")
        let dimension = try #require(cells[1].split(separator: "/").first)
        return "\(dimension)/\(cells[0]).csv"
      }
      return World(
        countries: try text("Data/countries.csv"), indicators: catalogue,
        files: Dictionary(uniqueKeysWithValues: try files.map { ($0, try text("Data/\($0)")) }),
        lens: try text("Weights/\(lens).toml"))
    }

    func published() throws -> [[String]] {
      try text("published.csv").split(separator: "\n").dropFirst().map {
        $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      }
    }
  }

  @Test(
    "the HDI and the inequality-adjusted HDI of 2022 come out to three decimals for every country",
    arguments: [("hdi", 1, 193), ("ihdi", 2, 164)]) func humanDevelopment(
      lens: String, column: Int, countries: Int
    ) throws
  {
    let example = Example("HDI", lens)
    let table = try example.world().score(2022)
    var reproduced = 0
    for row in try example.published() {
      guard let published = Double(row[column]) else {
        #expect(try table.score(of: row[0]) == nil, "\(row[0]) has none")
        continue
      }
      let score = try #require(try table.score(of: row[0]))
      #expect(abs((score * 10).rounded() / 1000 - published) < 1e-9, "\(row) against \(score)")
      reproduced += 1
    }
    #expect(reproduced == countries)
    #expect(table.rows.count { table.rank($0) != nil } == countries)
  }

  /// The publishers print one decimal, and "<5" for the least; a score is 100 less the index.
  @Test("the Global Hunger Index of 2015 comes out within 0.05 in each of its five years") func hunger()
    throws
  {
    let example = Example("GHI", "ghi")
    let cube = try example.world().cube()
    let lens = try example.world().judgements()
    var (reproduced, belowFive) = (0, 0)
    for year in [1990, 1995, 2000, 2005, 2015] {
      let table = cube.score(year, by: lens)
      for row in try example.published() where row[1] == "\(year)" {
        let index = 100 - (try #require(try table.score(of: row[0])))
        if row[2] == "<5" {
          #expect(index < 5, "\(row) against \(index)")
          belowFive += 1
        } else {
          #expect(abs(index - (try #require(Double(row[2])))) < 0.05 + 1e-9, "\(row) against \(index)")
          reproduced += 1
        }
      }
    }
    #expect(reproduced == 484)
    #expect(belowFive == 24)
  }
}
