import Foundation
import Testing

/// Each check has a case that it must find and one, just short of it, that it must not.
@Suite("Checks of scores") struct ScoreInspectionTests {
  // MARK: Ends

  private static func ends(_ count: Int, of countries: Int, at end: Double) throws -> [String] {
    var index = try MadeIndex(countries: countries)
    try index.add("rate", in: "health", countries: countries) { country, _ in
      country < count ? end : 30 + Double(country)
    }
    return try index.found("at-an-end")
  }

  @Test("an indicator by which more than half of the countries score 0 or 100 is found, half is not")
  func atAnEnd() throws {
    let words = "rate scores 100 in 11 of 20 countries under undp-1994, 2020: it does not distinguish these"
    #expect(
      try Self.ends(11, of: 20, at: 100) == ["Made/Data/indicators.csv:2:1: note: \(words) [at-an-end]"])
    #expect(try Self.ends(11, of: 20, at: -5).first?.contains("rate scores 0 in 11 of 20") == true)
    #expect(try Self.ends(10, of: 20, at: 100) == [])
  }

  @Test("of nineteen countries no share is told") func fewCountries() throws {
    #expect(try Self.ends(18, of: 19, at: 100) == [])
  }

  // MARK: Dimensions

  /// Twenty countries, the first indicator in the order of the countries, and so the other dimension; the second
  /// has some places exchanged.
  private static func rooms(exchanging pairs: [(Int, Int)], countries: Int = 20) throws -> MadeIndex {
    var order = Array(0..<countries)
    for (one, other) in pairs { order.swapAt(one, other) }
    var index = try MadeIndex(countries: countries)
    try index.add("first", in: "health", countries: countries) { country, _ in Double(10 + country) }
    try index.add("second", in: "health", countries: countries) { country, _ in Double(10 + order[country]) }
    try index.add("other", in: "food", countries: countries) { country, _ in Double(10 + country) }
    return index
  }

  @Test(
    "an indicator that correlates with another dimension by more than 0.05 above its own is found, less is not"
  ) func wrongRoom() throws {
    // 1 − 6·Σd²/(20·399): with Σd² = 2·(25 + 9) it is 0.9489, with 2·(16 + 16 + 1) it is 0.9504.
    let words =
      "first correlates more with food (Spearman 1.00) than with the rest of health (0.95) under undp-1994, 2020"
    #expect(
      try Self.rooms(exchanging: [(0, 5), (6, 9)]).found("wrong-room") == [
        "Made/Data/indicators.csv:2:1: note: \(words) [wrong-room]"
      ])
    #expect(try Self.rooms(exchanging: [(0, 4), (5, 9), (10, 11)]).found("wrong-room") == [])
    #expect(try Self.rooms(exchanging: [(0, 18)], countries: 19).found("wrong-room") == [])
  }

  @Test("the page of an indicator says so from a difference of more than 0.01 on") func sentence() throws {
    // Σd² of 28 is a correlation of 0.979, of 12 one of 0.991.
    func page(_ pairs: [(Int, Int)]) throws -> String {
      try Self.rooms(exchanging: pairs).hsi("indicators", "first").output
    }
    #expect(
      try page([(0, 2), (3, 5), (6, 7), (8, 10), (11, 12)]).contains(
        "It correlates more with food (Spearman 1.00) than with the rest of its own dimension, health (0.98)."
      ))
    #expect(!(try page([(0, 2), (3, 4), (5, 6)]).contains("It correlates more")))
  }

  // MARK: Rates

  /// A rate of one country that goes from 2 to another value in a year.
  private static func jump(
    to value: Double, people: Double, unit: String = "deaths per 100 000 people", derivation: String = ",,"
  ) throws -> [String] {
    var index = try MadeIndex(countries: 3)
    try index.add("rate", in: "health", unit: unit, derivation: derivation, countries: 3, years: 2019...2020)
    { country, year in country == 1 && year == 2020 ? value : 2 }
    try index.add("population", in: "", countries: 3, years: 2019...2020) { country, _ in
      country == 1 ? people : 9_000_000
    }
    return try index.found("small-numbers")
  }

  @Test("a rate that more than trebles in a country of fewer than 100 000 people is found, once an indicator")
  func smallNumbers() throws {
    let found = try Self.jump(to: 6.1, people: 99_999)
    let words = "rate of Country 1, of 99\u{202F}999 people, is 2 in 2019 and 6.10 in 2020"
    #expect(found == ["Made/Data/health/rate.csv:5: note: \(words) [small-numbers]"])
    #expect(try Self.jump(to: 0.6, people: 99_999).count == 1)
    #expect(try Self.jump(to: 6, people: 99_999) == [])
    #expect(try Self.jump(to: 6.1, people: 100_000) == [])
  }

  @Test(
    "only rates can jump so: cases by population, or what is per 1000 or more by its unit",
    arguments: [
      ("per 1000 births", ",,", 1), ("cases per million", ",,", 1), ("%", ",,", 0), ("per person", ",,", 0),
      ("", "population,100000,", 1), ("", "population,1,", 0), ("", "population,100000,2", 0),
    ]) func rates(_ unit: String, _ derivation: String, _ count: Int) throws
  {
    // The mean of 2 and 7 is less than three times 2.
    #expect(try Self.jump(to: 7, people: 50_000, unit: unit, derivation: derivation).count == count)
  }
}
