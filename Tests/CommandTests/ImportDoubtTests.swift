import Foundation
import Testing

@Suite("What hsi import refuses, or doubts")
struct ImportDoubtTests {
  /// Figures of Arcadia from 1991 on.
  static func table(_ count: Int = 30, _ value: (Int) -> Double) -> String {
    "iso3,year,value\n" + (0..<count).map { "ARC,\(1991 + $0),\(value($0))\n" }.joined()
  }

  /// A world in which Arcadia has 5 to 8 % without work.
  static func sandbox() throws -> Sandbox {
    let sandbox = try Sandbox()
    try sandbox.write("Data/economic/jobless.csv", table { 5 + Double($0 % 7) / 2 })
    return sandbox
  }

  @Test("a series a hundred times too small is refused, unless --force is given")
  func rescaled() throws {
    let sandbox = try Self.sandbox()
    let before = try sandbox.read("Data/economic/jobless.csv")
    try sandbox.write("jobs.csv", Self.table { (5 + Double($0 % 7) / 2) / 100 })
    for options in [[], ["--dry-run"], ["--keep"]] {
      let run = try sandbox.hsi.run(["import", "jobs.csv", "--indicator", "jobless"] + options)
      #expect(run.status == 1)
      #expect(
        run.errors.contains(
          "Data/economic/jobless.csv: error: 30 of the 30 revised figures of jobless would be 0.01 "
            + "times what they were: ARC 1991 5 → 0.05, ARC 1992 5.5 → 0.055, "), "\(run.errors)")
      #expect(run.errors.contains("[rescaled]") && run.errors.contains("add --force"))
    }
    #expect(try sandbox.read("Data/economic/jobless.csv") == before)
    let forced = try sandbox.hsi("import", "jobs.csv", "--indicator", "jobless", "--force")
    #expect(forced.status == 0 && forced.output.contains("30 revised"))
  }

  @Test("another series is refused, unless --force is given")
  func otherSeries() throws {
    let sandbox = try Self.sandbox()
    try sandbox.edit("Data/indicators.csv", ",,,,,0,100,no work", ",,,,,,,no work")
    try sandbox.write("water.csv", Self.table { 900 + Double($0 * $0) })
    let run = try sandbox.hsi("import", "water.csv", "--indicator", "jobless")
    #expect(run.status == 1)
    #expect(
      run.errors.contains(
        "the figures look like another series than jobless: the median of 30 would be 1125 instead "
          + "of 6.5: ARC 1991 5 → 900, "), "\(run.errors)")
    #expect(run.errors.contains("[other-series]"))
    #expect(
      try sandbox.hsi("import", "water.csv", "--indicator", "jobless", "--force").status == 0)
  }
}
