import Ingest
import Testing

@Suite("Checks of years that copy others, and of coarse changes") struct FilledYearTests {
  /// Thirty countries, of which the first have in 2010 what they had in another year.
  private static func copied(_ count: Int, of source: Int = 2009, repeating: Int = 0) -> CheckedWorld {
    CheckedWorld(of: CheckedWorld.thirty) { country, year in
      if year == 2010, country < count { return CheckedWorld.calm(country, source) }
      return CheckedWorld.calm(country, year == source && country < repeating ? source - 1 : year)
    }
  }

  @Test("a year in which nine of ten countries have the figure of an earlier year is found, one fewer is not")
  func share() throws {
    #expect(
      try Self.copied(27).found(by: DataChecks.copiedYears) == [
        "rate.csv:12 copied-year: in 27 of 30 countries the figure of 2010 is that of 2009, while that of 2009 was "
          + "the one before in 0 of 30"
      ])
    #expect(try Self.copied(26).found(by: DataChecks.copiedYears) == [])
  }

  @Test("the earlier year need not be the last") func earlier() throws {
    let found = try Self.copied(27, of: 2004).found(by: DataChecks.copiedYears)
    #expect(found.count == 1 && found[0].contains("the figure of 2010 is that of 2004"), "\(found)")
  }

  @Test("where half of the figures had stayed the same before, a series repeats by nature") func repeating()
    throws
  {
    func found(_ repeating: Int) throws -> [String] {
      let world = CheckedWorld(of: CheckedWorld.thirty) { country, year in
        // 2009 repeats 2008 in some countries, 2010 repeats 2009 in all.
        let last = year == 2010 ? 2009 : year
        return CheckedWorld.calm(country, last == 2009 && country < repeating ? 2008 : last)
      }
      return try world.found(by: DataChecks.copiedYears)
    }
    #expect(try found(14).count == 1)
    #expect(try found(15) == [])
  }

  @Test("twenty countries are enough, nineteen are not") func countries() throws {
    func found(_ count: Int) throws -> Int {
      let world = CheckedWorld(countries: count, of: CheckedWorld.thirty) { country, year in
        CheckedWorld.calm(country, year == 2010 ? 2009 : year)
      }
      return try world.found(by: DataChecks.copiedYears).count
    }
    #expect(try found(20) == 1)
    #expect(try found(19) == 0)
  }

  @Test("several copies are told once") func several() throws {
    let world = CheckedWorld(of: CheckedWorld.thirty) { country, year in
      CheckedWorld.calm(country, min(year, 2017))
    }
    let found = try world.found(by: DataChecks.copiedYears)
    #expect(found.count == 1 && found[0].hasSuffix("in 0 of 30; 1 more year like it"), "\(found)")
  }

  // MARK: Changes

  /// Changes over ten years of one country that has little, beside nine that have much.
  private static func changing(from: Double, to: Double, over years: Int? = 10) -> CheckedWorld {
    var world = CheckedWorld(years: 2009...2019) { country, year in
      guard country == 6 else { return CheckedWorld.calm(country, year) }
      return year == 2019 ? to : from
    }
    world.changeOver = years
    return world
  }

  @Test(
    "a change between figures of two digits is found, of three it is not",
    arguments: [
      (0.06, 0.05, true), (0.65, 0.5, true), (12, 11, true), (0.605, 0.5, false), (112, 101, false),
    ]) func digits(from: Double, to: Double, isFound: Bool) throws
  {
    let found = try Self.changing(from: from, to: to).found(by: DataChecks.coarseChanges)
    #expect(found.count == (isFound ? 1 : 0), "\(found)")
  }

  @Test("the finding says what rounding can do to the change") func rounding() throws {
    // (0.05 + 0.005) / (0.06 − 0.005) is 1, the change of the figures −16.7 %.
    #expect(
      try Self.changing(from: 0.06, to: 0.05).found(by: DataChecks.coarseChanges) == [
        "rate.csv:78 coarse-change: NOR has 0.06 in 2009 and 0.05 in 2019: rounding alone can add 16.7 percentage "
          + "points to its change; in 1 of 10 countries with a change a figure has two significant digits or fewer"
      ])
  }

  @Test("figures that are no changes may be coarse, and zeros have no digits") func others() throws {
    #expect(try Self.changing(from: 0.06, to: 0.05, over: nil).found(by: DataChecks.coarseChanges) == [])
    #expect(try Self.changing(from: 4096, to: 0).found(by: DataChecks.coarseChanges) == [])
  }
}
