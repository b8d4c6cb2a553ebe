import IndexModel
import Scoring
import Testing

/// Six countries in two regions; a is known of all but Lilliput and Zembla, b of all.
@Suite("Missing values and extremes") struct MissingValueTests {
  private func world(_ extra: String, a: [String?] = ["10", "20", "40", nil, "80", nil]) -> World {
    let codes = ["ARC", "BEN", "ERE", "LIL", "UTO", "ZEM"]
    let regions = ["North", "North", "North", "North", "South", ""]
    let rows = zip(codes, a).compactMap { code, value in value.map { "\(code),2020,\($0)\n" } }
    return World(
      countries: "iso3,name,region,income_group\n"
        + zip(codes, regions).map { "\($0),\($0),\($1),\($1) income\n" }.joined(),
      indicators: "id,dimension,worst,best,transform\na,one,0,100,none\nb,one,0,100,none\n",
      files: [
        "one/a.csv": "iso3,year,value\n" + rows.joined(),
        "one/b.csv": "iso3,year,value\n" + codes.map { "\($0),2020,60\n" }.joined(),
      ], lens: "\(extra)\n[weights]\none = 1\n")
  }

  @Test("the median of a country's group is put in, in the indicator's unit, and marked") func groupMedians()
    throws
  {
    // North: 10, 20, 40 → 20. Zembla has no region.
    let table = try world("impute = \"region_median\"\nimputed_limit = 0.5").score()
    let column = try table.column("a")
    let lilliput = try table.place("LIL")
    #expect(column.values[lilliput] == 20)
    #expect(column.cells[lilliput] == .imputed(rule: "region_median"))
    #expect(column.cells[lilliput].word == "imputed")
    #expect(try table.score(of: "LIL") == 40)
    #expect(column.cells[try table.place("ZEM")] == .absent(.neverObserved))
    #expect(table.coverage(lilliput) == 0.5, "what is imputed is not covered")
    #expect(table.provenance(column.indicator, lilliput) == nil)
  }

  @Test("an even group takes the mean of its middle two, and income groups count as well") func evenGroup()
    throws
  {
    let table = try world(
      "impute = \"income_median\"\nimputed_limit = 1", a: ["10", "20", "40", "50", "80", nil]
    ).score()
    // " income" of Zembla alone: no value.
    #expect(try table.column("a").cells[try table.place("ZEM")] == .absent(.neverObserved))
    let even = try world(
      "impute = \"region_median\"\nimputed_limit = 1", a: ["10", "20", nil, nil, "80", nil]
    ).score()
    #expect(try even.column("a").values[try even.place("ERE")] == 15)
  }

  /// North has 10, 20 and 50, the world 80 beside them. Zembla is in no region, and its income group has no value.
  @Test(
    "the mean of a country's group, or of all countries, is put in and marked",
    arguments: [("region_mean", 80.0 / 3, nil), ("income_mean", 80.0 / 3, nil), ("world_mean", 40, 40)]
      as [(String, Double, Double?)]) func means(rule: String, lilliput: Double, zembla: Double?) throws
  {
    let table = try world("impute = \"\(rule)\"\nimputed_limit = 1", a: ["10", "20", "50", nil, "80", nil])
      .score()
    let column = try table.column("a")
    let (one, other) = (try table.place("LIL"), try table.place("ZEM"))
    #expect(abs(column.values[one] - lilliput) < 1e-12)
    #expect(column.cells[one] == .imputed(rule: rule))
    #expect(zembla == nil ? column.values[other].isNaN : column.values[other] == zembla)
    #expect(table.coverage(one) == 0.5)
  }

  @Test("means of figures near the end of all numbers are finite") func greatMeans() throws {
    let table = try world(
      "impute = \"world_mean\"\nimputed_limit = 1", a: ["1.5e308", "1.5e308", "1.5e308", nil, nil, nil]
    ).score()
    #expect(try table.column("a").values[try table.place("LIL")] == 1.5e308)
  }

  @Test("a country with more imputed weight than the lens allows is withheld, with the reason")
  func imputedLimit() throws {
    let table = try world("impute = \"region_median\"").score()
    let standing = table.standings[try table.place("LIL")]
    #expect(standing == .withheld("50 per cent of the weight is imputed, more than the lens allows"))
    #expect(table.rank(try table.place("ARC")) != nil)
  }

  @Test("a node's mean in place of a missing indicator is renormalising, under a mean of sums")
  func nodeMean() throws {
    let rules = "imputed_limit = 1\n"
    let filled = try world(rules + "impute = \"node_mean\"").score()
    let plain = try world(rules).score()
    for place in filled.rows { #expect(filled.score(place) == plain.score(place)) }
    let lilliput = try filled.place("LIL")
    #expect(try filled.column("a").scores[lilliput] == 60)
    #expect(try filled.column("a").cells[lilliput] == .imputed(rule: "node_mean"))
  }

  /// 1 to 10 and 1000: skewness 3.316, kurtosis 10.997 (as scipy has them, unbiased).
  @Test("an extreme is set to the next value, and the point is named") func winsorised() throws {
    let values = (1...10).map(String.init) + ["1000"]
    let codes = ["AAA", "BBB", "CCC", "DDD", "EEE", "FFF", "GGG", "HHH", "III", "JJJ", "KKK"]
    let world = World(
      countries: "iso3,name\n" + codes.map { "\($0),\($0)\n" }.joined(),
      indicators: "id,dimension,worst,best\na,one,0,2000\n",
      files: ["one/a.csv": "iso3,year,value\n" + zip(codes, values).map { "\($0),2020,\($1)\n" }.joined()],
      lens: "outliers = \"winsorise\"\nnormalisation = \"minmax\"\n[weights]\none = 1\n")
    let column = try world.score().column("a")
    #expect(column.treatment == .winsorised([RowIndex(10)]))
    #expect(Array(column.scores.suffix(2)) == [100, 100])
    #expect(column.values[10] == 1000, "the value that is shown is the country's own")
  }

  @Test("what five points do not mend is logged, or left under goalposts with a warning")
  func tooManyExtremes() throws {
    let values = [Double](repeating: 1, count: 60) + (1...7).map { 1e6 + Double($0) }
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    let codes = values.indices.map { "Q\(letters[$0 / 26])\(letters[$0 % 26])" }
    func world(_ method: String) -> World {
      World(
        countries: "iso3,name\n" + codes.map { "\($0),\($0)\n" }.joined(),
        indicators: "id,dimension,worst,best\na,one,0,2000000\n",
        files: ["one/a.csv": "iso3,year,value\n" + zip(codes, values).map { "\($0),2020,\($1)\n" }.joined()],
        lens: "outliers = \"winsorise\"\nnormalisation = \"\(method)\"\n[weights]\none = 1\n")
    }
    #expect(try world("minmax").score().column("a").treatment == .logged)
    let table = try world("goalposts").score()
    #expect(try table.column("a").treatment == .left)
    #expect(table.findings.all.map(\.identifier) == ["outliers-left"])
  }
}
