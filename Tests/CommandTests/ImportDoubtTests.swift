import Foundation
import Testing

@Suite("What hsi import refuses, or doubts") struct ImportDoubtTests {
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

  @Test("a series a hundred times too small is refused, unless --force is given") func rescaled() throws {
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

  @Test("another series is refused, unless --force is given") func otherSeries() throws {
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
    #expect(try sandbox.hsi("import", "water.csv", "--indicator", "jobless", "--force").status == 0)
  }

  /// Five countries in ten years, the last two in another unit, with one figure a hundredfold.
  private static let broken = ["ARC", "BEN", "ERE", "LIL", "UTO"].enumerated().map { place, code in
    (2011...2020).map { year in
      let value = Double(20 + 5 * place) + Double(year % 3)
      return "\(code),\(year),\(year > 2018 ? value / 10 : value)\n"
    }.joined()
  }.joined()

  @Test("figures that change their unit on the way are told, in a dry run too, and written") func unitBreak()
    throws
  {
    let sandbox = try Self.sandbox()
    try sandbox.write("jobs.csv", "iso3,year,value\n" + Self.broken)
    for options in [["--dry-run"], []] {
      let run = try sandbox.hsi.run(["import", "jobs.csv", "--indicator", "jobless", "--force"] + options)
      #expect(run.status == 0, "\(run.errors)")
      #expect(
        run.errors.hasPrefix(
          "Data/economic/jobless.csv:10: warning: in 2019 the figures of 5 of 5 countries are near "
            + "1/10 times those before: "), "\(run.errors)")
      #expect(run.errors.contains("; the figures there were do not have this [unit-break]\n  | ARC,2019,2"))
    }
    #expect(try sandbox.read("Data/economic/jobless.csv").contains("\nARC,2020,2.1\n"))
    try sandbox.write("jobs.csv", "iso3,year,value\n" + Self.broken + "UTO,2010,39\n")
    let again = try sandbox.hsi("import", "jobs.csv")
    #expect(again.errors.contains("[unit-break]"), "what was doubtful still is")
    #expect(!again.errors.contains("there were"), "\(again.errors)")
    #expect(try sandbox.hsi("import", "jobs.csv").errors.isEmpty, "nothing changed")
  }

  @Test("a slip, a year to come and a copy of another indicator are told as warnings") func otherChecks()
    throws
  {
    let sandbox = try Self.sandbox()
    let calm: (Int) -> Double = { 50 + Double($0 * 5 % 7) / 2 }
    try sandbox.write("jobs.csv", Self.table { $0 == 12 ? 0.5 : calm($0) } + "ARC,2199,51\n")
    try sandbox.write("Data/economic/income.csv", Self.table(40, calm))
    let run = try sandbox.hsi("import", "jobs.csv", "--indicator", "jobless")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.contains("jobless.csv:14: warning: ARC has 5"))
    #expect(run.errors.contains("is a factor of 1"))
    #expect(run.errors.contains("do not have this [unit-slip]"))
    #expect(run.errors.contains("jobless.csv:32: warning: 1 figure is of years after 20"))
    #expect(run.errors.contains("29 figures of jobless are those of income, to the last digit [same-fig"))
  }

  @Test("a file that would take away many figures is refused, unless --force is given") func losses() throws {
    let sandbox = try Sandbox()
    try sandbox.write("jobs.csv", "iso3,year,value\nARC,2019,1\n")
    let before = try sandbox.read("Data/economic/jobless.csv")
    let run = try sandbox.hsi("import", "jobs.csv", "--indicator", "jobless")
    #expect(run.status == 1)
    #expect(
      run.errors.contains(
        "5 of the 5 figures of jobless would be gone: ARC 2020, BEN 2020, ERE 2020, LIL 2020, "
          + "UTO 2018 [many-gone]"))
    #expect(run.errors.contains("if it holds new years only, add --keep"))
    #expect(try sandbox.read("Data/economic/jobless.csv") == before)
    #expect(try sandbox.hsi("import", "jobs.csv", "--indicator", "jobless", "--force").status == 0)
    #expect(try sandbox.read("Data/economic/jobless.csv") == "iso3,year,value\nARC,2019,1\n")
  }

  @Test("an implausible value of a download has its line, country and year") func implausible() throws {
    let sandbox = try Sandbox()
    try sandbox.write("jobs.csv", ImportCommandTests.download.replacingOccurrences(of: "4.5", with: "450"))
    let run = try sandbox.hsi("import", "jobs.csv", "--indicator", "jobless")
    #expect(run.status == 1)
    #expect(run.errors.contains("jobs.csv:4: error: of ARC in 2019: 450 is outside"))
    #expect(run.errors.contains("  | \"Arcadia\",\"ARC\""))
  }
}
