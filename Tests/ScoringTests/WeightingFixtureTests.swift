import Foundation
import IndexModel
import Scoring
import Testing

/// Weighting beside numpy and scipy: Fixtures/Weighting/make.py made the numbers.
@Suite("Weights from figures agree with an independent computation") struct WeightingFixtureTests {
  struct Expected: Decodable {
    let scores: [[Double?]]
    let pca: [Double]
    let entropy: [Double]
    let least: Double
    let most: Double
    let free: [Double?]
    let bounded: [Double?]
    let copeland: [Double?]
  }

  static func expected() throws -> Expected {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "Fixtures/Weighting/expected.json")
    return try JSONDecoder().decode(Expected.self, from: Data(contentsOf: file))
  }

  static let names = ["a", "b", "c", "d", "e", "f"]

  /// The panel as six dimensions of one indicator each, between goalposts of 0 and 100.
  static func table(_ panel: Expected, _ lens: String) throws -> ScoreTable {
    let codes = (10..<50).map { number in
      "Q" + String("ABCDE"[number / 10]) + String("ABCDEFGHIJ"[number % 10])
    }
    var files: [String: String] = [:]
    for (name, column) in zip(names, panel.scores) {
      let rows = zip(codes, column).compactMap { code, value in value.map { "\(code),2020,\($0)\n" } }
      files["\(name)/\(name).csv"] = "iso3,year,value\n" + rows.joined()
    }
    return try World(
      countries: "iso3,name\n" + codes.map { "\($0),\($0)\n" }.joined(),
      indicators: "id,dimension,worst,best\n" + names.map { "\($0),\($0),0,100\n" }.joined(), files: files,
      lens: "dimensions_required = 4\n" + lens
    ).score()
  }

  static func same(_ table: ScoreTable, _ scores: [Double?]) {
    #expect(table.countries.count == scores.count)
    for (row, expected) in zip(table.rows, scores) {
      let score = table.score(row)
      #expect((score == nil) == (expected == nil))
      if let score, let expected { #expect(abs(score - expected) < 1e-9) }
    }
  }

  @Test("principal components and entropy give the weights that numpy gives") func weights() throws {
    let panel = try Self.expected()
    for (scheme, weights) in [("pca", panel.pca), ("entropy", panel.entropy)] {
      let table = try Self.table(panel, "weights = \"\(scheme)\"\n")
      for (place, weight) in zip(table.framework.dimensions, weights) {
        #expect(abs(table.weights[place] - weight) < 1e-9)
      }
    }
  }

  @Test("benefit of the doubt is the optimum that HiGHS finds, with bounds of shares and without")
  func benefitOfTheDoubt() throws {
    let panel = try Self.expected()
    let rule = "weights = \"benefit_of_the_doubt\"\n"
    Self.same(try Self.table(panel, rule), panel.free)
    Self.same(
      try Self.table(panel, rule + "share_min = \(panel.least)\nshare_max = \(panel.most)\n"), panel.bounded)
  }

  @Test("Copeland's rule counts as numpy does, missing cells and all") func copeland() throws {
    let panel = try Self.expected()
    let weighted = Self.names.enumerated().map { "\($1) = \($0 + 1)\n" }.joined()
    let table = try Self.table(panel, "[aggregation]\ndimensions = \"copeland\"\n[weights]\n" + weighted)
    Self.same(table, panel.copeland)
  }
}

extension String {
  /// The letter at a place.
  fileprivate subscript(place: Int) -> Character { self[index(startIndex, offsetBy: place)] }
}
