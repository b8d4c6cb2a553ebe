import Foundation
import HumanSecurityIndex
import Testing

/// What people who import the library can do, by plain import.
@Suite("The library") struct LibraryTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
    .standardizedFileURL.path

  private let index: IndexFolder

  init() throws { index = try IndexFolder(Self.root + "/Examples/HDI") }

  @Test("an index opens and gives ranks with their intervals, the unranked last") func ranks() throws {
    let ranking = try index.score(lens: "hdi")
    let ranked = ranking.countries.prefix { $0.rank != nil }
    #expect(ranked.map(\.name).first == "Switzerland")
    #expect(ranked.allSatisfy { $0.rankInterval?.contains($0.rank ?? 0) ?? false })
    #expect(zip(ranked, ranked.dropFirst()).allSatisfy { ($0.score ?? 0) >= ($1.score ?? 0) })
    #expect(ranking.countries.dropFirst(ranked.count).allSatisfy { $0.unrankedBecause != nil })
  }

  @Test("the points of the dimensions sum to the score, and so do those of the indicators") func points()
    throws
  {
    let ranking = try index.score(lens: "hdi")
    let norway = try ranking.country("Norway")
    let score = try #require(norway.score)
    #expect(abs(norway.dimensions.reduce(0) { $0 + $1.points } - score) < 1e-9)
    let parts = try ranking.indicators(of: "NOR")
    #expect(abs(parts.reduce(0) { $0 + $1.points } - score) < 1e-9)
    #expect(abs(parts.reduce(0) { $0 + $1.weight } - 1) < 1e-12)
  }

  @Test("every observed value leads to a line of a file that is there") func sources() throws {
    for part in try index.score(lens: "hdi").indicators(of: "Norway") where part.status == "observed" {
      let file = try #require(part.file)
      let text = try String(contentsOfFile: "\(index.data)/\(file)", encoding: .utf8)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines[try #require(part.line) - 1].contains("NOR"))
    }
  }

  @Test("a name that nobody bears is refused with the nearest one") func unknownCountry() throws {
    let ranking = try index.score(lens: "hdi")
    let error = #expect(throws: IndexError.self) { try ranking.country("Norwya") }
    #expect(error?.findings.first?.identifier == "unknown-country")
    #expect(error?.findings.first?.remedy.contains("Norway") == true)
  }

  @Test("a folder without figures is an error, not an empty index") func noFolder() {
    let error = #expect(throws: IndexError.self) { try IndexFolder("/nowhere") }
    #expect(error?.findings.map(\.identifier) == ["no-data-folder"])
  }

  @Test("an audit has every table that it names, and none that it does not") func audit() throws {
    let audit = try index.score(lens: "hdi").audit(samples: 500)
    #expect(audit.csv("rank-bounds")?.hasPrefix("iso3,rank,best,worst,best_outer,worst_outer") == true)
    #expect(audit.csv("no-such-table") == nil)
    #expect(IndexAudit.tables.contains("rank-bounds"))
    #expect(throws: IndexError.self) { try index.score(lens: "hdi").audit(weights: "box:no%") }
  }

  @Test("an audit is refused where weights make no set, or draws are too few", arguments: [99, 100])
  func refusedAudit(samples: Int) throws {
    let ranking = try index.score(lens: "hdi")
    let narrow = #expect(throws: IndexError.self) { try ranking.audit(weights: "box:1e-20%") }
    #expect(narrow?.findings.map(\.identifier) == ["no-weight-set"])
    #expect(((try? ranking.audit(samples: samples)) == nil) == (samples < 100))
  }

  @Test("a report is written where it is asked for, and its folder is named") func report() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "hsi-library-\(UUID())").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    #expect(try index.score(lens: "hdi").writeReport(to: folder) == folder)
    let scores = try String(contentsOfFile: folder + "/scores.csv", encoding: .utf8)
    #expect(try index.score(lens: "hdi").csv == scores)
  }

  @Test("a check of the shipped examples finds no error") func check() throws {
    #expect(try index.check(presentYear: 2024).allSatisfy { $0.severity != .error })
    #expect(index.lenses.isEmpty == false)
  }
}
