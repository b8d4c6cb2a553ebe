import IndexModel
import Testing

@testable import Reporting

@Suite("Derivations in words") struct DerivationTextTests {
  private static func words(_ derivation: Derivation) throws -> String {
    let names = [("people", "People"), ("income", "Income a head"), ("nameless", "")]
    let indicators = try names.map { id, name in
      Indicator(id: try #require(IndicatorID(id)), dimension: nil, name: name, unit: "", goalposts: nil)
    }
    let own = Indicator(
      id: try #require(IndicatorID("own")), dimension: nil, name: "", unit: "", goalposts: nil,
      derivation: derivation)
    return Framework(indicators + [own]).derivationInWords(own)
  }

  private static func ids(_ names: String...) -> [IndicatorID] { names.compactMap { IndicatorID($0) } }

  @Test("each step stands in the order in which it is done") func steps() throws {
    #expect(try Self.words(Derivation()) == "the stored figure")
    #expect(
      try Self.words(Derivation(denominators: Self.ids("people"), per: 100_000, meanOver: 3))
        == "the stored figure, divided by People, times 100\u{202F}000; then the mean over 3 years, of which 2 or "
        + "more must have a figure")
    #expect(
      try Self.words(Derivation(factors: Self.ids("people", "income"), per: 0.01, neighbours: .share))
        == "the stored figure times People and Income a head, times 0.01; then the country's share, in %, of the "
        + "sum over it and its land neighbours")
    #expect(
      try Self.words(Derivation(denominators: Self.ids("people", "nameless"), changeOver: 1))
        == "the stored figure, divided by the sum of People and nameless; then the change in % over 1 year")
  }
}
