import IndexModel
import Scoring
import Testing

/// Twelve countries; a is 2·b + 5 wherever both are known.
@Suite("Imputation by regression") struct RegressionTests {
  static let codes = Array("ABCDEFGHIJKL").map { "Q\($0)Q" }

  static func world(
    a: [Double?], b: [Double?], c: [Double?]? = nil, transform: String = "none", limit: Double = 1
  ) -> World {
    func rows(_ values: [Double?]) -> String {
      "iso3,year,value\n"
        + zip(codes, values).compactMap { code, value in value.map { "\(code),2020,\($0)\n" } }.joined()
    }
    var files = ["one/a.csv": rows(a), "one/b.csv": rows(b), "two/d.csv": rows(a)]
    if let c { files["one/c.csv"] = rows(c) }
    return World(
      countries: "iso3,name\n" + codes.map { "\($0),\($0)\n" }.joined(),
      indicators: "id,dimension,worst,best,transform\na,one,1,1000,\(transform)\nb,one/x,0,100,none\n"
        + (c == nil ? "" : "c,one,0,100,none\n") + "d,two,0,1000,none\n", files: files,
      lens: "impute = \"regression\"\nimputed_limit = \(limit)\nindicator_share = 0\n"
        + "dimensions_required = 1\nweights = \"equal\"\n")
  }

  /// 1, 2, … 11 and 6.5.
  static let b: [Double?] = (1...11).map { Double($0) } + [6.5]
  static func line(_ b: [Double?]) -> [Double?] { b.map { $0.map { 2 * $0 + 5 } } }

  @Test("what is missing lies on the line, in the indicator's unit, and is marked") func predicted() throws {
    var a = Self.line(Self.b)
    a[11] = nil
    let table = try Self.world(a: a, b: Self.b).score()
    let column = try table.column("a")
    #expect(abs(column.values[11] - 18) < 1e-12, "2·6.5 + 5")
    #expect(column.cells[11] == .imputed(rule: "regression"))
    #expect(abs(column.scores[11] - 100 * 17 / 999) < 1e-12)
    #expect(table.provenance(column.indicator, RowIndex(11)) == nil)
    #expect(table.coverage(RowIndex(11)) < 1)
    #expect(try table.column("d").cells[11] == .absent(.neverObserved), "another dimension")
  }

  @Test("the line runs through transformed values") func transformed() throws {
    // a = e^b: ln a is b itself.
    var a: [Double?] = [1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5, 5.5, 6, 0]
    let b = a
    let powers = [
      2.718281828459045, 4.4816890703380645, 7.38905609893065, 12.182493960703473, 20.085536923187668,
      33.11545195869231, 54.598150033144236, 90.01713130052181, 148.4131591025766, 244.69193226422038,
      403.4287934927351,
    ]
    a = powers.map { $0 } + [nil]
    var known = b
    known[11] = 4.25
    let column = try Self.world(a: a, b: known, transform: "log").score().column("a")
    #expect(abs(column.values[11] - 70.10541234668786) < 1e-9, "e^4.25")
  }

  @Test("a prediction stays between the least and the greatest value observed") func clamped() throws {
    var (a, b) = (Self.line(Self.b), Self.b)
    a[11] = nil
    b[11] = 90
    #expect(try Self.world(a: a, b: b).score().column("a").values[11] == 27)
    b[11] = 0
    #expect(try Self.world(a: a, b: b).score().column("a").values[11] == 7)
  }

  @Test("of two predictors the better counts, and the other where the better is missing") func better() throws
  {
    // c is b but for one country: a good line, not a perfect one.
    var (a, b, c) = (Self.line(Self.b), Self.b, Self.b)
    c[0] = 2
    a[11] = nil
    c[11] = 9
    #expect(abs(try Self.world(a: a, b: b, c: c).score().column("a").values[11] - 18) < 1e-9)
    b[11] = nil
    let other = try Self.world(a: a, b: b, c: c).score()
    #expect(try other.column("a").values[11] != 18)
    #expect(try other.column("a").cells[11] == .imputed(rule: "regression"))
  }

  @Test("without ten countries or a fit of one half the cell stays missing") func noLine() throws {
    var a = Self.line(Self.b)
    for place in [2, 3, 11] { a[place] = nil }
    let few = try Self.world(a: a, b: Self.b).score()
    #expect(try few.column("a").cells[11] == .absent(.neverObserved), "nine have both")
    let noise: [Double?] = [5, 90, 7, 80, 9, 70, 3, 95, 20, 60, 40, nil]
    let poor = try Self.world(a: noise, b: Self.b).score()
    #expect(try poor.column("a").cells[11] == .absent(.neverObserved))
    var constant: [Double?] = Self.b.map { _ in 8 }
    constant[11] = nil
    #expect(try Self.world(a: constant, b: Self.b).score().column("a").cells[11] == .absent(.neverObserved))
  }

  @Test("an imputed value of which no ratio can be taken is called so, and nothing follows from it")
  func noRatio() throws {
    // a = 2·(b − 2) is 0 where b is 2; the first country's −2 is held at that least value.
    var a: [Double?] = Self.b.map { $0.map { 2 * ($0 - 2) } }
    a[0] = nil
    var world = Self.world(a: a, b: Self.b)
    world.lens = world.lens.replacing("\"equal\"", with: "\"pca\"")
    world.lens += "normalisation = \"ratio_to_reference\"\nreference = \"QLQ\"\n"
    let findings = try world.score().findings.all
    #expect(Set(findings.map(\.identifier)) == ["not-positive"], "\(findings)")
    #expect(findings.first?.message.hasPrefix("a of QAQ, imputed by regression, is not above 0") == true)
    #expect(findings.first?.remedy == "choose another normalisation, or another impute")
  }

  @Test("what is imputed counts towards the limit of the lens") func limit() throws {
    var a = Self.line(Self.b)
    a[11] = nil
    let table = try Self.world(a: a, b: Self.b, limit: 0.2).score()
    #expect(
      table.standings[11] == .withheld("25 per cent of the weight is imputed, more than the lens allows"))
  }
}
