import Foundation
import Testing

@Suite("The example of COINr") struct ConnectivityExampleTests {
  private func rows(_ text: String) -> [[String: String]] {
    let lines = text.split(separator: "\n").map { $0.components(separatedBy: ",") }
    return lines.dropFirst().map { Dictionary(zip(lines[0], $0), uniquingKeysWith: { one, _ in one }) }
  }

  /// Denominators, winsorising, min-max and means at three levels.
  @Test("comes out as its overview prints it, at every level, to two decimals") func overview() throws {
    let folder = repository.appending(path: "Examples/ASEM")
    let run = try Program(folder: folder)("score", "--lens", "asem", "--format", "csv")
    #expect(run.status == 0, "\(run.errors)")
    let scores = rows(run.output)
    let printed = try String(contentsOf: folder.appending(path: "published.csv"), encoding: .utf8)
    var compared = 0
    for row in rows(printed) {
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
