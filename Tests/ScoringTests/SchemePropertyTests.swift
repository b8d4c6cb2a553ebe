import IndexModel
import Scoring
import Testing

/// What must hold of weights that figures make, tried on many seeded random worlds.
@Suite("Properties of weights from figures") struct SchemePropertyTests {
  typealias Generator = PropertyTests.Generator

  static let codes = ["ARC", "BEN", "ERE", "LIL", "OZZ", "UTO", "XAN", "ZEM"]
  static let paths = [
    "a": "one", "b": "one/x", "c": "one/x", "d": "one/x", "e": "two", "f": "two", "g": "three",
  ]

  struct Sample {
    var values: [String: [String: Double]] = [:]
    let seed: UInt64

    init(_ seed: Int, missing: Bool = true) {
      self.seed = UInt64(seed)
      var generator = Generator(state: UInt64(seed))
      for id in SchemePropertyTests.paths.keys.sorted() {
        for code in SchemePropertyTests.codes {
          let value = Double.random(in: 1...100, using: &generator)
          let isMissing = missing && Int.random(in: 0..<12, using: &generator) == 0
          if !isMissing { values[id, default: [:]][code] = value }
        }
      }
    }

    func table(_ rules: String, shuffled: Bool = false) throws -> ScoreTable {
      var ids = SchemePropertyTests.paths.keys.sorted()
      var codes = SchemePropertyTests.codes
      var generator = Generator(state: seed &* 31)
      if shuffled {
        ids.shuffle(using: &generator)
        codes.shuffle(using: &generator)
      }
      var files: [String: String] = [:]
      for id in ids {
        let folder = (SchemePropertyTests.paths[id] ?? "").split(separator: "/")[0]
        let rows = codes.compactMap { code in values[id]?[code].map { "\(code),2020,\($0)\n" } }
        files["\(folder)/\(id).csv"] = "iso3,year,value\n" + rows.joined()
      }
      let catalogue = ids.map { "\($0),\(SchemePropertyTests.paths[$0] ?? ""),0,100\n" }
      return try World(
        countries: "iso3,name\n" + codes.map { "\($0),\($0)\n" }.joined(),
        indicators: "id,dimension,worst,best\n" + catalogue.joined(), files: files,
        lens: "carry_forward = 0\ndimensions_required = 2\n" + rules
      ).score()
    }
  }

  static let rules = [
    "weights = \"pca\"\n", "weights = \"entropy\"\n", "weights = \"benefit_of_the_doubt\"\n",
    "weights = \"benefit_of_the_doubt\"\nshare_min = 0.1\nshare_max = 0.6\n",
    "weights = \"pca\"\nimpute = \"node_mean\"\nimputed_limit = 1\n",
  ]

  @Test("the order of countries, of indicators and of siblings changes no bit", arguments: rules, 1...8)
  func orderFree(_ rules: String, _ seed: Int) throws {
    let sample = Sample(seed)
    let (one, other) = (try sample.table(rules), try sample.table(rules, shuffled: true))
    for code in Self.codes { #expect(try one.score(of: code) == other.score(of: code)) }
    for (node, weight) in zip(one.framework.nodes, one.weights) {
      let same = try #require(other.framework.nodes.firstIndex { $0.name == node.name })
      #expect(other.weights[same] == weight)
    }
  }

  @Test(
    "scores stay within 0 and 100, shares of siblings sum to 1, contributions to the score", arguments: rules,
    1...8) func bounded(_ rules: String, _ seed: Int) throws
  {
    let table = try Sample(seed).table(rules)
    for node in table.framework.nodes where !node.children.isEmpty {
      let sum = node.children.reduce(0) { $0 + table.weights[$1] }
      #expect(sum == 0 || abs(sum - 1) < 1e-12)
    }
    for country in table.rows {
      guard let score = table.score(country) else { continue }
      #expect((0...100).contains(score))
      let shares = table.contributions(to: Framework.root, country)
      let leaves = table.framework.leaves(below: Framework.root)
      #expect(abs(leaves.reduce(0) { $0 + shares[$1].points } - score) < 1e-9)
      #expect(abs(table.dimensions.reduce(0) { $0 + shares[$1].weight } - 1) < 1e-9)
    }
  }

  @Test("under benefit of the doubt a country that rises never falls", arguments: rules[2...3], 1...8)
  func monotone(_ rules: String, _ seed: Int) throws {
    var sample = Sample(seed, missing: false)
    let before = try sample.table(rules)
    for id in Self.paths.keys.sorted() {
      let old = try #require(sample.values[id]?["ARC"])
      sample.values[id]?["ARC"] = min(100, old + 9)
      let after = try sample.table(rules)
      sample.values[id]?["ARC"] = old
      let scores = try [before, after].map { try #require(try $0.score(of: "ARC")) }
      #expect(scores[1] >= scores[0] - 1e-9)
      let ranks = try [before, after].map { try #require($0.rank(try $0.place("ARC"))) }
      #expect(ranks[1] <= ranks[0])
    }
  }

  @Test("benefit of the doubt is never below any mean that all share", arguments: 1...8) func generous(
    _ seed: Int
  ) throws {
    let sample = Sample(seed, missing: false)
    let own = try sample.table(Self.rules[2])
    let equal = try sample.table("weights = \"equal\"\n[aggregation]\ndimensions = \"arithmetic\"\n")
    for code in Self.codes {
      let scores = try [own, equal].map { try #require(try $0.score(of: code)) }
      #expect(scores[0] >= scores[1] - 1e-9)
    }
  }
}
