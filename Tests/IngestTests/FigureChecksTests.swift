import Diagnostics
import Foundation
import IndexModel
import Ingest
import Tabular
import Testing

/// Each check has a case that it must find and one, just short of it, that it must not.
@Suite("Checks of figures") struct FigureChecksTests {
  // MARK: Units

  @Test(
    "a unit that changes for a part of the countries is found, at the first figure in the new one",
    arguments: [(1000.0, "1000"), (0.01, "1/100"), (9, "10")]) func unitBreak(
      _ factor: Double, _ words: String
    ) throws
  {
    let world = CheckedWorld { country, year in
      CheckedWorld.calm(country, year) * (country < 5 && year >= 2010 ? factor : 1)
    }
    let found = try world.found(by: DataChecks.unitBreaks)
    #expect(found.count == 1)
    let start = "rate.csv:12 unit-break: in 2010 the figures of 5 of 10 countries are near "
    #expect(found.first?.hasPrefix(start + "\(words) times those before: AFG ") == true, "\(found)")
  }

  @Test("a unit that changes over a gap of years is found, too") func unitBreakOverGap() throws {
    let world = CheckedWorld { country, year in
      (2008...2011).contains(year) ? nil : CheckedWorld.calm(country, year) * (year >= 2010 ? 1000 : 1)
    }
    let found = try world.found(by: DataChecks.unitBreaks)
    #expect(found.count == 1 && found[0].contains("in 2012 the figures of 10 of 10 countries"))
  }

  @Test(
    "four countries, a factor of three, or steps that go everywhere are no change of the unit",
    arguments: [
      CheckedWorld { country, year in
        CheckedWorld.calm(country, year) * (country < 4 && year >= 2010 ? 1000 : 1)
      }, CheckedWorld { country, year in CheckedWorld.calm(country, year) * (year >= 2010 ? 3 : 1) },
      CheckedWorld { country, year in
        let wild = [10.0, 10, 10, 10, 10, 0.2, 5, 30, 300, 0.03, 4]
        return CheckedWorld.calm(country, year) * (year >= 2010 ? wild[country + 1] : 1)
      },
    ]) func noUnitBreak(_ world: CheckedWorld) throws
  { #expect(try world.found(by: DataChecks.unitBreaks) == []) }

  /// A series in which the figures of a country leap up to sixteenfold from year to year.
  private static func restless(_ country: Int, _ year: Int) -> Double {
    var bits = UInt64(country * 4096 + year) &* 0x9E37_79B9_7F4A_7C15
    bits = (bits ^ (bits >> 29)) &* 0xBF58_476D_1CE4_E5B9
    return 50 * pow(10, 1.2 * Double(bits >> 40) / Double(1 << 24))
  }

  @Test("in a series that leaps everywhere the median step shows the unit") func unitBreakInRestlessSeries()
    throws
  {
    let world = CheckedWorld(of: CheckedWorld.thirty) { country, year in
      Self.restless(country, year) * (year >= 2010 ? 1000 : 1)
    }
    let found = try world.found(by: DataChecks.unitBreaks)
    #expect(found.count == 1)
    #expect(found.first?.contains("of 30 countries are near 1000 times those") == true, "\(found)")
    let same = CheckedWorld(of: CheckedWorld.thirty, value: Self.restless)
    #expect(try same.found(by: DataChecks.unitBreaks) == [])
  }

  @Test("one figure in another unit is found") func unitSlip() throws {
    let world = CheckedWorld { country, year in
      CheckedWorld.calm(country, year) * (country == 6 && year == 2010 ? 1000 : 1)
    }
    let found = try world.found(by: DataChecks.unitSlips)
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("rate.csv:132 unit-slip: NOR has ") == true, "\(found)")
    #expect(found.first?.contains("one is a factor of 10") == true, "\(found)")
  }

  @Test("a change of a hundredfold that lasts, or at the end of a series, is a leap") func leap() throws {
    let world = CheckedWorld { country, year in
      CheckedWorld.calm(country, year) * (country == 6 && year == 2019 ? 0.01 : 1)
        * (country == 1 && year >= 2012 ? 100 : 1)
    }
    let found = try world.found(by: DataChecks.unitSlips)
    #expect(found.count == 2)
    #expect(found.first?.hasPrefix("rate.csv:34 leap: AUS has ") == true, "\(found)")
    #expect(found.last?.hasPrefix("rate.csv:141 leap: NOR has ") == true, "\(found)")
  }

  @Test(
    "a factor of forty, a series that leaps everywhere and one that crosses 0 are no slips",
    arguments: [
      CheckedWorld { country, year in
        CheckedWorld.calm(country, year) * (country == 6 && year == 2010 ? 40 : 1)
      },
      CheckedWorld { country, year in
        CheckedWorld.calm(country, year) * ((country + year) % 6 == 0 ? 1000 : 1)
      },
      CheckedWorld { country, year in
        CheckedWorld.calm(country, year) * (country == 6 && year == 2010 ? 1000 : 1) * (country == 2 ? -1 : 1)
      },
      CheckedWorld { country, year in
        country == 6 && year == 2010 ? 0 : CheckedWorld.calm(country, year) / (country == 6 ? 50 : 1)
      },
    ]) func noUnitSlip(_ world: CheckedWorld) throws
  { #expect(try world.found(by: DataChecks.unitSlips) == []) }

  // MARK: Filling and copying

  @Test("the same fine value six times in a row is noted once a series, at the longest run")
  func constantRun() throws {
    let world = CheckedWorld { country, year in
      if country == 6, (2005...2011).contains(year) { return 161.73 }
      return country == 3 && year < 2006 ? 131.41 : CheckedWorld.calm(country, year)
    }
    #expect(
      try world.found(by: DataChecks.constantRuns) == [
        "rate.csv:127 constant-run: NOR has 161.73 7 times in a row, 2005 to 2011; "
          + "2 runs of 6 figures or more in the series"
      ])
  }

  @Test(
    "five times in a row, a floor, zeros, a value of three countries and grades are no filling",
    arguments: [
      CheckedWorld { country, year in
        country == 6 && (2005...2009).contains(year) ? 161.73 : CheckedWorld.calm(country, year)
      }, CheckedWorld { country, year in country == 6 ? 2.5 : CheckedWorld.calm(country, year) },
      CheckedWorld { country, year in
        country == 6 ? 0 : CheckedWorld.calm(country, year) * (country == 0 ? -1 : 1)
      },
      CheckedWorld { country, year in
        (6...8).contains(country) && year < 2010 ? 150.5 : CheckedWorld.calm(country, year)
      }, CheckedWorld { country, year in Double(1 + country % 5 + (year > 2012 ? 1 : 0)) },
    ]) func noConstantRun(_ world: CheckedWorld) throws
  { #expect(try world.found(by: DataChecks.constantRuns) == []) }

  @Test("a series that stands in two files is found") func sameFigures() throws {
    var world = CheckedWorld(value: CheckedWorld.calm)
    world.add("copy", years: 2005...2019) { country, year in
      CheckedWorld.calm(country, year) + (year == 2019 ? 1 : 0)
    }
    #expect(
      try world.found(by: DataChecks.sameFigures) == [
        "indicators.csv:3:1 same-figures: 140 figures of copy are those of rate, to the last digit"
      ])
  }

  @Test("one indicator's figures can be compared with all others, and with nothing else")
  func sameFiguresOfOne() throws {
    var world = CheckedWorld(value: CheckedWorld.calm)
    world.add("copy", years: 2000...2019, value: CheckedWorld.calm)
    world.add("other", years: 2000...2019) { CheckedWorld.calm($0, $1) + 1 }
    func found(_ indicator: Int) throws -> [String] {
      try world.found { DataChecks.sameFigures(as: IndicatorIndex(indicator), $0, into: &$1) }
    }
    #expect(
      try found(0) == [
        "indicators.csv:2:1 same-figures: 200 figures of rate are those of copy, to the last digit"
      ])
    #expect(try found(1).count == 1)
    #expect(try found(2) == [])
  }

  @Test("one file named twice, common zeros, a few common figures and half of a series are no copy")
  func noSameFigures() throws {
    var world = CheckedWorld(value: CheckedWorld.calm)
    world.add("half", years: 2000...2019) { country, year in
      CheckedWorld.calm(country, year) + (year % 2 == 0 ? 1 : 0)
    }
    world.add("few", years: 2019...2019, value: CheckedWorld.calm)
    #expect(try world.found(by: DataChecks.sameFigures) == [])
    var zeros = CheckedWorld { country, year in year < 2019 ? 0 : CheckedWorld.calm(country, year) }
    zeros.add("more", years: 2000...2019) { country, year in year < 2019 ? 0 : 7 }
    #expect(try zeros.found(by: DataChecks.sameFigures) == [])
    var twice = CheckedWorld(value: CheckedWorld.calm)
    twice.add("again", years: 2000...2019, value: CheckedWorld.calm)
    var findings = Findings()
    DataChecks.sameFigures(try twice.figures(shared: "rate.csv"), into: &findings)
    #expect(places(findings) == [])
  }

  @Test("what is wrong with a file that two indicators share is said once") func sharedFile() throws {
    var world = CheckedWorld { country, year in
      CheckedWorld.calm(country, year) * (country == 6 && year == 2010 ? 1000 : 1)
    }
    world.add("again", years: 2000...2019, value: CheckedWorld.calm)
    var findings = Findings()
    DataChecks.unitSlips(try world.figures(shared: "rate.csv"), into: &findings)
    #expect(places(findings) == ["rate.csv:132 unit-slip"])
  }

  // MARK: Years

  @Test("figures of years to come are found, once an indicator; those of the present are not")
  func futureYears() throws {
    let world = CheckedWorld { country, year in
      year > 2017 && country != 4 ? nil : CheckedWorld.calm(country, year)
    }
    #expect(
      try world.found { DataChecks.futureYears($0, present: 2017, into: &$1) } == [
        "rate.csv:92 future-year: 2 figures are of years after 2017, up to 2019; the first is that "
          + "of CIV in 2018"
      ])
    #expect(try world.found { DataChecks.futureYears($0, present: 2019, into: &$1) } == [])
  }

  @Test("a series without a figure of the last ten years is noted") func staleSeries() throws {
    let world = CheckedWorld(value: CheckedWorld.calm)
    #expect(try world.found { DataChecks.staleSeries($0, present: 2028, into: &$1) } == [])
    #expect(
      try world.found { DataChecks.staleSeries($0, present: 2029, into: &$1) } == [
        "indicators.csv:2:1 stale-series: rate has no figure after 2019"
      ])
  }
}
