import IndexModel
import Ingest
import Tabular
import Testing

/// The figures of now against the values of the last report.
@Suite("Coverage since the last report") struct CoverageFallTests {
  private static let header =
    "iso3,indicator,dimension,year,raw,value,normalised,weight,contribution,status,file,line\n"

  private static func row(_ code: String, _ year: Int, _ status: String) -> String {
    "\(code),rate,health,\(year),1,1,50,1,50,\(status),rate.csv,2\n"
  }

  private static func found(_ report: String, _ world: CheckedWorld) throws -> [String] {
    try world.found {
      DataChecks.coverageFall($0, since: SourceText(name: "Reports/i.csv", report), into: &$1)
    }
  }

  @Test("countries that had a value and have no figure of its year any more are named") func lost() throws {
    let world = CheckedWorld { country, year in
      country == 6 || (country == 3 && year > 2015) ? nil : CheckedWorld.calm(country, year)
    }
    let report =
      Self.header + Self.row("NOR", 2019, "observed") + Self.row("CAN", 2016, "carried")
      + Self.row("USA", 2019, "observed")
    #expect(
      try Self.found(report, world) == [
        "indicators.csv:2:1 coverage-fell: rate has lost 2 countries since the last report: CAN, NOR"
      ])
  }

  @Test("a value that was missing, an older figure than now, an indicator that is gone lose nothing")
  func kept() throws {
    let world = CheckedWorld { country, year in country == 6 ? nil : CheckedWorld.calm(country, year) }
    let report =
      Self.header + Self.row("NOR", 2019, "missing") + Self.row("USA", 2010, "carried")
      + "NOR,gone,health,2019,1,1,50,1,50,observed,gone.csv,2\n"
    #expect(try Self.found(report, world) == [])
  }

  @Test("of many countries eight are named") func many() throws {
    let world = CheckedWorld(countries: 1, value: CheckedWorld.calm)
    let rows = CheckedWorld.codes.map { Self.row($0, 2019, "observed") }
    #expect(
      try Self.found(Self.header + rows.joined(), world).first?.hasSuffix(
        "lost 9 countries since the last report: AUS, BLZ, CAN, CIV, MEX, NOR, ROU, TTO and 1 more") == true)
  }

  @Test("a report that is no table is said to be unreadable") func unreadable() throws {
    let world = CheckedWorld(value: CheckedWorld.calm)
    #expect(
      try Self.found("<html>\n", world) == [
        "Reports/i.csv unreadable-report: the last report cannot be read, so that nothing can be "
          + "compared with it"
      ])
  }
}
