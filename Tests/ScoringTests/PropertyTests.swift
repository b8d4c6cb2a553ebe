import IndexModel
import Scoring
import Testing

/// What must hold of any figures, tried on many seeded random worlds.
@Suite("Properties of every index") struct PropertyTests {
  /// SplitMix64: the same worlds on every machine.
  struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  static let codes = ["ARC", "BEN", "ERE", "LIL", "UTO", "ZEM"]
  static let ids = ["a", "b", "c", "d", "e", "f", "g"]
  static let paths = ["one", "one/x", "one/x", "two", "two/y", "two/y", "three"]

  /// Scores of six countries on seven indicators, a fifth of the cells missing.
  struct Sample {
    var values: [[Double?]]
    var weights: [Double]
    var method: String
    var order: [Int] = Array(PropertyTests.ids.indices)
    var countries = PropertyTests.codes

    init(_ seed: UInt64) {
      var generator = Generator(state: seed)
      values = PropertyTests.ids.map { _ in
        PropertyTests.codes.map { _ in
          Int.random(in: 0..<5, using: &generator) == 0 ? nil : Double.random(in: 0...100, using: &generator)
        }
      }
      weights = PropertyTests.ids.map { _ in Double(Int.random(in: 1...4, using: &generator)) }
      let methods = ["geometric", "arithmetic", "harmonic", "power", "minimum", "product"]
      method = methods.randomElement(using: &generator) ?? "geometric"
    }

    func table(scale: Double = 1) throws -> ScoreTable {
      var files: [String: String] = [:]
      for (place, id) in PropertyTests.ids.enumerated() {
        let folder = PropertyTests.paths[place].split(separator: "/")[0]
        var rows = "iso3,year,value\nXXA,2020,1\n"
        for code in countries {
          guard let column = PropertyTests.codes.firstIndex(of: code), let value = values[place][column]
          else { continue }
          rows += "\(code),2020,\(value)\n"
        }
        files["\(folder)/\(id).csv"] = rows
      }
      let catalogue = order.map { "\(PropertyTests.ids[$0]),\(PropertyTests.paths[$0]),0,100\n" }
      let weighted = zip(PropertyTests.ids, weights).map { "\($0) = \($1 * scale)\n" }
      return try World(
        countries: "iso3,name\nXXA,Elsewhere\n" + countries.map { "\($0),\($0)\n" }.joined(),
        indicators: "id,dimension,worst,best\n" + catalogue.joined(), files: files,
        lens: """
          carry_forward = 0
          dimensions_required = 2
          [aggregation]
          dimensions = "\(method)"
          indicators = "arithmetic"
          [weights]
          one = \(2 * scale)
          two = \(3 * scale)
          three = \(1 * scale)
          "one/x" = \(scale)
          "two/y" = \(scale)
          [indicator_weights]
          \(weighted.joined())
          """
      ).score()
    }
  }

  static func scores(_ table: ScoreTable) throws -> [String: Double] {
    var scores: [String: Double] = [:]
    for code in codes { scores[code] = try table.score(of: code) }
    return scores
  }

  @Test("scores stay within 0 and 100", arguments: 1...40) func bounded(_ seed: Int) throws {
    for score in try Self.scores(Sample(UInt64(seed)).table()).values { #expect((0...100).contains(score)) }
  }

  @Test("raising a country's indicator never lowers its score or worsens its rank", arguments: 1...40)
  func monotone(_ seed: Int) throws {
    var sample = Sample(UInt64(seed))
    let before = try sample.table()
    for indicator in Self.ids.indices {
      guard let old = sample.values[indicator][0] else { continue }
      sample.values[indicator][0] = min(100, old + 7)
      let after = try sample.table()
      let place = try before.place("ARC")
      if let score = before.score(place) {
        let raised = try #require(after.score(place))
        #expect(raised >= score)
        let (rank, newRank) = (try #require(before.rank(place)), try #require(after.rank(place)))
        #expect(newRank <= rank)
      }
      sample.values[indicator][0] = old
    }
  }

  @Test("the order of countries, of indicators and of siblings changes no bit", arguments: 1...40)
  func orderFree(_ seed: Int) throws {
    var sample = Sample(UInt64(seed))
    let before = try Self.scores(sample.table())
    var generator = Generator(state: UInt64(seed) &* 977)
    sample.order.shuffle(using: &generator)
    sample.countries.shuffle(using: &generator)
    #expect(try Self.scores(sample.table()) == before)
  }

  @Test("only the ratios of weights count: doubling all changes no bit", arguments: 1...20) func scaleFree(
    _ seed: Int
  ) throws {
    let sample = Sample(UInt64(seed))
    #expect(try Self.scores(sample.table(scale: 2)) == Self.scores(sample.table()))
  }

  @Test("a geometric mean is never above the arithmetic one", arguments: 1...40)
  func geometricBelowArithmetic(_ seed: Int) throws {
    var sample = Sample(UInt64(seed))
    sample.method = "geometric"
    let geometric = try Self.scores(sample.table())
    sample.method = "arithmetic"
    let arithmetic = try Self.scores(sample.table())
    for (code, score) in geometric where score > 1 {
      let bound = try #require(arithmetic[code])
      #expect(score <= bound + 1 + 1e-9)
    }
  }

  @Test("contributions sum to each dimension and to the index within 1e-12", arguments: 1...40) func additive(
    _ seed: Int
  ) throws {
    let table = try Sample(UInt64(seed)).table()
    for country in table.rows {
      for node in table.dimensions + [Framework.root] {
        guard let score = table.score(node, country) else { continue }
        let shares = table.contributions(to: node, country)
        let sum = table.framework.leaves(below: node).reduce(0) { $0 + shares[$1].points }
        #expect(abs(sum - score) < 1e-12 * 100)
      }
    }
  }
}
