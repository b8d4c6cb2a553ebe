import Analysis
import IndexModel
import Scoring
import Testing

/// Twelve countries; the published index, of which less is more secure, has the scores of `a` turned round, but for one.
@Suite("Agreement with published indices") struct ExternalAgreementTests {
  private static let codes = Array("ABCDEFGHIJKL").map { "Q\($0)Q" }

  private static func world(year: Int = 2019, countries: Int = 12) -> World {
    let scores = (0..<12).map { 10 + 5 * $0 }
    // The first country is last here and first there.
    let published = (0..<countries).map { $0 == 0 ? 0 : 100 - scores[$0] }
    func rows(_ values: [Int], _ year: Int) -> String {
      "iso3,year,value\n" + zip(codes, values).map { "\($0),\(year),\($1)\n" }.joined()
    }
    return World(
      countries: "iso3,name\n" + codes.map { "\($0),\($0)\n" }.joined(),
      indicators:
        "id,dimension,worst,best,files\na,one,0,100,\nb,two,0,100,\ntheirs,,100,0,external/theirs.csv\n",
      files: [
        "one/a.csv": rows(scores, 2020), "two/b.csv": rows([Int](repeating: 50, count: 12), 2020),
        "external/theirs.csv": rows(published, year),
      ], lens: "dimensions_required = 2\n[weights]\none = 1\ntwo = 1\n")
  }

  /// Ranks here 12, 11 … 1; there 1, 12, 11 … 2: the first country by eleven, all others by one. Rho = 1 − 6·(121 + 11)/(12·143).
  @Test("ranks are compared in the direction of the goalposts, and the country that parts most is named")
  func agreement() throws {
    let found = try ExternalAgreement.all(Self.world().score())
    let one = try #require(found.first)
    #expect(found.count == 1 && one.countries == 12 && one.years == 2019...2019)
    let rho = 1 - 792.0 / 1716
    let spearman = try #require(one.spearman)
    #expect(abs(spearman - rho) < 1e-12)
    let most = one.parted[0]
    #expect([most.rank, most.externalRank, most.distance] == [12, 1, 11])
    #expect(most.dimensionRank == 12)
    #expect(one.parted[1].distance == 1)
  }

  @Test("figures of more than five years ago, and fewer than ten countries, are not compared") func edges()
    throws
  {
    #expect(try ExternalAgreement.all(Self.world(year: 2015).score()).count == 1)
    #expect(try ExternalAgreement.all(Self.world(year: 2014).score()).isEmpty)
    #expect(try ExternalAgreement.all(Self.world(year: 2021).score()).isEmpty)
    #expect(try ExternalAgreement.all(Self.world(countries: 10).score()).count == 1)
    #expect(try ExternalAgreement.all(Self.world(countries: 9).score()).isEmpty)
  }
}
