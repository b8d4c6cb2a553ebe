import IndexModel
import Scoring
import Testing

/// Twenty-four countries and three dimensions of one indicator each, whose values are its scores.
@Suite("Estimating parts that a country lacks") struct ComponentEstimateTests {
  static let codes = Array("ABCDEFGHIJKLMNOPQRSTUVWX").map { "Q\($0)Q" }

  static let a: [Double?] = [
    50.8, 53.5, 33.3, nil, 42.9, 35.7, 43.3, 67.7, 37.7, 36.6, nil, 51.3, 51.4, 40.5, 46.6, 59.9, 30.4, 43.5,
    15.4, 31.0, 29.2, 38.7, 35.3, 54.7,
  ]
  static let b: [Double?] = [
    51.2, 70.6, 56.3, 37.1, 50.0, nil, 54.6, 75.2, 48.7, 51.6, nil, 55.2, 57.5, 41.1, 55.4, 56.2, 35.4, 48.3,
    37.6, 46.4, 25.0, 47.4, 43.7, 46.3,
  ]
  static let c: [Double?] = [
    55.8, 56.7, 73.5, 73.3, 60.7, 64.6, 57.3, 63.0, 60.1, 62.2, 59.3, 56.1, 57.4, 57.4, 60.1, 50.4, 81.2, nil,
    75.0, 76.3, 71.7, 71.3, 70.1, 63.1,
  ]

  static func world(_ order: [Int] = Array(0..<24), rules: String = "", codes: [String] = codes) -> World {
    func rows(_ values: [Double?]) -> String {
      "iso3,year,value\n"
        + order.compactMap { place in values[place].map { "\(codes[place]),2020,\($0)\n" } }.joined()
    }
    return World(
      countries: "iso3,name\n" + order.map { "\(codes[$0]),\(codes[$0])\n" }.joined(),
      indicators: "id,dimension,worst,best\na,one,0,100\nb,two,0,100\nc,three,0,100\n",
      files: ["one/a.csv": rows(a), "two/b.csv": rows(b), "three/c.csv": rows(c)],
      lens: "impute = \"components\"\nimputed_limit = 1\ndimensions_required = 3\n" + rules
        + "[aggregation]\ndimensions = \"arithmetic\"\n[weights]\none = 1\ntwo = 1\nthree = 1\n")
  }

  /// The same regressions in numpy: ten rounds, predictors standardised over all rows as they are filled, 0.1 a row
  /// added to the diagonal, predictions kept within the known scores, the trace of the smoother as degrees of freedom.
  @Test("estimates and their errors are those of an independent computation") func numpy() throws {
    let table = try Self.world().score()
    let estimated = [
      ("one", "QDQ", 30.0518431474586), ("one", "QKQ", 47.20495212379617), ("two", "QKQ", 53.22020554897749),
      ("three", "QRQ", 63.60602519601273), ("two", "QFQ", 45.789979506011306),
    ]
    for (path, code, score) in estimated {
      let own = try #require(try table.score(path, of: code))
      #expect(abs(own - score) < 1e-9, "\(path) of \(code)")
    }
    let parts = try #require(table.estimates).parts
    #expect(parts.map { table.framework.nodes[$0.node].name } == ["a", "b", "c"])
    for (part, (explained, error)) in zip(
      parts,
      [
        (0.6833964404989143, 6.611460602531577), (0.5374589997643366, 7.547841646694203),
        (0.5109408929105691, 5.701791511741205),
      ])
    {
      #expect(abs(part.explained - explained) < 1e-9)
      #expect(abs(part.error - error) < 1e-9)
    }
    #expect(parts.map(\.rows.count) == [2, 2, 1])
  }

  @Test("an estimate is marked, counts as no figure, and leaves all that is known as it is") func marked()
    throws
  {
    let table = try Self.world().score()
    let row = try table.place("QKQ")
    #expect(try table.column("a").cells[row] == .imputed(rule: "components"))
    #expect(abs(table.coverage(row) - 1.0 / 3) < 1e-12)
    #expect(table.rank(row) != nil)
    let plain = try Self.world(rules: "indicator_share = 0\n").score()
    for code in Self.codes where code != "QDQ" && code != "QKQ" {
      let known = try #require(Self.a[Self.codes.firstIndex(of: code) ?? 0])
      let score = try table.score("one", of: code)
      #expect(abs(try #require(score) - known) < 1e-9)
      #expect(try plain.score("one", of: code) == score)
    }
  }

  @Test("the order of countries changes nothing but the last digits") func order() throws {
    let codes = Array(Self.codes.reversed())
    let (one, other) = (try Self.world().score(), try Self.world(codes: codes).score())
    for place in Self.codes.indices {
      let (first, second) = (try one.score(of: Self.codes[place]), try other.score(of: codes[place]))
      #expect(abs(try #require(first) - (try #require(second))) < 1e-9)
    }
  }

  @Test("a country is ranked where its own figures carry what the lens requires, and unranked just below")
  func coverageRequired() throws {
    // Two of three indicators: two thirds of the weight.
    let above = try Self.world(rules: "coverage_required = 0.6666\n").score()
    #expect(above.rank(try above.place("QDQ")) != nil)
    #expect(
      above.standings[try above.place("QKQ")]
        == .withheld("figures carry 33.3 per cent of the weight, 66.7 required"))
    let below = try Self.world(rules: "coverage_required = 0.6667\n").score()
    #expect(
      below.standings[try below.place("QDQ")]
        == .withheld("figures carry 66.6 per cent of the weight, 66.7 required"))
    #expect(below.rank(try below.place("QAQ")) != nil)
  }

  @Test("where fewer than twenty countries have a part, nobody gets an estimate of it") func fewKnown() throws
  {
    var world = Self.world()
    world.files["one/a.csv"] =
      "iso3,year,value\n"
      + zip(Self.codes, Self.a).compactMap { code, value in value.map { "\(code),2020,\($0)\n" } }.prefix(19)
      .joined()
    let table = try world.score()
    #expect(try table.score("one", of: "QXQ") == nil)
    #expect(try table.score("two", of: "QFQ") != nil)
  }

  /// The same in numpy, each estimate in each round off by √(n/(n − p − 1)) times what is left of the first known score,
  /// or of the eighth, and kept within the known scores.
  @Test("drawn estimates are off by what regressions leave of known scores", arguments: [0, 7]) func drawn(
    place: Int
  ) throws {
    let table = try Self.world().score()
    let other = try #require(table.withDrawnEstimates { _ in place })
    let expected =
      place == 0
      ? [32.752256412118115, 47.38916870781165, 48.50584649372909, 58.85977316924441, 40.944308984263486]
      : [23.711971299601043, 37.772258163236025, 48.875228883995234, 75.26361276066604, 47.116223515899385]
    let cells = [("one", "QDQ"), ("one", "QKQ"), ("two", "QKQ"), ("three", "QRQ"), ("two", "QFQ")]
    for ((path, code), score) in zip(cells, expected) {
      let own = try #require(try other.score(path, of: code))
      #expect(abs(own - score) < 1e-9, "\(path) of \(code)")
    }
    for code in Self.codes where !["QDQ", "QKQ", "QRQ", "QFQ"].contains(code) {
      for path in ["one", "two", "three"] {
        #expect(try other.score(path, of: code) == table.score(path, of: code))
      }
    }
    var none = Self.world()
    none.lens = none.lens.replacing("components", with: "none")
    #expect(try none.score().withDrawnEstimates { _ in 0 } == nil)
  }
}
