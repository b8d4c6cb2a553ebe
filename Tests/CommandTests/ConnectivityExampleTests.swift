import Foundation
import Testing

@Suite("The example of COINr") struct ConnectivityExampleTests {
  /// Denominators, winsorising, min-max and means at three levels.
  @Test("comes out as its overview prints it, at every level, to two decimals") func overview() throws {
    let folder = repository.appending(path: "Examples/ASEM")
    let run = try Program(folder: folder)("score", "--lens", "asem", "--format", "csv")
    #expect(run.status == 0, "\(run.errors)")
    let scores = run.output.csvRows
    let printed = try String(contentsOf: folder.appending(path: "published.csv"), encoding: .utf8)
    var compared = 0
    for row in printed.csvRows {
      let own = try #require(scores.first { $0["iso3"] == row["iso3"] })
      #expect(own["rank"] == row["rank"])
      for (name, text) in row where name != "iso3" && name != "rank" {
        let value = try #require(Double(own[name] ?? ""), "\(name)")
        #expect(abs(value - (try #require(Double(text)))) < 0.005 + 1e-9, "\(own["iso3"] ?? ""), \(name)")
        compared += 1
      }
    }
    #expect(compared == 66 && scores.count == 46)
  }
}
