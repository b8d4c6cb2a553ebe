import Foundation
import Testing

/// The eight households of Examples/MPI, worked by hand on its page: in North 6 of 20 people are poor and lack a third; in
/// South 12 of 20, of whom 8 lack 5/9 and 4 everything.
@Suite("The example of multidimensional poverty") struct PovertyExampleTests {
  private func groups(_ lens: String, _ group: String) throws -> [[String: String]] {
    let run = try Program(folder: repository.appending(path: "Examples/MPI")).run([
      "score", "--lens", lens, "--aggregate", group, "--format", "csv",
    ])
    #expect(run.status == 0, "\(run.errors)")
    let lines = run.output.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    let names = try #require(lines.first).map(String.init)
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(names, $0.map(String.init))) }
  }

  @Test(
    "headcount, intensity and adjusted headcount of each village, and of all",
    arguments: [
      ("parent", ["North", "South"], [0.3, 0.6], [1.0 / 3, 76.0 / 108]),
      ("world", ["World"], [0.45], [94.0 / 162]),
    ] as [(String, [String], [Double], [Double])]) func measures(
      grouping: String, names: [String], headcounts: [Double], intensities: [Double]
    ) throws
  {
    let rows = try groups("mpi", grouping)
    #expect(rows.map { $0["group"] } == names)
    for (place, row) in rows.enumerated() {
      func number(_ name: String) throws -> Double { try #require(row[name].flatMap(Double.init), "\(name)") }
      #expect(abs(try number("headcount") - headcounts[place]) < 1e-12)
      #expect(abs(try number("intensity") - intensities[place]) < 1e-12)
      #expect(abs(try number("adjusted_headcount") - headcounts[place] * intensities[place]) < 1e-12)
      #expect(abs(try number("score") - 100 * (1 - headcounts[place] * intensities[place])) < 1e-9)
    }
    let heads = try groups("headcount", grouping)
    for (place, row) in heads.enumerated() {
      #expect(abs((row["adjusted_headcount"].flatMap(Double.init) ?? 0) - headcounts[place]) < 1e-12)
      #expect(row["intensity"] == "")
    }
  }
}
