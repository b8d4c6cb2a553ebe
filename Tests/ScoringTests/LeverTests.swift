import Analysis
import IndexModel
import Scoring
import Testing

/// Two dimensions of an indicator each, whose values are their scores; weights 3 and 1, an arithmetic mean.
///
///     Arcadia 20, 40: ¾·20 + ¼·40 = 25     Lilliput 80, 30: 67.5
///     Utopia  50, 60: 52.5                 Zembla   60, 50: 57.5
///
/// Beside the other three Arcadia's peers have in a 50, 60, 80 (quartiles 55, 60, 70), in b 30, 50, 60 (40, 50, 55).
@Suite("Levers, peers and groups") struct LeverTests {
  static let world = World(
    countries: """
      iso3,name,region,income_group
      ARC,Arcadia,North,High income
      LIL,Lilliput,North,Low income
      UTO,Utopia,North,Low income
      ZEM,Zembla,North,

      """, indicators: "id,dimension,worst,best\na,one,0,100\nb,two,0,100\n",
    files: [
      "one/a.csv": "iso3,year,value\nARC,2020,20\nLIL,2020,80\nUTO,2020,50\nZEM,2020,60\n",
      "two/b.csv": "iso3,year,value\nARC,2020,40\nLIL,2020,30\nUTO,2020,60\nZEM,2020,50\n",
    ],
    lens: """
      dimensions_required = 1
      aggregation = { dimensions = "arithmetic" }
      [weights]
      one = 3
      two = 1
      """, borders: ["ARC-UTO"])

  private func levers(_ table: ScoreTable, _ code: String, to target: LeverTarget) throws -> Levers {
    let row = try table.place(code)
    return try #require(Levers(table, row, Peers(of: row, in: table, .kind(.region)), to: target))
  }

  private func near(_ one: [Double], _ other: [Double]) -> Bool {
    one.count == other.count && zip(one, other).allSatisfy { abs($0 - $1) < 1e-9 }
  }

  private func codes(_ rows: [RowIndex], _ table: ScoreTable) -> [String] {
    rows.map { table.country($0).code.description }
  }

  @Test("a lever to the best quarter gains weight times the distance, and overtakes who stands between")
  func bestQuarter() throws {
    let table = try Self.world.score()
    let levers = try levers(table, "ARC", to: .bestQuarter)
    // a: ¾·(70 − 20) = 37.5, to 62.5, above Utopia and Zembla. b: ¼·(55 − 40) = 3.75.
    #expect(near(levers.levers.map(\.points), [37.5, 3.75]))
    #expect(levers.levers.map { codes($0.overtaken, table) } == [["ZEM", "UTO"], []])
    #expect(levers.levers.map(\.ranks) == [2, 0])
    let raised = levers.levers.compactMap(\.raised.first)
    #expect(near(raised.map(\.target), [70, 55]) && near(raised.map(\.targetScore), [70, 55]))
    #expect(raised.map(\.value) == [20, 40] && raised.map(\.score) == [20, 40])
    // The quartiles of the peers are 15 points apart in both.
    #expect(near(raised.map { ($0.effort ?? .nan) * 15 }, [50, 15]))
    #expect(near([levers.together?.points ?? .nan], [41.25]))
    #expect(levers.together?.raised.count == 2 && levers.together?.ranks == 2)
  }

  @Test("a lever to the median or to the goalpost ends there") func otherTargets() throws {
    let table = try Self.world.score()
    #expect(try levers(table, "ARC", to: .median).levers.map(\.points) == [30, 2.5])
    #expect(try levers(table, "ARC", to: .median).levers.map(\.ranks) == [1, 0])
    // ¾·80 = 60 and ¼·60 = 15.
    let best = try levers(table, "ARC", to: .goalpost)
    #expect(best.levers.map(\.points) == [60, 15] && best.levers.map(\.ranks) == [3, 0])
    #expect(best.together?.points == 75)
  }

  @Test("an indicator at its target or beyond it is no lever") func attained() throws {
    let table = try Self.world.score()
    // Utopia has 60 in b; its peers 30, 40, 50, of which the best quarter begins at 45.
    let levers = try levers(table, "UTO", to: .bestQuarter)
    #expect(levers.levers.map(\.points) == [15])
    #expect(levers.attained.map { table.framework.nodes[$0].indicator?.value } == [1])
    // Its own median is that of its peers.
    var same = Self.world
    same.files["two/b.csv"] = "iso3,year,value\nARC,2020,50\nLIL,2020,30\nUTO,2020,60\nZEM,2020,50\n"
    #expect(try self.levers(try same.score(), "ARC", to: .median).attained.count == 1)
  }

  @Test("who draws level with others overtakes them, as ranks have it") func level() throws {
    var world = Self.world
    world.files["two/b.csv"] = "iso3,year,value\nARC,2020,60\nLIL,2020,30\nUTO,2020,60\nZEM,2020,50\n"
    let table = try world.score()
    let (row, other) = (try table.place("ARC"), try table.place("UTO"))
    let peers = Peers(of: row, in: table, .countries([other, row]))
    #expect(peers.members == [other], "it is no peer of its own")
    let levers = try #require(Levers(table, row, peers, to: .median))
    #expect(levers.levers.map(\.ranks) == [1] && levers.levers.map(\.overtaken) == [[other]])
    #expect(levers.levers.first?.raised.first?.effort == nil, "one peer has no spread")
  }

  @Test("what has no figure is unknown and gains nothing") func unknown() throws {
    var world = Self.world
    world.files["two/b.csv"] = "iso3,year,value\nLIL,2020,30\nUTO,2020,60\nZEM,2020,50\n"
    let table = try world.score()
    let levers = try levers(table, "ARC", to: .bestQuarter)
    #expect(near(levers.unknown.map(\.target), [55]))
    // Without b the index is a: from 20 to 70.
    #expect(levers.levers.map(\.points) == [50] && levers.together?.raised.count == 1)
  }

  @Test("raising what is not the least adds nothing under a minimum, and is said to") func idle() throws {
    var world = Self.world
    world.lens = world.lens.replacing("arithmetic", with: "minimum")
    let levers = try levers(try world.score(), "ARC", to: .bestQuarter)
    // min(20, 40) = 20; min(70, 40) = 40; min(20, 55) = 20; min(70, 55) = 55.
    #expect(levers.levers.map(\.points) == [20] && levers.idle.count == 1)
    #expect(near([levers.together?.points ?? .nan], [35]))
  }

  @Test(
    "a lever gains what scoring again with its value gains, also on scales that are not linear",
    arguments: [
      "normalisation = \"goalposts\"", "normalisation = \"minmax\"", "normalisation = \"zscore\"",
      "impute = \"node_mean\"", "outliers = \"winsorise\"",
    ]) func again(_ rule: String) throws
  {
    var world = Self.world
    world.indicators = "id,dimension,worst,best,transform\na,one,1,100,log\nb,two,90,0,sqrt\n"
    world.lens = rule + "\n" + world.lens
    let table = try world.score()
    for code in ["ARC", "LIL", "UTO", "ZEM"] {
      for target in LeverTarget.allCases {
        let levers = try levers(table, code, to: target)
        for lever in levers.levers + [levers.together].compactMap(\.self) {
          let after = table.cube.score(
            2020, by: table.lens,
            with: lever.raised.map {
              Intervention(node: $0.node, country: table.countries[levers.country], change: .set($0.target))
            })
          let (old, new) = (try table.score(of: code) ?? .nan, try after.score(of: code) ?? .nan)
          #expect(abs(new - old - lever.points) < 1e-9)
          let ranks = [table, after].map { $0.rank(levers.country) ?? 0 }
          #expect(ranks[0] - ranks[1] == lever.ranks)
        }
      }
    }
  }

  @Test("the usual peers are those of the income group, of a country in none those of the region")
  func usual() throws {
    let table = try Self.world.score()
    func peers(_ code: String, _ choice: Peers.Choice? = nil) throws -> [String] {
      codes(Peers(of: try table.place(code), in: table, choice).members, table)
    }
    #expect(try peers("LIL") == ["UTO"])
    #expect(try peers("ZEM") == ["ARC", "LIL", "UTO"])
    #expect(try peers("ARC") == [])
    #expect(try peers("ARC", .kind(.neighbours)) == ["UTO"])
    #expect(try peers("ZEM", .kind(.neighbours)) == [] && peers("ZEM", .kind(.income)) == [])
  }

  @Test("strengths and weaknesses are furthest from the peers' median, and none where there is no distance")
  func gaps() throws {
    let table = try Self.world.score()
    let row = try table.place("UTO")
    let peers = Peers(of: row, in: table, .kind(.region))
    // a: 50 beside 20, 60, 80; b: 60 beside 30, 40, 50.
    let gaps = table.weighedLeaves.map { PeerGap(table, $0, row, peers) }
    #expect(gaps.map(\.difference) == [-10, 20])
    #expect(PeerGap.strengths(gaps, atMost: 3).map(\.median) == [40])
    #expect(PeerGap.weaknesses(gaps, atMost: 3).map(\.median) == [60])
    let alone = table.weighedLeaves.map { PeerGap(table, $0, row, Peers(of: row, in: table, .countries([]))) }
    #expect(PeerGap.strengths(alone, atMost: 3).isEmpty && PeerGap.weaknesses(alone, atMost: 3).isEmpty)
  }

  @Test("ranks within a group count its members alone, and its median counts each ranked one once")
  func group() throws {
    let table = try Self.world.score()
    let members = try ["ARC", "UTO", "LIL"].map { try table.place($0) }
    let group = CountryGroup("Some", Set(members), in: table)
    // Lilliput 67.5, Utopia 52.5, Arcadia 25, of four in the world 1, 3 and 4.
    #expect(codes(group.members, table) == ["LIL", "UTO", "ARC"])
    #expect(group.members.map { group.ranks[$0] } == [1, 2, 3])
    #expect(group.ranks[try table.place("ZEM")] == nil)
    #expect(group.score == 52.5 && group.dimensions == [50, 40])
  }

  @Test("the course of a score has its change by dimension, and by the figures that both years have")
  func course() throws {
    var world = Self.world
    // 2012: Arcadia 10 in a, nothing in b, so 10; 2020: 25. By a alone 10 and 20.
    world.files["one/a.csv"]! += "ARC,2012,10\nUTO,2012,50\nLIL,2012,90\n"
    world.files["two/b.csv"]! += "UTO,2012,40\n"
    let table = try world.score()
    let course = try #require(CountryCourse(of: try table.place("ARC"), in: table))
    #expect(course.since == 2012)
    #expect(course.scores.first?.score == 10 && course.scores.last?.score == 25)
    #expect(course.changes.points[try table.place("ARC")] == 15)
    #expect(course.dimensions == [10, nil])
    #expect(course.common == 10)
  }

  /// Of b Lilliput has no figure, and gets the mean of the North, to which Arcadia belongs: raising Arcadia raises it too.
  @Test("others who take the middle of the country's group are scored anew") func groups() throws {
    var world = Self.world
    world.lens = "impute = \"region_mean\"\nimputed_limit = 1\n" + world.lens
    world.files["two/b.csv"] = "iso3,year,value\nARC,2020,40\nUTO,2020,60\nZEM,2020,50\n"
    let before = try world.score()
    #expect(try before.column("b").values[try before.place("LIL")] == 50)
    let levers = try levers(before, "ARC", to: .goalpost)
    let raised = try #require(levers.levers.first { before.framework.nodes[$0.raised[0].node].name == "b" })
    // Arcadia's b from 40 to 100: a quarter of 60. Lilliput's becomes 70, and its index 77.5; none is overtaken.
    #expect(abs(raised.points - 15) < 1e-9)
    #expect(raised.overtaken.isEmpty)
  }
}
