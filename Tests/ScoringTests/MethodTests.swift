import IndexModel
import Scoring
import Testing

/// Aggregations on scores of 20 (weight 1) and 80 (weight 3), worked by hand:
///
///   arithmetic  (20 + 3·80)/4 = 65
///   geometric   20^¼ · 80^¾ = 20 · 4^¾ = 40·√2
///   harmonic    1/(0.25/20 + 0.75/80) = 320/7
///   power ½     (¼·√20 + ¾·√80)² = 20·(¼ + 1½)² = 61.25
///   power 2     √(¼·400 + ¾·6400) = 70
///   minimum     20
///   product     100·0.2^½·0.8^1½ = 100·0.8·√0.16 = 32, of two parts
///   Mazziotta–Pareto  M = 65, S² = ¼·45² + ¾·15² = 675; 65 − 675/65 = 710/13
@Suite("Aggregations, worked by hand") struct MethodTests {
  /// 40·√2.
  static let rootOf3200 = 56.568542494923804

  private func world(
    _ rules: String, _ columns: [[String?]], weights: [Int], extra: String = "",
    countries: String = "iso3,name\nARC,Arcadia\nLIL,Lilliput\nUTO,Utopia\n"
  ) -> World {
    let codes = ["ARC", "LIL", "UTO"]
    let names = ["a", "b", "c", "d"].prefix(columns.count)
    var files: [String: String] = [:]
    for (name, column) in zip(names, columns) {
      let rows = zip(codes, column).compactMap { code, value in value.map { "\(code),2020,\($0)\n" } }
      files["\(name)/\(name).csv"] = "iso3,year,value\n" + rows.joined()
    }
    let catalogue = names.map { "\($0),\($0),0,100\n" }.joined()
    let weighted = zip(names, weights).map { "\($0) = \($1)\n" }.joined()
    return World(
      countries: countries, indicators: "id,dimension,worst,best\n" + catalogue, files: files,
      lens: "\(extra)\n[aggregation]\n\(rules)\n[weights]\n" + weighted)
  }

  @Test(
    "each method joins 20 and 80 as worked out by hand",
    arguments: [
      ("dimensions = \"arithmetic\"", 65), ("dimensions = \"geometric\"", rootOf3200),
      ("dimensions = \"harmonic\"", 45.714285714285715), ("dimensions = \"power\"\npower = 0.5", 61.25),
      ("dimensions = \"power\"\npower = 2", 70), ("dimensions = \"power\"\npower = -1", 45.714285714285715),
      ("dimensions = \"minimum\"", 20), ("dimensions = \"product\"", 32),
      ("dimensions = \"mazziotta_pareto\"", 54.61538461538461),
    ] as [(String, Double)]) func joined(rules: String, score: Double) throws
  {
    let table = try world(rules, [["20"], ["80"]], weights: [1, 3]).score()
    #expect(abs(try #require(try table.score(of: "ARC")) - score) < 1e-12 * 100)
  }

  @Test(
    "a part at 0 counts as the floor where it would erase all else, and as 0 elsewhere",
    arguments: [
      ("dimensions = \"geometric\"", 10), ("dimensions = \"harmonic\"", 1.98019801980198),
      ("dimensions = \"power\"\npower = 0.5", 30.25), ("dimensions = \"arithmetic\"", 50),
      ("dimensions = \"minimum\"", 0), ("dimensions = \"product\"", 0),
      ("dimensions = \"power\"\npower = 2", 70.71067811865476),
      ("dimensions = \"harmonic\"\nfloor = 4", 7.692307692307692),
    ] as [(String, Double)]) func floor(rules: String, score: Double) throws
  {
    let table = try world(rules, [["0"], ["100"]], weights: [1, 1]).score()
    #expect(abs(try #require(try table.score(of: "ARC")) - score) < 1e-12 * 100)
  }

  /// One half is the product of 20 and 80, the other their mean: 16 and 50, joined
  /// by the least.
  @Test("a node may be joined by a rule of its own, at any depth") func ownRule() throws {
    let world = World(
      indicators: """
        id,dimension,worst,best
        a,one/x,0,100
        b,one/x,0,100
        c,two,0,100
        d,two,0,100
        """,
      files: [
        "one/a.csv": "iso3,year,value\nARC,2020,20\n", "one/b.csv": "iso3,year,value\nARC,2020,80\n",
        "two/c.csv": "iso3,year,value\nARC,2020,20\n", "two/d.csv": "iso3,year,value\nARC,2020,80\n",
      ],
      lens: """
        weights = "equal"
        [aggregation]
        indicators = "arithmetic"
        dimensions = "minimum"
        "one/x" = "product"
        """)
    let table = try world.score()
    #expect(abs(try #require(try table.score("one", of: "ARC")) - 16) < 1e-12)
    #expect(try table.score("two", of: "ARC") == 50)
    #expect(abs(try #require(try table.score(of: "ARC")) - 16) < 1e-12)
  }

  @Test("a Mazziotta–Pareto index of nothing but zeros is 0, not undefined") func zeros() throws {
    let table = try world("dimensions = \"mazziotta_pareto\"", [["0"], ["0"]], weights: [1, 1]).score()
    #expect(try table.score(of: "ARC") == 0)
  }

  /// Arcadia 90, 10, 50; Lilliput 80, 20, 40; Utopia 10, 90, 45. Arcadia is ahead of both in two of
  /// three; Utopia is ahead of Lilliput in two. Balances 2, −2, 0 of two rivals.
  @Test("Copeland counts whom a country outranks") func copeland() throws {
    let columns = [["90", "80", "10"], ["10", "20", "90"], ["50", "40", "45"]]
    let table = try world("dimensions = \"copeland\"", columns, weights: [1, 1, 1]).score()
    #expect(try table.score(of: "ARC") == 100)
    #expect(try table.score(of: "LIL") == 0)
    #expect(try table.score(of: "UTO") == 50)
  }

  @Test("half of the weight is a draw, however it adds up, and ties are nobody's") func draws() throws {
    // 0.1 + 0.2 against 0.3 is not equal as Doubles.
    let even = try world(
      "dimensions = \"copeland\"", [["2", "1"], ["2", "1"], ["1", "2"]], weights: [1, 2, 3]
    ).score()
    #expect(try even.score(of: "ARC") == 50)
    #expect(try even.score(of: "LIL") == 50)
    let tied = try world(
      "dimensions = \"copeland\"", [["2", "2"], ["2", "1"], ["2", "2"]], weights: [5, 1, 5]
    ).score()
    #expect(try tied.score(of: "ARC") == 100, "ahead in all that tells them apart")
  }

  @Test("a cell that is missing takes no part in a comparison") func missingCells() throws {
    let columns: [[String?]] = [["9", "1"], ["1", nil], ["9", "1"]]
    let table = try world(
      "dimensions = \"copeland\"", columns, weights: [1, 9, 1], extra: "dimensions_required = 2"
    ).score()
    #expect(try table.score(of: "ARC") == 100)
    let alone = try world("dimensions = \"copeland\"", [["5"], ["5"]], weights: [1, 1]).score()
    #expect(try alone.score(of: "ARC") == 50, "one alone outranks nobody and is outranked by none")
  }

  @Test("weights of missing parts go to those present, under every mean alike") func missingParts() throws {
    for (method, score) in [("arithmetic", 65.0), ("harmonic", 320.0 / 7), ("minimum", 20)] {
      let table = try world(
        "dimensions = \"\(method)\"", [["20"], ["80"], [nil, "5"]], weights: [1, 3, 4],
        extra: "dimensions_required = 2"
      ).score()
      #expect(abs(try #require(try table.score(of: "ARC")) - score) < 1e-12 * 100)
    }
  }

  /// 40 and 40 leave 0.16 of 100; a third part that is missing is taken to be like them: 0.4³.
  @Test("a missing part of a product is not taken for a perfect one") func missingPartOfProduct() throws {
    let table = try world(
      "dimensions = \"product\"", [["40"], ["40"], [nil, "5"]], weights: [1, 1, 1],
      extra: "dimensions_required = 2"
    ).score()
    #expect(abs(try #require(try table.score(of: "ARC")) - 6.4) < 1e-12)
    let points = table.dimensions.map { table.contributions(to: Framework.root, RowIndex(0))[$0].points }
    #expect(abs(points.reduce(0, +) - 6.4) < 1e-9)
  }

  /// One dimension has no figure of Arcadia, and asks for none: it has no score, where an empty product would be 1.
  @Test("a product of no parts is no score") func productOfNothing() throws {
    let table = try world(
      "indicators = \"product\"\ndimensions = \"arithmetic\"", [[nil, "40"], ["20", "40"]], weights: [1, 1],
      extra: "dimensions_required = 1\nindicator_share = 0"
    ).score()
    #expect(abs(try #require(try table.score(of: "ARC")) - 20) < 1e-12)
  }

  @Test(
    "contributions sum to the score under every method",
    arguments: [
      "arithmetic", "geometric", "harmonic", "power", "minimum", "product", "mazziotta_pareto", "copeland",
    ]) func contributions(method: String) throws
  {
    let columns = [["20", "5", "70"], ["80", "0.3", "40"], ["35", "90", "1"]]
    let table = try world("dimensions = \"\(method)\"", columns, weights: [1, 3, 2]).score()
    for country in table.rows {
      let score = try #require(table.score(country))
      let points = table.dimensions.map { table.contributions(to: Framework.root, country)[$0].points }
      #expect(abs(points.reduce(0, +) - score) < 1e-9)
    }
  }
}
