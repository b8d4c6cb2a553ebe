import Diagnostics
import IndexModel
import Scoring
import Testing

/// Two groups of three: in the North values of 1, 2 and 4, in the South 10, 10 and 40.
///
///   minmax      0, 100/3, 100          0, 0, 100
///   rank        0, 50, 100             25, 25, 100: the first two share the places 0 and 1
///   percentile  100/3, 200/3, 100      200/3, 200/3, 100
///   zscore      mean 7/3, sd √(7/3): 50 + 10·(−4/3)/√(7/3) = 41.27, 47.82, 60.91; mean 20, sd √300: 44.23, 44.23, 61.55
@Suite("Normalisation within groups") struct GroupedNormalisationTests {
  private static let values = ["AAA": 1, "BBB": 2, "CCC": 4, "DDD": 10, "EEE": 10, "FFF": 40]

  private static func world(
    _ method: String, within: String = "region",
    regions: [String] = ["North", "North", "North", "South", "South", "South"], worst: Int = 0,
    best: Int = 100
  ) -> World {
    let codes = values.keys.sorted()
    return World(
      countries: "iso3,name,region,income_group\n"
        + zip(codes, regions).map { "\($0),Land \($0),\($1),\($1 == "North" ? "low" : "high")\n" }.joined(),
      indicators: "id,dimension,worst,best\na,one,\(worst),\(best)\n",
      files: ["one/a.csv": "iso3,year,value\n" + codes.map { "\($0),2020,\(values[$0] ?? 0)\n" }.joined()],
      lens: """
        normalisation = "\(method)"
        normalise_within = "\(within)"
        [weights]
        one = 1
        [aggregation]
        dimensions = "arithmetic"
        """)
  }

  private static func scores(_ table: ScoreTable) -> [Double?] { table.rows.map { table.score($0) } }

  @Test(
    "each method compares the members of a group alone",
    arguments: [
      ("minmax", [0, 100.0 / 3, 100, 0, 0, 100]), ("rank", [0, 50, 100, 25, 25, 100]),
      ("percentile", [100.0 / 3, 200.0 / 3, 100, 200.0 / 3, 200.0 / 3, 100]),
      ("zscore", [41.2713, 47.8178, 60.9109, 44.2265, 44.2265, 61.5470]),
    ] as [(String, [Double])]) func worked(method: String, expected: [Double]) throws
  {
    let table = try Self.world(method).score()
    #expect(table.findings.all.isEmpty, "\(table.findings.all)")
    for (score, own) in zip(Self.scores(table), expected) {
      #expect(abs((score ?? .nan) - own) < 1e-3, "\(own)")
    }
    // By income the groups are the same ones here, and the index is ranked over all.
    #expect(Self.scores(try Self.world(method, within: "income").score()) == Self.scores(table))
    #expect(table.rankedCount == 6)
  }

  @Test("less is better where the goalposts say so") func direction() throws {
    let table = try Self.world("minmax", worst: 100, best: 0).score()
    #expect(Self.scores(table).map { ($0 ?? .nan).rounded() } == [100, 67, 0, 100, 100, 0])
  }

  @Test(
    "within the world is what a lens does without the key",
    arguments: ["minmax", "zscore", "rank", "percentile"]) func world(method: String) throws
  {
    var plain = Self.world(method)
    plain.lens = plain.lens.replacing("normalise_within = \"region\"\n", with: "")
    #expect(Self.scores(try Self.world(method, within: "world").score()) == Self.scores(try plain.score()))
    let one = [String](repeating: "North", count: 6)
    #expect(Self.scores(try Self.world(method, regions: one).score()) == Self.scores(try plain.score()))
  }

  @Test("who is alone scores 50, and who belongs to no group has no score and is counted in a warning")
  func alone() throws {
    let table = try Self.world("minmax", regions: ["North", "North", "North", "South", "", ""]).score()
    #expect(Self.scores(table) == [0, 100.0 * (1.0 / 3), 100, 50, nil, nil])
    #expect(table.findings.all.map(\.identifier) == ["no-group"])
    #expect(table.findings.all.first?.message.hasPrefix("2 countries belong to no region") == true)
    let one = try Self.world("rank", regions: ["North", "North", "North", "South", "South", ""]).score()
    #expect(one.findings.all.map(\.identifier).sorted() == ["constant", "no-group"])
    #expect(one.findings.all.contains { $0.message.hasPrefix("1 country belongs to no region") })
    #expect(
      one.findings.all.contains { $0.message.hasPrefix("in 1 of 2 groups all have the same value of a") })
  }

  @Test(
    "the key needs a method that compares, and a parent units",
    arguments: [
      ("normalisation = \"goalposts\"\nnormalise_within = \"region\"", false, ["key-without-effect"]),
      ("normalise_within = \"income\"", false, ["key-without-effect"]),
      ("normalise_within = \"world\"", false, []),
      ("normalisation = \"rank\"\nnormalise_within = \"parent\"", false, ["key-without-effect"]),
      ("normalisation = \"rank\"\nnormalise_within = \"parent\"", true, []),
      ("normalisation = \"rank\"\nnormalise_within = \"regoin\"", true, ["unknown-method"]),
    ] as [(String, Bool, [String])]) func reading(keys: String, ofUnits: Bool, found: [String])
  {
    let read = LensRead(keys + "\n[weights]\nfood = 1\n", ofUnits: ofUnits)
    #expect(read.findings.map(\.identifier) == found, "\(read.findings)")
  }
}
