import Foundation
import Testing

@Suite("hsi history") struct HistoryCommandTests {
  @Test("has a row a year, whose points are the change of score and the sum of their causes") func rows()
    throws
  {
    let run = try Program(folder: repository)("history", "KEN", "--years", "2021-2023", "--format", "csv")
    #expect(run.status == 0, "\(run.errors)")
    let rows = run.output.csvRows
    #expect(rows.map { $0["year"] } == ["2021", "2022", "2023"])
    #expect(rows[0]["points"] == "")
    var compared = 0
    for (one, next) in zip(rows, rows.dropFirst()) {
      guard let before = Double(one["score"] ?? ""), let after = Double(next["score"] ?? ""),
        let points = Double(next["points"] ?? "")
      else { continue }
      let causes = next.filter { $0.key.hasPrefix("points_") }.compactMap { Double($0.value) }
      #expect(abs(points - (after - before)) < 1e-9)
      #expect(abs(points - causes.reduce(0, +)) < 1e-9)
      compared += 1
    }
    #expect(compared == 2)
  }

  @Test("says for people in one sentence why it moved, then year by year") func people() throws {
    let run = try Sandbox().hsi("history", "Arcadia", "--years", "2019-2020")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.hasPrefix("Arcadia from 2019 to 2020: "), "\(run.output)")
    #expect(run.output.contains("2019") && run.output.contains("mostly"))
  }

  @Test(
    "what is no history is told",
    arguments: [("2020", "[no-such-years]"), ("2020-2010", "ends before it begins"), ("x", "--years")])
  func wrong(_ years: String, _ told: String) throws {
    let run = try Sandbox().hsi("history", "ARC", "--years", years)
    #expect(run.status == 2 && run.errors.contains(told), "\(run.errors)")
  }
}
