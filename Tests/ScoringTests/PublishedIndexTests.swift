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

  /// A score is 100·(1 − index). All figures stand in one table.
  @Test("the Gender Inequality Index comes out to three decimals in each of 33 years") func gender() throws {
    let example = Example("GII", "gii")
    let world = World(
      countries: try example.text("Data/countries.csv"), indicators: try example.text("Data/indicators.csv"),
      files: ["figures.csv": try example.text("Data/figures.csv")], lens: try example.text("Weights/gii.toml")
    )
    let (cube, lens) = (try world.cube(), try world.judgements())
    let published = Dictionary(grouping: try example.published(), by: { $0[1] })
    var reproduced = 0
    for year in 1990...2022 {
      let table = cube.score(year, by: lens)
      for row in published["\(year)"] ?? [] {
        let index = 1 - (try #require(try table.score(of: row[0]))) / 100
        let printed = try #require(Double(row[2]))
        #expect(abs((index * 1000).rounded() / 1000 - printed) < 1e-9, "\(row) against \(index)")
        reproduced += 1
      }
    }
    #expect(reproduced == 4405 && published["2022"]?.count == 166)
  }

  @Test("the ranks of the Technology Achievement Index come out for all 23 countries of the Handbook")
  func technology() throws {
    let example = Example("TAI", "tai")
    let table = try example.world().score(2000)
    let published = try example.published()
    for row in published { #expect(table.rank(try table.place(row[0])) == Int(row[1]), "\(row)") }
    #expect(published.count == 23 && table.rankedCount == 23)
  }

  /// A score is 100 less ten times the index.
  @Test("the INFORM Risk Index comes out to its one decimal in each of ten years") func risk() throws {
    let example = Example("INFORM", "inform")
    let world = try example.world()
    let (cube, lens) = (try world.cube(), try world.judgements())
    var reproduced = 0
    for year in 2015...2024 {
      let table = cube.score(year, by: lens)
      for row in try example.published() where row[1] == "\(year)" {
        let risk = (100 - (try #require(try table.score(of: row[0])))) / 10
        #expect(abs(risk - (try #require(Double(row[2])))) < 1e-9, "\(row) against \(risk)")
        reproduced += 1
      }
    }
    #expect(reproduced == 1910)
  }

  /// A score is 100 less the index.
  @Test("the WorldRiskIndex of 2021 and its vulnerability come out to two decimals for every country")
  func disasters() throws {
    let example = Example("WorldRiskIndex", "wri")
    let table = try example.world().score(2021)
    let published = try example.published()
    for row in published {
      let vulnerability = 100 - (try #require(try table.score("vulnerability", of: row[0])))
      let risk = 100 - (try #require(try table.score(of: row[0])))
      #expect(abs(vulnerability - (try #require(Double(row[1])))) < 1e-9, "\(row) against \(vulnerability)")
      #expect(abs(risk - (try #require(Double(row[2])))) < 1e-9, "\(row) against \(risk)")
    }
    #expect(published.count == 181 && table.rankedCount == 181)
  }
}
